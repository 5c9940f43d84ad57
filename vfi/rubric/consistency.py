"""What must hold between the parts of a rubric."""

from __future__ import annotations

from vfi.inputs import Document
from vfi.inputs.yaml import Path, dotted
from vfi.problems import Problem, Problems, listed, nearest, quoted
from vfi.rubric.models import OVERALL, Criterion, Rubric


def check_consistency(rubric: Rubric, document: Document, folder: str, problems: Problems) -> None:
    """Add a problem for every part of the rubric that does not agree with another.

    Args:
        rubric: the rubric, each part of which is valid by itself.
        document: the file that it comes from, for the lines.
        folder: the name of the folder that the file lies in.
        problems: where problems are added.
    """
    check = _Check(rubric, document, problems)
    if rubric.id != folder:
        check.tell(("id",), quoted(rubric.id), f"the name of the folder, {quoted(folder)}")
    check.ids_are_unique()
    check.sources_are_unique()
    for i, dimension in enumerate(rubric.dimensions):
        for j, criterion in enumerate(dimension.criteria):
            check.standards_fit(criterion, ("dimensions", i, "criteria", j, "standards"))


class _Check:
    def __init__(self, rubric: Rubric, document: Document, problems: Problems) -> None:
        self._rubric = rubric
        self._document = document
        self._problems = problems

    def tell(self, path: Path, found: str, expected: str, hint: str = "") -> None:
        line, column = self._document.position(path)
        field = dotted(path)
        self._problems.add(Problem(self._document.name, line, field, found, expected, hint, column=column))

    def ids_are_unique(self) -> None:
        seen: dict[str, int] = {}
        for i, dimension in enumerate(self._rubric.dimensions):
            self._note_id(dimension.id, ("dimensions", i, "id"), seen)
            for j, criterion in enumerate(dimension.criteria):
                self._note_id(criterion.id, ("dimensions", i, "criteria", j, "id"), seen)

    def _note_id(self, node: str, path: Path, seen: dict[str, int]) -> None:
        if node == OVERALL:
            self.tell(path, quoted(node), "another id; this one is the name of the overall rating")
        if node in seen:
            self.tell(path, f"{quoted(node)} a second time (first on line {seen[node]})", "an id of its own")
        seen.setdefault(node, self._document.position(path)[0])

    def sources_are_unique(self) -> None:
        ids = [source.id for source in self._rubric.sources]
        for i, source in enumerate(ids):
            if source in ids[:i]:
                self.tell(("sources", i, "id"), f"{quoted(source)} a second time", "an id of its own")

    def standards_fit(self, criterion: Criterion, path: Path) -> None:
        levels = self._rubric.scale.names
        for level in criterion.standards:
            if level not in levels:
                expected = f"a level of the scale: {listed(levels)}"
                self.tell((*path, level), quoted(level), expected, nearest(level, levels))
        for level in levels:
            if level not in criterion.standards:
                self.tell(path, f"no standard for {level}", "a standard for each level of the scale")
        sources = [source.id for source in self._rubric.sources]
        for level, standard in criterion.standards.items():
            source = standard.provenance.source
            if source not in sources:
                place = (*path, level, "provenance", "source")
                self.tell(
                    place,
                    quoted(source),
                    f"an id from `sources`: {listed(sources)}",
                    nearest(source, sources),
                )
