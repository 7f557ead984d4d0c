"""What a Level-2 file says of itself: centre, release, days, tide system, constants, and a filter already applied."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from ..arrays import FloatArray
from ..dates import day_number
from ..errors import InputError
from .harmonics import GM, REFERENCE_RADIUS

ZERO_TIDE, TIDE_FREE, MEAN_TIDE = "zero_tide", "tide_free", "mean_tide"
_PERMANENT_TIDE = 1.39141e-8
"""A0 |H0|: degree-2 term of the permanent tide in fully normalised C20 (IERS Conventions 2010, section 6.2.2)."""
_LOVE_K20 = 0.30190
"""k20 of the anelastic Earth (IERS Conventions 2010, table 6.3), by which RL06 processing is done."""
TO_ZERO_TIDE = {ZERO_TIDE: 0.0, TIDE_FREE: -_PERMANENT_TIDE * _LOVE_K20, MEAN_TIDE: _PERMANENT_TIDE}
"""What is added to C20 of each tide system to make it zero-tide, in which technical note 14 gives it."""

_CENTRES = {
    "COST-G": ("COSTG", "COST-G"),
    "CSR": ("UTCSR", "UT-AUSTIN", "UNIVERSITY OF TEXAS", "CSR"),
    "JPL": ("JPLEM", "JPLMSC", "JET PROPULSION", "NASA/JPL", "JPL"),
    "GFZ": ("GFZOP", "GFZ", "EIGEN"),
    "CNES": ("CNESG", "GRGS", "CNES"),
    "ITSG": ("ITSG", "TU GRAZ", "TUGRAZ", "GRAZ UNIVERSITY"),
    "AIUB": ("AIUB",),
}
_SPAN = re.compile(r"(?<!\d)(\d{4})(\d{3})-(\d{4})(\d{3})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT_DAY = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_MONTH = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?![-\d])")
_FIELD = re.compile(r"\s*(\w+)(?:\s*:[ \t]*|[ \t]+)(\S.*)$")
_NUMBER = r"([-+]?[\d.]+(?:[EeDd][-+]?\d+)?)"
_FILTERS = re.compile(
    r"(?<![A-Za-z])(DDK|VDK)\s*[-_ ]?(\d)(?!\d)|(?<![A-Za-z])(gauss(?:ian)?)[\s_-]*(?:filter(?:ed)?\D{0,20})?"
    r"(\d{2,4})?|(?<![A-Za-z])(TSVD)(?![A-Za-z])",
    re.I,
)
_NO_GRAVITY_FIELD = ("GAA", "GAB", "GAC", "GAD")


@dataclass(frozen=True)
class Level2Header:
    """What a file says of itself.

    Attributes
    ----------
    centre : str
        ``CSR``, ``JPL``, ``GFZ``, ``CNES``, ``ITSG``, ``COST-G`` or what the file calls itself.
    release : str
        Such as ``RL06.2``; '' where it is not said.
    mission : str
        ``GRAC``, ``GRFO`` or ''.
    tide_system : str
        ``zero_tide``, ``tide_free``, ``mean_tide``, or '' where the file does not say.
    applied_filter : str
        A filter that the coefficients went through already, such as ``DDK5``; '' for none.
    errors : str
        What kind the standard deviations are, as the file says: ``formal``, ``calibrated``, ``empirical``, ''.
    """

    centre: str
    release: str
    mission: str
    tide_system: str
    applied_filter: str
    errors: str


def read_header(header: str, name: str) -> Level2Header:
    """Return what header and name of a file say.

    Parameters
    ----------
    header : str
        Everything above the coefficients.
    name : str
        Of the file.

    Returns
    -------
    Level2Header
        In the words used here.
    """
    return Level2Header(
        _centre(header, name),
        _release(header, name),
        _mission(header, name),
        _tide_system(header),
        applied_filter(header, name),
        errors=_errors(header),
    )


def value_of(header: str, *keys: str) -> str:
    """Return what stands behind the first of some keys in a header, ``key : value`` or ``key value``; '' for none."""
    fields = _fields(header)
    return next((fields[key.lower()] for key in keys if key.lower() in fields), "")


@functools.lru_cache(maxsize=4)
def _fields(header: str) -> dict[str, str]:
    """Return the entries of a header by key in lower case, the first of each."""
    found: dict[str, str] = {}
    for line in header.splitlines():
        match = _FIELD.match(line)
        if match:
            found.setdefault(match.group(1).lower(), match.group(2).strip())
    return found


def product_kind(header: str, name: str) -> str:
    """Return ``GSM``, ``GAC`` and so on: what a file holds, by its header or else its name; '' if unsaid."""
    said = [value_of(header, "product_id"), value_of(header, "product_name"), value_of(header, "modelname")]
    said.append(value_of(header, "FIRST"))
    for text in (*said, name):
        match = re.search(r"(?<![A-Za-z])(GSM|GA[ABCD])(?![A-Za-z])", text, re.I)
        if match:
            return match.group(1).upper()
    return ""


def is_background(header: str, name: str) -> bool:
    """Return True where the file holds atmosphere and ocean (GAA to GAD), which are no solutions, or is named so."""
    return product_kind(header, name) in _NO_GRAVITY_FIELD or product_kind("", name) in _NO_GRAVITY_FIELD


def applied_filter(header: str, name: str) -> str:
    """Return the filter that coefficients have gone through by name, keys or comments of the file; '' for none."""
    texts = [name, value_of(header, "modelname"), value_of(header, "product_name"), value_of(header, "filter")]
    texts += re.findall(r"^\s*(?:CMMNT|comment)\b(.*(?:filter|smooth).*)$", header, re.MULTILINE | re.IGNORECASE)
    for text in texts:
        match = _FILTERS.search(text)
        if match is None:
            continue
        if match.group(1):
            return f"{match.group(1).upper()}{match.group(2)}"
        if match.group(5):
            return "TSVD"
        radius = f" {match.group(4)} km" if match.group(4) else ""
        return f"gaussian{radius}"
    said = value_of(header, "filter")
    return "" if said.lower() in ("", "none", "no", "unfiltered") else said


def _centre(header: str, name: str) -> str:
    institute = value_of(header, "generating_institute") or value_of(header, "institution")
    keys = ("product_name", "modelname", "FIRST")
    for text in (name, *(value_of(header, key) for key in keys), institute):
        for centre, names in _CENTRES.items():
            if any(each in text.upper() for each in names):
                return centre
    return institute or "an unnamed centre"


def _release(header: str, name: str) -> str:
    """Return the release as ``RL06.2``."""
    for text in (name, value_of(header, "product_name"), value_of(header, "modelname")):
        match = re.search(r"GSM-2_[\d-]+_\w{4}_[\w-]{5}_\w{4}_(\d{4})(?!\d)", text)
        if match:
            return release_words(match.group(1))
        match = re.search(r"ITSG-?Grace[_-]?(?:FO)?_?(\d{4}|operational)", text, re.I)
        if match:
            # The operational series is ITSG-Grace2018 continued with GRACE-FO.
            return "2018" if match.group(1).lower() == "operational" else match.group(1)
    match = re.search(r"RL\s*(\d{2}(?:\.?\d{1,2})?)", value_of(header, "product_version") or name)
    return release_words(match.group(1)) if match else ""


def release_words(text: str) -> str:
    """Return a release written as ``0602``, ``06.2``, ``06`` or (until RL05) ``0005`` as ``RL06.2``."""
    digits = text.replace(".", "")
    if "." in text:
        major, _, minor = text.partition(".")
    elif len(digits) == 4 and digits.startswith("00"):
        major, minor = digits[2:], "0"
    else:
        major, minor = digits[:2], digits[2:] or "0"
    return f"RL{int(major):02d}" + (f".{int(minor)}" if int(minor) else "")


def _mission(header: str, name: str) -> str:
    match = re.search(r"GRAC(?=_)|GRFO(?=_)", name) or re.search(
        r"GRAC(?=_)|GRFO(?=_)", value_of(header, "product_name")
    )
    if match:
        return match.group(0)
    title = value_of(header, "title")
    return "GRFO" if "GRACE-FO" in title else "GRAC" if "GRACE" in title else ""


def _tide_system(header: str) -> str:
    said = value_of(header, "tide_system").lower().replace("-", "_").replace(" ", "_")
    if said in TO_ZERO_TIDE:
        return said
    # "inclusive": the deformation by the permanent tide is part of the field, which is zero-tide.
    flag = value_of(header, "permanent_tide_flag").lower()
    if not flag:
        line = re.search(r"^\s*(?:SHM|CMMNT).*?\b(inclusive|exclusive)\b.*permanent tide", header, re.M | re.I)
        flag = line.group(1).lower() if line else ""
    return {"inclusive": ZERO_TIDE, "exclusive": TIDE_FREE}.get(flag.split()[0] if flag else "", "")


def _errors(header: str) -> str:
    said = value_of(header, "errors").lower()
    if said:
        return said
    if re.search(r"formal sigmas? (?:are|is) not calibrated", header, re.I):
        return "formal"
    found = re.search(r"uncertainties\s*:\s*(\w+)", header, re.I)
    return found.group(1).lower() if found else ""


def real(word: str) -> float:
    """Return a number, also with Fortran's D for the exponent."""
    try:
        return float(word)
    except ValueError:
        return float(word.replace("D", "E").replace("d", "e"))


def number_in(header: str, pattern: str) -> float | None:
    """Return the number that a pattern's first group finds, or None."""
    match = re.search(pattern, header, re.MULTILINE)
    return real(match.group(1)) if match else None


def scale_to_standard(header: str, degree: int) -> tuple[FloatArray, bool]:
    """Return the factor [degree, 1] from the file's GM and radius to the standard ones, and whether it gives both."""
    yaml = re.search(
        rf"earth_gravity_param.*?value\s*:\s*{_NUMBER}.*?mean_equator_radius.*?value\s*:\s*{_NUMBER}", header, re.S
    )
    earth = re.search(rf"^\s*EARTH\s+{_NUMBER}\s+{_NUMBER}", header, re.MULTILINE)
    both = yaml or earth
    gm = real(both.group(1)) if both else number_in(header, rf"^\s*earth_gravity_constant\s+{_NUMBER}")
    radius = real(both.group(2)) if both else number_in(header, rf"^\s*radius\s+{_NUMBER}")
    given = bool(gm) and bool(radius)
    gm, radius = gm or GM, radius or REFERENCE_RADIUS
    return np.asarray(gm / GM * (radius / REFERENCE_RADIUS) ** np.arange(degree + 1))[:, None], given


def days_of_solution(header: str, body: str, name: str) -> tuple[int, int]:
    """Return first day and the day after the last: of the header, the data lines, or the file's name.

    Comments are not asked: a combination lists the solutions of others there, with their days.

    Raises
    ------
    InputError
        Where none of them says.
    """
    start, end = value_of(header, "time_coverage_start"), value_of(header, "time_coverage_end")
    if start and end:
        # CSR gives the midnight after the last day, JPL the last second of it.
        stop = datetime.fromisoformat(end[:19])
        whole = stop.date() if stop.time() == datetime.min.time() else stop.date() + timedelta(days=1)
        return day_number(date.fromisoformat(start[:10])), day_number(whole)
    words = body.partition("\n")[0].split()
    if len(words) >= 9 and re.fullmatch(r"\d{8}\.\d{4}", words[7]):
        stop_day = datetime.strptime(words[8][:8], "%Y%m%d").date()
        later = 0 if words[8].endswith(".0000") else 1
        return day_number(datetime.strptime(words[7][:8], "%Y%m%d").date()), day_number(stop_day) + later
    said = [value_of(header, "time_period", "time_period_of_data")]
    said += [value_of(header, key) for key in ("product_name", "modelname", "FIRST")]
    for text in (*said, name):
        found = _days_in(text)
        if found is not None:
            return found
    raise InputError(f"{name} does not say which days it is of: give it the name that it was published under.")


def _days_in(text: str) -> tuple[int, int] | None:
    """Return the days that a text names: two days of the year, one or two dates, or a month."""
    try:
        span = _SPAN.search(text)
        if span:
            year, day, last_year, last_day = (int(part) for part in span.groups())
            return day_number(date(year, 1, 1)) + day - 1, day_number(date(last_year, 1, 1)) + last_day
        dates = _DAY.findall(text) or _COMPACT_DAY.findall(text)
        if dates:
            days = [day_number(date(*(int(part) for part in found))) for found in dates]
            # 20180601.0000-20180701.0000, or 2018-07-01 00:00: the midnight after the last day.
            midnight = len(days) > 1 and re.search(r"(?:\.0000|[ T]00:00(?::00)?)\s*$", text)
            return days[0], days[min(1, len(days) - 1)] + (0 if midnight else 1)
        month = _MONTH.search(text)
        if month:
            year, number = int(month.group(1)), int(month.group(2))
            return day_number(date(year, number, 1)), day_number(date(year + number // 12, number % 12 + 1, 1))
    except ValueError:
        pass
    return None


def unused_days(header: str) -> tuple[int, ...] | None:
    """Return the days that a header lists as left out; None where it does not say."""
    listed = re.search(r"unused_days\s*:\s*\[(.*?)\]", header, re.S)
    if listed is None:
        return None
    return tuple(day_number(date(*(int(part) for part in day))) for day in _DAY.findall(listed.group(1)))
