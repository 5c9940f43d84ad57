"""The versions that decide the bytes of outputs, so that a difference elsewhere can be
explained.
"""

from __future__ import annotations

import platform
import zlib
from collections.abc import Iterator, Mapping
from importlib import metadata

LIBRARIES = (
    *(
        "cssselect2",
        "duckdb",
        "fonttools",
        "ibis-framework",
        "jinja2",
        "markdown-it-py",
        "markupsafe",
    ),
    *("mdit-py-plugins", "numpy"),
    *("pikepdf", "pydyf", "pyphen", "sqlglot", "tinycss2", "tinyhtml5", "weasyprint", "xlsxwriter"),
)


def versions() -> dict[str, str]:
    """The version of vfi, Python and each library that has a hand in an output, by name."""
    from vfi.version import __version__

    return {
        "vfi": __version__,
        "python": platform.python_version(),
        **dict(_libraries()),
        **dict(_of_the_system()),
    }


def typefaces_of(page: str) -> dict[str, str]:
    """The SHA-256 digest of each typeface file that a report's page is set in, by its name among
    the templates.
    """
    from html import unescape

    from vfi import places
    from vfi.reporting.fonts import embedded_files
    from vfi.reporting.templating import TemplateFolders

    return embedded_files(unescape(page), TemplateFolders([places.shipped_templates()]))


def changed(sealed: Mapping[str, str], current: Mapping[str, str]) -> Iterator[str]:
    """What was another one when a bundle was made: `weasyprint 70.0 then, 70.1 now`."""
    for name in sorted({*sealed, *current}):
        if sealed.get(name) != current.get(name):
            yield f"{name} {sealed.get(name, 'none')} then, {current.get(name, 'none')} now"


def _libraries() -> Iterator[tuple[str, str]]:
    for name in LIBRARIES:
        try:
            yield name, metadata.version(name)
        except metadata.PackageNotFoundError:
            continue


def _of_the_system() -> Iterator[tuple[str, str]]:
    yield "zlib", zlib.ZLIB_RUNTIME_VERSION
    try:
        from weasyprint.text.ffi import pango

        number = pango.pango_version()
        yield "pango", f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    except (OSError, ImportError):
        return
