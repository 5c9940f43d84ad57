"""Temporary files: all in one named place, gone at the end, and swept by the next run where a run
was killed.

The place is the folder `vfi-<user>` among the temporary files of the system, which nobody else may
enter. Each run has a folder of its own in it. Outputs have their temporary file beside them, since
only there can it take their name. Whoever owns a folder or a file holds a lock on it, which the
system lets go when the process ends, however it ends: what is not locked belongs to nobody any
more.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vfi.problems import UserError

PREFIX = "vfi"
PART_ENDING = ".vfi-part"
PRIVATE = 0o700
ATTEMPTS = 100

_held: dict[
    Path, int
] = {}  # what this process has on disk for a while, with the descriptor that holds the lock


@contextmanager
def folder_of_this_run() -> Iterator[Path]:
    """The folder of temporary files of this process, for as long as it runs; what was left by
    others is swept.

    Libraries and other programs find it as the folder for temporary files.

    Raises:
        UserError: there is no folder of temporary files that can be written.
    """
    try:
        folder = _new_folder()
    except OSError as error:
        raise UserError(f"cannot make a temporary folder: {error.strerror or error}") from error
    try:
        with _as_usual_place(folder):
            yield folder
    finally:
        _let_go(folder)
        _remove_if_empty(folder.parent)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A new folder for a while, which nobody else may enter.

    Raises:
        UserError: none can be made.
    """
    if Path(tempfile.gettempdir()) not in _held:
        with folder_of_this_run() as folder:
            yield folder
        return
    try:
        inside = Path(tempfile.mkdtemp())
    except OSError as error:
        raise UserError(f"cannot make a temporary folder: {error.strerror or error}") from error
    try:
        yield inside
    finally:
        _remove(inside)


@contextmanager
def part_of(path: Path) -> Iterator[tuple[int, Path]]:
    """A new file beside another that is to take its place: its descriptor, which stays open, and
    its path.

    It is gone at the end where it was not moved. Those that killed runs left in the same folder are
    swept.

    Raises:
        OSError: it cannot be made.
    """
    for leftover in path.parent.glob(f".*{PART_ENDING}"):
        _sweep(leftover, os.O_NONBLOCK)
    descriptor, part = _new_part(path.parent)
    _held[part] = descriptor
    try:
        yield descriptor, part
    finally:
        _let_go(part)


def remove_all() -> None:
    """Remove everything that this process has on disk for a while, because it is about to end."""
    for path in [*_held]:
        is_folder = path.is_dir()
        _remove(path)
        if is_folder:
            _remove_if_empty(path.parent)


def _new_folder() -> Path:
    for _ in range(ATTEMPTS):
        home = _home()
        for leftover in home.glob("[0-9]*-*"):
            _sweep(leftover, os.O_DIRECTORY)
        folder = home / f"{os.getpid()}-{_random()}"
        with suppress(FileNotFoundError):  # another run removed it before it was locked
            folder.mkdir(PRIVATE)
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            if _owns(folder, descriptor):
                _held[folder] = descriptor
                return folder
            os.close(descriptor)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _home() -> Path:
    """The folder of this user's runs; a new one where somebody else has taken its name."""
    usual = Path(tempfile.gettempdir()) / f"{PREFIX}-{os.getuid()}"
    with suppress(FileExistsError):
        usual.mkdir(PRIVATE)
    with suppress(FileNotFoundError):
        status = usual.lstat()
        if stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid():
            usual.chmod(PRIVATE)
            return usual
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}-{os.getuid()}-"))


@contextmanager
def _as_usual_place(folder: Path) -> Iterator[None]:
    previous, environment = tempfile.tempdir, os.environ.get("TMPDIR")
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = previous
        if environment is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = environment


def _new_part(folder: Path) -> tuple[int, Path]:
    for _ in range(ATTEMPTS):
        part = folder / f".{_random()}{PART_ENDING}"
        with suppress(FileExistsError):
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
            if _owns(part, descriptor):
                return descriptor, part
            os.close(descriptor)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _owns(path: Path, descriptor: int) -> bool:
    """Whether what was just made is ours: another run may have swept it before it was locked."""
    try:
        if not _lock(descriptor):
            return False
    except OSError:  # a file system without locks: nothing on it is ever swept
        return True
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _sweep(path: Path, flag: int) -> None:
    """Remove what a run left that has ended: nobody holds its lock."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | flag)
    except OSError:  # gone, a link, or somebody else's
        return
    try:
        status = os.fstat(descriptor)
        is_ours = status.st_uid == os.getuid() and (
            stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode)
        )
        if is_ours and _lock(descriptor):
            _remove(path)
    except OSError:  # a file system without locks
        return
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _let_go(path: Path) -> None:
    _remove(path)
    os.close(_held.pop(path))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _remove_if_empty(home: Path) -> None:
    with suppress(OSError):  # another run has its folder there
        home.rmdir()


def _random() -> str:
    return os.urandom(4).hex()
