from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from vfi.bundle.signers import key_of, signers

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBeG01QubQ"
SIGNS = ['"', ",", " ", "a@x", "ssh-ed25519", "AAAA", "valid-before=", "20259999", "#", "=", "!"]
BEGIN, END = b"-----BEGIN SSH SIGNATURE-----", b"-----END SSH SIGNATURE-----"


def test_a_line_is_taken_apart_as_ssh_keygen_does() -> None:
    line = (
        f'"a@x,!b@x" Cert-Authority,namespaces="vfi-bundle,git",valid-after="202601311230Z" {KEY} '
        "the key of A"
    )
    (signer,) = signers(f"# signers\n\n{line}\n{KEY} no who\n")
    assert (signer.principals, signer.key) == (("a@x",), KEY.split()[1])
    assert signer.is_authority
    assert signer.namespaces == ("vfi-bundle", "git")
    assert (signer.valid_after, signer.valid_before) == (
        datetime(2026, 1, 31, 12, 30, tzinfo=UTC),
        None,
    )


@given(st.one_of(st.lists(st.sampled_from(SIGNS)).map("".join), st.text()))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    list(signers(text))


@given(st.one_of(st.binary(), st.binary().map(lambda data: BEGIN + data + END)))
def test_any_signature_is_read_without_a_fault(signature: bytes) -> None:
    assert key_of(signature) == ""
