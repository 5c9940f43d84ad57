from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Run = Callable[..., Any]


def test_schema_is_json(vfi: Run) -> None:
    assert json.loads(vfi("rubric", "schema").out)["$schema"].endswith("2020-12/schema")
