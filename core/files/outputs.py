"""Whole files or none: results are written beside their target and renamed when complete."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import OutputError
from ..work.leftovers import remove_leftovers, temporary_name
from .trial import trust

SPARE_BYTES = 64 * 2**20
"""Left free on the disk by every step: more than the caches of the NetCDF library, 16 MB a variable."""

_LOCK_ERRORS = {errno.EAGAIN, errno.ENOLCK}
LOCKS_REFUSED = (
    "Where it lies on a network drive, the drive may refuse the locks of the HDF5 library: choose a folder of this "
    "machine, or set the environment variable HDF5_USE_FILE_LOCKING to FALSE before QGIS starts."
)
"""What to do where a file system has no locks."""


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a temporary name beside `path`; rename it to `path` when the block ends well.

    Where the block fails or is cancelled, the temporary file is removed and an older file under
    `path` stays as it was. The temporary file has a name that cannot be guessed and is made
    exclusively, so that it follows no link and two runs never share one; those that a killed
    process left in the folder are removed.

    Raises
    ------
    OutputError
        Where the folder cannot be made or written, or the disk is full.
    """
    path = Path(path)
    if path.is_dir():
        raise OutputError(f"Cannot write {path}: it is a folder. Give the name of a file in it.")
    temporary = path.with_name(temporary_name(ending=f".part{path.suffix}"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(path.parent, os.W_OK):
            raise PermissionError(13, "no permission to write in this folder")
        remove_leftovers(path.parent)
        with temporary.open("xb"):
            pass
        yield temporary
        temporary.replace(path)
        trust(path)
    except OSError as error:
        raise OutputError(_cannot_write(path, error)) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def check_room(path: Path | str) -> None:
    """See that the disk has room for what the NetCDF library holds back; call it before each block of a long file.

    Once a write has failed for want of room HDF5 can neither write nor close the file, keeps it open and crashes the
    process at its very end. So a file is given up while there is still room to close it.

    Raises
    ------
    OSError
        Where less than `SPARE_BYTES` are free; :func:`whole_file` says so to the user.
    """
    free = shutil.disk_usage(Path(path).parent).free
    if free < SPARE_BYTES:
        reason = f"only {free / 2**20:.1f} MB are free on the disk, and {SPARE_BYTES // 2**20} MB must stay free"
        raise OSError(errno.ENOSPC, reason)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """As :func:`whole_file`, for a folder that must not exist yet or be empty."""
    path = Path(path)
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise OutputError(f"{path} exists and is not empty: choose a new folder.")
    temporary = path.with_name(temporary_name(ending=".part"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(path.parent)
        temporary.mkdir()
        yield temporary
        if path.exists():
            path.rmdir()
        temporary.replace(path)
    except OSError as error:
        raise OutputError(_cannot_write(path, error)) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 to `path`, whole or not at all."""
    with whole_file(path) as temporary:
        temporary.write_text(text, encoding="utf-8")


def _cannot_write(path: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    if error.errno == errno.ENOSPC:
        return f"Cannot write {path}: {reason}. Make room or choose another place."
    if error.errno in _LOCK_ERRORS or "lock" in reason.lower():
        return f"Cannot write {path}: {reason}. {LOCKS_REFUSED}"
    return f"Cannot write {path}: {reason}. Check that the folder exists and that you may write there."
