"""The form of the answers about robustness as a JSON document: `vfi.robustness/1`, and of what
changes of judgements do: `vfi.what-if/1`."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from vfi.documents import (
    Count,
    Exact,
    Id,
    Number,
    RubricIdentity,
    Share,
    StudyIdentity,
    Text,
    one_of,
    says,
)
from vfi.robustness.examination import QUESTIONS
from vfi.robustness.firmness import Verdict
from vfi.robustness.other.leave_out import What
from vfi.synthesis.outcome import State

ChangeDocument = TypedDict(
    "ChangeDocument", {"case": Id, "criterion": Id, "from": Text, "to": Text}
)
ChangeDocument.__doc__ = """A judgement moved to another level.

Attributes:
    case: The case.
    criterion: The criterion or holistic group.
    from: The level that it has.
    to: The level that it is moved to.
"""


class JudgementsDistance(TypedDict):
    """The fewest judgements whose change moves a rating one way.

    Attributes:
        to: The level that the rating comes to.
        judgements: Fewest judgements changed by any amount.
        exact: Whether no smaller set can do it and, where none can at all, that this is proven;
            else the number is a lower bound.
        possible: Whether any set of changes can move the rating this way, as far as is known.
        witness: A set of changes that gives this rating when the study is scored again; empty where
            none is known.
    """

    to: Text | None
    judgements: Count | None
    exact: bool
    possible: bool
    witness: list[ChangeDocument]


class FlipDocument(TypedDict):
    """The fewest changes that move a rating this way.

    Attributes:
        to: The level that the rating comes to.
        steps: Fewest changes of one judgement by one level; null where none can.
        exact: Whether no smaller set can do it and, where none can at all, that this is proven;
            else the number is a lower bound.
        possible: Whether any set of changes can move the rating this way, as far as is known.
        witness: A set of changes that gives this rating when the study is scored again; empty where
            none is known.
        judgements: Fewest judgements changed by any amount; null where none can.
        by_judgements: The same for judgements changed by any amount.
    """

    to: Text | None
    steps: Count | None
    exact: bool
    possible: bool
    witness: list[ChangeDocument]
    judgements: Count | None
    by_judgements: JudgementsDistance


class FlipsDocument(TypedDict):
    """What moves a rating down and up.

    Attributes:
        down: What moves it down.
        up: What moves it up.
    """

    down: NotRequired[FlipDocument]
    up: NotRequired[FlipDocument]


class FirmnessDocument(TypedDict):
    """The verdict on how firm a rating is.

    Attributes:
        verdict: On the line, fair or firm; or that no change of judgements makes it another, or
            that there is no rating.
        or_firmer: Whether it may be firmer, because the search stopped before the end.
        steps: The fewest steps, down or up, that make it another rating; null where none do. At
            least so many, where it may be firmer or the flip is not exact.
    """

    verdict: Verdict
    or_firmer: bool
    steps: Count | None


class OtherRuleDocument(TypedDict):
    """One rule.

    Attributes:
        alone: If only this node had the rule; null where the rule does not suit it.
        throughout: If every step had it; null where it does not suit all.
        own: Whether it is the node's own rule in the rubric, which is no other rule and does not
            count among those that agree.
    """

    alone: Text | None
    throughout: Text | None
    own: bool


class AgreementDocument(TypedDict):
    """How many other rules agree.

    Attributes:
        agree: So many agree.
        of: Of so many.
    """

    agree: Count
    of: Count


class ChanceDocument(TypedDict):
    """A chance.

    Attributes:
        probability: The chance.
        error: Its standard error by simulation; 0 where exact.
    """

    probability: Share
    error: Share


class DistributionDocument(TypedDict):
    """How likely each level is.

    Attributes:
        exact: Whether the chances are computed and not simulated.
        draws: How many draws were simulated; null where exact.
        levels: By level; a state without a level goes by `No rating`.
    """

    exact: bool
    draws: Count | None
    levels: dict[str, ChanceDocument]


class WeightingShareDocument(TypedDict):
    """A share of all weightings.

    Attributes:
        exactly: As a fraction, such as 8/19.
        decimal: As a decimal number.
    """

    exactly: Exact
    decimal: Share


class PositionDocument(TypedDict):
    """A node and how far its value lies from the lower towards the higher of the levels around it.

    Attributes:
        node: The node.
        exactly: As a fraction, such as 8/19.
        decimal: As a decimal number.
    """

    node: Id
    exactly: Exact
    decimal: Share


class FirmNodeDocument(TypedDict):
    """How firm one rating is.

    Attributes:
        id: The criterion, dimension or group, or `overall`.
        title: Its title.
        rating: Its rating; null where it has none.
        state: Why it has none, where it has none.
        flips: What moves the rating down and up; empty for a node without a rating.
        firmness: The verdict on how firm the rating is, by the thresholds of the document's
            `firmness`.
        bounds: The ratings that the insufficient evidence allows, the lowest first: a set and not
            an interval.
        bounds_unrated: Whether it also allows that the node gets no rating.
        bounds_exact: Whether it allows no others.
        rules: The rating under each other rule.
        rules_agree: How many of the rules that suit the node, other than its own, give it the
            rating that it has.
        uncertainty: Where each judgement may be one level off.
        bootstrap: Where the cases are drawn again from among themselves.
        weights: The share of all weightings of what is below that gives each level; for nodes that
            are means.
    """

    id: Id
    title: Text
    rating: Text | None
    state: State
    flips: NotRequired[FlipsDocument]
    firmness: NotRequired[FirmnessDocument]
    bounds: NotRequired[list[Text]]
    bounds_unrated: NotRequired[bool]
    bounds_exact: NotRequired[bool]
    rules: NotRequired[dict[str, OtherRuleDocument]]
    rules_agree: NotRequired[AgreementDocument]
    uncertainty: NotRequired[DistributionDocument]
    bootstrap: NotRequired[DistributionDocument]
    weights: NotRequired[dict[str, WeightingShareDocument]]


class SettingsDocument(TypedDict):
    """What the questions of chance were asked with.

    Attributes:
        error_rate: How likely a judgement is to be one level off, as a fraction.
        error_rates_by_confidence: The same for judgements with a recorded confidence.
        draws: How many draws were asked for; null for exact chances where possible.
        seed: The seed of simulations.
    """

    error_rate: Exact
    error_rates_by_confidence: dict[str, Exact]
    draws: Count | None
    seed: Count


class LimitsDocument(TypedDict):
    """By question, why its answers are not all exact.

    Attributes:
        flips: Why some numbers of changes are only the least that it takes.
        bounds: Why other ratings than those told may be possible.
        uncertainty: Why chances are simulated although no number of draws was asked for.
    """

    flips: NotRequired[Text]
    bounds: NotRequired[Text]
    uncertainty: NotRequired[Text]


class RankingDocument(TypedDict):
    """How firm the ratings are: the measure, the thresholds of the verdicts, and the order of the
    nodes.

    Attributes:
        measure: What ratings are ordered by: the fewest steps, down or up, that make a rating
            another. Equal ones are ordered by the fewest judgements, then as in the rubric.
        on_the_line_up_to: With at most so many steps a rating is on the line: as many as one
            judgement can make, or as one in twenty cases being off by one level.
        firm_from: With at least so many steps a rating is firm: more than two judgements can make,
            and more than one in five cases.
        order: The nodes, the most fragile rating first; those that cannot change, then those
            without a rating, last.
    """

    measure: Literal["fewest steps"]
    on_the_line_up_to: Number
    firm_from: Annotated[int, says(minimum=2)]
    order: list[Id]


NodeDifference = TypedDict("NodeDifference", {"node": Id, "from": Text, "to": Text})
NodeDifference.__doc__ = """One node.

Attributes:
    node: The node.
    from: Its rating or state as it is.
    to: Its rating or state without the thing.
"""


class LeftOutThingDocument(TypedDict):
    """One thing left out.

    Attributes:
        what: What kind of thing.
        id: Which.
        judgements: How many judgements with a level are gone with it.
        changes: The nodes whose rating is another.
    """

    what: What
    id: Text
    judgements: Count
    changes: list[NodeDifference]


class TiesDocument(TypedDict):
    """The thresholds at which values could go to the higher level with every rating as it is.

    Attributes:
        above: Above the position of this node; null where there is none.
        up_to: Up to and including the position of this node; null where there is none.
    """

    above: PositionDocument | None
    up_to: PositionDocument | None


class RobustnessDocument(TypedDict):
    """How firm the ratings of a study are, as `vfi robustness STUDY --format json` prints it. A
    question that was not asked has no key.

    Attributes:
        schema: The name and version of this contract.
        study: The study.
        rubric: The rubric.
        questions: What was asked.
        settings: What the questions of chance were asked with.
        limits: By question, why its answers are not all exact; a question whose answers all are has
            no key.
        nodes: Each node, in the order of the rubric.
        firmness: How firm the ratings are: the measure, the thresholds of the verdicts, and the
            order of the nodes.
        leave_out: What changes without each thing.
        ties: The thresholds at which values could go to the higher level with every rating as it
            is: above the first, up to and including the second.
    """

    schema: Literal["vfi.robustness/1"]
    study: StudyIdentity
    rubric: RubricIdentity
    questions: list[Annotated[str, one_of(QUESTIONS)]]
    settings: SettingsDocument
    limits: LimitsDocument
    nodes: list[FirmNodeDocument]
    firmness: NotRequired[RankingDocument]
    leave_out: NotRequired[list[LeftOutThingDocument]]
    ties: NotRequired[TiesDocument]


class AppliedRating(TypedDict):
    """One rating over all cases.

    Attributes:
        id: The criterion, dimension or group, or `overall`.
        before: The rating or state as it is.
        after: The rating or state after the changes.
    """

    id: Id
    before: Text
    after: Text


class AppliedCaseRating(TypedDict):
    """One rating of one case.

    Attributes:
        case: The case.
        id: The criterion, dimension or group, or `overall`.
        before: The rating or state as it is.
        after: The rating or state after the changes.
    """

    case: Id
    id: Id
    before: Text
    after: Text


class AppliedDocument(TypedDict):
    """Every rating of a study before and after changes of judgements, as
    `vfi robustness STUDY --apply CHANGES --format json` prints it.

    Attributes:
        schema: The name and version of this contract.
        changes: The judgements changed.
        ratings: Each rating over all cases, in the order of the rubric.
        case_ratings: Each rating of a case's own, in the order of the study: its criteria as
            hurdles leave them, its dimensions, groups and overall rating. A changed judgement
            itself is not among them.
    """

    schema: Literal["vfi.what-if/1"]
    changes: list[ChangeDocument]
    ratings: list[AppliedRating]
    case_ratings: list[AppliedCaseRating]
