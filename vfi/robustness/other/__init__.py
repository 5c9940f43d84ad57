"""Each rating if one thing were otherwise: without a case or criterion, under other rules,
weights or ties.
"""
