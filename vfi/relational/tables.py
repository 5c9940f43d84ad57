"""The tables that the statements work on, and the few expressions that all of them need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, reduce
from typing import Any

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from vfi.relational.errors import CannotRecompute

RATED, INSUFFICIENT, UNDETERMINED = "rated", "insufficient evidence", "undetermined"
TEXT, PLACE, WHOLE = "string", "int64", "decimal(38, 0)"
MAXIMUM = 10**38 - 1
EVERYWHERE = ""  # the scope of a rating over all cases; a case's own has the id of the case


@dataclass(frozen=True)
class Statement:
    """One table of the recomputation: made of other tables, or of rows that the rubric says.

    Attributes:
        name: the name of the table.
        words: what it holds, for whoever reads the SQL.
        expression: the query; None for a table of rows.
        columns: names and types of the columns, for a table of rows.
        rows: the rows.
    """

    name: str
    words: str
    expression: ir.Table | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[tuple[str | int, ...], ...] = ()

    @cached_property
    def table(self) -> ir.Table:
        """The table, for the statements that come after."""
        if self.expression is None:
            return ibis.table(dict(self.columns), name=self.name)
        kinds = {name: _kind(dtype) for name, dtype in self.expression.schema().items()}
        return ibis.table(kinds, name=self.name)


def _kind(dtype: dt.DataType) -> str:
    """The type of a column; databases add no places to a product of whole numbers, as Ibis
    supposes.
    """
    if dtype.is_string():
        return TEXT
    return WHOLE if dtype.is_decimal() else PLACE


def within_reach(value: int) -> int:
    """The number, unless it has more digits than a database holds exactly.

    Raises:
        CannotRecompute: it has.
    """
    if abs(value) > MAXIMUM:
        raise CannotRecompute(
            f"a whole number that this rubric leads to has more than 38 digits: {value}"
        )
    return value


def whole(value: int) -> ir.Value:
    """A whole number in a query; one beyond 64 bits as a decimal without places."""
    within_reach(value)
    if abs(value) < 2**62:
        return ibis.literal(value, type=dt.int64)
    return ibis.literal(str(value)).cast(WHOLE)


def as_whole(column: Any) -> Any:
    """A column of counts as decimals without places, so that products have 38 digits of room."""
    return column.cast(WHOLE)


def compared(numerator: Any, denominator: Any, edge: Fraction, inclusive: bool) -> Any:
    """Whether a fraction is above an edge, or on it where that is included: by multiplying
    crosswise.

    The denominator has to be above 0.
    """
    scaled_numerator, scaled_edge = (
        numerator * whole(edge.denominator),
        denominator * whole(edge.numerator),
    )
    return scaled_numerator >= scaled_edge if inclusive else scaled_numerator > scaled_edge


def both(conditions: Iterable[Any]) -> Any:
    """All of the conditions; true where there are none."""
    return reduce(lambda combined, condition: combined & condition, conditions, ibis.literal(True))


def either(conditions: Iterable[Any]) -> Any:
    """Any of the conditions; false where there are none."""
    return reduce(lambda combined, condition: combined | condition, conditions, ibis.literal(False))


def one_below_the_other(tables: Sequence[ir.Table]) -> ir.Table:
    """The rows of several tables with the same columns."""
    return tables[0] if len(tables) == 1 else ibis.union(*tables)


def flag(condition: Any) -> Any:
    """1 where a condition holds, else 0."""
    return ibis.ifelse(condition, 1, 0)
