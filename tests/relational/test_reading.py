from pathlib import Path

import pytest

from tests.relational.folders import rubric_of
from vfi.relational import CannotRecompute, recompute

HEADER = "case,criterion,level,reason\n"
ROW = HEADER + "N,A.1,High,x\n"
RUBRIC = rubric_of({"A": ["A.1"]})


def rating(folder: Path, judgements: str | bytes, cases: str = "id,name\nN,North\n") -> str | None:
    data = judgements if isinstance(judgements, bytes) else judgements.encode()
    (folder / "judgements.csv").write_bytes(data)
    (folder / "cases.csv").write_text(cases, encoding="utf-8")
    return recompute(folder, RUBRIC)[0].rating


@pytest.mark.parametrize(
    "judgements",
    [
        pytest.param(ROW, id="plain"),
        pytest.param("\ufeff" + ROW, id="byte order mark"),
        pytest.param(ROW.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(ROW.replace("\n", "\r"), id="CR"),
        pytest.param(ROW.replace(",", ";"), id="semicolons"),
        pytest.param(ROW.replace(",", "\t"), id="tabs"),
        pytest.param(HEADER + 'N,A.1,High,"say ""a;b"", yes\nand\r\n=1+1"\n', id="quotation marks and line ends"),
        pytest.param('"case","criterion","level","reason"\n"N","A.1","High","=cmd|x"\n', id="all quoted"),
        pytest.param(" case , criterion,level ,reason\n N , A.1 ,\u00a0High , x\n", id="spaces"),
        pytest.param("\n\n" + HEADER + "\n\nN,A.1,High,x\n\n,,,\n", id="blank lines"),
        pytest.param(HEADER + "N,A.1,High,x", id="no last line end"),
        pytest.param(HEADER + 'N,A.1,High,"\'); DROP TABLE cases; --"\n', id="SQL in a reason"),
    ],
)
def test_a_file_is_read_however_it_was_written(tmp_path: Path, judgements: str) -> None:
    assert rating(tmp_path, judgements) == "High"


def test_a_folder_may_have_an_apostrophe(tmp_path: Path) -> None:
    folder = tmp_path / "it's 100%"
    folder.mkdir()
    assert rating(folder, ROW) == "High"


def test_a_header_without_the_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRecompute, match=r"header of judgements\.csv does not have"):
        rating(tmp_path, "case|criterion|level\n")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRecompute, match=r"cases\.csv cannot be read"):
        recompute(tmp_path, RUBRIC)
