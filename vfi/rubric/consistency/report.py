"""Where the checks of a rubric tell what they find."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from vfi.inputs.yaml import Document, Path, dotted
from vfi.problems import Problem, Problems, Severity, listed, nearest, quoted

if TYPE_CHECKING:
    from vfi.synthesis.scale import Scale

MOST_HINTS = 100


class Report:
    """Tells problems of one file by the path of the part that they are about, each once."""

    def __init__(self, document: Document, problems: Problems) -> None:
        self._document = document
        self._problems = problems
        self._told: set[tuple[Path, str]] = set()

    def line(self, path: Path) -> int:
        """The line of a part."""
        return self._document.position(path)[0]

    def tell(
        self,
        path: Path,
        found: str,
        expected: str,
        hint: str = "",
        *,
        severity: Severity = Severity.ERROR,
        at: tuple[int, int] | None = None,
    ) -> None:
        """Add one problem; `at` is its line and column where that is not where its part begins."""
        if (path, found) in self._told:
            return
        self._told.add((path, found))
        line, column = at or self._document.position(path)
        name, field = self._document.name, dotted(path)
        self._problems.add(Problem(name, line, field, found, expected, hint, severity, column))

    def warn(
        self,
        path: Path,
        found: str,
        expected: str,
        hint: str = "",
        at: tuple[int, int] | None = None,
    ) -> None:
        """Add one problem that does not stop the work."""
        self.tell(path, found, expected, hint, severity=Severity.WARNING, at=at)

    def _hint(self, word: str, known: Iterable[str]) -> str:
        """The nearest word that is known; to look for it takes time, so only for the first of very
        many problems.
        """
        return nearest(word, known) if len(self._told) < MOST_HINTS else ""

    def level_is_known(self, level: str | None, scales: Iterable[Scale], path: Path) -> None:
        """Tell a level that one of the scales does not have."""
        for scale in scales:
            if level is not None and level not in scale.positions:
                expected = f"a level of the scale: {listed(scale.names)}"
                self.tell(path, quoted(level), expected, self._hint(level, scale.names))

    def id_is_known(self, name: str, known: Collection[str], what: str, path: Path) -> bool:
        """Tell an id that is none of those known; whether it is one."""
        if name not in known:
            self.tell(
                path,
                quoted(name),
                f"{what}: {listed(known) or 'there is none'}",
                self._hint(name, known),
            )
        return name in known

    def ids_are_unique(self, ids: Iterable[str], path: Path) -> None:
        """Tell every id of a list that stands in it already."""
        seen: set[str] = set()
        for place, name in enumerate(ids):
            if name in seen:
                self.tell((*path, place, "id"), f"{quoted(name)} a second time", "an id of its own")
            seen.add(name)
