"""Files from anyone turned into trusted values, with every problem located.

The modules here read bytes from disk within stated bounds and know nothing of rubrics or studies:
    `text`
decodes, `yaml` and `table` parse and keep line numbers, `validation` turns what was parsed into
models.
"""

from vfi.inputs.table import Row, Table, read_table
from vfi.inputs.text import TextFile, read_text
from vfi.inputs.validation import Model, validate
from vfi.inputs.yaml import Document, parse_yaml

__all__ = [
    "Document",
    "Model",
    "Row",
    "Table",
    "TextFile",
    "parse_yaml",
    "read_table",
    "read_text",
    "validate",
]
