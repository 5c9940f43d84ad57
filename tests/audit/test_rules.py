"""The evaluation's own grid: 19 cases x 13 criteria and the ratings of Tables 6.1-6.4 and of the
executive summary (Evaluation of the Domestic Abuse Duty for Support in Safe Accommodation, chapter
6).
"""

from dataclasses import replace

import pytest

from tests import rubrics
from tests.relational.studies import rubric_of, scale_of, study_of
from vfi.audit.rules import Needed, RulesAudit, audit_rules
from vfi.problems import UserError
from vfi.study.loading import load_study
from vfi.study.models import PublishedRating

MEANS = {
    "criterion.rule": "mean",
    "dimension.rule": "mean",
    "overall.rule": "mean",
    "pooling": "step by step",
}


@pytest.fixture(scope="module")
def shipped() -> RulesAudit:
    return audit_rules(load_study("domestic-abuse-duty-2025"))


def test_only_the_mean_gives_the_published_criterion_ratings(shipped: RulesAudit) -> None:
    possible = {rule for rule, (found, _) in shipped.possible("criterion.rule").items() if found}
    assert possible == {"mean"}
    criteria = {
        f"E{i}.{j}" for i, count in ((1, 3), (2, 3), (3, 5), (4, 2)) for j in range(1, count + 1)
    }
    right_below = {
        entry.combination["criterion.rule"]
        for entry in shipped.tried
        if not criteria & set(entry.fails)
    }
    assert right_below == {"mean"}


def test_with_means_throughout_overall_is_good_only_of_ratings_and_with_the_tie_not_down(
    shipped: RulesAudit,
) -> None:
    means = shipped.within(MEANS)
    assert {e.combination["overall.of"] for e in means if "overall" not in e.fails} == {"ratings"}
    assert {e.combination["overall.ties"] for e in means if "overall" not in e.fails} == {
        "up",
        "even",
    }
    stands = {
        e
        for e in means
        if e.combination["overall.of"] == "ratings" and e.combination["overall.ties"] != "down"
    }
    assert all(not entry.fails for entry in stands)
    assert shipped.own_rules == MEANS
    assert shipped.needed == (
        Needed("overall.of", ("ratings",), ("scores",)),
        Needed("overall.ties", ("up", "even"), ("down",)),
    )


def test_worst_of_dimensions_and_best_of_criteria_are_ruled_out(shipped: RulesAudit) -> None:
    assert shipped.possible("overall.rule")["worst"][0] == 0
    assert shipped.possible("dimension.rule")["best"][0] == 0


def test_near_misses_name_the_nodes_and_the_fewest_come_first(shipped: RulesAudit) -> None:
    nodes = list(shipped.near_misses)
    assert ("overall",) in nodes[:3]
    assert [len(group) for group in nodes] == sorted(len(group) for group in nodes)
    assert (
        len(shipped.tried)
        == len(shipped.reproducing) + sum(map(len, shipped.near_misses.values()))
        == 13_520
    )


def test_what_the_grid_has_no_room_for_is_said() -> None:
    own = {"A": {"synthesis": {"rule": "worst", "missing": "exclude"}}}
    study = study_of(rubric_of({"A": ["A.1"]}, nodes=own), {"N": {"A.1": "High"}})
    audited = audit_rules(replace(study, published=(PublishedRating("A", "High"),)))
    assert audited.left_out == ("the steps of their own that A have",)


def test_all_that_the_grid_has_no_room_for_is_said() -> None:
    hurdle = {
        "id": "h",
        "title": "H",
        "reason": "R",
        "kind": "hard",
        "node": "overall",
        "when": [{"node": "A", "at": "Low"}],
    }
    tiers = ("criterion", "theme", "dimension", "overall")
    rubric = rubrics.rubric(
        [rubrics.dimension("A", groups=[rubrics.dimension("T", ["T1"])])],
        tiers=list(tiers[:3]),
        scale=scale_of(["Low", "High"]),
        standards={},
        hurdles=[hurdle],
        synthesis={
            **dict.fromkeys(tiers, rubrics.MEAN),
            "overall": rubrics.MEAN | {"minimum_coverage": "1/2"},
            "theme": {"rule": "worst", "missing": "exclude"},
        },
    )
    study = study_of(rubric, {"N": {"T1": "High"}})
    audited = audit_rules(replace(study, published=(PublishedRating("A", "High"),)))
    assert audited.left_out == (
        "the hurdles of the rubric",
        "rules that differ between the tiers of groups",
        "minimum coverage",
    )
    assert (audited.own_rules, audited.needed) == ({}, ())


def test_where_no_convention_gives_the_published_ratings_none_is_needed() -> None:
    study = study_of(rubric_of({"A": ["A.1"]}), {"N": {"A.1": "High"}})
    audited = audit_rules(replace(study, published=(PublishedRating("A", "Low"),)))
    assert audited.reproducing == ()
    assert audited.own_rules
    assert audited.needed == ()


def test_a_study_without_published_ratings_is_refused() -> None:
    with pytest.raises(UserError, match=r"no published\.csv"):
        audit_rules(study_of(rubric_of({"A": ["A.1"]}), {"N": {"A.1": "High"}}))


def test_a_rubric_with_several_scales_is_refused() -> None:
    two = {"two": scale_of(["Absent", "Present"])}
    rubric = rubric_of({"A": ["A.1"]}, scales=two, nodes={"A.1": {"scale": "two"}})
    study = study_of(rubric, {"N": {"A.1": "Absent"}})
    with pytest.raises(UserError, match="several scales"):
        audit_rules(replace(study, published=(PublishedRating("A", "Low"),)))
