from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.making import make_study
from vfi.bundle import make_bundle, signature, verify
from vfi.bundle.archive import packed, unpacked
from vfi.problems import NotFound, UserError
from vfi.scoring import Scorecard, score
from vfi.study import load_study


@pytest.fixture
def scorecard(_only_the_scorecard: None, tmp_path: Path) -> Scorecard:
    return score(load_study(make_study(tmp_path)))


def allowed(key: Path, who: str = "auditor@example.org") -> Path:
    """A file that allows one signer."""
    path = key.with_name("allowed")
    path.write_text(f"{who} {key.with_suffix('.pub').read_text()}", encoding="utf-8")
    return path


def written(data: bytes, folder: Path) -> Path:
    path = folder / "signed.zip"
    path.write_bytes(data)
    return path


def test_a_good_signature_is_checked_and_its_signer_named(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    result = verify(written(make_bundle(scorecard, key).content, tmp_path), allowed(key))
    assert result.findings == ()
    assert any("auditor@example.org" in words for words in result.checked)


def test_without_a_list_of_signers_nobody_is_vouched_for(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    result = verify(written(make_bundle(scorecard, key).content, tmp_path))
    assert result.findings == ()
    assert any("give --allowed-signers" in note for note in result.notes)


def test_a_signature_of_something_else(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    entries = dict(unpacked(make_bundle(scorecard).content, "made").entries)
    data = packed(entries | {"SHA256SUMS.sig": signature.sign(b"other", key)})
    for signers in (None, allowed(key)):
        assert [one.kind for one in verify(written(data, tmp_path), signers).findings] == ["signature"]


def test_a_signer_who_is_not_allowed(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(other)], check=True)
    (finding,) = verify(written(make_bundle(scorecard, key).content, tmp_path), allowed(other)).findings
    assert (finding.kind, finding.entry) == ("signature", "SHA256SUMS.sig")
    assert "does not list" in finding.words


def test_a_signature_for_another_purpose(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    entries = dict(unpacked(make_bundle(scorecard).content, "made").entries)
    message = written(entries["SHA256SUMS"], tmp_path)
    subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", "git", str(message)], check=True, capture_output=True
    )
    data = packed(entries | {"SHA256SUMS.sig": Path(f"{message}.sig").read_bytes()})
    assert [one.kind for one in verify(written(data, tmp_path), allowed(key)).findings] == ["signature"]


def test_an_unsigned_bundle_where_a_signer_is_asked_for(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    (finding,) = verify(written(make_bundle(scorecard).content, tmp_path), allowed(key)).findings
    assert str(finding) == "SHA256SUMS.sig: signature: the bundle is not signed"


def test_keys_and_lists_that_are_not_there(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no key"):
        make_bundle(scorecard, tmp_path / "none")
    with pytest.raises(UserError, match="does not sign"):
        make_bundle(scorecard, written(b"no key", tmp_path))
    with pytest.raises(NotFound, match="no file of allowed signers"):
        verify(written(make_bundle(scorecard, key).content, tmp_path), tmp_path / "none")


def test_without_ssh_keygen_a_signature_is_told_of_but_not_checked(
    scorecard: Scorecard, key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, signers = written(make_bundle(scorecard, key).content, tmp_path), allowed(key)
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert any("signed, which was not checked" in note for note in verify(path).notes)
    with pytest.raises(UserError, match="signatures need ssh-keygen"):
        verify(path, signers)
