"""Which GRACE product a file or folder is, by what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import InputError
from ..progress import Progress
from .gridded import GriddedProduct
from .product import Product

_HDF5 = b"\x89HDF\r\n\x1a\n"
_CLASSIC = b"CDF"


@dataclass(frozen=True)
class ReadOptions:
    """What only some products need.

    Attributes
    ----------
    scale_factors : bool
        Multiply JPL's mascons by the scale factors in their file.
    land_mask : Path, optional
        Mask on a gridded product's own grid: the ocean is left out of the means.
    """

    scale_factors: bool = False
    land_mask: Path | None = None

    def described(self) -> str:
        """Return the options that are set, for the history of the result."""
        text = ", SCALE_FACTORS" if self.scale_factors else ""
        return text + (f", LAND_MASK={self.land_mask.name}" if self.land_mask else "")


@contextmanager
def open_product(path: Path, options: ReadOptions, progress: Progress) -> Iterator[Product]:
    """Give the product in a file or folder, open for reading.

    Raises
    ------
    InputError
        Where there is none that is known.
    """
    with ExitStack() as stack:
        if path.is_dir():
            files = sorted(each for each in path.iterdir() if each.is_file() and is_netcdf(each))
            if not files:
                raise InputError(f"{path} holds no GRACE product: no NetCDF grids with monthly storage.")
        elif not path.is_file():
            raise InputError(f"{path} does not exist.")
        elif not is_netcdf(path):
            raise InputError(f"{path} is no GRACE product that is known here (NetCDF): it may be cut off.")
        else:
            files = [path]
        yield GriddedProduct(files, stack, options.scale_factors, options.land_mask)


def is_netcdf(path: Path) -> bool:
    """Return True where a file begins as NetCDF or HDF5 does."""
    with path.open("rb") as file:
        start = file.read(8)
    return start == _HDF5 or start[:3] == _CLASSIC
