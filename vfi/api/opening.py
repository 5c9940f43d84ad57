"""A study as it comes, by name, loaded or scored already, as what a function works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard
    from vfi.study.models import Study

AnyStudy: TypeAlias = "Scorecard | Study | str | Path"
"""A study: its id, its folder, what `load_study` returned, or what `score` did."""


def study_of(study: AnyStudy) -> Study:
    """The study itself."""
    from vfi.scoring.models import Scorecard
    from vfi.study.loading import load_study

    if isinstance(study, str | Path):
        return load_study(study)
    return study.study if isinstance(study, Scorecard) else study


def scorecard_of(study: AnyStudy) -> Scorecard:
    """Its scorecard, which is not computed again where there is one."""
    from vfi.scoring.models import Scorecard
    from vfi.scoring.scorecard import score

    return study if isinstance(study, Scorecard) else score(study_of(study))
