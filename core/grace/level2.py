"""Level-2 files: one month's Stokes coefficients, in the dialects of the processing centres.

Read are the GRCOF2 format (with a YAML header as CSR, JPL and GFZ write it now, or the older FIRST, EARTH, SHM lines)
and ICGEM's .gfc, gzipped or plain, recognised by their content.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..dates import day_number
from ..errors import InputError
from .harmonics import GM, REFERENCE_RADIUS, Coefficients

_GZIP = b"\x1f\x8b"
_HEAD = 16384
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SPAN = re.compile(r"(\d{4})(\d{3})-(\d{4})(\d{3})")
_MONTH = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?!\d)")
_CENTRES = {"CSR": ("UTCSR", "UT-AUSTIN", "CSR"), "JPL": ("JPLEM", "JET PROPULSION"), "GFZ": ("GFZOP", "GFZ")}
_LAST_END_LINE = b"end_of_head"
_NO_LIMIT = 10_000


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
    return read_bytes(path, size).decode("latin-1")


def read_bytes(path: Path, size: int = -1) -> bytes:
    """Return the content of a file, gzipped or not, or its first `size` bytes (see :func:`read_text`)."""
    with path.open("rb") as file:
        data = file.read(size if size < 0 else size + len(_GZIP))
    if not data.startswith(_GZIP):
        return data[:size] if size >= 0 else data
    content = b""
    try:
        # Several times faster than the module gzip; a file may consist of several packed parts.
        while data.startswith(_GZIP):
            unpacker = zlib.decompressobj(wbits=31)
            content += unpacker.decompress(data, max(size, 0))
            if size >= 0:
                return content
            if not unpacker.eof:
                raise InputError(f"{path.name} is cut off: download it again.")
            data = unpacker.unused_data
    except zlib.error as error:
        raise InputError(f"{path.name} is cut off or corrupt ({error}): download it again.") from error
    return content


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
        or ("earth_gravity_constant" in head and ("max_degree" in head or "end_of_head" in head))
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
    text = read_bytes(path)
    is_icgem = _LAST_END_LINE in text
    head, found, body = text.partition(_LAST_END_LINE if is_icgem else b"# End of YAML header")
    if found:
        body = body.partition(b"\n")[2]
    else:
        first = max(text.find(b"GRCOF2"), 0)
        head, body = text[:first], text[first:]
    header = head.decode("latin-1")
    keys = ("gfc", "gfct") if is_icgem else ("GRCOF2",)
    wanted = _NO_LIMIT if max_degree is None else max_degree
    table, count = fixed_columns(body, keys[0].encode(), wanted) or _free_columns(body, keys, wanted, path)
    declared = _number(header, r"^\s*(?:degree\s*:|max_degree|SHM)\s*(\d+)")
    if declared is not None and count < 0.5 * (declared - 1) * (declared + 4):
        raise InputError(
            f"{path.name} is cut off: it has {count} coefficients, fewer than its degree {declared:.0f} needs. "
            "Download it again."
        )
    degree = int(table[:, 0].max())
    c, s = np.zeros((2, degree + 1, degree + 1))
    row, column = table[:, 0].astype(int), table[:, 1].astype(int)
    c[row, column], s[row, column] = table[:, 2], table[:, 3]
    start, end = _days(header, body[:200].decode("latin-1"), path)
    scale = _scale(header, degree)
    coefficients = Coefficients(c * scale, s * scale)
    return Level2(path.name, coefficients, start, end, _unused(header), _centre(header, path))


def fixed_columns(body: bytes, key: bytes, max_degree: int) -> tuple[FloatArray, int] | None:
    """Return degree, order, C, S [line, 4] up to a degree, and the number of lines, where all have the same columns.

    Files are written by Fortran: each number ends in the same column of every line. None where that is not so.
    """
    width = body.find(b"\n") + 1
    if width < len(key) + 8 or not body.startswith(key):
        return None
    ends = [match.end() for match in re.finditer(rb"\S+", body[:width])][:5]
    lines = body if body.endswith(b"\n") else body + b"\n"
    if len(lines) % width or len(ends) < 5:
        return None
    table = np.frombuffer(lines, dtype=np.uint8).reshape(-1, width)
    same_key = np.all(table[:, : len(key)] == np.frombuffer(key, dtype=np.uint8))
    if not same_key or np.any(table[:, -1] != ord("\n")) or np.any(table[:, ends] > ord(" ")):
        return None
    degree, order = (_whole_numbers(table[:, start:end]) for start, end in zip(ends[:2], ends[1:3]))
    if degree is None or order is None:
        return None
    kept = np.asarray(degree <= max_degree)
    try:
        values = [_reals(table[kept, start:end]) for start, end in zip(ends[2:4], ends[3:5])]
    except ValueError:
        return None
    if not kept.any() or np.any(order > degree):
        return None
    return np.stack([degree[kept], order[kept], *values], axis=1), len(table)


def _whole_numbers(characters: npt.NDArray[np.uint8]) -> IntArray | None:
    """Return the numbers that rows of characters [line, character] spell, or None where one is none."""
    blank = characters == ord(" ")
    digits = characters.astype(np.int64) - ord("0")
    if np.any(~blank & ((digits < 0) | (digits > 9))) or np.any(blank.all(axis=1)):
        return None
    powers = 10 ** np.arange(characters.shape[1])[::-1]
    return np.asarray(np.where(blank, 0, digits) @ powers)


def _reals(characters: npt.NDArray[np.uint8]) -> FloatArray:
    """Return the real numbers that rows of characters spell, also with Fortran's D for the exponent."""
    text = np.where((characters == ord("D")) | (characters == ord("d")), ord("E"), characters).astype(np.uint8)
    return np.asarray(np.ascontiguousarray(text).view(f"S{text.shape[1]}")[:, 0].astype(np.float64))


def _free_columns(body: bytes, keys: tuple[str, ...], max_degree: int, path: Path) -> tuple[FloatArray, int]:
    """Return degree, order, C, S [line, 4] up to a degree, and the number of lines, of lines of any shape."""
    lines = [line.split() for line in body.decode("latin-1").splitlines()]
    chosen = [words for words in lines if len(words) > 4 and words[0] in keys]
    try:
        if not chosen:
            raise ValueError("it has none")
        table = np.array([[_real(word) for word in words[1:5]] for words in chosen])
    except ValueError as error:
        raise InputError(f"{path.name}: its coefficients cannot be read ({error}): download it again.") from error
    if np.any(table[:, 1] > table[:, 0]) or np.any(table[:, :2] < 0):
        raise InputError(f"{path.name}: a coefficient has an order above its degree: download the file again.")
    return table[table[:, 0] <= max_degree], len(table)


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
    words = body.partition("\n")[0].split()
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
