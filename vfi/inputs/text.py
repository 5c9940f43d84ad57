"""Reading one text file: whole, bounded, in UTF-8 or in what its byte order mark says."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from vfi.numbers import decimal
from vfi.problems import Problem, Problems

MEBIBYTE = 1024 * 1024
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32-LE",
    codecs.BOM_UTF32_BE: "UTF-32-BE",
    codecs.BOM_UTF16_LE: "UTF-16-LE",
    codecs.BOM_UTF16_BE: "UTF-16-BE",
    codecs.BOM_UTF8: "UTF-8",
}
# All but tab, line ends and those that word processors leave in text; a terminal would act on the
# rest.
CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SAVE_AS_UTF8 = 'save the file as UTF-8; in Excel choose "CSV UTF-8"'


@dataclass(frozen=True, slots=True)
class TextFile:
    """The text of a file, with line ends as `\\n` and without a byte order mark, and the bytes that
    it came from.
    """

    text: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def read_text(
    path: Path, name: str, problems: Problems, *, limit: int, within: Path | None = None
) -> TextFile | None:
    """Read one text file.

    Args:
        path: the file.
        name: what to call it in a problem.
        problems: where problems are added.
        limit: the largest size accepted, in bytes.
        within: a folder that the file may not lead out of, through a symbolic link say.

    Returns:
        The text and its bytes, or None when a problem was added.
    """
    data = read_bytes(path, name, problems, limit=limit, within=within)
    text = None if data is None else _decode(data, name, problems)
    return None if data is None or text is None else TextFile(text, data)


def read_bytes(
    path: Path, name: str, problems: Problems, *, limit: int, within: Path | None = None
) -> bytes | None:
    """Read one file, by the rules of `read_text`; None when a problem was added."""
    try:
        refusal = _refusal(path, within)
        if refusal is None:
            with path.open("rb") as file:
                data = file.read(limit + 1)
            if len(data) > limit:
                maximum = f"{decimal(Fraction(limit, MEBIBYTE))} MiB"
                refusal = (f"more than {maximum}", f"at most {maximum}")
    except OSError as error:
        refusal = (f"a file that cannot be read ({error.strerror})", "a readable file")
    except RuntimeError:  # how Python before 3.13 tells of a symbolic link that leads to itself
        refusal = ("a link that leads to itself", "a file")
    if refusal is not None:
        problems.add(Problem(name, None, "", *refusal))
        return None
    return data


def _refusal(path: Path, within: Path | None) -> tuple[str, str] | None:
    if within is not None and not path.resolve().is_relative_to(within.resolve()):
        return f"a link to a file outside the folder {within.name}", "a file inside it"
    if not path.exists():
        return "no such file", "a file"
    if not path.is_file():
        return "something that is not a regular file", "a file"
    return None


def _decode(data: bytes, name: str, problems: Problems) -> str | None:
    mark = next((mark for mark in BYTE_ORDER_MARKS if data.startswith(mark)), b"")
    encoding = BYTE_ORDER_MARKS.get(mark, "UTF-8")
    body = data.removeprefix(mark)
    try:
        text = _with_plain_line_ends(body.decode(encoding))
    except UnicodeDecodeError as error:
        before = _with_plain_line_ends(body[: error.start].decode(encoding, errors="replace"))
        byte = f"a byte that is not {encoding} (0x{body[error.start]:02x})"
        problems.add(
            Problem(name, before.count("\n") + 1, "encoding", byte, encoding, SAVE_AS_UTF8)
        )
        return None
    if not text.strip():
        problems.add(Problem(name, None, "", "an empty file", "a file with content"))
        return None
    if control := CONTROL_CHARACTER.search(text):
        line = text.count("\n", 0, control.start()) + 1
        problems.add(
            Problem(name, line, "", control_character(control.group()), "text", SAVE_AS_UTF8)
        )
        return None
    return text


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def control_character(character: str) -> str:
    """A control character in words for a problem."""
    return f"a control character (U+{ord(character):04X})"
