"""Line-of-sight unit vectors and height of a frame, and what they say against the frame's metadata."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..errors import InputError
from ..projections import transform_points
from ..raster import GEOGRAPHIC, RasterGrid, read_raster
from .licsar import Frame
from .metadata import FrameMetadata, incidence_from_range
from .placement import Float32, Placement, on_stack_grid

PER_PIXEL, CENTRE_RANGE, METADATA, UNKNOWN = "per pixel", "centre range", "metadata", "unknown"
MAX_DISAGREEMENT = 3.0
"""Degrees between the metadata's incidence angle and the true one that are worth a warning."""


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
    frame's centre; where that is unknown, from ``avg_incidence_angle``. East and north come from their files, else
    from the heading of a satellite that looks to the right.
    """
    warnings: list[str] = []
    layers: dict[str, Float32] = {}
    frame_angle = math.nan
    for kind in ("U", "E", "N", "hgt"):
        try:
            full, grid = _read_look(frame, kind) if "lv_theta" in frame.geometry else _read_layer(frame, kind)
        except InputError as error:
            warnings.append(f"The frame's {kind} is not used: {error}")
            continue
        if full is None or grid is None:
            continue
        if kind == "U":
            frame_angle = float(np.degrees(np.arccos(np.clip(np.nanmean(full, dtype=np.float64), -1, 1))))
        layers[kind] = on_stack_grid(full, grid, placement, "bilinear")
    range_angle = _angle_from_range(metadata, placement.frame)
    source, up = _incidence(layers.get("U"), range_angle, metadata.incidence_angle, placement.grid)
    warnings += _disagreements(metadata.incidence_angle, frame_angle, range_angle, source)
    heading = metadata.heading if math.isfinite(metadata.heading) else frame.heading
    east, north = _horizontal(up, heading)
    return Geometry(layers.get("E", east), layers.get("N", north), up, layers.get("hgt"), source, tuple(warnings))


def _read_layer(frame: Frame, kind: str) -> tuple[Float32 | None, RasterGrid | None]:
    """One of the frame's rasters, NaN where missing; None where the frame has no such file."""
    if kind not in frame.geometry:
        return None, None
    values, grid = read_raster(frame.geometry[kind])
    layer = np.asarray(values, dtype=np.float32)
    with np.errstate(invalid="ignore"):
        good = (layer > -12_000) & (layer < 10_000) if kind == "hgt" else (layer != 0) & (np.abs(layer) <= 1.0001)
    layer = np.where(good, layer, np.float32(np.nan))
    if np.isnan(layer).all():
        raise InputError(f"{frame.geometry[kind].name} holds no data.")
    return layer, grid


def _read_look(frame: Frame, kind: str) -> tuple[Float32 | None, RasterGrid | None]:
    """One component of the unit vector to the satellite from HyP3's angles, and other layers as they are.

    ``lv_theta`` is the elevation of the satellite above the horizon and ``lv_phi`` its direction, counter-clockwise
    from east, both in radians; 0 is no data.
    """
    if kind == "hgt":
        return _read_layer(frame, kind)
    values, grid = read_raster(frame.geometry["lv_theta"])
    theta = np.where(values == 0, np.nan, values.astype(np.float64))
    if kind == "U":
        return np.sin(theta).astype(np.float32), grid
    if "lv_phi" not in frame.geometry:
        return None, None
    angle, other = read_raster(frame.geometry["lv_phi"])
    if not other.matches(grid):
        raise InputError(f"{frame.geometry['lv_phi'].name} has another grid than {frame.geometry['lv_theta'].name}.")
    phi = angle.astype(np.float64)
    return (np.cos(theta) * (np.cos(phi) if kind == "E" else np.sin(phi))).astype(np.float32), grid


def _angle_from_range(metadata: FrameMetadata, frame: RasterGrid) -> float:
    if not metadata.centre_range > 0:
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
