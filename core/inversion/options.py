"""What a user may choose for the geodetic inversion."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path

from ..assimilation.frames import FrameFile
from ..assimilation.options import REFERENCES
from ..errors import InputError
from ..loading.earth_choice import Earth
from .covariance import SMOOTHNESS
from .laplacian import check_smoothing

METHODS = ("covariance", "laplacian")
TIMES = ("each", "smooth", "seasonal")
"""``each``: epochs are independent; ``smooth``: storage has a memory; ``seasonal``: a trend and a yearly wave."""


@dataclass(frozen=True)
class InversionInputs:
    """Files of an inversion.

    Attributes
    ----------
    observations : Path, optional
        Gridded vertical displacement of the first frame.
    more : tuple of FrameFile
        Further frames.
    stations : Path, optional
        GNSS heights.
    background : Path, optional
        Storage around the window.
    grace : Path, optional
        Storage by GRACE, used as data at its own scale.
    region, land : Path, optional
        Polygons of the area whose mean is wanted; polygons or a raster of land.
    """

    observations: Path | None = None
    more: tuple[FrameFile, ...] = ()
    stations: Path | None = None
    background: Path | None = None
    grace: Path | None = None
    region: Path | None = None
    land: Path | None = None

    def __post_init__(self) -> None:
        """See that there are data."""
        if self.observations is None and self.stations is None:
            raise InputError(
                "There is nothing to invert: give OBSERVATIONS (gridded vertical displacement), STATIONS (GNSS "
                "heights), or both."
            )
        if self.more and self.observations is None:
            raise InputError("MORE_OBSERVATIONS has frames but OBSERVATIONS has none: give the first one there.")


@dataclass(frozen=True)
class StorageInversionOptions:
    """Choices of the geodetic inversion.

    Attributes
    ----------
    reference : str
        What the frames are relative to, as in the assimilation; ``auto``: as their files say.
    tie_error_mm : float, optional
        Of frames whose reference is ``tied``; as their files state it, or 3 mm, where None.
    deramped : bool
        A plane was taken out of every epoch of the frames.
    observation_error_mm, error_correlation_length_km, error_nugget : float, optional
        Of the frames' errors: standard deviation, length over which they correlate (0: independent cells), and the
        part of the variance that is a cell's own. Where None as the files state them, with what all cells of a frame
        share beside them, or else 9 mm, 0 km and 0.2.
    excluded_periods : str
        ``start..end`` dates, separated by commas.
    station_error_mm : float
        Added to the stations' formal errors.
    common_mode_mm : float
        Error that all stations share at an epoch. It cannot be estimated.
    exclude_stations : tuple of str
        Names; ``auto`` leaves out those that their neighbours refute (beyond three standard deviations).
    grid : str
        EASE-Grid 2.0 of the storage.
    buffer_km : float
        How far the cells reach beyond region and data.
    earth, frame
        As for the forward model.
    method : str
        One of `METHODS`.
    smoothing : float, optional
        lambda of the Laplacian; by cross-validation where None.
    prior_error_mm, prior_length_km, common_error_mm : float, optional
        Of the prior; estimated where None.
    smoothness : float
        nu of the prior, one of `SMOOTHNESS`.
    estimate_errors : bool
        A factor on the errors of each kind of data by the same likelihood, 1/4 to 4.
    time : str
        One of `TIMES`.
    memory_days : float, optional
        Of the storage where `time` is ``smooth``; estimated where None.
    grace_error_mm : float, optional
        Standard deviation of a month under a footprint; the product's own where None, 15 mm where it has none.
    footprint_km : float
        Size of the blocks over which GRACE's field is taken, and its Gaussian where the file does not say its filter.
    unit : str
        The parameter `UNIT`: of files that do not say theirs.
    workers : int, optional
        No result depends on it.

    Raises
    ------
    InputError
        Where a value is none of the choices or out of range.
    """

    reference: str = "auto"
    tie_error_mm: float | None = None
    deramped: bool = False
    observation_error_mm: float | None = None
    error_correlation_length_km: float | None = None
    error_nugget: float | None = None
    excluded_periods: str = ""
    station_error_mm: float = 2.0
    common_mode_mm: float = 1.0
    exclude_stations: tuple[str, ...] = ()
    grid: str = "M25"
    buffer_km: float = 300.0
    earth: Earth = field(default_factory=Earth)
    frame: str = "CF"
    method: str = "covariance"
    smoothing: float | None = None
    prior_error_mm: float | None = None
    prior_length_km: float | None = None
    common_error_mm: float | None = None
    smoothness: float = 0.5
    estimate_errors: bool = False
    time: str = "each"
    memory_days: float | None = None
    grace_error_mm: float | None = None
    footprint_km: float = 300.0
    unit: str = ""
    workers: int | None = None

    def __post_init__(self) -> None:
        """Hold every choice against its range."""
        for name, choices in (
            ("reference", ("auto", *REFERENCES)),
            ("method", METHODS),
            ("time", TIMES),
            ("smoothness", SMOOTHNESS),
        ):
            if getattr(self, name) not in choices:
                offered = " or ".join(str(choice) for choice in choices)
                raise InputError(f"{name.upper()}: '{getattr(self, name)}' is not offered. Choose {offered}.")
        for name, parameter in (
            ("tie_error_mm", "TIE_ERROR"),
            ("observation_error_mm", "OBSERVATION_ERROR"),
            ("station_error_mm", "STATION_ERROR"),
            ("prior_error_mm", "PRIOR_ERROR"),
            ("prior_length_km", "PRIOR_CORRELATION_LENGTH"),
            ("common_error_mm", "COMMON_ERROR"),
            ("memory_days", "MEMORY"),
            ("grace_error_mm", "GRACE_ERROR"),
            ("footprint_km", "FOOTPRINT"),
        ):
            value = getattr(self, name)
            if value is not None and not 0 < value < float("inf"):
                raise InputError(f"{parameter} must be a number above 0, not {value}.")
        for name, parameter in (
            ("common_mode_mm", "COMMON_MODE_ERROR"),
            ("error_correlation_length_km", "ERROR_CORRELATION_LENGTH"),
            ("buffer_km", "BUFFER"),
        ):
            value = getattr(self, name)
            if value is not None and not 0 <= value < float("inf"):
                raise InputError(f"{parameter} must be 0 or more, not {value}.")
        if self.error_nugget is not None and not 0 <= self.error_nugget <= 1:
            raise InputError(f"ERROR_NUGGET must be between 0 and 1, not {self.error_nugget}.")
        check_smoothing(self.smoothing)

    def described(self) -> str:
        """Return the options that decide the result as one line."""
        return "; ".join(
            f"{field.name}={getattr(self, field.name)}" for field in fields(self) if field.name != "workers"
        )
