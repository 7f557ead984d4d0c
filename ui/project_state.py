"""What the dock shows, kept in the project and taken up again when it is opened."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProject

from ..core.charts.fits import FitOptions
from .kept import Kept
from .place import Place
from .sources import describe

_SCOPE, _KEY = "Groundswell", "/dock"


@dataclass(frozen=True)
class DockState:
    """What can be taken up again.

    Attributes
    ----------
    file, grace : Path or None
        Chosen files.
    also : tuple of Path
        Further files on the axis.
    opened : tuple of Path
        Files that are not in the project.
    place, reference : Place or None
        As in `picture.PictureRequest`.
    line : tuple of (longitude, latitude)
        Of the profile; empty where a series is shown.
    fit : FitOptions
        Of the model.
    innovations : bool
        Whether they are drawn.
    kept : tuple of Kept
        Series that stay.
    """

    file: Path | None = None
    grace: Path | None = None
    also: tuple[Path, ...] = ()
    opened: tuple[Path, ...] = ()
    place: Place | None = None
    reference: Place | None = None
    line: tuple[tuple[float, float], ...] = ()
    fit: FitOptions = FitOptions(linear=False)
    innovations: bool = False
    kept: tuple[Kept, ...] = ()


def store(state: DockState) -> None:
    """Write the state into the project; files relative to it where the project is set so."""
    project = QgsProject.instance()
    written = {
        "file": _written(state.file),
        "grace": _written(state.grace),
        "also": [_written(path) for path in state.also],
        "opened": [_written(path) for path in state.opened],
        "place": _corners(state.place),
        "reference": _corners(state.reference),
        "line": list(state.line),
        "fit": _fit(state.fit),
        "innovations": state.innovations,
        "kept": [
            {
                "name": one.name,
                "file": _written(one.file.path),
                "place": _corners(one.place),
                "number": one.number,
                "fit": _fit(one.fit),
                "reference": _corners(one.reference),
                "shown": one.shown,
            }
            for one in state.kept
        ],
    }
    text = json.dumps(written)
    if project.readEntry(_SCOPE, _KEY, "")[0] != text:
        project.writeEntry(_SCOPE, _KEY, text)


def restore() -> DockState | None:
    """Return the state that the project holds; None where it holds none, or one that this version cannot read."""
    text, found = QgsProject.instance().readEntry(_SCOPE, _KEY, "")
    if not found or not text:
        return None
    try:
        return _state(json.loads(text))
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _state(read: dict[str, Any]) -> DockState:
    kept = []
    for one in read["kept"]:
        path = _read(one["file"])
        file = describe(path) if path is not None and path.is_file() else None
        place = _place(one["place"])
        if file is not None and place is not None:
            fit, reference = _options(one["fit"]), _place(one["reference"])
            kept.append(Kept(str(one["name"]), file, place, int(one["number"]), fit, reference, bool(one["shown"])))
    return DockState(
        _read(read["file"]),
        _read(read["grace"]),
        tuple(path for path in map(_read, read["also"]) if path is not None),
        tuple(path for path in map(_read, read["opened"]) if path is not None),
        _place(read["place"]),
        _place(read["reference"]),
        tuple((float(lon), float(lat)) for lon, lat in read["line"]),
        _options(read["fit"]),
        bool(read["innovations"]),
        tuple(kept),
    )


def _written(path: Path | None) -> str:
    return "" if path is None else str(QgsProject.instance().writePath(str(path)))


def _read(text: str) -> Path | None:
    return Path(QgsProject.instance().readPath(text)) if text else None


def _corners(place: Place | None) -> list[tuple[float, float]]:
    return [] if place is None else list(place.corners)


def _place(corners: list[list[float]]) -> Place | None:
    return Place(tuple((float(lon), float(lat)) for lon, lat in corners)) if corners else None


def _fit(fit: FitOptions) -> dict[str, Any]:
    return {"linear": fit.linear, "annual": fit.annual, "steps": list(fit.steps)}


def _options(read: dict[str, Any]) -> FitOptions:
    return FitOptions(bool(read["linear"]), bool(read["annual"]), tuple(float(step) for step in read["steps"]))
