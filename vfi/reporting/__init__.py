"""Scorecard to report: answers, context, templates, HTML and an accessible PDF."""

from vfi.reporting.answers import Answers, answers_of
from vfi.reporting.data import scorecard_json
from vfi.reporting.report import render, render_all, report_paths, report_pdf
from vfi.reporting.web import report_html

__all__ = [
    "Answers",
    "answers_of",
    "render",
    "render_all",
    "report_html",
    "report_paths",
    "report_pdf",
    "scorecard_json",
]
