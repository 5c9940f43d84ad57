"""Where the answer of a command goes: to the terminal, or to a file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from vfi.cli.answer import Answer, Script
from vfi.cli.formats import FORMATS, Format, usual_format
from vfi.cli.terminal import printing
from vfi.endings import KINDS, kind_of, refuse_other_endings
from vfi.outputs import write_whole
from vfi.problems import UserError

DONE, FINDINGS = 0, 1


def format_of(name: str | None, output: Path | None) -> Format:
    """The format of an answer by the options --format and --output; asked before the work starts.

    The ending of the file decides where no format is named.

    Raises:
        UserError: the ending of the file is not that of a format, or of another one than is named.
    """
    if name is None:
        return usual_format() if output is None else FORMATS[kind_of(output, FORMATS)]
    if output is not None and (output.suffix or output.is_dir()):
        kind_of(output, [name])
    return FORMATS[name]


def refuse_format(flag: str, kind: str, name: str | None, output: Path | None) -> None:
    """Refuse what contradicts a flag with which a command writes a script and no answer.

    Raises:
        UserError: a format is named, or the file has another ending.
    """
    if name is not None:
        raise UserError(f"--{flag} writes {KINDS[kind].noun}: leave out --format {name}")
    refuse_other_endings(output, kind)


def emit(answer: Answer | Script, format_: Format | None = None, output: Path | None = None) -> int:
    """Print an answer or write it to a file, then tell its warnings on the error output.

    Args:
        answer: what to write.
        format_: the format of an answer; None for the usual one. A script has its own.
        output: the file; None for the terminal.

    Returns:
        The exit code.
    """
    if isinstance(answer, Script):
        emit_data(answer.text, output)
        return DONE
    format_ = format_ or usual_format()
    page = printing.page_of_terminal() if output is None else printing.page_of_file()
    text = format_.rendered(answer, page)
    if output is None and format_.reader == "reading":
        printing.show(text)
    else:
        emit_data(text, output)
    printing.warn(*answer.warnings)
    return FINDINGS if answer.has_findings else DONE


def emit_data(text: str, output: Path | None) -> None:
    """Print text that is meant for programs, or write it to a file; it ends with a line feed."""
    text = text if text.endswith("\n") else f"{text}\n"
    if output is None:
        printing.show_data(text)
    else:
        write_whole(output, text)
