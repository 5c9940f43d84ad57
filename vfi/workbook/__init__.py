"""The scorecard as a workbook with live formulas: changing a judgement changes the ratings."""

from vfi.workbook.book import workbook_bytes, workbook_path, write_workbook

__all__ = ["workbook_bytes", "workbook_path", "write_workbook"]
