"""What is different between two rubrics, or two versions of one, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vfi.inspection.facts import facts

if TYPE_CHECKING:
    from vfi.rubric.models.rubric import Rubric

Kind = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class RubricChange:
    """One difference.

    Attributes:
        kind: whether the part, or what is said of it, is new, gone or another.
        part: the part of the rubric, such as `criterion E1.1`.
        aspect: what is said of it, such as `standard for Good`; empty for the part as a whole.
        before: what the first rubric says; empty where it says nothing.
        after: what the second rubric says; empty where it says nothing.
    """

    kind: Kind
    part: str
    aspect: str
    before: str
    after: str


def differences(before: Rubric, after: Rubric) -> tuple[RubricChange, ...]:
    """Every difference, in the order of the rubrics; a part that is new or gone is told once, by
    its title.
    """
    return tuple(_changes(before, after))


def _changes(before: Rubric, after: Rubric) -> Iterator[RubricChange]:
    old, new = facts(before), facts(after)
    for part in [*old, *(part for part in new if part not in old)]:
        if part not in new:
            yield RubricChange("removed", part, "", _named(old[part]), "")
        elif part not in old:
            yield RubricChange("added", part, "", "", _named(new[part]))
        else:
            yield from _aspects(part, old[part], new[part])


def _aspects(part: str, old: dict[str, str], new: dict[str, str]) -> Iterator[RubricChange]:
    for aspect in [*old, *(aspect for aspect in new if aspect not in old)]:
        before, after = old.get(aspect, ""), new.get(aspect, "")
        if before != after:
            yield RubricChange(_kind(before, after), part, aspect, before, after)


def _kind(before: str, after: str) -> Kind:
    if before and after:
        return "changed"
    return "removed" if before else "added"


def _named(aspects: dict[str, str]) -> str:
    return aspects.get("title") or next(iter(aspects.values()), "")
