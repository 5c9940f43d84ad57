"""Claims of every kind about rubrics of every shape: each is read or told of, and each that is read
is judged.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import generated
from tests.making import SHIPPED_RUBRICS
from tests.rubrics import study
from vfi.audit.claims import judge_claims
from vfi.audit.claims.document import claims_document
from vfi.audit.claims.verdicts import LABELS, Verdict
from vfi.inputs.tables.files import ReadTable
from vfi.inputs.tables.reading import read_records
from vfi.inputs.tables.records import Location, Record, Row
from vfi.problems import Problems
from vfi.rubric.loading import load_rubric
from vfi.rubric.models.rubric import Rubric
from vfi.scoring.scorecard import score
from vfi.study.claim_cells import PERCENTAGE_IN_PRINT, WHOLE_IN_PRINT
from vfi.study.claim_kinds import KINDS
from vfi.study.claims import CLAIMS, claims_of, scale_of_claim
from vfi.study.models import Claim, ClaimKind, Relation, Study
from vfi.study.references import references

FIGURES = {
    ClaimKind.CHANGE: 2,
    ClaimKind.FRACTION: 2,
    ClaimKind.RATIO: 2,
    ClaimKind.WHOLE: 3,
    ClaimKind.POSSIBLE: 1,
}
PARTS = ["cases", "criteria", "dimensions"]
SHARES = st.sampled_from(["0%", "33%", "50%", "52.5%", "100%", "180%"])
COUNTS = st.sampled_from(["0", "1", "2", "19"])
rubric_of = cache(load_rubric)


@st.composite
def rows(draw: st.DrawFn, rubric: Rubric, cases: list[str]) -> dict[str, str]:
    """A row of claims.csv whose cells are, nearly always, what its kind wants."""
    kind = draw(st.sampled_from(ClaimKind))
    node, case = draw(st.sampled_from(rubric.node_ids)), draw(st.sampled_from(cases))
    declared = {column.name: column for column in KINDS[kind].columns}
    columns = {
        name
        for name, column in declared.items()
        if name == "subject" or column.required or draw(st.booleans())
    }
    names = scale_of_claim(rubric, kind, node, case if "case" in columns else "").names
    if draw(st.integers(0, 9)) == 0:
        names = rubric.scale.names
    bounds = [""] if kind is ClaimKind.RATING else ["", "at least ", "at most "]
    level = st.builds("".join, st.tuples(st.sampled_from(bounds), st.sampled_from(names)))
    value = declared.get("value")
    values = {WHOLE_IN_PRINT.expected: COUNTS, PERCENTAGE_IN_PRINT.expected: SHARES}
    number = values.get(value.kind.expected if value else "", SHARES | COUNTS)
    relation = declared.get("relation")
    relations = list(Relation)
    if relation is not None and isinstance(relation.words, Collection):
        relations = [Relation(word) for word in relation.words]
    size = FIGURES.get(kind, 0)
    words = {
        "node": st.just(node),
        "level": st.sampled_from(PARTS) if kind is ClaimKind.SIZE else level,
        "relation": st.sampled_from(relations),
        "value": st.sampled_from(rubric.node_ids) if kind is ClaimKind.ORDER else number,
        "case": st.just(case),
        "figures": st.lists(SHARES | COUNTS, min_size=size, max_size=size).map(" ".join),
        "subject": st.sampled_from(["s", "t"]),
    }
    cells = {column: str(draw(words[column])) for column in words if column in columns}
    return {"where": "p", "sentence": "s", "kind": kind.value, **cells}


def read(lines: list[dict[str, str]], of: Study) -> tuple[Claim, ...]:
    """The claims that can be read from rows."""
    cases = ReadTable([Row(Location("cases.csv"), {"id": case.id}, case) for case in of.cases])
    records = [
        Record(Location("claims.csv", position), {"id": f"C{position}", **line})
        for position, line in enumerate(lines)
    ]
    read_rows = read_records(CLAIMS, records, references(of.rubric, cases, ReadTable()), Problems())
    return claims_of(read_rows)


def judge_some(
    data: st.DataObject, rubric: Rubric, levels: Mapping[str, Mapping[str, str | None]]
) -> None:
    of = study(rubric, levels)
    claims = read(data.draw(st.lists(rows(rubric, list(levels)), min_size=8, max_size=16)), of)
    audit = judge_claims(score(replace(of, claims=claims)))
    assert sum(audit.counts.values()) == len(claims)
    assert all(entry.label in LABELS and entry.words for entry in audit.judged)
    assert claims_document(audit)["contradicted"] == audit.contradicted


@pytest.mark.parametrize("name", SHIPPED_RUBRICS)
@settings(max_examples=8)
@given(data=st.data())
def test_claims_about_shipped_rubrics(name: str, data: st.DataObject) -> None:
    rubric = rubric_of(name)
    of_case = st.fixed_dictionaries(
        {
            node: st.sampled_from([None, *rubric.judgement_scale(node).names])
            for node in rubric.judged
        }
    )
    levels = data.draw(st.lists(of_case, min_size=1, max_size=3))
    judge_some(data, rubric, {f"L{place}": judged for place, judged in enumerate(levels)})


@settings(max_examples=30)
@given(data=st.data(), plain=generated.rubrics(), levels=generated.judgements())
def test_claims_about_rubrics_of_every_rule(
    data: st.DataObject, plain: dict[str, Any], levels: dict[str, dict[str, str | None]]
) -> None:
    judge_some(data, Rubric.model_validate(plain), levels)


@pytest.mark.parametrize("name", SHIPPED_RUBRICS)
def test_every_rating_can_be_claimed_in_its_own_words(name: str) -> None:
    rubric = rubric_of(name)
    for top in (False, True):
        names = {node: rubric.judgement_scale(node).names for node in rubric.judged}
        of = study(rubric, {"L0": {node: names[node][-1 if top else 0] for node in names}})
        card = score(of)
        nodes = [
            node for node in (*card.nodes.values(), *card.case("L0").nodes.values()) if node.rating
        ]
        claims = read(
            [
                {
                    "where": "p",
                    "sentence": "s",
                    "kind": "rating",
                    "node": node.id,
                    "relation": "is",
                    "level": str(node.rating),
                    "case": node.case or "",
                }
                for node in nodes
            ],
            of,
        )
        judged = judge_claims(replace(card, study=replace(of, claims=claims))).judged
        assert len(claims) == len(nodes)
        assert {entry.verdict for entry in judged} == {Verdict.TRUE}
