"""What a study or a rubric is called: its id, which is the name of its folder too."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from vfi.inputs.fields import IDENTIFIER
from vfi.problems import Problem, Problems, quoted

if TYPE_CHECKING:
    from vfi.inputs.yaml import Document

OF_AN_ID = "letters, digits, dots, hyphens and underscores"
NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST = 64
PLACEHOLDER = "placeholder"


def id_like(name: str) -> str:
    """An id for a name, such as `warm-homes-2026` for `Wärm Homes 2026`; "" where nothing of it can
    be in one.
    """
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return NOT_IN_AN_ID.sub("-", letters.strip()).strip("-._").lower()[:LONGEST]


def named_after(document: Document, folder: str, problems: Problems) -> Document:
    """The document with an id that can be one, so that the rest of it can be checked.

    Where its id is not the name of the folder, or that name can be no id, one problem says which to
    change to what.
    """
    data = document.data
    written_id = data.get("id") if isinstance(data, dict) else None
    if (
        not isinstance(data, dict)
        or not isinstance(written_id, str)
        or (written_id == folder and IDENTIFIER.fullmatch(written_id))
    ):
        return document
    usable = written_id if IDENTIFIER.fullmatch(written_id) else ""
    if IDENTIFIER.fullmatch(folder):
        clash, expected, hint = quoted(written_id), f"the name of the folder, {quoted(folder)}", ""
    else:
        new = usable or id_like(written_id) or id_like(folder)
        clash = f"{quoted(written_id)} in the folder {quoted(folder)}"
        expected = f"one id for both, of {OF_AN_ID}"
        hint = f"rename the folder to {quoted(new)}" if new else ""
        if new and new != written_id:
            hint += f" and write id: {new}"
    line, column = document.position(("id",))
    problems.add(Problem(document.name, line, "id", clash, expected, hint, column=column))
    return replace(document, data=data | {"id": usable or PLACEHOLDER})
