"""Many decimal numbers in a text at once: eight characters as one integer, without a loop over numbers."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import numpy.typing as npt

_UInt64 = npt.NDArray[np.uint64]
_TOGETHER = 1 << 14  # numbers: the arrays of that many stay in the cache
_FEW = 0.02
"""Part of numbers of another form up to which these are parsed one by one."""


def _constant(byte: int) -> np.uint64:
    return np.uint64(int.from_bytes(bytes([byte] * 8), "little"))


_ZEROS, _DOTS, _ONES, _HIGH, _NINE = (_constant(byte) for byte in (0x30, 0x2E, 0x01, 0x80, 0x76))
_LOW = _constant(0x0F)
_EIGHT, _FULL = np.uint64(8), np.uint64(0xFF)
_BLANK = np.array([(1 << (8 * (8 - length))) - 1 for length in range(9)], dtype=np.uint64)
"""Bits of a word before a number of so many characters."""
_FIRST = np.array([8 * (8 - max(length, 1)) for length in range(9)], dtype=np.uint64)
"""First bit of it."""
_DIVISOR = 10.0 ** np.arange(7, -1, -1)
"""By the byte that holds the point: 7 is the last."""


def parse_decimals(text: bytes, mark: int) -> npt.NDArray[np.float64]:
    """Return the numbers between separators; NaN where there is nothing, or a text for a missing value.

    Parameters
    ----------
    text : bytes
        Begins and ends with the separator.
    mark : int
        The separator's code.

    Returns
    -------
    array [number]

    Raises
    ------
    ValueError
        Where something between two separators is no number.

    References
    ----------
    The way eight digits become one integer by three multiplications is described by Lemire (2022), "Number parsing at
    a gigabyte per second", Software: Practice and Experience 51, 1700.
    """
    # Eight bytes before the first separator, so that the eight before every later one exist.
    padded = np.frombuffer(b"0" * 8 + text, dtype=np.uint8)
    marks = np.flatnonzero(padded == mark)
    ends, lengths = marks[1:], np.diff(marks) - 1
    words = np.lib.stride_tricks.as_strided(
        padded[:8].view("<u8"), shape=(padded.size - 7,), strides=(1,), writeable=False
    )
    values = np.empty(ends.size)
    odd: list[npt.NDArray[np.intp]] = []
    for start in range(0, ends.size, _TOGETHER):
        part = slice(start, start + _TOGETHER)
        values[part], good = _eight(words[ends[part] - 8], lengths[part])
        odd.append(start + np.flatnonzero(~good))
    others = np.concatenate(odd) if odd else np.empty(0, dtype=np.intp)
    if others.size > _FEW * ends.size + 1000:
        found = _by_numpy(text, mark)
        if found.size == ends.size:
            return found
    for number in others:
        values[number] = _one(text[ends[number] - 8 - lengths[number] : ends[number] - 8])
    return values


def _eight(words: _UInt64, lengths: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Return numbers of at most eight characters ``[-]digits[.digits]``, and which are such numbers.

    The last character is the highest byte of a word.
    """
    fits = (lengths >= 1) & (lengths <= 8)
    if not fits.all():
        lengths = np.where(fits, lengths, 1)
    negative = ((words >> _FIRST[lengths]) & _FULL) == 0x2D
    negative &= lengths > 1
    words = words ^ ((words ^ _ZEROS) & _BLANK[lengths - negative])
    uniform = _same_point(words)
    if uniform is not None:
        digits, divisor = uniform
        good = ((digits + _NINE) | digits) & _HIGH == 0
        good &= fits
        return _value(digits, divisor, negative), good
    found = words ^ _DOTS
    point = (found - _ONES) & ~found & _HIGH
    bottom = point >> np.uint64(7)
    whole = bottom == 0
    before = np.where(whole, np.uint64(0), bottom - np.uint64(1))
    after = ~((before << _EIGHT) | _FULL)
    moved = ((words & before) << _EIGHT) | (words & after) | np.uint64(0x30)
    digits = np.where(whole, words, moved) - _ZEROS
    good = fits & (((digits + _NINE) | digits) & _HIGH == 0) & (bottom & (bottom - np.uint64(1)) == 0)
    place = ((bottom.astype(np.float64).view(np.int64) >> 52) - 1023) >> 3  # of the point's byte, by the exponent
    return _value(digits, np.where(whole, 1.0, _DIVISOR[np.clip(place, 0, 7)]), negative), good


def _same_point(words: _UInt64) -> tuple[_UInt64, float] | None:
    """Return digits less the point, and the divisor, of words whose point is in the same byte; None of others."""
    first = int(words[0]).to_bytes(8, "little")
    byte = first.rfind(b".")
    if byte < 0 or not (((words >> np.uint64(8 * byte)) & _FULL) == 0x2E).all():
        return None
    before = np.uint64((1 << (8 * byte)) - 1)
    after = ~np.uint64((1 << (8 * byte + 8)) - 1) if byte < 7 else np.uint64(0)
    moved = (words & before) << _EIGHT
    moved |= words & after
    moved |= np.uint64(0x30)
    moved -= _ZEROS
    return moved, float(_DIVISOR[byte])


def _value(digits: _UInt64, divisor: Any, negative: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """Return eight digits a word, the first in the lowest byte, as a number over a divisor."""
    digits = digits & _LOW
    digits *= np.uint64(2561)
    digits >>= _EIGHT
    digits &= np.uint64(0x00FF00FF00FF00FF)
    digits *= np.uint64(6553601)
    digits >>= np.uint64(16)
    digits &= np.uint64(0x0000FFFF0000FFFF)
    digits *= np.uint64(42949672960001)
    digits >>= np.uint64(32)
    numbers = digits.astype(np.float64)
    numbers /= divisor
    np.negative(numbers, out=numbers, where=negative)
    return numbers


def _one(cell: bytes) -> float:
    text = cell.strip().strip(b'"').decode(errors="replace")
    return float("nan") if text.lower() in ("", "na", "nan", "null", "none", "-") else float(text)


def _by_numpy(text: bytes, mark: int) -> npt.NDArray[np.float64]:
    """Return the numbers between separators; fewer than there are where one is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of what is no number, which the caller looks for
        try:
            return np.fromstring(text[1:-1], dtype=np.float64, sep=chr(mark))
        except ValueError:
            return np.empty(0)
