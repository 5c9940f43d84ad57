from __future__ import annotations

from pathlib import Path

import pytest

from tests.deep import make_deep_study
from tests.making import make_study
from vfi import Problem, Study, load_study, score
from vfi.audit.claims import judge_claims
from vfi.problems import InvalidInput
from vfi.study.loading import check_study
from vfi.study.models import ClaimKind, Relation

HEADER = "id,where,sentence,kind,subject,node,level,relation,value,case,figures,note\n"


def study_with(place: Path, *lines: str) -> Study:
    return load_study(make_study(place, {"claims.csv": HEADER + "\n".join(lines) + "\n"}))


def problems_with(place: Path, *lines: str) -> list[Problem]:
    study, problems = check_study(
        make_study(place, {"claims.csv": HEADER + "\n".join(lines) + "\n"})
    )
    assert study is None
    return list(problems)


def test_a_study_without_claims(tmp_path: Path) -> None:
    study = load_study(make_study(tmp_path))
    assert study.claims == ()
    assert "claims.csv" not in study.digests


def test_a_claim_holds_what_its_row_says(tmp_path: Path) -> None:
    study = study_with(
        tmp_path, "C1,page 2,Most are open,share,hours,A.1,at least Middle,most,60%,,,A note"
    )
    (claim,) = study.claims
    assert (claim.id, claim.where, claim.sentence, claim.kind) == (
        "C1",
        "page 2",
        "Most are open",
        ClaimKind.SHARE,
    )
    assert (claim.subject, claim.node, claim.level, claim.note) == (
        "hours",
        "A.1",
        "at least Middle",
        "A note",
    )
    assert (claim.levels, claim.relation) == (("Middle", "High"), Relation.MOST)
    assert claim.value is not None
    assert claim.value.text == "60%"
    assert len(study.digests["claims.csv"]) == 64


@pytest.mark.parametrize(
    ("level", "levels"),
    [
        ("Low", ("Low",)),
        ("at most Middle", ("Low", "Middle")),
        ("at least Low", ("Low", "Middle", "High")),
    ],
)
def test_levels_of_a_cell(tmp_path: Path, level: str, levels: tuple[str, ...]) -> None:
    assert study_with(tmp_path, f"C1,p,s,count,,A.1,{level},is,1,,,").claims[0].levels == levels


@pytest.mark.parametrize(
    "line",
    [
        "C1,p,s,rating,,A,High,at least,,,,",
        "C1,p,s,rating,,A.1,High,is,,N,,",
        "C1,p,s,order,,A,,more than,B,,,",
        "C1,p,s,size,,,cases,is,2,,,",
        'C1,p,s,change,,,,is,18%,,"21,170 24,940",',
        "C1,p,s,fraction,,,,is,42%,,42 100,",
        "C1,p,s,ratio,,,,more than,2,,52% 23%,",
        "C1,p,s,whole,,,,is,57%,,52% 3% 9%,",
        "C1,p,s,change,,,,is,18%,,21\u00a0170 24\u202f940,",
        "C1,p,s,external,,,,is,57 per cent,,,",
        "C1,p,s,external,,,,is,57%,,,",
        "C1,p,s,external,,,,,,,,",
        "C1,p,s,share,,A.1,High,none,,,,",
    ],
)
def test_kinds_of_claims(tmp_path: Path, line: str) -> None:
    assert len(study_with(tmp_path, line).claims) == 1


@pytest.mark.parametrize(
    ("line", "column", "found", "hint"),
    [
        ("C2,p,s,cuont,,A.1,High,is,1,,,", "kind", '"cuont"', 'did you mean "count"?'),
        ("C2,p,s,count,,A.9,High,is,1,,,", "node", '"A.9"', "did you mean"),
        ("C2,p,s,count,,A.1,Hihg,is,1,,,", "level", '"Hihg"', 'did you mean "High"?'),
        ("C2,p,s,count,,A.1,at best High,is,1,,,", "level", '"at best High"', ""),
        ("C2,p,s,count,,A.1,High,most,1,,,", "relation", '"most"', ""),
        (
            "C2,p,s,count,,A.1,High,at last,1,,,",
            "relation",
            '"at last"',
            'did you mean "at least"?',
        ),
        ("C2,p,s,count,,A.1,High,is,ten,,,", "value", '"ten"', ""),
        ("C2,p,s,count,,A.1,High,is,52%,,,", "value", '"52%"', ""),
        ("C2,p,s,count,,A.1,High,is,,,,", "value", "an empty cell", ""),
        ("C2,p,s,share,,A.1,High,is,,,,", "value", "an empty cell", ""),
        ("C2,p,s,share,,A.1,High,is,0.5,,,", "value", '"0.5"', ""),
        ("C2,p,s,share,,A.1,High,all,90%,,,", "value", '"90%"', ""),
        ("C2,p,s,rating,,A.1,at least High,is,,,,", "level", '"at least High"', 'put "at least"'),
        ("C2,p,s,rating,,A.1,High,is,,X,,", "case", '"X"', ""),
        ("C2,p,s,rating,,A.1,High,is,2,,,", "value", '"2"', ""),
        ("C2,p,s,order,,A,,is,C,,,", "value", '"C"', ""),
        ("C2,p,s,size,,,levels,is,2,,,", "level", '"levels"', ""),
        ("C2,p,s,change,,,,is,5%,,10,", "figures", '"10"', ""),
        ("C2,p,s,change,,,,is,5%,,0 10,", "figures", '"0 10"', ""),
        ("C2,p,s,ratio,,,,is,5,,10 0,", "figures", '"10 0"', ""),
        ("C2,p,s,whole,,,,is,5%,,4% about,", "figures", '"4% about"', ""),
        ("C2,p,s,external,,A.1,,,,,,", "node", '"A.1"', ""),
        ("C2,p,s,external,,,,is,,,,", "relation", "a relation or a value alone", ""),
        ("C1,p,s,external,,,,,,,,", "id", '"C1" a second time (first on line 2)', ""),
        ("C 2,p,s,external,,,,,,,,", "id", '"C 2"', ""),
        ("C2,,s,external,,,,,,,,", "where", "an empty cell", ""),
    ],
)
def test_mistakes_are_located(
    tmp_path: Path, line: str, column: str, found: str, hint: str
) -> None:
    problems = problems_with(tmp_path, "C1,p,s,external,,,,,,,,", line)
    assert len(problems) == 1, problems
    assert (problems[0].line, problems[0].field, problems[0].found) == (3, column, found)
    assert problems[0].file.endswith("branches/claims.csv")
    assert hint in problems[0].hint


WIDER = "id,where,sentence,kind,subject,population,document,value,figures,relation,reading,hedge\n"


def wider(place: Path, *lines: str) -> Path:
    return make_study(place, {"claims.csv": WIDER + "\n".join(lines) + "\n"})


def test_what_a_claim_says_beside_its_assertion(tmp_path: Path) -> None:
    study = load_study(
        wider(tmp_path, "C1,p,It suggests so,which,hours,readers,visit,long,,,as told,suggests")
    )
    (claim,) = study.claims
    assert (claim.subject, claim.population, claim.document) == ("hours", "readers", "visit")
    assert (claim.answer, claim.reading, claim.hedge) == ("long", "as told", "suggests")


@pytest.mark.parametrize(
    ("line", "column", "found"),
    [
        ("C1,p,s,which,,,,long,,,,", "subject", "an empty cell"),
        ("C1,p,s,which,hours,,,,,,,", "value", "an empty cell"),
        ("C1,p,s,which,hours,,,long,,is,,", "relation", '"is"'),
        ("C1,p,s,external,,,visti,,,,,", "document", '"visti"'),
        ("C1,p,It may be,external,,,,,,,,might", "hedge", '"might"'),
        ("C1,p,s,possible,,,,77%,19 20,is,,", "figures", '"19 20"'),
        ("C1,p,s,possible,,,,77%,1.5,is,,", "figures", '"1.5"'),
        ("C1,p,s,possible,,,,77,19,is,,", "value", '"77"'),
        ("C1,p,s,possible,,,,77%,19,at least,,", "relation", '"at least"'),
    ],
)
def test_mistakes_beside_the_assertion(tmp_path: Path, line: str, column: str, found: str) -> None:
    _, problems = check_study(wider(tmp_path, line))
    assert [(problem.line, problem.field, problem.found) for problem in problems] == [
        (2, column, found)
    ]


@pytest.mark.parametrize(
    "claims", [HEADER + "C1,p,s,guess,,,,,,,,\n", "id\n", '"', b"\xff\xfe\x00"]
)
def test_mistakes_in_claims_stop_no_score(tmp_path: Path, claims: str | bytes) -> None:
    """No rating rests on claims.csv; `check` and `audit claims` tell what is wrong in it."""
    folder = make_study(tmp_path, {"claims.csv": claims})
    study = load_study(folder)
    assert score(study).overall.rating
    assert study.claim_problems == tuple(check_study(folder)[1])
    with pytest.raises(InvalidInput) as error:
        judge_claims(score(study))
    assert error.value.problems == study.claim_problems


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    problems = problems_with(tmp_path, "C1,p,s,count,,X,Y,Z,W,V,U,")
    assert sorted(problem.field for problem in problems) == [
        "case",
        "figures",
        "level",
        "node",
        "relation",
        "value",
    ]


def test_a_header_that_does_not_fit(tmp_path: Path) -> None:
    study, problems = check_study(make_study(tmp_path, {"claims.csv": "id,sentence\nC1,s\n"}))
    assert study is None
    assert {problem.field for problem in problems} == {"header"}


def test_a_claim_of_size_names_the_tiers_of_the_rubric(tmp_path: Path) -> None:
    rows = "C1,p1,Three lines,size,,,KLOEs,is,3,,,\nC2,p1,Six,size,,,criteria,is,6,,,\n"
    _, problems = check_study(make_deep_study(tmp_path, {"claims.csv": HEADER + rows}))
    (problem,) = problems
    assert (problem.line, problem.field, problem.found) == (3, "level", '"criteria"')
    expected = "one of cases, evidence categories, KLOEs, quality statements, themes"
    assert problem.expected == expected
