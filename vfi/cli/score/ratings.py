"""The scorecard for reading on a terminal: ratings, and a heat map of cases by criteria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vfi.cli.score.notes import notes
from vfi.cli.terminal.blocks import Block, Cell, Heading, HeatMap, LevelCell, Table
from vfi.numbers import count_of, decimal, named, out_of, part_of
from vfi.problems import capitalised
from vfi.rubric.models.parts import Group
from vfi.scoring.comparison import Comparison
from vfi.scoring.landmarks import landmarks
from vfi.scoring.models import Node, Scorecard
from vfi.scoring.perspectives import PerspectiveScore
from vfi.synthesis.scale import INSUFFICIENT, UNDETERMINED, Scale

INDENT = "  "
MISSING_CODE = "–"
UNDETERMINED_CODE = "?"


def scorecard_table(
    scorecard: Scorecard,
    comparison: Comparison | None,
    perspectives: Sequence[PerspectiveScore] = (),
) -> list[Block]:
    """The whole scorecard as text.

    Args:
        scorecard: what to show.
        comparison: the comparison with published ratings, if there are any.
        perspectives: the perspectives to show beside the rubric's own ratings.
    """
    parts = [
        _heading(scorecard, comparison),
        _ratings(scorecard),
        _criteria(scorecard),
        _heat_map(scorecard),
        *notes(scorecard, perspectives),
    ]
    if comparison is not None and comparison.differences:
        parts.append(_differences(comparison))
    blocks: list[Block] = []
    for part in filter(None, parts):
        blocks += ["", *part] if blocks else part
    return blocks


def _heading(scorecard: Scorecard, comparison: Comparison | None) -> list[Block]:
    study, overall = scorecard.study, scorecard.overall
    total = overall.judged + overall.missing
    noun = study.about.case_noun
    lines: list[Block] = [
        Heading(study.about.title),
        f"{overall.title}: {overall.result}",
        *_compared(comparison),
        f"{study.id}, rubric {study.rubric.id} {study.rubric.version}",
        (
            f"{count_of(len(study.cases), noun.singular, noun.plural)}, "
            f"{study.rubric.judged_in_words}, "
            f"{part_of(overall.judged, total, 'judgement')} rated, {overall.missing} "
            f"{INSUFFICIENT.lower()}"
        ),
    ]
    return lines


def _compared(comparison: Comparison | None) -> Iterator[str]:
    if comparison is None:
        return
    total = len(comparison.rows)
    different = len(comparison.differences)
    if different:
        differ = named(different, "differs", "differ")
        yield f"Published ratings: {different} of {total} {differ} from the computed ones."
    else:
        every = (
            "the only one equals the computed one"
            if total == 1
            else f"all {total} equal the computed ones"
        )
        yield f"Published ratings: {every}."


def _ratings(scorecard: Scorecard) -> list[Block]:
    depths = dict(_depths(scorecard.study.rubric.dimensions))
    nodes = [*(scorecard.nodes[group] for group in depths), scorecard.overall]
    heads, further = _further(nodes)
    rows: list[tuple[Cell, ...]] = [("", "", "Rating", *heads, "Value", "Exactly", "Judged")]
    for node, more in zip(nodes, further, strict=True):
        name = (INDENT * depths[node.id] + node.id if node.id in depths else "", node.title)
        judged = out_of(node.judged, node.judged + node.missing)
        rows.append((*name, _rating(node), *more, *_value(node), judged))
    return [Table(rows, right=range(3 + len(heads), 6 + len(heads)))]


def _depths(groups: Sequence[Group], depth: int = 0) -> Iterator[tuple[str, int]]:
    """Each group, before those below it, with how many groups it stands below."""
    for group in groups:
        yield group.id, depth
        yield from _depths(group.groups, depth + 1)


def _criteria(scorecard: Scorecard) -> list[Block]:
    if not scorecard.criteria:
        return []
    scales = {
        node.id: scorecard.study.rubric.judgement_scale(node.id) for node in scorecard.criteria
    }
    codes = list(
        dict.fromkeys(
            scales[node.id].codes[name] for node in scorecard.criteria for name in node.counts
        )
    )
    criteria = {criterion.id: criterion for criterion in scorecard.study.rubric.criteria}
    lowest = scorecard.study.rubric.tiers[0]
    heads, further = _further(scorecard.criteria)
    rows: list[tuple[Cell, ...]] = [
        ("", capitalised(lowest.title), "Rating", *heads, "Value", "Exactly", *codes, MISSING_CODE)
    ]
    for node, more in zip(scorecard.criteria, further, strict=True):
        counts = {scales[node.id].codes[name]: str(count) for name, count in node.counts.items()}
        numbers = (*(counts.get(code, "") for code in codes), str(node.missing))
        rows.append(
            (node.id, criteria[node.id].label, _rating(node), *more, *_value(node), *numbers)
        )
    return [Table(rows, right=range(3 + len(heads), len(rows[0])))]


def _further(nodes: Sequence[Node]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns that only some scorecards need: the rating before hurdles, and what was
    determined.
    """
    heads: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = [() for _ in nodes]
    if any(node.lowered_by for node in nodes):
        heads = (*heads, "Before hurdles")
        rows = [
            (*row, (node.before or "") if node.lowered_by else "")
            for row, node in zip(rows, nodes, strict=True)
        ]
    if any(node.determined for node in nodes):
        heads = (*heads, "Determined")
        rows = [
            (*row, "" if node.determined is None else node.determined.level)
            for row, node in zip(rows, nodes, strict=True)
        ]
    return heads, rows


def _value(node: Node) -> tuple[str, str]:
    if node.value is None:
        return ("", "")
    return decimal(node.value, landmarks=landmarks(node)), str(node.value)


def _rating(node: Node) -> LevelCell:
    position = None if node.rating is None else node.scale.positions[node.rating]
    return LevelCell(node.result, position, len(node.scale.names))


def _heat_map(scorecard: Scorecard) -> list[Block]:
    heads, cells = _heat_cells(scorecard)
    undetermined = f", {UNDETERMINED_CODE} undetermined" if _has_undetermined(scorecard) else ""
    missing = (
        f"{MISSING_CODE} {INSUFFICIENT.lower()}{undetermined}; the last row and columns are ratings"
    )
    keys = [
        ", ".join(f"{scale.codes[name]} {name}" for name in scale.names)
        for scale in _scales(scorecard)
    ]
    cases, lowest = scorecard.study.about.case_noun.plural, scorecard.study.rubric.tiers[0]
    title = Heading(f"{capitalised(cases)} by {lowest.plural}")
    rows = {name: [_code(*cell) for cell in row] for name, row in cells.items()}
    return [title, *keys[:-1], f"{keys[-1]}, {missing}", HeatMap(heads, rows)]


def _scales(scorecard: Scorecard) -> list[Scale]:
    """The scales that levels of the heat map are on."""
    rubric = scorecard.study.rubric
    of_judgements = [rubric.judgement_scale(judged) for judged in rubric.judged]
    of_ratings = [node.scale for node in scorecard.nodes.values()]
    return list({scale.names: scale for scale in (*of_ratings, *of_judgements)}.values())


def _has_undetermined(scorecard: Scorecard) -> bool:
    return any(node.state == "undetermined" for node in scorecard.walk())


def _heat_cells(scorecard: Scorecard) -> tuple[list[str], dict[str, list[tuple[str, Scale]]]]:
    rubric = scorecard.study.rubric
    criteria = [(node.id, rubric.judgement_scale(node.id)) for node in scorecard.criteria]
    groups = [node.id for node in (*scorecard.groups, *scorecard.dimensions)]
    heads = [*(node for node, _ in criteria), *groups, "All"]
    cells: dict[str, list[tuple[str, Scale]]] = {
        case.id: [
            *((case.levels.get(criterion) or INSUFFICIENT, scale) for criterion, scale in criteria),
            *((node.result, node.scale) for node in (*case.groups, *case.dimensions, case.overall)),
        ]
        for case in scorecard.cases
    }
    ratings = [
        *scorecard.criteria,
        *scorecard.groups,
        *scorecard.dimensions,
        scorecard.overall,
    ]
    cells["All"] = [(node.result, node.scale) for node in ratings]
    return heads, cells


def _code(level: str, scale: Scale) -> LevelCell:
    code = {INSUFFICIENT: MISSING_CODE, UNDETERMINED: UNDETERMINED_CODE}.get(level) or scale.codes[
        level
    ]
    return LevelCell(code, scale.positions.get(level), len(scale.names))


def _differences(comparison: Comparison) -> list[Block]:
    rows = [("Node", "Published", "Computed", "Source")]
    rows += [(row.node, row.published, row.computed, row.source) for row in comparison.differences]
    return [Heading("Published ratings that differ"), "", Table(rows)]
