"""The rules, a file each; `RULES` lists them, and what it does not list does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from pydantic import Field

from vfi.synthesis.rules.bands import Bands
from vfi.synthesis.rules.best import Best
from vfi.synthesis.rules.counting import Counting
from vfi.synthesis.rules.geometric_mean import GeometricMean
from vfi.synthesis.rules.mean import Mean
from vfi.synthesis.rules.median import Median
from vfi.synthesis.rules.mode import Mode
from vfi.synthesis.rules.second_worst import SecondWorst
from vfi.synthesis.rules.table import DecisionTable
from vfi.synthesis.rules.weighted_mean import WeightedMean
from vfi.synthesis.rules.worst import Worst

RULES: tuple[type[Rule], ...] = (
    Mean,
    WeightedMean,
    GeometricMean,
    Median,
    Mode,
    Worst,
    Best,
    SecondWorst,
    Counting,
    DecisionTable,
    Bands,
)

if TYPE_CHECKING:
    from vfi.synthesis.rule import Rule

    Step: TypeAlias = Rule
else:
    Step = Annotated[Union[RULES], Field(discriminator="rule")]  # noqa: UP007 - made of a list


def name_of(rule: type[Rule]) -> str:
    """The name of a rule in a rubric: `weighted mean`."""
    (name,) = rule.model_fields["rule"].annotation.__args__  # type: ignore[union-attr]
    return str(name)
