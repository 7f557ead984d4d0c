"""The part of a cell inside a polygon is exact: boxes, holes, overlaps, other reference systems, real basins."""

import json

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.geodesy import transform_points
from groundswell.core.grid.ease2 import Grid
from groundswell.core.grid.regions import cell_fractions, read_polygons
from pyproj import Geod

M25 = Grid("M25")
DEGREES = RasterGrid(GEOGRAPHIC, 98.0, 28.0, 0.5, 0.5, 8, 8)


def geojson(path, geometries, crs=None):
    document = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": geometry} for geometry in geometries],
    }
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs}"}}
    path.write_text(json.dumps(document))
    return path


def box(west, east, south, north):
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def test_box_in_degrees(tmp_path):
    path = geojson(tmp_path / "box.geojson", [polygon(box(98.25, 100.6, 25.1, 27.0))])
    fractions = cell_fractions(read_polygons(path), DEGREES)
    across = np.array([0.5, 1, 1, 1, 1, 0.2, 0, 0])
    down = np.array([0, 0, 1, 1, 1, 0.8, 0, 0])
    assert fractions == pytest.approx(down[:, None] * across, abs=1e-12)


@pytest.mark.parametrize("backwards", [False, True])
def test_holes_and_several_parts_whatever_their_direction(tmp_path, backwards):
    outer, hole, other = box(98, 100, 26, 28), box(98.5, 99.25, 26.5, 27.5), box(101, 102, 24, 25)
    rings = [ring[::-1] if backwards else ring for ring in (outer, hole, other)]
    multi = {"type": "MultiPolygon", "coordinates": [[rings[0], rings[1]], [rings[2]]]}
    fractions = cell_fractions(read_polygons(geojson(tmp_path / "a.geojson", [multi])), DEGREES)
    expected = np.zeros((8, 8))
    expected[0:4, 0:4] = 1
    expected[1:3, 1] = 0
    expected[1:3, 2] = 0.5
    expected[6:8, 6:8] = 1
    assert fractions == pytest.approx(expected, abs=1e-12)


def test_overlapping_features_count_once(tmp_path):
    path = geojson(tmp_path / "a.geojson", [polygon(box(98, 100, 26, 28)), polygon(box(99, 101, 26, 28))])
    fractions = cell_fractions(read_polygons(path), DEGREES)
    assert fractions[:4, :6] == pytest.approx(1.0)
    assert fractions.sum() == pytest.approx(24.0)


def test_triangle_against_counted_points(tmp_path):
    corners = [[98.13, 24.41], [101.77, 26.02], [99.4, 27.83], [98.13, 24.41]]
    path = geojson(tmp_path / "a.geojson", [polygon(corners)])
    fractions = cell_fractions(read_polygons(path), DEGREES)
    area = 0.5 * abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners[:-1], corners[1:])))
    assert fractions.sum() * 0.25 == pytest.approx(area, rel=1e-12)
    n = 100
    step = 0.5 / n
    lon, lat = np.meshgrid(98 + (np.arange(8 * n) + 0.5) * step, 28 - (np.arange(8 * n) + 0.5) * step)
    sides = [(b[0] - a[0]) * (lat - a[1]) - (b[1] - a[1]) * (lon - a[0]) > 0 for a, b in zip(corners[:-1], corners[1:])]
    counted = np.all(sides, axis=0).reshape(8, n, 8, n).mean(axis=(1, 3))
    # Counting errs by up to half the points that an edge passes: 1 / 100.
    assert fractions == pytest.approx(counted, abs=0.01)


def test_polygon_larger_than_the_grid_fills_it(tmp_path):
    path = geojson(tmp_path / "a.geojson", [polygon(box(-170, 170, -80, 80))])
    assert (cell_fractions(read_polygons(path), DEGREES) == 1).all()


def test_reference_system_of_the_file_is_heeded(tmp_path):
    """A UTM square: its area on the ground is its plane area over the square of the scale factor."""
    x, y, side = 500_000.0, 2_800_000.0, 120_000.0
    path = geojson(tmp_path / "a.geojson", [polygon(box(x - side / 2, x + side / 2, y, y + side))], crs=32647)
    window = M25.window(*M25.covering(97.5, 100.5, 24.5, 27.5))
    fractions = cell_fractions(read_polygons(path), window)
    area = fractions.sum() * M25.cell_size**2
    # Mean of k^2 over +-60 km about the central meridian: 0.9996^2 (1 + L^2 / (3 R^2)).
    scale = 0.9996**2 * (1 + (side / 2) ** 2 / (3 * 6.36e6**2))
    assert area == pytest.approx(side**2 / scale, rel=2e-6)
    middle_lon, middle_lat = transform_points(x, y + side / 2, "EPSG:32647", GEOGRAPHIC)
    lon, lat = window.lon_lat()
    # Cells that the outline cuts stand for their part by their centre: up to half a cell, times their weight.
    assert np.average(lon, weights=fractions) == pytest.approx(float(middle_lon), abs=0.02)
    assert np.average(lat, weights=fractions) == pytest.approx(float(middle_lat), abs=0.02)


def test_projected_grid_that_is_not_ease(tmp_path):
    path = geojson(tmp_path / "a.geojson", [polygon(box(500_000, 520_000, 2_800_000, 2_815_000))], crs=32647)
    grid = RasterGrid("EPSG:32647", 490_000.0, 2_820_000.0, 10_000.0, 10_000.0, 4, 3)
    expected = np.array([[0, 0.5, 0.5, 0], [0, 1, 1, 0], [0, 0, 0, 0]])
    # There and back through longitude and latitude: micrometres.
    assert cell_fractions(read_polygons(path), grid) == pytest.approx(expected, abs=1e-6)


def test_either_turn_of_longitude(tmp_path):
    west = geojson(tmp_path / "w.geojson", [polygon(box(-62, -58, -5, -2))])
    east = geojson(tmp_path / "e.geojson", [polygon(box(298, 302, -5, -2))])
    window = M25.window(*M25.covering(-63, -57, -6, -1))
    first = cell_fractions(read_polygons(west), window)
    assert cell_fractions(read_polygons(east), window) == pytest.approx(first, abs=1e-9)
    over = geojson(tmp_path / "o.geojson", [polygon(box(178, 180, -20, -18)), polygon(box(-180, -179, -20, -18))])
    window = M25.window(*M25.covering(177, 183, -21, -17))
    area = cell_fractions(read_polygons(over), window).sum() * M25.cell_size**2
    one = geojson(tmp_path / "n.geojson", [polygon(box(10, 13, -20, -18))])
    same = cell_fractions(read_polygons(one), M25.window(*M25.covering(9, 14, -21, -17))).sum() * M25.cell_size**2
    assert area == pytest.approx(same, rel=1e-9)


def test_other_formats_and_broken_rings(tmp_path):
    from osgeo import ogr

    ogr.UseExceptions()
    path = tmp_path / "bow.gpkg"
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = data.CreateLayer("bow")
    feature = ogr.Feature(layer.GetLayerDefn())
    # A bow tie: two triangles of half a square degree each.
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POLYGON((98 26,100 27,100 26,98 27,98 26))"))
    layer.CreateFeature(feature)
    del feature, layer, data
    fractions = cell_fractions(read_polygons(path), DEGREES)
    assert fractions.sum() * 0.25 == pytest.approx(1.0, rel=1e-9)


def test_errors_say_what_to_do(tmp_path):
    point = geojson(tmp_path / "p.geojson", [{"type": "Point", "coordinates": [99, 25]}])
    with pytest.raises(InputError, match="holds no polygon"):
        read_polygons(point)
    with pytest.raises(InputError, match="does not exist"):
        read_polygons(tmp_path / "nothing.shp")
    (tmp_path / "text.shp").write_text("no shape")
    with pytest.raises(InputError, match="cannot be read"):
        read_polygons(tmp_path / "text.shp")
    far = geojson(tmp_path / "far.geojson", [polygon(box(10, 12, 40, 42))])
    with pytest.raises(InputError, match="outside the grid"):
        cell_fractions(read_polygons(far), DEGREES)


@pytest.mark.reference
def test_basins(reference, tmp_path):
    """Areas on the equal-area grid are those that the geodesic library gives for the same outlines."""
    source = reference / "grace/basins/basins_test.geojson"
    features = json.loads(source.read_text())["features"]
    assert len(features) == 10
    geod = Geod(ellps="WGS84")
    for feature in features:
        region = read_polygons(geojson(tmp_path / "one.geojson", [feature["geometry"]]))
        all_lon, all_lat = np.concatenate(region.rings).T
        window = M25.window(*M25.covering(all_lon.min(), all_lon.max(), all_lat.min(), all_lat.max()))
        area = cell_fractions(region, window).sum() * M25.cell_size**2 / 1e6
        # Rings of 0.05 degrees: their geodesic area is that of straight lines in degrees to 1e-6.
        geodesic = sum(geod.polygon_area_perimeter(*ring.T)[0] for ring in region.rings) / 1e6
        assert area == pytest.approx(geodesic, rel=3e-6), feature["properties"]["name"]
        # The printed areas join the vertices by geodesics: up to 2e-3 on the box's sides of seven degrees.
        assert area == pytest.approx(feature["properties"]["area_geod_km2"], rel=2e-3), feature["properties"]["name"]
