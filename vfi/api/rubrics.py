"""A rubric: which there are, what it implies, what differs between two, and how to start one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vfi.api.opening import AnyStudy, study_of

if TYPE_CHECKING:
    from vfi.inspection.checks.check import Checked
    from vfi.inspection.checks.locks import JudgedOn
    from vfi.inspection.diff import RubricChange
    from vfi.inspection.score_tables import ScoreTable
    from vfi.inspection.tables import RatingTable
    from vfi.rubric.models.rubric import Rubric
    from vfi.scoring.rescoring import Rescoring
    from vfi.study.models import Study

CASES = 5


@dataclass(frozen=True)
class RubricDiff:
    """What is different between two rubrics, and what that does to a study.

    Attributes:
        before: the first rubric.
        after: the second rubric.
        changes: every difference, in the order of the rubrics.
        rescoring: the ratings of a study that become others; None where no study was named.
    """

    before: Rubric
    after: Rubric
    changes: tuple[RubricChange, ...]
    rescoring: Rescoring | None = None


def list_rubrics() -> dict[str, Path]:
    """Which rubrics can be named by id, as `vfi rubrics` lists them.

    Returns:
        The folder of each, by id: those in `./rubrics` and those that come with vfi.

    Examples:
        >>> "domestic-abuse-duty-vfi" in vfi.list_rubrics()
        True
    """
    from vfi import places

    return places.by_id(places.RUBRIC)


def check_rubric(rubric: str | Path, study: AnyStudy | None = None) -> Checked:
    """What is wrong with a rubric, or follows from it and cannot be meant: `vfi rubric check`.

    Args:
        rubric: its id or the path of its folder.
        study: a study that applies it, whose cases and dates then count too.

    Raises:
        NotFound: there is no such rubric or study.
        InvalidInput: the study has errors.
        UserError: the study applies another rubric.

    Examples:
        >>> checked = vfi.check_rubric("cqc-local-authority")
        >>> any("no band" in problem.found for problem in checked.problems)
        True
    """
    from vfi import places
    from vfi.inspection.checks.check import check_rubric as checked

    folder = places.find(places.RUBRIC, rubric)
    if study is None:
        return checked(folder)
    return checked(folder, _judged_on(study_of(study), folder.resolve().name))


def tabulate_rubric(
    rubric: str | Path | Rubric, node: str, cases: int = CASES, with_missing: bool = False
) -> RatingTable | ScoreTable:
    """The rating of every profile of a node before hurdles, as `vfi rubric table` shows it.

    Args:
        rubric: its id or the path of its folder, or the rubric itself.
        node: a criterion, a dimension or group, or `overall`.
        cases: how many cases there are, for the table of a criterion.
        with_missing: whether to have profiles in which inputs are insufficient evidence too.

    Returns:
        The profiles with their ratings; those that each can have, where the node takes unrounded
        scores.

    Raises:
        NotFound: there is no such rubric or node.
        InvalidInput: the rubric has errors.

    Examples:
        >>> table = vfi.tabulate_rubric("domestic-abuse-duty-vfi", "overall")
        >>> [(share.rating, share.profiles) for share in table.shares]
        [('Excellent', 4), ('Good', 16), ('Adequate', 13), ('Poor', 2)]
    """
    from vfi.inspection.score_tables import score_table
    from vfi.inspection.tables import rating_table
    from vfi.profiles.scores import takes_scores

    loaded = _rubric_of(rubric)
    if node in loaded.node_ids and takes_scores(loaded, node):
        return score_table(loaded, node, with_missing=with_missing)
    return rating_table(loaded, node, cases=cases, with_missing=with_missing)


def diff_rubrics(
    before: str | Path | Rubric, after: str | Path | Rubric, study: AnyStudy | None = None
) -> RubricDiff:
    """What is different between two rubrics or versions of one, as `vfi rubric diff` shows it.

    Args:
        before: the first rubric, its id or the path of its folder.
        after: the second one.
        study: a study to rate under both.

    Raises:
        NotFound: there is no such rubric or study.
        InvalidInput: a rubric or the study has errors.

    Examples:
        >>> diff = vfi.diff_rubrics("cqc-local-authority-2023", "cqc-local-authority")
        >>> diff.changes[0].aspect
        'title'
    """
    from vfi.inspection.diff import differences
    from vfi.scoring.rescoring import rescore

    first, second = _rubric_of(before), _rubric_of(after)
    rescoring = None if study is None else rescore(study_of(study), first, second)
    return RubricDiff(first, second, differences(first, second), rescoring)


def new_rubric(rubric_id: str, folder: str | Path = "rubrics") -> Path:
    """Start a rubric: write a small one that works, with a comment on each key: `vfi rubric new`.

    Args:
        rubric_id: the id of the new rubric.
        folder: the folder of rubrics that it gets its own folder in.

    Returns:
        The path of its file.

    Raises:
        UserError: the id cannot be one, there is such a rubric already, or the file cannot be
            written.

    Examples:
        >>> vfi.new_rubric("library-services").name
        'rubric.yaml'
    """
    from vfi.rubric.starting import write_starting_rubric

    return write_starting_rubric(rubric_id, Path(folder))


def rubric_schema() -> dict[str, Any]:
    """The JSON Schema of `rubric.yaml`, as `vfi rubric schema` prints it.

    Examples:
        >>> vfi.rubric_schema()["type"]
        'object'
    """
    from vfi.rubric.schema import rubric_schema as schema

    return schema()


def _judged_on(study: Study, rubric_id: str) -> JudgedOn:
    from vfi.checking import judged_on
    from vfi.problems import UserError

    if study.rubric.id != rubric_id:
        raise UserError(
            f'the study "{study.id}" applies the rubric "{study.rubric.id}", not "{rubric_id}"'
        )
    return judged_on(study)


def _rubric_of(rubric: str | Path | Rubric) -> Rubric:
    from vfi.rubric.loading import load_rubric

    return load_rubric(rubric) if isinstance(rubric, str | Path) else rubric
