"""How large the example study area is: which dates, how many pairs, how fine the pixels."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import InputError

DEFAULT_SEED = 2022


@dataclass(frozen=True)
class Preset:
    """Extent of an example study area; the true storage is the same in all of them but `catchment`.

    Attributes
    ----------
    name : str
        What the user chooses.
    pixel_deg : float
        Pixel of the interferograms in degrees.
    slots : tuple of int
        Acquisitions, as numbers of 12-day cycles since the first one (3 July 2015).
    n_pairs : int
        Interferograms, the broken ones among them.
    n_year_pairs : int
        Of these, interferograms that span about a year.
    domain_rows, domain_columns : int
        Cells of the EASE-Grid 2.0 (M25) that carry load, about the middle of the study box.
    net_deg : float
        Distance of the points where the load's displacement is computed; between them it is interpolated.
    n_missing_delays, n_partial_delays : int
        Dates without GACOS file, and with one that covers a part of the frame.
    n_unwrapping_errors : int
        Interferograms with a patch that is off by a whole turn.
    n_broken : int
        Interferograms of each kind of damage.
    weather : (str, str)
        First and last day of the weather.
    catchment : bool
        Truth and land model are runs of the Catchment model; else they are drawn.
    """

    name: str
    pixel_deg: float
    slots: tuple[int, ...]
    n_pairs: int
    n_year_pairs: int
    domain_rows: int = 90
    domain_columns: int = 85
    net_deg: float = 0.05
    n_missing_delays: int = 3
    n_partial_delays: int = 1
    n_unwrapping_errors: int = 10
    n_broken: int = 1
    weather: tuple[str, str] = ("2018-01-01", "2021-02-28")
    catchment: bool = False


_LAST_SLOT = 172  # 25 February 2021
_SMALL_SLOTS = (*range(0, 104, 2), *range(104, _LAST_SLOT + 1))
# One satellite until the end of 2016 and so mostly 24 days, then two and 12 days: 155 dates.
_PAPER_SLOTS = (*sorted({*range(0, 45, 2), 37, 39, 41, 43}), *range(45, _LAST_SLOT + 1))

PRESETS: dict[str, Preset] = {
    "small": Preset("small", 0.0125, _SMALL_SLOTS, 300, 6),
    "paper": Preset(
        "paper",
        0.005,
        _PAPER_SLOTS,
        448,
        10,
        n_missing_delays=4,
        n_unwrapping_errors=20,
        n_broken=2,
        weather=("2015-06-01", "2021-02-28"),
    ),
    "catchment": Preset(
        "catchment",
        0.0125,
        tuple(range(104, _LAST_SLOT + 1)),
        200,
        2,
        weather=("2018-01-01", "2021-03-15"),
        catchment=True,
    ),
}
"""What users can choose."""

TINY = Preset(
    "tiny",
    0.05,
    tuple(range(104, 154, 2)),
    60,
    0,
    domain_rows=30,
    domain_columns=30,
    net_deg=0.1,
    n_missing_delays=1,
    n_unwrapping_errors=2,
    weather=("2018-11-20", "2019-01-20"),
)
"""19 months on coarse pixels with a small load domain, for tests."""


def find_preset(name: str) -> Preset:
    """Return the preset of this name.

    Raises
    ------
    InputError
        Where there is none.
    """
    known = {**PRESETS, TINY.name: TINY}
    if name not in known:
        raise InputError(f"PRESET '{name}' is unknown: choose one of {', '.join(PRESETS)}.")
    return known[name]
