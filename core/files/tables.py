"""Tables of text as people write them: separators, decimal commas, remarks, a header or none."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from ..dates import parse_date
from ..errors import InputError
from .text import text_of

_REMARK = "#%"
_NOTHING = {"", "-", "--", "na", "n/a", "nan", "null", "none"}
_SHORT_DATE = re.compile(r"\d\d[A-Z]{3}\d\d")


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
        Lines that began with ``#`` or ``%``, without it.
    decimal_comma : bool
        Whether numbers are written ``1,5``.
    """

    path: Path
    header: list[str]
    rows: list[tuple[int, list[str]]]
    remarks: list[str]
    decimal_comma: bool

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
        if text.lower() in _NOTHING:
            return float("nan")
        try:
            return float(text)
        except ValueError:
            raise InputError(f"{self.path}, line {line}: '{cell.strip()}' is no number.") from None


def read_table(path: Path, what: str) -> Table:
    """Read a table.

    Columns are separated by semicolons (then numbers may have decimal commas), tabs, commas or blanks; the first line
    is a header unless one of its cells is a number or a date.

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
    text = text_of(path, what)
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    remarks = [line.lstrip(_REMARK + " ") for _, line in lines if line[0] in _REMARK]
    lines = [(number, line) for number, line in lines if line[0] not in _REMARK]
    if not lines:
        raise InputError(f"{path} is empty: give {what}.")
    return table_of(Path(path), lines, remarks)


def table_of(path: Path, lines: list[tuple[int, str]], remarks: list[str]) -> Table:
    """Return the table of lines (line number, text), of which there is at least one."""
    separator = next((mark for mark in (";", "\t", ",") if mark in lines[0][1]), " ")
    if separator == "\t" and any(" " in cell.strip() for cell in lines[-1][1].split("\t")):
        separator = " "  # tabs and blanks mixed
    try:
        rows = [(number, _split(line, separator)) for number, line in lines]
    except csv.Error as error:  # a zero byte, a cell of more than 128 kB
        raise InputError(f"{path} is no table that can be read ({error}): get it again.") from error
    header = [] if any(is_value(cell) for cell in rows[0][1]) else rows.pop(0)[1]
    return Table(path, header, rows, remarks, separator == ";")


def _split(line: str, separator: str) -> list[str]:
    if separator == " ":
        return line.split()
    return [cell.strip() for cell in next(csv.reader([line], delimiter=separator, skipinitialspace=True))]


def is_value(text: str) -> bool:
    """Return whether a cell is a number or a date, and so no column's name."""
    text = text.strip()
    if _SHORT_DATE.fullmatch(text.upper()):
        return True
    try:
        float(text.replace(",", "."))
    except ValueError:
        try:
            parse_date(text)
        except InputError:
            return False
    return text.lower() not in _NOTHING
