"""`vfi audit claims`: do the sentences of a report follow from its study?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vfi.cli.answer import Answer
from vfi.cli.options import StudyArgument
from vfi.cli.terminal.blocks import Block, Heading, Paragraph
from vfi.numbers import count_of
from vfi.problems import capitalised

if TYPE_CHECKING:
    from vfi.audit.claims.verdicts import ClaimAudit, JudgedClaim
    from vfi.study.models import Claim, Study

DOUBTFUL_HEADING = "Do not hold: false, impossible, not following, or contradicted by another claim"
HEADINGS = {
    "cannot fail": "Nothing could make them false",
    "not checkable": "Not checkable from the study",
}


def claims_command(study: StudyArgument) -> Answer:
    """Check the sentences of a report, as claims.csv ties them to the study, one by one.

    Each gets a verdict with the figure that decides it: true or false by the study's own ratings;
    following from other printed figures or not, possible beside them or not; or not checkable. A
    verdict that holds only under a reading of the words says so. Sentences on one subject that
    cannot all hold are shown as contradicting each other. The exit code is 1 when a claim does not
    hold, or is contradicted. docs/claims.md has the whole of it.
    """
    from vfi.audit.claims import judge_claims
    from vfi.audit.claims.document import claims_document, claims_rows
    from vfi.cli.opening import open_study
    from vfi.scoring.scorecard import score

    audit = judge_claims(score(open_study(study)))
    return Answer(
        document=lambda: claims_document(audit),
        rows=lambda: claims_rows(audit),
        text=lambda: claims_text(audit),
        has_findings=bool(audit.doubtful),
    )


def claims_text(audit: ClaimAudit) -> Iterator[Block]:
    """The counts, the claims that do not hold, those that do, and those that nobody can check from
    the study.
    """
    from vfi.audit.claims.verdicts import LABELS

    if not audit.judged:
        yield f"{audit.study.id}: no claims (the study has no claims.csv)"
        return
    yield _summary(audit)
    yield ""
    sound = [entry for entry in audit.judged if not entry.is_doubtful]
    yield from _part(DOUBTFUL_HEADING, audit.doubtful, audit.study)
    for label in LABELS:
        heading = HEADINGS.get(label, capitalised(label))
        yield from _part(heading, [entry for entry in sound if entry.label == label], audit.study)


def _summary(audit: ClaimAudit) -> str:
    counts = ", ".join(f"{count} {label}" for label, count in audit.counts.items() if count)
    claims = count_of(len(audit.judged), "claim")
    return (
        f"{audit.study.id}: {claims}: {counts}; {audit.contradicted} contradicted by another claim"
    )


def _part(heading: str, entries: Sequence[JudgedClaim], study: Study) -> Iterator[Block]:
    if not entries:
        return
    yield Heading(heading)
    for entry in entries:
        yield ""
        yield from _claim(entry, study)
    yield ""


def _claim(entry: JudgedClaim, study: Study) -> Iterator[Block]:
    claim = entry.claim
    documents = {source.id: source.location or source.title for source in study.evidence}
    place = ", ".join(
        part for part in (documents.get(claim.document, claim.document), claim.where) if part
    )
    yield f"{claim.id}  {entry.label}  {place}"
    yield Paragraph(f"“{claim.sentence}”")
    yield Paragraph(entry.words)
    if entry.reading:
        yield Paragraph(f"As read: {entry.reading}.")
    if claim.hedge:
        yield Paragraph(f"The sentence hedges (“{claim.hedge}”); what is judged is what it hedges.")
    if entry.contradicts:
        yield Paragraph(
            f"Cannot hold together with {', '.join(entry.contradicts)} ({_topic(claim)})."
        )
    if claim.note:
        yield Paragraph(claim.note)


def _topic(claim: Claim) -> str:
    of_whom = f", of {claim.population}" if claim.population else ""
    return f"subject: {claim.subject}{of_whom}"
