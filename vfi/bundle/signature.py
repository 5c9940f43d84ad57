"""Signatures of the manifest with an SSH key, made and checked by `ssh-keygen -Y`."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from vfi.bundle.signers import Signer, key_of, signers
from vfi.problems import NotFound, UserError
from vfi.temporary import temporary_folder

NAMESPACE = "vfi-bundle"
SECONDS = 120


class NoProgram(UserError):  # noqa: N818 - names what is missing
    """There is no ssh-keygen."""


def sign(manifest: bytes, key: Path) -> bytes:
    """The signature of a manifest.

    Raises:
        NotFound: there is no such key.
        UserError: there is no ssh-keygen, or it refuses the key.
    """
    if not key.is_file():
        raise NotFound(f'there is no key "{key}"')
    with temporary_folder() as folder:
        message = folder / "SHA256SUMS"
        message.write_bytes(manifest)
        ran = _run(["sign", "-f", str(key), "-n", NAMESPACE, str(message)], b"")
        if ran.returncode:
            raise UserError(f'the key "{key}" does not sign: {_said(ran)}')
        return message.with_name("SHA256SUMS.sig").read_bytes()


def check(manifest: bytes, signature: bytes, allowed_signers: Path | None) -> tuple[bool, str]:
    """Whether a signature is good, and what can be said of it.

    Without a list of allowed signers only the signature is checked, and not whose it is.

    Raises:
        NotFound: there is no such list.
        UserError: the list lists nobody.
        NoProgram: there is no ssh-keygen.
    """
    allowed = None if allowed_signers is None else _listed(allowed_signers)
    with temporary_folder() as folder:
        file = folder / "SHA256SUMS.sig"
        file.write_bytes(signature)
        ran = _run(["check-novalidate", "-n", NAMESPACE, "-s", str(file)], manifest)
        words = _said(ran)
        if ran.returncode:
            return False, words
        if allowed is None:
            return True, f"{words}; give --allowed-signers to check whose it is"
        own_key = key_of(signature)
        listing = [signer for signer in allowed if signer.is_authority or signer.key == own_key]
        good = [answer for signer in listing for answer in _signed_by(signer, manifest, file)]
    if good:
        return True, "; ".join(good)
    return False, _refusal(
        [signer for signer in listing if not signer.is_authority], f"{allowed_signers}", words
    )


def _listed(allowed_signers: Path) -> list[Signer]:
    try:
        listed = list(signers(allowed_signers.read_text(encoding="utf-8-sig", errors="replace")))
    except FileNotFoundError as error:
        raise NotFound(f'there is no file of allowed signers "{allowed_signers}"') from error
    except OSError as error:
        raise UserError(f'cannot read "{allowed_signers}": {error.strerror}') from error
    if not listed:
        raise UserError(
            f'"{allowed_signers}" lists nobody: expected lines such as "auditor@example.org '
            'ssh-ed25519 AAAA...", who before the key'
        )
    return listed


def _signed_by(signer: Signer, manifest: bytes, signature: Path) -> list[str]:
    """What ssh-keygen says of a good signature by each of those whom one line lists."""
    line = signature.with_name("allowed")
    line.write_text(f"{signer.line}\n", encoding="utf-8")
    principals = signer.principals
    if signer.is_authority:  # the certificate names them
        search = _run(["find-principals", "-f", str(line), "-s", str(signature)], b"")
        names = search.stdout.decode("utf-8", "replace").split()
        principals = () if search.returncode else tuple(names)
    good = []
    for who in principals:
        arguments = ["verify", "-f", str(line), "-I", who, "-n", NAMESPACE, "-s", str(signature)]
        ran = _run(arguments, manifest)
        if not ran.returncode:
            good.append(_said(ran))
    return good


def _refusal(listing: Sequence[Signer], file: str, words: str) -> str:
    """Why a signature that is good in itself is by nobody who may sign."""
    if not listing:
        return f"by a key that {file} does not list: {words.rpartition(' with ')[2]}"
    moment = datetime.now().astimezone()
    reasons = [
        f"for {', '.join(signer.principals)}, "
        f"{signer.reason(NAMESPACE, moment) or 'but in a way that ssh-keygen refuses'}"
        for signer in listing
    ]
    return f"by a key that {file} lists {'; '.join(reasons)}"


def _run(arguments: Sequence[str], standard_input: bytes) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise NoProgram(
            "signatures need ssh-keygen, which is not installed (Debian: apt-get install "
            "openssh-client)"
        )
    try:
        return subprocess.run(
            [program, "-Y", *arguments],
            input=standard_input,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UserError(
            "ssh-keygen did not answer; a key with a passphrase needs an agent"
        ) from error


def _said(ran: subprocess.CompletedProcess[bytes]) -> str:
    lines = (ran.stdout + ran.stderr).decode("utf-8", "replace").strip().splitlines()
    return lines[0] if lines else f"ssh-keygen left with code {ran.returncode}"
