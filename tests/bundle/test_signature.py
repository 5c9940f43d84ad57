from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.making import make_study
from vfi.bundle import signature
from vfi.bundle.archive import packed, unpacked
from vfi.bundle.making import make_bundle
from vfi.bundle.verification import verify
from vfi.problems import NotFound, UserError
from vfi.scoring.models import Scorecard
from vfi.scoring.scorecard import score
from vfi.study.loading import load_study


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


def test_a_good_signature_is_checked_and_its_signer_named(
    scorecard: Scorecard, key: Path, tmp_path: Path
) -> None:
    result = verify(written(make_bundle(scorecard, key).content, tmp_path), allowed(key))
    assert result.findings == ()
    assert any("auditor@example.org" in words for words in result.checked)


def test_without_a_list_of_signers_nobody_is_vouched_for(
    scorecard: Scorecard, key: Path, tmp_path: Path
) -> None:
    result = verify(written(make_bundle(scorecard, key).content, tmp_path))
    assert result.findings == ()
    assert any("give --allowed-signers" in note for note in result.notes)


def test_a_signature_of_something_else(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    entries = dict(unpacked(make_bundle(scorecard).content, "made").entries)
    data = packed(entries | {"SHA256SUMS.sig": signature.sign(b"other", key)})
    for signers in (None, allowed(key)):
        assert [one.kind for one in verify(written(data, tmp_path), signers).findings] == [
            "signature"
        ]


def test_a_signer_who_is_not_allowed(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(other)], check=True)
    (finding,) = verify(
        written(make_bundle(scorecard, key).content, tmp_path), allowed(other)
    ).findings
    assert (finding.kind, finding.entry) == ("signature", "SHA256SUMS.sig")
    assert "does not list" in finding.words


def test_a_signature_for_another_purpose(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    entries = dict(unpacked(make_bundle(scorecard).content, "made").entries)
    message = written(entries["SHA256SUMS"], tmp_path)
    subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", "git", str(message)],
        check=True,
        capture_output=True,
    )
    data = packed(entries | {"SHA256SUMS.sig": Path(f"{message}.sig").read_bytes()})
    assert [one.kind for one in verify(written(data, tmp_path), allowed(key)).findings] == [
        "signature"
    ]


def test_an_unsigned_bundle_where_a_signer_is_asked_for(
    scorecard: Scorecard, key: Path, tmp_path: Path
) -> None:
    (finding,) = verify(written(make_bundle(scorecard).content, tmp_path), allowed(key)).findings
    assert str(finding) == "SHA256SUMS.sig: signature: the bundle is not signed"


def test_keys_and_lists_that_are_not_there(scorecard: Scorecard, key: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="there is no key"):
        make_bundle(scorecard, tmp_path / "none")
    with pytest.raises(UserError, match="does not sign"):
        make_bundle(scorecard, written(b"no key", tmp_path))
    (tmp_path / "key.pub.only").write_text(key.with_suffix(".pub").read_text(), encoding="utf-8")
    with pytest.raises(UserError, match="lists nobody: expected lines such as"):
        verify(written(make_bundle(scorecard, key).content, tmp_path), tmp_path / "key.pub.only")
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


@pytest.fixture
def signed(scorecard: Scorecard, key: Path) -> tuple[bytes, bytes]:
    """The manifest of a bundle and its signature."""
    entries = unpacked(make_bundle(scorecard, key).content, "made").entries
    return entries["SHA256SUMS"], entries["SHA256SUMS.sig"]


def checked(signed: tuple[bytes, bytes], key: Path, *lines: str) -> tuple[bool, str]:
    """What is said where these are the lines of allowed signers; KEY stands for the key."""
    own = " ".join(key.with_suffix(".pub").read_text().split()[:2])
    path = key.with_name("allowed")
    path.write_text("".join(f"{line.replace('KEY', own)}\n" for line in lines), encoding="utf-8")
    good, words = signature.check(*signed, path)
    return good, words.replace(str(path), "FILE")


EXPIRED = 'old@x valid-before="20200101" KEY'
NOT_YET = 'new@x valid-after="20990101Z" KEY'
OF_GIT = 'git@x namespaces="git,file" KEY'
OTHER = "other@x ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBeG01QubQ/Wav2qgeSgAPZYEmQdUHL32OtKKxFgrqKD"


@pytest.mark.parametrize(
    ("lines", "who"),
    [
        ([OF_GIT, 'a@x namespaces="vfi-bundle" KEY'], ["a@x"]),
        (
            [
                EXPIRED,
                "# the same key again",
                "",
                'a@x namespaces="vfi-*",valid-after="20200101" KEY a comment',
            ],
            ["a@x"],
        ),
        ([NOT_YET, OTHER, "a@x KEY"], ["a@x"]),
        (["a@x,b@x KEY"], ["a@x", "b@x"]),
        (["a@x KEY", "b@x KEY"], ["a@x", "b@x"]),
        (["*@x,!b@x KEY"], ["*@x"]),
        (['"a@x" KEY'], ["a@x"]),
    ],
)
def test_every_line_that_lists_the_key_is_tried(
    signed: tuple[bytes, bytes], key: Path, lines: list[str], who: list[str]
) -> None:
    good, words = checked(signed, key, *lines)
    assert good
    assert [said.split(" signature for ")[1].split()[0] for said in words.split("; ")] == who


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([EXPIRED], "by a key that FILE lists for old@x, but it expired on 2020-01-01"),
        (
            [NOT_YET],
            "by a key that FILE lists for new@x, but it is not yet valid: only from 2099-01-01 on",
        ),
        (
            [OF_GIT],
            "by a key that FILE lists for git@x, only for git, file, and not for vfi-bundle",
        ),
        ([OTHER], "by a key that FILE does not list: ED25519 key SHA256:"),
        (["a@x cert-authority KEY"], "by a key that FILE does not list: ED25519 key SHA256:"),
    ],
)
def test_a_key_that_may_not_sign_is_refused_for_its_reason(
    signed: tuple[bytes, bytes], key: Path, lines: list[str], words: str
) -> None:
    good, said = checked(signed, key, *lines)
    assert not good
    assert said.startswith(words)


def test_every_line_of_a_key_that_may_not_sign_has_its_reason(
    signed: tuple[bytes, bytes], key: Path
) -> None:
    good, said = checked(signed, key, EXPIRED, OF_GIT)
    assert not good
    assert "old@x, but it expired on 2020-01-01; for git@x, only for git" in said


def test_a_certificate_is_good_by_the_key_that_made_it(scorecard: Scorecard, key: Path) -> None:
    authority = key.with_name("authority")
    subprocess.run(
        ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(authority)], check=True
    )
    made = [
        "ssh-keygen",
        "-q",
        "-s",
        str(authority),
        "-I",
        "id",
        "-n",
        "ada@x",
        str(key.with_suffix(".pub")),
    ]
    subprocess.run(made, check=True)
    entries = unpacked(
        make_bundle(scorecard, key.with_name("key-cert.pub")).content, "made"
    ).entries
    pair = entries["SHA256SUMS"], entries["SHA256SUMS.sig"]
    of_authority = " ".join(authority.with_suffix(".pub").read_text().split()[:2])
    good, words = checked(pair, key, f"*@x cert-authority {of_authority}")
    assert (good, "for ada@x with" in words) == (True, True)
