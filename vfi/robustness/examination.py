"""Every question about how firm ratings are, asked of one scorecard."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from vfi.numbers import count_of
from vfi.problems import UserError, not_known
from vfi.robustness.chance.bootstrap import bootstrap
from vfi.robustness.chance.errors import ErrorModel
from vfi.robustness.chance.uncertainty import uncertainty
from vfi.robustness.firmness import Ranking, rank
from vfi.robustness.other.alternatives import Alternative, find_alternatives
from vfi.robustness.other.leave_out import LeftOut, leave_out
from vfi.robustness.other.thresholds import TieThreshold, find_tie_threshold
from vfi.robustness.other.weights import Acceptability, find_acceptabilities
from vfi.robustness.search.bounds import Bounds, find_bounds
from vfi.robustness.search.flips import Flip, find_flips

if TYPE_CHECKING:
    from vfi.robustness.chance.distributions import Distribution
    from vfi.scoring.models import Scorecard

QUESTIONS = ("flips", "bounds", "leave-out", "rules", "uncertainty", "bootstrap", "weights", "ties")
DRAWS = 10_000
SEED = 2025
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the questions of chance need.

    Attributes:
        errors: how likely a judgement is to be off.
        draws: how many draws to simulate with; None for exact chances where possible, and the usual
            number elsewhere.
        seed: what makes simulations come out the same each time.
    """

    errors: ErrorModel = field(default_factory=ErrorModel)
    draws: int | None = None
    seed: int = SEED


@dataclass(frozen=True, repr=False)
class Robustness:
    """How firm each rating of a scorecard is; a question that was not asked has no answer.

    Attributes:
        scorecard: the ratings.
        questions: the questions that were asked.
        nodes: the nodes that were asked about.
        settings: what the questions of chance were asked with.
        flips: per node, what moves its rating down and up.
        bounds: per node, the ratings that the insufficient evidence allows.
        left_out: what changes without each thing.
        alternatives: the ratings under other rules.
        probabilities: per node, the chance of each level where judgements may be off.
        resampled: per node, how often each level comes out where cases are drawn again.
        weights: the share of weightings for each level, for nodes that are means.
        ties: the thresholds over which all ratings stay.
    """

    scorecard: Scorecard
    questions: tuple[str, ...]
    nodes: tuple[str, ...]
    settings: Settings
    flips: Mapping[str, tuple[Flip, ...]] = field(default_factory=dict)
    bounds: Mapping[str, Bounds] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    probabilities: Mapping[str, Distribution] = field(default_factory=dict)
    resampled: Mapping[str, Distribution] = field(default_factory=dict)
    weights: tuple[Acceptability, ...] = ()
    ties: TieThreshold | None = None

    def __repr__(self) -> str:
        nodes = count_of(len(self.nodes), "node")
        questions = ", ".join(self.questions)
        return f"<Robustness of {self.scorecard.study.id!r}: {nodes}; {questions}>"

    @cached_property
    def ranking(self) -> Ranking | None:
        """How firm each rating is, the most fragile first; None where flips were not asked for."""
        return rank(self.scorecard, self.flips) if "flips" in self.questions else None

    @property
    def order(self) -> tuple[str, ...]:
        """The nodes as every output lists them: the most fragile first, or as in the rubric where
        that is not known.
        """
        return self.nodes if self.ranking is None else self.ranking.order


def robustness(
    scorecard: Scorecard,
    questions: Collection[str] = QUESTIONS,
    node: str | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Robustness:
    """Ask how firm the ratings of a scorecard are.

    Args:
        scorecard: the ratings.
        questions: which of `QUESTIONS` to ask.
        node: the node to ask about; all of them where None.
        settings: error rates, draws and seed.
        progress: told the question, and how many of how many parts of it are done.

    Raises:
        UserError: there is no such question.
        NotFound: there is no such node.
    """
    for question in questions:
        if question not in QUESTIONS:
            raise UserError(not_known("question", question, QUESTIONS))
    nodes = scorecard.study.rubric.node_ids if node is None else (scorecard.node(node).id,)
    ordered = tuple(question for question in QUESTIONS if question in questions)
    chosen = settings or Settings()
    answers: dict[str, object] = {}
    for question in ordered:
        name, answer = _answer(question, scorecard, nodes, chosen, progress)
        answers[name] = answer
    return Robustness(scorecard, ordered, nodes, chosen, **answers)  # type: ignore[arg-type]


def _answer(
    question: str,
    scorecard: Scorecard,
    nodes: tuple[str, ...],
    settings: Settings,
    progress: Progress | None,
) -> tuple[str, object]:
    """The attribute of the answer to a question, and the answer."""

    def tell(finished: int, of: int) -> None:
        if progress is not None:
            progress(question, finished, of)

    tell(0, 1)
    draws = settings.draws or DRAWS
    ask: dict[str, tuple[str, Callable[[], object]]] = {
        "flips": ("flips", lambda: find_flips(scorecard, nodes)),
        "bounds": ("bounds", lambda: find_bounds(scorecard.study)),
        "leave-out": ("left_out", lambda: leave_out(scorecard, tell)),
        "rules": ("alternatives", lambda: find_alternatives(scorecard)),
        "uncertainty": (
            "probabilities",
            lambda: uncertainty(scorecard.study, settings.errors, settings.draws, settings.seed),
        ),
        "bootstrap": ("resampled", lambda: bootstrap(scorecard.study, draws, settings.seed)),
        "weights": ("weights", lambda: find_acceptabilities(scorecard)),
        "ties": ("ties", lambda: find_tie_threshold(scorecard)),
    }
    name, answer = ask[question]
    return name, answer()
