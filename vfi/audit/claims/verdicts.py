"""What an audit of claims answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vfi.study import Claim, Study


class Verdict(StrEnum):
    """Whether a sentence follows."""

    TRUE = "true"
    FALSE = "false"
    NOT_CHECKABLE = "not checkable"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim, judged.

    Attributes:
        claim: the claim.
        verdict: whether what it asserts follows from the study or from its own figures.
        figure: the figure that decides it, such as `15 of 19`; "" where there is none.
        words: the verdict in a sentence.
        contradicts: the ids of the claims on its subject that cannot hold together with it.
    """

    claim: Claim
    verdict: Verdict
    figure: str
    words: str
    contradicts: tuple[str, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether it is false, or contradicted by another claim."""
        return self.verdict is Verdict.FALSE or bool(self.contradicts)


@dataclass(frozen=True, slots=True)
class ClaimAudit:
    """The verdict on every claim of a study."""

    study: Study
    judged: tuple[Judged, ...]

    @property
    def doubtful(self) -> tuple[Judged, ...]:
        """The claims that are false, or contradicted."""
        return tuple(entry for entry in self.judged if entry.is_doubtful)

    def of(self, verdict: Verdict) -> tuple[Judged, ...]:
        """The claims of one verdict."""
        return tuple(entry for entry in self.judged if entry.verdict is verdict)
