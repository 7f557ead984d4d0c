"""What a user may choose for the assimilation, with the paper's values as defaults."""

from __future__ import annotations

from dataclasses import dataclass, fields

from ..errors import InputError

METHODS = ("enkf_1d", "ensrf_1d")
"""``enkf_1d``: the paper's filter, with perturbed observations; ``ensrf_1d``: the same without drawing them."""

WINDOWS = ("one_step",)
"""``one_step``: each epoch corrects the state of its own time."""

REFERENCES = ("absolute",)
"""A filter that treats each cell alone can only take displacement as absolute: an error common to all cells of an
epoch is a covariance between cells, which it does not have."""

PRIOR_ERROR_MODELS = ("additive", "lognormal")
"""How the members of a single storage series differ from it."""


@dataclass(frozen=True)
class AssimilationOptions:
    """Choices of the assimilation.

    Attributes
    ----------
    method : str
        One of `METHODS`.
    window : str
        One of `WINDOWS`.
    members : int
        Size of the ensemble that a single storage series is given; the paper's 24. A file with members keeps its own.
    observation_error_mm : float
        Standard deviation of a cell's vertical displacement; the paper's 9 mm.
    reference : str
        One of `REFERENCES`: what the observations are relative to.
    error_memory_days : float
        Time after which an increment, and the error of the model, has faded to 1/e.
    prior_error_mm : float
        Standard deviation of the modelled storage of a cell. The default is the misfit of the paper's open loop
        to GRACE (61 mm), rounded.
    prior_correlation_length_km : float
        Distance over which the correlation of the model's errors has fallen to 1/e. The errors of precipitation
        and evaporation that a monsoon region's model makes are regional, not local.
    prior_error_model : str
        One of `PRIOR_ERROR_MODELS`: errors added to the storage, or multiplied (storage must then be positive).
    remove_trend : bool
        Take a linear trend out of observed and predicted displacement, besides the mean. Tectonic motion goes with
        it, and so does a drought.
    seed : int
        Of all random draws, 0 or more.
    workers : int, optional
        Threads; the number of processors where None or 0. The result does not depend on it.
    save_members : bool
        Write every member of open loop and analysis.
    earth_model : str
        Name of the load Love numbers.

    Raises
    ------
    InputError
        Where a value is none of the choices or out of range.
    """

    method: str = "enkf_1d"
    window: str = "one_step"
    members: int = 24
    observation_error_mm: float = 9.0
    reference: str = "absolute"
    error_memory_days: float = 60.0
    prior_error_mm: float = 60.0
    prior_correlation_length_km: float = 400.0
    prior_error_model: str = "additive"
    remove_trend: bool = False
    seed: int = 20210120
    workers: int | None = None
    save_members: bool = False
    earth_model: str = "PREM"

    def __post_init__(self) -> None:
        """Hold every choice against its range."""
        for name, choices in (
            ("method", METHODS),
            ("window", WINDOWS),
            ("reference", REFERENCES),
            ("prior_error_model", PRIOR_ERROR_MODELS),
        ):
            value = getattr(self, name)
            if value not in choices:
                raise InputError(f"{name.upper()}: '{value}' is not offered. Choose {' or '.join(choices)}.")
        for name, parameter in (
            ("observation_error_mm", "OBSERVATION_ERROR"),
            ("error_memory_days", "ERROR_MEMORY"),
            ("prior_error_mm", "PRIOR_ERROR"),
        ):
            if not 0 < getattr(self, name) < float("inf"):
                raise InputError(f"{parameter} must be a number above 0, not {getattr(self, name)}.")
        if not 0 <= self.prior_correlation_length_km < float("inf"):
            raise InputError(f"PRIOR_CORRELATION_LENGTH must be 0 km or more, not {self.prior_correlation_length_km}.")
        if self.members < 2:
            raise InputError(f"MEMBERS must be 2 or more, not {self.members}: one member has no spread.")
        if not 0 <= self.seed < 2**63:
            raise InputError(f"SEED must be 0 or more, not {self.seed}.")

    def described(self) -> str:
        """Return the options that decide the result as one line for the history of the output."""
        silent = ("workers", "save_members")
        return ", ".join(
            f"{field.name}={getattr(self, field.name)}" for field in fields(self) if field.name not in silent
        )
