"""Weather out of files: one column, a grid in longitude and latitude, or cells of the EASE-Grid 2.0."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np

from ..arrays import FloatArray, IntArray
from ..dates import to_datetime64
from ..errors import InputError
from ..files import attributes, netcdf
from ..files.raster import RasterGrid
from .containers import unpacked
from .sun import mean_cosine
from .weather import Timing, Values
from .weather_catalogue import HOURS_PER_DAY, SAME, Catalogue, Entry, catalogue_of
from .weather_meaning import WeatherOptions, is_instant_merra2, meaning_of
from .weather_products import (
    CF,
    ERA5,
    ERA5_LAND,
    GLDAS,
    IMERG,
    LOWEST_LEVEL,
    LOWEST_LEVEL_HEIGHT,
    MERRA2,
    PLAIN,
    PRECIPITATION,
    Field,
    Product,
)
from .weather_reading import ColumnReader
from .weather_series import Series, decide_amounts, series_of
from .weather_units import to_model_unit

_MIXED = (PLAIN, ERA5, MERRA2, GLDAS, CF, PRECIPITATION)
_HEIGHT_SAMPLES = 48
_DIM_SUN = 0.02  # cosine below which a mean says nothing of how clear the sky is


class NetcdfWeather:
    """Weather of files at columns.

    Parameters
    ----------
    files : list of Path
        Variables and times may be spread over them; NetCDF, GRIB, or archives of them.
    grid : RasterGrid
        Window of the EASE-Grid 2.0 that holds the columns.
    rows, columns : array [tile]
        Cell of each column in it.
    options : WeatherOptions
        What the files do not say.

    Attributes
    ----------
    notes : list of str
        What the user should know of how the files were understood.
    local : str
        What says that the clock is local time of unknown offset; '' where nothing does.
    """

    def __init__(
        self,
        files: Sequence[Path],
        grid: RasterGrid,
        rows: IntArray,
        columns: IntArray,
        options: WeatherOptions | None = None,
    ) -> None:
        self.name = str(files[0] if len(files) == 1 else files[0].parent)
        self.options = options or WeatherOptions()
        self.notes: list[str] = []
        self._scratch = ExitStack()
        self._reader = ColumnReader(grid, rows, columns)
        lon, lat = grid.lon_lat()
        self._lon, self._lat = lon[rows, columns], lat[rows, columns]
        try:
            self._open([*unpacked(files, self._scratch)])
        except BaseException:
            self.close()
            raise

    def _open(self, files: Sequence[Path]) -> None:
        catalogue = catalogue_of(files, self.options.utc_offset)
        self.local = catalogue.local
        self.product = _recognize(files, catalogue)
        self.synthetic = any(bool(getattr(self._reader.dataset(path), "synthetic", 0)) for path in files[:1])
        self._series = self._find_all(catalogue)
        decide_amounts(self._series, self._amounts, self.options, self.name, self.notes)
        if self.product is ERA5 and any(one.field.meaning == "accumulated" for one in self._series.values()):
            self.product = ERA5_LAND
        self.timing = self._timing()
        self.at_stamp = frozenset(name for name, one in self._series.items() if one.field.meaning == "point")
        self.height = self._height(files[0], catalogue)
        if catalogue.shuffled:
            self.notes.append(
                f"{catalogue.shuffled[0]}: the times are not in order; the weather was sorted by its times."
            )

    def close(self) -> None:
        """Close all files and remove what was unpacked."""
        self._reader.close()
        self._scratch.close()

    # Which variable is which

    def _find_all(self, catalogue: Catalogue) -> dict[str, Series]:
        found = {name: self._find(name, catalogue) for name in self.product.fields}
        made = {name: one for name, one in found.items() if one is not None}
        rain = made["Rainf"].field.names
        if len(rain) == 1 and rain[0] not in ("Rainf", "prra"):
            # All precipitation in one variable: snowfall beside it would count twice.
            made.pop("Snowf", None)
        return made

    def _find(self, name: str, catalogue: Catalogue) -> Series | None:
        others = () if name in self.product.optional else _MIXED
        for product in (self.product, *(other for other in others if other is not self.product)):
            for field in product.fields.get(name, ()):
                names = tuple(catalogue.name_of(part) for part in field.names)
                if all(names):
                    return self._series_of(name, replace(field, names=names), field.names, product, catalogue)
        if name in self.product.optional:
            return None
        wanted = " or ".join("+".join(field.names) for field in self.product.fields[name])
        raise InputError(f"{self.name} ({self.product.name}) has no {wanted} for '{name}': add it to FORCING.")

    def _series_of(
        self, name: str, field: Field, known_as: tuple[str, ...], product: Product, catalogue: Catalogue
    ) -> Series:
        entries = [catalogue.entries[part] for part in field.names]
        first = entries[0][0]
        dataset = self._reader.dataset(first.path)
        bounded = bool(np.isfinite(first.begin))
        made = meaning_of(field, product, dataset.variables[field.names[0]], bounded, self.options)
        on_the_hour = abs(first.stamp * HOURS_PER_DAY - round(first.stamp * HOURS_PER_DAY)) < 0.1
        if is_instant_merra2(product, dataset, first.path.name, on_the_hour):
            made = replace(made, meaning="point", stamp=0.0, hours=0.0)
        series = series_of(name, made, known_as, entries, self.name)
        series.use_bounds = bounded and product.says_intervals and self.options.stamp == "auto"
        if made.meaning in ("mean", "sum") and product is CF and not bounded and self.options.stamp == "auto":
            note = (
                f"{self.name}: the times of its means have no bounds; they are taken for the beginning of their "
                "intervals, as in Groundswell's own weather: if they are not, say so by STAMP."
            )
            self.notes += [note] if note not in self.notes else []
        for overlap in series.overlaps:
            self._settle(series, overlap)
        return series

    def _settle(self, series: Series, number: int) -> None:
        """Say by which rule times that are there twice were settled, or refuse them."""
        part, overlap = series.field.names[number], series.distinct[number]
        if overlap.final:
            self.notes.append(
                f"{self.name}: {overlap.final} times of '{part}' are there as final and as preliminary data (expver 1 "
                "and 5, ERA5T): the final ones were taken."
            )
        for kept, left in overlap.pairs:
            one, two = (self._reader.block(entry.path, part, entry.index, 1) for entry in (kept, left))
            if not np.allclose(one, two, rtol=1e-5, atol=1e-12, equal_nan=True):
                when = str(to_datetime64(kept.stamp))[:16]
                raise InputError(
                    f"'{part}' is there twice at {when} with different values, in {kept.path} and {left.path}: nothing "
                    "in them says which is the final one. Keep one of the two files in FORCING."
                )
        if overlap.pairs:
            self.notes.append(
                f"{self.name}: {len(overlap.pairs)} times of '{part}' are there twice with equal values; one of each "
                "was used."
            )

    def _height(self, path: Path, catalogue: Catalogue) -> float | FloatArray:
        if self.options.height:
            return self.options.height
        used = {part for one in self._series.values() for part in one.known_as}
        if used & LOWEST_LEVEL:
            if LOWEST_LEVEL_HEIGHT not in catalogue.entries:
                raise InputError(
                    f"{self.name}: {', '.join(sorted(used & LOWEST_LEVEL))} hold at the lowest level of the "
                    f"atmosphere model, some 60 m above the ground: add its height {LOWEST_LEVEL_HEIGHT} to FORCING, "
                    "or give WEATHER_HEIGHT."
                )
            entries = catalogue.entries[LOWEST_LEVEL_HEIGHT]
            chosen = entries[:: max(1, len(entries) // _HEIGHT_SAMPLES)]
            blocks = [self._reader.block(entry.path, LOWEST_LEVEL_HEIGHT, entry.index, 1) for entry in chosen]
            mean: FloatArray = np.concatenate(blocks).mean(axis=0)
            return mean
        dataset = self._reader.dataset(path)
        if "RefH" in dataset.ncattrs():
            return attributes.number(dataset, "RefH")
        if "reference_height" in dataset.variables:
            return float(np.nanmean(netcdf.read_float(dataset, "reference_height")))
        heights = [one.field.height for one in self._series.values() if one.field.height]
        return heights[0] if heights else self.product.height

    # When it is

    def _timing(self) -> Timing:
        for name, series in self._series.items():
            series.find_intervals(name, self.name)
        step = min(series.spacing for series in self._series.values())
        if abs(round(1.0 / step) - 1.0 / step) > 1e-3:
            raise InputError(
                f"{self.name}: a step of {step * HOURS_PER_DAY:g} h does not divide the day: resample the weather."
            )
        step = 1.0 / round(1.0 / step)
        start = max(series.start for series in self._series.values())
        stop = min(series.stop for series in self._series.values())
        count = int(np.floor((stop - start) / step + 1e-3))
        if count < 1:
            raise InputError(f"{self.name}: the variables have no time in common.")
        for name, series in self._series.items():
            ratio, shift = series.spacing / step, (start - series.start) / step
            if abs(ratio - round(ratio)) > 1e-3 or abs(shift - round(shift)) > 1e-2:
                first = next(iter(self._series))
                raise InputError(
                    f"{self.name}: the intervals of '{name}' do not fit those of '{first}': they are "
                    f"{series.spacing * HOURS_PER_DAY:g} h long and begin {shift % 1.0 * step * 1440.0:.0f} minutes "
                    "apart. Give the times of the variables in one way, or say STAMP."
                )
        whole = round(start / step) * step
        return Timing(whole if abs(whole - start) < 2 * SAME else start, step, count)

    # What it is

    def read(self, first: int, count: int) -> Values:
        """Return weather [interval, tile]."""
        start = self.timing.start + first * self.timing.step
        return {name: self._intervals(name, series, start, count) for name, series in self._series.items()}

    def _intervals(self, name: str, series: Series, start: float, count: int) -> FloatArray:
        """Return values [interval, tile] at intervals of the weather's step from `start` on."""
        step = self.timing.step
        begins = start + np.arange(count) * step
        slots = np.floor((begins - series.start) / series.spacing + 1e-3).astype(np.intp)
        low, high = int(slots[0]), int(slots[-1])
        if series.field.meaning == "point":
            return self._points(name, series, begins, low, high)
        if name == "SWdown" and (series.sampled or series.spacing > step * 1.5):
            return self._short_wave(name, series, begins, slots)
        return self._slots(name, series, low, high - low + 1)[slots - low]

    def _points(self, name: str, series: Series, begins: FloatArray, low: int, high: int) -> FloatArray:
        if series.spacing < self.timing.step * 1.5:
            return self._slots(name, series, low, high - low + 1)
        last = min(high + 1, series.count - 1)
        values = self._slots(name, series, low, last - low + 1)
        position = (begins - series.start) / series.spacing - low
        lower = np.minimum(np.floor(position + 1e-6).astype(np.intp), values.shape[0] - 1)
        upper = np.minimum(lower + 1, values.shape[0] - 1)
        weight = np.clip(position - lower, 0.0, 1.0)[:, None]
        return np.asarray(values[lower] * (1.0 - weight) + values[upper] * weight)

    def _short_wave(self, name: str, series: Series, begins: FloatArray, slots: IntArray) -> FloatArray:
        """Return short wave of intervals whose source is longer, or is the mean of only a part of them.

        How clear the sky is, as the share of the sun's light without an atmosphere, is taken from the mean at the
        interval's end and the one before; the sun itself is computed.
        """
        step = self.timing.step
        low = max(int(slots[0]) - (1 if series.sampled else 0), 0)
        values = self._slots(name, series, low, int(slots[-1]) - low + 1)
        stops = series.start + (low + np.arange(values.shape[0]) + 1) * series.spacing
        length = series.length if series.sampled else series.spacing
        sun = mean_cosine(stops - length, length, self._lon, self._lat)
        at = slots - low
        own = mean_cosine(begins, step, self._lon, self._lat)
        before = np.maximum(at - 1, 0) if series.sampled else at
        light, known = values[at] + values[before], sun[at] + sun[before]
        lit = known > _DIM_SUN
        return np.asarray(np.where(lit, own * light / np.where(lit, known, 1.0), values[at]))

    def _slots(self, name: str, series: Series, first: int, count: int) -> FloatArray:
        """Return values [slot, tile] of a variable's own intervals, in the model's unit."""
        if series.field.meaning != "accumulated":
            return self._values(name, series, first + series.offset, count, series.seconds)
        ends = self._values(name, series, first + series.offset, count, series.seconds)
        begins = series.start + (first + np.arange(count)) * series.spacing
        new_day = np.abs((begins + SAME) % 1.0) < 2 * SAME
        before = np.zeros_like(ends)
        before[1:] = ends[:-1]
        if not new_day[0]:
            before[:1] = self._values(name, series, first + series.offset - 1, 1, series.seconds)
        before[new_day] = 0.0
        return np.maximum(ends - before, 0.0)

    def _values(self, name: str, series: Series, first: int, count: int, seconds: float) -> FloatArray:
        """Return the values [stamp, tile] of `count` stamps from number `first` on; amounts per `seconds`."""
        parts = []
        for number, part in enumerate(series.field.names):
            blocks, units = [], []
            position = first
            while position < first + count:
                run = series.run(number, position, first + count)
                entry = series.entries[number][position]
                blocks.append(self._reader.block(entry.path, part, entry.index, run))
                units.append(self._unit(entry, part))
                position += run
            own = _QUANTITY.get(series.known_as[number], name)
            converted = []
            for unit, block in zip(units, blocks):
                scale, shift = to_model_unit(own, unit, seconds, f"{self.name}: '{part}'")
                converted.append(block * scale + shift)
            parts.append(np.concatenate(converted))
        return parts[0] if series.field.combine is None else np.asarray(series.field.combine(*parts))

    def _unit(self, entry: Entry, part: str) -> str:
        given = self.options.units.get(part)
        variable = self._reader.dataset(entry.path).variables[part]
        return given if given is not None else netcdf.attribute(variable, "units")

    def _amounts(self, name: str, series: Series, first: int, count: int) -> FloatArray:
        """Return amounts [stamp, tile] as they stand: mm or J m-2."""
        return self._values(name, series, first, count, 1.0)


# What a variable is that only helps to make one of the model's.
_QUANTITY = {"sp": "Psurf", "ps": "Psurf", "d2m": "Tair", "tdps": "Tair", "tas": "Tair", "hurs": "relative humidity"}


def _recognize(files: Sequence[Path], catalogue: Catalogue) -> Product:
    """Return the product that the variables belong to.

    Raises
    ------
    InputError
        Where they belong to none.
    """
    entries = catalogue.entries
    if "Tair" in entries:
        return PLAIN
    if any(name.endswith("_f_inst") for name in entries):
        return GLDAS
    if entries.keys() & {"T2M", "TLML"}:
        return MERRA2
    if "t2m" in entries:
        name = " ".join([entries["t2m"][0].path.name, entries["t2m"][0].path.parent.name]).lower().replace("_", "-")
        return ERA5_LAND if "era5-land" in name or "era5land" in name else ERA5
    if catalogue.name_of("tas"):
        return CF
    if entries.keys() & {"precipitation", "precipitationCal"}:
        return IMERG
    if any(catalogue.name_of(field.names[0]) for field in PRECIPITATION.fields["Rainf"]):
        return PRECIPITATION
    raise InputError(
        f"{files[0]}: no weather is recognized (found {', '.join(sorted(entries)[:12])}). FORCING takes Groundswell's "
        "own format, CF names, GLDAS-2.1, ERA5-Land, ERA5 or MERRA-2."
    )
