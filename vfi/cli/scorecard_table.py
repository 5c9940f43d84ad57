"""The scorecard for reading on a terminal: ratings, and a heat map of cases by criteria."""

from __future__ import annotations

from collections.abc import Sequence

from vfi.cli.output import MISSING_CODE, UNDETERMINED_CODE, bold, columns, painted
from vfi.cli.scorecard_notes import notes
from vfi.numbers import count_of, decimal, named, part_of
from vfi.rubric.models import INSUFFICIENT, UNDETERMINED, Scale
from vfi.scoring import Comparison, Node, PerspectiveScore, Scorecard
from vfi.scoring.landmarks import landmarks

GAP = 1


def scorecard_table(
    scorecard: Scorecard,
    comparison: Comparison | None,
    width: int,
    colour: bool,
    perspectives: Sequence[PerspectiveScore] = (),
) -> str:
    """The whole scorecard as text.

    Args:
        scorecard: what to show.
        comparison: the comparison with published ratings, if there are any.
        width: how many columns the heat map may take; a wider one is set in several parts.
        colour: whether to colour the levels; the codes say the same without.
        perspectives: the perspectives to show beside the rubric's own ratings.
    """
    parts = [
        _heading(scorecard, colour),
        _ratings(scorecard, colour),
        _criteria(scorecard, colour),
        _heat_map(scorecard, width, colour),
        *notes(scorecard, perspectives, colour),
    ]
    if comparison is not None:
        parts.append(_comparison(comparison))
    return "\n\n".join("\n".join(part) for part in parts if part)


def _heading(scorecard: Scorecard, colour: bool) -> list[str]:
    study, overall = scorecard.study, scorecard.overall
    total = overall.judged + overall.missing
    noun = study.about.case_noun
    return [
        bold(study.about.title, colour),
        f"{study.id}, rubric {study.rubric.id} {study.rubric.version}",
        f"{count_of(len(study.cases), noun.singular, noun.plural)}, "
        f"{count_of(len(study.rubric.judged), 'criterion', 'criteria')}, "
        f"{part_of(overall.judged, total, 'judgement')} rated, {overall.missing} {INSUFFICIENT.lower()}",
    ]


def _ratings(scorecard: Scorecard, colour: bool) -> list[str]:
    nodes = [*scorecard.dimensions, scorecard.overall]
    heads, further = _further(nodes)
    rows: list[tuple[str, ...]] = [("", "", "Rating", *heads, "Value", "Exactly", "Judged")]
    for node, more in zip(nodes, further, strict=True):
        name = (node.id if node.kind == "dimension" else "", node.title)
        rows.append((*name, node.result, *more, *_value(node), f"{node.judged} of {node.judged + node.missing}"))
    right = range(3 + len(heads), 6 + len(heads))
    return _with_painted_ratings(columns(rows, right=right), nodes, colour)


def _criteria(scorecard: Scorecard, colour: bool) -> list[str]:
    if not scorecard.criteria:
        return []
    levels = list(dict.fromkeys(level for node in scorecard.criteria for level in node.counts))
    criteria = {criterion.id: criterion for criterion in scorecard.study.rubric.criteria}
    heads, further = _further(scorecard.criteria)
    rows: list[tuple[str, ...]] = [("", "Criterion", "Rating", *heads, "Value", "Exactly", *levels, "Insufficient")]
    for node, more in zip(scorecard.criteria, further, strict=True):
        counts = (str(node.counts.get(level, "")) for level in levels)
        label = criteria[node.id].label
        rows.append((node.id, label, node.result, *more, *_value(node), *counts, str(node.missing)))
    lines = columns(rows, right=range(3 + len(heads), len(rows[0])))
    return _with_painted_ratings(lines, scorecard.criteria, colour)


def _further(nodes: Sequence[Node]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns that only some scorecards need: the rating before hurdles, and what was determined."""
    heads: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = [() for _ in nodes]
    if any(node.lowered_by for node in nodes):
        heads = (*heads, "Before hurdles")
        rows = [(*row, (node.before or "") if node.lowered_by else "") for row, node in zip(rows, nodes, strict=True)]
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


def _with_painted_ratings(lines: list[str], nodes: Sequence[Node], colour: bool) -> list[str]:
    shown = lines[:2]
    for line, node in zip(lines[2:], nodes, strict=True):
        if node.rating is None or not colour:
            shown.append(line)
            continue
        start = line.index(f"  {node.rating}  ") + 2
        end = start + len(node.rating)
        cell = painted(line[start:end], node.scale.positions[node.rating], len(node.scale.names), colour)
        shown.append(line[:start] + cell + line[end:])
    return shown


def _heat_map(scorecard: Scorecard, width: int, colour: bool) -> list[str]:
    heads, cells = _heat_cells(scorecard)
    undetermined = f", {UNDETERMINED_CODE} undetermined" if _has_undetermined(scorecard) else ""
    missing = f"{MISSING_CODE} {INSUFFICIENT.lower()}{undetermined}; the last row and columns are ratings"
    scales = _scales(scorecard)
    keys = [", ".join(f"{scale.codes[name]} {name}" for name in scale.names) for scale in scales]
    lines = [bold(f"{scorecard.study.about.case_noun.plural.capitalize()} by criteria", colour), *keys[:-1]]
    lines.append(f"{keys[-1]}, {missing}")
    first = max(len("All"), *(len(case.id) for case in scorecard.cases))
    narrowest = max(3, *(len(code) for scale in scales for code in scale.codes.values()))
    for block in _blocks(heads, width - first, narrowest):
        lines.append("")
        lines.append(" " * first + "".join(head.rjust(size + GAP) for head, size in block.values()))
        for name, row in cells.items():
            painted_cells = (_heat_cell(*row[place], size, colour) for place, (_, size) in block.items())
            lines.append(name.ljust(first) + "".join(painted_cells))
    return lines


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
    heads = [*(node for node, _ in criteria), *(node.id for node in scorecard.dimensions), "All"]
    cells: dict[str, list[tuple[str, Scale]]] = {
        case.id: [
            *((case.levels.get(criterion) or INSUFFICIENT, scale) for criterion, scale in criteria),
            *((node.result, node.scale) for node in (*case.dimensions, case.overall)),
        ]
        for case in scorecard.cases
    }
    ratings = [*scorecard.criteria, *scorecard.dimensions, scorecard.overall]
    cells["All"] = [(node.result, node.scale) for node in ratings]
    return heads, cells


def _blocks(heads: Sequence[str], width: int, narrowest: int) -> list[dict[int, tuple[str, int]]]:
    """The columns, split so that each part fits the width: per part, place -> (head, size)."""
    blocks: list[dict[int, tuple[str, int]]] = [{}]
    used = 0
    for place, head in enumerate(heads):
        size = max(len(head), narrowest)
        if used + size + GAP > width and blocks[-1]:
            blocks.append({})
            used = 0
        blocks[-1][place] = (head, size)
        used += size + GAP
    return blocks


def _heat_cell(level: str, scale: Scale, size: int, colour: bool) -> str:
    code = {INSUFFICIENT: MISSING_CODE, UNDETERMINED: UNDETERMINED_CODE}.get(level) or scale.codes[level]
    return " " * GAP + painted(code.center(size), scale.positions.get(level), len(scale.names), colour)


def _comparison(comparison: Comparison) -> list[str]:
    total = len(comparison.rows)
    if not comparison.differences:
        every = "the only one equals the computed one" if total == 1 else f"all {total} equal the computed ones"
        return [f"Published ratings: {every}."]
    rows = [("Node", "Published", "Computed", "Source")]
    rows += [(row.node, row.published, row.computed, row.source) for row in comparison.differences]
    differ = named(len(comparison.differences), "differs", "differ")
    heading = f"Published ratings: {len(comparison.differences)} of {total} {differ} from the computed ones."
    return [heading, "", *columns(rows)]
