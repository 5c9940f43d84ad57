"""Who may sign: the lines of a file of allowed signers, as ssh-keygen(1) describes them.

`ssh-keygen` decides whether a signature is good. What is read here is which lines list its key,
because ssh-keygen looks at the first of them only, and why a line does not let it sign.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fnmatch import fnmatchcase

ARMOUR = re.compile(rb"-----BEGIN SSH SIGNATURE-----(.*?)-----END SSH SIGNATURE-----", re.DOTALL)
MAGIC = b"SSHSIG"
FIELD = re.compile(r'(?:"[^"]*"|[^\s"])+')
KEY_TYPE = re.compile(r"(ssh|ecdsa|sk)-[A-Za-z0-9@.-]+")
OPTION = re.compile(r'(?P<name>[a-z-]+)(?:="(?P<value>[^"]*)")?', re.IGNORECASE)
TIME = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(Z?)")


@dataclass(frozen=True, slots=True)
class Signer:
    """One line of a file of allowed signers.

    Attributes:
        line: the line as it stands.
        principals: who it is about; patterns are allowed.
        key: the public key, in base64.
        is_authority: whether the key signs the keys of the principals, and not the data.
        namespaces: what signatures may be for; patterns, and any where there are none.
        valid_after: when the key begins to be valid, where the line says.
        valid_before: when it ends to be, where the line says.
    """

    line: str
    principals: tuple[str, ...]
    key: str
    is_authority: bool = False
    namespaces: tuple[str, ...] = ()
    valid_after: datetime | None = None
    valid_before: datetime | None = None

    def reason(self, namespace: str, moment: datetime) -> str | None:
        """Why the key may not sign in a namespace at a time; None where the line does not say."""
        if self.namespaces and not any(
            fnmatchcase(namespace, pattern) for pattern in self.namespaces
        ):
            return f"only for {', '.join(self.namespaces)}, and not for {namespace}"
        if self.valid_before is not None and moment >= self.valid_before:
            return f"but it expired on {_day(self.valid_before)}"
        if self.valid_after is not None and moment < self.valid_after:
            return f"but it is not yet valid: only from {_day(self.valid_after)} on"
        return None


def signers(text: str) -> Iterator[Signer]:
    """The lines of a file of allowed signers; lines of another form are passed over, as ssh-keygen
    does.
    """
    for line in text.splitlines():
        fields = FIELD.findall(line.strip())
        if not fields or fields[0].startswith("#"):
            continue
        who, remaining = fields[0].strip('"'), fields[1:]
        has_options = bool(remaining) and not KEY_TYPE.fullmatch(remaining[0])
        options = _options(remaining.pop(0) if has_options else "")
        if len(remaining) < 2 or not KEY_TYPE.fullmatch(remaining[0]):
            continue
        yield Signer(
            line.strip(),
            tuple(name for name in who.split(",") if name and not name.startswith("!")),
            remaining[1],
            "cert-authority" in options,
            tuple(name for name in options.get("namespaces", "").split(",") if name),
            _time(options.get("valid-after", "")),
            _time(options.get("valid-before", "")),
        )


def key_of(signature: bytes) -> str:
    """The public key that an SSH signature names, in base64; empty where it cannot be read."""
    armoured = ARMOUR.search(signature)
    try:
        blob = base64.b64decode(armoured[1]) if armoured else b""
        (length,) = struct.unpack_from(">I", blob, len(MAGIC) + 4)
    except (binascii.Error, struct.error):
        return ""
    begin = len(MAGIC) + 8
    return (
        base64.b64encode(blob[begin : begin + length]).decode("ascii")
        if blob.startswith(MAGIC)
        else ""
    )


def _options(text: str) -> dict[str, str]:
    return {match["name"].lower(): match["value"] or "" for match in OPTION.finditer(text)}


def _time(text: str) -> datetime | None:
    """A time of the form 20260131, 202601311200 or 20260131120000, with a Z behind it in UTC and
    else on the clock.
    """
    match = TIME.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(number or 0) for number in match.groups()[:6])
    zone = UTC if match[7] else None
    try:
        time = datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
    return time if zone else time.astimezone()


def _day(time: datetime) -> str:
    return time.strftime("%Y-%m-%d" if (time.hour, time.minute) == (0, 0) else "%Y-%m-%d %H:%M")
