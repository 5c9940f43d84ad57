"""A study: which there are, whether one can be used, its ratings, and why they are so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vfi.api.opening import AnyStudy, scorecard_of, study_of

if TYPE_CHECKING:
    from vfi.problems import Problems
    from vfi.scoring.comparison import Comparison
    from vfi.scoring.explanation import Explanation, JudgementExplanation
    from vfi.scoring.models import Scorecard
    from vfi.scoring.perspectives import PerspectiveScore
    from vfi.study.models import Study


def list_studies() -> dict[str, Path]:
    """Which studies can be named by id, as `vfi studies` lists them.

    Returns:
        The folder of each, by id: those in `./reports` and those that come with vfi.

    Examples:
        >>> "domestic-abuse-duty-2025" in vfi.list_studies()
        True
    """
    from vfi import places

    return places.by_id(places.STUDY)


def check_study(name: str | Path) -> tuple[Study | None, Problems]:
    """What is wrong with a study and with its rubric, as `vfi check` tells it.

    Args:
        name: its id or the path of its folder.

    Returns:
        The study, None where it has errors that leave nothing to work on; and every problem: those
        of its files, and those that the check of its rubric, of its claims or the report would
        have.

    Raises:
        NotFound: no study goes by that name.

    Examples:
        >>> study, problems = vfi.check_study("domestic-abuse-duty-2025")
        >>> problems.errors
        0
    """
    from vfi.checking import foreseen
    from vfi.study.loading import check_study as checked

    study, problems = checked(name)
    for problem in foreseen(study) if study is not None else ():
        problems.add(problem)
    return study, problems


def score(study: AnyStudy) -> Scorecard:
    """Every rating of a study, over all cases and for each case, as `vfi score` computes them.

    Args:
        study: its id or folder, or the study itself.

    Returns:
        The ratings with what each rests on. It shows itself as a table in a notebook; `to_dict`,
        `to_json`, `rows` and `to_frame` give it to programs.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors.

    Examples:
        >>> scorecard = vfi.score("domestic-abuse-duty-2025")
        >>> scorecard.overall.rating, scorecard.overall.value
        ('Good', Fraction(3, 2))
    """
    return scorecard_of(study)


def score_perspectives(
    study: AnyStudy, names: Sequence[str] = ("all",)
) -> tuple[PerspectiveScore, ...]:
    """The ratings under perspectives of the rubric, as `vfi score --perspective` shows them.

    Args:
        study: its id or folder, the study itself or its scorecard.
        names: the perspectives; `all` stands for every one.

    Raises:
        NotFound: no study, or no perspective of its rubric, goes by that name.
        InvalidInput: the study or its rubric has errors.

    Examples:
        >>> vfi.score_perspectives("domestic-abuse-duty-2025")
        ()
    """
    from vfi.scoring.perspectives import score_perspectives as scored

    return scored(study_of(study), names)


def compare(study: AnyStudy) -> Comparison | None:
    """The published ratings of a study beside the computed ones, as `vfi score` compares them.

    Args:
        study: its id or folder, the study itself or its scorecard.

    Returns:
        The comparison; None where nothing was published.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors.

    Examples:
        >>> comparison = vfi.compare("domestic-abuse-duty-2025")
        >>> len(comparison.rows), comparison.differences
        (18, ())
    """
    from vfi.scoring.comparison import compare as compared

    return compared(scorecard_of(study))


def explain(
    study: AnyStudy, node: str, case: str | None = None
) -> Explanation | JudgementExplanation:
    """Why a rating is what it is, down to the judgements, as `vfi explain` shows it.

    Args:
        study: its id or folder, the study itself or its scorecard.
        node: a criterion, a dimension or group, or `overall`.
        case: a case, to explain its own rating, or its judgement on a criterion.

    Raises:
        NotFound: there is no such study, node, case or judgement.
        InvalidInput: the study or its rubric has errors.

    Examples:
        >>> explanation = vfi.explain("domestic-abuse-duty-2025", "overall")
        >>> explanation.total, explanation.counted
        (Fraction(6, 1), 4)
    """
    from vfi.scoring.explanation import explain as explained

    return explained(scorecard_of(study), node, case)
