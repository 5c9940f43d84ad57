"""The version of vfi: what the outputs say that made them."""

__version__ = "0.1.0"
