"""The folder of a study: the files in it that were read, and every problem in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from vfi.inputs.tables.files import ReadTable, read_table
from vfi.inputs.text import read_bytes

if TYPE_CHECKING:
    from vfi.inputs.tables.declaration import DeclaredTable
    from vfi.inputs.tables.records import References, Row
    from vfi.problems import Problems

EntryT = TypeVar("EntryT")


@dataclass
class StudyFolder:
    """Reads the files of one study folder into one collection of problems.

    A file that cannot be used, or not wholly, is told once: what other files say of its contents is
    then not checked against it, nor what is missing from it.

    Attributes:
        path: the folder.
        shown: the folder as problems call it.
        problems: where problems are added.
        files: the bytes of each file that was read, by name.
        tables: each table that was read, by the name of its file.
    """

    path: Path
    shown: str
    problems: Problems
    files: dict[str, bytes] = field(default_factory=dict)
    tables: dict[str, ReadTable[Any]] = field(default_factory=dict)

    def read(
        self,
        table: DeclaredTable[EntryT],
        references: References,
        problems: Problems | None = None,
    ) -> ReadTable[EntryT]:
        """The rows of a table; none where a table that a study can do without has no file.

        Args:
            table: the table, which gives the name of the file.
            references: what its cells may refer to.
            problems: where its problems are added, if not with the others.
        """
        if table.is_optional and self._is_absent(table.name):
            return ReadTable()
        result = read_table(
            self.path / table.name,
            self.shown_name(table.name),
            table,
            references,
            self.problems if problems is None else problems,
            within=self.path,
        )
        if result.data is not None:
            self.files[table.name] = result.data
            self.tables[table.name] = result
        return result

    def rows(self, table: DeclaredTable[EntryT]) -> Sequence[Row[EntryT]]:
        """The rows of a table that was read; none where it could not be."""
        return self.tables[table.name].rows if table.name in self.tables else ()

    def keep(self, file: str, limit: int) -> bytes | None:
        """The bytes of a file, which are kept; None when a problem was added."""
        name = self.shown_name(file)
        data = read_bytes(self.path / file, name, self.problems, limit=limit, within=self.path)
        if data is not None:
            self.files[file] = data
        return data

    def shown_name(self, file: str) -> str:
        """A file of the folder as problems call it."""
        return f"{self.shown}/{file}"

    def _is_absent(self, file: str) -> bool:
        """Whether there is no file of that name, not even a link that leads nowhere."""
        path = self.path / file
        return not path.exists() and not path.is_symlink()
