"""The fewest changes that move a rating, and what missing evidence leaves open: exact searches
through the rubric.
"""
