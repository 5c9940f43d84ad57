from __future__ import annotations

import pytest

from tests.audit.claims.making import Parts, claim, judged, numbers, on
from tests.deep import deep_study
from vfi.audit.claims.judging import judge
from vfi.audit.claims.verdicts import Verdict
from vfi.scoring.scorecard import score
from vfi.study.models import ClaimKind, Relation


@pytest.mark.parametrize(
    ("levels", "relation", "value", "holds"),
    [
        ("L2", Relation.IS, "3", True),
        ("L2", Relation.IS, "4", False),
        ("L2 L3", Relation.IS, "6", True),
        ("L2", Relation.AT_LEAST, "3", True),
        ("L2", Relation.MORE_THAN, "3", False),
        ("L2", Relation.AT_MOST, "3", True),
        ("L2", Relation.FEWER_THAN, "3", False),
        ("L2", Relation.FEWER_THAN, "4", True),
    ],
)
def test_counts(levels: str, relation: Relation, value: str, holds: bool) -> None:
    found = judged(claim(ClaimKind.COUNT, relation, value, **on(levels)))
    assert found.verdict is (Verdict.TRUE if holds else Verdict.FALSE)
    assert found.figure == f"{6 if ' ' in levels else 3} of 9"


def test_missing_evidence_is_said_beside_a_count() -> None:
    words = judged(claim(ClaimKind.COUNT, Relation.IS, "6", **on("L2 L3"))).words
    assert (
        words == "On D1.1, 6 of 9 judged cases are L2 L3 (3 L2, 3 L3); 1 more without sufficient "
        "evidence."
    )


@pytest.mark.parametrize(
    ("levels", "relation", "value", "holds"),
    [
        ("L2", Relation.IS, "33%", True),
        ("L2", Relation.IS, "33.3%", True),
        ("L2", Relation.IS, "34%", False),
        ("L2", Relation.AT_LEAST, "33%", True),
        ("L2", Relation.AT_LEAST, "34%", False),
        ("L2 L3", Relation.MAJORITY, "", True),
        ("L2", Relation.MOST, "", False),
        ("L2 L3", Relation.MAJORITY, "75%", False),
        ("L1 L2 L3", Relation.ALMOST_ALL, "", False),
        ("L1 L2 L3", Relation.ALMOST_ALL, "75%", True),
        ("L1 L2 L3", Relation.ALL, "", False),
        ("L0 L1 L2", Relation.ALL, "", False),
        ("L1", Relation.ALL, "", False),
        ("L1", Relation.NONE, "", False),
    ],
)
def test_shares(levels: str, relation: Relation, value: str, holds: bool) -> None:
    found = judged(claim(ClaimKind.SHARE, relation, value, **on(levels)))
    assert found.verdict is (Verdict.TRUE if holds else Verdict.FALSE)


def test_half_is_no_majority() -> None:
    half = claim(ClaimKind.SHARE, Relation.MAJORITY, "33.4%", **on("L2"))
    assert judged(half).verdict is Verdict.FALSE


@pytest.mark.parametrize(
    ("relation", "value", "reading"),
    [
        (Relation.MOST, "", '"most" is taken as more than half of those judged'),
        (Relation.ALMOST_ALL, "", '"almost all" is taken as at least 9/10 of those judged'),
        (Relation.ALMOST_ALL, "80%", '"almost all" is taken as at least 4/5 of those judged'),
        (Relation.MAJORITY, "75%", '"majority" is taken as more than 3/4 of those judged'),
        (Relation.MAJORITY, "", ""),
    ],
)
def test_a_word_that_people_take_differently_comes_with_its_meaning(
    relation: Relation, value: str, reading: str
) -> None:
    entry = judged(claim(ClaimKind.SHARE, relation, value, **on("L2 L3")))
    assert entry.reading == reading
    assert entry.label == entry.verdict.value + (" as read" if reading else "")


@pytest.mark.parametrize(
    ("levels", "node", "label"), [("L0", "D1.1", "false"), ("L1", "D2.1", "true")]
)
def test_a_verdict_that_every_meaning_of_the_word_gives_needs_none(
    levels: str, node: str, label: str
) -> None:
    """2 of 9 are not most by anybody's count, and all of them are."""
    assert judged(claim(ClaimKind.SHARE, Relation.MOST, **on(levels, node))).label == label


def test_a_reading_of_the_author_stands_in_the_verdict() -> None:
    entry = judged(
        claim(ClaimKind.COUNT, Relation.IS, "3", reading="well run is taken as L2", **on("L2"))
    )
    assert (entry.label, entry.reading) == ("true as read", "well run is taken as L2")
    both = judged(
        claim(ClaimKind.SHARE, Relation.MOST, reading="well run is taken as L2.", **on("L2 L3"))
    )
    assert (
        both.reading == 'well run is taken as L2; "most" is taken as more than half of those judged'
    )


def test_what_is_not_decided_is_not_decided_by_a_reading() -> None:
    assert judged(claim(ClaimKind.EXTERNAL, reading="as it seems")).label == "not checkable"


def test_ratings() -> None:
    assert (
        judged(claim(ClaimKind.RATING, Relation.IS, **on("L2"))).words
        == "D1.1: rated L2, from a score of 1.7778."
    )
    assert judged(claim(ClaimKind.RATING, Relation.AT_MOST, **on("L1"))).verdict is Verdict.FALSE
    assert judged(claim(ClaimKind.RATING, Relation.AT_LEAST, **on("L1"))).verdict is Verdict.TRUE
    assert judged(claim(ClaimKind.RATING, Relation.IS, **on("L2", "overall"))).words.startswith(
        "Overall: rated"
    )


def test_rating_of_one_case() -> None:
    assert (
        judged(claim(ClaimKind.RATING, Relation.IS, **on("L0"), case="c0")).verdict is Verdict.TRUE
    )
    assert judged(claim(ClaimKind.RATING, Relation.IS, **on("L1", "D1"), case="c0")).figure == "L0"
    assert (
        judged(claim(ClaimKind.RATING, Relation.IS, **on("L0"), case="c9")).verdict
        is Verdict.NOT_CHECKABLE
    )


def test_cases_are_counted_by_their_own_ratings_above_the_criteria() -> None:
    assert (
        judged(claim(ClaimKind.COUNT, Relation.IS, "3", **on("L3", "D1"))).verdict is Verdict.TRUE
    )


def test_order() -> None:
    assert (
        judged(claim(ClaimKind.ORDER, Relation.MORE_THAN, node="D1", other="D2")).verdict
        is Verdict.TRUE
    )
    assert (
        judged(claim(ClaimKind.ORDER, Relation.IS, node="D1", other="D2")).verdict is Verdict.FALSE
    )
    assert (
        judged(claim(ClaimKind.ORDER, Relation.MORE_THAN, node="D1", other="D2")).figure
        == "L2 and L1"
    )


@pytest.mark.parametrize(("what", "size"), [("cases", 10), ("criteria", 2), ("dimensions", 2)])
def test_sizes(what: str, size: int) -> None:
    assert judged(claim(ClaimKind.SIZE, Relation.IS, str(size), level=what)).verdict is Verdict.TRUE
    assert (
        judged(claim(ClaimKind.SIZE, Relation.MORE_THAN, str(size), level=what)).verdict
        is Verdict.FALSE
    )


@pytest.mark.parametrize(
    ("kind", "relation", "value", "figures", "verdict", "figure"),
    [
        (ClaimKind.CHANGE, Relation.IS, "18%", ("21,170", "24,940"), "follows", "+17.8%"),
        (ClaimKind.CHANGE, Relation.IS, "17%", ("21,170", "24,940"), "does not follow", "+17.8%"),
        (ClaimKind.CHANGE, Relation.MORE_THAN, "0%", ("10", "10"), "does not follow", "0.0%"),
        (ClaimKind.CHANGE, Relation.IS, "-40%", ("600", "360"), "follows", "-40.0%"),
        (ClaimKind.FRACTION, Relation.IS, "42%", ("21,170", "50,670"), "follows", "41.8%"),
        (ClaimKind.FRACTION, Relation.IS, "39%", ("24,940", "63,950"), "follows", "39.0%"),
        (ClaimKind.FRACTION, Relation.IS, "40%", ("24,940", "63,950"), "does not follow", "39.0%"),
        (ClaimKind.RATIO, Relation.MORE_THAN, "2", ("52%", "23%"), "follows", "2.26"),
        (ClaimKind.RATIO, Relation.MORE_THAN, "2", ("46%", "23%"), "does not follow", "2"),
        (ClaimKind.WHOLE, Relation.IS, "57%", ("52%", "3%"), "impossible", "between 3% and 52%"),
        (ClaimKind.WHOLE, Relation.IS, "30%", ("52%", "3%"), "possible", "between 3% and 52%"),
        (ClaimKind.WHOLE, Relation.IS, "53%", ("52.6%", "3%"), "possible", "between 3% and 52.6%"),
        (
            ClaimKind.POSSIBLE,
            Relation.IS,
            "77%",
            ("19",),
            "impossible",
            "14 of 19 is 73.7% and 15 of 19 is 78.9%",
        ),
        (ClaimKind.POSSIBLE, Relation.IS, "79%", ("19",), "possible", "15 of 19"),
        (ClaimKind.RATIO, Relation.MORE_THAN, "2", ("2.0001", "1"), "follows", "2.0001"),
        (
            ClaimKind.FRACTION,
            Relation.MORE_THAN,
            "50%",
            ("50,001", "100,000"),
            "follows",
            "50.001%",
        ),
    ],
)
def test_figures_against_figures(
    kind: ClaimKind,
    relation: Relation,
    value: str,
    figures: tuple[str, ...],
    verdict: str,
    figure: str,
) -> None:
    found = judged(claim(kind, relation, value, figures=numbers(*figures)))
    assert (found.label, found.figure) == (verdict, figure)


def test_external_claims_are_not_checkable() -> None:
    found = judged(claim(ClaimKind.EXTERNAL, Relation.IS, "57%"))
    assert (found.verdict, found.is_doubtful) == (Verdict.NOT_CHECKABLE, False)


def test_a_size_may_be_that_of_any_tier() -> None:
    claims = [
        claim(ClaimKind.SIZE, Relation.IS, value, level=tier)
        for tier, value in (("KLOEs", "3"), ("evidence categories", "6"), ("themes", "3"))
    ]
    verdicts = [judge(one, score(deep_study())) for one in claims]
    assert [one.verdict for one in verdicts] == [Verdict.TRUE, Verdict.TRUE, Verdict.FALSE]
    assert verdicts[0].words == "The study has 3 KLOEs."


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        (ClaimKind.COUNT, on("L2")),
        (ClaimKind.SIZE, {"level": "cases"}),
        (ClaimKind.WHOLE, {"figures": numbers("40%", "50%")}),
        (ClaimKind.POSSIBLE, {"figures": numbers("13")}),
        (ClaimKind.CHANGE, {"figures": numbers("40", "50")}),
        (ClaimKind.FRACTION, {"figures": numbers("40", "50")}),
        (ClaimKind.RATIO, {"figures": numbers("40", "50")}),
    ],
)
def test_a_number_that_is_not_there_decides_nothing(kind: ClaimKind, parts: Parts) -> None:
    assert judged(claim(kind, None, "", **parts)).verdict is Verdict.NOT_CHECKABLE
