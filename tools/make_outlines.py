"""Make the coasts and borders under report maps from QGIS's own world map: ``python tools/make_outlines.py [FILE]``.

The source is the layer ``countries`` of QGIS's ``world_map.gpkg``, made from Natural Earth's 1:10m countries (public
domain, https://www.naturalearthdata.com). Sides that two countries share are kept once, lines are simplified and
written in hundredths of a degree.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from osgeo import ogr

SOURCE = Path("/usr/share/qgis/resources/data/world_map.gpkg")
TARGET = Path(__file__).resolve().parents[1] / "core" / "charts" / "data" / "outlines.npz"
TOLERANCE_DEG = 0.03  # about 3 km: less than a line's width on the map of a frame of 250 km
SMALLEST_ISLAND_DEG = 0.1
UNITS_PER_DEGREE = 100

Point = tuple[float, float]


def rings(geometry: ogr.Geometry) -> Iterator[list[Point]]:
    """Yield the rings of a polygon or of several."""
    if geometry.GetGeometryName() == "LINEARRING":
        yield [(round(point[0], 4), round(point[1], 4)) for point in geometry.GetPoints()]
        return
    for number in range(geometry.GetGeometryCount()):
        yield from rings(geometry.GetGeometryRef(number))


def sides(source: Path) -> set[tuple[Point, Point]]:
    """Return every side of every country once; those along the antimeridian and the poles are cuts, no coasts."""
    found = set()
    dataset = ogr.Open(str(source))
    for feature in dataset.GetLayer("countries"):
        for ring in rings(feature.geometry()):
            for one, other in zip(ring, ring[1:]):
                cut = (abs(one[0]) > 179.9 and abs(other[0]) > 179.9) or (one[1] < -89.0 and other[1] < -89.0)
                if one != other and not cut:
                    found.add((min(one, other), max(one, other)))
    return found


def chains(found: set[tuple[Point, Point]]) -> list[list[Point]]:
    """Return the sides joined to lines that end where three or more meet, in a fixed order."""
    beside: dict[Point, list[Point]] = defaultdict(list)
    for one, other in sorted(found):
        beside[one].append(other)
        beside[other].append(one)
    left = set(found)

    def walk(one: Point, other: Point) -> list[Point]:
        line = [one, other]
        left.discard((min(one, other), max(one, other)))
        while len(beside[line[-1]]) == 2:
            last = line[-1]
            onward = [point for point in beside[last] if (min(last, point), max(last, point)) in left]
            if not onward:
                break
            left.discard((min(last, onward[0]), max(last, onward[0])))
            line.append(onward[0])
        return line

    lines = []
    for point in sorted(beside):
        if len(beside[point]) != 2:
            lines += [walk(point, other) for other in beside[point] if (min(point, other), max(point, other)) in left]
    for one, other in sorted(found):  # what is left are closed lines: islands
        if (one, other) in left:
            lines.append(walk(one, other))
    return lines


def main() -> None:
    """Write the file."""
    lines = []
    for line in chains(sides(Path(sys.argv[1]) if len(sys.argv) > 1 else SOURCE)):
        if line[0] == line[-1] and np.ptp(np.array(line), axis=0).max() < SMALLEST_ISLAND_DEG:
            continue
        geometry = ogr.Geometry(ogr.wkbLineString)
        for x, y in line:
            geometry.AddPoint_2D(x, y)
        points = np.array(geometry.Simplify(TOLERANCE_DEG).GetPoints())[:, :2]
        lines.append(np.round(points * UNITS_PER_DEGREE).astype("i2"))
    TARGET.parent.mkdir(exist_ok=True)
    lengths = np.array([len(line) for line in lines], dtype="i4")
    steps = np.concatenate([np.diff(line, axis=0, prepend=np.zeros((1, 2), dtype="i2")) for line in lines])
    np.savez_compressed(TARGET, lengths=lengths, dx=steps[:, 0].astype("i2"), dy=steps[:, 1].astype("i2"))
    print(f"{TARGET}: {len(lines)} lines, {len(steps)} points, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
