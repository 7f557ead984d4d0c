"""Taking a trend, or what the spatio-temporal filter finds, from a whole series, and telling of it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...files import netcdf
from ...files.handles import Dataset
from ...files.raster import RasterGrid
from ...grid.reference_pixels import ReferencePixels
from ...wording import number_of
from ...work.progress import PartOf, Progress
from ..solver.band import Float64
from .height_errors import HeightErrorRemover
from .series_filter import Filter, SeriesFilter
from .series_rewriting import Fit, rewrite
from .trends import Trend, TrendRemover


def remove_trend(
    dataset: Dataset, grid: RasterGrid, trend: Trend, reference: ReferencePixels, fit: Fit, *, progress: Progress
) -> npt.NDArray[np.float32]:
    """Take a trend from a series and fit its motion again.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Series file that is being written; ``trend_removed`` is put among its attributes.
    grid : RasterGrid
        Of the series.
    trend : Trend
        What to remove.
    reference : ReferencePixels
        The result is relative to their mean.
    fit : function
        As for :func:`~.series_rewriting.rewrite`.
    progress : Progress
        Hears of progress, of what it means for water, and of pixels that are lost.

    Returns
    -------
    array [row, column]
        Velocity.
    """
    remover = TrendRemover(dataset, grid, trend, PartOf(progress, 0.0, 0.5))
    velocity, size, n_lost = rewrite(dataset, grid, remover, reference, fit, progress=PartOf(progress, 0.5, 1.0))
    dataset.setncatts({"ramp_removed": trend.ramp, "height_trend_removed": np.int32(trend.height)})
    dataset.trend_removed = f"{trend}, fitted to every date; {size}"
    progress.warn(
        f"A trend over the whole frame was removed from every date ({size}), and with it the motion that a regional "
        "load causes: do not go on to water storage with this series."
    )
    if n_lost:
        progress.warn(
            f"{number_of(n_lost, 'pixel has', 'pixels have')} a series, but no height, without which HEIGHT_TREND "
            "cannot be removed, and so no result."
        )
    return velocity


def remove_height_error(
    dataset: Dataset,
    grid: RasterGrid,
    remover: HeightErrorRemover,
    reference: ReferencePixels,
    fit: Fit,
    *,
    progress: Progress,
) -> npt.NDArray[np.float32]:
    """Take what follows the baselines from a series and fit its motion again.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Series file that is being written; gets ``dem_error``, and ``dem_error_removed`` among its attributes.
    grid : RasterGrid
        Of the series.
    remover : HeightErrorRemover
        What to remove.
    reference : ReferencePixels
        The result is relative to their mean.
    fit : function
        As for :func:`~.series_rewriting.rewrite`.
    progress : Progress
        Hears of progress, and of pixels from which nothing was removed.

    Returns
    -------
    array [row, column]
        Velocity.
    """

    def motion(series: Float64) -> dict[str, Any]:
        """Fit without ``velocity_std``: that of independent dates would not know the network's walk, which stays."""
        return {name: values for name, values in fit(series).items() if name != "velocity_std"}

    velocity, size, _ = rewrite(dataset, grid, remover, reference, motion, progress=progress)
    words = "displacement per 100 m of perpendicular baseline by which a wrong height shows"
    netcdf.add_variable(dataset, "dem_error", ("y", "x"), "mm", words)[:] = remover.found
    dataset.dem_error_removed = f"what follows the perpendicular baselines; {size}"
    progress.report(1.0, f"The errors of the heights, removed: {size}.")
    n_kept = int(np.count_nonzero(np.isfinite(velocity) & np.isnan(remover.found)))
    if n_kept:
        progress.warn(
            f"From {number_of(n_kept, 'pixel', 'pixels')} no error of the height was removed: their network falls "
            "into parts, the dates are too few, or their baselines change as the motion does. Cell means mix them with "
            "the others."
        )
    return velocity


def filter_series(
    dataset: Dataset,
    grid: RasterGrid,
    days: Float64,
    options: Filter,
    reference: ReferencePixels,
    *,
    fit: Fit,
    folder: Path,
    progress: Progress,
) -> npt.NDArray[np.float32]:
    """Take what the spatio-temporal filter finds from a series and fit its motion again.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Series file that is being written; ``spatiotemporal_filter_removed`` is put among its attributes.
    grid : RasterGrid
        Of the series.
    days : array [date]
        Of the series.
    options : Filter
        Widths.
    reference : ReferencePixels
        The result is relative to their mean.
    fit : function
        As for :func:`~.series_rewriting.rewrite`.
    folder : Path
        For a scratch file as large as the uncompressed series.
    progress : Progress
        Hears of progress, and of what it means for water.

    Returns
    -------
    array [row, column]
        Velocity.
    """
    with tempfile.TemporaryFile(dir=folder) as scratch:
        found = SeriesFilter(dataset, grid, days, options, scratch, progress=PartOf(progress, 0.0, 0.8))
        velocity, size, _ = rewrite(dataset, grid, found, reference, fit, progress=PartOf(progress, 0.8, 1.0))
    width = options.width_days(days)
    dataset.spatiotemporal_filter_removed = (
        f"Gaussian high pass in time of {width:.4g} days, Gaussian low pass in space of {options.km:.4g} km (standard "
        f"deviations); {size}"
    )
    progress.warn(
        f"The spatio-temporal filter removed what is smooth over {options.km:.4g} km and changes within some "
        f"{width:.4g} days ({size}), and with it the fast part of the motion that a regional load causes: do not go "
        "on to water storage with this series."
    )
    return velocity
