"""Level-2 files: one month's Stokes coefficients, in the dialects of the processing centres.

Read are the GRCOF2 format (with a YAML header as CSR, JPL and GFZ write it now, or the older FIRST, EARTH, SHM lines)
and ICGEM's .gfc, gzipped or plain, recognised by their content.
"""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import day_number
from ..errors import InputError
from .harmonics import GM, REFERENCE_RADIUS, Coefficients

_GZIP = b"\x1f\x8b"
_HEAD = 16384
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPAN = re.compile(r"(\d{4})(\d{3})-(\d{4})(\d{3})")
_MONTH = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?!\d)")
_CENTRES = {"CSR": ("UTCSR", "UT-AUSTIN", "CSR"), "JPL": ("JPLEM", "JET PROPULSION"), "GFZ": ("GFZOP", "GFZ")}
_LAST_END_LINE = "end_of_head"


@dataclass(frozen=True)
class Level2:
    """One solution.

    Attributes
    ----------
    source : str
        Name of the file.
    coefficients : Coefficients
        Of the full field, for GM and radius of the GRACE standards.
    start, end : int
        First day and the day after the last, in days since 2000-01-01.
    unused : tuple of int, optional
        Days that were left out; None where the file does not say.
    centre : str
        ``CSR``, ``JPL``, ``GFZ`` or what the file calls itself.
    """

    source: str
    coefficients: Coefficients
    start: int
    end: int
    unused: tuple[int, ...] | None
    centre: str


def read_text(path: Path, size: int = -1) -> str:
    """Return the text of a file, gzipped or not, or its first `size` characters.

    Raises
    ------
    InputError
        Where a gzipped file is cut off or corrupt.
    """
    with path.open("rb") as plain:
        packed = plain.read(2) == _GZIP
    try:
        if packed:
            with gzip.open(path, "rb") as file:
                return file.read(size).decode("latin-1")
        with path.open("rb") as file:
            return file.read(size).decode("latin-1")
    except (EOFError, OSError, zlib.error) as error:
        raise InputError(f"{path.name} is cut off or corrupt ({error}): download it again.") from error


def is_level2(path: Path) -> bool:
    """Return True where a file begins as a monthly gravity field does."""
    try:
        head = read_text(path, _HEAD)
    except InputError:
        # A file that is cut off within its first lines: by its name it may still be one, to be reported as broken.
        return path.name.upper().startswith("GSM-2")
    return bool(
        ("product_id" in head and "GSM-2" in head)
        or (re.match(r"\s*FIRST\b", head) and "GRCOF2" in head)
        or ("earth_gravity_constant" in head and ("max_degree" in head or _LAST_END_LINE in head))
    )


def read_level2(path: Path, max_degree: int | None = None) -> Level2:
    """Read one solution.

    Parameters
    ----------
    path : Path
        Of the file.
    max_degree : int, optional
        Higher degrees are dropped.

    Raises
    ------
    InputError
        Where the file is cut off, is none of the known formats, or lacks its days.
    """
    path = Path(path)
    text = read_text(path)
    is_icgem = _LAST_END_LINE in text
    marker = _LAST_END_LINE if is_icgem else "# End of YAML header"
    header, found, body = text.partition(marker)
    if found:
        body = body.partition("\n")[2]
    else:
        first = text.find("GRCOF2")
        header, body = text[: max(first, 0)], text[max(first, 0) :]
    keys = ("gfc", "gfct") if is_icgem else ("GRCOF2",)
    table = _rows(body, keys, path)
    degree = int(table[:, 0].max())
    declared = _number(header, r"^\s*(?:degree\s*:|max_degree|SHM)\s*(\d+)")
    if declared is not None and len(table) < 0.5 * (declared - 1) * (declared + 4):
        raise InputError(
            f"{path.name} is cut off: it has {len(table)} coefficients, fewer than its degree {declared:.0f} needs. "
            "Download it again."
        )
    c, s = np.zeros((2, degree + 1, degree + 1))
    row, column = table[:, 0].astype(int), table[:, 1].astype(int)
    c[row, column], s[row, column] = table[:, 2], table[:, 3]
    start, end = _days(header, body, path)
    scale = _scale(header, degree)
    coefficients = Coefficients(c * scale, s * scale)
    if max_degree is not None:
        coefficients = coefficients.truncated(min(degree, max_degree))
    return Level2(path.name, coefficients, start, end, _unused(header), _centre(header, path))


def _rows(body: str, keys: tuple[str, ...], path: Path) -> FloatArray:
    """Return degree, order, C, S of every data line [line, 4]."""
    words = body.split()
    width = next((n for n in range(5, 13) if n < len(words) and words[n] in keys), len(words))
    regular = width > 4 and len(words) % width == 0 and all(word in keys for word in words[::width])
    try:
        if regular:
            columns = [words[k::width] for k in range(1, 5)]
        else:
            lines = [line.split() for line in body.splitlines()]
            chosen = [parts for parts in lines if len(parts) > 4 and parts[0] in keys]
            columns = [[parts[k] for parts in chosen] for k in range(1, 5)]
        if not columns[0]:
            raise ValueError("no coefficients")
        table = np.array([[_real(word) for word in column] for column in columns]).T
    except (ValueError, IndexError) as error:
        raise InputError(f"{path.name}: its coefficients cannot be read ({error}): download it again.") from error
    if np.any(table[:, 1] > table[:, 0]) or np.any(table[:, :2] < 0):
        raise InputError(f"{path.name}: a coefficient has an order above its degree: download the file again.")
    return table


def _real(word: str) -> float:
    """Return a number, also with Fortran's D for the exponent."""
    try:
        return float(word)
    except ValueError:
        return float(word.replace("D", "E").replace("d", "e"))


def _number(header: str, pattern: str) -> float | None:
    match = re.search(pattern, header, re.MULTILINE)
    return _real(match.group(1)) if match else None


def _scale(header: str, degree: int) -> FloatArray:
    """Return the factor [degree, 1] from the file's GM and radius to the standard ones."""
    number = r"([-+.\dEeDd]+)"
    gm = radius = None
    yaml = re.search(
        rf"earth_gravity_param.*?value\s*:\s*{number}.*?mean_equator_radius.*?value\s*:\s*{number}", header, re.S
    )
    if yaml:
        gm, radius = _real(yaml.group(1)), _real(yaml.group(2))
    else:
        gm = _number(header, rf"^\s*(?:earth_gravity_constant|EARTH)\s+{number}")
        radius = _number(header, rf"^\s*(?:radius|EARTH\s+{number.replace('(', '(?:')})\s+{number}")
    gm, radius = gm or GM, radius or REFERENCE_RADIUS
    return np.asarray(gm / GM * (radius / REFERENCE_RADIUS) ** np.arange(degree + 1))[:, None]


def _days(header: str, body: str, path: Path) -> tuple[int, int]:
    """Return first day and the day after the last: of the header, the data lines, or the file's name."""
    start = re.search(r"time_coverage_start\s*:\s*(\S+)", header)
    end = re.search(r"time_coverage_end\s*:\s*(\S+)", header)
    if start and end:
        # CSR gives the midnight after the last day, JPL the last second of it.
        stop = datetime.fromisoformat(end.group(1)[:19])
        whole = stop.date() if stop.time() == datetime.min.time() else stop.date() + timedelta(days=1)
        return day_number(date.fromisoformat(start.group(1)[:10])), day_number(whole)
    words = body[: body.find("\n")].split()
    if len(words) >= 9 and re.fullmatch(r"\d{8}\.\d{4}", words[7]):
        stop_day = datetime.strptime(words[8][:8], "%Y%m%d").date()
        later = 0 if words[8].endswith(".0000") else 1
        return day_number(datetime.strptime(words[7][:8], "%Y%m%d").date()), day_number(stop_day) + later
    for text in (header, path.name):
        span = _SPAN.search(text)
        if span:
            year, day, last_year, last_day = (int(part) for part in span.groups())
            return day_number(date(year, 1, 1)) + day - 1, day_number(date(last_year, 1, 1)) + last_day
    month = _MONTH.search(path.name)
    if month:
        year, number = int(month.group(1)), int(month.group(2))
        return day_number(date(year, number, 1)), day_number(date(year + number // 12, number % 12 + 1, 1))
    raise InputError(f"{path.name} does not say which days it is of: give it the name that it was published under.")


def _unused(header: str) -> tuple[int, ...] | None:
    listed = re.search(r"unused_days\s*:\s*\[(.*?)\]", header, re.S)
    if listed is None:
        return None
    return tuple(day_number(date.fromisoformat(day)) for day in _DATE.findall(listed.group(1)))


def _centre(header: str, path: Path) -> str:
    places = [path.name.upper()]
    institution = re.search(r"(?:institution|generating_institute)\s*:?\s*(.+)", header)
    if institution:
        places.append(institution.group(1).upper())
    for text in places:
        for centre, names in _CENTRES.items():
            if any(name in text for name in names):
                return centre
    return institution.group(1).strip() if institution else "an unnamed centre"
