"""The frame on disk: folders, GeoTIFFs and text files as LiCSAR and GACOS have them, damaged ones included."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..dates import compact, day_number, parse_date
from ..files.outputs import write_text
from ..files.raster import RasterGrid, write_geotiff
from .interferograms import Interferogram
from .network import PairPlan
from .terrain import Ground
from .view import (
    CENTRE_RANGE_M,
    CENTRE_TIME,
    FRAME,
    HEADING,
    MASTER,
    RADAR_FREQUENCY,
    STATED_INCIDENCE,
    View,
)

_POINT = {"AREA_OR_POINT": "Point"}
_COVERED = 0.7
"""Part of the rows, from the north, that a partial delay file covers."""


class FrameFiles:
    """Writes a frame in LiCSBAS's local layout, and its delays.

    Parameters
    ----------
    frame : Path
        Folder of the frame; the pairs go to its ``GEOC``.
    delays : Path
        Folder of the GACOS files.
    grid : RasterGrid
        Pixels.
    """

    def __init__(self, frame: Path, delays: Path, grid: RasterGrid) -> None:
        self._pairs, self._delays, self._grid = frame / "GEOC", delays, grid
        self._pairs.mkdir(parents=True)
        delays.mkdir(parents=True)

    def write_geometry(self, view: View, ground: Ground) -> None:
        """Write E, N, U (0 = no data) and the height."""
        for kind, values in (("E", view.east), ("N", view.north), ("U", view.up)):
            self._write_layer(kind, np.where(view.inside, values, 0.0))
        self._write_layer("hgt", ground.height)

    def _write_layer(self, kind: str, values: FloatArray) -> None:
        path = self._pairs / f"{FRAME}.geo.{kind}.tif"
        write_geotiff(path, values.astype(np.float32), self._grid, None, metadata=_POINT)

    def write_texts(self, plan: PairPlan, days: FloatArray, mean_height: float) -> None:
        """Write ``metadata.txt``, with the real frame's wrong incidence angle, and ``baselines``."""
        entries = {
            "synthetic": "1",
            "master": MASTER,
            "center_time": CENTRE_TIME,
            "heading": f"{HEADING}",
            "avg_incidence_angle": f"{STATED_INCIDENCE}",
            "azimuth_resolution": "13.9967",
            "range_resolution": "2.3296",
            "centre_range_m": f"{CENTRE_RANGE_M}",
            "avg_height": f"{mean_height:.2f}",
            "radar_frequency": f"{RADAR_FREQUENCY}",
        }
        write_text(self._pairs / "metadata.txt", "".join(f"{key}={value}\n" for key, value in entries.items()))
        prime = day_number(parse_date(MASTER))
        lines = [
            f"{MASTER} {compact(day)} {baseline:.1f} {int(day - prime)}\n"
            for day, baseline in zip(days, plan.baselines)
            if compact(day) != MASTER
        ]
        write_text(self._pairs / "baselines", "".join(lines))

    def write_pair(self, name: str, made: Interferogram, damage: str = "") -> None:
        """Write one pair, damaged as `damage` (one of :data:`.network.DAMAGES`) says."""
        folder = self._pairs / name
        folder.mkdir()
        unwrapped, coherence = folder / f"{name}.geo.unw.tif", folder / f"{name}.geo.cc.tif"
        grid, phase = self._grid, made.phase
        if damage == "odd size":
            grid = grid.window(0, 0, grid.rows - 1, grid.columns - 2)
            phase = np.ascontiguousarray(phase[: grid.rows, : grid.columns])
        if damage == "zero-byte phase":
            unwrapped.touch()
        elif damage != "missing phase":
            write_geotiff(unwrapped, phase, grid, None)
        if damage == "truncated phase":
            content = unwrapped.read_bytes()
            unwrapped.write_bytes(content[: len(content) * 3 // 5])
        if damage != "missing coherence":
            write_geotiff(coherence, made.coherence, self._grid, None)

    def write_delay(self, day: float, delay_rad: FloatArray, view: View, partial: bool) -> None:
        """Write the slant delay of a date (rad, [row, column]): NaN outside the frame, 0 where it is missing."""
        values = delay_rad.astype(np.float32)
        if partial:
            values[round(_COVERED * self._grid.rows) :] = 0.0
        values[~view.inside] = np.nan
        write_geotiff(self._delays / f"{compact(day)}.sltd.geo.tif", values, self._grid, None, metadata=_POINT)
