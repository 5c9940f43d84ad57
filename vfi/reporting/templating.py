"""Templates from anyone, run in a sandbox that reads nothing but the template folders."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vfi.problems import InvalidInput, NotFound, Problem, UserError, quoted

MAXIMUM_TEMPLATE = 1024 * 1024
MAXIMUM_ASSET = 8 * 1024 * 1024
MAXIMUM_OUTPUT = 256 * 1024 * 1024
MEDIA_TYPES = {
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
STYLE_URL = re.compile(r"""url\(\s*["']?(?P<name>[^"')]*)["']?\s*\)""")


class TemplateFolders(BaseLoader):
    """Finds a template in the first of several folders that has it, and never outside them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = [folder.resolve() for folder in folders]

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """What Jinja asks a loader for: text, file name, and whether it is still fresh."""
        del environment
        path = self.find(template)
        if path is None:
            raise TemplateNotFound(template)
        return _bounded(path, MAXIMUM_TEMPLATE).decode("utf-8", errors="replace"), str(path), lambda: True

    def find(self, name: str) -> Path | None:
        """The file of that name in the first folder that has it; None outside the folders."""
        for folder in self._folders:
            path = (folder / name).resolve()
            if path.is_relative_to(folder) and path.is_file():
                return path
        return None

    def stylesheet(self, name: str) -> str:
        """A stylesheet with every file that it names (fonts, images) embedded, so that it stands alone.

        Raises:
            NotFound: the stylesheet, or a file that it names, is not in the template folders.
        """
        path = self.find(name)
        if path is None:
            raise NotFound(f"there is no stylesheet {quoted(name)} in the template folders")
        text = _bounded(path, MAXIMUM_TEMPLATE).decode("utf-8", errors="replace")
        return STYLE_URL.sub(lambda match: f"url({self._embedded(match['name'], name)})", text)

    def _embedded(self, name: str, stylesheet: str) -> str:
        if name.startswith(("#", "data:")):
            return name
        path = self.find(name)
        if path is None or path.suffix.lower() not in MEDIA_TYPES:
            expected = f"a file of the template folders that ends in {', '.join(MEDIA_TYPES)}"
            raise InvalidInput([Problem(stylesheet, None, "url", quoted(name), expected)])
        return data_url(path)


def data_url(path: Path) -> str:
    """A file as a `data:` URL."""
    encoded = base64.b64encode(_bounded(path, MAXIMUM_ASSET)).decode("ascii")
    return f"data:{MEDIA_TYPES[path.suffix.lower()]};base64,{encoded}"


def render_template(folders: TemplateFolders, name: str, context: Mapping[str, Any]) -> str:
    """A template filled in, with all that it inserts escaped.

    Raises:
        UserError: the template has a mistake, asks for what the sandbox refuses, or writes without end.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=folders, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    pieces: list[str] = []
    size = 0
    try:
        for piece in environment.get_template(name).generate(**context):
            size += len(piece)
            if size > MAXIMUM_OUTPUT:
                raise UserError(f"the template {quoted(name)} writes more than {MAXIMUM_OUTPUT // 1024**2} MiB")
            pieces.append(piece)
    except TemplateSyntaxError as error:
        where = Path(error.filename).name if error.filename else name
        raise InvalidInput([Problem(where, error.lineno, "template", str(error.message), "a valid template")]) from None
    except TemplateNotFound as error:
        raise NotFound(f"there is no template {quoted(error.name)} in the template folders") from None
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise UserError(f"the template {quoted(name)} cannot be filled in: {error}") from None
    return "".join(pieces)


def _bounded(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise UserError(f'"{path.name}" is larger than {limit // 1024**2} MiB')
    return data
