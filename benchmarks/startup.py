"""How long the command takes to say something."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.timing import VFI, Measured, compared, python


def measure() -> Iterator[Measured]:
    """`vfi --help` and `vfi --version` beside the import of the library that parses the command
    line.
    """
    floor = python("import typer")
    yield compared("vfi --help, beside import typer", [VFI, "--help"], floor, 1.5)
    yield compared("vfi --version, beside import typer", [VFI, "--version"], floor, 1.5)
