"""Season check before all else: how large and how late the season of each kind of data is against the model's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ...dates import DAYS_PER_YEAR
from ..algebra.data_space import Solved
from ..priors.covariance import DataCovariance
from ..priors.season_aware import Sizes

_LEAST, _MOST = 0.3, 3.0  # of the factor
_LATEST_DAYS = 60.0
_OPPOSITE_DAYS = 150.0  # of a lag that is nearly half a year: a turned sign
_TELLS = 0.45  # standard deviation of the factor above which nothing can be said
_CENTIMETRES, _METRES = 0.25, 0.01  # of the data's scatter over what the model lets expect
_TENFOLD = 3.0
_DEVIATIONS = 2.0


@dataclass(frozen=True)
class SeasonCheck:
    """The season of one kind of data over the model's.

    Attributes
    ----------
    name : str
        Of the kind.
    factor, factor_std : float
        Of the season's size.
    lag_days, lag_std : float
        By which the data are later than the model.
    cause : str
        What is likely wrong; empty where the data can be used.
    """

    name: str
    factor: float
    factor_std: float
    lag_days: float
    lag_std: float
    cause: str

    @property
    def tells(self) -> bool:
        """True where the data can tell the season at all."""
        return _tells(self.factor, self.factor_std)

    @property
    def mistimed(self) -> bool:
        """True where the season comes at another time of the year than water's, or with the sign turned."""
        return bool(self.cause) and abs(self.lag_days) - self.lag_std > _LATEST_DAYS

    def in_words(self) -> str:
        """Return the check as a sentence."""
        if not self.tells:
            spread = f"factor {self.factor:.2f} ± {self.factor_std:.2f}"
            return f"Season of {self.name}: the data alone cannot tell it ({spread})."
        return (
            f"Season of {self.name} over the model's: factor {self.factor:.2f} ± {self.factor_std:.2f}, "
            f"{abs(self.lag_days):.0f} ± {self.lag_std:.0f} days {'late' if self.lag_days >= 0 else 'early'}."
        )

    def warning(self, used: bool) -> str:
        """Return what to say of data that fail the check."""
        what = "They are used all the same (USE_SUSPECT)." if used else "They are not used; USE_SUSPECT uses them."
        return f"{self.in_words()} That is no season of water: {self.cause} {what}"


def check_season(
    name: str, covariance: DataCovariance, sizes: Sizes, observed: FloatArray, predicted: FloatArray
) -> SeasonCheck:
    """Fit factor and shift of the model's season to data by generalized least squares.

    Parameters
    ----------
    name : str
        Of the kind of data.
    covariance : DataCovariance
        Of rows of this kind alone.
    sizes : Sizes
        Of prior and errors.
    observed, predicted : array [block, point]
        Of the same points, for the size of their scatter.
    """
    rows = covariance.rows
    season, shift = covariance.season_columns()
    without = sizes.changed_to(season_common=0.0, shift_common=0.0)
    solved = Solved.of(covariance.total(without), np.column_stack([rows.values[:, 0] + season, season, shift]))
    design, weighted = solved.values[:, 1:], solved.weights
    normal = design.T @ weighted[:, 1:]
    right = design.T @ weighted[:, 0]
    factor, rate = np.linalg.solve(normal, right)
    misfit = float(solved.values[:, 0] @ weighted[:, 0] - right @ np.array([factor, rate]))
    scale = max(1.0, misfit / max(1, rows.size - 2))
    errors = np.linalg.inv(normal) * scale
    speed = 2 * np.pi / DAYS_PER_YEAR
    size = float(np.hypot(factor, speed * rate))
    lag = float(-np.arctan2(speed * rate, factor) / speed)
    toward = np.array([factor, speed**2 * rate]) / max(size, 1e-9)
    turn = np.array([rate, -factor]) / max(size, 1e-9) ** 2
    std, lag_std = (float(np.sqrt(one @ errors @ one)) for one in (toward, turn))
    scatter = _scatter(observed) / max(_scatter(predicted), 1e-12)
    cause = _cause(size, std, lag, lag_std, scatter) if _tells(size, std) else ""
    return SeasonCheck(name, size, std, lag, min(lag_std, DAYS_PER_YEAR / 2), cause=cause)


def _tells(factor: float, std: float) -> bool:
    """Return whether a factor is known well enough to judge data by: of a large one, relative to itself."""
    return std <= _TELLS * max(1.0, factor)


def _scatter(values: FloatArray) -> float:
    """Return the robust standard deviation of values [block, point] about each point's median."""
    with np.errstate(invalid="ignore"):
        departures = values - np.nanmedian(values, axis=0)
    known = np.abs(departures[np.isfinite(departures)])
    return 1.4826 * float(np.median(known)) if known.size else 0.0


def _cause(factor: float, std: float, lag: float, lag_std: float, scatter: float) -> str:
    if scatter < _METRES:
        return "the data are a thousand times too small: metres taken for millimetres (UNIT)?"
    if scatter < _CENTIMETRES:
        return "the data are ten times too small: centimetres taken for millimetres (UNIT)?"
    mistimed = abs(lag) - lag_std > _LATEST_DAYS
    if factor > _TENFOLD + _DEVIATIONS * std and scatter > _TENFOLD and not mistimed:
        return "the data are some ten times too large: a unit or scale factor applied twice (UNIT, x10)?"
    if factor + _DEVIATIONS * std < _LEAST or factor < max(_LEAST, _DEVIATIONS * std):
        return "it shows no season of the model's: dates shuffled or belonging to other data, or noise only?"
    if abs(lag) > _OPPOSITE_DAYS - 10 and mistimed:
        return "it goes down where it should go up: is the sign turned (SIGN), or are the dates shifted by months?"
    if mistimed:
        return "it comes at another time of the year: are the dates shifted, or does an aquifer move the ground?"
    return ""
