"""What must hold between the tiers that a rubric declares, its tree and the steps of the tiers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vfi.problems import either, listed, nearest, quoted
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.inputs.yaml import Path
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.parts import Group
    from vfi.rubric.models.rubric import Rubric
    from vfi.synthesis.rule import Rule


def check_tiers(rubric: Rubric, report: Report) -> None:
    """Tell tiers that share a name, a tree that is deeper than they are, and steps of tiers that
    are missing or that there are not.
    """
    _names_are_unique(rubric, report)
    for place, dimension in enumerate(rubric.dimensions):
        _group_fits(rubric, dimension, len(rubric.tiers) - 1, ("dimensions", place), report)
    tiers_are_known(rubric, rubric.synthesis, ("synthesis",), report)
    for key in _keys_needed(rubric):
        if key not in rubric.synthesis:
            report.tell(("synthesis", key), "nothing", f"the field {quoted(key)}")
    for place, perspective in enumerate(rubric.perspectives):
        path: Path = ("perspectives", place, "synthesis")
        tiers_are_known(rubric, perspective.synthesis or {}, path, report)


def what_nodes_are(rubric: Rubric, *further: str) -> str:
    """What the nodes of the tiers are called: `a criterion or a dimension`.

    Args:
        rubric: the rubric.
        further: what else there can be, such as `overall`.
    """
    return either([*(tier.with_article for tier in rubric.tiers), *further])


def has_every_step(rubric: Rubric) -> bool:
    """Whether each node has a step that rates it."""
    return all(key in rubric.synthesis for key in _keys_needed(rubric))


def tiers_are_known(rubric: Rubric, steps: Mapping[str, Rule], path: Path, report: Report) -> None:
    """Tell steps of tiers that the rubric does not have."""
    known = [*rubric.tier_named, OVERALL]
    for key in steps:
        if key not in known:
            report.tell(
                (*path, key), "an unknown field", f"only {listed(known)}", nearest(key, known)
            )


def _keys_needed(rubric: Rubric) -> Iterator[str]:
    """The keys of `synthesis` whose steps rate a node that has no step of its own."""
    keys = [
        rubric.step_key(node)
        for node in rubric.node_ids
        if node == OVERALL or rubric.parts[node].synthesis is None
    ]
    return iter(dict.fromkeys(keys))


def _names_are_unique(rubric: Rubric, report: Report) -> None:
    report.ids_are_unique((tier.id for tier in rubric.tiers), ("tiers",))
    words: dict[str, str] = {}
    for place, tier in enumerate(rubric.tiers):
        path: Path = ("tiers", place)
        if tier.id == OVERALL:
            expected = "another id; this one is the name of what stands above all tiers"
            report.tell(path, quoted(tier.id), expected)
        other = words.setdefault(tier.plural, tier.id)
        if other != tier.id:
            found = f"the plural {quoted(tier.plural)}, which is that of {other} too"
            report.tell(path, found, "a plural of its own")


def _group_fits(rubric: Rubric, group: Group, height: int, path: Path, report: Report) -> None:
    """Tell a group with more below it than its tier allows.

    Args:
        rubric: the rubric.
        group: the group.
        height: how many tiers there are below that of the group.
        path: where it stands.
        report: where to tell.
    """
    if group.groups and group.criteria:
        report.tell(
            path, f"groups and criteria right below {group.id}", "either groups or criteria"
        )
    tier = rubric.tier_named[rubric.kinds[group.id]].with_article
    further = f"one more tier in `tiers`: {listed([tier.id for tier in rubric.tiers])}"
    for key in ("groups", "criteria"):
        if getattr(group, key) and height < 1:
            found = f"{key} below {group.id}, which is {tier}, of the lowest tier"
            report.tell((*path, key), found, f"nothing below it, or {further}")
    if group.groups and height == 1:
        found = f"groups below {group.id}, which is {tier}"
        report.tell((*path, "groups"), found, f"criteria, or {further}")
    for place, below in enumerate(group.groups if height > 1 else ()):
        _group_fits(rubric, below, height - 1, (*path, "groups", place), report)
