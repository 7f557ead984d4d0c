"""The steps of the chain as Python functions: paths or arrays in, results out, no QGIS.

``import groundswell`` offers these functions by name; each is the algorithm of the toolbox with the same name and
defaults. Keyword options are those of the step's options class, which each function names. What a user must know
comes as a :class:`GroundswellWarning`, errors as :class:`groundswell.core.errors.GroundswellError`.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from .core.example.study_area import StudyArea
    from .core.extraction.points import PointSeries

PathLike = Union[str, Path]

__all__ = [
    "GroundswellWarning",
    "Series",
    "assimilate",
    "check_interferograms",
    "compare_grace",
    "create_example",
    "extract_series",
    "forward_model",
    "import_displacement",
    "import_gnss",
    "import_grace",
    "import_interferograms",
    "import_storage",
    "invert_interferograms",
    "load_response",
    "los_to_vertical",
    "mask_downsample",
    "read_series",
]


class GroundswellWarning(UserWarning):
    """What a run says that does not stop it, as in QGIS's log."""


class _Warning:
    """Progress of a script: silent, with warnings as Python's."""

    def report(self, fraction: float, message: str = "") -> None:
        """Say nothing."""

    def warn(self, message: str) -> None:
        """Warn."""
        warnings.warn(message, GroundswellWarning, stacklevel=4)

    def cancelled(self) -> bool:
        """Return False: a script is stopped by Ctrl-C."""
        return False


@dataclass(frozen=True)
class Series:
    """A variable of a file along time.

    Attributes
    ----------
    dates : datetime64 array [time]
        Of the values.
    values : array [[member,] time, y, x]
        In `unit`; NaN is missing.
    lon, lat : array [y, x]
        Centres of the cells, degrees.
    unit : str
        Of the values.
    """

    dates: npt.NDArray[np.datetime64]
    values: npt.NDArray[np.float64]
    lon: npt.NDArray[np.float64]
    lat: npt.NDArray[np.float64]
    unit: str


def create_example(folder: PathLike, preset: str = "small", seed: int | None = None) -> StudyArea:
    """Make the synthetic study area with known truth (``createexample``).

    Parameters
    ----------
    folder : path
        New or empty.
    preset : str
        ``tiny``, ``small`` or ``paper``.
    seed : int, optional
        Of all random numbers.

    Returns
    -------
    StudyArea
        Paths of its files, place of the reference.
    """
    from .core.example.create import create_example as step
    from .core.example.presets import DEFAULT_SEED

    return step(Path(folder), preset, DEFAULT_SEED if seed is None else seed, _Warning())


def import_interferograms(frame: PathLike, output: PathLike, **options: Any) -> Any:
    """Read a folder of interferograms into a stack (``importinterferograms``).

    Parameters
    ----------
    frame : path
        Folder of a frame in any layout that the step knows.
    output : path
        Stack (.nc).
    **options
        Fields of `core.insar.importing.ImportOptions`: ``corrections``, ``extent``, ``start``, ``end``, ...

    Returns
    -------
    ImportSummary
        Numbers of pairs and dates, what was skipped and why.
    """
    from .core.insar.importing import ImportOptions
    from .core.insar.importing import import_interferograms as step

    return step(Path(frame), Path(output), _made(ImportOptions, options), _Warning())


def check_interferograms(stack: PathLike, output: PathLike, **options: Any) -> Any:
    """Check coherence, coverage and loops, and choose the reference area (``checkinterferograms``).

    Parameters
    ----------
    stack, output : path
        Stack, and the stack with flags.
    **options
        Fields of `core.insar.checking.CheckOptions`: ``reference`` (longitude, latitude), ``min_coherence``, ...

    Returns
    -------
    CheckSummary
        What was rejected.
    """
    from .core.insar.checking import CheckOptions
    from .core.insar.checking import check_interferograms as step

    return step(Path(stack), Path(output), _made(CheckOptions, options), _Warning())


def invert_interferograms(stack: PathLike, output: PathLike, velocity: PathLike | None = None, **options: Any) -> Any:
    """Invert a checked stack to displacement series (``invertinterferograms``).

    Parameters
    ----------
    stack, output : path
        Checked stack, and series (.nc).
    velocity : path, optional
        Map of the velocity (.tif).
    **options
        Fields of `core.insar.inversion.InversionOptions`: ``weighting``, ``gap_model``, ``memory_mb``, ...

    Returns
    -------
    InversionSummary
        What was solved.
    """
    from .core.insar.inversion import InversionOptions, invert_stack

    target = None if velocity is None else Path(velocity)
    return invert_stack(Path(stack), Path(output), target, _made(InversionOptions, options), _Warning())


def import_displacement(product: PathLike, output: PathLike, **options: Any) -> Any:
    """Read a finished displacement product (``importdisplacement``).

    Parameters
    ----------
    product : path
        File or folder, recognised by its content.
    output : path
        Series or points (.nc).
    **options
        Fields of `core.displacement.importing.DisplacementOptions`.

    Returns
    -------
    DisplacementSummary
        Product, dates, places.
    """
    from .core.displacement.importing import DisplacementOptions
    from .core.displacement.importing import import_displacement as step

    return step(Path(product), Path(output), _made(DisplacementOptions, options), _Warning())


def mask_downsample(series: PathLike, output: PathLike, **options: Any) -> Any:
    """Mask fast pixels and average a series over EASE-Grid cells (``maskdownsample``).

    Parameters
    ----------
    series, output : path
        Displacement series, and gridded displacement (.nc).
    **options
        Fields of `core.displacement.downsampling.DownsampleOptions`: ``max_velocity_mm_yr``, ``grid``, ...

    Returns
    -------
    DownsampleResult
        Numbers of cells and pixels.
    """
    from .core.displacement.downsampling import DownsampleOptions, mask_and_downsample

    return mask_and_downsample(Path(series), Path(output), _made(DownsampleOptions, options), _Warning())


def los_to_vertical(displacement: PathLike, output: PathLike, **options: Any) -> None:
    """Turn line-of-sight displacement into vertical displacement (``lostovertical``).

    Parameters
    ----------
    displacement, output : path
        Series or gridded displacement, and the same in the vertical (.nc).
    **options
        Fields of `core.displacement.vertical.VerticalOptions`: ``reference_series``, ``incidence_deg``, ...
    """
    from .core.displacement.vertical import VerticalOptions
    from .core.displacement.vertical import los_to_vertical as step

    step(Path(displacement), Path(output), _made(VerticalOptions, options), _Warning())


def import_storage(files: PathLike | Sequence[PathLike], output: PathLike, **options: Any) -> Any:
    """Read the storage of a land model (``importstorage``).

    Parameters
    ----------
    files : path or sequence of paths
        Files or folders.
    output : path
        Storage (.nc).
    **options
        Fields of `core.land.importing.StorageOptions`: ``variable``, ``unit``, ``extent``, ...

    Returns
    -------
    StorageSummary
        Number of times.
    """
    from .core.land.importing import StorageOptions
    from .core.land.importing import import_storage as step

    return step(_paths(files), Path(output), _made(StorageOptions, options), _Warning())


def import_gnss(files: PathLike | Sequence[PathLike], output: PathLike, **options: Any) -> Any:
    """Read height series of GNSS stations (``importgnss``).

    Parameters
    ----------
    files : path or sequence of paths
        Files or folders, of any centre.
    output : path
        Stations (.nc).
    **options
        Fields of `core.gnss.importing.GnssOptions`: ``mean_days``, ``epochs``, ``extent``, ...

    Returns
    -------
    GnssSummary
        Stations and what was corrected.
    """
    from .core.gnss.importing import GnssOptions
    from .core.gnss.importing import import_gnss as step

    return step(_paths(files), Path(output), _made(GnssOptions, options), _Warning())


def import_grace(product: PathLike, output: PathLike, **options: Any) -> Any:
    """Read a GRACE product (``importgrace``).

    Parameters
    ----------
    product : path
        Mascon file, grids, or folder of harmonics.
    output : path
        Storage (.nc).
    **options
        Fields of `core.grace.importing.GraceOptions`: ``extent``, ``start``, ``end``, ``read``, ...

    Returns
    -------
    GraceSummary
        Number of months.
    """
    from .core.grace.importing import GraceOptions
    from .core.grace.importing import import_grace as step

    return step(Path(product), Path(output), _made(GraceOptions, options), _Warning())


def forward_model(storage: PathLike, output: PathLike, **options: Any) -> None:
    """Compute the vertical displacement that a load causes (``forwardmodel``).

    Parameters
    ----------
    storage, output : path
        Storage or pressure, and vertical displacement (.nc).
    **options
        Fields of `core.loading.forward.ForwardOptions`: ``earth_model``, ``frame``, ``points``, ...
    """
    from .core.loading.forward import ForwardOptions
    from .core.loading.forward import forward_model as step

    step(Path(storage), Path(output), _made(ForwardOptions, options), _Warning())


def load_response(
    radius_km: float, distance_km: npt.ArrayLike | None = None, earth_model: str = "PREM"
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the vertical displacement by a disk of one metre of water (``loadresponse``).

    Parameters
    ----------
    radius_km : float
        Of the disk.
    distance_km : array [distance], optional
        From its centre; 0 to ten radii where not given.
    earth_model : str
        ``PREM`` or ``ak135``.

    Returns
    -------
    distance_km, displacement_mm : array [distance]
        Up positive, mm per metre of water.
    """
    import numpy as np

    from .core.loading import love_numbers
    from .core.loading.disk import vertical_response

    where = np.linspace(0.0, 10.0 * radius_km, 201) if distance_km is None else np.asarray(distance_km, np.float64)
    return where, vertical_response(1e3 * where, 1e3 * radius_km, love_numbers.load(earth_model))


def assimilate(
    storage: PathLike,
    output: PathLike,
    observations: PathLike | None = None,
    stations: PathLike | None = None,
    *,
    report: PathLike | None = None,
    **options: Any,
) -> Any:
    """Correct modelled storage by displacement, stations and GRACE (``assimilate``).

    Parameters
    ----------
    storage : path
        A single series or members, from `import_storage`.
    output : path
        Analysis (.nc): ``tws_open_loop``, ``tws_analysis``, ``tws_analysis_std``.
    observations : path, optional
        Gridded vertical displacement.
    stations : path, optional
        From `import_gnss`.
    report : path, optional
        Page with the verdict (.html).
    **options
        ``method`` (``auto``) and other fields of `core.assimilation.options.AssimilationOptions`; ``grace``,
        ``withhold`` and other fields of `core.assimilation.exact_options.BestOptions`.

    Returns
    -------
    AssimilationResult or BestResult
        Numbers of epochs, innovations; with ``auto`` the verdict.
    """
    from .core.assimilation.exact_options import BestOptions
    from .core.assimilation.options import AssimilationOptions
    from .core.assimilation.run import assimilate as step

    options.setdefault("method", "auto")
    own = {field.name for field in fields(BestOptions)}
    best = _made(BestOptions, {name: value for name, value in options.items() if name in own})
    shared = {name: value for name, value in options.items() if name not in own or name == "station_error_mm"}
    progress = _Warning()
    made = step(
        Path(storage),
        None if observations is None else Path(observations),
        Path(output),
        _made(AssimilationOptions, shared),
        progress,
        stations=None if stations is None else Path(stations),
        best=best,
    )
    if report is not None:
        from .core.report.analysis_report import write_analysis_report

        write_analysis_report(Path(output), Path(report), [])
    return made


def compare_grace(
    analysis: PathLike, grace: PathLike, output: PathLike, table: PathLike | None = None, **options: Any
) -> Any:
    """Compare open loop and analysis with GRACE (``comparegrace``).

    Parameters
    ----------
    analysis, grace : path
        From `assimilate` and `import_grace`.
    output : path
        Maps (.nc).
    table : path, optional
        Statistics (.csv).
    **options
        Fields of `core.grace.comparison.CompareOptions`: ``region``, ``periods``, ...

    Returns
    -------
    Comparison
        Rows of the table, and warnings.
    """
    from .core.grace.comparison import CompareOptions
    from .core.grace.comparison import compare_grace as step

    target = None if table is None else Path(table)
    return step(Path(analysis), Path(grace), Path(output), target, _made(CompareOptions, options), _Warning())


def extract_series(
    path: PathLike, points: Sequence[tuple[str, float, float]], output: PathLike, unit: str = ""
) -> list[PointSeries]:
    """Extract the series of a file at points (``extractseries``).

    Parameters
    ----------
    path : path
        Any file of the chain with a time axis.
    points : sequence of (name, longitude, latitude)
        Degrees.
    output : path
        Table (.csv).
    unit : str
        Where the file has none.

    Returns
    -------
    list of PointSeries
        The main quantity at each point inside.
    """
    from .core.extraction.points import extract_series as step

    return step(Path(path), list(points), Path(output), _Warning(), unit)


def read_series(path: PathLike, variable: str, unit: str = "") -> Series:
    """Read a variable of a file of the chain as arrays.

    Parameters
    ----------
    path : path
        Series, gridded displacement, storage, GRACE or analysis.
    variable : str
        Such as ``tws_analysis``.
    unit : str
        Where the file has none.

    Returns
    -------
    Series
        Dates, values in the unit of the chain (mm), places.
    """
    from .core.dates import to_datetime64
    from .core.files import netcdf

    with netcdf.open_chain_file(Path(path), [variable], unit, _Warning().warn) as dataset:
        lon, lat = netcdf.read_grid(dataset).lon_lat()
        values = netcdf.read_float(dataset, variable)
        return Series(to_datetime64(netcdf.read_days(dataset)), values, lon, lat, str(dataset[variable].units))


def _made(kind: Any, options: dict[str, Any]) -> Any:
    """Return the options of a step; a name that it does not have is an error that lists those it has."""
    known = [field.name for field in fields(kind)]
    unknown = sorted(set(options) - set(known))
    if unknown:
        raise TypeError(f"{', '.join(unknown)}: no such option; there are {', '.join(known)}")
    return kind(**options)


def _paths(files: PathLike | Sequence[PathLike]) -> list[Path]:
    return [Path(files)] if isinstance(files, (str, Path)) else [Path(one) for one in files]
