"""`SHA256SUMS`: the digest of every entry, in the form that `sha256sum -c` reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from vfi.bundle.findings import Finding

NAME = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def digest(content: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def manifest(entries: Mapping[str, bytes]) -> bytes:
    """The manifest of some entries, in the order of their names."""
    return "".join(f"{digest(entries[name])}  {name}\n" for name in sorted(entries)).encode()


def listed_names(content: bytes) -> Iterable[str]:
    """The names that a manifest lists."""
    return _parsed(content)[0]


def check_manifest(entries: Mapping[str, bytes], unusable: frozenset[str]) -> Iterator[Finding]:
    """What is not as the manifest says.

    Args:
        entries: the entries of the bundle, the manifest among them.
        unusable: entries that are there but cannot be read, which are told already.
    """
    if NAME not in entries:
        yield Finding(
            "missing", NAME, "there is no list of digests, so nothing can be held against it"
        )
        return
    listed, faults = _parsed(entries[NAME])
    yield from faults
    present = {
        name: digest(content) for name, content in entries.items() if name not in (NAME, SIGNATURE)
    }
    absent = {name: listed[name] for name in listed if name not in present and name not in unusable}
    extra = {name: file_digest for name, file_digest in present.items() if name not in listed}
    for name, expected in listed.items():
        if name in present and present[name] != expected:
            yield Finding(
                "tampered", name, f"its SHA-256 is {present[name]}; {NAME} says {expected}"
            )
    for name, expected in absent.items():
        new = next(
            (extra_name for extra_name, file_digest in extra.items() if file_digest == expected),
            None,
        )
        if new is None:
            yield Finding("missing", name, f"listed in {NAME} and not there")
        else:
            del extra[new]
            yield Finding("renamed", new, f"has the content that {NAME} lists as {name}")
    for name in extra:
        yield Finding("extra", name, f"there, and not listed in {NAME}")


def _parsed(content: bytes) -> tuple[dict[str, str], list[Finding]]:
    listed: dict[str, str] = {}
    faults: list[Finding] = []
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), start=1):
        match = LINE.fullmatch(line)
        if match is None or match[2] in listed or match[2] in (NAME, SIGNATURE):
            faults.append(
                Finding(
                    "manifest",
                    NAME,
                    f"line {number} is not a digest and the name of one more entry",
                )
            )
        else:
            listed[match[2]] = match[1]
    return listed, faults
