"""The Earth that a user chose: a shipped model, a crustal column on it, or a table of Love numbers from elsewhere."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import GroundswellError
from ..files.outputs import write_text
from ..work.progress import Progress
from .earth_models import EarthModel
from .earth_tables import named_model, read_column, replace_top
from .love_numbers import MAX_DEGREE, LoveNumbers, compute_nodes, from_nodes, load, nodes_text
from .love_tables import read_love_numbers

METHOD = "1"
"""Part of the name of cached tables: raise it when the integration changes."""


def chosen_love_numbers(
    earth_model: str = "PREM",
    table: Path | None = None,
    crust: Path | None = None,
    progress: Progress | None = None,
) -> LoveNumbers:
    """Return the load Love numbers of the Earth that a user chose, in the CE frame.

    Parameters
    ----------
    earth_model : str
        One of the shipped models.
    table : Path, optional
        Table of Love numbers to use instead (:func:`.love_tables.read_love_numbers`).
    crust : Path, optional
        Crustal column on top of `earth_model` (:func:`.earth_tables.read_column`). Its Love numbers are
        integrated the first time, in some 6 s, and kept in the user's cache folder.
    progress : Progress, optional
        Of the caller.
    """
    if table is not None:
        return read_love_numbers(table).in_frame("CE")
    if crust is not None:
        model = replace_top(named_model(earth_model), read_column(crust))
        return cached_love_numbers(model, progress=progress)
    return load(earth_model)


def earth_title(earth_model: str = "PREM", table: Path | None = None, crust: Path | None = None) -> str:
    """Return words for that Earth, for attributes and reports."""
    if table is not None:
        return f"Love numbers of {Path(table).name}"
    return f"{earth_model} with the crust of {Path(crust).name}" if crust is not None else earth_model


def cached_love_numbers(
    model: EarthModel, max_degree: int = MAX_DEGREE, progress: Progress | None = None
) -> LoveNumbers:
    """Return the Love numbers of a model, from the user's cache where they were computed before."""
    text = repr((METHOD, max_degree, [(x.bottom, x.top, x.density, x.vp, x.vs) for x in model.layers]))
    path = cache_folder() / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.csv"
    nodes = _read_nodes(path)
    if nodes is None:
        nodes = compute_nodes(model, max_degree, progress)
        # The cache only saves time: where it cannot be written, the next run computes again.
        with suppress(GroundswellError):
            write_text(path, nodes_text(nodes))
    return from_nodes(nodes)


def _read_nodes(path: Path) -> FloatArray | None:
    try:
        nodes = np.loadtxt(path, delimiter=",", ndmin=2)
    except (OSError, ValueError):
        return None
    return nodes if nodes.shape[1] == 4 else None


def cache_folder() -> Path:
    """Return the folder for tables that can be computed again (``GROUNDSWELL_CACHE`` overrides it)."""
    chosen = os.environ.get("GROUNDSWELL_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return base / "groundswell" / "love_numbers"
