"""A folder of Level-2 harmonics as a product: low degrees replaced, baseline removed, filtered, put on a grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..dates import DAYS_PER_YEAR, day_number
from ..errors import InputError
from ..files.raster import RasterGrid
from ..work.progress import Progress, stop_if_cancelled
from . import filters
from .ddk_files import read_ddk
from .harmonics import Coefficients, default_convention, geocentric_latitude, synthesize
from .level2 import Level2, read_level2, read_text
from .months import label
from .product import GLOBE, Month, Product, check_sane, make_solutions
from .technical_notes import LowDegrees, read_c20_c30, read_degree_1

FILTERS = ("none", "gaussian", "destriped_gaussian", *(f"DDK{level}" for level in filters.DDK_ALPHA))
BASELINE = (date(2004, 1, 1), date(2010, 1, 1))
LAST_MONTH_OF_TWO_ACCELEROMETERS = 176  # August 2016: C30 is sound up to there
_MONTHS_AT_ONCE = 12


@dataclass(frozen=True)
class HarmonicOptions:
    """How to turn coefficients into storage.

    Attributes
    ----------
    filter : str
        One of :data:`FILTERS`.
    radius_km : float
        Of the Gaussian.
    max_degree : int
        Where the series is cut.
    degree_1 : Path, optional
        TN-13; one in the folder is found by itself.
    c20_c30 : Path, optional
        TN-14; likewise.
    ddk_normals : Path, optional
        Normals for DDK1 to DDK8, or the filter matrix of the level: see :mod:`~.ddk_files`.
    gia : Path, optional
        Rates of Stokes coefficients by glacial isostatic adjustment per year: lines of degree, order, C, S.
    geocentric : bool
        Take the series at the geocentric latitudes of the cells, where they really are. Off by default, as in the
        products and tools to compare with: over Dali (DDK3, 2018-12 to 2021-01) months differ by up to 10 mm.
    """

    filter: str = "destriped_gaussian"
    radius_km: float = 300.0
    max_degree: int = 60
    degree_1: Path | None = None
    c20_c30: Path | None = None
    ddk_normals: Path | None = None
    gia: Path | None = None
    geocentric: bool = False

    def described(self) -> str:
        """Return the filter in words."""
        radius = f" {self.radius_km:g} km" if "gaussian" in self.filter else ""
        return f"{self.filter}{radius}, degree {self.max_degree}"


class HarmonicProduct(Product):
    """Monthly solutions of Stokes coefficients.

    Parameters
    ----------
    paths : sequence of Path
        Level-2 files, one for each solution.
    options : HarmonicOptions
        How.
    progress : Progress
        Of the caller; files that cannot be read are named there and left out.
    """

    def __init__(self, paths: Sequence[Path], options: HarmonicOptions, progress: Progress) -> None:
        if options.filter not in FILTERS:
            raise InputError(f"FILTER '{options.filter}' is none: choose one of {', '.join(FILTERS)}.")
        if options.filter.startswith("DDK") and options.ddk_normals is None:
            raise InputError(
                f"FILTER = {options.filter} needs DDK_NORMALS: the file of normals, or of its filter matrix."
            )
        self._options = options
        files = _read_all(paths, options.max_degree, progress)
        centre = files[0].centre
        windows = np.array([(each.start, each.end) for each in files], dtype=np.float64)
        source = paths[0].parent.name
        self.solutions = make_solutions(windows, centre, source, [each.unused for each in files])
        self._source = source
        degree = min(each.coefficients.max_degree for each in files)
        if degree < options.max_degree:
            progress.warn(f"{source}: its coefficients end at degree {degree}; the series is cut there.")
        both = [each.coefficients.truncated(degree) for each in files]
        full = Coefficients(np.array([each.c for each in both]), np.array([each.s for each in both]))
        self._notes: list[str] = []
        full = self._with_low_degrees(full, options)
        if options.gia is not None:
            full = _without_gia(full, windows.mean(axis=1), read_gia(options.gia, degree), options.degree_1 is not None)
        in_baseline = _in_baseline(windows)
        if not in_baseline.any():
            progress.warn(
                f"{source} has no solution of 2004 to 2009: anomalies are to the mean of all its solutions instead."
            )
            in_baseline[:] = True
        self.baseline = (
            "2004.000 to 2009.999" if not in_baseline.all() or _in_baseline(windows).all() else "all solutions"
        ) + f" ({int(in_baseline.sum())} solutions)"
        mean = Coefficients(full.c[in_baseline].mean(axis=0), full.s[in_baseline].mean(axis=0))
        self._anomalies, self._weights = self._filtered(Coefficients(full.c - mean.c, full.s - mean.s), options)
        self.name = f"{centre} Level-2 harmonics"
        self.area = GLOBE
        self.has_uncertainty = False
        self.attributes = {
            "filter": options.described(),
            "convention": default_convention().name,
            "latitudes": "geocentric" if options.geocentric else "geodetic, taken as geocentric",
        }
        for note in self._notes:
            progress.warn(note)

    def _with_low_degrees(self, full: Coefficients, options: HarmonicOptions) -> Coefficients:
        """Return coefficients with degree 1, C20 and C30 of the technical notes."""
        c, s = full.c.copy(), full.s.copy()
        first = read_degree_1(options.degree_1) if options.degree_1 else None
        second = read_c20_c30(options.c20_c30) if options.c20_c30 else None
        if first is None:
            self._notes.append("No TN-13 (DEGREE_1) is given: storage lacks degree 1, the motion of the geocentre.")
        if second is None:
            self._notes.append("No TN-14 (C20_C30) is given: GRACE's own C20 and C30 are kept, which are poor.")
        missing: dict[str, list[str]] = {"degree 1": [], "C20": [], "C30": []}
        for index, (month, (start, end)) in enumerate(zip(self.solutions.months, self.solutions.windows)):
            name = label(int(month))
            line = _match(first, start, end)
            if line is not None:
                c[index, 1, 0], c[index, 1, 1], s[index, 1, 1] = line
            elif first is not None:
                missing["degree 1"].append(name)
            line = _match(second, start, end)
            if line is not None and np.isfinite(line[0]):
                c[index, 2, 0] = line[0]
            elif second is not None:
                missing["C20"].append(name)
            if month > LAST_MONTH_OF_TWO_ACCELEROMETERS and c.shape[-1] > 3:
                if line is not None and np.isfinite(line[1]):
                    c[index, 3, 0] = line[1]
                elif second is not None:
                    missing["C30"].append(name)
        for what, months in missing.items():
            if months:
                kept = "it is zero there" if what == "degree 1" else "the solution's own is kept there"
                self._notes.append(f"The technical note has no {what} for {', '.join(months)}: {kept}.")
        return Coefficients(c, s)

    def _filtered(self, anomalies: Coefficients, options: HarmonicOptions) -> tuple[Coefficients, FloatArray | None]:
        """Return the coefficients after the filter, and what is left of it as weights by degree."""
        weights = None
        if "gaussian" in options.filter:
            weights = filters.gaussian(options.radius_km, anomalies.max_degree)
        if options.filter.startswith("destriped"):
            anomalies = filters.destripe(anomalies)
        if options.filter.startswith("DDK") and options.ddk_normals is not None:
            anomalies = read_ddk(options.ddk_normals, int(options.filter[3:]), anomalies.max_degree).apply(anomalies)
        return anomalies, weights

    def storage(self, target: RasterGrid, indices: IntArray) -> Iterator[Month]:
        """Yield solutions at the cells' centres: the series varies over hundreds of kilometres, not within a cell."""
        lon, lat = target.lon_lat()
        places = geocentric_latitude(lat[:, 0]) if self._options.geocentric else lat[:, 0]
        for start in range(0, indices.size, _MONTHS_AT_ONCE):
            some = indices[start : start + _MONTHS_AT_ONCE]
            part = Coefficients(self._anomalies.c[some], self._anomalies.s[some])
            grids = synthesize(part, lon[0], places, weights=self._weights)
            for index, grid in zip(some, grids):
                check_sane(grid, int(self.solutions.months[index]), self._source, "Stokes coefficients")
                yield Month(grid)


def _read_all(paths: Sequence[Path], max_degree: int, progress: Progress) -> list[Level2]:
    """Read the files; name those that cannot be read and go on."""
    files = []
    for number, path in enumerate(paths):
        stop_if_cancelled(progress)
        try:
            files.append(read_level2(path, max_degree))
        except InputError as error:
            progress.warn(f"Left out: {error}")
        progress.report(0.5 * (number + 1) / len(paths), "Reading Level-2 files")
    if not files:
        raise InputError(f"{paths[0].parent} has no Level-2 file that can be read.")
    return sorted(files, key=lambda each: each.start + each.end)


def _match(note: LowDegrees | None, start: float, end: float) -> FloatArray | None:
    return None if note is None else note.match(start, end)


def _in_baseline(windows: FloatArray) -> BoolArray:
    middles = windows.mean(axis=1)
    return np.asarray((middles >= day_number(BASELINE[0])) & (middles < day_number(BASELINE[1])))


def read_gia(path: Path, max_degree: int) -> Coefficients:
    """Return rates of Stokes coefficients per year from lines of degree, order, C, S.

    Raises
    ------
    InputError
        Where there are no such lines.
    """
    c, s = np.zeros((2, max_degree + 1, max_degree + 1))
    found = 0
    for line in read_text(path).splitlines():
        words = line.replace("D", "E").split()
        try:
            degree, order = int(words[0]), int(words[1])
            values = float(words[2]), float(words[3])
        except (ValueError, IndexError):
            continue
        if 0 <= order <= degree <= max_degree:
            c[degree, order], s[degree, order] = values
            found += 1
    if not found:
        raise InputError(f"{path.name} holds no rates: lines of degree, order, C, S per year are needed.")
    return Coefficients(c, s)


def _without_gia(full: Coefficients, middles: FloatArray, rates: Coefficients, free_degree_1: bool) -> Coefficients:
    """Return coefficients less the rates times the time in years; degree 1 of TN-13 is free of it already."""
    years = (middles / DAYS_PER_YEAR)[:, None, None]
    c, s = full.c - rates.c * years, full.s - rates.s * years
    if free_degree_1:
        c[:, :2], s[:, :2] = full.c[:, :2], full.s[:, :2]
    return Coefficients(c, s)
