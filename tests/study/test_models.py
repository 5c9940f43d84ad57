"""What `study.yaml` may say, and what a study says of itself."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from tests.rubrics import dimension, rubric, study
from vfi.study.models import StudyFile

ABOUT = {
    "schema": "vfi.study/1",
    "id": "s",
    "title": "S",
    "rubric": {"id": "r", "version": "1"},
    "authors": ["us"],
    "date": "2025",
}


def about(**parts: Any) -> StudyFile:
    return StudyFile.model_validate(ABOUT | parts)


def test_what_a_study_file_leaves_out_is_what_is_usual() -> None:
    plain = about()
    assert (plain.case_noun.singular, plain.case_noun.plural) == ("case", "cases")
    assert (plain.language, plain.narrative, plain.determinations) == ("en-GB", (), ())


@pytest.mark.parametrize("name", ["summary", "2-findings", "a.b_C", "x" * 64])
def test_a_section_goes_by_the_name_of_its_file(name: str) -> None:
    assert about(narrative=[name]).narrative == (name,)


@pytest.mark.parametrize("name", ["", ".hidden", "a/b", "..", "a b", "x" * 65, "a\n"])
def test_a_section_by_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(ValidationError):
        about(narrative=[name])


def test_a_section_is_there_once() -> None:
    with pytest.raises(ValidationError) as error:
        about(narrative=["a", "b", "a"])
    (problem,) = error.value.errors()
    assert (problem["loc"], problem["ctx"]["found"]) == (("narrative",), '"a" twice')


def test_a_study_says_what_it_is_and_how_large() -> None:
    built = rubric([dimension("A")])
    shown = "<Study 'demo-study': {}, rubric demo 1>"
    few = study(built, {"K": {"A": "Good"}})
    assert repr(few) == shown.format("1 case, 1 judgement")
    assert repr(study(built, {})) == shown.format("0 cases, 0 judgements")


def test_each_file_has_its_digest() -> None:
    files = {"study.yaml": b"schema: x\n", "cases.csv": b""}
    with_files = replace(study(rubric([dimension("A")]), {}), files=files)
    assert with_files.digests == {
        name: hashlib.sha256(data).hexdigest() for name, data in files.items()
    }
