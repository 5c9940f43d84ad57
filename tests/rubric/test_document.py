from __future__ import annotations

from tests.deep import deep
from vfi.rubric.document import rubric_document, rubric_identity, rubric_rows
from vfi.rubric.loading import load_rubric
from vfi.rubric.models.rubric import Rubric

RUBRIC = "domestic-abuse-duty-vfi"


def test_the_document_is_the_file_with_its_digest() -> None:
    rubric = load_rubric(RUBRIC)
    document = rubric_document(rubric)
    assert (document["schema"], document["id"]) == ("vfi.rubric/1", RUBRIC)
    assert document["sha256"] == rubric.sha256
    assert rubric_identity(rubric) == {name: document[name] for name in ("id", "version", "sha256")}


def test_there_is_a_row_for_each_level_of_each_criterion() -> None:
    rubric = load_rubric(RUBRIC)
    header, *rows = rubric_rows(rubric)
    assert len(rows) == len(rubric.judged) * len(rubric.scale.names)
    assert {len(row) for row in rows} == {len(header)}
    first = dict(zip(header, rows[0], strict=True))
    assert (first["criterion"], first["level"]) == (
        next(iter(rubric.judged)),
        rubric.scale.names[0],
    )


def test_the_groups_between_have_a_column_where_there_are_any() -> None:
    header, *rows = rubric_rows(deep())
    assert header[:3] == ("dimension", "groups", "criterion")
    places = dict.fromkeys(tuple(row[:3]) for row in rows)
    assert list(places)[3:7] == [
        ("T1", "S1 L2", "e4"),
        ("T1", "S1", "L3"),
        ("T1", "", "S2"),
        ("T2", "", "e5"),
    ]


def test_the_document_can_be_read_again() -> None:
    for rubric in (load_rubric(RUBRIC), deep()):
        document = rubric_document(rubric)
        digest = document.pop("sha256")
        again = Rubric.model_validate(document).sealed(digest)
        assert rubric_document(again) == document | {"sha256": digest}
