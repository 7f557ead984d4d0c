"""Line-of-sight unit vectors and height of a frame, and what they say against the frame's metadata."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ...errors import InputError
from ...files.raster import GEOGRAPHIC, RasterGrid, read_raster
from ...geodesy import transform_points
from .lattice import mismatch, offset_in
from .layers import Source, grid_of_source
from .licsar import Frame
from .metadata import FrameMetadata, incidence_from_range
from .placement import Cells, Float32, Placement, on_stack_grid

PER_PIXEL, CENTRE_RANGE, METADATA, UNKNOWN = "per pixel", "centre range", "metadata", "unknown"
MAX_DISAGREEMENT = 3.0
"""Degrees between the metadata's incidence angle and the true one that are worth a warning."""
_LEAST_UP = 0.05  # 87 degrees of incidence
_KINDS = ("U", "E", "N", "hgt")
_UNIT_TOLERANCE = 0.05


@dataclass(frozen=True)
class Geometry:
    """How the satellite sees the stack's pixels.

    Attributes
    ----------
    east, north, up : array [row, column]
        Unit vector from the ground to the satellite; NaN where unknown.
    height : array [row, column] or None
        In m, as in the file: 0 may mean sea level or no data.
    source : str
        Of the incidence angle: ``per pixel``, ``centre range``, ``metadata`` or ``unknown``.
    warnings : tuple of str
        What the user should know.
    """

    east: Float32
    north: Float32
    up: Float32
    height: Float32 | None
    source: str
    warnings: tuple[str, ...]


def read_geometry(frame: Frame, metadata: FrameMetadata, placement: Placement) -> Geometry:
    """Return the geometry on the stack's grid.

    The incidence angle comes from the frame's ``U`` pixel by pixel; where there is none, from the slant range to the
    frame's centre; where that is unknown, from ``avg_incidence_angle``. East and north come from their files (up can
    follow from them), else from the heading of a satellite that looks to the right.
    """
    found = _Layers(frame, placement)
    layers = {kind: layer for kind in _KINDS if (layer := found.layer(kind)) is not None}
    warnings = found.warnings + _completed(layers)
    range_angle = frame.incidence
    if math.isnan(range_angle):
        range_angle = _angle_from_range(metadata, placement.frame)
    source, up = _incidence(layers.get("U"), range_angle, metadata.incidence_angle, placement.grid)
    frame_angle = found.frame_angle
    if source == PER_PIXEL and math.isnan(frame_angle):
        frame_angle = float(np.degrees(np.arccos(np.nanmean(up, dtype=np.float64))))
    warnings += _disagreements(metadata.incidence_angle, frame_angle, range_angle, source)
    heading = metadata.heading if math.isfinite(metadata.heading) else frame.heading
    east, north = _horizontal(up, heading)
    return Geometry(
        layers.get("E", east), layers.get("N", north), up, layers.get("hgt"), source, warnings=tuple(warnings)
    )


class _Layers:
    """Reads the frame's rasters onto the stack's grid, further ones where the first do not reach."""

    def __init__(self, frame: Frame, placement: Placement) -> None:
        self._sets, self._placement = frame.geometry, placement
        self.warnings: list[str] = []
        self.frame_angle = math.nan

    def layer(self, kind: str) -> Float32 | None:
        """Return one layer [row, column], NaN where missing; None where there is none."""
        result: Float32 | None = None
        reached = np.zeros(self._placement.grid.shape, dtype=bool)
        failures = []
        for files in self._sets:
            if reached.all():
                break
            try:
                rows, columns = self._reach(files, kind)
                if reached[rows, columns].all():
                    continue
                full, grid = _read_look(files, kind) if "lv_theta" in files else _read_layer(files, kind)
            except InputError as error:
                failures.append(f"The frame's {kind} is not used: {error}")
                continue
            if full is None or grid is None:
                continue
            if kind == "U" and math.isnan(self.frame_angle):
                mean = abs(float(np.nanmean(full, dtype=np.float64)))
                self.frame_angle = math.degrees(math.acos(min(mean, 1.0)))
            values = on_stack_grid(full, grid, self._placement, "bilinear")
            result = values if result is None else np.where(np.isnan(result), values, result)
            reached[rows, columns] = True
        if result is None or np.isnan(result).all():
            self.warnings += failures[:1]
        return result

    def _reach(self, files: dict[str, Source], kind: str) -> Cells:
        """Return the rows and columns of the stack that a set's raster reaches into; all where its cells are others."""
        everything = slice(None), slice(None)
        path = files.get(kind, files.get("lv_theta"))
        if path is None or len(self._sets) == 1:
            return everything
        placement, n = self._placement, self._placement.looks
        grid = grid_of_source(path)
        if offset_in(grid, placement.frame) is None:
            return everything
        part = placement.part_of(grid)
        if part is None:
            return slice(0, 0), slice(0, 0)
        rows, columns = part[1]
        return slice(rows.start // n, -(-rows.stop // n)), slice(columns.start // n, -(-columns.stop // n))


def _completed(layers: dict[str, Float32]) -> list[str]:
    """Complete the unit vector where its parts allow it, and return what the user should know of it."""
    warnings = []
    if "U" not in layers and "E" in layers and "N" in layers:
        square = 1.0 - layers["E"].astype(np.float64) ** 2 - layers["N"].astype(np.float64) ** 2
        layers["U"] = np.sqrt(np.where(square > 0, square, np.nan)).astype(np.float32)
        warnings.append("The frame has no U raster: it follows from E and N.")
    if "U" in layers and np.isfinite(layers["U"]).any() and np.nanmedian(layers["U"]) < 0:
        for kind in {"E", "N", "U"} & set(layers):
            layers[kind] = -layers[kind]
        warnings.append("The frame's E, N and U point from the satellite to the ground: their signs were turned.")
    if all(kind in layers for kind in ("E", "N", "U")):
        length = np.sqrt(np.sum([layers[kind].astype(np.float64) ** 2 for kind in ("E", "N", "U")], axis=0))
        off = np.abs(length[np.isfinite(length)] - 1.0)
        if off.size and np.median(off) > _UNIT_TOLERANCE:
            warnings.append(
                f"The frame's E, N and U are no unit vector (its length is {np.nanmedian(length):.2f}): do they belong "
                "together?"
            )
    return warnings


def _read_layer(files: dict[str, Source], kind: str) -> tuple[Float32 | None, RasterGrid | None]:
    """One of a set's rasters, NaN where missing; None where the set has no such file."""
    if kind not in files:
        return None, None
    values, grid = _read_upright(files[kind])
    with np.errstate(invalid="ignore", over="ignore"):
        layer = np.asarray(values).astype(np.float32)
        if kind == "hgt":
            good = (layer > -12_000) & (layer < 10_000)
        else:
            least = _LEAST_UP if kind == "U" else 0.0
            good = (np.abs(layer) > least) & (np.abs(layer) <= 1.0001)
    layer = np.where(good, layer, np.float32(np.nan))
    if np.isnan(layer).all():
        raise InputError(f"{files[kind].name} holds no data.")
    return layer, grid


def _read_upright(path: Source) -> tuple[npt.NDArray[Any], RasterGrid]:
    grid = grid_of_source(path)
    if isinstance(path, Path):
        return read_raster(path)
    return path.read(slice(0, grid.rows), slice(0, grid.columns)), grid


def _read_look(files: dict[str, Source], kind: str) -> tuple[Float32 | None, RasterGrid | None]:
    """One component of the unit vector to the satellite from HyP3's angles, and other layers as they are.

    ``lv_theta`` is the elevation of the satellite above the horizon and ``lv_phi`` its direction, counter-clockwise
    from east, both in radians; 0 is no data.
    """
    if kind == "hgt":
        return _read_layer(files, kind)
    values, grid = _read_upright(files["lv_theta"])
    with np.errstate(invalid="ignore"):
        theta = np.where((values > 0) & (values < np.pi), values.astype(np.float64), np.nan)
    if np.isnan(theta).all():
        raise InputError(f"{files['lv_theta'].name} holds no data.")
    if kind == "U":
        return np.sin(theta).astype(np.float32), grid
    if "lv_phi" not in files:
        return None, None
    angle, other = _read_upright(files["lv_phi"])
    if mismatch(other, grid):
        raise InputError(f"{files['lv_phi'].name} has another grid than {files['lv_theta'].name}.")
    phi = angle.astype(np.float64)
    with np.errstate(invalid="ignore"):
        phi = np.where(np.abs(phi) < 7, phi, np.nan)  # some nodata values are no angles
    return (np.cos(theta) * (np.cos(phi) if kind == "E" else np.sin(phi))).astype(np.float32), grid


def _angle_from_range(metadata: FrameMetadata, frame: RasterGrid) -> float:
    if not (metadata.centre_range > 0 and metadata.is_sentinel1):
        return math.nan
    x, y = frame.x_min + frame.columns * frame.dx / 2, frame.y_max - frame.rows * frame.dy / 2
    latitude = y if frame.is_geographic else float(transform_points([x], [y], frame.crs, GEOGRAPHIC)[1][0])
    return incidence_from_range(metadata.centre_range, latitude, metadata.average_height)


def _incidence(up: Float32 | None, range_angle: float, metadata_angle: float, grid: RasterGrid) -> tuple[str, Float32]:
    if up is not None and np.isfinite(up).any():
        return PER_PIXEL, up
    for source, angle in ((CENTRE_RANGE, range_angle), (METADATA, metadata_angle)):
        if math.isfinite(angle):
            return source, np.full(grid.shape, math.cos(math.radians(angle)), dtype=np.float32)
    return UNKNOWN, np.full(grid.shape, np.nan, dtype=np.float32)


def _horizontal(up: Float32, heading: float) -> tuple[Float32, Float32]:
    """East and north components from the incidence angle and the heading of a right-looking satellite."""
    sine = np.sqrt(np.maximum(0.0, 1.0 - up.astype(np.float64) ** 2))
    angle = math.radians(heading)
    return (-math.cos(angle) * sine).astype(np.float32), (math.sin(angle) * sine).astype(np.float32)


def _disagreements(metadata_angle: float, frame_angle: float, range_angle: float, source: str) -> list[str]:
    found = []
    for angle, what in ((frame_angle, "its U raster means"), (range_angle, "its slant range means")):
        if abs(metadata_angle - angle) > MAX_DISAGREEMENT:
            found.append(
                f"The frame's avg_incidence_angle, {metadata_angle:.2f} degrees, contradicts its own geometry: {what} "
                f"{angle:.2f} degrees. Vertical displacement with the metadata's angle would be off by "
                f"{100 * (math.cos(math.radians(angle)) / math.cos(math.radians(metadata_angle)) - 1):+.1f} %; "
                f"the stack uses the incidence from: {source}."
            )
    if source == METADATA:
        found.append(
            "The frame has no U raster and no centre_range_m: the stack takes avg_incidence_angle for every pixel, "
            "which is wrong by 5 degrees in many frames. Put the frame's geo.U.tif beside the pairs."
        )
    elif source == UNKNOWN:
        found.append(
            "The frame has no U raster, centre_range_m or avg_incidence_angle: the incidence is unknown, and the "
            "result can stay in the line of sight only."
        )
    return found
