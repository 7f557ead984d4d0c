"""Which GRACE product a file or folder is, by what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import InputError
from ..files import netcdf
from ..work.progress import Progress
from .grid_files import VALUES, GridFile, GridOptions, NetcdfGrid, is_ascii_grid, read_ascii, read_geotiff
from .gridded import GriddedProduct
from .harmonic_product import HarmonicOptions, HarmonicProduct
from .level2 import is_background_file, is_level2
from .mascons import MasconProduct
from .product import Product
from .unpacking import is_archive, unpacked

_HDF5 = b"\x89HDF\r\n\x1a\n"
_CLASSIC = b"CDF"
_KNOWN = (
    "Known are the mascons of CSR, JPL and GSFC (NetCDF, HDF5), grids of Tellus and GravIS (NetCDF, GeoTIFF, ASCII), "
    "and folders of Level-2 harmonics (GSM-2, .gfc), also packed as .gz or .zip."
)


@dataclass(frozen=True)
class ReadOptions:
    """What only some products need.

    Attributes
    ----------
    scale_factors : bool
        Multiply JPL's mascons by the scale factors in their file.
    land_only : bool
        Leave the ocean out of the means, by the product's own mask.
    land_mask : Path, optional
        Mask on a gridded product's grid, for products whose file has none (CSR); implies `land_only`.
    harmonics : HarmonicOptions
        For Level-2 files.
    grids : GridOptions
        Variable and unit of gridded files.
    """

    scale_factors: bool = False
    land_only: bool = False
    land_mask: Path | None = None
    harmonics: HarmonicOptions = field(default_factory=HarmonicOptions)
    grids: GridOptions = field(default_factory=GridOptions)


@contextmanager
def open_product(path: Path, options: ReadOptions, progress: Progress) -> Iterator[Product]:
    """Give the product in a file or folder, open for reading; of a Level-2 file that of its whole folder.

    Raises
    ------
    InputError
        Where there is none that is known.
    """
    if not path.exists():
        raise InputError(f"{path} does not exist.")
    with ExitStack() as stack:
        yield _open(path, options, progress, stack)


def _open(path: Path, options: ReadOptions, progress: Progress, stack: ExitStack) -> Product:
    if path.is_file():
        if path.stat().st_size == 0:
            raise InputError(f"{path} is empty (zero bytes): download it again.")
        path = unpacked(path, stack)
    if path.is_file():
        if _is_netcdf(path):
            if _is_mascon_file(path):
                return MasconProduct(path, stack, options.land_only)
            return _gridded([NetcdfGrid(path, options.grids, stack, progress.warn)], path.name, options)
        if is_background_file(path):
            raise InputError(
                f"{path.name} holds the atmosphere and ocean (GAA to GAD) that were taken off before a solution was "
                "made, not storage: choose the GSM files."
            )
        if is_level2(path):
            return _open(path.parent, options, progress, stack)
        if _is_tiff(path) or is_ascii_grid(path):
            return _gridded([_single(path, options)], path.name, options)
        raise InputError(f"{path} is no GRACE product that is known here, or it is cut off. {_KNOWN}")
    return _open_folder(path, options, progress, stack)


def _open_folder(path: Path, options: ReadOptions, progress: Progress, stack: ExitStack) -> Product:
    """Return the product of a folder: harmonics, or grids of one kind of file."""
    files = sorted(each for each in path.iterdir() if each.is_file() and each.stat().st_size > 0)
    texts = [each for each in files if not _is_netcdf(each)]
    background = [each.name for each in texts if is_background_file(each)]
    if background:
        progress.warn(
            f"Left out: {len(background)} files of atmosphere and ocean (GAA to GAD, such as {background[0]}), which "
            "are no solutions."
        )
    harmonics = [each for each in texts if is_level2(each)]
    if harmonics:
        others = [each for each in texts if each not in harmonics]
        return HarmonicProduct(harmonics, options.harmonics, progress, others)
    packed = [unpacked(each, stack) for each in files if each.name.lower().endswith(".gz")]
    files += [each for each in packed if each.is_file() and _is_netcdf(each)]
    grids = [each for each in files if _is_netcdf(each) and _is_grid(each, options, progress)]
    if grids:
        opened: list[GridFile] = [NetcdfGrid(each, options.grids, stack, progress.warn) for each in grids]
        return _gridded(opened, path.name, options)
    for chosen in ([each for each in files if _is_tiff(each)], [each for each in files if is_ascii_grid(each)]):
        if chosen:
            return _gridded([_single(each, options) for each in chosen], path.name, options)
    archives = [each for each in files if is_archive(each)]
    if len(archives) == 1:
        return _open(archives[0], options, progress, stack)
    if archives:
        raise InputError(
            f"{path} holds {len(archives)} archives ({archives[0].name}, {archives[1].name}): choose one of them as "
            "INPUT, or unpack those that belong together."
        )
    raise InputError(f"{path} holds no GRACE product. {_KNOWN}")


def _gridded(files: list[GridFile], folder: str, options: ReadOptions) -> GriddedProduct:
    return GriddedProduct(files, folder, options.scale_factors, options.land_only, options.land_mask)


def _single(path: Path, options: ReadOptions) -> GridFile:
    return read_geotiff(path, options.grids) if _is_tiff(path) else read_ascii(path, options.grids)


def _is_tiff(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")


def _is_netcdf(path: Path) -> bool:
    """Return True where a file begins as NetCDF or HDF5 does."""
    with path.open("rb") as file:
        start = file.read(8)
    return start == _HDF5 or start[:3] == _CLASSIC


def _is_mascon_file(path: Path) -> bool:
    """Return True where a file has GSFC's groups."""
    with netcdf.open_dataset(path) as dataset:
        return "mascon" in dataset.groups and "solution" in dataset.groups


def _is_grid(path: Path, options: ReadOptions, progress: Progress) -> bool:
    """Return True where a file has monthly storage on a grid; name files that cannot be opened."""
    names = (options.grids.variable,) if options.grids.variable else VALUES
    try:
        with netcdf.open_dataset(path) as dataset:
            return any(name in dataset.variables for name in names)
    except InputError as error:
        progress.warn(f"Left out: {error}")
        return False
