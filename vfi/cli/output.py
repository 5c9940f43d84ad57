"""Where the answer of a command goes: to the terminal, or to a file, whole or not at all; and in
which format.
"""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vfi.cli.options import Format
from vfi.cli.terminal import printing
from vfi.cli.terminal.blocks import Block
from vfi.cli.terminal.layout import laid_out
from vfi.endings import kind_of
from vfi.outputs import safe_cell, write_whole
from vfi.visible import as_json


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an answer goes, and in which format.

    Attributes:
        format: the format.
        file: the file to write; None for the terminal.
    """

    format: Format
    file: Path | None

    def deliver(
        self,
        *,
        table: Callable[[], Iterable[Block]],
        json: Callable[[], Any],
        csv: Callable[[], Iterable[Sequence[str]]],
    ) -> None:
        """Print or write an answer, of which only the form that was asked for is made.

        Args:
            table: makes the text for people.
            json: makes the document, as plain data.
            csv: makes the rows, the header first.
        """
        match self.format:
            case Format.JSON:
                deliver_data(as_json(json()), self.file)
            case Format.CSV:
                deliver_data(as_csv(csv()), self.file)
            case Format.TABLE if self.file is None:
                printing.show(table())
            case Format.TABLE:
                deliver_data(laid_out(table(), printing.page_of_file()), self.file)


def destination(format_: Format | None, output: Path | None) -> Destination:
    """Where the answer goes, by the options --format and --output; asked before the work starts.

    The ending of the file decides the format where none is given.

    Raises:
        UserError: the ending of the file is not that of a format, or of another one than is asked
            for.
    """
    if output is None:
        return Destination(format_ or Format.TABLE, None)
    if format_ is None:
        return Destination(Format(kind_of(output, [*Format])), output)
    if output.suffix or output.is_dir():
        kind_of(output, [format_])
    return Destination(format_, output)


def deliver_data(text: str, file: Path | None) -> None:
    """Print text that is meant for programs, or write it to a file; it ends with a line feed."""
    text = text if text.endswith("\n") else f"{text}\n"
    if file is None:
        printing.show_data(text)
    else:
        write_whole(file, text)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV in which no cell can run as a formula."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [safe_cell(cell) for cell in row] for row in rows
    )
    return text.getvalue()


@contextmanager
def without_collecting() -> Iterator[None]:
    """Leave Python's collector of cyclic garbage off: large imports make many objects and next to
    no garbage.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
