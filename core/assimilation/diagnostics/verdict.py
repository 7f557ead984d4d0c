"""Did the data help, by how much, and with which evidence: in words, and as figures of the file."""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ...files.handles import Dataset
from ..information.season_check import SeasonCheck
from ..priors.season_aware import Sizes
from .placebo import COLUMNS
from .withheld import Withheld

_HELPS = 0.95  # of the misfit to what was left out, analysis over open loop
_RELIABLE = (0.5, 2.0)  # of the mean square misfit over the expected one
_BEATS = 0.05  # by which the ratio must be below that of each placebo
_PERSISTENT = 0.5


@dataclass(frozen=True)
class Verdict:
    """What a run found of itself.

    Attributes
    ----------
    checks : tuple of SeasonCheck
        By kinds of data.
    stations, months : Withheld
        Left-out stations, and months of GRACE.
    expected_before, expected_after : float
        Standard deviation (mm) of the error of the region's mean, given what the data changed.
    reliability : float
        Mean square of the data over their expected variance.
    persistence : float
        Correlation of left-out stations' innovations with those of the time before; NaN where none was left out.
    log_likelihood : array [column]
        Of the data and of placebos.
    sizes : Sizes
        Of prior and errors.
    unused : bool
        Nothing was corrected: the data cannot constrain the storage.
    """

    checks: tuple[SeasonCheck, ...]
    stations: Withheld
    months: Withheld
    expected_before: float
    expected_after: float
    reliability: float
    persistence: float
    log_likelihood: FloatArray
    sizes: Sizes
    unused: bool

    @property
    def expected_ratio(self) -> float:
        """Expected standard deviation of the region's mean, after over before."""
        return self.expected_after / self.expected_before if self.expected_before > 0 else 1.0

    @property
    def evidence(self) -> tuple[str, FloatArray] | None:
        """Kind of what was left out, and the misfit's ratio by the data and by placebos [column]."""
        if self.months.names:
            return "months of GRACE that were withheld", self.months.ratio
        if len(self.stations.names) > 1:
            return f"each of {len(self.stations.names)} stations by all other data", self.stations.ratio
        return None

    def headline(self) -> str:
        """Return the verdict in one or two sentences."""
        expected = (
            f"Expected: the error of the region's mean goes from {self.expected_before:.0f} to "
            f"{self.expected_after:.0f} mm (ratio {self.expected_ratio:.2f})."
        )
        if self.unused:
            return (
                "The displacement was not used: these data cannot constrain the storage (ratio "
                f"{self.expected_ratio:.2f}). The analysis is the open loop. A tie of the frame to GNSS, stations or "
                "GRACE would make a difference."
            )
        if self.evidence is None:
            return f"Nothing could be withheld, so that no evidence says whether the data helped. {expected}"
        kind, ratio = self.evidence
        best = float(np.nanmin(ratio[1:]))
        if ratio[0] > _HELPS:
            said = f"The data did not help: {kind}, the misfit is {ratio[0]:.2f} of the open loop's."
        elif ratio[0] < best - _BEATS:
            said = (
                f"The data helped: {kind}, the misfit is {ratio[0]:.2f} of the open loop's; the best placebo "
                f"(displacement that holds nothing) reaches {best:.2f}."
            )
        else:
            said = (
                f"The gain does not survive the placebo: {kind}, the misfit is {ratio[0]:.2f} of the open loop's, and "
                f"{best:.2f} with displacement that holds nothing."
            )
        return f"{said} {expected}"

    def warnings(self) -> list[str]:
        """Return what speaks against the run."""
        found = []
        low, high = _RELIABLE
        if not self.unused and not low <= self.reliability <= high:
            word = "larger" if self.reliability > high else "smaller"
            found.append(
                f"Reliability {self.reliability:.2g}: the data depart from the model {word} than the errors allow "
                "(right: 1). Look at units and gross values, or at sizes that were set."
            )
        if self.persistence > _PERSISTENT:
            found.append(
                f"Persistence {self.persistence:.2f}: what all other data foretell of a station is off in the same "
                "sense for months. Motion of the stations that is no load, or a shorter PRIOR_CORRELATION_LENGTH."
            )
        evidence = self.evidence
        if evidence is not None and not self.unused:
            ratio = evidence[1]
            if ratio[0] > _HELPS or ratio[0] > float(np.nanmin(ratio[1:])) - _BEATS:
                found.append(self.headline())
        return found

    def write(self, dataset: Dataset) -> None:
        """Write the figures as attributes."""
        placebos = {
            name: {
                "withheld_stations": _number(self.stations.ratio[column]),
                "withheld_grace": _number(self.months.ratio[column]),
                "log_likelihood": round(float(self.log_likelihood[column]), 2),
            }
            for column, name in enumerate(COLUMNS)
        }
        checks = [
            {
                "data": check.name,
                "factor": round(check.factor, 3),
                "factor_std": round(check.factor_std, 3),
                "lag_days": round(check.lag_days, 1),
                "lag_std_days": round(check.lag_std, 1),
                "tells": check.tells,
                "cause": check.cause,
            }
            for check in self.checks
        ]
        stations = {
            name: {
                "open_loop_mm": round(float(before), 3),
                "left_out_mm": round(float(after), 3),
                "normalized": round(float(normalized), 3),
            }
            for name, before, after, normalized in zip(
                self.stations.names, self.stations.open_loop, self.stations.analysis[:, 0], self.stations.normalized
            )
        }
        dataset.setncatts(
            {
                "verdict": self.headline(),
                "season_check": json.dumps(checks),
                "placebo": json.dumps(placebos),
                "withheld_stations": json.dumps(stations),
                "withheld_station_ratio": float(self.stations.ratio[0]),
                "withheld_grace_ratio": float(self.months.ratio[0]),
                "information_prior_std": self.expected_before,
                "information_posterior_std": self.expected_after,
                "information_constrains": np.int32(not self.unused),
                "reliability": self.reliability,
                "persistence": self.persistence,
                "log_likelihood": float(self.log_likelihood[0]),
                "sizes": json.dumps({name: round(value, 5) for name, value in vars(self.sizes).items()}),
            }
        )


def _number(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)
