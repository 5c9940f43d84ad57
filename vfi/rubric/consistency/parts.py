"""What must hold between ids, scales, standards and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vfi.problems import quoted
from vfi.rubric.models.parts import Group, Judged
from vfi.rubric.models.rubric import DEFAULT_SCALE, Rubric
from vfi.synthesis.nodes import OVERALL

if TYPE_CHECKING:
    from vfi.inputs.yaml import Path
    from vfi.rubric.consistency.report import Report
    from vfi.rubric.models.standards import Standard
    from vfi.synthesis.scale import Scale


def check_parts(rubric: Rubric, report: Report) -> None:
    """Tell ids that are not unique, scales that do not exist, and standards that do not fit."""
    _node_ids_are_unique(rubric, report)
    report.ids_are_unique((source.id for source in rubric.sources), ("sources",))
    if rubric.provenance is not None:
        source_is_known(rubric, rubric.provenance.source, ("provenance", "source"), report)
    if DEFAULT_SCALE in rubric.scales:
        report.tell(
            ("scales", DEFAULT_SCALE),
            quoted(DEFAULT_SCALE),
            "another name; this one means the rubric's own scale",
        )
    _standards_fit(rubric, rubric.standards, rubric.scale, ("standards",), report)
    for path, part in parts_with_paths(rubric):
        if scale_is_known(rubric, part.scale, (*path, "scale"), report):
            _part_fits(rubric, part, path, report)


def parts_with_paths(rubric: Rubric) -> Iterator[tuple[Path, Judged]]:
    """Every dimension, group and criterion with where it stands in the file."""
    for place, dimension in enumerate(rubric.dimensions):
        yield from _with_paths(dimension, ("dimensions", place))


def _with_paths(group: Group, path: Path) -> Iterator[tuple[Path, Judged]]:
    yield path, group
    for place, below in enumerate(group.groups):
        yield from _with_paths(below, (*path, "groups", place))
    for place, criterion in enumerate(group.criteria):
        yield (*path, "criteria", place), criterion


def scale_is_known(rubric: Rubric, name: str | None, path: Path, report: Report) -> bool:
    """Tell the name of a scale that does not exist; whether it does."""
    if name in (None, DEFAULT_SCALE):
        return True
    return report.id_is_known(
        str(name), [*rubric.scales, DEFAULT_SCALE], "a name from `scales`", path
    )


def source_is_known(rubric: Rubric, source: str, path: Path, report: Report) -> None:
    """Tell a source that is not in the rubric's list."""
    report.id_is_known(source, [known.id for known in rubric.sources], "an id from `sources`", path)


def _node_ids_are_unique(rubric: Rubric, report: Report) -> None:
    seen: dict[str, int] = {}
    for path, part in parts_with_paths(rubric):
        place = (*path, "id")
        if part.id == OVERALL:
            report.tell(
                place, quoted(part.id), "another id; this one is the name of the overall rating"
            )
        if part.id in seen:
            found = f"{quoted(part.id)} a second time (first on line {seen[part.id]})"
            report.tell(place, found, "an id of its own")
        seen.setdefault(part.id, report.line(place))


def _part_fits(rubric: Rubric, part: Judged, path: Path, report: Report) -> None:
    if isinstance(part, Group) and not part.is_holistic:
        tier, plural = rubric.tier_named[rubric.kinds[part.id]], rubric.plural_below(part.id)
        for key in ("standards", "indicator"):
            if getattr(part, key):
                expected = f"no {key}: cases are judged on its {plural}"
                report.tell((*path, key), f"{key} of a {tier.title} that has {plural}", expected)
        return
    scale = rubric.judgement_scale(part.id)
    place = (*path, "standards")
    own = {
        level: found
        for level, found in part.standards.items()
        if found is not rubric.standards.get(level)
    }
    _standards_fit(rubric, own, scale, place, report)
    for level in scale.names:
        if level not in part.standards:
            report.tell(place, f"no standard for {level}", "a standard for each level of the scale")


def _standards_fit(
    rubric: Rubric, standards: Mapping[str, Standard], scale: Scale, path: Path, report: Report
) -> None:
    for level, standard in standards.items():
        report.level_is_known(level, (scale,), (*path, level))
        if not standard.has_provenance:
            expected = "a provenance of its own, or one for all at the top level of the rubric"
            report.tell((*path, level), "a standard without a provenance", expected)
        elif standard.provenance is not rubric.provenance:
            source_is_known(
                rubric, standard.provenance.source, (*path, level, "provenance", "source"), report
            )
