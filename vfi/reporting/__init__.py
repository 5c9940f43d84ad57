"""Scorecard to report: answers, context, templates, HTML and an accessible PDF."""
