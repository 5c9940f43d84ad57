"""Scorecard to report: context, templates, PDF and HTML."""
