"""What `check` and `score` take, `audit` recomputes: all from the bytes and the rows that were read
once.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import FILES, Files, make_study
from vfi import load_study, score
from vfi.audit.recomputation import audit
from vfi.places import shipped_templates
from vfi.reporting.answers import answers_of
from vfi.reporting.web import report_html
from vfi.study.loading import check_study
from vfi.study.models import Study

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00"
    b"\x00\x00\rIDATx\xdacd\xf8\xcfP\x0f\x00\x03\x86\x01\x80Z4}k\x00\x00\x00\x00IEND\xaeB`\x82"
)
ODDITIES = (
    *(
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        ",,,\n",
        " \n",
        "\t\n",
        '"',
        '""',
        ";",
        ",",
        "\x85",
        "\u2028",
        "\u00a0",
        "\u3000",
    ),
    *(
        "\x0b",
        "\x0c",
        "\ufeff",
        "'",
        "\\",
        "NULL",
        "\u200b",
        "e\u0301",
        "sep=,\n",
        " ",
        "é",
        "--",
        "$",
        "{",
        "%00",
    ),
)
TABLES = st.sampled_from(["judgements.csv", "cases.csv"])
INSERTED = st.tuples(TABLES, st.floats(0, 1), st.sampled_from(ODDITIES))


def audited(study: Study) -> int:
    """How many nodes both paths agree on; they agree on all of them."""
    found = audit(score(study))
    assert found.differences == ()
    return found.equal


@given(st.lists(INSERTED, max_size=2), st.sampled_from(["\n", "\r\n", "\r"]))
@settings(max_examples=60)
def test_a_table_that_passes_the_check_is_recomputed(
    where: list[tuple[str, float, str]], line_end: str
) -> None:
    files = {
        name: str(FILES[name]).replace("\n", line_end) for name in ("judgements.csv", "cases.csv")
    }
    for name, share, oddity in where:
        place = int(share * len(files[name]))
        files[name] = files[name][:place] + oddity + files[name][place:]
    with tempfile.TemporaryDirectory() as folder:
        study, problems = check_study(make_study(Path(folder), files))
    assert (study is None) == bool(problems.errors)
    if study is not None:
        assert audited(study) > 0


ODD_NAMES = {
    "d[12]": "d1",
    "a*b": "aXb",
    "q?": "qz",
    "{x,y}": "x",
    "~": "home",
    "region=N": "N",
    'it\'s "x"': "x",
}


@pytest.mark.parametrize(("odd", "beside"), ODD_NAMES.items())
def test_the_name_of_a_folder_is_only_a_name(tmp_path: Path, odd: str, beside: str) -> None:
    other = str(FILES["judgements.csv"]).replace(",High,", ",Low,")
    make_study(tmp_path / beside, {"judgements.csv": other})
    assert audited(load_study(make_study(tmp_path / odd))) == 3 * 6


def test_whatever_becomes_of_the_files_all_is_made_from_what_was_read(tmp_path: Path) -> None:
    files: Files = {
        "narrative/summary.md": "![A door](pictures/door.png)\n",
        "pictures/door.png": PNG,
    }
    folder = make_study(tmp_path / "study", files)
    scorecard = score(load_study(folder))
    before = report_html(answers_of(scorecard), (shipped_templates(),))
    for name in ("judgements.csv", "cases.csv", "study.yaml", "narrative/summary.md"):
        (folder / name).write_text("something else altogether", encoding="utf-8")
    (folder / "pictures" / "door.png").unlink()
    shutil.rmtree(tmp_path / "study" / "rubrics")
    assert audited(scorecard.study) == 3 * 6
    assert report_html(answers_of(scorecard), (shipped_templates(),)) == before
