"""Tables of points with one column a date, of any length, read piece by piece into a scratch file."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Callable

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray
from ..dates import day_number, parse_date
from ..errors import InputError
from .contract import without_sentinels
from .decimals import parse_decimals
from .recognition import date_columns, first_line, split_header, table_in

_PIECE = 8 * 2**20
"""Bytes of text that are parsed together."""


@dataclass(frozen=True)
class PointFile:
    """A table or layer of points whose series lie in a scratch file.

    Attributes
    ----------
    path : Path
        It was read from.
    days : array [date]
        Days since 2000-01-01, in the order of the columns.
    names : tuple of str
        Of the other columns.
    columns : list of arrays of bytes [point]
        Texts of the other columns.
    scratch : Path
        float32 [point, date], in the file's unit; NaN where missing.
    """

    path: Path
    days: FloatArray
    names: tuple[str, ...]
    columns: list[npt.NDArray[np.bytes_]]
    scratch: Path

    @property
    def n_points(self) -> int:
        """How many points."""
        return 0 if not self.columns else len(self.columns[0])

    def find(self, *names: str) -> int | None:
        """Return the number of the first column with one of these names, in any case."""
        lower = [name.lower() for name in self.names]
        return next((lower.index(name) for name in names if name in lower), None)

    def texts(self, *names: str) -> npt.NDArray[np.bytes_] | None:
        """Return the texts of the first column with one of these names, or None."""
        at = self.find(*names)
        return None if at is None else self.columns[at]

    def numbers(self, *names: str) -> FloatArray | None:
        """Return the numbers of the first column with one of these names, NaN where empty, or None.

        Raises
        ------
        InputError
            Where there is something else in it.
        """
        at = self.find(*names)
        if at is None:
            return None
        texts = self.columns[at]
        empty = np.isin(texts, (b"", b"NA", b"NULL", b"null"))
        try:
            return np.where(empty, b"nan", texts).astype(np.float64)
        except ValueError as error:
            raise InputError(f"{self.path}: the column '{self.names[at]}' holds what is no number ({error}).") from None

    def series(self, points: npt.NDArray[np.intp]) -> npt.NDArray[np.float32]:
        """Return the series [point, date] of some points."""
        values = np.memmap(self.scratch, dtype=np.float32, mode="r", shape=(self.n_points, self.days.size))
        return without_sentinels(np.array(values[points]))[0]  # and the file's pages go with it


def read_point_csv(path: Path, scratch: Path, tell: Callable[[float], None]) -> PointFile:
    """Read a table, plain or in a zip file, into a scratch file.

    Parameters
    ----------
    path : Path
        First line: names of columns, some of which are dates; separated by commas, semicolons or tabs.
    scratch : Path
        File to write.
    tell : function
        Called with the part that is read.

    Raises
    ------
    InputError
        Where a line has another number of columns, or a value is no number; names the line.
    """
    header, separator = split_header(first_line(path))
    dates = date_columns(header)
    first, last = min(dates), max(dates) + 1
    if sorted(dates) != list(range(first, last)):
        raise InputError(f"{path}: the columns of the dates do not stand together.")
    parser = _Parser(path, separator.encode(), first, last - first, len(header) - last)
    heads: list[list[npt.NDArray[np.bytes_]]] = []
    with scratch.open("wb") as target, _lines(path) as (stream, size):
        stream.readline()
        for piece in _pieces(stream):
            texts, values = parser.parse(piece)
            heads.append(texts)
            target.write(values.tobytes())
            tell(min(1.0, parser.n_bytes / max(size, 1)))
    if not parser.n_points:
        raise InputError(f"{path} has a header, but no point.")
    names = (*header[:first], *header[last:])
    days = np.array([day_number(parse_date(dates[number])) for number in sorted(dates)], dtype=np.float64)
    if np.unique(days).size != days.size:
        raise InputError(f"{path}: a date stands in two columns.")
    columns = [np.concatenate([texts[number] for texts in heads]) for number in range(len(names))]
    return PointFile(path, days, names, columns, scratch)


@contextmanager
def _lines(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """Give the text of a table, also of one in a zip file, and its length in bytes."""
    inside = table_in(path)
    try:
        if inside:
            with zipfile.ZipFile(path) as archive, archive.open(inside) as stream:
                yield stream, archive.getinfo(inside).file_size
        else:
            with path.open("rb") as stream:
                yield stream, path.stat().st_size
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise InputError(f"{path} is cut off or cannot be read ({error}): download it again.") from error


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield pieces of whole lines."""
    rest = b""
    while True:
        read = stream.read(_PIECE)
        if not read:
            break
        end = read.rfind(b"\n") + 1
        if not end:
            rest += read
            continue
        yield rest + read[:end]
        rest = read[end:]
    if rest.strip():
        yield rest


class _Parser:
    """Parses pieces: texts before (and after) the dates' columns one by one, numbers of the dates all at once."""

    def __init__(self, path: Path, separator: bytes, before: int, n_dates: int, after: int) -> None:
        self._path, self._separator = path, separator
        self._before, self._dates, self._after = before, n_dates, after
        self.n_points = self.n_bytes = 0

    def parse(self, piece: bytes) -> tuple[list[npt.NDArray[np.bytes_]], npt.NDArray[np.float32]]:
        """Return the texts of the other columns, each [point], and the values [point, date]."""
        lines = [line for line in piece.splitlines() if line]
        self.n_bytes += len(piece)
        mark, before = self._separator, self._before
        if b'"' in piece:
            heads, tails = self._quoted(lines)
        else:
            parts = [line.split(mark, before) for line in lines]
            heads = [part[:before] for part in parts]
            tails = [part[before] if len(part) > before else b"" for part in parts]
            if self._after:
                split = [tail.rsplit(mark, self._after) for tail in tails]
                heads = [head + part[1:] for head, part in zip(heads, split)]
                tails = [part[0] for part in split]
        values = self._numbers(tails)
        columns = list(zip(*heads)) if heads else []
        if len(columns) != before + self._after:
            self._complain(tails)
        self.n_points += len(lines)
        return [np.array([text.strip() for text in column]) for column in columns], values

    def _quoted(self, lines: list[bytes]) -> tuple[list[list[bytes]], list[bytes]]:
        mark = self._separator
        text = io.StringIO(b"\n".join(lines).decode("utf-8", errors="replace"))
        rows = [[cell.encode() for cell in row] for row in csv.reader(text, delimiter=mark.decode())]
        end = self._before + self._dates
        return [row[: self._before] + row[end:] for row in rows], [mark.join(row[self._before : end]) for row in rows]

    def _numbers(self, tails: list[bytes]) -> npt.NDArray[np.float32]:
        mark = self._separator
        text = mark + mark.join(tails) + mark
        if mark != b"," and b"," in text:
            text = text.replace(b",", b".")  # decimal commas
        try:
            values = parse_decimals(text, mark[0])
        except ValueError as error:
            raise self._no_number(tails, error) from None
        if values.size != len(tails) * self._dates:
            self._complain(tails)
        return values.astype(np.float32).reshape(len(tails), self._dates)

    def _no_number(self, tails: list[bytes], error: ValueError) -> InputError:
        """Return the error that names the line of a value that is no number."""
        for number, tail in enumerate(tails):
            try:
                parse_decimals(self._separator + tail + self._separator, self._separator[0])
            except ValueError as why:
                return InputError(f"{self._path}, line {self.n_points + number + 2}: a value is no number ({why}).")
        return InputError(f"{self._path}: a value is no number ({error}).")

    def _complain(self, tails: list[bytes]) -> None:
        """Refuse lines of another number of columns.

        Raises
        ------
        InputError
            Always.
        """
        wrong = next(
            (n for n, tail in enumerate(tails) if tail.count(self._separator) + 1 != self._dates), len(tails) - 1
        )
        raise InputError(
            f"{self._path}, line {self.n_points + wrong + 2}: it has another number of columns than the first line. "
            "The file may be cut off: download it again."
        )
