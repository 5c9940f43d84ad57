"""The same judgements under each perspective of the rubric."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vfi.problems import NotFound, not_known
from vfi.scoring.scorecard import score

if TYPE_CHECKING:
    from vfi.rubric.models.perspectives import Perspective
    from vfi.scoring.models import Scorecard
    from vfi.study.models import Study

ALL = "all"


@dataclass(frozen=True, slots=True)
class PerspectiveScore:
    """A perspective and the scorecard under it."""

    perspective: Perspective
    scorecard: Scorecard


def score_perspectives(study: Study, names: Sequence[str]) -> tuple[PerspectiveScore, ...]:
    """The scorecard under each perspective named, in the order of the rubric; `all` stands for
    every one.

    Determinations are left out: the panel made them under the rubric itself.

    Raises:
        NotFound: the rubric has no perspective of that name.
    """
    known = [perspective.id for perspective in study.rubric.perspectives]
    for name in names:
        if name != ALL and name not in known:
            raise NotFound(not_known("perspective", name, known))
    about = study.about.model_copy(update={"determinations": ()})
    return tuple(
        PerspectiveScore(
            perspective,
            score(replace(study, about=about, rubric=study.rubric.under(perspective.id))),
        )
        for perspective in study.rubric.perspectives
        if ALL in names or perspective.id in names
    )
