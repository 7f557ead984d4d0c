"""Level-2 files: one month's Stokes coefficients, in the dialects of the processing centres.

Read are the GRCOF2 format (with a YAML header as CSR, JPL and GFZ write it now, or the older FIRST, EARTH, SHM lines)
and ICGEM's .gfc, gzipped or plain, recognised by their content.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..errors import InputError
from . import level2_header
from .harmonics import Coefficients
from .level2_header import Level2Header, number_in, real

_GZIP = b"\x1f\x8b"
_HEAD = 16384
_LAST_END_LINE = b"end_of_head"
_NO_LIMIT = 10_000
LARGEST_BYTES = 64 * 2**20
"""No file of a monthly field is larger, packed or not: degree 200 with its errors takes 3 MB."""
_AT_ONCE = 2**20


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
    header : Level2Header
        Centre, release, tide system, filter.
    scaled : bool
        The file gives GM and radius; those of the GRACE standards were taken where not.
    """

    source: str
    coefficients: Coefficients
    start: int
    end: int
    unused: tuple[int, ...] | None
    header: Level2Header
    scaled: bool = True

    @property
    def centre(self) -> str:
        """``CSR``, ``JPL``, ``GFZ`` or what the file calls itself."""
        return self.header.centre


def read_text(path: Path, size: int = -1) -> str:
    """Return the text of a file, gzipped or not, or its first `size` characters.

    Raises
    ------
    InputError
        Where a gzipped file is cut off or corrupt.
    """
    return read_bytes(path, size).decode("latin-1")


def read_bytes(path: Path, size: int = -1) -> bytes:
    """Return the content of a file, gzipped or not, or its first `size` bytes (see :func:`read_text`).

    Raises
    ------
    InputError
        Where a gzipped file is cut off or corrupt, or a file is larger than any of its kind.
    """
    if size < 0:
        _check_size(path, path.stat().st_size)
    with path.open("rb") as file:
        data = file.read(size if size < 0 else size + len(_GZIP))
    if not data.startswith(_GZIP):
        return data[:size] if size >= 0 else data
    parts: list[bytes] = []
    total = 0
    try:
        # Several times faster than the module gzip; a file may consist of several packed parts.
        while data.startswith(_GZIP):
            unpacker = zlib.decompressobj(wbits=31)
            if size >= 0:
                return unpacker.decompress(data, size) if size else b""
            while data and not unpacker.eof:
                parts.append(unpacker.decompress(data, _AT_ONCE))
                data = unpacker.unconsumed_tail
                total += len(parts[-1])
                _check_size(path, total)
                if not parts[-1] and not data:
                    break
            if not unpacker.eof:
                parts.append(unpacker.flush())
            if not unpacker.eof:
                raise InputError(f"{path.name} is cut off: download it again.")
            data = unpacker.unused_data
    except zlib.error as error:
        raise InputError(f"{path.name} is cut off or corrupt ({error}): download it again.") from error
    return b"".join(parts)


def _check_size(path: Path, size: int) -> None:
    """Refuse what is larger than any file of its kind, before memory is spent on it."""
    if size > LARGEST_BYTES:
        raise InputError(
            f"{path.name} holds more than {LARGEST_BYTES // 2**20} MB, more than any monthly gravity field or "
            "technical note: it is another file, or damaged. Choose the right one."
        )


def is_level2(path: Path) -> bool:
    """Return True where a file begins as a monthly gravity field does."""
    try:
        head = read_text(path, _HEAD)
    except InputError:
        # A file that is cut off within its first lines: by its name it may still be one, to be reported as broken.
        return path.name.upper().startswith("GSM-2")
    if is_background_file(path, head):
        return False
    return bool(
        ("product_id" in head and "GSM-2" in head)
        or (re.match(r"\s*FIRST\b", head) and "GRCOF2" in head)
        or ("earth_gravity_constant" in head and ("max_degree" in head or "end_of_head" in head))
    )


def is_background_file(path: Path, head: str | None = None) -> bool:
    """Return True where a file holds GAA, GAB, GAC or GAD: atmosphere and ocean, not a solution.

    Parameters
    ----------
    path : Path
        Of the file.
    head : str, optional
        Its beginning, where it is read already.
    """
    if head is None:
        try:
            head = read_text(path, _HEAD)
        except InputError:
            return False
    shaped = "GRCOF2" in head or "earth_gravity_constant" in head or "product_id" in head
    return shaped and level2_header.is_background(head, path.name)


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
    if level2_header.is_background(header, path.name):
        raise InputError(
            f"{path.name} is no solution but the atmosphere and ocean taken off before it "
            f"({level2_header.product_kind(header, path.name)}): choose the GSM files."
        )
    keys = ("gfc", "gfct") if is_icgem else ("GRCOF2",)
    wanted = _NO_LIMIT if max_degree is None else max_degree
    table, count = fixed_columns(body, keys[0].encode(), wanted) or _free_columns(body, keys, wanted, path)
    declared = number_in(header, r"^\s*(?:degree\s*:|max_degree|SHM)\s*(\d+)")
    _check_complete(table, count, declared, wanted, path)
    degree = int(table[:, 0].max())
    c, s = np.zeros((2, degree + 1, degree + 1))
    row, column = table[:, 0].astype(int), table[:, 1].astype(int)
    c[row, column], s[row, column] = table[:, 2], table[:, 3]
    start, end = level2_header.days_of_solution(header, body[:200].decode("latin-1"), path.name)
    scale, given = level2_header.scale_to_standard(header, degree)
    said = level2_header.read_header(header, path.name)
    return Level2(
        path.name,
        Coefficients(c * scale, s * scale),
        start,
        end,
        level2_header.unused_days(header),
        header=said,
        scaled=given,
    )


def _check_complete(table: FloatArray, count: int, declared: float | None, wanted: int, path: Path) -> None:
    """See that every coefficient from degree 2 on is there once: one that is missing would count as zero.

    Raises
    ------
    InputError
        Where one is missing, or there twice with different values.
    """
    row, column = table[:, 0].astype(int), table[:, 1].astype(int)
    degree = int(min(wanted, row.max() if declared is None else declared))
    if degree < 1:
        raise InputError(f"{path.name} has no coefficients of degree 2 or above: download it again.")
    low = int(np.count_nonzero(row < 2))
    expected = 0 if declared is None else (declared - 1) * (declared + 4) / 2 + low
    if count < expected:
        raise InputError(
            f"{path.name} is cut off or lacks lines: it has {count} coefficients, fewer than the {expected:.0f} of its "
            f"degree {declared:.0f}. Download it again."
        )
    there = np.zeros((degree + 1, degree + 1), dtype=np.int64)
    inside = row <= degree
    np.add.at(there, (row[inside], column[inside]), 1)
    needed = np.tril(np.ones_like(there, dtype=bool))
    needed[:2] = False
    lost = np.argwhere(needed & (there == 0))
    if lost.size:
        named = ", ".join(f"degree {n} order {m}" for n, m in lost[:3])
        raise InputError(
            f"{path.name} lacks {len(lost)} coefficient{'s' if len(lost) > 1 else ''} ({named}): download it again."
        )
    twice = np.argwhere(there > 1)
    for n, m in twice:
        same = table[(row == n) & (column == m), 2:4]
        if np.ptp(same, axis=0).any():
            raise InputError(f"{path.name} has degree {n} order {m} twice with different values: download it again.")


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
        table = np.array([[real(word) for word in words[1:5]] for words in chosen])
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
