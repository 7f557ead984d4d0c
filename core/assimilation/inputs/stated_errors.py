"""What files of gridded displacement say of their own errors, as the beginning of the estimate by likelihood.

The steps before measure how cells differ from one date to the next (``error_std_mm``), how far these differences are
alike (``error_correlation_length_km``), which part all cells share (``error_common_share``: the air at the reference
area), and how well stations tie the frame (``tie_std_mm``, ``tie_covariance``).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...files.handles import Dataset
from ...files.names import LOS_UP
from ...files.netcdf import open_dataset, read_float
from ...work.progress import Progress

_LEAST_MM = 0.3
"""Smaller errors of cells than this are not believed: the air over 25 km alone is more."""
_OWN_SHARE = 0.25
"""Part of the fading variance that a cell is given as its own to begin with: the files do not tell them apart."""
_LENGTHS_KM = (5.0, 500.0)


@dataclass(frozen=True)
class StatedErrors:
    """Errors of one frame as its file states them.

    Attributes
    ----------
    own_mm, air_mm, length_km : float
        Error of a cell: its own, and that of the air with its length; NaN where the file does not say.
    tie_mm : float
        Error common to all cells of a date; NaN where the file does not say.
    plane_mm : float
        Planes of a date per 100 km, where stations gave the frame its planes; NaN elsewhere.
    """

    own_mm: float
    air_mm: float
    length_km: float
    tie_mm: float
    plane_mm: float


def read_stated_errors(path: Path) -> StatedErrors:
    """Return what the file of a frame says of the errors of its cells and of its tie."""
    with open_dataset(path) as dataset:
        std = _number(dataset, "error_std_mm")
        common = _number(dataset, "error_common_share")
        common = min(max(common, 0.0), 1.0) if np.isfinite(common) else 0.0
        fading = max((1.0 - common) * std**2, _LEAST_MM**2) if std > 0 else np.nan
        length = float(np.clip(_number(dataset, "error_correlation_length_km"), *_LENGTHS_KM))
        tie, plane = _tie(dataset, common * std**2)
    return StatedErrors(
        float(np.sqrt(_OWN_SHARE * fading)), float(np.sqrt((1.0 - _OWN_SHARE) * fading)), length, tie, plane
    )


def stated_reference(path: Path, progress: Progress) -> str:
    """Return the reference that a file names; where it names none, nothing is known of the frame's common motion."""
    with open_dataset(path) as dataset:
        stated = str(getattr(dataset, "vertical_frame", ""))
    if not stated:
        progress.warn(
            f"{path} does not say what its displacement is relative to (attribute vertical_frame): its reference is "
            "taken as unknown. Give REFERENCE (absolute, tied or unknown) where you know it."
        )
    return "absolute" if stated.startswith("absolute") else "unknown"


def says_relative(path: Path | None) -> bool:
    """Return whether a file of displacement says of itself that nothing ties it."""
    if path is None:
        return False
    with open_dataset(path) as dataset:
        stated = str(getattr(dataset, "vertical_frame", ""))
    return bool(stated) and not stated.startswith("absolute")


def _tie(dataset: Dataset, common: float) -> tuple[float, float]:
    """Return the standard deviations in mm of the tie, and of planes per 100 km; `common` is the variance shared."""
    frame = str(getattr(dataset, "vertical_frame", ""))
    if not frame.startswith("absolute"):
        return np.nan, np.nan
    if not hasattr(dataset, "tie_std_mm"):
        formal = _number(dataset, "reference_up_std")
        variance = common + (formal**2 if np.isfinite(formal) else 0.0)
        return (float(np.sqrt(variance)) if variance > 0 else np.nan), np.nan
    # Stations take the air at the reference area away with the constant; both are along the line of sight.
    up = float(np.nanmean(read_float(dataset, LOS_UP))) if LOS_UP in dataset.variables else 1.0
    plane = np.nan
    if "tie_covariance" in dataset.variables:
        covariance = read_float(dataset, "tie_covariance")
        if covariance.shape[-1] == 3:
            slopes = covariance[:, 1, 1] + covariance[:, 2, 2]
            plane = float(100.0 * np.sqrt(np.nanmean(slopes) / 2.0) / up)
    return _number(dataset, "tie_std_mm") / up, plane


def _number(dataset: Dataset, name: str) -> float:
    value = float(getattr(dataset, name, np.nan))
    return value if np.isfinite(value) and value > 0 else float("nan")


def first_sizes(stated: tuple[StatedErrors, ...]) -> dict[str, float]:
    """Return the sizes, of those in :class:`~..priors.season_aware.Sizes`, with which the estimate begins.

    Parameters
    ----------
    stated : tuple of StatedErrors [frame]
        Of all frames; sizes are common to frames, and so their root mean squares are taken.
    """
    names = {
        "own_mm": "frame_own_mm",
        "air_mm": "frame_air_mm",
        "length_km": "frame_length_km",
        "tie_mm": "frame_tie_mm",
        "plane_mm": "frame_plane_mm",
    }
    sizes = {}
    for name, size in names.items():
        values = np.array([getattr(each, name) for each in stated], dtype=np.float64)
        values = values[np.isfinite(values)]
        if values.size:
            sizes[size] = float(np.sqrt(np.mean(values**2)))
    return sizes
