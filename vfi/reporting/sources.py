"""The texts that a report is made from, by the names that a person knows them by."""

from __future__ import annotations

from vfi import places
from vfi.places import shown
from vfi.study import Study


def sources(study: Study) -> dict[str, str]:
    """The text of each file of a study and of its rubric; nothing for a study that was made in code."""
    if study.folder is None:
        return {}
    rubric = places.find_by_id(places.RUBRIC, study.rubric.id, (study.folder,)) / places.RUBRIC.marker
    paths = [*(study.folder / name for name in study.digests), rubric]
    return {shown(path): path.read_bytes().decode("utf-8-sig", errors="replace") for path in paths if path.is_file()}
