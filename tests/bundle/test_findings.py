from __future__ import annotations

from vfi.bundle.findings import Finding


def test_a_finding_names_the_entry_or_the_archive_itself() -> None:
    assert str(Finding("missing", "a.csv", "not there")) == "a.csv: missing: not there"
    assert str(Finding("truncated", "", "cut")) == "the archive: truncated: cut"
