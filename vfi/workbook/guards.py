"""What rules and conditions compare, as conditions of a spreadsheet."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from vfi.synthesis.decision import CONSTANT, Guard, Linear
from vfi.workbook.expressions import every, times

Expressions = Mapping[str, str]  # of each total, by the name of its feature


def all_hold(guards: Sequence[Guard], expressions: Expressions) -> str:
    """That every guard holds."""
    conditions = [holds(guard, expressions) for guard in guards]
    return every(conditions) if conditions else "TRUE"


def holds(guard: Guard, expressions: Expressions) -> str:
    """That a guard holds: what it adds on one side, what it takes away on the other."""
    left, right = sides(guard.terms, expressions)
    return f"{left}{'>' if guard.strict else '>='}{right}"


def sides(terms: Linear, expressions: Expressions) -> tuple[str, str]:
    """Both sides of a comparison in whole numbers."""
    unit = math.lcm(*(Fraction(number).denominator for number in terms.values()))
    factors = {name: int(number * unit) for name, number in terms.items()}
    added = {name: factor for name, factor in factors.items() if factor > 0}
    taken = {name: -factor for name, factor in factors.items() if factor < 0}
    return _sum(added.items(), expressions), _sum(taken.items(), expressions)


def _sum(factors: Iterable[tuple[str, int]], expressions: Expressions) -> str:
    terms = [
        str(factor) if name == CONSTANT else times(factor, expressions[name])
        for name, factor in factors
    ]
    return "+".join(terms) or "0"
