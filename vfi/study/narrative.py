"""The prose of a study, and the pictures that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from vfi.inputs.names import name_fault, name_inside
from vfi.inputs.text import MEBIBYTE, read_text
from vfi.places import file_inside
from vfi.problems import Problem, quoted

if TYPE_CHECKING:
    from vfi.study.folder import StudyFolder

MAXIMUM_BYTES = MEBIBYTE
MAXIMUM_PICTURE = 8 * MEBIBYTE
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg")
PICTURE_SIGN = "!["


def read_narrative(sections: Sequence[str], folder: StudyFolder) -> dict[str, str]:
    """The text of each section; the files of the sections and of the pictures in them go into
    `folder.files`.
    """
    texts: dict[str, str] = {}
    for section in sections:
        name = f"narrative/{section}.md"
        shown_name = folder.shown_name(name)
        file = read_text(
            folder.path / name, shown_name, folder.problems, limit=MAXIMUM_BYTES, within=folder.path
        )
        if file is not None:
            texts[section] = file.text
            folder.files[name] = file.data
            _read_pictures(file.text, shown_name, folder)
    return texts


def _read_pictures(text: str, shown_name: str, folder: StudyFolder) -> None:
    """Keep the bytes of each picture that lies in the study folder; what cannot be shown the report
    tells.
    """
    for picture, line in pictures_named(text):
        if picture in folder.files or file_inside(folder.path, picture) is None:
            continue
        fault = name_fault(picture)
        if fault is not None:
            message = f"{quoted(picture)}, {fault}"
            folder.problems.add(
                Problem(shown_name, line, "image", message, "a name that every system can keep")
            )
            continue
        folder.keep(picture, MAXIMUM_PICTURE)


def pictures_named(text: str) -> Iterator[tuple[str, int | None]]:
    """The picture files that a section names, as names within the study folder, each with its line.

    The names are those that stand in the text: a name that has to be looked up first is none.
    """
    if PICTURE_SIGN not in text:
        return
    from vfi.inputs.markdown import parser

    for block in parser().parse(text):
        line = block.map[0] + 1 if block.map else None
        for part in block.children or ():
            name = (
                name_inside(unquote(str(part.attrs.get("src", ""))))
                if part.type == "image"
                else None
            )
            if name is not None and name.lower().endswith(PICTURE_ENDINGS):
                yield name, line
