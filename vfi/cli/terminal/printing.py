"""The one place that prints: whoever else writes to the standard streams does so through it.

What anyone's files say is made visible on the way, so that no name can colour, move or overwrite
the screen; only the layout's own styles pass. A reader that has gone, or a disk that is full, never
stops the work: it is remembered, the rest is dropped, and the exit code tells of it at the end.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from vfi.cli.terminal.layout import Page
from vfi.cli.terminal.widths import cut, folded
from vfi.visible import visible

SIGPIPE_STATUS = 141
FAILED_STATUS = 2
WIDTH_WHEN_UNKNOWN = 80
NARROWEST = 10
CLEAR_LINE = "\r\x1b[K"
STANDARD_STREAMS = (0, 1, 2)

_printing = threading.RLock()  # the line of progress is written by a thread of its own
_has_line = False


class Stream(io.TextIOBase):
    """A standard stream whose text is made visible, and that remembers what went wrong instead of
    failing.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self.failure: OSError | None = None

    # What typer asks of a stream before it writes to it; with another encoding it would write past
    # this one.
    encoding = "utf-8"
    errors = "backslashreplace"

    def write(self, text: str) -> int:
        """Write text from anywhere."""
        self.write_as_it_is(visible(text))
        return len(text)

    def write_as_it_is(self, text: str) -> None:
        """Write text that was made visible before it was styled, or that is data for a program."""
        if self.failure is None:
            with self._remembering():
                self._open().write(text)

    def flush(self) -> None:
        """Have everything written out."""
        if self.failure is None and self._stream is not None:
            with self._remembering():
                self._stream.flush()

    def isatty(self) -> bool:
        """Whether a person is looking."""
        return self._stream is not None and self._stream.isatty()

    def writable(self) -> bool:
        """Always: what cannot be written is remembered."""
        return True

    def fileno(self) -> int:
        """The number of the stream below."""
        return self._open().fileno()

    def _open(self) -> TextIO:
        if self._stream is None:
            raise OSError(errno.EBADF, "it is closed")
        return self._stream

    @contextmanager
    def _remembering(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.failure = error
            self._drop_the_rest()

    def _drop_the_rest(self) -> None:
        """Let what is still buffered go nowhere, or Python complains about it when it ends."""
        with suppress(OSError):  # a stream without a number has no reader either
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)


@contextmanager
def guarded() -> Iterator[Stream]:
    """Have everything that is printed go through this module; gives the standard output."""
    _keep_the_numbers_of_closed_streams()
    streams = sys.stdout, sys.stderr
    for stream in streams:
        _write_in_any_locale(stream)
    out, err = Stream(streams[0]), Stream(streams[1])
    sys.stdout, sys.stderr = out, err
    try:
        yield out
    finally:
        out.flush()
        err.flush()
        sys.stdout, sys.stderr = streams


def status_after_printing(out: Stream, status: int) -> int:
    """The exit code of a run: its own, unless what it printed did not arrive.

    That is 141 where the reader had gone, as `head` goes, and 2 with a message otherwise. An error
    stays an error.
    """
    out.flush()
    if out.failure is None or status == FAILED_STATUS:
        return status
    if isinstance(out.failure, BrokenPipeError):
        return SIGPIPE_STATUS
    complain(f"cannot write to the standard output: {out.failure.strerror}")
    return FAILED_STATUS


def show(text: str) -> None:
    """Print a text for people, which was laid out on the page of the terminal."""
    _print(sys.stdout, f"{text}\n", is_safe=True)


def show_data(text: str) -> None:
    """Print JSON or CSV: to a program as it is, to a person with everything visible."""
    _print(sys.stdout, text, is_safe=not sys.stdout.isatty())


def say(text: str) -> None:
    """Print a line about what was done; a path in it stays whole, so that it can be copied."""
    _print(sys.stdout, f"{visible(_one_line(text))}\n", is_safe=True)


def complain(text: str) -> None:
    """Print a message of the program itself to the error output, such as an error."""
    warn(f"vfi: {text}")


def warn(*texts: str) -> None:
    """Print messages to the error output, each on as many lines as it takes."""
    width = page_of_terminal().width
    for text in texts:
        _print(sys.stderr, "".join(f"{line}\n" for line in _message(text, width)), is_safe=True)


def rewrite_line(text: str) -> None:
    """Put a text in the last line of the terminal, until something else is printed there."""
    global _has_line
    with _printing:
        _has_line = False
        line = cut(visible(_one_line(text)), page_of_terminal().width - 1)
        _print(sys.stderr, CLEAR_LINE + line, is_safe=True)
        _has_line = True


def clear_line() -> None:
    """Take away the text that was put into the last line of the terminal, if there is one."""
    global _has_line
    with _printing:
        if _has_line:
            _has_line = False
            _print(sys.stderr, CLEAR_LINE, is_safe=True)


def page_of_terminal() -> Page:
    """The columns of the terminal, 80 where there is none; and whether it shows colour."""
    columns = shutil.get_terminal_size((WIDTH_WHEN_UNKNOWN, 24)).columns
    return Page(max(columns, NARROWEST), _colour_is_wanted())


def page_of_file() -> Page:
    """The columns of a file that is to be read as text."""
    return Page(WIDTH_WHEN_UNKNOWN)


def can_rewrite_lines() -> bool:
    """Whether a person is looking at the error output, on a terminal that can put one line in place
    of another.
    """
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def _colour_is_wanted() -> bool:
    """Whether to colour, by the usual signs: https://no-color.org and
    https://bixense.com/clicolors.
    """
    environment = os.environ
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    if environment.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return sys.stdout.isatty() and environment.get("CLICOLOR") != "0"


def _message(text: str, width: int) -> Iterator[str]:
    """A message on lines of at most a width, but for a word that is longer, such as a path."""
    start = ""
    for paragraph in visible(text).split("\n"):
        yield from folded(paragraph, width, start, "    ", keeps_paths=True)
        start = "  "


def _one_line(text: str) -> str:
    return text.replace("\n", "\\n").replace("\t", "\\t")


def _print(stream: Any, text: str, is_safe: bool) -> None:
    """Print through a guarded stream, or through whatever a program that uses these modules has in
    its place.
    """
    with _printing:
        clear_line()
        if isinstance(stream, Stream) and is_safe:
            stream.write_as_it_is(text)
        elif stream is not None:
            stream.write(text)
        if stream is not None:
            stream.flush()


def _keep_the_numbers_of_closed_streams() -> None:
    """Have a closed standard stream lead nowhere, so that no file gets its number and what is
    printed to it.
    """
    for number in STANDARD_STREAMS:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _write_in_any_locale(stream: TextIO | None) -> None:
    """Have pipes and files get UTF-8, the same bytes everywhere, and a terminal whatever it can
    show.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
