"""A bundle whose ratings were not recomputed, or came out different, says so, and so does its
check.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.making import RUBRIC, make_study
from vfi.bundle.archive import unpacked
from vfi.bundle.making import Bundle, make_bundle
from vfi.bundle.verification import verify
from vfi.cli.app import app
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study
from vfi.synthesis import intervals

pytestmark = pytest.mark.usefixtures("_only_scorecard_and_audit")
HUGE = (
    RUBRIC.replace("value: 0,", "value: 1/999999999999999989,")
    .replace("value: 1,", "value: 1/999999999999999967,")
    .replace("value: 2,", "value: 1/2,")
)


def different(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(intervals, "goes_up", lambda *_: False)
    return make_study(place)


def not_recomputed(place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return make_study(place, {}, HUGE)


def check(bundle: Bundle, folder: Path) -> list[tuple[str, str]]:
    path = folder / "sealed.zip"
    path.write_bytes(bundle.content)
    return [(finding.kind, finding.words) for finding in verify(path).findings]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (different, "nodes are DIFFERENT from the scorecard"),
        (not_recomputed, "were not recomputed by another path"),
    ],
)
def test_a_doubt_is_in_the_bundle_the_command_and_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: object, words: str
) -> None:
    assert callable(make)
    folder = make(tmp_path, monkeypatch)
    bundle = make_bundle(score(load_study(folder)))
    (doubt,) = bundle.doubts
    assert words in doubt
    entries = unpacked(bundle.content, "made").entries
    assert f"ATTENTION: {doubt}.\n" in entries["README.txt"].decode()
    assert json.loads(entries["versions.json"])["doubts"] == [doubt]
    assert check(bundle, tmp_path) == [("audit", doubt)]
    ran = CliRunner().invoke(app, ["bundle", str(folder), "--output", str(tmp_path / "b.zip")])
    assert (ran.exit_code, f"ATTENTION: {doubt}" in " ".join(ran.output.split())) == (1, True)
    assert (tmp_path / "b.zip").read_bytes() == bundle.content


def test_a_bundle_without_doubt_says_that_it_was_recomputed(tmp_path: Path) -> None:
    bundle = make_bundle(score(load_study(make_study(tmp_path))))
    assert bundle.doubts == ()
    assert (
        b"\nEvery rating was recomputed by another path, and is the same.\n"
        in unpacked(bundle.content, "x").entries["README.txt"]
    )
    assert check(bundle, tmp_path) == []
