"""Tables of text as people write them: separators, decimal commas, remarks, names of columns with units."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from ..dates import day_number, parse_date
from ..errors import InputError

_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "m": 1000.0}


@dataclass(frozen=True)
class Table:
    """A table whose cells are still text.

    Attributes
    ----------
    path : Path
        File, for messages.
    header : list of str
        Names of the columns; empty where the file has no header.
    rows : list of (line number, cells)
        The rest.
    remarks : list of str
        Lines that began with ``#``, without it.
    decimal_comma : bool
        Whether numbers are written ``1,5``.
    """

    path: Path
    header: list[str]
    rows: list[tuple[int, list[str]]]
    remarks: list[str]
    decimal_comma: bool

    def column(self, names: tuple[str, ...], but_not: tuple[str, ...] = ()) -> int | None:
        """Return the first column whose name begins with one of the words `names` and has none of `but_not`."""
        for number, name in enumerate(self.header):
            words = words_of(name)
            if words and words[0] in names and not set(but_not) & set(words):
                return number
        return None

    def number(self, cell: str, line: int) -> float:
        """Return a cell as a number, NaN where it is empty.

        Raises
        ------
        InputError
            Where it is no number.
        """
        text = cell.strip()
        if self.decimal_comma:
            text = text.replace(",", ".")
        try:
            return float(text) if text else float("nan")
        except ValueError:
            raise InputError(f"{self.path}, line {line}: '{cell.strip()}' is no number.") from None

    def day(self, cell: str, line: int) -> float:
        """Return a cell with a date as days since 2000-01-01.

        Raises
        ------
        InputError
            Where it is no date.
        """
        try:
            return float(day_number(parse_date(cell)))
        except InputError as error:
            raise InputError(f"{self.path}, line {line}: {error}") from None


def read_table(path: Path, what: str) -> Table:
    """Read a table.

    Columns are separated by semicolons (then numbers may have decimal commas), tabs, commas or blanks; the first line
    is a header unless it begins with a date.

    Parameters
    ----------
    path : Path
        Of the file.
    what : str
        What it should hold, for messages: ``a table with the columns date,up_mm``.

    Raises
    ------
    InputError
        Where the file is missing, empty or no text.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(f"{path} does not exist or is not a file: give {what}.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no text: give {what}.") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    remarks = [line.lstrip("# ") for _, line in lines if line.startswith("#")]
    lines = [(number, line) for number, line in lines if not line.startswith("#")]
    if not lines:
        raise InputError(f"{path} is empty: give {what}.")
    separator = next((mark for mark in (";", "\t", ",") if mark in lines[0][1]), " ")
    rows = [(number, _split(line, separator)) for number, line in lines]
    header = [] if is_date(rows[0][1][0]) else rows.pop(0)[1]
    return Table(path, header, rows, remarks, separator == ";")


def _split(line: str, separator: str) -> list[str]:
    if separator == " ":
        return line.split()
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator, skipinitialspace=True))]


def is_date(text: str) -> bool:
    """Return whether a text is a date."""
    try:
        parse_date(text)
    except InputError:
        return False
    return True


def words_of(name: str) -> list[str]:
    """Return the words in a column's name, small: ``Up (mm)`` -> up, mm."""
    return [word for word in re.split(r"[^a-z]+", name.lower()) if word]


def millimetres_in(name: str) -> float:
    """Return how many millimetres the unit in a column's name is; 1 where it names none."""
    return next((_MILLIMETRES[word] for word in reversed(words_of(name)[1:]) if word in _MILLIMETRES), 1.0)
