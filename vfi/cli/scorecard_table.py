"""The scorecard for reading on a terminal: ratings, and a heat map of cases by criteria."""

from __future__ import annotations

from collections.abc import Sequence

from vfi.cli.output import MISSING_CODE, bold, columns, painted
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring import Comparison, Node, Scorecard
from vfi.scoring.words import decimal

GAP = 1


def scorecard_table(scorecard: Scorecard, comparison: Comparison | None, width: int, colour: bool) -> str:
    """The whole scorecard as text.

    Args:
        scorecard: what to show.
        comparison: the comparison with published ratings, if there are any.
        width: how many columns the heat map may take; a wider one is set in several parts.
        colour: whether to colour the levels; the codes say the same without.
    """
    parts = [
        _heading(scorecard, colour),
        _ratings(scorecard, colour),
        _criteria(scorecard, colour),
        _heat_map(scorecard, width, colour),
    ]
    if comparison is not None:
        parts.append(_comparison(comparison))
    return "\n\n".join("\n".join(part) for part in parts)


def _heading(scorecard: Scorecard, colour: bool) -> list[str]:
    study, overall = scorecard.study, scorecard.overall
    total = overall.judged + overall.missing
    noun = study.about.case_noun.plural
    return [
        bold(study.about.title, colour),
        f"{study.id}, rubric {study.rubric.id} {study.rubric.version}",
        f"{len(study.cases)} {noun}, {len(study.rubric.criteria)} criteria, "
        f"{overall.judged} of {total} judgements rated, {overall.missing} {INSUFFICIENT.lower()}",
    ]


def _ratings(scorecard: Scorecard, colour: bool) -> list[str]:
    rows = [("", "", "Rating", "Value", "Exactly", "Judged")]
    nodes = [*scorecard.dimensions, scorecard.overall]
    rows += [
        (
            node.id if node.kind == "dimension" else "",
            node.title,
            node.rating or INSUFFICIENT,
            *_value(node),
            f"{node.judged} of {node.judged + node.missing}",
        )
        for node in nodes
    ]
    return _with_painted_ratings(columns(rows, right=(3, 4, 5)), nodes, scorecard, colour)


def _criteria(scorecard: Scorecard, colour: bool) -> list[str]:
    levels = scorecard.study.rubric.scale.names
    rows: list[tuple[str, ...]] = [("", "Criterion", "Rating", "Value", "Exactly", *levels, "Insufficient")]
    criteria = {criterion.id: criterion for criterion in scorecard.study.rubric.criteria}
    for node in scorecard.criteria:
        counts = (str(node.counts[level]) for level in levels)
        label = criteria[node.id].label
        rows.append((node.id, label, node.rating or INSUFFICIENT, *_value(node), *counts, str(node.missing)))
    lines = columns(rows, right=range(3, len(rows[0])))
    return _with_painted_ratings(lines, scorecard.criteria, scorecard, colour)


def _value(node: Node) -> tuple[str, str]:
    return ("", "") if node.value is None else (decimal(node.value), str(node.value))


def _with_painted_ratings(lines: list[str], nodes: Sequence[Node], scorecard: Scorecard, colour: bool) -> list[str]:
    names = scorecard.study.rubric.scale.names
    shown = lines[:2]
    for line, node in zip(lines[2:], nodes, strict=True):
        if node.rating is None:
            shown.append(line)
            continue
        start = line.index(f"  {node.rating}  ") + 2
        end = start + len(node.rating)
        cell = painted(line[start:end], names.index(node.rating), len(names), colour)
        shown.append(line[:start] + cell + line[end:])
    return shown


def _heat_map(scorecard: Scorecard, width: int, colour: bool) -> list[str]:
    rubric = scorecard.study.rubric
    codes = rubric.scale.codes
    key = ", ".join(f"{codes[name]} {name}" for name in rubric.scale.names)
    lines = [
        bold(f"{scorecard.study.about.case_noun.plural.capitalize()} by criteria", colour),
        f"{key}, {MISSING_CODE} {INSUFFICIENT.lower()}; the last row and columns are ratings",
    ]
    heads, cells = _heat_cells(scorecard)
    first = max(len("All"), *(len(case.id) for case in scorecard.cases))
    narrowest = max(3, *(len(code) for code in codes.values()))
    for block in _blocks(heads, width - first, narrowest):
        lines.append("")
        lines.append(" " * first + "".join(head.rjust(size + GAP) for head, size in block.values()))
        for name, row in cells.items():
            painted_cells = (_heat_cell(row[place], size, scorecard, colour) for place, (_, size) in block.items())
            lines.append(name.ljust(first) + "".join(painted_cells))
    return lines


def _heat_cells(scorecard: Scorecard) -> tuple[list[str], dict[str, list[str | None]]]:
    criteria = [node.id for node in scorecard.criteria]
    heads = [*criteria, *(node.id for node in scorecard.dimensions), "All"]
    cells: dict[str, list[str | None]] = {
        case.id: [
            *(case.levels.get(criterion) for criterion in criteria),
            *(node.rating for node in case.dimensions),
            case.overall.rating,
        ]
        for case in scorecard.cases
    }
    ratings = [*scorecard.criteria, *scorecard.dimensions, scorecard.overall]
    cells["All"] = [node.rating for node in ratings]
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


def _heat_cell(level: str | None, size: int, scorecard: Scorecard, colour: bool) -> str:
    scale = scorecard.study.rubric.scale
    code = MISSING_CODE if level is None else scale.codes[level]
    position = None if level is None else scale.names.index(level)
    return " " * GAP + painted(code.center(size), position, len(scale.names), colour)


def _comparison(comparison: Comparison) -> list[str]:
    total = len(comparison.rows)
    if not comparison.differences:
        return [f"Published ratings: all {total} equal the computed ones."]
    rows = [("Node", "Published", "Computed", "Source")]
    rows += [(row.node, row.published, row.computed, row.source) for row in comparison.differences]
    heading = f"Published ratings: {len(comparison.differences)} of {total} differ from the computed ones."
    return [heading, "", *columns(rows)]
