"""Files as they come from a download: archives, whatever their name says, and GRIB, unpacked to NetCDF."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from ..errors import InputError
from .grib import grib_to_netcdf

SUFFIXES = (".nc", ".nc4", ".netcdf", ".cdf", ".hdf5", ".h5")  # IMERG's half-hourly files end in .HDF5
GRIB_SUFFIXES = (".grib", ".grb", ".grib2", ".grb2", ".grib1", ".grb1")
ARCHIVES = (".zip",)
_ZIP, _GRIB = b"PK\x03\x04", b"GRIB"
_ROOM = 1.1  # of the unpacked size that must be free on the disk


def unpacked(files: Sequence[Path], stack: ExitStack) -> Iterator[Path]:
    """Yield NetCDF files: those that are, members of archives, and GRIB turned into NetCDF.

    What a file is, its first bytes say: the Climate Data Store hands out archives that are called ``.nc``.

    Parameters
    ----------
    files : sequence of Path
        Existing files.
    stack : ExitStack
        Whose end removes what was unpacked.

    Raises
    ------
    InputError
        Where an archive is damaged or holds no data, or the disk has no room.
    """
    folder: Path | None = None
    for number, path in enumerate(files):
        kind = _first_bytes(path)
        if kind not in (_ZIP, _GRIB):
            yield path
            continue
        if folder is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="groundswell-")))
        if kind == _GRIB:
            yield from grib_to_netcdf(path, folder / f"{number:05d}_{path.stem}.nc")
            continue
        for member in _members(path, folder / f"{number:05d}"):
            if _first_bytes(member) == _GRIB:
                yield from grib_to_netcdf(member, member.with_suffix(".from_grib.nc"))
            else:
                yield member


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            return opened.read(4)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from error


def _members(path: Path, folder: Path) -> list[Path]:
    folder.mkdir()
    found: list[Path] = []
    try:
        with zipfile.ZipFile(path) as archive:
            wanted = [
                info
                for info in archive.infolist()
                if Path(info.filename).suffix.lower() in (*SUFFIXES, *GRIB_SUFFIXES) and not info.is_dir()
            ]
            if sum(info.file_size for info in wanted) * _ROOM > shutil.disk_usage(folder).free:
                raise InputError(f"{path}: the disk has no room to unpack it at {folder.parent}.")
            for number, info in enumerate(wanted):
                # Only the last part of the name: nothing is written outside the folder.
                target = folder / f"{number:04d}_{Path(info.filename).name}"
                with archive.open(info) as source, target.open("wb") as out:
                    shutil.copyfileobj(source, out, 1 << 20)
                found.append(target)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise InputError(f"{path} is an archive that cannot be unpacked ({error}): download it again.") from error
    if not found:
        raise InputError(f"{path} is an archive without a NetCDF or GRIB file in it.")
    return found
