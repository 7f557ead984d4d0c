"""Perturbations of weather and states that make an ensemble of a land model run.

Random fields of unit variance, correlated in time (AR(1)), in space and among variables, with zero mean over the
members; clipped, then scaled to additive or lognormal perturbations, as GEOS does it (Reichle et al. 2007).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Literal

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError

Kind = Literal["additive", "lognormal"]
FORCING_NAMES = ("Precip", "SWdown", "LWdown")
STATE_NAMES = ("catdef", "srfexc", "snow")


@dataclass(frozen=True)
class Perturbation:
    """How one variable is perturbed.

    Attributes
    ----------
    variable : str
        ``Precip``, ``SWdown``, ``LWdown`` (weather), ``catdef``, ``srfexc``, ``snow`` (states).
    kind : str
        ``additive`` or ``lognormal`` (a factor of mean 1).
    std : float
        Standard deviation: of the factor, or in the variable's unit; of a state *per hour*.
    hours : float
        Correlation time.
    degrees : float
        Correlation length: the correlation falls to exp(-1/2) over it; 0 for none.
    clip : float
        Standard deviations at which the field is cut off.
    """

    variable: str
    kind: Kind
    std: float
    hours: float
    degrees: float
    clip: float = 2.5


@dataclass(frozen=True)
class PerturbationSettings:
    """All perturbations of a run.

    Attributes
    ----------
    name : str
        Of the preset.
    fields : tuple of Perturbation
        One a variable.
    correlations : tuple of (variable, variable, float)
        Among variables; 0 where not named.
    interval_hours : float
        Fields are drawn this far apart and linear in between.
    """

    name: str
    fields: tuple[Perturbation, ...] = ()
    correlations: tuple[tuple[str, str, float], ...] = ()
    interval_hours: float = 3.0

    def correlation_matrix(self) -> FloatArray:
        """Return the correlations of the fields [field, field].

        Raises
        ------
        InputError
            Where they contradict each other.
        """
        order = {field.variable: number for number, field in enumerate(self.fields)}
        matrix = np.eye(len(order))
        for first, second, value in self.correlations:
            if first in order and second in order:
                matrix[order[first], order[second]] = matrix[order[second], order[first]] = value
        if matrix.size and np.linalg.eigvalsh(matrix).min() < -1e-9:
            raise InputError("PERTURBATIONS: the correlations among the variables contradict each other.")
        return matrix

    def described(self) -> str:
        """Return every number as JSON, for a file's attributes."""
        return json.dumps(asdict(self))

    def changed(self, text: str) -> PerturbationSettings:
        """Return the settings with numbers changed as in ``catdef.std=0.2, Precip.hours=48``.

        Raises
        ------
        InputError
            Where a change cannot be read, or names what is not perturbed.
        """
        settings = self
        for part in text.replace(";", ",").split(","):
            if part.strip():
                settings = settings._with(part.strip())
        return settings

    def _with(self, change: str) -> PerturbationSettings:
        left, _, right = change.partition("=")
        variable, _, key = left.strip().partition(".")
        known = {field.variable: field for field in self.fields}
        keys = ("std", "hours", "degrees", "clip")
        try:
            value = float(right)
        except ValueError:
            value = np.nan
        if variable not in known or key not in keys or not value >= 0.0:
            raise InputError(
                f"PERTURBATION_CHANGES: '{change}' cannot be used; write VARIABLE.KEY=NUMBER with a variable out of "
                f"{', '.join(known) or '(none is perturbed)'} and a key out of {', '.join(keys)}."
            )
        new = Perturbation(**{**asdict(known[variable]), key: value})
        return replace(self, fields=tuple(new if field.variable == variable else field for field in self.fields))


PRESETS: dict[str, PerturbationSettings] = {
    "none": PerturbationSettings("none"),
    "paper": PerturbationSettings(
        "paper",
        (
            Perturbation("catdef", "additive", 0.15, 24.0, 0.0),
            Perturbation("snow", "lognormal", 0.0012, 24.0, 0.0),
        ),
    ),
    "geos": PerturbationSettings(
        "geos",
        (
            Perturbation("Precip", "lognormal", 0.5, 24.0, 0.5, clip=3.0),
            Perturbation("SWdown", "lognormal", 0.3, 24.0, 0.5, clip=3.0),
            Perturbation("LWdown", "additive", 20.0, 24.0, 0.5),
            Perturbation("catdef", "additive", 0.24, 3.0, 0.3),
            Perturbation("srfexc", "additive", 0.16, 3.0, 0.3),
        ),
        (("Precip", "SWdown", -0.8), ("Precip", "LWdown", 0.5), ("SWdown", "LWdown", -0.5)),
    ),
}


def perturbation(field: Perturbation, standard: FloatArray, hours: float = 1.0) -> FloatArray:
    """Return the additive perturbation, or the factor, for a standard normal field [..].

    Parameters
    ----------
    field : Perturbation
        How the variable is perturbed.
    standard : array [..]
        Of unit variance; clipped here.
    hours : float
        Time over which a state's perturbation, a rate per hour, acts; 1 for weather.
    """
    cut = np.clip(standard, -field.clip, field.clip)
    if field.kind == "additive":
        return field.std * hours * cut
    variance = np.log1p(field.std * field.std)
    return np.exp(hours * (np.sqrt(variance) * cut - 0.5 * variance))
