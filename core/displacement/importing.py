"""Step: a finished displacement product, whoever made it, to the series file or points of Groundswell."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of, day_number
from ..errors import InputError
from ..files import netcdf
from ..files.handles import Dataset
from ..files.names import LOS_UP
from ..files.recognition import LAYER, Recognised, recognise
from ..insar.frames.placement import Extent, place
from ..wording import number_of
from ..work.progress import Progress, SilentProgress
from .point_series import write_point_series
from .products import point_tables
from .products.dated_rasters import open_dated_rasters
from .products.licsbas import open_licsbas
from .products.meaning import Wanted
from .products.mintpy import GEOMETRY_NAMES, open_mintpy
from .products.model import LINE_OF_SIGHT, PointProduct, RasterProduct
from .products.opera import OperaOptions, open_opera
from .raster_series import write_raster_series

_LOSES_LOAD = ("ramp_removed", "height_trend_removed", "spatiotemporal_filter_removed", "long_wavelength_removed")


@dataclass(frozen=True)
class DisplacementOptions:
    """What to take from a product, and what its numbers mean where it does not say.

    Attributes
    ----------
    wanted : Wanted
        Unit, sign, component and wavelength as the user says.
    geometry : str
        Look vectors or an incidence angle in degrees, see :func:`~.looks.looks_of_geometry`; empty: the product's own.
    extent : (lon_min, lon_max, lat_min, lat_max), optional
        In degrees.
    start, end : date, optional
        Inclusive.
    multilook : int
        Pixels to average in each direction; a block needs half of them.
    reference_point : (lon, lat), optional
        Displacement becomes relative to the pixel there.
    crs : str
        Reference system of a table's or raster's coordinates, where it does not say.
    opera : OperaOptions
        What is subtracted from OPERA's granules, and how parts that nothing connects are tied.
    memory_mb : float
        Bound for what is in memory together, in MiB. Does not change the result.
    """

    wanted: Wanted = field(default_factory=Wanted)
    geometry: str = ""
    extent: Extent | None = None
    start: date | None = None
    end: date | None = None
    multilook: int = 1
    reference_point: tuple[float, float] | None = None
    crs: str = ""
    opera: OperaOptions = field(default_factory=OperaOptions)
    memory_mb: float = 1024.0

    def __post_init__(self) -> None:
        """Check the numbers."""
        if self.multilook < 1:
            raise InputError(f"MULTILOOK must be 1 or more, not {self.multilook}.")
        if not self.memory_mb > 0:
            raise InputError(f"MEMORY must be larger than 0 MB, not {self.memory_mb:g}.")
        if self.start and self.end and self.start > self.end:
            raise InputError(f"START {self.start} is later than END {self.end}.")


@dataclass(frozen=True)
class DisplacementSummary:
    """What an import did.

    Attributes
    ----------
    kind : str
        Name of the product.
    quantity : str
        ``displacement``, ``vertical_displacement`` or ``east_displacement``.
    points : bool
        Whether the file holds points and no grid.
    n_dates, n_places, n_with_data : int
        Dates; pixels or points; those with a series.
    """

    kind: str
    quantity: str
    points: bool
    n_dates: int
    n_places: int
    n_with_data: int


def import_displacement(
    source: Path, output: Path, options: DisplacementOptions | None = None, progress: Progress | None = None
) -> DisplacementSummary:
    """Write a finished displacement product as the file that the inversion of interferograms writes, or as points.

    Parameters
    ----------
    source : Path
        File or folder: OPERA DISP-S1 granules, EGMS tables, MintPy's or LiCSBAS's series, rasters named by dates,
        tables or layers of points with dates (``file.gpkg|layername=points``). It is recognised by its content.
    output : Path
        File to write.
    options : DisplacementOptions
        What to take.
    progress : Progress, optional
        Hears of progress and warnings.

    Raises
    ------
    InputError
        Where nothing knows the source, or it does not say what its numbers mean; names the parameter that says so.
    """
    options, progress = options or DisplacementOptions(), progress or SilentProgress()
    source, layer = Path(str(source).partition(LAYER)[0]), str(source).partition(LAYER)[2]
    found = recognise(source)
    if found is None or found.step != "importdisplacement" or found.parameter != "INPUT":
        what = "nothing that is known" if found is None else f"{found.title}, which {found.step} takes"
        raise InputError(
            f"{source} is {what}: expected OPERA DISP-S1 granules, EGMS tables, a series of MintPy or LiCSBAS, rasters "
            "named by dates (20190305 or 2019-03-05), or points with a field a date."
        )
    if found.note:
        progress.warn(found.note)
    with _opened(found, output, options, progress, layer) as product:
        for warning in product.warnings:
            progress.warn(warning)
        dates = _dates(product.days, options, source)
        _warn_of_removed(product, progress)
        parameters = _parameters(source, options)
        title = f"{product.kind}: {product.quantity.replace('_', ' ')}"
        with netcdf.create(Path(output), title, "importdisplacement", parameters, product.kind) as dataset:
            dataset.setncatts({**product.attributes, "product": product.kind})
            return _write(product, dates, dataset, source, options, progress=progress)


def _write(
    product: RasterProduct | PointProduct, dates: slice, dataset: Dataset, source: Path,
    options: DisplacementOptions, *, progress: Progress,
) -> DisplacementSummary:  # fmt: skip
    if isinstance(product, PointProduct):
        made = write_point_series(
            product, dates, dataset, extent=options.extent, geometry=options.geometry,
            reference_point=options.reference_point, progress=progress,
        )  # fmt: skip
        if options.multilook > 1:
            progress.warn("MULTILOOK says nothing of points.")
        n_dates, n_places, n_with_data, n_late = made.n_dates, made.n_points, made.n_with_data, made.n_late
    else:
        placement = place(product.grid, options.extent, options.multilook)
        written = write_raster_series(
            product, placement, dates, dataset, geometry=_geometry(product, source, options),
            reference_point=options.reference_point, memory_mb=options.memory_mb, progress=progress,
        )  # fmt: skip
        n_dates, n_places, n_with_data = written.n_dates, written.n_pixels, written.n_with_data
        n_late = written.n_late
        if written.n_with_gaps:
            model = options.opera.gap_model
            how = "only the first is kept" if model == "none" else f"they are tied by {model} motion"
            progress.warn(
                f"The series of {written.n_with_gaps} of {n_with_data} pixels has parts that nothing connects; {how} "
                "(GAP_MODEL)."
            )
    if not n_with_data:
        raise InputError("No pixel or point has a displacement in the area and period: widen EXTENT, START and END.")
    if n_late:
        progress.warn(
            f"{n_late} of {n_with_data} pixels or points have nothing at the first date: their series begin later, "
            "with 0 there."
        )
    if product.quantity == LINE_OF_SIGHT and LOS_UP not in dataset.variables:
        progress.warn(
            "Nothing says from where the satellite looked: give look vectors or an incidence angle as GEOMETRY, or the "
            "mean angle as INCIDENCE to Line of sight to vertical."
        )
    progress.report(1.0)
    return DisplacementSummary(
        product.kind, product.quantity, isinstance(product, PointProduct), n_dates, n_places, n_with_data=n_with_data
    )


@contextmanager
def _opened(
    found: Recognised, output: Path, options: DisplacementOptions, progress: Progress, layer: str = ""
) -> Iterator[RasterProduct | PointProduct]:
    """Give the product; what it reads from is closed in the end."""
    path, wanted = found.path, options.wanted
    with ExitStack() as stack:
        if found.kind == "opera":
            product, files = open_opera(path, wanted, options.opera)
            stack.callback(files.close)
            yield product
        elif found.kind == "licsbas":
            yield open_licsbas(stack.enter_context(netcdf.open_dataset(path)), path, wanted)
        elif found.kind == "mintpy":
            dataset = stack.enter_context(netcdf.open_dataset(path))
            yield open_mintpy(dataset, path, wanted, options.reference_point is not None)
        elif found.kind == "mintpy_several":
            raise InputError(f"{path} holds several series of MintPy: give one file as INPUT. {found.note}")
        elif found.kind == "dated_rasters":
            yield open_dated_rasters(path, wanted, options.crs)
        else:
            scratch = stack.enter_context(point_tables.scratch_folder(output))
            yield point_tables.open_points(
                path, found.kind, wanted, options.crs, scratch, progress=progress, layer=layer
            )


def _geometry(product: RasterProduct, source: Path, options: DisplacementOptions) -> str:
    """Return GEOMETRY, or the file with look vectors that lies beside a product without any."""
    if options.geometry or LOS_UP in product.layers or product.quantity != LINE_OF_SIGHT:
        return options.geometry
    return geometry_beside(source)


def geometry_beside(source: Path) -> str:
    """Return the geometry file of MintPy, or OPERA's look vectors, that lie where they usually do; '' for none."""
    folder = source if source.is_dir() else source.parent
    for name in GEOMETRY_NAMES:
        for place_of in (folder, folder.parent):
            if (place_of / name).is_file():
                return str(place_of / name)
    static = sorted(folder.glob("*los_enu*.tif"))
    return str(static[0]) if static else ""


def _dates(days: FloatArray, options: DisplacementOptions, source: Path) -> slice:
    """Return the dates from START to END.

    Raises
    ------
    InputError
        Where there are not two.
    """
    first = -math.inf if options.start is None else day_number(options.start)
    last = math.inf if options.end is None else day_number(options.end) + 1
    chosen = np.flatnonzero((days >= first) & (days < last))
    if chosen.size < 2:
        raise InputError(
            f"{source} has {number_of(chosen.size, 'date')} between START and END; its dates run from "
            f"{date_of(days[0])} to {date_of(days[-1])}. Choose a longer period."
        )
    return slice(int(chosen[0]), int(chosen[-1]) + 1)


def _warn_of_removed(product: RasterProduct | PointProduct, progress: Progress) -> None:
    """Say what was taken from the series before, and what that does to water."""
    for name in sorted(product.attributes):
        if not name.endswith("_removed"):
            continue
        what = f"{name[: -len('_removed')].replace('_', ' ')}: {product.attributes[name]}"
        sentence = f"Taken from the series before it came here - {what}."
        if name in _LOSES_LOAD:
            sentence += (
                " The load of water on a region bends the ground just as smoothly, and is taken away with it: storage "
                "from this series is too small."
            )
        progress.warn(sentence)


def _parameters(source: Path, options: DisplacementOptions) -> str:
    wanted = options.wanted
    named: list[tuple[str, object]] = [
        ("INPUT", source),
        ("GEOMETRY", options.geometry or None),
        ("UNIT", None if wanted.unit == "file" else wanted.unit),
        ("SIGN", None if wanted.sign == "file" else wanted.sign),
        ("COMPONENT", None if wanted.component == "file" else wanted.component),
        ("WAVELENGTH", wanted.wavelength_m if math.isfinite(wanted.wavelength_m) else None),
        ("EXTENT", options.extent),
        ("START", options.start),
        ("END", options.end),
        ("MULTILOOK", options.multilook),
        ("REFERENCE_POINT", options.reference_point),
    ]
    return ", ".join(f"{name}={value}" for name, value in named if value is not None)
