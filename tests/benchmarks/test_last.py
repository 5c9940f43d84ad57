from __future__ import annotations

import json
from pathlib import Path

from benchmarks.__main__ import ROOMS
from benchmarks.last import HEADER, LAST, keep, last_ratios, line
from benchmarks.timing import Measured

FAST = Measured("vfi score, beside its imports", 0.25, 0.1, 2.5, 2.5)
SLOW = Measured("vfi audit, beside vfi score", 0.9, 0.25, 3.6, 3)


def test_todays_figures_stand_beside_the_last(tmp_path: Path) -> None:
    kept = tmp_path / "last.json"
    assert last_ratios(kept) == {}
    keep([FAST, SLOW], kept)
    assert last_ratios(kept) == {FAST.name: 2.5, SLOW.name: 3.6}
    today = line(Measured(SLOW.name, 0.6, 0.25, 2.4, 3), last_ratios(kept))
    assert today.split()[-5:] == ["s", "2.40", "3.60", "within", "3"]
    assert line(SLOW, {}).split()[-5:] == ["s", "3.60", "-", "ABOVE", "3"]


def test_columns_stand_below_their_headings() -> None:
    for word, figure in (("ratio", "2.50"), ("last", "2.40")):
        end = HEADER.index(word) + len(word)
        assert line(FAST, {FAST.name: 2.4})[:end].endswith(figure)


def test_what_is_kept_names_no_machine(tmp_path: Path) -> None:
    kept = tmp_path / "last.json"
    keep([FAST], kept)
    document = json.loads(kept.read_text(encoding="utf-8"))
    assert sorted(document) == ["figures", "processors", "python", "schema", "vfi"]


def test_every_room_measures() -> None:
    assert all(callable(room.measure) for room in ROOMS)
    assert LAST.parent.name == "benchmarks"
