"""How firm ratings are, and what they would be if judgements were others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from vfi.api.opening import AnyStudy, scorecard_of

if TYPE_CHECKING:
    from vfi.robustness.applying import Applied
    from vfi.robustness.chance.errors import ErrorModel
    from vfi.robustness.examination import Robustness
    from vfi.robustness.grid import Change


def examine_robustness(
    study: AnyStudy,
    questions: Collection[str] | None = None,
    node: str | None = None,
    *,
    errors: ErrorModel | None = None,
    draws: int | None = None,
    seed: int | None = None,
) -> Robustness:
    """How firm each rating is, and what would overturn it, as `vfi robustness` answers.

    Args:
        study: its id or folder, the study itself or its scorecard.
        questions: which to ask, of flips, bounds, leave-out, rules, uncertainty, bootstrap, weights
            and ties; all of them where None.
        node: the criterion, dimension, group or `overall` to ask about; all of them where None.
        errors: how likely judgements are to be one level off; one in ten where None.
        draws: how many draws to simulate with; exact chances where None, as far as possible.
        seed: what makes simulations repeatable; that of the command where None.

    Raises:
        NotFound: there is no such study or node.
        InvalidInput: the study or its rubric has errors.
        UserError: there is no such question.

    Examples:
        >>> answers = vfi.examine_robustness("domestic-abuse-duty-2025", ["flips"], "overall")
        >>> [(flip.direction, flip.steps.fewest) for flip in answers.flips["overall"]]
        [('down', 3), ('up', 58)]
    """
    from vfi.robustness.chance.errors import ErrorModel
    from vfi.robustness.examination import QUESTIONS, SEED, Settings, robustness

    settings = Settings(errors or ErrorModel(), draws, SEED if seed is None else seed)
    chosen = QUESTIONS if questions is None else questions
    return robustness(scorecard_of(study), chosen, node, settings)


def what_if(study: AnyStudy, changes: Sequence[Change]) -> Applied:
    """Every rating before and after some judgements are changed: `vfi robustness --apply`.

    Args:
        study: its id or folder, the study itself or its scorecard.
        changes: the judgements to change, such as those that overturn a rating.

    Raises:
        NotFound: no study goes by that name.
        InvalidInput: the study or its rubric has errors.
        UserError: a change does not fit the study.

    Examples:
        >>> scorecard = vfi.score("domestic-abuse-duty-2025")
        >>> down, up = vfi.examine_robustness(scorecard, ["flips"], "overall").flips["overall"]
        >>> overall = vfi.what_if(scorecard, down.steps.witness).together[-1]
        >>> overall.before, overall.after
        ('Good', 'Adequate')
    """
    from vfi.robustness.applying import applied_changes

    return applied_changes(scorecard_of(study), changes)
