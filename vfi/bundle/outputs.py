"""What a bundle derives from its inputs: one line an output."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from vfi import places
from vfi.problems import UserError
from vfi.steps import tell_step
from vfi.visible import as_json

if TYPE_CHECKING:
    from vfi.reporting.answers import Answers
    from vfi.scoring.models import Scorecard

TEMPLATES = (places.shipped_templates(),)


@dataclass(frozen=True)
class Material:
    """What outputs are made from: a scorecard, and its report, which is put together once for all
    that need it.
    """

    scorecard: Scorecard

    @cached_property
    def answers(self) -> Answers:
        """What the report shows."""
        from vfi.reporting.answers import answers_of

        return answers_of(self.scorecard)

    @cached_property
    def report(self) -> str:
        """The report as HTML."""
        from vfi.reporting.web import report_html

        return report_html(self.answers, TEMPLATES)


PAGE = "report.html"
Maker = Callable[[Material], bytes]


@dataclass(frozen=True, slots=True)
class Output:
    """One file that is made from a scorecard, with the same bytes each time.

    Attributes:
        name: the name of the file.
        what: what it is, for a reader.
        make: makes it.
        may_be_left_out: whether there are studies that do not allow it, for which a bundle says why
            it is not there.
        doubts: what its content says against the ratings, in words; nothing where it bears them
            out. An output that can doubt the ratings is missed where it is left out.
    """

    name: str
    what: str
    make: Maker
    may_be_left_out: bool = True
    doubts: Callable[[bytes], str] | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """An output as it was derived.

    Attributes:
        output: which.
        content: its bytes; None where the study does not allow it.
        error: why there is none.
    """

    output: Output
    content: bytes | None
    error: UserError | None = None

    @property
    def reason(self) -> str:
        """Why there is none, in words."""
        return str(self.error)

    @property
    def doubt(self) -> str:
        """What the output, or that there is none, says against the ratings; nothing where all is
        well.
        """
        if self.output.doubts is None:
            return ""
        if self.content is None:
            return f"the ratings were not recomputed by another path: {self.reason}"
        return self.output.doubts(self.content)


def derive(scorecard: Scorecard) -> Iterator[Derived]:
    """Every output of a scorecard; one that the study does not allow comes with the reason."""
    material = Material(scorecard)
    for number, output in enumerate(OUTPUTS, start=1):
        tell_step(f"making {output.name}", number, len(OUTPUTS))
        try:
            yield Derived(output, output.make(material))
        except UserError as error:
            yield Derived(output, None, error)


def _scorecard(material: Material) -> bytes:
    from vfi.reporting.data import scorecard_json

    return scorecard_json(material.scorecard)


def _html(material: Material) -> bytes:
    return material.report.encode()


def _pdf(material: Material) -> bytes:
    from vfi.reporting.report import report_pdf

    return report_pdf(material.answers, material.report, TEMPLATES)


def _workbook(material: Material) -> bytes:
    from vfi.workbook.book import workbook_bytes

    return workbook_bytes(material.scorecard)


def _audit(material: Material) -> bytes:
    from vfi.audit.document import audit_document
    from vfi.audit.recomputation import audit

    return _json(audit_document(audit(material.scorecard)))


def _claims(material: Material) -> bytes:
    from vfi.audit.claims import judge_claims
    from vfi.audit.claims.document import claims_document

    if not (material.scorecard.study.claims or material.scorecard.study.claim_problems):
        raise UserError("the study has no claims.csv")
    return _json(claims_document(judge_claims(material.scorecard)))


def _robustness(material: Material) -> bytes:
    from vfi.robustness.document import robustness_document
    from vfi.robustness.examination import QUESTIONS, robustness

    return _json(robustness_document(robustness(material.scorecard, QUESTIONS)))


def _audit_doubts(content: bytes) -> str:
    recomputed = json.loads(content)["recomputation"]
    compared, equal = recomputed["compared"], recomputed["equal"]
    if not recomputed["differences"]:
        return ""
    return (
        f"recomputed by another path, {compared - equal} of {compared} nodes are DIFFERENT from "
        "the scorecard"
    )


def _json(document: object) -> bytes:
    return (as_json(document) + "\n").encode()


OUTPUTS = (
    Output("scorecard.json", "every rating with what it rests on", _scorecard, False),
    Output("report.pdf", "the report, an accessible PDF that carries the scorecard", _pdf, False),
    Output(PAGE, "the report as one HTML file", _html, False),
    Output("workbook.xlsx", "the ratings as live formulas over the judgements", _workbook),
    Output(
        "audit.json",
        "every rating recomputed by another path, and beside the published ones",
        _audit,
        doubts=_audit_doubts,
    ),
    Output("robustness.json", "how little would overturn each rating", _robustness),
    Output(
        "claims.json",
        "each sentence of the report that the study ties to a figure, recomputed",
        _claims,
    ),
)
