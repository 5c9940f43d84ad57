"""What a sentence of the narrative counts is what claims count, and what the grid shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import rubrics
from tests.audit.claims.making import claim
from tests.generated import judgements
from tests.generated import rubrics as generated_rubrics
from vfi.audit.claims.judging import judge
from vfi.audit.claims.verdicts import Verdict
from vfi.reporting.look_ups import look_ups
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.models import ClaimKind, Relation

Levels = Mapping[str, str | None]
GOOD: Levels = dict.fromkeys(("A1", "A2"), "Good")
POOR: Levels = dict.fromkeys(("A1", "A2"), "Poor")
UNKNOWN: Levels = dict.fromkeys(("A1", "A2"), None)


def scorecard(*cases: Levels, **parts: object) -> Scorecard:
    rubric = rubrics.rubric([rubrics.dimension("A", ["A1", "A2"])], **parts)
    return score(
        rubrics.study(rubric, {f"c{place}": dict(case) for place, case in enumerate(cases)})
    )


@pytest.mark.parametrize(
    ("name", "arguments", "shown"),
    [
        ("count", ("overall", "Good"), "3"),
        ("count", ("A", "Poor"), "2"),
        ("count", ("A1", "at most Good"), "5"),
        ("count", ("overall", "at least Good"), "3"),
        ("count", ("overall", "at most Poor"), "2"),
        ("share", ("overall", "Good"), "60%"),
        ("judged", ("overall",), "5"),
        ("missing", ("overall",), "1"),
        ("undetermined", ("overall",), "0"),
        ("judgements", ("overall",), "10"),
        ("missing_judgements", ("overall",), "2"),
    ],
)
def test_cases_are_counted_at_every_node(name: str, arguments: tuple[str, ...], shown: str) -> None:
    assert look_ups(scorecard(GOOD, GOOD, GOOD, POOR, POOR, UNKNOWN))[name](*arguments) == shown


def test_case_whose_rule_gives_no_answer_is_not_one_without_evidence() -> None:
    gap = {
        "rule": "bands",
        "on": "mean",
        "missing": "exclude",
        "bands": [{"rating": "Good", "from": 2}],
    }
    synthesis = {"criterion": rubrics.MEAN, "dimension": rubrics.MEAN, "overall": gap}
    found = look_ups(scorecard(GOOD, POOR, UNKNOWN, synthesis=synthesis))
    assert [found[name]("overall") for name in ("judged", "missing", "undetermined")] == [
        "1",
        "1",
        "1",
    ]
    assert (
        look_ups(scorecard(POOR, UNKNOWN, synthesis=synthesis))["share"]("overall", "Good")
        == "Undetermined"
    )
    assert look_ups(scorecard(UNKNOWN))["share"]("overall", "Good") == "Insufficient evidence"


def test_a_share_short_of_all_is_not_all() -> None:
    found = look_ups(scorecard(*[GOOD] * 399, POOR))
    assert found["share"]("overall", "Good") == "99.8%"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_claims_and_narrative_agree_on_every_count(data: st.DataObject) -> None:
    rubric = Rubric.model_validate(data.draw(generated_rubrics()))
    found = score(rubrics.study(rubric, data.draw(judgements())))
    known = look_ups(found)
    for node in found.nodes:
        scale = rubric.judgement_scale(node) if node in rubric.judged else rubric.rating_scale(node)
        for level in scale.names:
            for words in (level, f"at least {level}", f"at most {level}"):
                number = known["count"](node, words)
                asserted = claim(ClaimKind.COUNT, Relation.IS, number, node=node, level=words)
                judged = judge(replace(asserted, levels=scale.meant(words)), found)
                assert judged.verdict is Verdict.TRUE, judged.words
