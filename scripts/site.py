"""What the documentation site takes from outside docs/, and the proof that it fetches nothing.

MkDocs calls these functions while it builds: `make docs`.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = {
    "index.md": "README.md",
    "templates.md": "templates/README.md",
    "contributing.md": "CONTRIBUTING.md",
    "changelog.md": "CHANGELOG.md",
}
"""Pages of the site by the files of the repository that they are made of."""

LINK = re.compile(r"\]\((?P<target>[^)\s#:]+)(?P<place>#[^)\s]*)?\)")
FETCHED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}
OF_THE_NETWORK = ("http:", "https:", "//")
IN_A_STYLE = re.compile(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", re.IGNORECASE)


def on_files(files: Any, config: Any) -> Any:
    """Add the pages whose files stand elsewhere, where people look for them in a repository."""
    for address, source in ELSEWHERE.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        files.append(File.generated(config, address, content=text))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Have the links between files of the repository lead to their pages."""
    source = ELSEWHERE.get(page.file.src_uri, f"docs/{page.file.src_uri}")
    return LINK.sub(lambda link: _to_page(link, posixpath.dirname(source)), markdown)


def _to_page(link: re.Match[str], folder: str) -> str:
    target = posixpath.normpath(posixpath.join(folder, link["target"]))
    pages = {source: address for address, source in ELSEWHERE.items()}
    address = pages.get(target, target.removeprefix("docs/"))
    return f"]({address}{link['place'] or ''})"


def on_post_build(config: Any) -> None:
    """Refuse a site that would fetch anything from the network."""
    fetched = sorted(set(_fetched(Path(config.site_dir))))
    if fetched:
        raise PluginError("the site would fetch from the network:\n" + "\n".join(fetched))


def _fetched(site: Path) -> Iterator[str]:
    for page in site.rglob("*.html"):
        reader = _Reader()
        reader.feed(page.read_text(encoding="utf-8"))
        yield from (f"{page.relative_to(site)}: {address}" for address in reader.fetched)
    for style in site.rglob("*.css"):
        if IN_A_STYLE.search(style.read_text(encoding="utf-8")):
            yield str(style.relative_to(site))


class _Reader(HTMLParser):
    """Collects what a page fetches from the network."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get(FETCHED.get(tag, "")) or ""
        if address.startswith(OF_THE_NETWORK):
            self.fetched.append(address)
