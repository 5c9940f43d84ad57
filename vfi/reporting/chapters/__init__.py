"""The chapters of the report, a module for each kind: what its template shows."""

from vfi.reporting.chapters.chapter import Chapter, numbered
from vfi.reporting.chapters.order import chapters

__all__ = ["Chapter", "chapters", "numbered"]
