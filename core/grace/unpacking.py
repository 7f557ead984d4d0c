"""Products that come packed: NetCDF in gzip, months in a zip archive."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
import zlib
from contextlib import ExitStack
from pathlib import Path

from ..errors import InputError

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
LARGEST_BYTES = 4 * 2**30
"""Nothing known unpacks to more: CSR's mascons of 22 years take 0.9 GB."""
_AT_ONCE = 2**20


def unpacked(path: Path, stack: ExitStack) -> Path:
    """Return a file or folder with the content of a packed one; the same path where it is not packed.

    Parameters
    ----------
    path : Path
        Any file.
    stack : ExitStack
        Removes what was unpacked.

    Returns
    -------
    Path
        A folder of the archive's files, or the file in a ``.gz``.

    Raises
    ------
    InputError
        Where it is damaged, or unpacks to more than there can be.
    """
    with path.open("rb") as file:
        start = file.read(4)
    if start == ZIP:
        return _from_zip(path, _scratch(path, stack))
    if start[:2] == GZIP and _content(path).startswith((b"CDF", b"\x89HDF")):
        return _from_gzip(path, _scratch(path, stack))
    return path


def is_archive(path: Path) -> bool:
    """Return True where a file begins as a zip archive does."""
    with path.open("rb") as file:
        return file.read(4) == ZIP


def _scratch(path: Path, stack: ExitStack) -> Path:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="groundswell-"))) / path.name
    folder.mkdir()
    return folder


def _content(path: Path) -> bytes:
    """Return the first bytes of what a gzipped file holds; b'' where it is damaged."""
    with path.open("rb") as file:
        try:
            return zlib.decompressobj(wbits=31).decompress(file.read(4096), 8)
        except zlib.error:
            return b""


def _from_gzip(path: Path, folder: Path) -> Path:
    target = folder / path.name.removesuffix(".gz")
    unpacker, total = zlib.decompressobj(wbits=31), 0
    try:
        with path.open("rb") as source, target.open("wb") as sink:
            while not unpacker.eof:
                data = unpacker.unconsumed_tail or source.read(_AT_ONCE)
                if not data:
                    raise InputError(f"{path.name} is cut off: download it again.")
                part = unpacker.decompress(data, _AT_ONCE)
                total += len(part)
                _check_room(path, total, folder)
                sink.write(part)
    except zlib.error as error:
        raise InputError(f"{path.name} is cut off or corrupt ({error}): download it again.") from error
    return target


def _from_zip(path: Path, folder: Path) -> Path:
    total = 0
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                name = Path(member.filename).name
                if member.is_dir() or not name or name.startswith("."):
                    continue
                # The file's own word for its size is not trusted.
                with archive.open(member) as source, (folder / name).open("wb") as sink:
                    while part := source.read(_AT_ONCE):
                        total += len(part)
                        _check_room(path, total, folder)
                        sink.write(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise InputError(f"{path.name} cannot be unpacked ({error}): download it again.") from error
    return folder


def _check_room(path: Path, total: int, folder: Path) -> None:
    if total > LARGEST_BYTES:
        raise InputError(f"{path.name} unpacks to more than {LARGEST_BYTES // 2**30} GB: it is no GRACE product.")
    if total % (64 * _AT_ONCE) < _AT_ONCE and shutil.disk_usage(folder).free < 64 * _AT_ONCE:
        raise InputError(f"No room is left in {folder.parent.parent} to unpack {path.name}: unpack it yourself.")
