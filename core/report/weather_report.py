"""Report on weather before a run: figures against plausible ranges, the course of the day, what was understood how."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np

from ..charts import series, style
from ..dates import date_of
from ..files.outputs import whole_file
from ..land.weather_check import LIMITS, WeatherReport
from ..language import tr
from .headline import add_weather
from .page import Page, plain_number

_COLUMNS = ("Figure", "Value", "Unit", "Plausible from", "to", "Verdict", "Likely cause")
_MONTH_DAYS = 30


def write_weather_report(weather: WeatherReport, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write the report of a check of weather.

    Parameters
    ----------
    weather : WeatherReport
        What was found.
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    first, last = date_of(weather.days[0]), date_of(weather.days[-1])
    page = Page(
        tr("Weather"),
        tr("{source}, {days} days from {first} to {last}, every {hours:g} h.").format(
            source=weather.source, days=weather.days.size, first=first, last=last, hours=weather.step_hours
        ),
    )
    page.warn(warnings)
    add_weather(page, [LIMITS[figure.name].label for figure in weather.impossible])
    page.heading(tr("Figures"))
    rows = [row[:-1] if not any(cells[-1] for cells in table_rows(weather)) else row for row in table_rows(weather)]
    page.table("Means over the days and columns against what is plausible over land.", _COLUMNS[: len(rows[0])], rows)
    for text in (*weather.notes, *weather.jumps):
        page.paragraph(text)
    page.heading(tr("The day"))
    _add_cycle(page, weather)
    page.heading(tr("The days"))
    _add_days(page, weather)
    page.write(report)


def table_rows(weather: WeatherReport) -> list[tuple[str, ...]]:
    """Return the figures as rows of text: label, value, unit, range, verdict, cause."""
    return [
        (
            LIMITS[figure.name].label,
            plain_number(figure.value, 3) if np.isfinite(figure.value) else "",
            LIMITS[figure.name].unit,
            f"{max(LIMITS[figure.name].low, 0.0) if figure.name != 'lag' else LIMITS[figure.name].low:g}",
            f"{LIMITS[figure.name].high:g}",
            figure.verdict,
            figure.text,
        )
        for figure in weather.figures
    ]


def write_weather_table(weather: WeatherReport, path: Path) -> None:
    """Write the figures as CSV."""
    lines = [",".join(_COLUMNS)]
    for row in table_rows(weather):
        lines.append(",".join(f'"{cell}"' if "," in cell else cell for cell in row))
    with whole_file(path) as temporary:
        temporary.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _add_cycle(page: Page, weather: WeatherReport) -> None:
    light, sun = weather.cycle["short_wave"], weather.cycle["sun"]
    hours = (np.arange(light.size) + 0.5) * weather.step_hours
    figure = style.new_figure(7.2, 2.6)
    ax = figure.add_subplot()
    ax.plot(hours, sun, color=style.FAINT, label="Sun without an atmosphere")
    ax.plot(hours, light, color=style.RED, label="Short wave of the weather")
    style.dress(ax, "Hour (UTC)", "W m-2")
    style.legend(ax)
    lag = next(figure.value for figure in weather.figures if figure.name == "lag")
    text = f"Short wave is {lag:.0f} minutes behind the sun" if np.isfinite(lag) else "Short wave shows no daily cycle"
    page.figure(figure, f"Mean course of the day. {text}.")


def _add_days(page: Page, weather: WeatherReport) -> None:
    daily, days = weather.daily, weather.days
    window = max(1, min(_MONTH_DAYS, days.size // 3))
    kernel = np.full(window, 1.0 / window)
    middle = np.convolve(days + 0.5, kernel, "valid")
    for names, unit in (
        (("rain", "snow"), "mm/day"),
        (("temperature",), "K"),
        (("long_wave", "short_wave"), "W m-2"),
    ):
        figure = style.new_figure(7.2, 2.2)
        lines = [
            series.Series(name.replace("_", " ").capitalize(), middle, np.convolve(daily[name], kernel, "valid"))
            for name in names
        ]
        series.draw_series(figure.add_subplot(), lines, unit)
        labels = " and ".join(name.replace("_", " ") for name in names)
        page.figure(figure, f"{labels.capitalize()}, means over the columns and {window} of the days looked at.")
