"""The rules tried, as the JSON document that other programs read: `vfi.audit-rules/1`.

`schemas/vfi.audit-rules-1.schema.json` is made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, Literal, TypedDict

from vfi.audit.grid import CHOICES, POOLINGS, Variant
from vfi.audit.rules import RulesAudit, TriedCombination
from vfi.documents import Count, Id, Number, RubricIdentity, StudyIdentity, Text, one_of
from vfi.rubric.document import rubric_identity
from vfi.synthesis.plain import ALTERNATIVES
from vfi.synthesis.rules import name_of

SCHEMA: Final = "vfi.audit-rules/1"
Choice = Annotated[str, one_of(CHOICES)]


class ChoiceValueDocument(TypedDict):
    """A value of a choice, and what the published ratings say of it.

    Attributes:
        value: The value; `-` for a rule without ties.
        reproducing: How many combinations with it give every published rating.
        combinations: How many combinations have it.
    """

    value: Text
    reproducing: Count
    combinations: Number


class ChoiceDocument(TypedDict):
    """A choice with each of its values.

    Attributes:
        choice: What is chosen.
        values: Its values.
    """

    choice: Choice
    values: list[ChoiceValueDocument]


class DecidedDocument(TypedDict):
    """A choice that the published ratings decide.

    Attributes:
        choice: What is chosen.
        works: The values with which every published rating is given.
        fails: The values with which none of the combinations gives them all.
    """

    choice: Choice
    works: list[Text]
    fails: list[Text]


class OwnRulesDocument(TypedDict):
    """What the published ratings decide, with the rules of the rubric's own steps.

    Attributes:
        rules: The rubric's own choices; empty where the grid does not hold them.
        decided: The other choices that are decided with them.
    """

    rules: dict[str, str]
    decided: list[DecidedDocument]


class VariantDocument(TypedDict):
    """The rule of a step.

    Attributes:
        rule: The rule.
        of: What goes in.
        ties: Where ties go; null for a rule without ties.
    """

    rule: Annotated[str, one_of(map(name_of, ALTERNATIVES))]
    of: Annotated[str, one_of(("judgements", "ratings", "scores"))]
    ties: Annotated[str, one_of(("up", "down", "even"))] | None


class CombinationDocument(TypedDict):
    """A combination of rules, and where it fails.

    Attributes:
        missing: `exclude`, or the level that insufficient evidence counts as.
        pooling: What is pooled from the judgements.
        criterion: The rule of what cases are judged on.
        dimension: The rule of dimensions, and of the groups between them and criteria.
        overall: The rule of the whole.
        fails: The nodes whose published rating it does not give.
    """

    missing: Text
    pooling: Annotated[str, one_of(POOLINGS)]
    criterion: VariantDocument
    dimension: VariantDocument
    overall: VariantDocument
    fails: list[Id]


class RulesDocument(TypedDict):
    """What `vfi audit rules STUDY --format json` prints: every combination of rules beside the
    published ratings.

    Attributes:
        schema: The name and version of this contract.
        study: The study.
        rubric: The rubric that was applied.
        published: How many published ratings there are.
        combinations: How many combinations were tried.
        reproducing: How many combinations give every published rating.
        left_out: What the rubric says that the grid has no room for.
        choices: For each choice and value: how many combinations with it give every published
            rating, and of how many.
        own_rules: With the rules of the rubric's own steps: what the published ratings decide.
        tried: Every combination, those that fail at fewest nodes first.
    """

    schema: Literal["vfi.audit-rules/1"]
    study: StudyIdentity
    rubric: RubricIdentity
    published: Number
    combinations: Number
    reproducing: Count
    left_out: list[Text]
    choices: list[ChoiceDocument]
    own_rules: OwnRulesDocument
    tried: list[CombinationDocument]


def rules_document(audit: RulesAudit) -> RulesDocument:
    """The whole grid as plain data, with what it identifies at each step."""
    study = audit.study
    return {
        "schema": SCHEMA,
        "study": {"id": study.id, "title": study.about.title, "files": dict(study.digests)},
        "rubric": rubric_identity(study.rubric),
        "published": audit.published,
        "combinations": len(audit.tried),
        "reproducing": len(audit.reproducing),
        "left_out": list(audit.left_out),
        "choices": [
            {
                "choice": choice,
                "values": [
                    {"value": value, "reproducing": reproducing, "combinations": every}
                    for value, (reproducing, every) in audit.possible(choice).items()
                ],
            }
            for choice in CHOICES
        ],
        "own_rules": {
            "rules": audit.own_rules,
            "decided": [
                {"choice": entry.choice, "works": list(entry.works), "fails": list(entry.fails)}
                for entry in audit.needed
            ],
        },
        "tried": [_tried(entry) for entry in audit.tried],
    }


def rules_rows(audit: RulesAudit) -> list[Sequence[str]]:
    """The whole grid as the rows of a table, its header first: a row for each combination."""
    rows: list[Sequence[str]] = [(*CHOICES, "fails", "at")]
    for entry in audit.tried:
        choices = (entry.combination[choice] for choice in CHOICES)
        rows.append((*choices, str(len(entry.fails)), " ".join(entry.fails)))
    return rows


def _tried(entry: TriedCombination) -> CombinationDocument:
    combination = entry.combination
    return {
        "missing": combination.missing,
        "pooling": combination.pooling,
        "criterion": _variant(combination.criterion),
        "dimension": _variant(combination.dimension),
        "overall": _variant(combination.overall),
        "fails": list(entry.fails),
    }


def _variant(variant: Variant) -> VariantDocument:
    return {
        "rule": variant.rule,
        "of": variant.of,
        "ties": None if variant.ties == "-" else variant.ties,
    }
