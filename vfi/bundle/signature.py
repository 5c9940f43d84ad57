"""Signatures of the manifest with an SSH key, made and checked by `ssh-keygen -Y`."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from vfi.problems import NotFound, UserError

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
    with tempfile.TemporaryDirectory() as folder:
        message = Path(folder) / "SHA256SUMS"
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
        NoProgram: there is no ssh-keygen.
    """
    if allowed_signers is not None and not allowed_signers.is_file():
        raise NotFound(f'there is no file of allowed signers "{allowed_signers}"')
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "SHA256SUMS.sig"
        file.write_bytes(signature)
        if allowed_signers is None:
            ran = _run(["check-novalidate", "-n", NAMESPACE, "-s", str(file)], manifest)
            words = _said(ran)
            return not ran.returncode, f"{words}; give --allowed-signers to check whose it is"
        return _check_signer(manifest, file, allowed_signers)


def _check_signer(manifest: bytes, signature: Path, allowed_signers: Path) -> tuple[bool, str]:
    found = _run(["find-principals", "-s", str(signature), "-f", str(allowed_signers)], b"")
    who = found.stdout.decode("utf-8", "replace").splitlines()
    if found.returncode or not who:
        return False, f"by a key that {allowed_signers} does not list"
    arguments = ["verify", "-f", str(allowed_signers), "-I", who[0], "-n", NAMESPACE, "-s", str(signature)]
    ran = _run(arguments, manifest)
    return not ran.returncode, _said(ran)


def _run(arguments: Sequence[str], standard_input: bytes) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("ssh-keygen")
    if program is None:
        raise NoProgram("signatures need ssh-keygen, which is not installed (Debian: apt-get install openssh-client)")
    try:
        return subprocess.run(
            [program, "-Y", *arguments], input=standard_input, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UserError("ssh-keygen did not answer; a key with a passphrase needs an agent") from error


def _said(ran: subprocess.CompletedProcess[bytes]) -> str:
    said = (ran.stdout + ran.stderr).decode("utf-8", "replace").strip().splitlines()
    return said[0] if said else f"ssh-keygen left with code {ran.returncode}"
