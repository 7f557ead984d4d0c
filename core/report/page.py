"""A self-contained HTML page: text, tables and figures, printable, without anything from outside."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..files.outputs import write_text
from ..language import language, tr
from .page_style import CSS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NOTHING = "–"
_SHORT = 19
"""Texts up to this many characters (a time, the name of a pair) are not broken over lines; intervals are, before their
bracket: a table of several is wider than the page otherwise."""
_NUMBER = re.compile(r"[+−-]?\d+(\.\d+)?(e[+-]?\d+)?")


class Page:
    """Collects the parts of a report in reading order; :meth:`write` makes the file.

    Parameters
    ----------
    title : str
        Of the report.
    lead : str
        What it is about, in a sentence or two.
    synthetic : bool
        Say at the top that the data are synthetic.
    """

    def __init__(self, title: str, lead: str = "", synthetic: bool = False) -> None:
        self._title, self._lead, self._synthetic = title, lead, synthetic
        self._warnings: list[str] = []
        self._headline = ""
        self._parts: list[str] = []
        self._figures = 0
        self._tables = 0

    def warn(self, warnings: Iterable[str]) -> None:
        """Add warnings, each once; they stand first in the page whenever they are added."""
        for text in warnings:
            if text not in self._warnings:
                self._warnings.append(text)

    def headline(self, sentences: Mapping[str, str]) -> None:
        """Say first what was found: sentences by what they tell, such as "Found"; empty ones are left out."""
        parts = [f"<p><b>{escape(name)}:</b> {escape(text)}</p>" for name, text in sentences.items() if text]
        self._headline = f'<section class="headline">{"".join(parts)}</section>' if parts else ""

    def heading(self, text: str) -> None:
        """Begin a section."""
        self._parts.append(f"<h2>{escape(text)}</h2>")

    def paragraph(self, text: str) -> None:
        """Add a paragraph."""
        self._parts.append(f"<p>{escape(text)}</p>")

    def facts(self, facts: Mapping[str, object]) -> None:
        """Add a list of names and values, without a caption; empty values are left out."""
        rows = [
            f"<div><dt>{escape(name)}</dt><dd>{escape(in_words(value))}</dd></div>"
            for name, value in facts.items()
            if in_words(value) not in ("", NOTHING)
        ]
        self._parts.append(f'<dl class="facts">{"".join(rows)}</dl>')

    def table(self, caption: str, columns: Sequence[str], rows: Iterable[Sequence[object]], fold: bool = False) -> None:
        """Add a numbered table.

        Parameters
        ----------
        caption : str
            What it shows.
        columns : sequence of str
            Heads, with units.
        rows : iterable of sequences
            Columns of numbers are set right, all others left; None and NaN as a dash.
        fold : bool
            Fold it away on the screen (it is printed unfolded).
        """
        self._tables += 1
        cells = [[in_words(value) for value in row] for row in rows]
        right = [bool(column) and all(_is_number(text) for text in column) for column in zip(*cells)]
        right = right or [False] * len(columns)
        head = "".join(_cell(column, to_right, "th") for column, to_right in zip(columns, right))
        body = "".join(f"<tr>{''.join(_cell(text, side) for text, side in zip(row, right))}</tr>" for row in cells)
        caption = f"<b>{escape(tr('Table {}.').format(self._tables))}</b> {escape(caption)}"
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        if fold:
            self._parts.append(f"<details><summary>{caption}</summary>{table}</details>")
        else:
            self._parts.append(f'<div class="table"><p class="caption">{caption}</p>{table}</div>')

    def figure(self, figure: Figure, caption: str) -> None:
        """Add a numbered figure with its caption, which also describes it to those who cannot see it."""
        from ..charts.export import to_svg

        self._figures += 1
        svg = to_svg(figure, f"f{self._figures}", caption)
        caption = f"<b>{escape(tr('Figure {}.').format(self._figures))}</b> {escape(caption)}"
        self._parts.append(f"<figure>{svg}<figcaption>{caption}</figcaption></figure>")

    def html(self) -> str:
        """Return the page."""
        head = [f"<h1>{escape(self._title)}</h1>"]
        if self._synthetic:
            head.append(
                '<p class="synthetic">'
                + escape(tr("Synthetic data: everything here was computed from an invented study area with known "
                            "truth, to show and test the method. It says nothing about a real place."))
                + "</p>"
            )  # fmt: skip
        if self._headline:
            head.append(self._headline)
        if self._warnings:
            title = escape(tr("Warnings"))
            items = "".join(f"<li>{escape(text)}</li>" for text in self._warnings)
            head.append(f'<section class="warnings"><h2>{title}</h2><ul>{items}</ul></section>')
        if self._lead:
            head.append(f'<p class="lead">{escape(self._lead)}</p>')
        return (
            '<!DOCTYPE html>\n<html lang="' + language() + '"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{escape(self._title)}</title><style>{CSS}</style></head>\n<body><main>\n"
            + "\n".join([*head, *self._parts])
            + "\n</main></body></html>\n"
        )

    def write(self, path: Path) -> None:
        """Write the page, whole or not at all.

        Raises
        ------
        OutputError
            Where the file cannot be written.
        """
        write_text(Path(path), self.html())


def in_words(value: object) -> str:
    """Return a value for a table or list: numbers short, None and NaN as a dash."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return NOTHING if math.isnan(value) else f"{value:.4g}"
    return str(value)


def plain_number(value: Any, digits: int) -> str:
    """Return a number with a fixed count of decimals, with a true minus sign; a dash for NaN."""
    number = round(float(value), digits) + 0.0  # never -0.0
    return NOTHING if math.isnan(number) else f"{number:.{digits}f}".replace("-", "−")


def _is_number(text: str) -> bool:
    return text == NOTHING or _NUMBER.fullmatch(text) is not None


def _cell(text: str, to_right: bool, element: str = "td") -> str:
    kind = "number" if to_right else ""
    if element == "td" and not to_right and len(text) <= _SHORT:
        kind = "interval" if " [" in text else "short"
    side = f' class="{kind}"' if kind else ""
    return f"<{element}{side}>{escape(text)}</{element}>"
