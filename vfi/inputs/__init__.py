"""Files from anyone turned into trusted values, with every problem located.

The modules here read bytes from disk within stated bounds and know nothing of rubrics or studies:
`text` decodes, `yaml` parses and keeps line numbers, `validation` turns what was parsed into
models, and `tables` reads what is declared as a table.
"""
