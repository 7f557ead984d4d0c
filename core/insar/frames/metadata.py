"""The two text files of a frame: ``metadata.txt`` and ``baselines``; wavelength and incidence out of them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ...dates import parse_date
from ...errors import InputError

SPEED_OF_LIGHT = 299_792_458.0
SENTINEL1_FREQUENCY = 5.405e9
SENTINEL1_ORBIT_RADIUS = 7_070_500.0
"""Mean distance of Sentinel-1 from the Earth's centre in m; over a frame it is 7.068e6 to 7.074e6."""

_CLOCK = re.compile(r"(?:.*[T ])?(\d{1,2}):(\d{1,2})(?::(\d{1,2}(?:\.\d*)?))?Z?", re.IGNORECASE)
_EQUATOR_RADIUS, _POLE_RADIUS = 6_378_137.0, 6_356_752.3


@dataclass(frozen=True)
class FrameMetadata:
    """What ``metadata.txt`` says; NaN where it says nothing.

    Attributes
    ----------
    wavelength : float
        Radar wavelength in m (Sentinel-1's where the file has no ``radar_frequency``).
    heading : float
        Flight direction in degrees clockwise from north.
    incidence_angle : float
        ``avg_incidence_angle`` in degrees: often wrong by 5 degrees, see :func:`incidence_from_range`.
    centre_range : float
        Slant range to the centre of the frame in m.
    average_height : float
        Of the frame in m.
    acquisition_time : float
        Seconds since 00:00 UTC at the centre of the frame.
    synthetic : bool
        True where the data come from the example generator.
    said_wavelength : float
        In m, where the file says one.
    """

    wavelength: float = SPEED_OF_LIGHT / SENTINEL1_FREQUENCY
    heading: float = math.nan
    incidence_angle: float = math.nan
    centre_range: float = math.nan
    average_height: float = math.nan
    acquisition_time: float = math.nan
    synthetic: bool = False
    said_wavelength: float = math.nan

    @property
    def is_sentinel1(self) -> bool:
        """Whether the wavelength is Sentinel-1's, whose orbit is known."""
        return abs(self.wavelength * SENTINEL1_FREQUENCY / SPEED_OF_LIGHT - 1.0) < 0.01


def read_metadata(path: Path | None) -> FrameMetadata:
    """Return the metadata of a frame; the defaults where there is no file.

    Lines are ``key=value``; unknown keys and values that are no numbers are passed over.
    """
    if path is None:
        return FrameMetadata()
    entries = {}
    for line in _lines(path):
        key, separator, value = line.partition("=")
        if separator:
            entries[key.strip().lower()] = value.strip()
    said = _said_wavelength(entries)
    return FrameMetadata(
        wavelength=said if math.isfinite(said) else SPEED_OF_LIGHT / SENTINEL1_FREQUENCY,
        said_wavelength=said,
        heading=_number(entries.get("heading", "")),
        incidence_angle=_angle(entries.get("avg_incidence_angle", "")),
        centre_range=_number(entries.get("centre_range_m", "")),
        average_height=_number(entries.get("avg_height", "")),
        acquisition_time=seconds_of_day(entries.get("center_time", "")),
        synthetic=entries.get("synthetic", "0").lower() in ("1", "true", "yes"),
    )


def _said_wavelength(entries: dict[str, str]) -> float:
    """Return the wavelength in m that the entries name, or their frequency; NaN where they name none."""
    for name in ("wavelength", "radar_wavelength"):
        words = entries.get(name, "").split()
        value = _number(words[0]) if words else math.nan
        if value > 0:
            return value
    frequency = _frequency(entries.get("radar_frequency", ""))
    return SPEED_OF_LIGHT / frequency if frequency > 0 else math.nan


def _frequency(text: str) -> float:
    """Hz, whether given in Hz, MHz or GHz; NaN where there is none."""
    value = _number(text.split(" ")[0] if text else "")
    if not value > 0:
        return math.nan
    if value < 100:
        return value * 1e9
    return value * 1e6 if value < 1e5 else value


def seconds_of_day(text: str) -> float:
    """Return the seconds since midnight of a time such as ``0:26:14.88`` (a date before it is dropped); else NaN."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return math.nan
    hours, minutes, seconds = int(match[1]), int(match[2]), float(match[3] or 0)
    if hours > 23 or minutes > 59 or seconds >= 61:
        return math.nan
    return 3600.0 * hours + 60.0 * minutes + seconds


def incidence_from_range(centre_range: float, latitude: float, height: float = math.nan) -> float:
    """Return the incidence angle in degrees at the centre of a Sentinel-1 frame, from its slant range.

    The triangle of Earth's centre, satellite and ground: ``cos(i) = (s^2 - e^2 - r^2) / (2 e r)`` with the orbit's
    radius s, the ellipsoid's radius e at `latitude` (degrees, plus `height` in m) and the range r (m). The ranges of
    many LiCSAR frames contradict their ``avg_incidence_angle``: the range, which the image geometry rests on, is
    right. The orbit's radius varies by +-3 km: +-0.3 degrees.
    """
    phi = math.radians(latitude)
    a, b = _EQUATOR_RADIUS, _POLE_RADIUS
    ellipsoid = math.sqrt(
        ((a * a * math.cos(phi)) ** 2 + (b * b * math.sin(phi)) ** 2)
        / ((a * math.cos(phi)) ** 2 + (b * math.sin(phi)) ** 2)
    )
    ground = ellipsoid + (height if math.isfinite(height) else 0.0)
    return incidence_of_triangle(SENTINEL1_ORBIT_RADIUS, ground, centre_range)


def incidence_of_triangle(orbit: float, ground: float, slant_range: float) -> float:
    """Return the incidence angle in degrees from the distances (m) Earth's centre to satellite, to ground, and between.

    NaN where they form no triangle.
    """
    if not (orbit > 0 and ground > 0 and slant_range > 0):
        return math.nan
    cosine = (orbit**2 - ground**2 - slant_range**2) / (2 * ground * slant_range)
    return math.degrees(math.acos(cosine)) if abs(cosine) < 1 else math.nan


def read_baselines(path: Path | None) -> dict[date, float]:
    """Return the perpendicular baseline in m of every date that the file knows, relative to one date.

    Two formats: four columns ``prime date bperp days``, where the prime itself has no row and lies at 0; nine
    columns ``number first second bperp days days1 days2 bperp1 bperp2``. Lines that are neither are passed over.
    """
    baselines: dict[date, float] = {}
    for line in _lines(path) if path is not None else []:
        columns = line.split()
        if len(columns) == 4:
            entries = [(columns[0], "0"), (columns[1], columns[2])]
        elif len(columns) == 9:
            entries = [(columns[1], columns[7]), (columns[2], columns[8])]
        else:
            continue
        for day, text in entries:
            value = _number(text)
            try:
                when = parse_date(day)
            except InputError:
                continue
            if math.isfinite(value):
                baselines.setdefault(when, value)
    return baselines


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}. Download it again.") from error


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return math.nan
    return value if math.isfinite(value) else math.nan


def _angle(text: str) -> float:
    """Return an incidence angle in degrees; NaN for what cannot be one."""
    value = _number(text)
    return value if 0 < value < 89 else math.nan
