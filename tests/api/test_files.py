from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import vfi
from tests.making import make_study
from tests.running import run_vfi


@pytest.mark.parametrize(
    ("command", "write", "name"),
    [("report", vfi.render, "page.html"), ("workbook", vfi.write_workbook, "book.xlsx")],
)
def test_a_file_is_the_one_that_the_command_writes(
    command: str, write: Callable[..., Any], name: str, tmp_path: Path
) -> None:
    study = make_study(tmp_path)
    assert write(study, tmp_path / name) == tmp_path / name
    ran = run_vfi(command, study, "--output", tmp_path / f"by-command-{name}")
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / name).read_bytes() == (tmp_path / f"by-command-{name}").read_bytes()


@pytest.mark.parametrize("write", [vfi.render, vfi.write_workbook, vfi.write_bundle])
def test_another_ending_is_refused(write: Callable[..., Any], tmp_path: Path) -> None:
    study = make_study(tmp_path)
    with pytest.raises(vfi.UserError, match="ends in"):
        write(study, tmp_path / "file.doc")
    assert not (tmp_path / "file.doc").exists()


def test_what_is_no_bundle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(vfi.NotFound):
        vfi.verify_bundle(tmp_path / "none.zip")
    signers = tmp_path / "signers"
    signers.write_text("", encoding="utf-8")
    with pytest.raises(vfi.UserError, match="is not a bundle"):
        vfi.verify_bundle(str(make_study(tmp_path)), str(signers))
