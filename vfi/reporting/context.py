"""What the templates are given: plain words, numbers and class names, every rating already made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from vfi import __version__
from vfi.reporting import charts
from vfi.reporting.narrative import narrative_html
from vfi.reporting.palette import palette
from vfi.reporting.views import case_rows, levels_view, node_view, percentage, rated
from vfi.rubric import Criterion, Dimension, Rubric
from vfi.rubric.models import INSUFFICIENT
from vfi.scoring import Node, Scorecard, compare
from vfi.scoring.words import decimal, rule_in_words

Chapter = dict[str, Any]
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
OWN_PLACES = ("summary", "method", "limitations")


def report_context(scorecard: Scorecard) -> dict[str, Any]:
    """Everything that the report's templates may use; see `templates/README.md` for what each name holds."""
    study, rubric = scorecard.study, scorecard.study.rubric
    narrative = narrative_html(scorecard)
    swatches = palette(len(rubric.scale.levels))
    return {
        "language": study.about.language,
        "title": study.about.title,
        "subtitle": study.about.subtitle,
        "authors": list(study.about.authors),
        "date": month_and_year(study.about.date),
        "created": study.about.date,
        "acknowledgement": study.about.acknowledgement,
        "case_noun": {"singular": study.about.case_noun.singular, "plural": study.about.case_noun.plural},
        "case_count": len(study.cases),
        "criterion_count": len(rubric.criteria),
        "judgement_count": len(study.judgements),
        "rubric": {"id": rubric.id, "version": rubric.version, "title": rubric.title, "summary": rubric.summary},
        "levels": levels_view(rubric.scale, swatches),
        "insufficient": INSUFFICIENT,
        "overall": node_view(scorecard.overall, rubric),
        "dimensions": [node_view(node, rubric) for node in scorecard.dimensions],
        "cover_art": Markup(charts.cover_art(scorecard, swatches)),  # noqa: S704 - a data URL made here
        "chapters": _numbered(_chapters(scorecard, narrative)),
    }


def month_and_year(date: str) -> str:
    """A date of the form 2025, 2025-07 or 2025-07-31 as a person writes it."""
    parts = date.split("-")
    day = [str(int(parts[2]))] if len(parts) > 2 else []
    month = [MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join([*day, *month, parts[0]])


def _numbered(chapters: list[Chapter]) -> list[Chapter]:
    numbers = iter(range(1, len(chapters) + 1))
    letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    numbered = []
    for chapter in chapters:
        number = next(letters) if chapter["appendix"] else str(next(numbers))
        label = f"Appendix {number}" if chapter["appendix"] else number
        numbered.append(chapter | {"number": number, "label": label})
    return numbered


def _chapter(kind: str, anchor: str, title: str, appendix: bool = False, **more: Any) -> Chapter:
    return {"kind": kind, "anchor": anchor, "title": title, "appendix": appendix, "text": None, **more}


def _chapters(scorecard: Scorecard, narrative: Mapping[str, Markup]) -> list[Chapter]:
    rubric = scorecard.study.rubric
    dimensions = {dimension.id: dimension for dimension in rubric.dimensions}
    own = [name for name in narrative if name not in OWN_PLACES and name not in dimensions]
    order = list(narrative)
    first = min((order.index(name) for name in narrative if name in dimensions), default=len(order))
    before = [name for name in own if order.index(name) < first]
    after = [name for name in own if order.index(name) >= first]
    chapters = [
        _chapter("summary", "summary", "Summary", text=narrative.get("summary"), ratings=_ratings(scorecard)),
        _method(scorecard, narrative.get("method")),
        *(_own(name, narrative[name]) for name in before),
        *(_dimension(scorecard, dimension, narrative.get(dimension.id)) for dimension in rubric.dimensions),
        *(_own(name, narrative[name]) for name in after),
        _grid(scorecard),
        _coverage(scorecard, narrative.get("limitations")),
        _standards(rubric),
        _computation(scorecard),
    ]
    if comparison := compare(scorecard):
        rows = [
            {
                "id": row.node,
                "label": node_view(scorecard.node(row.node), rubric)["label"],
                "published": rated(row.published, rubric.scale),
                "computed": rated(row.computed, rubric.scale),
                "equal": row.equal,
                "source": row.source,
            }
            for row in comparison.rows
        ]
        equal = len(rows) - len(comparison.differences)
        title = "Published and computed ratings"
        chapters.append(_chapter("comparison", "comparison", title, appendix=True, rows=rows, equal=equal))
    chapters.append(_sources(scorecard))
    return chapters


def _own(name: str, text: Markup) -> Chapter:
    return _chapter("narrative", f"section-{name}", name.replace("-", " ").replace("_", " ").capitalize(), text=text)


def _method(scorecard: Scorecard, text: Markup | None) -> Chapter:
    scale = scorecard.study.rubric.scale
    levels = [
        {**rated(level.name, scale), "value": decimal(level.value), "meaning": level.meaning}
        for level in reversed(scale.levels)
    ]
    return _chapter("method", "method", "How the ratings were made", text=text, scale=levels)


def _ratings(scorecard: Scorecard) -> list[dict[str, Any]]:
    rubric = scorecard.study.rubric
    nodes = {node.id: node for node in scorecard.criteria}
    groups = []
    for dimension, node in zip(rubric.dimensions, scorecard.dimensions, strict=True):
        criteria = [node_view(nodes[criterion.id], rubric) for criterion in dimension.criteria]
        groups.append({**node_view(node, rubric), "criteria": criteria})
    return groups


def _dimension(scorecard: Scorecard, dimension: Dimension, text: Markup | None) -> Chapter:
    rubric = scorecard.study.rubric
    node = scorecard.node(dimension.id)
    criteria = [_criterion(scorecard.node(criterion.id), criterion, rubric) for criterion in dimension.criteria]
    rows = case_rows(scorecard, [criterion.id for criterion in dimension.criteria])
    return _chapter(
        "dimension",
        f"dimension-{dimension.id}",
        f"{dimension.id} {dimension.title}",
        text=text,
        question=dimension.question,
        node=node_view(node, rubric),
        criteria=criteria,
        rows=rows,
    )


def _criterion(node: Node, criterion: Criterion, rubric: Rubric) -> dict[str, Any]:
    return {**node_view(node, rubric), "meaning": criterion.meaning}


def _grid(scorecard: Scorecard) -> Chapter:
    rubric = scorecard.study.rubric
    criteria = [criterion.id for criterion in rubric.criteria]
    groups = [
        {"id": dimension.id, "title": dimension.title, "span": len(dimension.criteria)}
        for dimension in rubric.dimensions
    ]
    of_cases = {case.id: [*case.dimensions, case.overall] for case in scorecard.cases}
    rows = case_rows(scorecard, criteria)
    for row in rows:
        row["ratings"] = [rated(node.rating, rubric.scale) for node in of_cases[row["id"]]]
    all_cases = [rated(node.rating, rubric.scale) for node in (*scorecard.criteria, *scorecard.dimensions)]
    return _chapter(
        "grid",
        "grid",
        "The whole grid",
        criteria=criteria,
        groups=groups,
        rows=rows,
        all_cases=[*all_cases, rated(scorecard.overall.rating, rubric.scale)],
        distribution=charts.distribution(scorecard),
        case_ratings=_case_ratings(scorecard),
    )


def _case_ratings(scorecard: Scorecard) -> list[dict[str, Any]]:
    scale = scorecard.study.rubric.scale
    found = [case.overall.rating for case in scorecard.cases]
    counted = [(name, found.count(name)) for name in reversed(scale.names)]
    counted.append((INSUFFICIENT, found.count(None)))
    return [{**rated(name, scale), "count": count} for name, count in counted if count]


def _coverage(scorecard: Scorecard, text: Markup | None) -> Chapter:
    study, rubric = scorecard.study, scorecard.study.rubric
    rows = []
    for node in scorecard.nodes.values():
        excluded = [entry.id for entry in node.excluded] if node.kind == "criterion" else []
        total = node.judged + node.missing
        rows.append({**node_view(node, rubric), "excluded": excluded, "share": percentage(node.judged, total)})
    judgements = study.judgements
    provenances = [
        standard.provenance.kind for criterion in rubric.criteria for standard in criterion.standards.values()
    ]
    facts = {
        "with_reason": sum(bool(judgement.reason) for judgement in judgements),
        "with_evidence": sum(bool(judgement.evidence) for judgement in judgements),
        "assessors": sorted({judgement.assessor for judgement in judgements if judgement.assessor}),
        "standards": len(provenances),
        "published": provenances.count("published"),
        "reconstructed": provenances.count("reconstructed"),
    }
    title = "Coverage and limitations"
    return _chapter("coverage", "coverage", title, text=text, rows=rows, facts=facts)


def _standards(rubric: Rubric) -> Chapter:
    titles = {source.id: source.title for source in rubric.sources}
    groups = []
    for dimension in rubric.dimensions:
        criteria = []
        for criterion in dimension.criteria:
            standards = [
                {
                    **rated(level, rubric.scale),
                    "words": criterion.standards[level].text,
                    "source": titles[criterion.standards[level].provenance.source],
                    **criterion.standards[level].provenance.model_dump(exclude={"source"}),
                }
                for level in reversed(rubric.scale.names)
            ]
            criteria.append(
                {
                    "id": criterion.id,
                    "title": criterion.title,
                    "meaning": criterion.meaning,
                    "standards": standards,
                }
            )
        groups.append({"id": dimension.id, "title": dimension.title, "criteria": criteria})
    return _chapter("standards", "standards", "Criteria and standards", appendix=True, groups=groups)


def _computation(scorecard: Scorecard) -> Chapter:
    rubric = scorecard.study.rubric
    steps = rubric.synthesis
    rules = [
        {"title": "From judgements to a criterion", "words": rule_in_words(steps.criterion, "criterion")},
        {"title": "From criteria to a dimension", "words": rule_in_words(steps.dimension, "dimension")},
        {"title": "From dimensions to the whole", "words": rule_in_words(steps.overall, "overall")},
    ]
    rows = [node_view(node, rubric) for node in scorecard.nodes.values()]
    title = "How each rating follows"
    return _chapter("computation", "computation", title, appendix=True, rules=rules, rows=rows)


def _sources(scorecard: Scorecard) -> Chapter:
    study = scorecard.study
    documents = [source.model_dump() for source in study.rubric.sources]
    evidence = [
        {"id": source.id, "title": source.title, "kind": source.kind, "location": source.location}
        for source in study.evidence
    ]
    files = [{"name": name, "sha256": digest} for name, digest in sorted(study.digests.items())]
    files.append({"name": f"rubrics/{study.rubric.id}/rubric.yaml", "sha256": study.rubric.sha256})
    return _chapter(
        "sources",
        "sources",
        "Sources",
        appendix=True,
        documents=documents,
        evidence=evidence,
        files=files,
        version=__version__,
    )
