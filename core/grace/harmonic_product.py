"""A folder of Level-2 harmonics as a product: low degrees replaced, baseline removed, filtered, put on a grid."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..dates import day_number
from ..errors import InputError
from ..files.raster import RasterGrid
from ..work.progress import Progress, stop_if_cancelled
from . import filters
from .coefficient_errors import REALISTIC, StatedErrors, stated_errors
from .ddk_files import read_ddk
from .gia import read_gia, without_gia
from .harmonics import Coefficients, default_convention, geocentric_latitude, synthesize
from .level2 import Level2, read_level2
from .level2_folder import SeriesFacts, check_series, to_one_convention
from .low_degrees import check_given, choose_c20_c30, choose_degree_1, replace_low_degrees
from .ocean_scatter import LEAST_MONTHS, OceanScatter, ocean_scatter
from .product import GLOBE, Month, Product, check_sane, make_solutions

FILTERS = ("none", "gaussian", "destriped_gaussian", *(f"DDK{level}" for level in filters.DDK_ALPHA))
BASELINE = (date(2004, 1, 1), date(2010, 1, 1))
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
        Rates of Stokes coefficients by glacial isostatic adjustment per year: see :mod:`~.gia`.
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

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.filter not in FILTERS:
            raise InputError(f"FILTER '{self.filter}' is none: choose one of {', '.join(FILTERS)}.")
        if not 0 < self.radius_km < 10_000:
            raise InputError(f"RADIUS: a Gaussian needs a radius in km above 0, such as 300; not {self.radius_km:g}.")
        if self.filter.startswith("DDK") and self.ddk_normals is None:
            raise InputError(f"FILTER = {self.filter} needs DDK_NORMALS: the file of normals, or of its matrix.")

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
    notes : sequence of Path
        Files beside them, technical notes among them.

    Raises
    ------
    InputError
        Where the files are no series: see :mod:`~.level2_folder`.
    """

    def __init__(
        self, paths: Sequence[Path], options: HarmonicOptions, progress: Progress, notes: Sequence[Path] = ()
    ) -> None:
        self._options = options
        files = _read_all(paths, options.max_degree, progress)
        source = paths[0].parent.name
        self._source = source
        if len(files) == 1:
            raise InputError(
                f"{source} has one solution only ({files[0].source}): coefficients are of the whole Earth, and become "
                "anomalies by the mean of several months. Put more months of the series into the folder (2004 to 2009 "
                "for the usual mean)."
            )
        facts = check_series(files, source, progress.warn)
        windows = np.array([(each.start, each.end) for each in files], dtype=np.float64)
        names = [each.source for each in files]
        self.solutions = make_solutions(windows, facts.centre, source, [each.unused for each in files], names)
        degree = min(each.coefficients.max_degree for each in files)
        if degree < options.max_degree:
            progress.warn(f"{source}: its coefficients end at degree {degree}; the series is cut there.")
        full = to_one_convention(files, degree, source, progress.warn)
        first, second = _notes_of(options, notes, facts, progress)
        low = replace_low_degrees(full, self.solutions.months, windows, first, second)
        for word in low.words:
            progress.warn(word)
        full = low.coefficients
        if options.gia is not None:
            full = without_gia(full, windows.mean(axis=1), read_gia(options.gia, degree), first is not None)
        full = self._anomalies_of(full, windows, progress)
        self._filter = _filter_to_apply(options, facts, progress)
        self.ddk: filters.DDK | None = None
        if re.fullmatch(r"DDK\d", facts.applied_filter) and options.ddk_normals is not None:
            self.ddk = read_ddk(options.ddk_normals, int(facts.applied_filter[3:]), degree)
        self._anomalies, self._weights = self._filtered(full)
        self.name = f"{facts.centre} Level-2 harmonics"
        self.area = GLOBE
        self._errors: StatedErrors | OceanScatter | None = self._errors_of(
            [paths[0].parent / name for name in names], files, low.attributes, progress
        )
        if self._errors is None:
            self._errors = ocean_scatter(self._anomalies, self._weights, windows.mean(axis=1))
        self.has_uncertainty = self._errors is not None
        self.attributes = {**self._described(facts, degree), **low.attributes}

    def _anomalies_of(self, full: Coefficients, windows: FloatArray, progress: Progress) -> Coefficients:
        """Return coefficients less their mean over the baseline, which is said."""
        in_baseline = _in_baseline(windows)
        if not in_baseline.any():
            progress.warn(
                f"{self._source} has no solution of 2004 to 2009: anomalies are to the mean of all its solutions "
                "instead."
            )
            in_baseline[:] = True
        self.baseline = (
            "2004.000 to 2009.999" if not in_baseline.all() or _in_baseline(windows).all() else "all solutions"
        ) + f" ({int(in_baseline.sum())} solutions)"
        return Coefficients(full.c - full.c[in_baseline].mean(axis=0), full.s - full.s[in_baseline].mean(axis=0))

    def _errors_of(
        self, paths: Sequence[Path], files: Sequence[Level2], notes: dict[str, str], progress: Progress
    ) -> StatedErrors | None:
        """Return the errors that the files state, where they are realistic or nothing else is to be had."""
        kinds = {each.header.errors for each in files}
        kind = next(iter(kinds)) if len(kinds) == 1 else ""
        few = len(files) < LEAST_MONTHS
        if kind not in REALISTIC and not few:
            return None
        replaced = [degree for degree in (2, 3) if notes.get(f"c{degree}0_source", "").startswith("TN-14")]
        found = stated_errors(
            paths,
            kind or "stated",
            self._anomalies.max_degree,
            self._weights,
            self.ddk if self._filter.startswith("DDK") else None,
            destriped=self._filter.startswith("destriped"),
            replaced=replaced,
        )
        if found is not None and kind not in REALISTIC:
            progress.warn(
                f"{self._source}: uncertainty is from the {kind or 'stated'} errors of the coefficients, which are not "
                f"calibrated: true errors are larger. With {LEAST_MONTHS} months or more it is taken from the scatter "
                "over the ocean."
            )
        return found

    def _described(self, facts: SeriesFacts, degree: int) -> dict[str, str | int | float]:
        """Return what the file says of centre, conventions and filter."""
        options = self._options
        kind = facts.applied_filter or options.filter
        words = f"{facts.applied_filter} (applied by the product), degree {degree}"
        found: dict[str, str | int | float] = {
            "filter": words if facts.applied_filter else options.described(),
            "filter_kind": kind,
            "filter_max_degree": degree,
            "centre": facts.centre,
            "release": facts.release or "not said",
            "tide_system": f"zero_tide (in the files: {facts.tide_systems})",
            "gia_source": "none" if options.gia is None else options.gia.name,
            "convention": default_convention().name,
            "latitudes": "geocentric" if options.geocentric else "geodetic, taken as geocentric",
        }
        if self._errors is not None:
            found["uncertainty_form"] = self._errors.form
        if self._weights is not None:
            found["filter_radius_km"] = options.radius_km
        return found

    def _filtered(self, anomalies: Coefficients) -> tuple[Coefficients, FloatArray | None]:
        """Return the coefficients after the filter, and what is left of it as weights by degree."""
        weights = None
        if "gaussian" in self._filter:
            weights = filters.gaussian(self._options.radius_km, anomalies.max_degree)
        if self._filter.startswith("destriped"):
            anomalies = filters.destripe(anomalies)
        if self._filter.startswith("DDK") and self._options.ddk_normals is not None:
            self.ddk = read_ddk(self._options.ddk_normals, int(self._filter[3:]), anomalies.max_degree)
            anomalies = self.ddk.apply(anomalies)
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
                sigma = None if self._errors is None else self._errors.at(lat, int(index))
                yield Month(grid, sigma)


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


def _notes_of(
    options: HarmonicOptions, candidates: Sequence[Path], facts: SeriesFacts, progress: Progress
) -> tuple[Path | None, Path | None]:
    """Return TN-13 and TN-14: those given, else those of the folder that belong to the series."""
    first, second = options.degree_1, options.c20_c30
    words: list[str] = []
    if first is None:
        first, words = choose_degree_1(candidates, facts.centre, facts.release)
    else:
        words = check_given(first, facts.centre, facts.release)
    if second is None:
        second, more = choose_c20_c30(candidates)
        words += more
    for word in words:
        progress.warn(word)
    return first, second


def _filter_to_apply(options: HarmonicOptions, facts: SeriesFacts, progress: Progress) -> str:
    """Return the filter to apply: none where the files went through one before."""
    if facts.applied_filter:
        if options.filter != "none":
            progress.warn(
                f"The files are filtered already ({facts.applied_filter}): FILTER = {options.filter} is not applied on "
                "top of that."
            )
        return "none"
    return options.filter


def _in_baseline(windows: FloatArray) -> BoolArray:
    middles = windows.mean(axis=1)
    return np.asarray((middles >= day_number(BASELINE[0])) & (middles < day_number(BASELINE[1])))
