"""Problems folded for reading: a line a cause, with a word where there are more problems."""

from __future__ import annotations

from vfi.problems import Problems, folded


def causes_of(problems: Problems) -> tuple[list[str], str]:
    """A line a cause; and where a cause has several problems, how each of them is listed."""
    causes = folded(problems)
    return causes, " (--format csv lists each)" if len(causes) < len(problems) else ""
