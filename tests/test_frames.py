from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest

from tests.making import SHIPPED_STUDY
from vfi import frames
from vfi.problems import UserError
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


class Frame:
    """What the libraries are given."""

    def __init__(self, cells: list[list[Any]], **settings: Any) -> None:
        self.cells, self.settings = cells, settings
        self.converted = False

    def convert_dtypes(self) -> Frame:
        self.converted = True
        return self


@pytest.fixture(scope="module")
def scorecard() -> Scorecard:
    return score(load_study(SHIPPED_STUDY))


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the libraries that seem to be there; a test adds to them."""
    names: set[str] = set()
    for name in ("pandas", "polars"):
        module = ModuleType(name)
        module.DataFrame = Frame  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(frames, "find_spec", lambda name: name if name in names else None)
    return names


def test_pandas_goes_before_polars(scorecard: Scorecard, installed: set[str]) -> None:
    installed |= {"pandas", "polars"}
    assert scorecard.to_frame().converted
    assert scorecard.to_frame("polars").settings["orient"] == "row"


def test_numbers_are_numbers_and_words_stay_words(
    scorecard: Scorecard, installed: set[str]
) -> None:
    installed.add("polars")
    frame = scorecard.to_frame()
    header, *lines = scorecard.rows()
    assert frame.settings["schema"] == [*header]
    assert len(frame.cells) == len(lines)
    overall = next(cells for cells in frame.cells if cells[1] == "overall")
    named = dict(zip(header, overall, strict=True))
    assert (named["case"], named["rating"]) == ("", "Good")
    assert (named["decimal"], named["numerator"], named["denominator"]) == (1.5, 3, 2)
    assert (named["judged"], named["Good"]) == (244, 2)


def test_a_cell_without_a_number_is_missing() -> None:
    header = ("case", "decimal", "judged")
    assert frames._typed(header, ("2", "", "3"), ("case",)) == ["2", None, 3]


def test_neither_library_is_there(scorecard: Scorecard, installed: set[str]) -> None:
    with pytest.raises(UserError, match="takes pandas or polars, and neither is installed"):
        scorecard.to_frame()
    installed.add("pandas")
    with pytest.raises(UserError, match="polars is not installed"):
        scorecard.to_frame("polars")


def test_another_library_is_not_known(scorecard: Scorecard, installed: set[str]) -> None:
    with pytest.raises(UserError, match='no library of data frames "excel"'):
        scorecard.to_frame("excel")  # type: ignore[arg-type]
