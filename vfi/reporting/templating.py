"""Templates from anyone, run in a sandbox that reads nothing but the template folders."""

from __future__ import annotations

import base64
import os
import re
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound, TemplateSyntaxError

from vfi.inputs.text import MEBIBYTE
from vfi.places import shown
from vfi.problems import InvalidInput, NotFound, Problem, UserError, quoted
from vfi.reporting.confined.limits import FOR_A_PAGE, TimeIsUp
from vfi.reporting.sandbox import Sandbox

MAXIMUM_TEMPLATE = MEBIBYTE
MAXIMUM_ASSET = 8 * MEBIBYTE
MAXIMUM_OUTPUT = 64 * MEBIBYTE
MEDIA_TYPES = {
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
SIGNATURES = {
    ".woff2": b"wOF2",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
}
STYLE_URL = re.compile(r"url\((?P<name>[^()]*)\)")


class TemplateFolders(BaseLoader):
    """Finds a template in the first of several folders that has it, and never outside them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = [folder.resolve() for folder in folders]

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """What Jinja asks a loader for: text, file name, and whether it is still fresh."""
        del environment
        path = self.find(template)
        if path is None:
            raise TemplateNotFound(template)
        return _text(path), str(path), lambda: True

    def find(self, name: str) -> Path | None:
        """The file of that name in the first folder that has it; None outside the folders.

        Raises:
            UserError: the file is a link that leads out of its folder, or nowhere.
        """
        if Path(name).is_absolute() or ".." in Path(name).parts:
            return None
        for folder in self._folders:
            candidate = folder / name
            path = file_at(candidate)
            if path is not None and path.is_relative_to(folder):
                return path
            if path is not None or os.path.islink(candidate):  # noqa: PTH114 - false for a name too long, too
                raise UserError(
                    f'"{candidate}" is a link that does not lead to a file in its template folder'
                )
        return None

    def hold(self, path: Path) -> bool:
        """Whether a file is in one of the folders."""
        return any(path.is_relative_to(folder) for folder in self._folders)

    def stylesheet(self, name: str) -> str:
        """A stylesheet with every file that it names (fonts, images) embedded, so that it stands
        alone.

        Raises:
            NotFound: the stylesheet, or a file that it names, is not in the template folders.
        """
        path = self.find(name)
        if path is None:
            raise NotFound(f"there is no stylesheet {quoted(name)} in the template folders")
        text = _text(path)
        return STYLE_URL.sub(lambda match: f"url({self.embedded(match['name'], name)})", text)

    def content(self, name: str) -> bytes:
        """The bytes of a file of the template folders.

        Raises:
            NotFound: there is none of that name.
            UserError: it is too large, or cannot be read.
        """
        path = self.find(name)
        if path is None:
            raise NotFound(f"there is no file {quoted(name)} in the template folders")
        return _bounded(path, MAXIMUM_ASSET)

    def embedded(self, written: str, stylesheet: str) -> str:
        """The `data:` URL of a font or picture that a stylesheet names; such a URL, or a fragment,
        as it is.

        Raises:
            InvalidInput: it is not in the template folders, or is neither font nor picture.
        """
        name = written.strip().strip("\"'")
        if name.startswith(("#", "data:")):
            return name
        path = self.find(name)
        if path is None or path.suffix.lower() not in MEDIA_TYPES:
            expected = f"a file of the template folders that ends in {', '.join(MEDIA_TYPES)}"
            raise InvalidInput([Problem(stylesheet, None, "url", quoted(name), expected)])
        return data_url_of(path)


def data_url_of(path: Path) -> str:
    """The font or picture in a file as a `data:` URL.

    Raises:
        UserError: the file is too large, cannot be read, or is not what its ending says.
    """
    return data_url(path.name, _bounded(path, MAXIMUM_ASSET))


def data_url(name: str, data: bytes) -> str:
    """A font or picture as a `data:` URL.

    Args:
        name: the name of its file, whose ending is one of `MEDIA_TYPES`.
        data: its bytes.

    Raises:
        UserError: it is not what its ending says.
    """
    path = Path(name)
    ending = path.suffix.lower()
    if not data.startswith(SIGNATURES[ending]):
        raise UserError(f'"{path.name}" is not a {ending} file, as its ending says')
    return f"data:{MEDIA_TYPES[ending]};base64,{base64.b64encode(data).decode('ascii')}"


def file_at(candidate: Path) -> Path | None:
    """The file that a path leads to; None for a name too long, a link to itself or a null
    character.
    """
    try:
        path = candidate.resolve()
        return path if path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def render_template(folders: TemplateFolders, name: str, context: Mapping[str, Any]) -> str:
    """A template filled in, with all that it inserts escaped.

    Raises:
        UserError: the template has a mistake, asks for what the sandbox refuses, or writes without
            end.
    """
    try:
        return _filled_in(Sandbox(folders), name, context)
    except UserError:
        raise
    except (MemoryError, TimeIsUp) as error:
        raise _beyond_limits(error, folders) from None
    except TemplateSyntaxError as error:
        raise _mistake(error.filename, error.lineno, str(error.message)) from None
    except TemplateNotFound as error:
        raise NotFound(
            f"there is no template {quoted(error.name)} in the template folders"
        ) from None
    except Exception as error:  # a template may come from anyone, and so fail in any way
        raise _mistake(*_place(error, folders), str(error) or type(error).__name__) from None


def _filled_in(environment: Environment, name: str, context: Mapping[str, Any]) -> str:
    pieces: list[str] = []
    size = 0
    for piece in environment.get_template(name).generate(**context):
        size += len(piece)
        if size > MAXIMUM_OUTPUT:
            raise UserError(
                f"the template {quoted(name)} writes more than {MAXIMUM_OUTPUT // MEBIBYTE} MiB"
            )
        pieces.append(piece)
    return "".join(pieces)


def _mistake(file: str | None, line: int | None, found: str) -> InvalidInput:
    name = shown(Path(file)) if file else "a template"
    return InvalidInput(
        [Problem(name, line, "template", found, "a template that can be filled in")]
    )


def _beyond_limits(error: Exception, folders: TemplateFolders) -> InvalidInput:
    file, line = _place(error, folders)
    name = shown(Path(file)) if file else "a template"
    resource = "memory" if isinstance(error, MemoryError) else "time"
    found = f"what takes more {resource} than a template has"
    return InvalidInput([Problem(name, line, "template", found, f"no more than {FOR_A_PAGE}")])


def _place(error: Exception, folders: TemplateFolders) -> tuple[str | None, int | None]:
    """The innermost line of a template that an error comes from."""
    lines = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    return next((place for place in reversed(lines) if folders.hold(Path(place[0]))), (None, None))


def _text(path: Path) -> str:
    data = _bounded(path, MAXIMUM_TEMPLATE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"a byte that is not UTF-8 (0x{data[error.start]:02x})"
        raise InvalidInput([Problem(shown(path), line, "encoding", found, "UTF-8")]) from None


def _bounded(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise UserError(f'cannot read "{path}": {error.strerror}') from error
    if len(data) > limit:
        raise UserError(f'"{path.name}" is larger than {limit // MEBIBYTE} MiB')
    return data
