"""A study sealed: its inputs, its outputs and their digests in one archive that a stranger can
check.
"""
