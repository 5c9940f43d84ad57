"""What an audit of claims answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vfi.study.models import Claim, Study


class Verdict(StrEnum):
    """What is to be said of a sentence.

    A sentence about the study's own judgements and ratings is true or false. One that is held only
    against other printed figures follows from them or does not, or is possible beside them or not:
    that it agrees with them does not make either right.
    """

    TRUE = "true"
    FALSE = "false"
    FOLLOWS = "follows"
    DOES_NOT_FOLLOW = "does not follow"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"
    CANNOT_FAIL = "cannot fail"
    NOT_CHECKABLE = "not checkable"


DOUBTFUL = (Verdict.FALSE, Verdict.DOES_NOT_FOLLOW, Verdict.IMPOSSIBLE)
DECIDED = (
    Verdict.TRUE,
    Verdict.FALSE,
    Verdict.FOLLOWS,
    Verdict.DOES_NOT_FOLLOW,
    Verdict.POSSIBLE,
    Verdict.IMPOSSIBLE,
)
AS_READ = " as read"
LABELS = tuple(
    verdict.value + suffix
    for verdict, suffix in product(Verdict, ("", AS_READ))
    if not suffix or verdict in DECIDED
)
"""Every verdict as it is printed and counted: `true`, `true as read`, `false` ..."""


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim, judged.

    Attributes:
        claim: the claim.
        verdict: what is to be said of what it asserts.
        figure: the figure that decides it, such as `15 of 19`; "" where there is none.
        words: the verdict in a sentence.
        reading: how the sentence was read, where the verdict holds only under that reading; ""
            where it needs none.
        contradicts: the ids of the claims on its subject that cannot hold together with it.
    """

    claim: Claim
    verdict: Verdict
    figure: str
    words: str
    reading: str = ""
    contradicts: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The verdict, and whether it holds only as the sentence was read."""
        return self.verdict.value + (AS_READ if self.reading and self.verdict in DECIDED else "")

    @property
    def fails(self) -> bool:
        """Whether it is false, impossible, or does not follow."""
        return self.verdict in DOUBTFUL

    @property
    def is_doubtful(self) -> bool:
        """Whether it fails, or is contradicted by another claim."""
        return self.fails or bool(self.contradicts)


@dataclass(frozen=True, slots=True)
class ClaimAudit:
    """The verdict on every claim of a study."""

    study: Study
    judged: tuple[JudgedClaim, ...]

    @property
    def doubtful(self) -> tuple[JudgedClaim, ...]:
        """The claims that fail, or are contradicted."""
        return tuple(entry for entry in self.judged if entry.is_doubtful)

    @property
    def contradicted(self) -> int:
        """How many claims cannot hold together with another."""
        return sum(bool(entry.contradicts) for entry in self.judged)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many claims have each verdict, by label; every label is there."""
        labels = [entry.label for entry in self.judged]
        return {label: labels.count(label) for label in LABELS}

    def of(self, label: str) -> tuple[JudgedClaim, ...]:
        """The claims whose verdict is printed so."""
        return tuple(entry for entry in self.judged if entry.label == label)
