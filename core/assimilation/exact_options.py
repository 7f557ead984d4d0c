"""What a user may choose for the best estimate, and what the paper's method is by name."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import InputError
from .options import AssimilationOptions
from .priors.season_aware import Sizes

_UNKNOWN_PLANE_MM = 100.0  # per 100 km: far above what loads and the air do
_UNKNOWN_SLOPE_MM_YR = 30.0  # above what the ground does without a load, outside of subsiding towns


@dataclass(frozen=True)
class BestOptions:
    """Choices of the best estimate; what is empty is found from the data.

    Attributes
    ----------
    grace : Path, optional
        GRACE's storage as data.
    withhold : int
        Every so many months of GRACE one is kept for the verdict; 0 for none.
    exclude_stations : str
        ``auto`` leaves out stations that contradict all others; or names, separated by commas; empty: none.
    use_suspect : bool
        Use data that fail the season check.
    region : Path, optional
        Polygons of the region that is judged; the hull of the data where not given.
    smoother : bool
        Correct each epoch by later data, too.
    reference : str
        ``auto``: as the files say; or one of `REFERENCES`.
    deramped : bool
        A plane was taken out of every epoch of all frames; those whose files say so are treated so anyway.
    remove_trend : bool
        Nothing is known of the trends of stations and cells.
    station_error_mm : float, optional
        Error of the stations' heights beside the formal one; found from the data where not given.
    sizes : mapping of str to float
        Sizes of the prior and of errors that the user has set, by the names of `Sizes`.
    """

    grace: Path | None = None
    withhold: int = 4
    exclude_stations: str = "auto"
    use_suspect: bool = False
    region: Path | None = None
    smoother: bool = True
    reference: str = "auto"
    deramped: bool = False
    remove_trend: bool = False
    station_error_mm: float | None = None
    sizes: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Hold every choice against its range."""
        if self.withhold < 0 or self.withhold == 1:
            raise InputError(f"WITHHOLD must be 0 (none) or 2 and more, not {self.withhold}: some months must be used.")
        if self.reference not in ("auto", "absolute", "tied", "unknown"):
            raise InputError(f"REFERENCE: '{self.reference}' is not offered. Choose auto, absolute, tied or unknown.")
        Sizes().changed_to(**self.sizes)

    def fixed_sizes(self, deramped: bool) -> dict[str, float]:
        """Return the sizes that are not estimated; `deramped` where a file says that it is."""
        fixed = dict(self.sizes)
        if self.deramped or deramped:
            fixed["frame_plane_mm"] = _UNKNOWN_PLANE_MM
        if self.remove_trend:
            fixed.update(station_slope_mm_yr=_UNKNOWN_SLOPE_MM_YR, frame_slope_mm_yr=_UNKNOWN_SLOPE_MM_YR)
        if self.station_error_mm is not None:
            fixed["station_factor"] = 1.0
        return fixed

    @property
    def excluded(self) -> tuple[str, ...]:
        """Names of stations that the user leaves out."""
        if self.exclude_stations.strip().lower() == "auto":
            return ()
        return tuple(name for name in self.exclude_stations.replace(",", " ").split())

    @property
    def excludes_by_itself(self) -> bool:
        """True where stations that contradict all others are left out."""
        return self.exclude_stations.strip().lower() == "auto"


def papers_method(options: AssimilationOptions) -> AssimilationOptions:
    """Return the paper's choices, with what has nothing to do with its method from `options`."""
    return AssimilationOptions(
        seed=options.seed,
        workers=options.workers,
        end=options.end,
        excluded_periods=options.excluded_periods,
        save_members=options.save_members,
        earth=options.earth,
    )


def for_members(options: AssimilationOptions, stations: bool) -> AssimilationOptions:
    """Return what ``auto`` chooses for the land model's members.

    With stations all observations correct all cells: loads reach beyond 1000 km, so that none is cut off. Without them
    the paper's filter, with the errors that are set.
    """
    if stations:
        return replace(options, method="enkf_3d", localization_km=0.0)
    return replace(options, method="enkf_1d")


def check_grace(best: BestOptions | None, method: str) -> None:
    """Raise InputError where GRACE is given to a method that does not use it."""
    if best is not None and best.grace is not None and method not in ("auto", "exact"):
        raise InputError(
            f"GRACE: METHOD {method} does not use GRACE as data. Leave GRACE out, or choose METHOD auto (with FORCING: "
            "epochs of a year or more, without RESTART of an assimilation and SAVE_RESTART)."
        )
