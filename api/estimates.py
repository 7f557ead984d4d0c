"""Storage from displacement, with a land model and without, and its comparison with GRACE."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .shared import PathLike, WarningProgress, made_options

if TYPE_CHECKING:
    from ..core.assimilation.exact_run import BestResult
    from ..core.assimilation.run import AssimilationResult
    from ..core.grace.comparison import Comparison
    from ..core.inversion.run import InversionResult


def assimilate(
    storage: PathLike,
    output: PathLike,
    observations: PathLike | None = None,
    stations: PathLike | None = None,
    *,
    report: PathLike | None = None,
    **options: Any,
) -> AssimilationResult | BestResult:
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
    from ..core.assimilation.exact_options import BestOptions
    from ..core.assimilation.options import AssimilationOptions
    from ..core.assimilation.run import assimilate as step

    options.setdefault("method", "auto")
    own = {field.name for field in fields(BestOptions)}
    best = made_options(BestOptions, {name: value for name, value in options.items() if name in own})
    shared = {name: value for name, value in options.items() if name not in own or name == "station_error_mm"}
    progress = WarningProgress()
    made = step(
        Path(storage),
        None if observations is None else Path(observations),
        Path(output),
        made_options(AssimilationOptions, shared),
        progress,
        stations=None if stations is None else Path(stations),
        best=best,
    )
    if report is not None:
        from ..core.report.analysis_report import write_analysis_report

        write_analysis_report(Path(output), Path(report), [])
    return made


def invert_displacement(
    output: PathLike,
    observations: PathLike | None = None,
    stations: PathLike | None = None,
    *,
    background: PathLike | None = None,
    grace: PathLike | None = None,
    region: PathLike | None = None,
    land: PathLike | None = None,
    table: PathLike | None = None,
    **options: Any,
) -> InversionResult:
    """Invert displacement to storage without a land model (``invertdisplacement``).

    Parameters
    ----------
    output : path
        Storage, its standard deviation and what is resolved (.nc).
    observations : path, optional
        Gridded vertical displacement.
    stations : path, optional
        From `import_gnss`; at least one of the two is needed.
    background : path, optional
        Storage outside the window.
    grace : path, optional
        From `import_grace`, as data at its own scale.
    region, land : path, optional
        Polygons of the area whose mean is wanted; polygons or a raster of land.
    table : path, optional
        A row for each station and frame (.csv).
    **options
        Fields of `core.inversion.options.StorageInversionOptions`.

    Returns
    -------
    InversionResult
        Degrees of freedom, misfit, the likeliest prior, the resolved scale.
    """
    from ..core.inversion.options import InversionInputs, StorageInversionOptions
    from ..core.inversion.run import invert_displacement as step

    files = {"observations": observations, "stations": stations, "background": background, "grace": grace}
    files.update(region=region, land=land)
    inputs = InversionInputs(**{name: Path(path) for name, path in files.items() if path is not None})
    target = None if table is None else Path(table)
    return step(inputs, Path(output), made_options(StorageInversionOptions, options), WarningProgress(), target)


def compare_grace(
    analysis: PathLike, grace: PathLike, output: PathLike, table: PathLike | None = None, **options: Any
) -> Comparison:
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
    from ..core.grace.comparison import CompareOptions
    from ..core.grace.comparison import compare_grace as step

    target = None if table is None else Path(table)
    chosen = made_options(CompareOptions, options)
    return step(Path(analysis), Path(grace), Path(output), target, chosen, progress=WarningProgress())
