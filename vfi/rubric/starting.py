"""The file that a new rubric starts from."""

from __future__ import annotations

from pathlib import Path

from vfi import places
from vfi.inputs.fields import IDENTIFIER
from vfi.inputs.identity import OF_AN_ID, id_like
from vfi.outputs import write_whole
from vfi.problems import UserError, quoted

START = Path(__file__).with_name("starting.yaml")
PLACEHOLDER = 'id: "new-rubric"'


def starting_text(rubric_id: str) -> str:
    """A rubric that can be used as it is, with a comment on each key.

    Raises:
        UserError: the id cannot be one.
    """
    if not IDENTIFIER.fullmatch(rubric_id):
        hint = f"; {quoted(id_like(rubric_id))} can" if id_like(rubric_id) else ""
        raise UserError(f"{quoted(rubric_id)} cannot be an id, which is made of {OF_AN_ID}{hint}")
    return START.read_text(encoding="utf-8").replace(PLACEHOLDER, f'id: "{rubric_id}"', 1)


def write_starting_rubric(rubric_id: str, collection: Path) -> Path:
    """Write the file that a new rubric starts from, and return its path.

    Raises:
        UserError: the id cannot be one, there is such a rubric already, or the file cannot be
            written.
    """
    text = starting_text(rubric_id)
    path = collection / rubric_id / places.RUBRIC.marker
    if path.exists():
        raise UserError(f'"{path}" is there already; nothing was written')
    write_whole(path, text)
    return path
