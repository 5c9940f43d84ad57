"""The texts that a report is made from, by the names that a person knows them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vfi import places
from vfi.places import shown

if TYPE_CHECKING:
    from vfi.study.models import Study

TEXTS = (".csv", ".md", ".yaml")


def sources(study: Study) -> dict[str, str]:
    """The text of each file of a study and of its rubric, as they were read; nothing for a study
    made in code.
    """
    if study.folder is None:
        return {}
    files = {
        shown(study.folder / name): data
        for name, data in study.files.items()
        if name.endswith(TEXTS)
    }
    files[f"{places.RUBRIC.collection}/{study.rubric.id}/{places.RUBRIC.marker}"] = (
        study.rubric_file
    )
    return {name: data.decode("utf-8-sig", errors="replace") for name, data in files.items()}
