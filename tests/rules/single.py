"""One case rated by a shipped rubric."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vfi.rubric import Rubric, load_rubric
from vfi.scoring import CaseScore, score
from vfi.study import Case, Failure, Judgement, Study, StudyFile


def rated(
    rubric: Rubric | str,
    levels: Mapping[str, str | None],
    failures: Iterable[str] = (),
    perspective: str | None = None,
) -> CaseScore:
    """The scorecard of a case that is judged at these levels; what is not named is insufficient evidence."""
    rules = load_rubric(rubric) if isinstance(rubric, str) else rubric
    about = {
        "schema": "vfi.study/1",
        "id": "one",
        "title": "One case",
        "rubric": {"id": rules.id, "version": rules.version},
        "authors": ["Nobody"],
        "date": "2026",
    }
    assert set(levels) <= set(rules.judged)
    for node, level in levels.items():
        assert level is None or level in rules.judgement_scale(node).positions
    study = Study(
        about=StudyFile.model_validate(about),
        rubric=rules if perspective is None else rules.under(perspective),
        cases=(Case("it", "It"),),
        judgements=tuple(Judgement("it", node, levels.get(node)) for node in rules.judged),
        failures=tuple(Failure("it", failure, "recorded") for failure in failures),
    )
    return score(study).case("it")
