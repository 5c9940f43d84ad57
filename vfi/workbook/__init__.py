"""The scorecard as a workbook with live formulas: changing a judgement changes the ratings."""
