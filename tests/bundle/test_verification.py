"""A bundle is held against what its inputs give, and what is no bundle is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bundle.tampering import JUDGEMENTS, SCORECARD, Entries, check, found, resealed
from vfi.bundle.archive import packed
from vfi.bundle.verification import other_typefaces, verify
from vfi.bundle.versions import typefaces_of
from vfi.problems import NotFound, UserError


def test_a_sound_bundle_has_no_findings(entries: Entries, tmp_path: Path) -> None:
    result = check(packed(entries), tmp_path)
    assert result.findings == ()
    assert result.checked == (
        f"{len(entries)} files, each as SHA256SUMS says",
        "1 outputs, each derived again from the inputs with the same bytes",
    )


def test_a_changed_judgement_that_was_sealed_again_shows_in_the_outputs(
    entries: Entries, tmp_path: Path
) -> None:
    changed = entries | {JUDGEMENTS: entries[JUDGEMENTS].replace(b"N,A.1,High", b"N,A.1,Low")}
    findings = check(resealed(changed), tmp_path).findings
    assert {(one.kind, one.entry) for one in findings} == {("differs", SCORECARD)}
    assert 'criteria[A.1].rating: "High" in the bundle, "Middle" derived' in findings[0].words


def test_a_changed_rating_that_was_sealed_again_is_named_with_both_values(
    entries: Entries, tmp_path: Path
) -> None:
    changed = entries | {
        SCORECARD: entries[SCORECARD].replace(b'"rating": "Middle"', b'"rating": "High"', 1)
    }
    (finding,) = check(resealed(changed), tmp_path).findings
    assert (finding.kind, finding.entry) == ("differs", SCORECARD)
    assert finding.words == 'dimensions[B].rating: "High" in the bundle, "Middle" derived'


def test_a_changed_rubric_that_was_sealed_again(entries: Entries, tmp_path: Path) -> None:
    name = "inputs/rubrics/library/rubric.yaml"
    changed = entries | {name: entries[name].replace(b"ties: up", b"ties: down")}
    assert ("differs", SCORECARD) in found(resealed(changed), tmp_path)


def test_a_study_that_no_longer_loads_says_where(entries: Entries, tmp_path: Path) -> None:
    changed = entries | {JUDGEMENTS: entries[JUDGEMENTS].replace(b"N,A.1,High", b"N,A.1,Tall")}
    assert found(resealed(changed), tmp_path) == {("input", JUDGEMENTS)}


def test_a_missing_rubric_is_not_taken_from_elsewhere(entries: Entries, tmp_path: Path) -> None:
    del entries["inputs/rubrics/library/rubric.yaml"]
    kinds = {one.kind for one in check(resealed(entries), tmp_path).findings}
    assert kinds == {"input"}


def test_two_studies_inside(entries: Entries, tmp_path: Path) -> None:
    name = "inputs/reports/other/study.yaml"
    both = entries | {name: entries["inputs/reports/branches/study.yaml"]}
    assert ("input", "inputs") in found(resealed(both), tmp_path)


def test_versions_that_are_no_versions(entries: Entries, tmp_path: Path) -> None:
    assert found(resealed(entries | {"versions.json": b"[" * 100_000}), tmp_path) == {
        ("input", "versions.json")
    }


@pytest.mark.parametrize("data", [b"", b"words", b"%PDF-1.7", packed({"a": b"b"}), packed({})])
def test_what_is_not_a_bundle_at_all(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not a bundle"):
        check(data, tmp_path)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no file"):
        verify(tmp_path / "none.zip")


def test_every_output_is_derived_again_elsewhere(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    result = verify(bundle)
    assert result.findings == ()
    assert result.checked[-1] == "6 outputs, each derived again from the inputs with the same bytes"
    assert list(tmp_path.iterdir()) == []


def test_other_typefaces_are_told() -> None:
    page = b"<style>body { font-family: var(--sans) }</style>"
    here = typefaces_of(page.decode())
    assert list(other_typefaces(here, {"outputs/report.html": page})) == []
    name = next(iter(here))
    (note,) = other_typefaces({**here, name: "0" * 64}, {"outputs/report.html": page})
    assert name in note
