"""Doubt: is a rating right, do a report's sentences follow from it, are the printed figures
possible at all.
"""
