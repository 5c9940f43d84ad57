"""Where rubrics, studies and templates are found: by path, or by id in known folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vfi.problems import NotFound, not_known, quoted
from vfi.signs import plain_name

PACKAGE = Path(__file__).resolve().parent
SHIPPED = PACKAGE / "shipped" if (PACKAGE / "shipped").is_dir() else PACKAGE.parent


@dataclass(frozen=True, slots=True)
class FolderKind:
    """A kind of folder that goes by an id: its names for one and several, its home, and the file
    that marks it.
    """

    word: str
    plural: str
    collection: str
    marker: str


RUBRIC = FolderKind("rubric", "rubrics", "rubrics", "rubric.yaml")
STUDY = FolderKind("study", "studies", "reports", "study.yaml")


def shipped_templates() -> Path:
    """The folder of the templates that come with the program."""
    return SHIPPED / "templates"


def documentation() -> Path:
    """The folder of the documentation that comes with the program, a Markdown file a page."""
    return SHIPPED / "docs"


def is_shipped(folder: Path) -> bool:
    """Whether a folder belongs to an installed copy of the program, which outputs must not be
    written into.
    """
    return PACKAGE.parent != SHIPPED and folder.resolve().is_relative_to(SHIPPED)


def build_folder(study: Path | None, study_id: str) -> Path:
    """Where the outputs of a study go when nobody says: the study's `build/` folder.

    Those of a study that is part of an installed copy of vfi, or that has no folder, go into
    `build/<its id>/` of the current folder.
    """
    if study is None or is_shipped(study):
        return Path("build") / study_id
    return study / "build"


def shown(path: Path) -> str:
    """A path as the user would write it: from the current folder where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def file_inside(folder: Path, name: str) -> Path | None:
    """The file of that name below a folder; None where there is none, or where a link leads out of
    the folder.
    """
    try:
        path = (folder / name).resolve()
        return path if path.is_file() and path.is_relative_to(folder.resolve()) else None
    except (
        OSError,
        RuntimeError,
        ValueError,
    ):  # a name too long, a link to itself, a null character
        return None


def find(kind: FolderKind, name: str | Path, beside: Sequence[Path] = ()) -> Path:
    """The folder of a rubric or study.

    Args:
        kind: what is looked for.
        name: its id, the path of its folder, or the path of the file that marks it.
        beside: folders whose own collection is looked into first, and those of the folders above
            them.

    Raises:
        NotFound: nothing goes by that name; the message names the nearest id and all known ones.
    """
    path = Path(name)
    try:
        if path.name == kind.marker and path.is_file():
            return path.parent
        if (path / kind.marker).is_file():
            return path
        is_folder = path.is_dir()
    except OSError as error:
        raise NotFound(
            f"cannot look for a {kind.word} at {quoted(name)}: {error.strerror}"
        ) from error
    if is_folder:
        raise NotFound(f'the folder "{name}" has no {kind.marker}, so it is not a {kind.word}')
    return find_by_id(kind, str(name), beside)


def find_by_id(kind: FolderKind, name: str, beside: Sequence[Path] = ()) -> Path:
    """The folder of the rubric or study with an id.

    Raises:
        NotFound: nothing goes by that id.
    """
    folders = by_id(kind, beside)
    if name in folders:
        return folders[name]
    spelt_alike = {
        plain_name(identifier): identifier for identifier in folders
    }  # macOS keeps accents decomposed
    if plain_name(name) in spelt_alike:
        return folders[spelt_alike[plain_name(name)]]
    raise NotFound(not_known(f"{kind.word} or folder of a {kind.word}", name, folders))


def by_id(kind: FolderKind, beside: Sequence[Path] = ()) -> dict[str, Path]:
    """The folders of all rubrics or studies that can be found by id, in the order of their ids."""
    members: dict[str, Path] = {}
    for folder in _collections(kind, beside):
        for member in _members(kind, folder):
            members.setdefault(member.name, member)
    return dict(sorted(members.items()))


def every(kind: FolderKind) -> list[Path]:
    """The folders of all rubrics or studies that can be found by id, in the order of their ids."""
    return list(by_id(kind).values())


def _collections(kind: FolderKind, beside: Sequence[Path]) -> Iterator[Path]:
    for folder in beside:
        resolved = folder.resolve()
        yield from (above / kind.collection for above in (resolved, *resolved.parents[:2]))
    yield Path(kind.collection)
    yield SHIPPED / kind.collection


def _members(kind: FolderKind, folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (marker.parent for marker in sorted(folder.glob(f"*/{kind.marker}")))
