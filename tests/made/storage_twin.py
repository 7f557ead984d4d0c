"""Runs of the inversion over a synthetic twin of known truth, in memory."""

from __future__ import annotations

import functools
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from groundswell.core.example.storage_twin import Twin, TwinOptions, make_twin
from groundswell.core.inversion.data_checks import check_data
from groundswell.core.inversion.data_errors import frame_errors, joined_errors, station_errors
from groundswell.core.inversion.findings import warn_before
from groundswell.core.inversion.inputs import read_data
from groundswell.core.inversion.options import InversionInputs, StorageInversionOptions
from groundswell.core.inversion.run import solve_displacement
from groundswell.core.work.progress import SilentProgress

# Sizes of the twin; estimating them is tested apart, and takes most of the time.
KNOWN = StorageInversionOptions(
    grid="M36",
    station_error_mm=0.01,  # the file's formal errors are the twin's 1.5 mm
    common_mode_mm=0.0,
    prior_error_mm=60.0,
    prior_length_km=200.0,
    common_error_mm=85.0,
    smoothness=1.5,
    observation_error_mm=3.0,
    reference="unknown",
)


class Run:
    """What is found of data in memory, beside the truth."""

    def __init__(self, twin, options=KNOWN, change=None, **inputs):
        given = {"stations": twin.stations, "background": twin.storage, **inputs}
        self.progress = SilentProgress()
        files = InversionInputs(**given)
        data, domain = read(files, options, self.progress)
        if change is not None:
            data = change(data)
        warn_before(data, options, domain, files.background is not None, self.progress)
        check_data(data, self.progress)
        found = solve_displacement(data, domain, options, files, self.progress)
        self.found, self.findings, self.fit, made = found, found.findings, found.fit, found.estimates
        lon, lat = (part[domain.land] for part in domain.grid.lon_lat())
        self.inside = domain.weights > 0
        self.lon, self.lat, self.std, self.mean = lon, lat, made.std, made.area_mean
        self.truth = twin.at(lon, lat)
        self.true_mean = self.truth @ domain.weights
        self.error = (made.mean - self.truth)[:, self.inside]
        self.rms = np.sqrt(np.nanmean(self.error**2))
        self.gain = self.mean @ self.true_mean / (self.true_mean @ self.true_mean)
        self.mean_error = np.sqrt(np.mean((self.mean - self.true_mean) ** 2))

    def warned(self, text):
        return any(text in warning for warning in self.progress.warnings)


FOLDER = tempfile.TemporaryDirectory()


@functools.cache
def stations_and_frame() -> Twin:
    """Return the twin of the tests, made once: thirty stations and a frame of 6 x 6 cells."""
    return make_twin(Path(FOLDER.name), TwinOptions(cell_deg=1.0, frame_cells=6, frame_grid="M36"))


DONE = {}


def read(files, options, progress):
    """Read data once for each set of files and cells: the load's kernels are most of the work."""
    names = tuple(name for name in options.exclude_stations if name != "auto")
    of_cells = (options.grid, options.buffer_km, names)
    whole = (files, of_cells)
    if whole not in DONE:
        DONE[whole] = read_data(files, options, progress)
    data, domain = DONE[whole]
    count, size = data.rows.size, data.n_data
    parts, free = [], data.free
    if data.frames is not None:
        errors, patterns = frame_errors(data.lon[:count], data.lat[:count], data.frames, options)
        parts.append(errors)
        free = np.zeros((size, patterns.shape[1]))
        free[:count] = patterns
    if size > count:
        parts.append(station_errors(np.full(size - count, 1.5), options))
    return replace(data, errors=joined_errors(parts), free=free), domain


def heights(change):
    """Return what changes the heights [station, epoch] of data."""

    def changed(data):
        values = data.values.copy()
        values[data.stations] = change(values[data.stations], data.days)
        return replace(data, values=values)

    return changed
