"""The parts of a rubric's tree: criteria, and the groups that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

from pydantic import Field

from vfi.inputs.fields import AsTuple, Identifier, Model, Text
from vfi.rubric.models.indicators import Indicator
from vfi.rubric.models.standards import Standard
from vfi.synthesis.rules import Step

if TYPE_CHECKING:
    from vfi.synthesis.rule import Rule


class Criterion(Model):
    """An aspect of performance that each case is judged on, with a standard for each level.

    Attributes:
        id: its name for programs and in tables.
        title: its name for people.
        short: a shorter title for narrow columns.
        meaning: what it means and why it matters.
        scale: the name of the scale of its judgements, where it is not the rubric's own.
        standards: what each level takes, by level; those that the rubric states for all criteria
            are among them.
        indicator: a measured quantity that proposes a level.
        synthesis: how the judgements of all cases combine, where not by the rubric's criterion
            step.
    """

    id: Identifier
    title: Text
    short: Annotated[str, Field(max_length=32)] | None = None
    meaning: Text
    scale: Identifier | None = None
    standards: dict[str, Standard] = Field(default_factory=dict)
    indicator: Indicator | None = None
    synthesis: Step | None = None

    @property
    def label(self) -> str:
        """The short title where there is one, for narrow columns."""
        return self.short or self.title


class Group(Model):
    """A dimension, such as one of the 4Es, or a group of a tier below it: criteria, or groups of
    the next tier, that share a question.

    A group with nothing below it is holistic: cases are judged on it directly, by standards of its
    own.

    Attributes:
        id: its name for programs and in tables.
        title: its name for people.
        question: what it asks of a case.
        groups: the groups of the next tier below it, for a tree of more than two tiers.
        criteria: the criteria below it.
        scale: the name of the scale of its ratings, where it is not the rubric's own.
        standards: what each level takes, where cases are judged on the group itself.
        indicator: a measured quantity that proposes a level, where cases are judged on the group.
        synthesis: how what is below it combines, where not by the rubric's step of its tier.
    """

    id: Identifier
    title: Text
    question: Text
    groups: Annotated[tuple[Group, ...], AsTuple] = ()
    criteria: Annotated[tuple[Criterion, ...], AsTuple] = ()
    scale: Identifier | None = None
    standards: dict[str, Standard] = Field(default_factory=dict)
    indicator: Indicator | None = None
    synthesis: Step | None = None

    @property
    def is_holistic(self) -> bool:
        """Whether cases are judged on the group itself."""
        return not self.below

    @property
    def below(self) -> tuple[Group | Criterion, ...]:
        """What is right below it."""
        return (*self.groups, *self.criteria)

    @property
    def judged(self) -> tuple[Judged, ...]:
        """What cases are judged on in it, in the order of the rubric; itself where it is
        holistic.
        """
        if self.is_holistic:
            return (self,)
        return (*(part for group in self.groups for part in group.judged), *self.criteria)

    @property
    def label(self) -> str:
        """The title, for columns."""
        return self.title

    def walk(self) -> Iterator[Group | Criterion]:
        """The group, then what is below it, at every depth."""
        yield self
        for group in self.groups:
            yield from group.walk()
        yield from self.criteria


Judged = Criterion | Group
JudgedT = TypeVar("JudgedT", Criterion, Group)


def with_steps(group: Group, steps: Mapping[str, Rule]) -> Group:
    """The same group with other steps for some nodes in it."""
    criteria = tuple(
        criterion.model_copy(update={"synthesis": steps.get(criterion.id, criterion.synthesis)})
        for criterion in group.criteria
    )
    return group.model_copy(
        update={
            "groups": tuple(with_steps(below, steps) for below in group.groups),
            "criteria": criteria,
            "synthesis": steps.get(group.id, group.synthesis),
        }
    )


def each_after_those_below(group: Group) -> Iterator[str]:
    """The ids of a group and of all in it, each after those below it."""
    for below in group.groups:
        yield from each_after_those_below(below)
    yield from (criterion.id for criterion in group.criteria)
    yield group.id


def add_kinds(kinds: dict[str, str], group: Group, tiers: Sequence[str]) -> None:
    """Add the tier of a group, the last of those given, and of all below it.

    A tree that is deeper than its tiers is told when the rubric is checked; until then, what is too
    deep counts to the lowest tier.
    """
    kinds[group.id] = tiers[-1]
    for below in group.groups:
        add_kinds(kinds, below, tiers[:-1] or tiers)
    kinds |= {criterion.id: tiers[0] for criterion in group.criteria}
