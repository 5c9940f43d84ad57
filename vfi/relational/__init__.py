"""The same synthesis by another path: the rubric as relational expressions, in whole numbers, over
a study's rows.

Shares no code with `vfi.scoring` nor with the rules in `vfi.rubric`: that both give the same
ratings says something only because of that.
"""

from vfi.relational.errors import CannotRecompute
from vfi.relational.figures import RecomputedNode
from vfi.relational.rows import COLUMNS, Rows
from vfi.relational.run import recompute
from vfi.relational.script import sql_script

__all__ = ["COLUMNS", "CannotRecompute", "RecomputedNode", "Rows", "recompute", "sql_script"]
