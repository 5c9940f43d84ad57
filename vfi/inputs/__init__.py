"""Files from anyone turned into trusted values, with every problem located.

The modules here read bytes from disk within stated bounds and know nothing of rubrics or studies:
`text` decodes, `yaml` parses and keeps line numbers, `validation` turns what was parsed into
models, and `tables` reads what is declared as a table.
"""

from vfi.inputs.fields import Model
from vfi.inputs.text import TextFile, read_text
from vfi.inputs.validation import validate
from vfi.inputs.yaml import Document, parse_yaml

__all__ = [
    "Document",
    "Model",
    "TextFile",
    "parse_yaml",
    "read_text",
    "validate",
]
