"""Interferograms and finished products to gridded vertical displacement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .shared import PathLike, WarningProgress, made_options

if TYPE_CHECKING:
    from ..core.displacement.decomposition import DecompositionSummary
    from ..core.displacement.downsampling import DownsampleResult
    from ..core.displacement.importing import DisplacementSummary
    from ..core.insar.checking import CheckSummary
    from ..core.insar.import_options import ImportSummary
    from ..core.insar.inversion import InversionSummary


def import_interferograms(frame: PathLike, output: PathLike, **options: Any) -> ImportSummary:
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
    from ..core.insar.importing import ImportOptions
    from ..core.insar.importing import import_interferograms as step

    return step(Path(frame), Path(output), made_options(ImportOptions, options), WarningProgress())


def check_interferograms(stack: PathLike, output: PathLike, **options: Any) -> CheckSummary:
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
    from ..core.insar.checking import CheckOptions
    from ..core.insar.checking import check_interferograms as step

    return step(Path(stack), Path(output), made_options(CheckOptions, options), WarningProgress())


def invert_interferograms(
    stack: PathLike, output: PathLike, velocity: PathLike | None = None, **options: Any
) -> InversionSummary:
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
    from ..core.insar.inversion import InversionOptions, invert_stack

    target = None if velocity is None else Path(velocity)
    return invert_stack(Path(stack), Path(output), target, made_options(InversionOptions, options), WarningProgress())


def import_displacement(product: PathLike, output: PathLike, **options: Any) -> DisplacementSummary:
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
    from ..core.displacement.importing import DisplacementOptions
    from ..core.displacement.importing import import_displacement as step

    return step(Path(product), Path(output), made_options(DisplacementOptions, options), WarningProgress())


def decompose_los(
    ascending: PathLike, descending: PathLike, output: PathLike, max_gap_days: float = 36.0, unit: str = ""
) -> DecompositionSummary:
    """Solve the series of two tracks for vertical and east displacement (``decomposelos``).

    Parameters
    ----------
    ascending, descending : path
        Line-of-sight series.
    output : path
        Vertical and east displacement (.nc).
    max_gap_days : float
        Longest gap of the second track that is interpolated, days.
    unit : str
        Of both, where the files have none.

    Returns
    -------
    DecompositionSummary
        Numbers of dates and pixels.
    """
    from ..core.displacement.decomposition import decompose

    return decompose(Path(ascending), Path(descending), Path(output), max_gap_days, WarningProgress(), unit=unit)


def mask_downsample(series: PathLike, output: PathLike, **options: Any) -> DownsampleResult:
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
    from ..core.displacement.downsampling import DownsampleOptions, mask_and_downsample

    return mask_and_downsample(Path(series), Path(output), made_options(DownsampleOptions, options), WarningProgress())


def los_to_vertical(displacement: PathLike, output: PathLike, **options: Any) -> None:
    """Turn line-of-sight displacement into vertical displacement (``lostovertical``).

    Parameters
    ----------
    displacement, output : path
        Series or gridded displacement, and the same in the vertical (.nc).
    **options
        Fields of `core.displacement.vertical.VerticalOptions`: ``reference_series``, ``incidence_deg``, ...
    """
    from ..core.displacement.vertical import VerticalOptions
    from ..core.displacement.vertical import los_to_vertical as step

    step(Path(displacement), Path(output), made_options(VerticalOptions, options), WarningProgress())
