"""Judgements to scorecard, exactly: the ratings, the trace behind each, and its words."""
