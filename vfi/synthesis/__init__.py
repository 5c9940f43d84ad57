"""How levels combine, exactly: one file a rule, one file a condition of hurdles.

Pure functions and models; a rubric is made of them. `RULES` and `CONDITIONS` list what there is.
"""
