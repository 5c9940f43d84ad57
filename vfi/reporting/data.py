"""The data of a report, as the file that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vfi.scoring.models import Scorecard


def scorecard_json(scorecard: Scorecard) -> bytes:
    """The scorecard and its comparison with published ratings: what `vfi score --format json`
    writes.
    """
    return (scorecard.to_json() + "\n").encode()
