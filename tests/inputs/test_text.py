from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from vfi.inputs.text import TextFile, read_text
from vfi.problems import Problem, Problems


def read(
    path: Path, limit: int = 1000, within: Path | None = None
) -> tuple[TextFile | None, list[Problem]]:
    problems = Problems()
    return read_text(path, "notes.txt", problems, limit=limit, within=within), list(problems)


def refused(path: Path, limit: int = 1000, within: Path | None = None) -> Problem:
    file, problems = read(path, limit, within)
    assert file is None
    assert len(problems) == 1
    assert problems[0].file == "notes.txt"
    return problems[0]


def test_text_and_digest_of_a_plain_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes("Café\n".encode())
    file, problems = read(path)
    assert file == TextFile("Café\n", "Café\n".encode())
    assert problems == []


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfa\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\r\nb\r\n"]
)
def test_byte_order_mark_and_foreign_line_ends_are_accepted(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(data)
    file, problems = read(path)
    assert problems == []
    assert file is not None
    assert file.text == "a\nb\n"
    assert file.sha256 == hashlib.sha256(data).hexdigest()


def test_missing_file(tmp_path: Path) -> None:
    problem = refused(tmp_path / "nowhere.txt")
    assert (problem.found, problem.line) == ("no such file", None)


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert "not a regular file" in refused(tmp_path).found


def test_pipe_in_place_of_a_file_does_not_block(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "not a regular file" in refused(pipe).found


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_file_without_content(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(data)
    assert refused(path).found == "an empty file"


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "with byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_byte_of_another_encoding_is_told_with_its_line(
    tmp_path: Path, start: bytes, end: bytes
) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(start + end.join([b"one", b"two", "café".encode("latin-1"), b""]))
    problem = refused(path)
    assert (problem.line, problem.field, problem.expected) == (3, "encoding", "UTF-8")
    assert "0xe9" in problem.found
    assert "UTF-8" in problem.hint


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_says_the_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes("\ufeffCafé\r\nthe ✓\n".encode(encoding))
    file, problems = read(path)
    assert problems == []
    assert file is not None
    assert file.text == "Café\nthe ✓\n"


def test_half_a_character_after_a_byte_order_mark_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes("\ufeffone\ntwo".encode("utf-16-le") + b"\x00")
    problem = refused(path)
    assert (problem.line, problem.field, problem.expected) == (2, "encoding", "UTF-16-LE")


@pytest.mark.parametrize(
    ("data", "code"), [(b"a\nb\0c\n", "U+0000"), (b"a\nb\x1b[31mc\n", "U+001B")]
)
def test_control_characters_are_refused_with_their_line(
    tmp_path: Path, data: bytes, code: str
) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(data)
    problem = refused(path)
    assert problem.line == 2
    assert code in problem.found


def test_utf_16_without_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes("id\n".encode("utf-16-le"))
    assert "U+0000" in refused(path).found


def test_file_up_to_the_limit_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(b"x" * 10)
    assert read(path, limit=10)[0] is not None
    path.write_bytes(b"x" * 11)
    problem = refused(path, limit=10)
    assert problem.found.startswith("more than")
    assert problem.expected.startswith("at most")


def test_link_out_of_the_folder_is_refused_and_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "notes.txt").symlink_to(tmp_path / "secret.txt")
    problem = refused(folder / "notes.txt", within=folder)
    assert "outside the folder study" in problem.found


def test_link_through_a_folder_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "notes.txt").write_text("secret")
    (folder / "narrative").symlink_to(tmp_path / "elsewhere")
    assert "outside the folder" in refused(folder / "narrative" / "notes.txt", within=folder).found


def test_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("text")
    (tmp_path / "notes.txt").symlink_to("real.txt")
    file, problems = read(tmp_path / "notes.txt", within=tmp_path)
    assert file is not None
    assert (file.text, problems) == ("text", [])


def test_link_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.symlink_to(path)
    assert refused(path, within=tmp_path).found in {"a link that leads to itself", "no such file"}
