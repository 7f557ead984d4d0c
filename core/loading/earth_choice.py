"""The Earth that a user chose: a shipped model, a crustal column on it, or a table of Love numbers from elsewhere."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import GroundswellError, InputError
from ..files.outputs import write_text
from ..work.progress import Progress
from .earth_models import EarthModel
from .earth_tables import named_model, read_column, replace_top
from .love_numbers import MAX_DEGREE, SHIPPED, LoveNumbers, compute_nodes, from_nodes, load, nodes_text
from .love_tables import read_love_numbers

METHOD = "1"
"""Part of the name of cached tables: raise it when the integration changes."""


@dataclass(frozen=True)
class Earth:
    """The Earth that every step which turns load into displacement takes.

    Attributes
    ----------
    model : str
        One of the shipped models (:data:`.love_numbers.SHIPPED`): PREM, ak135, or PREM with one of four crusts.
    love_numbers : Path, optional
        Table of Love numbers to use instead (:func:`.love_tables.read_love_numbers`).
    crust : Path, optional
        Crustal column on top of `model` (:func:`.earth_tables.read_column`). Its Love numbers are
        integrated the first time, in some 6 s, and kept in the user's cache folder.

    Raises
    ------
    InputError
        Where there is no model of that name, or a crust is given beside a table of Love numbers.
    """

    model: str = "PREM"
    love_numbers: Path | None = None
    crust: Path | None = None

    def __post_init__(self) -> None:
        """Check the choice; the files are read when they are needed."""
        if self.model.lower() not in {name.lower() for name in SHIPPED}:
            raise InputError(f"There is no Earth model '{self.model}': choose {', '.join(SHIPPED)}.")
        if self.love_numbers is not None and self.crust is not None:
            raise InputError("Give LOVE_NUMBERS or CRUST, not both: a table of Love numbers has its own crust.")

    def __str__(self) -> str:
        """Return its title, as histories say it."""
        return self.title

    @property
    def title(self) -> str:
        """Words for attributes, histories and reports."""
        if self.love_numbers is not None:
            return f"Love numbers of {Path(self.love_numbers).name}"
        return self.model if self.crust is None else f"{self.model} with the crust of {Path(self.crust).name}"

    def numbers(self, progress: Progress | None = None) -> LoveNumbers:
        """Return its load Love numbers in the CE frame.

        Parameters
        ----------
        progress : Progress, optional
            Of the caller, for the integration of a crustal column.

        Raises
        ------
        InputError
            Where a table or a column cannot be used.
        """
        if self.love_numbers is not None:
            return read_love_numbers(self.love_numbers).in_frame("CE")
        if self.crust is not None:
            return cached_love_numbers(replace_top(named_model(self.model), read_column(self.crust)), progress=progress)
        return load(self.model)


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
