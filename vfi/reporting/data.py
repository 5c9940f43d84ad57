"""The data of a report, as the file that goes with it."""

from __future__ import annotations

from vfi.outputs import as_json
from vfi.scoring import Scorecard, compare
from vfi.scoring.document import scorecard_document


def scorecard_json(scorecard: Scorecard) -> bytes:
    """The scorecard and its comparison with published ratings: what `vfi score --format json`
    writes.
    """
    return (as_json(scorecard_document(scorecard, compare(scorecard))) + "\n").encode()
