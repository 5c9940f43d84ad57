"""Names of files as other files write them: within a folder, and the same on every system."""

from __future__ import annotations

import posixpath

LONGEST = 255
NOT_PORTABLE = '\\:*?"<>|'


def name_inside(text: str) -> str | None:
    """The plain form of a relative name, `a/b.png` for `./a//b.png`; None for one that leads out of
    its folder.
    """
    if not text or "\0" in text or text.startswith("/") or "://" in text:
        return None
    name = posixpath.normpath(text)
    return None if name == "." or name.split("/")[0] == ".." else name


def name_fault(name: str) -> str | None:
    """Why a name cannot be that of a file inside a folder, and the same file on every system; None
    where it can.
    """
    parts = name.split("/")
    signs = sorted(set(name) & set(NOT_PORTABLE))
    if name.startswith("/") or ".." in parts:
        return "which leads out of the folder"
    if not name.isprintable():
        return "which has a sign that cannot be seen"
    if signs:
        return f"which has a sign that not every system allows in a name: {' '.join(signs)}"
    if any(part in ("", ".") for part in parts):
        return "which has a part that names nothing"
    if any(part != part.strip() for part in parts):
        return "which has a space at the beginning or end of a part"
    return None if len(name) <= LONGEST else f"which has more than {LONGEST} signs"
