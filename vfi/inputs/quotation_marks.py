"""Straight quotation marks in prose made into “curly” ones, in one pass over the text.

Markdown's own rule looks through all marks that are still open for each one that may close, so that
a long text takes time with the square of its length. Here each kind of mark knows the latest one
that is open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

DOUBLE, SINGLE = '"', "'"
OPENING = {DOUBLE: "“", SINGLE: "‘"}
CLOSING = {DOUBLE: "”", SINGLE: "’"}
APOSTROPHE = CLOSING[SINGLE]
BREAKS = frozenset({"softbreak", "hardbreak"})
NONE = -1


def curl_quotation_marks(state: StateCore) -> None:
    """A rule for Markdown's core: marks that belong together become a pair, and a single one an
    apostrophe.
    """
    for token in state.tokens:
        if token.type == "inline" and token.children and _has_marks(token.content):
            _curl(token.children)


@dataclass(slots=True)
class _Letters:
    """The letters of one piece of text, which marks are replaced in."""

    token: Token
    letters: list[str]
    level: int

    def put_back(self) -> None:
        self.token.content = "".join(self.letters)


@dataclass(frozen=True, slots=True)
class _Opening:
    """A mark that may open a quotation: where it stands, and the one of its kind that was open
    before it.
    """

    text: _Letters
    position: int
    key: tuple[int, str]
    earlier: int


@dataclass(slots=True)
class _Openings:
    """The marks that are open, the outermost first; emphasis and links have levels of their own."""

    stack: list[_Opening] = field(default_factory=list)
    latest: dict[tuple[int, str], int] = field(default_factory=dict)

    def open(self, text: _Letters, position: int) -> None:
        key = (text.level, text.letters[position])
        self.stack.append(_Opening(text, position, key, self.latest.get(key, NONE)))
        self.latest[key] = len(self.stack) - 1

    def leave_above(self, level: int) -> None:
        """Forget what was opened inside emphasis or a link that has ended."""
        while self.stack and self.stack[-1].key[0] > level:
            self._forget()

    def partner(self, text: _Letters, mark: str) -> _Opening | None:
        """The latest open mark of the same kind and level; what was opened after it is
        forgotten.
        """
        position = self.latest.get((text.level, mark), NONE)
        if position == NONE:
            return None
        opening = self.stack[position]
        while len(self.stack) > position:
            self._forget()
        return opening

    def _forget(self) -> None:
        opening = self.stack.pop()
        self.latest[opening.key] = opening.earlier


def _has_marks(text: str) -> bool:
    return DOUBLE in text or SINGLE in text


def _curl(tokens: list[Token]) -> None:
    openings = _Openings()
    before = _letters_before(tokens)
    after = _letters_before(tokens, backwards=True)
    changed = []
    for token, last, following in zip(tokens, before, after, strict=True):
        openings.leave_above(token.level)
        if token.type == "text" and _has_marks(token.content):
            text = _Letters(token, list(token.content), token.level)
            changed.append(text)
            _curl_text(text, [last, *token.content, following], openings)
    for text in changed:
        text.put_back()


def _letters_before(tokens: list[Token], *, backwards: bool = False) -> list[str]:
    """For each token the letter that stands before it in its line, or after it; a space where there
    is none.
    """
    letters = []
    nearest = " "
    for token in reversed(tokens) if backwards else tokens:
        letters.append(nearest)
        if token.type in BREAKS:
            nearest = " "
        elif token.content:
            nearest = token.content[0 if backwards else -1]
    return letters[::-1] if backwards else letters


def _curl_text(text: _Letters, around: list[str], openings: _Openings) -> None:
    """Curl the marks of one text; `around` is the text with the letters before and after it."""
    for position, mark in enumerate(around[1:-1]):
        if mark not in OPENING:
            continue
        may_open, may_close = _roles(mark, around[position], around[position + 2])
        partner = openings.partner(text, mark) if may_close else None
        if partner is not None:
            text.letters[position] = CLOSING[mark]
            partner.text.letters[partner.position] = OPENING[mark]
        elif may_open:
            openings.open(text, position)
        elif mark == SINGLE:
            text.letters[position] = APOSTROPHE


def _roles(mark: str, last: str, following: str) -> tuple[bool, bool]:
    """Whether a mark may open a quotation, and whether it may close one, by the letters beside
    it.
    """
    if mark == following == DOUBLE and "0" <= last <= "9":
        return False, False  # 12"" is twelve inches and a closing mark
    after_space, before_space = isWhiteSpace(ord(last)), isWhiteSpace(ord(following))
    after_sign, before_sign = _is_sign(last), _is_sign(following)
    may_open = not before_space and (not before_sign or after_space or after_sign)
    may_close = not after_space and (not after_sign or before_space or before_sign)
    if may_open and may_close:  # in the middle of a word, unless among other signs
        return after_sign, before_sign
    return may_open, may_close


def _is_sign(letter: str) -> bool:
    return isMdAsciiPunct(ord(letter)) or isPunctChar(letter)
