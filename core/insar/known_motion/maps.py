"""Motion that is known beforehand: the plate's rotation and the tide of the solid Earth, seen by the satellite.

Each is a sum of products of a function of time and a map, so a series needs a few numbers for every date and a few
maps, whatever their size. The inversion takes the sum from the least-squares solution of every pixel before it ties
unconnected parts: the solution of the interferograms less the motion's differences is exactly the solution of the
interferograms less the motion, part by part, and the residuals are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ...dates import DAYS_PER_YEAR
from ...errors import InputError
from ...files import netcdf
from ...files.handles import Dataset
from ...files.names import LOS_EAST, LOS_NORTH, LOS_UP
from ...files.raster import GEOGRAPHIC, RasterGrid
from ...geodesy import earth_fixed, east_north_up, transform_points
from ...grid.reference_pixels import ReferencePixels
from ..frames.geometry import PER_PIXEL
from ..series.series_rewriting import Size
from ..solver.band import Float64
from .plate_motion import NO_PLATE, plate_velocity
from .solid_earth_tide import solid_earth_tide

_LOOK = (LOS_EAST, LOS_NORTH, LOS_UP)
_NET = 9
_TOLERANCE_MM = 0.005
_LARGEST_DEGREE = 6
_SAMPLE = 64
_ROWS_TOGETHER = 256


@dataclass(frozen=True)
class Part:
    """One known motion.

    Attributes
    ----------
    attribute : str
        Of the series file that tells of it.
    words : str
        What it is.
    histories : array [term, date]
        Functions of time, 0 at the first date.
    degree : int
        Of the polynomial in the frame's coordinates that each component of the motion is; the maps are its terms,
        seen along the line of sight. -1: the map is the rate of `plate`.
    plate : str
        Name of the plate.
    """

    attribute: str
    words: str
    histories: Float64
    degree: int = -1
    plate: str = ""


class KnownMotion:
    """The motion to take from a series, relative to the reference area and the first date.

    Parameters
    ----------
    stack : netCDF4.Dataset
        Open stack with the line of sight of every pixel.
    grid : RasterGrid
        Of the stack.
    parts : list of Part
        What to sum up.
    reference : ReferencePixels
        Pixels over whose mean the phase is relative.
    """

    def __init__(self, stack: Dataset, grid: RasterGrid, parts: list[Part], reference: ReferencePixels) -> None:
        self._stack, self._grid, self._parts = stack, grid, parts
        self.histories: Float64 = np.concatenate([part.histories for part in parts])
        self._mean = np.zeros(len(self.histories))
        self._mean = self._mean_over(reference)

    def maps(self, rows: slice) -> Float64:
        """Return the maps [term, pixel] of some rows, less their mean over the reference area; NaN without a look."""
        look = np.stack([netcdf.read_float(self._stack, name, rows).ravel() for name in _LOOK])
        look[:, np.isnan(look).any(axis=0)] = np.nan  # one mask for all terms, whatever components they need
        found = [
            self._of_plate(part, look, rows) if part.plate else self._of_tide(part, look, rows) for part in self._parts
        ]
        return np.concatenate(found) - self._mean[:, None]

    def _of_plate(self, part: Part, look: Float64, rows: slice) -> Float64:
        """Rate in mm/yr along the line of sight [1, pixel]."""
        window = self._grid.window(rows.start, 0, rows.stop - rows.start, self._grid.columns)
        east, north = plate_velocity(part.plate, *window.lon_lat())
        return (look[0] * east.ravel() + look[1] * north.ravel())[None]

    def _of_tide(self, part: Part, look: Float64, rows: slice) -> Float64:
        """Look times monomials [3 * monomial, pixel]."""
        x = _scaled(np.arange(self._grid.columns), self._grid.columns)
        y = _scaled(np.arange(rows.start, rows.stop), self._grid.rows)
        across, along = (values.ravel() for values in np.meshgrid(x, y))
        powers = _monomials(across, along, part.degree)
        return np.concatenate([component * powers for component in look])

    def _mean_over(self, reference: ReferencePixels) -> Float64:
        total, count = np.zeros(len(self.histories)), 0
        for start in range(0, self._grid.rows, _ROWS_TOGETHER):
            part = reference.within(start, start + _ROWS_TOGETHER)
            if part is None:
                continue
            maps = self.maps(part.rows).reshape(len(total), -1, self._grid.columns)
            values = part.of(maps[:, :, part.columns])
            there = np.isfinite(values[0])
            total += values[:, there].sum(axis=1)
            count += int(np.count_nonzero(there))
        if not count:
            raise InputError(
                f"{self._stack.filepath()} has no line of sight in the reference area, which PLATE_MOTION and "
                "SOLID_EARTH_TIDES need: check the stack with another REFERENCE."
            )
        return total / count

    def describe(self, dataset: Dataset) -> None:
        """Write what is taken away, and how large it is, into a series file's attributes.

        The sizes are over a net of up to 64 x 64 pixels and all dates.
        """
        rows = np.unique(np.linspace(0, self._grid.rows - 1, _SAMPLE).astype(int))
        columns = np.unique(np.linspace(0, self._grid.columns - 1, _SAMPLE).astype(int))
        maps = np.concatenate([self.maps(slice(row, row + 1))[:, columns] for row in rows.tolist()], axis=1)
        maps = maps[:, np.isfinite(maps[0])]
        first = 0
        for part in self._parts:
            terms = slice(first, first + len(part.histories))
            first = terms.stop
            size = Size()
            size.add(combine(self.histories[terms], maps[terms]))
            dataset.setncattr(part.attribute, f"{part.words}; {size}")


def combine(histories: Float64, maps: Float64) -> Float64:
    """Return the sum over terms of functions of time [term, date] times maps [term, pixel]: [date, pixel].

    Pixel by pixel in the same order, so that a pixel's result does not depend on its neighbours, as that of a matrix
    product may.
    """
    total = np.empty((histories.shape[1], maps.shape[1]))
    product = np.empty(maps.shape[1])
    for factors, row in zip(histories.T, total):
        np.multiply(maps[0], factors[0], out=row)
        for factor, values in zip(factors[1:], maps[1:]):
            np.multiply(values, factor, out=product)
            np.add(row, product, out=row)
    return total


def known_motion(
    stack: Dataset, grid: RasterGrid, days: Float64, plate: str, tides: bool, *, reference: ReferencePixels
) -> KnownMotion | None:
    """Return the motion to take from the series of a stack, or None where none is wanted.

    Parameters
    ----------
    stack : netCDF4.Dataset
        Open stack.
    grid : RasterGrid
        Of the stack.
    days : array [date]
        Dates of the series, in days since 2000-01-01.
    plate : str
        Of :data:`~.plate_motion.PLATES`.
    tides : bool
        Whether to take away the tide of the solid Earth.
    reference : ReferencePixels
        Pixels over whose mean the phase is relative.

    Raises
    ------
    InputError
        Where the stack lacks the line of sight, or for tides the time of day.
    """
    parts = []
    if plate != NO_PLATE:
        _need_look(stack, "PLATE_MOTION")
        if getattr(stack, "incidence_source", PER_PIXEL) != PER_PIXEL:
            raise InputError(
                f"{stack.filepath()} has one incidence angle for the whole frame, but what PLATE_MOTION removes comes "
                "from its change over the frame: import the frame with its E, N and U rasters."
            )
        years = (days - days[0]) / DAYS_PER_YEAR
        words = f"ITRF2020-PMM, {plate}, with the origin rate bias, horizontal"
        parts.append(Part("plate_motion_removed", words, years[None], plate=plate))
    if tides:
        _need_look(stack, "SOLID_EARTH_TIDES")
        parts.append(_tide(stack, grid, days))
    return KnownMotion(stack, grid, parts, reference) if parts else None


def _need_look(stack: Dataset, parameter: str) -> None:
    lacking = [name for name in _LOOK if name not in stack.variables]
    if lacking:
        raise InputError(
            f"{stack.filepath()} has no {', '.join(lacking)}, which {parameter} needs: import the frame with its E, N "
            "and U rasters."
        )


def _tide(stack: Dataset, grid: RasterGrid, days: Float64) -> Part:
    """Fit the tide over the frame at every date by polynomials of the least degree that is good enough."""
    seconds = float(getattr(stack, "acquisition_time", np.nan))
    if not 0 <= seconds <= 86400:
        raise InputError(
            f"{stack.filepath()} does not tell the time of day of the acquisitions, which SOLID_EARTH_TIDES needs: "
            "import the frame with a metadata.txt that has center_time."
        )
    part = np.linspace(-1.0, 1.0, _NET)
    across, along = (values.ravel() for values in np.meshgrid(part, part))
    x = grid.x_min + grid.dx * (0.5 + (across + 1.0) / 2.0 * (grid.columns - 1))
    y = grid.y_max - grid.dy * (0.5 + (along + 1.0) / 2.0 * (grid.rows - 1))
    lon, lat = (x, y) if grid.is_geographic else transform_points(x, y, grid.crs, GEOGRAPHIC)
    vectors = solid_earth_tide(earth_fixed(lon, lat), days + seconds / 86400.0) * 1000.0
    components = np.stack(east_north_up(vectors, lon, lat))  # [3, date, place]
    components -= components[:, :1]
    values = components.reshape(-1, across.size).T
    for degree in range(1, _LARGEST_DEGREE + 1):
        powers = _monomials(across, along, degree).T
        coefficients = np.linalg.lstsq(powers, values, rcond=None)[0]
        if np.abs(powers @ coefficients - values).max() < _TOLERANCE_MM:
            break
    histories = coefficients.T.reshape(3, days.size, -1).transpose(0, 2, 1).reshape(-1, days.size)
    hours, rest = divmod(round(seconds), 3600)
    words = f"IERS Conventions 2010, at {hours:02d}:{rest // 60:02d}:{rest % 60:02d} UTC"
    return Part("solid_earth_tide_removed", words, histories, degree)


def _scaled(numbers: Any, size: int) -> Float64:
    """Return row or column numbers as coordinates from -1 to 1 over the grid."""
    return np.asarray(2.0 * numbers / max(1, size - 1) - 1.0)


def _monomials(across: Float64, along: Float64, degree: int) -> Float64:
    """Return all products of powers up to a total degree [monomial, place]."""
    return np.stack([across**i * along ** (total - i) for total in range(degree + 1) for i in range(total + 1)])
