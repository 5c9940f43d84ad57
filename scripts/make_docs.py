"""Write the parts of docs/ that the code declares: `python scripts/make_docs.py`.

A page is a file and a function that makes its fresh text from the text that it has. Most pages are
written by hand around blocks between markers, `<!-- made: NAME -->` and `<!-- end -->`; what stands
between them is made anew. A test fails where a page in git is not fresh.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.api_reference import api_reference
from scripts.cli_reference import cli_reference
from vfi.audit.figures.table import FIGURES
from vfi.inputs.tables.declaration import DeclaredColumn, DeclaredTable, Variants
from vfi.robustness.changes import CHANGES
from vfi.study.claim_kinds import KINDS
from vfi.study.tables import TABLES

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"<!-- made: (?P<name>[^>]+) -->\n.*?<!-- end -->\n", re.DOTALL)
MOST_NAMED = 2
Page = Callable[[str], str]


def blocks(made: Mapping[str, Callable[[], str]]) -> Page:
    """The page whose blocks are made by functions, by the names that the markers give."""

    def page(text: str) -> str:
        return BLOCK.sub(_block, text)

    def _block(match: re.Match[str]) -> str:
        name = match["name"]
        return f"<!-- made: {name} -->\n{made[name]()}<!-- end -->\n"

    return page


def columns_of(table: DeclaredTable[Any]) -> Callable[[], str]:
    """The function that writes what a table is for, and its columns."""
    return lambda: "\n".join(_described(table)) + "\n"


def _described(table: DeclaredTable[Any]) -> Iterator[str]:
    yield table.about
    yield ""
    yield "| column | | what it holds |"
    yield "|---|---|---|"
    for part in table.columns:
        if isinstance(part, Variants):
            yield from _variant_lines(part)
        else:
            yield _line(part, "required" if part.required else "optional")
    for key in table.keys:
        names = [f"`{name}`" for name in key.shown or key.columns]
        yield ""
        yield f"No two rows have the same {' and '.join(names)}."


def _variant_lines(variants: Variants) -> Iterator[str]:
    for name in variants.names:
        having = {
            variant: column
            for variant, columns in variants.columns.items()
            for column in columns
            if column.name == name
        }
        yield _line(next(iter(having.values())), _need(variants, having))


def _need(variants: Variants, having: Mapping[str, DeclaredColumn]) -> str:
    """Which rows have a column."""
    if len(having) < len(variants.columns):
        few = f"for {variants.named.format(' or '.join(having))}"
        return few if len(having) <= MOST_NAMED else f"depends on `{variants.by}`"
    return "required" if all(column.required for column in having.values()) else "optional"


def _line(column: DeclaredColumn, need: str) -> str:
    return f"| `{column.name}` | {need} | {column.about} |"


def kinds_of_claims() -> str:
    """What each kind of claim asserts, and the columns that it has."""
    lines = ["| kind | asserts | columns |", "|---|---|---|"]
    for kind, declared in KINDS.items():
        names = {
            column.name: f"`{column.name}`{_note(declared.notes.get(column.name))}"
            for column in declared.columns
        }
        needed = [names[column.name] for column in declared.columns if column.required]
        others = [
            names[column.name]
            for column in declared.columns
            if not column.required and column.name != "subject"
        ]
        perhaps = [f"perhaps {' and '.join(others)}"] if others else []
        lines.append(f"| `{kind}` | {declared.asserts} | {', '.join([*needed, *perhaps])} |")
    return "\n".join(lines) + "\n"


def _note(note: str | None) -> str:
    return f" ({note})" if note else ""


PAGES: list[tuple[Path, Page]] = [
    (ROOT / "docs" / "studies.md", blocks({table.name: columns_of(table) for table in TABLES})),
    (ROOT / "docs" / "claims.md", blocks({"kinds of claims": kinds_of_claims})),
    (ROOT / "docs" / "figures.md", blocks({FIGURES.name: columns_of(FIGURES)})),
    (ROOT / "docs" / "tables.md", blocks({CHANGES.name: columns_of(CHANGES)})),
    (ROOT / "docs" / "cli.md", lambda _text: cli_reference()),
    (ROOT / "docs" / "api.md", lambda _text: api_reference()),
]
"""Every page that is made, at least in part: its file, and its fresh text from the text it has."""


def main() -> None:
    """Write every page that is not fresh, and name it."""
    for path, page in PAGES:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        fresh = page(text)
        if fresh != text:
            path.write_text(fresh, encoding="utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
