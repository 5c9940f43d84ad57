"""Narrative text: Markdown that may look figures up, so that prose cannot drift from the
ratings.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from vfi.inputs.names import name_inside
from vfi.places import shown
from vfi.problems import NotFound, Problem, Problems, UserError, listed, nearest, quoted
from vfi.reporting.citing import citing_look_ups
from vfi.reporting.look_ups import LookUp, look_ups
from vfi.reporting.markdown import markdown_parser, unread
from vfi.reporting.markdown_tables import divide_wide_tables
from vfi.reporting.standalone.addresses import LINKED, is_link
from vfi.reporting.templating import data_url
from vfi.study.narrative import PICTURE_ENDINGS

if TYPE_CHECKING:
    from markdown_it.token import Token

    from vfi.reporting.answers import Citable

LOWEST_HEADING = 6
EXAMPLE = 'only look-ups such as {{ rating("E1") }}'


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the narrative: the title that its text begins with, if it does, and the rest as
    HTML.
    """

    title: str | None
    text: Markup


def narrative_html(citable: Citable) -> dict[str, Section]:
    """Each section as HTML, its figures looked up in the answers.

    A section may call the look-ups of `vfi.reporting.look_ups` and `citing_look_ups` with constant
    arguments, and nothing else: no loops, no arithmetic, no raw HTML. A heading with one number
    sign at the start is the title of the section; the others move down, to stand below it.

    Raises:
        InvalidInput: a look-up names what is not there, an image or a link cannot be used, headings
            skip a level, or Markdown is used that the report does not know; all problems at once.
    """
    problems = Problems()
    known = {**look_ups(citable.scorecard), **citing_look_ups(citable)}
    study = citable.scorecard.study
    groups = {group.id for group in study.rubric.groups}
    sections = {}
    for name, text in study.narrative.items():
        file = shown((study.folder or Path(study.id)) / f"narrative/{name}.md")
        filled = _filled_in(text, file, known, problems)
        sections[name] = _to_section(
            filled, name, file, study.files, problems, 1 if name in groups else 0
        )
    problems.raise_errors()
    return sections


def _filled_in(text: str, file: str, known: dict[str, LookUp], problems: Problems) -> str:
    environment = ImmutableSandboxedEnvironment(keep_trailing_newline=True)
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        problems.add(Problem(file, error.lineno, "look-up", str(error.message), EXAMPLE))
        return ""
    except RecursionError:
        problems.add(
            Problem(file, None, "look-up", "brackets in brackets, too many to follow", EXAMPLE)
        )
        return ""
    except ValueError:  # how Python tells of a number with thousands of digits
        problems.add(Problem(file, None, "look-up", "a number too long to read", EXAMPLE))
        return ""
    parts = []
    for node in (part for output in tree.body for part in _parts(output, file, problems)):
        if isinstance(node, nodes.TemplateData):
            parts.append(node.data)
        else:
            parts.append(_looked_up(node, file, known, problems))
    return "".join(parts)


def _parts(output: nodes.Node, file: str, problems: Problems) -> list[nodes.Expr]:
    if isinstance(output, nodes.Output):
        return output.nodes
    found = f"the statement {type(output).__name__.lower()}"
    problems.add(Problem(file, output.lineno, "look-up", found, EXAMPLE))
    return []


def _looked_up(node: nodes.Expr, file: str, known: dict[str, LookUp], problems: Problems) -> str:
    def refuse(found: str, hint: str = "") -> str:
        expected = f"one of {', '.join(known)} with text in quotation marks"
        problems.add(Problem(file, node.lineno, "look-up", found, expected, hint))
        return ""

    plain = isinstance(node, nodes.Call) and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    if not isinstance(node, nodes.Call) or not plain or not isinstance(node.node, nodes.Name):
        return refuse("an expression that is not a look-up")
    name = node.node.name
    if name not in known:
        return refuse(quoted(name), nearest(name, known))
    arguments = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
    if len(arguments) < len(node.args) or not all(
        isinstance(argument, str) for argument in arguments
    ):
        return refuse(f"{name} of something that is not text in quotation marks")
    parameters = list(inspect.signature(known[name]).parameters)
    if len(arguments) != len(parameters):
        return refuse(
            f"{name} of {len(arguments)} texts", f"{name} takes {listed(parameters) or 'nothing'}"
        )
    try:
        return known[name](*arguments)
    except NotFound as error:
        return refuse(f"{name} of {listed(map(quoted, arguments))}", str(error))


def _to_section(
    text: str,
    name: str,
    file: str,
    files: Mapping[str, bytes],
    problems: Problems,
    deeper: int,
) -> Section:
    parser = markdown_parser()
    env: dict[str, Any] = {"docId": name}
    tokens = parser.parse(text, env)
    for line, found, expected in unread(text, env):
        problems.add(Problem(file, line, "Markdown", found, expected))
    title, tokens = _title(tokens)
    _move_headings(tokens, file, problems, deeper)
    for token in tokens:
        if token.type == "th_open":
            token.attrSet("scope", "col")
        for child in token.children or ():
            if child.type == "image":
                _embed_image(child, token, file, files, problems)
            elif child.type == "link_open":
                _check_link(child, token, file, problems)
    html = parser.renderer.render(divide_wide_tables(tokens), parser.options, env)
    return Section(title, Markup(html))  # noqa: S704 - made here


def _title(tokens: list[Token]) -> tuple[str | None, list[Token]]:
    """The title that a text begins with, and the rest of it."""
    if not tokens or (tokens[0].type, tokens[0].tag) != ("heading_open", "h1"):
        return None, tokens
    words = "".join(
        child.content or " " * ("break" in child.type) for child in tokens[1].children or ()
    )
    return words.strip() or None, tokens[3:]


def _move_headings(tokens: Sequence[Token], file: str, problems: Problems, deeper: int) -> None:
    """Put the highest headings of a text two below the report's title, where its chapters are one
    below, and as many deeper as the text itself is.
    """
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    highest = min((int(heading.tag[1]) for heading in headings), default=2)
    level = min(highest, 2) - 1
    shift = 2 - level + deeper
    for heading in headings:
        if heading.type == "heading_open":
            level = _follows(level, heading, file, problems)
        heading.tag = f"h{min(int(heading.tag[1]) + shift, LOWEST_HEADING)}"


def _follows(level: int, heading: Token, file: str, problems: Problems) -> int:
    """The level of a heading, which may be one below the heading before it, and no more."""
    signs = int(heading.tag[1])
    if signs > level + 1:
        expected = f"at most {level + 1}, one more than the heading above"
        problems.add(
            Problem(
                file, _line(heading), "heading", f"a heading with {signs} number signs", expected
            )
        )
    return signs


def _check_link(link: Token, block: Token, file: str, problems: Problems) -> None:
    address = str(link.attrs.get("href", ""))
    if not is_link(address):
        expected = f"an address that starts with {', '.join(LINKED)}"
        problems.add(Problem(file, _line(block), "link", quoted(address), expected))


def _embed_image(
    image: Token, block: Token, file: str, files: Mapping[str, bytes], problems: Problems
) -> None:
    def refuse(found: str, expected: str) -> None:
        problems.add(Problem(file, _line(block), "image", found, expected))

    name = str(image.attrs.get("src", ""))
    picture = name_inside(unquote(name)) or ""
    if picture not in files or not picture.lower().endswith(PICTURE_ENDINGS):
        refuse(
            quoted(name), f"an image in the study folder that ends in {', '.join(PICTURE_ENDINGS)}"
        )
    elif not image.content.strip():
        refuse(f"{quoted(name)} without a text alternative", "![what it shows](...)")
    else:
        try:
            image.attrSet("src", data_url(picture, files[picture]))
        except UserError as error:
            refuse(str(error), "a picture that can be embedded")


def _line(block: Token) -> int | None:
    return block.map[0] + 1 if block.map else None
