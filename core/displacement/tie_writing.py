"""Writing what ties a frame to stations into its file, and telling of it."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray
from ..files import netcdf
from ..files.handles import Dataset
from .station_tie import Tie, table_of

_TERMS = ("tie_constant", "tie_slope_east", "tie_slope_north")


def write_tie(target: Dataset, tie: Tie, origin: FloatArray) -> None:
    """Write constant and plane of every date, their covariance, and the stations' names and figures.

    A later step that uses the same stations can so count them once.

    Parameters
    ----------
    target : netCDF4.Dataset
        With a time axis.
    tie : Tie
        What was added along the line of sight.
    origin : array [2]
        Longitude and latitude where the plane is the constant.
    """
    n_terms = tie.terms.shape[1]
    for number in range(n_terms):
        units = "mm" if number == 0 else "mm km-1"
        words = "added along the line of sight to tie the frame to stations"
        netcdf.add_variable(target, _TERMS[number], ("time",), units, words, dtype="f8")[:] = tie.terms[:, number]
    if "tie_term" not in target.dimensions:
        target.createDimension("tie_term", n_terms)
    covariance = target.createVariable("tie_covariance", "f8", ("time", "tie_term", "tie_term"))
    covariance.long_name = "covariance of tie_constant, tie_slope_east and tie_slope_north"
    covariance.units = "mm2, mm2 km-1 and mm2 km-2"
    covariance[:] = tie.covariance
    target.setncatts(
        {
            "tie_stations": " ".join(tie.stations),
            "tie_terms": " ".join(_TERMS[:n_terms]),
            "tie_origin_lon": float(origin[0]),
            "tie_origin_lat": float(origin[1]),
            "tie_std_mm": float(np.sqrt(np.mean(tie.covariance[:, 0, 0]))),
            "tie_table": table_of(tie.figures),
        }
    )


def sentences_of(tie: Tie) -> list[str]:
    """Return what the user should know of a tie."""
    used = [figure for figure in tie.figures if figure.used]
    what = "constant and plane" if tie.terms.shape[1] > 1 else "constant"
    std = float(np.sqrt(np.mean(tie.covariance[:, 0, 0])))
    sentences = [
        f"The frame is tied by a {what} per date to {', '.join(figure.name for figure in used)}; the constant is known "
        f"to {std:.1f} mm along the line of sight."
    ]
    for figure in tie.figures:
        if not figure.used:
            sentences.append(
                f"Station {figure.name} contradicts the frame and the other stations ({figure.residual_mm:.0f} mm "
                "along the line of sight) and was left out."
            )
    odd = [figure for figure in used if len(used) > 1 and (figure.correlation < 0.3 or not 0.5 < figure.scale < 2.0)]
    for figure in odd:
        sentences.append(
            f"Station {figure.name} and the frame as the others tie it agree badly: correlation "
            f"{figure.correlation:.2f}, scale {figure.scale:.2f}, best with a lag of {figure.lag_days:.0f} days."
        )
    if len(used) == 1:
        sentences.append(
            "One station alone cannot be checked against the frame: its own motion becomes that of all cells."
        )
    return sentences
