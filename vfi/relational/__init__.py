"""The same synthesis by another path: the rubric as relational expressions, in whole numbers, over
a study's rows.

Shares no code with `vfi.scoring` nor with the rules in `vfi.rubric`: that both give the same
ratings says something only because of that.
"""
