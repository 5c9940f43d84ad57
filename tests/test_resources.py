from __future__ import annotations

import errno
import tempfile

import pytest

from vfi.resources import has_run_out, run_out_in_words

FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (FULL, True),
        (MemoryError(), True),
        (FileNotFoundError(errno.ENOENT, "No such file"), False),
        (ValueError("28"), False),
    ],
)
def test_only_what_the_machine_lacks_has_run_out(error: Exception, expected: bool) -> None:
    assert has_run_out(error) is expected


def test_it_is_told_what_is_lacking_and_where() -> None:
    assert run_out_in_words(MemoryError()) == "there is not enough memory"
    named = OSError(errno.ENOSPC, "No space left on device", "out.pdf")
    assert run_out_in_words(named) == 'No space left on device: "out.pdf"'
    assert run_out_in_words(FULL).endswith(f"temporary files go to {tempfile.gettempdir()}")
    assert run_out_in_words(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
