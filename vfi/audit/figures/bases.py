"""Which n would make every percentage possible that shares a base."""

from __future__ import annotations

from vfi.audit.figures.findings import counted
from vfi.audit.figures.grim import Share, possible_bases
from vfi.audit.figures.models import Figure, FigureTables, Quantity
from vfi.audit.rounding import Rounding

LARGEST = 50_000
SMALLEST_SEARCH = 300
MOST_TRIED = 2_000_000  # bases times percentages

Key = tuple[str, str, Quantity | None]


class Bases:
    """The bases of a file, each with the percentages that share it; what is found for one is kept."""

    def __init__(self, tables: FigureTables, rounding: Rounding) -> None:
        self.rounding = rounding
        self._shares: dict[Key, list[Share | None]] = {}
        self._found: dict[Key, str] = {}
        for figure in tables.figures:
            if figure.of is not None:
                self._shares.setdefault(_key(figure), []).append(_share(figure))

    def in_words(self, figure: Figure) -> str:
        """Which n would make the percentages possible that share the base of a figure; "" where it is no count."""
        key = _key(figure)
        if key not in self._found:
            self._found[key] = self._words(key)
        return self._found[key]

    def _words(self, key: Key) -> str:
        base = key[-1]
        shares = [share for share in self._shares[key] if share is not None]
        if len(shares) < len(self._shares[key]) or (base is not None and base.count is None):
            return ""
        unlike = list(dict.fromkeys(shares))
        wanted = max(SMALLEST_SEARCH, (base.count or 0) * 3 // 2 if base else 0)
        largest = min(LARGEST, wanted, max(SMALLEST_SEARCH, MOST_TRIED // len(unlike)))
        found = possible_bases(unlike, self.rounding, range(1, largest + 1))
        what = f"all {len(shares)} percentages of this base" if len(shares) > 1 else "it"
        if not found:
            return f"no n up to {largest:,} makes {what} possible"
        return f"n = {counted(found)} makes {what} possible (searched up to {largest:,})"


def _key(figure: Figure) -> Key:
    base = figure.of.base if figure.of else None
    return figure.table, figure.column if base is None else "", base


def _share(figure: Figure) -> Share | None:
    numerator = figure.of.numerator if figure.of else None
    if figure.percentage is None or (numerator is not None and numerator.count is None):
        return None
    return Share(figure.percentage, None if numerator is None else numerator.count)
