"""What the dock draws: which series at which places, relative to what, with which model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from matplotlib.axes import Axes

from ..core.charts.fits import Fit, FitOptions, fit_series, in_words
from ..core.charts.innovations import draw_cell_innovations
from ..core.charts.series import Series, draw_displacement, draw_fit, draw_residuals, draw_storage
from ..core.charts.style import CYCLE
from ..core.errors import InputError
from ..processing.translation import tr
from .place import Place, read_place
from .sources import SeriesFile

UNIT = "mm"
MOTION = ("displacement", "vertical")
LETTERS = "ABCDEFGH"


@dataclass(frozen=True)
class PictureRequest:
    """What the user wants to see.

    Attributes
    ----------
    file : SeriesFile
        Whose series.
    place : Place
        Where.
    grace : SeriesFile or None
        To draw on the same axis as storage.
    kept : tuple of (SeriesFile, Place)
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
    grace: SeriesFile | None = None
    kept: tuple[tuple[SeriesFile, Place], ...] = ()
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
            draw_displacement(top, self.series, self.kind == "vertical", synthetic=self.synthetic)
        else:
            draw_storage(top, self.series, synthetic=self.synthetic)
        days = self.series[self.main].days
        if self.fit is not None:
            draw_fit(top, days, self.fit.fitted)
            draw_residuals(below.pop(0), days, self.fit.residuals, UNIT)
        if self.innovation is not None:
            draw_cell_innovations(below.pop(0), self.innovation.days, self.innovation.values)

    def table(self) -> list[Series]:
        """Return all series for a table: those drawn, the model and its residuals."""
        rows = list(self.series)
        if self.fit is not None:
            days = self.series[self.main].days
            rows += [Series(tr("Model"), days, self.fit.fitted), Series(tr("Residual"), days, self.fit.residuals)]
        return rows


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
    elif request.grace is not None and request.grace.path != request.file.path:
        series += _others(request.grace, request.place, notes)
        files.append(request.grace)
    for number, (file, place) in enumerate(request.kept):
        if (file.kind in MOTION) != is_motion:
            notes.append(tr("Held series of another quantity are not drawn."))
            continue
        kept = _others(file, place, notes)[-1:]
        label = f"{LETTERS[number]}: {place.written}"
        colour = CYCLE[(number + 1) % len(CYCLE)]
        kept = [replace(one, label=label, colour=colour, role="other") for one in kept]
        series += [_relative(one, file, request.reference, notes) for one in kept] if is_motion else kept
        files.append(file)
    if not is_motion:
        series = anomalies(series)
    fit = None if request.fit.is_empty else _fit(series[main], request.fit, notes)
    return Picture(
        f"{request.file.path.name}  {request.place.written}",
        tuple(series),
        request.file.kind,
        any(file.synthetic for file in files),
        main,
        fit=fit,
        innovation=reading.innovation if request.innovations else None,
        notes=tuple(dict.fromkeys(notes)),
    )


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


def _fit(one: Series, options: FitOptions, notes: list[str]) -> Fit | None:
    try:
        fit = fit_series(one.days, one.values, options)
    except InputError as error:
        notes.append(str(error))
        return None
    notes.insert(0, in_words(fit, UNIT))
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
