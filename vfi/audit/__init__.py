"""Doubt: whether printed figures are possible, and whether a report's sentences follow from its study."""
