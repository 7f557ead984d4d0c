"""Tables of the European Ground Motion Service: L2a and L2b at points in the line of sight, L3 on a grid."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import FloatArray
from ...errors import InputError
from ...files.line_of_sight import AS_THE_FILE_SAYS, TOWARDS
from ...files.names import LOS_UP
from ...files.point_csv import PointFile
from ...files.raster import GEOGRAPHIC, RasterGrid
from ...geodesy import transform_points
from ...wording import number_of
from ...work.progress import Progress
from .joined import PointSet
from .meaning import Wanted, factor_to_mm
from .model import EAST, LINE_OF_SIGHT, LOOK, VERTICAL, Attribute, Float32, PointProduct, RasterProduct

CRS = "EPSG:3035"
SPACING_M = 100.0
"""Spacing of L3's grid, m."""
WAVELENGTH_M = 0.05546576
"""Wavelength of Sentinel-1, m."""
HEIGHTS = ("height", "height_wgs84", "height_ellipse", "height_ortho")
_L3 = re.compile(r"EGMS_L3_(E\d+N\d+)_\d+km_([UE])", re.IGNORECASE)
_L2 = re.compile(r"EGMS_L2([ab])_(\d{3}_\d{4}_IW\d)_(VV|HH)", re.IGNORECASE)
_UNITS = {"U": VERTICAL, "E": EAST}
_SEASON = (
    "of the season, the part that is smooth over long distances: EGMS's filter against the atmosphere takes some of "
    "it; the trend alone is tied to GNSS velocities"
)


@dataclass(frozen=True)
class _Tile:
    """A table and what it is of."""

    table: PointFile
    level: str
    key: str
    quantity: str


def open_egms(tables: list[PointFile], wanted: Wanted, progress: Progress) -> PointProduct | RasterProduct:
    """Return the product that tables of one level and component form.

    Tables of one tile or burst over different years are tied, point by point, over their common dates; others lie
    beside each other.

    Raises
    ------
    InputError
        Where they are of several levels or tracks, nothing says the component, or releases have no common date.
    """
    tiles = [_tile(table, wanted) for table in tables]
    chosen = _of_one_kind(tiles, wanted, progress)
    by_key: dict[str, list[_Tile]] = {}
    for tile in chosen:
        by_key.setdefault(tile.key, []).append(tile)
    points, order = None, []
    for group in by_key.values():
        group.sort(key=lambda tile: (tile.table.days.min(), tile.table.days.max()))
        one, rows = _joined(group, progress)
        order.append((group[0].table, rows))
        points = one if points is None else points.together(one)
    if points is None:
        raise InputError("There is no table of EGMS.")
    first = chosen[0]
    factor = factor_to_mm(first.table.path, "mm", wanted, TOWARDS)
    attributes: dict[str, Attribute] = {
        "frame": "EGMS " + first.level + " " + " ".join(by_key),
        "displacement_reference": "unknown",
    }
    warnings = _warnings(first, wanted, attributes)
    easting = np.concatenate([_coordinate(table, "easting")[rows] for table, rows in order])
    northing = np.concatenate([_coordinate(table, "northing")[rows] for table, rows in order])
    if first.quantity != LINE_OF_SIGHT and _on_grid(easting) and _on_grid(northing):
        return _grid(first, points, factor, easting, northing, attributes=attributes, warnings=warnings)
    return _points(first, points, factor, order, attributes, warnings=warnings, easting=easting, northing=northing)


def _tile(table: PointFile, wanted: Wanted) -> _Tile:
    name = table.path.name
    line_of_sight = table.find(LOS_UP, "incidence_angle") is not None
    level3, level2 = _L3.search(name), _L2.search(name)
    if level2:
        return _Tile(table, f"L2{level2[1].lower()}", f"{level2[2]}_{level2[3]}", LINE_OF_SIGHT)
    if level3:
        return _Tile(table, "L3", level3[1].upper(), _UNITS[level3[2].upper()])
    if line_of_sight:
        return _Tile(table, "L2", table.path.stem, LINE_OF_SIGHT)
    if wanted.component not in ("vertical", "east"):
        raise InputError(
            f"{table.path} is of EGMS L3 (it has no line of sight), but its name does not say whether it is upward (U) "
            "or eastward (E): give COMPONENT."
        )
    return _Tile(table, "L3", table.path.stem, VERTICAL if wanted.component == "vertical" else EAST)


def _of_one_kind(tiles: list[_Tile], wanted: Wanted, progress: Progress) -> list[_Tile]:
    """Return the tables of one level and component; of L3 upward and eastward the upward ones unless asked for."""
    levels = sorted({tile.level for tile in tiles})
    if len(levels) > 1:
        raise InputError(f"The tables are of EGMS {' and '.join(levels)}: put those of one level in a folder.")
    if levels == ["L3"]:
        quantity = EAST if wanted.component == "east" else VERTICAL
        if wanted.component == "line_of_sight":
            raise InputError("COMPONENT is line_of_sight, but EGMS L3 is vertical or eastward: leave it to the file.")
        kept = [tile for tile in tiles if tile.quantity == quantity]
        if not kept and wanted.component == AS_THE_FILE_SAYS:
            return tiles
        if not kept:
            raise InputError(f"None of the tables of EGMS L3 is {wanted.component}: choose another COMPONENT.")
        if len(kept) < len(tiles):
            left = "eastward" if quantity == VERTICAL else "upward"
            progress.warn(f"The {left} tables in the folder were left out (COMPONENT chooses).")
        return kept
    if wanted.component not in (AS_THE_FILE_SAYS, "line_of_sight"):
        raise InputError(f"COMPONENT is {wanted.component}, but EGMS {levels[0]} is in the line of sight.")
    tracks = sorted({tile.key.split("_")[0] for tile in tiles if tile.level != "L2"})
    if len(tracks) > 1:
        raise InputError(
            f"The tables are of several tracks ({', '.join(tracks)}), which look from different sides: import each "
            "track by itself, from a folder of its own, and go on with Decompose line of sight or several frames."
        )
    return tiles


def _joined(group: list[_Tile], progress: Progress) -> tuple[PointSet, npt.NDArray[np.intp]]:
    """Return the points of one tile over all its releases, and which rows of the first table they are."""
    first = group[0].table
    points, rows = PointSet.single(first), np.arange(first.n_points)
    for tile in group[1:]:
        table = tile.table
        if not np.intersect1d(points.days, table.days).size:
            raise InputError(
                f"{table.path.name} has no date in common with the earlier release of its tile: they cannot be tied. "
                "Import one of them."
            )
        if not np.setdiff1d(table.days, points.days).size:
            progress.warn(f"{table.path.name} has no date that an earlier release of its tile has not: left out.")
            continue
        mine, theirs = _common(first, rows, table)
        if not mine.size:
            raise InputError(
                f"{table.path.name} has no point in common with the earlier release of its tile: import one of them."
            )
        lost = max(rows.size, table.n_points) - mine.size
        points, rows = points.later(table, mine, theirs), rows[mine]
        if lost:
            progress.warn(
                f"{number_of(lost, 'point')} of {group[0].key} are not in every release and were left out: two "
                f"releases are tied point by point, over their common dates. {mine.size} remain."
            )
    return points, rows


def _common(
    first: PointFile, rows: npt.NDArray[np.intp], table: PointFile
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the numbers of common points: by their identifiers, else by their place."""
    for key in (_identifiers, _places):
        here, there = key(first), key(table)
        if here is None or there is None:
            continue
        _, mine, theirs = np.intersect1d(here[rows], there, return_indices=True)
        if mine.size:
            order = np.argsort(mine)
            return mine[order], theirs[order]
    return np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp)


def _identifiers(table: PointFile) -> npt.NDArray[np.bytes_] | None:
    return table.texts("pid")


def _places(table: PointFile) -> npt.NDArray[np.int64]:
    return np.round(_coordinate(table, "easting")).astype(np.int64) * 100_000_000 + np.round(
        _coordinate(table, "northing")
    ).astype(np.int64)


def _coordinate(table: PointFile, name: str) -> FloatArray:
    values = table.numbers(name)
    if values is None:
        raise InputError(f"{table.path} has no column '{name}'.")
    return values


def _warnings(first: _Tile, wanted: Wanted, attributes: dict[str, Attribute]) -> list[str]:
    if first.level == "L2a":
        return [
            "EGMS L2a is relative to a place within its burst that the table does not name: import L2b, or give "
            "REFERENCE_POINT."
        ]
    if first.level == "L2":
        attributes["long_wavelength_season_removed"] = _SEASON
        return [
            f"{first.table.path.name} is of EGMS L2, but its name does not say whether of L2a, relative to a place "
            "within its burst, or of L2b, tied to GNSS velocities: its trend is taken as relative. The season over "
            "long distances is not guaranteed to be true in either. Give the table the name that it was downloaded by."
        ]
    attributes["long_wavelength_season_removed"] = _SEASON
    attributes["vertical_frame"] = "relative: trend tied to GNSS velocities by EGMS, season of long wavelength open"
    return [
        f"EGMS {first.level} is tied to GNSS velocities: its trend is absolute, its season over long distances is not "
        "guaranteed to be. Assimilate it with REFERENCE = unknown."
    ]


def _on_grid(values: FloatArray) -> bool:
    if not np.isfinite(values).all():
        return False
    off = np.mod(values - values[0], SPACING_M)
    return bool(np.minimum(off, SPACING_M - off).max() < 0.01 * SPACING_M)


def _grid(
    first: _Tile, points: PointSet, factor: float, x: FloatArray, y: FloatArray,
    *, attributes: dict[str, Attribute], warnings: list[str],
) -> RasterProduct:  # fmt: skip
    left, top = x.min() - SPACING_M / 2, y.max() + SPACING_M / 2
    columns, rows = round((x.max() - x.min()) / SPACING_M) + 1, round((y.max() - y.min()) / SPACING_M) + 1
    grid = RasterGrid(CRS, float(left), float(top), SPACING_M, SPACING_M, columns=columns, rows=rows)
    row, column = grid.index(x, y)
    order = np.argsort(row, kind="stable")
    sorted_rows = row[order]

    def read(of_rows: slice, of_columns: slice) -> Float32:
        start, stop = np.searchsorted(sorted_rows, (of_rows.start, of_rows.stop))
        chosen = order[start:stop]
        chosen = chosen[(column[chosen] >= of_columns.start) & (column[chosen] < of_columns.stop)]
        shape = of_rows.stop - of_rows.start, of_columns.stop - of_columns.start
        values = np.full((points.days.size, *shape), np.nan, dtype=np.float32)
        values[:, row[chosen] - of_rows.start, column[chosen] - of_columns.start] = points.series(chosen)
        values *= np.float32(factor)
        return values

    return RasterProduct(
        "EGMS L3", first.quantity, grid, points.days, read, chunk=(64, columns),
        attributes=attributes, warnings=tuple(warnings), compress=False,
    )  # fmt: skip


def _points(
    first: _Tile, points: PointSet, factor: float, order: list[tuple[PointFile, npt.NDArray[np.intp]]],
    attributes: dict[str, Attribute], *, warnings: list[str], easting: FloatArray, northing: FloatArray,
) -> PointProduct:  # fmt: skip
    lon, lat = transform_points(easting, northing, CRS, GEOGRAPHIC)
    columns: dict[str, FloatArray] = {}
    for ours, names in (*((name, (name,)) for name in LOOK), ("height", HEIGHTS),
                        ("temporal_coherence", ("temporal_coherence",)), ("rmse", ("rmse", "rmse_ts"))):  # fmt: skip
        found = [(table.numbers(*names), rows) for table, rows in order]
        if all(values is not None for values, _ in found):
            columns[ours] = np.concatenate([values[rows] for values, rows in found if values is not None])
    if LOS_UP not in columns and first.quantity == LINE_OF_SIGHT:
        angles = [(table.numbers("incidence_angle"), rows) for table, rows in order]
        if all(values is not None for values, _ in angles):
            together = np.concatenate([values[rows] for values, rows in angles if values is not None])
            columns[LOS_UP] = np.cos(np.radians(together))
    identifiers = [(table.texts("pid"), rows) for table, rows in order]
    names = np.concatenate([texts[rows] for texts, rows in identifiers if texts is not None])
    if first.quantity == LINE_OF_SIGHT:
        attributes["wavelength"] = WAVELENGTH_M
    return PointProduct(
        f"EGMS {first.level}", first.quantity, points.days, lon, lat, read=points.reader(factor),
        names=names, columns=columns, attributes=attributes, warnings=tuple(warnings), compress=False,
    )  # fmt: skip
