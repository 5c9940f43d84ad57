"""Scorecard to report: context, templates, HTML and an accessible PDF."""

from vfi.reporting.data import scorecard_json
from vfi.reporting.report import render, render_all, report_paths, report_pdf
from vfi.reporting.web import report_html

__all__ = ["render", "render_all", "report_html", "report_paths", "report_pdf", "scorecard_json"]
