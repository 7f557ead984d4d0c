"""How the ground moves, in the report on a displacement series: velocity, places over time, annual terms, steps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray
from ..charts import maps, series, spread, style, tiles
from ..dates import date_of
from ..files import netcdf
from ..files.handles import Dataset, Variable
from ..files.names import DISPLACEMENT, DISPLACEMENT_STD, LOS_EAST, LOS_NORTH, LOS_UP
from ..language import tr
from .page import Page, plain_number
from .series_facts import SeriesFacts, median_of
from .series_sample import read_sample
from .stack_facts import reference_mark

_NEAR = 0.02
"""Part of the candidates among which a typical place is chosen: the one farthest from the other places."""
_BORDER = 0.05
"""Part of the map's sides in which no place is chosen."""
_NOT_HERE = frozenset(
    {
        *("velocity", "velocity_std", "velocity_std_bootstrap", "residual_rms", "temporal_coherence"),
        *("n_interferograms", "n_gaps", "longest_gap", "longest_part", "n_loop_errors", "mean_coherence"),
        *("n_without_loop", "spatiotemporal_consistency", "mask", "noise_mask", "reference_area"),
        *(LOS_EAST, LOS_NORTH, LOS_UP, "height", "lon", "lat"),
    }
)
"""Maps of other sections, and the geometry."""
_PERIODS = {"annual_phase": 365.25, "semiannual_phase": 182.625}
_SIGNED = ("step_",)


@dataclass(frozen=True)
class Place:
    """A pixel whose series is shown.

    Attributes
    ----------
    letter : str
        On the map and in the legend.
    words : str
        Why it was chosen.
    row, column : int
        Of the thinned map.
    """

    letter: str
    words: str
    row: int
    column: int


def add_velocity(page: Page, dataset: Dataset, facts: SeriesFacts) -> None:
    """Add the map of the velocity with the reference area and the places whose series are shown."""
    page.heading(tr("Velocity"))
    view = facts.view
    masked = "noise_mask" in dataset.variables
    velocity = np.where(facts.solved, facts.velocity, np.nan)[view.index]
    lon, lat = view.grid.lon_lat()
    marks = [
        (place.letter, float(lon[place.row, place.column]), float(lat[place.row, place.column]))
        for place in typical_places(dataset, facts)
    ]
    marks += reference_mark(dataset)
    panels = [maps.MapPanel("All solved pixels" if masked else "Velocity", velocity, view.grid, "velocity", marks)]
    text = "Velocity in the line of sight, positive towards the satellite, relative to the reference area (R)"
    if masked:
        kept = np.where(facts.kept[view.index], velocity, np.nan)
        panels.append(maps.MapPanel("Kept by the noise indices", kept, view.grid, "velocity"))
        text += ": (a) of all solved pixels, (b) of those that the noise indices keep"
    thinned = f" Thinned by {view.step} in rows and columns." if view.step > 1 else ""
    page.figure(
        maps.map_figure(panels, "Velocity (mm/yr)", 2, facts.synthetic, 7.2 if masked else 5.6),
        f"{text}. A, B and so on are the places of the time series below.{thinned}",
    )


def typical_places(dataset: Dataset, facts: SeriesFacts) -> list[Place]:
    """Return pixels that stand for the slowest and fastest motion, the median and a large annual motion.

    Only pixels of good temporal coherence and without gaps are taken, where there are any; among those nearest to
    the wanted value the one farthest from the other places.
    """
    view = facts.view
    good = _better(facts.kept[view.index], _inside(view.grid.shape))
    if "n_gaps" in dataset.variables:
        good = _better(good, netcdf.read_float(dataset, "n_gaps", view.index) == 0)
    if "temporal_coherence" in dataset.variables and good.any():
        coherence = netcdf.read_float(dataset, "temporal_coherence", view.index)
        good = _better(good, coherence >= median_of(coherence[good]))
    if not good.any():
        return []
    wanted: list[tuple[str, FloatArray, float]] = [
        ("away from the satellite", facts.velocity[view.index], 1.0),
        ("median velocity", facts.velocity[view.index], 50.0),
        ("towards the satellite", facts.velocity[view.index], 99.0),
    ]
    if "annual_amplitude" in dataset.variables:
        amplitude = netcdf.read_float(dataset, "annual_amplitude", view.index)
        if np.isfinite(amplitude[good]).any():
            wanted.append(("large annual motion", amplitude, 99.0))
    found: list[Place] = []
    for letter, (words, values, percentile) in zip("ABCD", wanted):
        row, column = _near(values, good, percentile, [(place.row, place.column) for place in found])
        if (row, column) not in [(place.row, place.column) for place in found]:
            found.append(Place(letter, words, row, column))
    return found


def _inside(shape: tuple[int, int]) -> BoolArray:
    """Return the pixels that are not so near to the border that a letter beside them would leave the map."""
    inside = np.zeros(shape, dtype=bool)
    rows, columns = (int(_BORDER * size) for size in shape)
    inside[rows : shape[0] - rows, columns : shape[1] - 2 * columns] = True
    return inside


def _better(good: BoolArray, wanted: BoolArray) -> BoolArray:
    """Return the good pixels that are wanted, or all of them where there are none of these."""
    both = good & wanted
    return both if both.any() else good


def _near(values: FloatArray, good: BoolArray, percentile: float, others: list[tuple[int, int]]) -> tuple[int, int]:
    rows, columns = np.nonzero(good & np.isfinite(values))
    distance = np.abs(values[rows, columns] - np.percentile(values[rows, columns], percentile))
    nearest = np.argsort(distance, kind="stable")[: max(1, int(_NEAR * distance.size))]
    if not others:
        return int(rows[nearest[0]]), int(columns[nearest[0]])
    apart = np.min([np.hypot(rows[nearest] - row, columns[nearest] - column) for row, column in others], axis=0)
    best = int(nearest[int(np.argmax(apart))])
    return int(rows[best]), int(columns[best])


def add_time_series(page: Page, dataset: Dataset, facts: SeriesFacts) -> None:
    """Add displacement over time: of a sample of all pixels, at the places, and the noise of every date."""
    page.heading(tr("Displacement over time"))
    semiannual = "semiannual_amplitude" in dataset.variables
    sample = read_sample(dataset, facts.days, facts.kept, facts.steps, semiannual)
    places = typical_places(dataset, facts)
    events = [(step, f"{date_of(step):%Y-%m-%d}") for step in facts.steps]
    figure = style.new_figure(7.2, 5.4)
    upper, lower = figure.subplots(2, 1, sharex=True)
    label = "Displacement (mm)"
    spread.draw_spread(upper, facts.days, sample.percentiles, label, facts.gaps, synthetic=facts.synthetic)
    found = [_series_at(dataset, facts, place) for place in places]
    series.draw_displacement(lower, found, False, events, facts.synthetic)
    lower.set_ylabel(label, fontsize=style.FONT)
    spread.shade_gaps(lower, facts.gaps)
    for ax, letter in ((upper, "a"), (lower, "b")):
        ax.set_title(f"({letter})", loc="right", fontsize=style.FONT)
    std = " with their formal standard deviations" if DISPLACEMENT_STD in dataset.variables else ""
    page.figure(
        figure,
        f"Line-of-sight displacement, (a) of {sample.n_pixels} pixels spread over the frame, (b) at the places of the "
        f"map of the velocity{std}.",
    )
    _add_places(page, dataset, facts, places)
    if sample.rms.size:
        _add_date_noise(page, facts, sample.rms, sample.common, sample.noisy, n_fitted=sample.n_fitted)


def _series_at(dataset: Dataset, facts: SeriesFacts, place: Place) -> series.Series:
    index = (slice(None), place.row * facts.view.step, place.column * facts.view.step)
    std = netcdf.read_float(dataset, DISPLACEMENT_STD, index) if DISPLACEMENT_STD in dataset.variables else None
    label = f"{place.letter}, {place.words}"
    return series.Series(label, facts.days, netcdf.read_float(dataset, DISPLACEMENT, index), std=std)


def _add_places(page: Page, dataset: Dataset, facts: SeriesFacts, places: list[Place]) -> None:
    lon, lat = facts.view.grid.lon_lat()

    def value(name: str, place: Place, digits: int) -> str:
        if name not in dataset.variables:
            return "–"
        at = (place.row * facts.view.step, place.column * facts.view.step)
        return plain_number(netcdf.read_float(dataset, name, at), digits)

    page.table(
        "Places of the two figures before.",
        (
            "Place",
            "Chosen for",
            "Longitude (°)",
            "Latitude (°)",
            "Velocity (mm/yr)",
            "Standard deviation (mm/yr)",
            "Annual amplitude (mm)",
            "Residual RMS (mm)",
        ),
        [
            (
                place.letter,
                place.words,
                plain_number(lon[place.row, place.column], 4),
                plain_number(lat[place.row, place.column], 4),
                value("velocity", place, 2),
                value("velocity_std", place, 2),
                value("annual_amplitude", place, 2),
                value("residual_rms", place, 2),
            )
            for place in places
        ],
    )


def _add_date_noise(
    page: Page, facts: SeriesFacts, rms: FloatArray, common: FloatArray, noisy: BoolArray, *, n_fitted: int
) -> None:
    figure = style.new_figure(7.2, 2.5)
    spread.draw_date_noise(figure.subplots(), facts.days, rms, common, noisy, synthetic=facts.synthetic)
    dates = ", ".join(f"{date_of(day):%Y-%m-%d}" for day in facts.days[noisy])
    text = (
        f" Dates that stand out, by the weather of the day or by motion that the fit lacks: {dates}." if dates else ""
    )
    page.figure(
        figure,
        f"What velocity, annual terms and steps leave of the displacement at every date, over {n_fitted} pixels that "
        "have all dates. What all pixels share is noise of the reference area, or motion of the whole frame against "
        f"it.{text}",
    )


def add_motion_maps(page: Page, dataset: Dataset, facts: SeriesFacts) -> None:
    """Add the maps of annual and semi-annual motion, of steps, and of whatever else the file has per pixel."""
    found = []
    for name, variable in dataset.variables.items():
        if variable.dimensions != ("y", "x") or name in _NOT_HERE:
            continue
        values = np.where(facts.solved[facts.view.index], netcdf.read_float(dataset, name, facts.view.index), np.nan)
        if not np.isfinite(values).any():
            continue
        quantity = DISPLACEMENT if name.startswith(_SIGNED) else name
        panel = maps.MapPanel(_title(name, variable), values, facts.view.grid, quantity)
        period = _PERIODS.get(name)
        found.append(tiles.Tile(panel, limits=(0.0, period) if period else None, cyclic=period is not None))
    if not found:
        return
    page.heading(tr("Terms of the motion"))
    page.figure(
        tiles.tiles_figure(found, 2 if len(found) in (2, 4) else 3, facts.synthetic),
        "Terms of the fitted motion and further maps of the file, at all solved pixels. A phase is the day of "
        "the year on which the motion towards the satellite is largest.",
    )


def _title(name: str, variable: Variable) -> str:
    words = name.replace("_", " ")
    if name.startswith("step_"):
        words = f"Step of {name[5:9]}-{name[9:11]}-{name[11:13]}"
    units = str(getattr(variable, "units", "1"))
    return words[:1].upper() + words[1:] + (f" ({units})" if units not in ("", "1") else "")
