"""What a machine may run out of: no fault of an input, and none of the program."""

from __future__ import annotations

import errno
import tempfile

RUN_OUT = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EFBIG,
        errno.EROFS,
        errno.EIO,
        errno.EMFILE,
        errno.ENFILE,
        errno.ENOMEM,
    }
)
DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})


def has_run_out(error: BaseException) -> bool:
    """Whether an error says that the machine has no more of something, such as space on its disk or
    memory.
    """
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno in RUN_OUT)


def run_out_in_words(error: BaseException) -> str:
    """What the machine has run out of, and where that was needed as far as the error tells."""
    if not isinstance(error, OSError) or error.errno is None:
        return "there is not enough memory"
    if error.filename is not None:
        return f'{error.strerror}: "{error.filename}"'
    if error.errno in DISK:
        return f"{error.strerror}; temporary files go to {tempfile.gettempdir()}"
    return str(error.strerror)
