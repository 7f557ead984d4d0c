"""What the columns of a table of positions are: read from their names, or given by the user."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...errors import InputError

AS_THE_FILE_SAYS = "file"
UNITS = (AS_THE_FILE_SAYS, "mm", "cm", "m")
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0}
_UNIT_WORDS = {
    **{word: "mm" for word in ("mm", "millimetre", "millimetres", "millimeter", "millimeters")},
    **{word: "cm" for word in ("cm", "centimetre", "centimetres", "centimeter", "centimeters")},
    **{word: "m" for word in ("m", "metre", "metres", "meter", "meters")},
}
_NO_UNITS = {"", "-", "1", "deg", "degree", "degrees", "yr", "year", "years", "day", "days"}
SPREAD = {"std", "sigma", "error", "sd", "sig", "stdev", "dev", "deviation", "uncertainty"}
RESIDUAL = {"residual", "residuals", "resid", "res"}
_BEFORE = {"gps", "delta", *RESIDUAL}
"""Words before what a column is: ``GPS week``, ``delta E``, ``Residual Up``."""
_ROLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("date", ("date", "yyyymmdd", "ymd", "datetime", "time", "epoch", "timestamp")),
    ("year", ("year", "yyyy", "yr", "decyear", "decimal")),
    ("doy", ("doy", "ddd")),
    ("month", ("month", "mon", "mm")),
    ("day", ("day", "dd")),
    ("mjd", ("mjd",)),
    ("week", ("week", "gpsweek")),
    ("dow", ("dow", "weekday")),
    ("station", ("station", "site", "name", "id", "point")),
    ("lon", ("lon", "longitude", "long")),
    ("lat", ("lat", "latitude")),
    ("north", ("north", "n", "dn", "northing")),
    ("east", ("east", "e", "de", "easting")),
    ("up", ("up", "vertical", "u", "du", "dup", "vert")),
    ("height", ("height", "h", "hgt")),
    ("x", ("x",)),
    ("y", ("y",)),
    ("z", ("z",)),
)
_SHORT_STD = {"su": "up_std", "sn": "north_std", "se": "east_std", "sx": "x_std", "sy": "y_std", "sz": "z_std"}
_SKIPPED = {"-", "_", "", "skip", "none"}
GIVABLE = "date, year, doy, month, day, mjd, week, dow, station, lon, lat, east, north, up, height, x, y, z, up_std"


@dataclass(frozen=True)
class TableReading:
    """What the user says of tables whose files do not.

    Attributes
    ----------
    unit : {'file', 'mm', 'cm', 'm'}
        Unit of the positions; 'file': as the file says.
    columns : str
        Names of the columns in their order, separated by commas, ``-`` for one to pass over; '': as the header says.
    average_unlike : bool
        Average rows of one date and time that have different values; else they are refused.
    prefix : str
        Of the parameters that the user gave unit and columns by: ``REFERENCE_`` for REFERENCE_UNIT.
    """

    unit: str = AS_THE_FILE_SAYS
    columns: str = ""
    average_unlike: bool = True
    prefix: str = ""

    def __post_init__(self) -> None:
        """Refuse units and names that there are not."""
        if self.unit not in UNITS:
            raise InputError(f"{self.prefix}UNIT is '{self.unit}': choose one of {', '.join(UNITS)}.")
        for name in self.names:
            if name.lower() not in _SKIPPED and role_of(name) is None:
                raise InputError(
                    f"{self.prefix}COLUMNS has '{name}', which is no known column: name each column of the file, such "
                    f"as {GIVABLE}, with its unit where it has one (up_mm), and '-' for one to pass over."
                )

    @property
    def names(self) -> list[str]:
        """The names in order; empty where none are given."""
        return [name.strip() for name in re.split(r"[,;\s]+", self.columns.strip())] if self.columns.strip() else []


@dataclass(frozen=True)
class Columns:
    """Where what stands in a row.

    Attributes
    ----------
    names : tuple of str
        Of the columns.
    places : dict of str to int
        Column of each role (``date``, ``up``, ``up_std``, ...).
    units : dict of str to str
        Unit of a role where its name says it.
    """

    names: tuple[str, ...]
    places: dict[str, int]
    units: dict[str, str]

    def has(self, *roles: str) -> bool:
        """Return whether there is a column for each of the roles."""
        return all(role in self.places for role in roles)

    @property
    def height(self) -> str:
        """The role that holds the height; '' where none does."""
        return next((role for role in ("up", "height", "z") if role in self.places), "")

    @property
    def is_geocentric(self) -> bool:
        """Whether the positions are x, y and z."""
        return self.has("x", "y", "z") and not self.has("up")

    @property
    def has_time(self) -> bool:
        """Whether a column tells the date."""
        return any(role in self.places for role in ("date", "year", "mjd", "week"))


def words_of(name: str) -> list[str]:
    """Return the words in a column's name, small: ``Up (mm)`` -> up, mm.

    Parameters
    ----------
    name : str
        Of a column.

    Returns
    -------
    list of str
        In their order.
    """
    return [word for word in re.split(r"[^a-z]+", name.lower()) if word]


def role_of(name: str) -> str | None:
    """Return what a column is by its name, None where no role has such a name.

    Parameters
    ----------
    name : str
        Of a column.

    Returns
    -------
    str or None
        Such as ``up``, ``date``, ``lon``.
    """
    words = words_of(name)
    if not words:
        return None
    spread = bool(SPREAD & set(words))
    if words[0] in _SHORT_STD:
        return _SHORT_STD[words[0]]
    plain = [word for word in words if word not in SPREAD]
    if not plain:
        return "up_std" if spread else None
    if plain[-1] == "v" and ("delta" in plain or "dev" in words):  # EarthScope's service: "delta v", "std dev V"
        plain = ["vertical"]
    while len(plain) > 1 and plain[0] in _BEFORE:
        plain = plain[1:]
    for role, names in _ROLES:
        if plain[0] in names or (spread and plain[-1] in names and role != "month"):
            return f"{role}_std" if spread else role
    return "up_std" if spread and plain[0] in _UNIT_WORDS else None


def unit_in(name: str, path: object = "") -> str:
    """Return the unit that a column's name gives, '' where it gives none.

    Parameters
    ----------
    name : str
        Of a column.
    path : object
        File, for the message.

    Returns
    -------
    str
        ``mm``, ``cm`` or ``m``.

    Raises
    ------
    InputError
        Where brackets hold a unit that is no length.
    """
    bracket = re.search(r"[(\[]([^)\]]*)[)\]]", name)
    if bracket:
        word = bracket.group(1).strip().lower()
        if word in _UNIT_WORDS:
            return _UNIT_WORDS[word]
        if word not in _NO_UNITS:
            raise InputError(
                f"{path}: the column '{name}' is in '{word}': mm, cm or m are known. Give UNIT or COLUMNS."
            )
    return next((_UNIT_WORDS[word] for word in reversed(words_of(name)[1:]) if word in _UNIT_WORDS), "")


def unit_of_word(word: str) -> str:
    """Return the unit that a word stands for, '' where it is none.

    Parameters
    ----------
    word : str
        Of any case.

    Returns
    -------
    str
        ``mm``, ``cm`` or ``m``.
    """
    return _UNIT_WORDS.get(word.strip().lower(), "")


def columns_of(names: list[str], path: object = "") -> Columns:
    """Return where what stands in a row whose columns have these names; of several for one role the first counts.

    Parameters
    ----------
    names : list of str
        Header of a table.
    path : object
        File, for messages.

    Returns
    -------
    Columns
        Places by role, and units.
    """
    places: dict[str, int] = {}
    units: dict[str, str] = {}
    for number, name in enumerate(names):
        role = None if name.strip().lower() in _SKIPPED else role_of(name)
        if role is None or role in places:
            continue
        places[role] = number
        unit = unit_in(name, path) if role.partition("_")[0] in {"up", "height", "x", "y", "z", "north", "east"} else ""
        if unit:
            units[role] = unit
    return Columns(tuple(names), places, units)
