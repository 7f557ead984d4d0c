"""What a user may choose for the assimilation, with the paper's values as defaults."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import numpy as np

from ..dates import in_periods, parse_date
from ..errors import InputError
from ..loading.earth_choice import Earth

METHODS = ("enkf_1d", "ensrf_1d", "enkf_3d", "letkf")
"""``enkf_1d``: the paper's filter, with perturbed observations; ``ensrf_1d``: the same without drawing them;
``enkf_3d``: all observations correct all cells within the localization; ``letkf``: the same by local transforms."""

BEST_METHODS = ("auto", "exact", "paper")
"""``auto``: the best estimate of a single series, members in three dimensions; ``exact``: filter and smoother without
an ensemble, with the season-aware prior; ``paper``: ``enkf_1d`` with all the paper's choices."""

WINDOWS = ("one_step", "two_step_equal", "enks")
"""``one_step``: each epoch corrects the state of its own time; ``two_step_equal``: the days since the epoch before in
equal parts; ``enks``: the epochs before, too (smoother)."""

REFERENCES = ("absolute", "tied", "unknown")
"""``absolute``: displacement without an error common to all cells; ``tied``: by GNSS, with the error of the tie;
``unknown``: relative to an area whose own motion nobody knows."""

PRIOR_ERROR_MODELS = ("additive", "lognormal")
"""How the members of a single storage series differ from it."""


@dataclass(frozen=True)
class AssimilationOptions:
    """Choices of the assimilation.

    Attributes
    ----------
    method : str
        One of `METHODS` or `BEST_METHODS`.
    window : str
        One of `WINDOWS`.
    members : int
        Size of the ensemble that a single storage series is given; the paper's 24. A file with members keeps its own.
    observation_error_mm : float
        Standard deviation of a cell's vertical displacement; the paper's 9 mm.
    error_correlation_length_km : float
        Distance over which the correlation of the observations' errors (atmosphere) has fallen to 1/e; 0 where they
        are independent. A filter that treats each cell alone does not see it.
    error_nugget : float
        Part of the variance that is a cell's own where errors are correlated, 0 to 1.
    reference : str
        One of `REFERENCES`: what the observations are relative to.
    tie_error_mm : float
        Standard deviation of the tie of a frame whose reference is ``tied``.
    seasonal_bias_mm : float
        Standard deviation of a yearly error that all cells share (atmosphere, other loads); 0 for none. A coherent
        millimetre is some 17 to 46 mm of water.
    station_error_mm : float
        Standard deviation of what the formal errors of GNSS heights do not know, added to them.
    deramped : bool
        A plane was taken out of every epoch's displacement: nothing is known along it.
    localization_km : float
        Distance from which on an observation says nothing of a cell (``enkf_3d`` and ``letkf``); 0 for no limit. It
        should be that of the load's reach and of the model's errors, not that of a cell.
    lag_days : float
        How far back the smoother corrects.
    inflation : float
        Factor on the spread of the members before each analysis, 1 for none.
    relaxation : float
        Part (0 to 1) of the spread lost in an analysis that is given back.
    excluded_periods : str
        Epochs that are not used: ``start..end`` dates, separated by commas.
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
    end : str
        Date of the last epoch that is used; empty for all.
    seed : int
        Of all random draws, 0 or more.
    workers : int, optional
        Threads; the number of processors where None or 0. The result does not depend on it.
    save_members : bool
        Write every member of open loop and analysis.
    earth : Earth
        Behind the load Love numbers.
    unit : str
        The parameter `UNIT`: of storage and displacement where a file does not say it.

    Raises
    ------
    InputError
        Where a value is none of the choices or out of range.
    """

    method: str = "enkf_1d"
    window: str = "one_step"
    members: int = 24
    observation_error_mm: float = 9.0
    error_correlation_length_km: float = 0.0
    error_nugget: float = 0.2
    reference: str = "absolute"
    tie_error_mm: float = 3.0
    seasonal_bias_mm: float = 0.0
    station_error_mm: float = 2.0
    deramped: bool = False
    localization_km: float = 600.0
    lag_days: float = 72.0
    inflation: float = 1.0
    relaxation: float = 0.0
    excluded_periods: str = ""
    end: str = ""
    error_memory_days: float = 60.0
    prior_error_mm: float = 60.0
    prior_correlation_length_km: float = 400.0
    prior_error_model: str = "additive"
    remove_trend: bool = False
    seed: int = 20210120
    workers: int | None = None
    save_members: bool = False
    earth: Earth = field(default_factory=Earth)
    unit: str = ""

    def __post_init__(self) -> None:
        """Hold every choice against its range."""
        for name, choices in (
            ("method", (*METHODS, *BEST_METHODS)),
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
            ("tie_error_mm", "TIE_ERROR"),
            ("lag_days", "LAG"),
            ("station_error_mm", "STATION_ERROR"),
        ):
            if not 0 < getattr(self, name) < float("inf"):
                raise InputError(f"{parameter} must be a number above 0, not {getattr(self, name)}.")
        for name, parameter in (
            ("prior_correlation_length_km", "PRIOR_CORRELATION_LENGTH"),
            ("error_correlation_length_km", "ERROR_CORRELATION_LENGTH"),
            ("localization_km", "LOCALIZATION"),
        ):
            if not 0 <= getattr(self, name) < float("inf"):
                raise InputError(f"{parameter} must be 0 km or more, not {getattr(self, name)}.")
        if not 0 <= self.seasonal_bias_mm < float("inf"):
            raise InputError(f"SEASONAL_BIAS must be 0 mm or more, not {self.seasonal_bias_mm}.")
        for name, parameter in (("error_nugget", "ERROR_NUGGET"), ("relaxation", "RELAXATION")):
            if not 0 <= getattr(self, name) <= 1:
                raise InputError(f"{parameter} must be between 0 and 1, not {getattr(self, name)}.")
        if not 1 <= self.inflation < 10:
            raise InputError(f"INFLATION must be between 1 (none) and 10, not {self.inflation}.")
        for name in ("members", "seed", "workers"):
            value = getattr(self, name)
            if value is not None and not isinstance(value, (int, np.integer)):
                raise InputError(f"{name.upper()} must be a whole number, not {value}.")
        if self.members < 2:
            raise InputError(f"MEMBERS must be 2 or more, not {self.members}: one member has no spread.")
        if not 0 <= self.seed < 2**63:
            raise InputError(f"SEED must be 0 or more, not {self.seed}.")
        if self.end:
            parse_date(self.end, "END")
        in_periods(np.zeros(0), self.excluded_periods, "EXCLUDED_PERIODS")

    def described(self) -> str:
        """Return the options that decide the result as one line for the history of the output."""
        silent = ("workers", "save_members", "end", "unit")
        said = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in silent}
        # The name that the choice has in the states of earlier versions, which a later run compares.
        return "; ".join(f"{'earth_model' if name == 'earth' else name}={value}" for name, value in said.items())
