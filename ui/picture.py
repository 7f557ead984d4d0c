"""What the dock draws: which series at which places, relative to what, with which model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from matplotlib.axes import Axes

from ..core.charts.fits import Fit, FitOptions, fit_series, in_words
from ..core.charts.innovations import draw_cell_innovations
from ..core.charts.series import (
    Series,
    draw_displacement,
    draw_fit,
    draw_residuals,
    draw_storage,
    in_distinct_colours,
)
from ..core.charts.style import can_write, legend
from ..core.errors import InputError
from ..processing.translation import tr
from .kept import Kept
from .place import Place, read_place
from .sources import SeriesFile

UNIT = "mm"
MOTION = ("displacement", "vertical")


@dataclass(frozen=True)
class PictureRequest:
    """What the user wants to see.

    Attributes
    ----------
    file : SeriesFile
        Whose series.
    place : Place
        Where.
    also : tuple of SeriesFile
        Further files whose series at the same place are drawn on the same axis.
    kept : tuple of Kept
        Series to compare with.
    reference : Place or None
        Displacement is shown relative to this place.
    fit : FitOptions
        Model of the first series; empty for none.
    innovations : bool
        Draw the normalized innovations of an analysis below.
    """

    file: SeriesFile
    place: Place
    also: tuple[SeriesFile, ...] = ()
    kept: tuple[Kept, ...] = ()
    reference: Place | None = None
    fit: FitOptions = field(default_factory=lambda: FitOptions(linear=False))
    innovations: bool = False


@dataclass(frozen=True)
class Picture:
    """Series ready to be drawn.

    Attributes
    ----------
    title : str
        File and place.
    series : tuple of Series
        In the order of the legend.
    kind : str
        As in `sources.SeriesFile`.
    synthetic : bool
        Whether any of the data are made up.
    main : int
        Which of the series the model belongs to.
    fit : Fit or None
        Of the main series.
    other_fits : tuple of (int, Fit)
        Of other series, by their numbers: those of kept series with a model of their own.
    innovation : Series or None
        To be drawn below.
    notes : tuple of str
        What the user should know, each a sentence.
    """

    title: str
    series: tuple[Series, ...]
    kind: str
    synthetic: bool
    main: int = 0
    fit: Fit | None = None
    other_fits: tuple[tuple[int, Fit], ...] = ()
    innovation: Series | None = None
    notes: tuple[str, ...] = ()

    @property
    def panels(self) -> tuple[float, ...]:
        """Heights of the panels, the first that of the series."""
        return (2.2, *([1.0] if self.fit is not None else []), *([1.0] if self.innovation is not None else []))

    @property
    def band(self) -> str:
        """What the bands are, in words; '' where there are none."""
        if not any(one.std is not None for one in self.series):
            return ""
        if self.kind in MOTION:
            return tr("Band: one standard deviation of the pixels in the cell.")
        if self.kind == "analysis":
            return tr("Shaded: one standard deviation of the analysis' members; dotted: of the open loop's.")
        return tr("Band: one standard deviation.")

    def draw(self, axes: Sequence[Axes]) -> None:
        """Draw the series, and below them residuals and innovations, on as many axes as there are panels."""
        top, *below = axes
        if self.kind in MOTION:
            handles = draw_displacement(top, self.series, self.kind == "vertical", synthetic=self.synthetic)
        else:
            handles = draw_storage(top, self.series, synthetic=self.synthetic)
        for number, fit in self.other_fits:
            one = self.series[number]
            line = draw_fit(top, one.days, fit.fitted, _model_of(one.label), str(one.colour))
            line.set_linestyle((0, (4, 2)))
        days = self.series[self.main].days
        if self.fit is not None:
            handles.append(draw_fit(top, days, self.fit.fitted, _model_of(self.series[self.main].label)))
            legend(top, handles)
            draw_residuals(below.pop(0), days, self.fit.residuals, UNIT)
        if self.innovation is not None:
            draw_cell_innovations(below.pop(0), self.innovation.days, self.innovation.values)

    def table(self) -> list[Series]:
        """Return all series for a table: those drawn, the model and its residuals."""
        rows = list(self.series)
        if self.fit is not None:
            days = self.series[self.main].days
            rows += [Series(tr("Model"), days, self.fit.fitted), Series(tr("Residual"), days, self.fit.residuals)]
        for number, fit in self.other_fits:
            one = self.series[number]
            rows.append(Series(_model_of(one.label), one.days, fit.fitted))
        return rows


def _model_of(label: str) -> str:
    """Return what the legend says of the model of a series, where charts have a font for it."""
    text = tr("Model of {}").format(label)
    return text if can_write(text) else f"Model of {label}"


def picture_of(request: PictureRequest) -> Picture:
    """Read what is wanted and prepare it.

    Raises
    ------
    InputError
        Where the place lies outside the file or has no data there.
    """
    notes: list[str] = []
    reading = read_place(request.file, request.place)
    series = list(reading.series)
    main = len(series) - 1
    files = [request.file]
    is_motion = request.file.kind in MOTION
    if is_motion:
        series = [_relative(one, request.file, request.reference, notes) for one in series]
    for file in request.also:
        if file.path == request.file.path:
            continue
        if (file.kind in MOTION) != is_motion:
            if file.kind != "grace":
                notes.append(tr("{} holds another quantity and is not drawn.").format(file.path.name))
            continue
        found = _others(file, request.place, notes)
        if is_motion:
            found = [_relative(one, file, request.reference, notes) for one in found]
        series += _named_apart(found, series, file)
        files.append(file)
    models: list[tuple[int, FitOptions]] = []
    for kept in request.kept:
        if (kept.file.kind in MOTION) != is_motion:
            notes.append(tr("Kept series of another quantity are not drawn."))
            continue
        for one in _others(kept.file, kept.place, notes)[-1:]:
            other = replace(one, label=kept.name, colour=kept.colour, marker=kept.marker, role="other")
            models += [] if kept.fit.is_empty else [(len(series), kept.fit)]
            series.append(_relative(other, kept.file, kept.reference, notes) if is_motion else other)
        files.append(kept.file)
    if not is_motion:
        series = anomalies(series)
    series = in_distinct_colours(series)
    other_fits = [(number, _fit(series[number], options, notes, series[number].label)) for number, options in models]
    return Picture(
        f"{request.file.path.name}  {request.place.written}",
        tuple(series),
        request.file.kind,
        any(file.synthetic for file in files),
        main,
        fit=None if request.fit.is_empty else _fit(series[main], request.fit, notes),
        other_fits=tuple((number, fit) for number, fit in other_fits if fit is not None),
        innovation=reading.innovation if request.innovations else None,
        notes=tuple(dict.fromkeys(notes)),
    )


def _named_apart(found: list[Series], before: Sequence[Series], file: SeriesFile) -> list[Series]:
    """Return series under names that none before them has: with the file's name where they would be alike."""
    names = {one.label for one in before}
    return [replace(one, label=f"{one.label}, {file.path.stem}") if one.label in names else one for one in found]


def _others(file: SeriesFile, place: Place, notes: list[str]) -> list[Series]:
    """Return the series of a further file; what is wrong with it is noted, and the rest drawn."""
    try:
        return list(read_place(file, place).series)
    except InputError as error:
        notes.append(str(error))
        return []


def _relative(one: Series, file: SeriesFile, reference: Place | None, notes: list[str]) -> Series:
    """Return displacement minus that of the reference place, from 0 at their first common date on."""
    if reference is None:
        return one
    found = _others(file, reference, notes)
    if not found:
        return one
    values = one.values - found[0].values
    there = np.flatnonzero(np.isfinite(values))
    if not there.size:
        notes.append(tr("Place and reference have no date in common."))
        return one
    notes.append(tr("Relative to {}.").format(reference.name))
    # The error of a difference is not the error of the first: no band.
    return replace(one, values=values - values[there[0]], std=None)


def _fit(one: Series, options: FitOptions, notes: list[str], name: str = "") -> Fit | None:
    try:
        fit = fit_series(one.days, one.values, options)
    except InputError as error:
        notes.append(f"{name}: {error}" if name else str(error))
        return None
    words = in_words(fit, UNIT)
    notes.insert(0 if not name else len(notes), f"{name}: {words}." if name else words)
    return fit


def anomalies(series: Sequence[Series]) -> list[Series]:
    """Return the series as anomalies to their own mean over the time that all of them cover.

    Where they have no time in common, each is taken to the mean of all its values.
    """
    start = max(float(one.days[0]) for one in series)
    end = min(float(one.days[-1]) for one in series)
    shifted = []
    for one in series:
        common = (one.days >= start) & (one.days <= end) & np.isfinite(one.values)
        values = one.values[common] if common.any() else one.values
        shifted.append(replace(one, values=one.values - np.nanmean(values)))
    return shifted
