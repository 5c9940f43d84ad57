"""The form of the scorecard as a JSON document: `vfi.scorecard/2`."""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from vfi.documents import Count, Date, Exact, Files, Id, Text, holds, says, when
from vfi.synthesis.outcome import State

STRING, NULL, NUMBER = {"type": "string"}, {"type": "null"}, {"type": "number"}
FILLED, EMPTY = {"minLength": 1}, {"const": ""}
TRUE, FALSE = {"const": True}, {"const": False}


class LevelDocument(TypedDict):
    """One level.

    Attributes:
        name: Its name, as ratings give it.
        value: The value that a mean counts it with.
    """

    name: Text
    value: Exact


Levels = Annotated[list[LevelDocument], says(minItems=2, maxItems=12)]


class ThresholdDocument(TypedDict):
    """A threshold half way between two levels, or an edge of a band.

    Attributes:
        value: Its exact value.
        included: Whether a value exactly on it has this rating.
    """

    value: Exact
    included: bool


class ThresholdsDocument(TypedDict):
    """The thresholds on both sides.

    Attributes:
        lower: Where the rating begins; null where no lower value gives another.
        upper: Where the rating ends; null where no higher value gives another.
    """

    lower: ThresholdDocument | None
    upper: ThresholdDocument | None


class HurdleDocument(TypedDict):
    """What one hurdle did to a node.

    Attributes:
        id: Its id in the rubric.
        title: Its title.
        kind: A soft hurdle caps the rating, a hard one drops it to the lowest level.
        reason: Why it exists.
        triggered: Whether its conditions all hold.
        findings: What was found for each of its conditions, whether or not it holds.
        lowered: Whether it lowered the rating; one that is triggered may find the rating low
            enough.
        before: The level that it found; null where there was none.
        after: The level that it left; null where there was none.
    """

    id: Id
    title: Text
    kind: Literal["soft", "hard"]
    reason: Text
    triggered: bool
    findings: Text
    lowered: bool
    before: Text | None
    after: Text | None


holds(
    HurdleDocument,
    when({"before": NULL}, {"after": NULL, "lowered": FALSE}, {"after": STRING}),
    when({"lowered": TRUE}, {"triggered": TRUE}),
)


class DeterminationDocument(TypedDict):
    """The rating that the panel settled on.

    Attributes:
        level: The level.
        reason: Why.
        who: Who settled it.
        date: When.
    """

    level: Text
    reason: Text
    who: Text
    date: Date


class NodeDocument(TypedDict):
    """A criterion, a dimension or group, or the whole, with its rating and what it rests on.

    Attributes:
        id: `E1.2`, `E1` or `overall`.
        title: Its title in the rubric.
        rating: Its level, after hurdles; null where there is none, for which `state` says why.
        value: The exact number behind the rating: what the rule worked out or, for a rule that
            knows only levels, the value of the level before hurdles. Null where there is none.
        decimal: The value as a decimal number, for reading; null where there is none.
        judged: How many judgements below the node have a level.
        missing: How many judgements below the node are insufficient evidence.
        counts: How many inputs of the node are at each level: cases below what cases are judged
            on, criteria below a dimension, dimensions below overall. Every level of each scale
            that the inputs are on is there, the lowest first.
        thresholds: The values between which the rating before hurdles would stay the same; null
            where there is no rating, or where its rule has no thresholds.
        state: Whether there is a rating and, if not, what there is instead; undetermined means
            that the rule does not cover what was found.
        reason: Why there is no rating; empty where there is one.
        before: The rating before hurdles; the same as the rating where none lowered it.
        hurdles: What each hurdle of the node did, in the order in which they are applied; empty
            where it has none.
        determined: What the panel settled on instead, with its reason; null where it settled
            nothing. The rating stays the computed one.
    """

    id: Id
    title: Text
    rating: Text | None
    value: Exact | None
    decimal: float | None
    judged: Count
    missing: Count
    counts: Annotated[dict[str, Count], says(minProperties=2)]
    thresholds: ThresholdsDocument | None
    state: State
    reason: str
    before: Text | None
    hurdles: list[HurdleDocument]
    determined: DeterminationDocument | None


def _hurdles_found(level: dict[str, str]) -> dict[str, object]:
    return {"items": {"properties": {"before": level}}}


ANY_JUDGEMENT = {
    "anyOf": [
        {"properties": {"judged": {"minimum": 1}}},
        {"properties": {"missing": {"minimum": 1}}},
    ]
}
RATED, INSUFFICIENT, UNDETERMINED = (
    {"state": {"const": state}} for state in ("rated", "insufficient evidence", "undetermined")
)
UNRATED = {
    "rating": NULL,
    "before": NULL,
    "thresholds": NULL,
    "reason": FILLED,
    "hurdles": _hurdles_found(NULL),
}
HAS_A_RATING = {
    "rating": STRING,
    "before": STRING,
    "value": STRING,
    "decimal": NUMBER,
    "reason": EMPTY,
    "hurdles": _hurdles_found(STRING),
}
holds(
    NodeDocument,
    when(RATED, HAS_A_RATING),
    {"if": {"properties": RATED}, "then": ANY_JUDGEMENT},
    when(INSUFFICIENT, UNRATED | {"value": NULL, "decimal": NULL}),
    when(UNDETERMINED, UNRATED),
    {"if": {"properties": UNDETERMINED}, "then": ANY_JUDGEMENT},
    when({"value": NULL}, {"decimal": NULL}, {"decimal": NUMBER}),
)


class ProposalDocument(TypedDict):
    """What was measured for a case, and the level that the indicator proposes.

    Attributes:
        case: The id of the case.
        criterion: The criterion, or dimension that is judged directly, that has the indicator.
        value: The quantity, in the unit of the indicator.
        decimal: The same as a decimal number, for reading.
        proposed: The level whose band holds it; null where none does.
        judged: The level that was judged; null for insufficient evidence.
        departs: Whether a level is proposed and another one, or insufficient evidence, was judged.
        reason: The reason of the judgement; never empty where it departs.
        source: Where the figures come from; may be empty.
    """

    case: Id
    criterion: Id
    value: Exact
    decimal: float
    proposed: Text | None
    judged: Text | None
    departs: bool
    reason: str
    source: str


holds(
    ProposalDocument,
    when({"proposed": NULL}, {"departs": FALSE}),
    when({"proposed": STRING, "judged": NULL}, {"departs": TRUE}),
    when({"departs": TRUE}, {"reason": FILLED}),
)


class ScoredStudyDocument(TypedDict):
    """What was scored.

    Attributes:
        id: The id of the study, which is the name of its folder.
        title: Its title.
        date: Its date: a year, a month or a day.
        cases: How many cases it has.
        judgements: How many judgements it has, those of insufficient evidence included.
        files: The SHA-256 of each file of the study that was read, by its name in the study's
            folder.
    """

    id: Id
    title: Text
    date: Date
    cases: Count
    judgements: Count
    files: Files


class AppliedRubricDocument(TypedDict):
    """The rubric that was applied.

    Attributes:
        id: The id of the rubric, which is the name of its folder.
        version: Its version, the one that the study names.
        sha256: The SHA-256 of rubric.yaml; empty for a rubric made in code.
        levels: The levels of the rubric's own scale, the lowest first.
        scales: The further scales of the rubric, by name, the lowest level first; empty where it
            has none.
    """

    id: Id
    version: Text
    sha256: Annotated[str, says(pattern="^([0-9a-f]{64})?$")]
    levels: Levels
    scales: dict[Id, Levels]


class CaseDocument(TypedDict):
    """One case.

    Attributes:
        id: The id of the case.
        name: Its name.
        levels: By criterion, or dimension that is judged directly, the level that the case was
            judged at; null for insufficient evidence.
        dimensions: The case's own ratings of the dimensions; of one that is judged directly, the
            judgement as hurdles leave it.
        overall: The case's own rating of the whole.
        criteria: Of the case's own criteria those that have a hurdle or a determination: the
            judgement as hurdles leave it. `levels` has all the judgements.
        groups: The case's own ratings of the groups between criteria and dimensions; only where
            the rubric has any.
    """

    id: Id
    name: Text
    levels: dict[str, str | None]
    dimensions: Annotated[list[NodeDocument], says(minItems=1)]
    overall: NodeDocument
    criteria: list[NodeDocument]
    groups: NotRequired[list[NodeDocument]]


class PerspectiveDocument(TypedDict):
    """One perspective.

    Attributes:
        id: Its id in the rubric.
        title: Its title.
        reason: Whose view it is and why it differs.
        overall: The rating of the whole.
        dimensions: The ratings of the dimensions, in the order of the rubric.
        criteria: The ratings of the criteria, in the order of the rubric.
        groups: The ratings of the groups between criteria and dimensions; only where the rubric has
            any.
    """

    id: Id
    title: Text
    reason: Text
    overall: NodeDocument
    dimensions: Annotated[list[NodeDocument], says(minItems=1)]
    criteria: list[NodeDocument]
    groups: NotRequired[list[NodeDocument]]


class DifferenceDocument(TypedDict):
    """One published rating beside the computed one.

    Attributes:
        id: The node.
        published: The rating that the source printed, or `Insufficient evidence`.
        computed: The rating that was computed, or `Insufficient evidence`, or `Undetermined`.
        source: Where the published rating stands; may be empty.
    """

    id: Id
    published: Text
    computed: Text
    source: str


class ComparisonDocument(TypedDict):
    """How the computed ratings compare with the published ones.

    Attributes:
        compared: How many published ratings there are.
        equal: How many of them equal the computed ones.
        differences: Those that do not.
    """

    compared: Count
    equal: Count
    differences: list[DifferenceDocument]


class ScorecardDocument(TypedDict):
    """Every rating of a study with the exact value behind it, as `vfi score STUDY --format json`
    prints it.

    Attributes:
        schema: The name and version of this contract.
        study: What was scored.
        rubric: The rubric that was applied.
        overall: The rating of the whole, over all cases.
        dimensions: The ratings of the dimensions over all cases, in the order of the rubric.
        criteria: The ratings of the criteria over all cases, in the order of the rubric; empty
            where every dimension is judged directly.
        groups: The ratings of the groups between criteria and dimensions over all cases, each after
            those below it; only where the rubric has any.
        cases: Each case's own judgements and ratings, in the order of the study.
        indicators: The level that each reading of an indicator proposes, beside the one that was
            judged, in the order of the study; empty where nothing was measured.
        perspectives: The ratings over all cases under the perspectives that were asked for, in the
            order of the rubric. Determinations are left out of them.
        published: How the computed ratings compare with the published ones; only where the study
            has published ratings.
    """

    schema: Literal["vfi.scorecard/2"]
    study: ScoredStudyDocument
    rubric: AppliedRubricDocument
    overall: NodeDocument
    dimensions: Annotated[list[NodeDocument], says(minItems=1)]
    criteria: list[NodeDocument]
    groups: NotRequired[list[NodeDocument]]
    cases: list[CaseDocument]
    indicators: list[ProposalDocument]
    perspectives: list[PerspectiveDocument]
    published: NotRequired[ComparisonDocument]
