from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import make_study
from vfi.problems import InvalidInput
from vfi.reporting.answers import citable_of
from vfi.reporting.narrative import narrative_html
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study

CLAIMS = """\
id,where,sentence,kind,node,level,relation,value,figures,reading
C1,p,It rose by 23%,change,,,is,23%,"29,500 39,010",
C2,p,Most are open late,share,A.1,High,most,,,
C3,p,Nobody knows,external,,,,,,
C4,p,All is well,rating,overall,High,is,,,well is taken as High
"""


def html_of(place: Path, text: str, claims: str = CLAIMS) -> str:
    study = make_study(place, {"narrative/summary.md": text, "claims.csv": claims})
    return str(narrative_html(citable_of(score(load_study(study))))["summary"].text)


@pytest.mark.parametrize(
    ("look_up", "shown"),
    [
        ('verdict("C1")', "does not follow"),
        ('figure("C1")', "+32.2%"),
        ('verdict("C2")', "false"),
        ('verdict("C3")', "not checkable"),
        ('figure("C3")', "not checkable"),
        ('verdict("C4")', "true as read"),
        ('standards("published")', "1"),
        ('standards("reconstructed")', "8"),
        ('standards("proposed")', "0"),
        ('rating_of_scores("overall")', "Middle"),
        ('score_of_scores("overall")', "1.13"),
        ('score_of_scores("A.1")', "1.50"),
    ],
)
def test_what_prose_can_look_up(tmp_path: Path, look_up: str, shown: str) -> None:
    assert html_of(tmp_path, f"It is {{{{ {look_up} }}}}.") == f"<p>It is {shown}.</p>\n"


@pytest.mark.parametrize(
    ("look_up", "told"),
    [
        ('verdict("C9")', 'there is no claim "C9"; C1, C2, C3, C4'),
        ('standards("publshed")', 'no standard is "publshed"; did you mean "published"?'),
        ('score_of_scores("E")', 'there is no node "E"'),
    ],
)
def test_what_is_not_there_is_told_with_its_place(tmp_path: Path, look_up: str, told: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        html_of(tmp_path, f"It is\n{{{{ {look_up} }}}}.")
    (problem,) = refused.value.problems
    assert problem.line == 2
    assert told in str(problem)


def test_mistakes_in_claims_are_told_where_a_verdict_is_looked_up_and_nowhere_else(
    tmp_path: Path,
) -> None:
    wrong = "id,where,sentence,kind\nC1,p,s,guess\n"
    assert html_of(tmp_path / "a", 'It is {{ rating("A") }}.', wrong) == "<p>It is High.</p>\n"
    with pytest.raises(
        InvalidInput, match=r"claims.csv has mistakes, the first of them: .*claims.csv:2: kind"
    ):
        html_of(tmp_path / "b", 'It {{ verdict("C1") }}.', wrong)
