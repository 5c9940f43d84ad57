"""What a rubric implies and what it cannot mean: its checks, its tables, its difference from
another.
"""
