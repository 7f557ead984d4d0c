"""The EASE-Grid 2.0 is NSIDC's: published corners, cells and places."""

import csv

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files.raster import RasterGrid
from groundswell.core.grid.ease2 import OUTSIDE, Grid, grid_of_cells

NAMES = {"EASE2_M25km": "M25", "EASE2_M36km": "M36", "EASE2_M09km": "M09"}


def rows_of(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.reference
def test_definitions(reference):
    seen = 0
    for row in rows_of(reference / "grace/ease2/ease2_grid_definitions.csv"):
        if row["name"] not in NAMES:
            continue
        grid = Grid(NAMES[row["name"]])
        assert (grid.columns, grid.rows, grid.cell_size) == (
            int(row["cols"]),
            int(row["rows"]),
            float(row["cell_size_m"]),
        )
        assert (grid.x_min, grid.y_max) == pytest.approx(
            (float(row["x_min_ul_edge"]), float(row["y_max_ul_edge"])), abs=1e-4
        )  # printed to 1e-4 m
        lon, lat = grid.center([0, grid.rows - 1], [0, grid.columns - 1])
        expected = [float(row[key]) for key in ("lon_ul_center", "lat_ul_center", "lon_lr_center", "lat_lr_center")]
        assert [lon[0], lat[0], lon[1], lat[1]] == pytest.approx(expected, abs=1e-7)  # printed to 1e-7 degrees
        seen += 1
    assert seen == 3


@pytest.mark.reference
def test_places_and_cells(reference):
    vectors = [row for row in rows_of(reference / "grace/ease2/ease2_lonlat_to_rowcol.csv") if row["grid"] in NAMES]
    assert len(vectors) == 57
    for row in vectors:
        grid = Grid(NAMES[row["grid"]])
        at = grid.index(float(row["lon"]), float(row["lat"]))
        inside = 0 <= float(row["col_frac"]) < grid.columns
        if inside:
            assert (int(at[0]), int(at[1])) == (int(row["row"]), int(row["col"])), row
            lon, lat = grid.center(*at)
            assert (float(lon), float(lat)) == pytest.approx(
                (float(row["cell_center_lon"]), float(row["cell_center_lat"])), abs=1e-7
            )


@pytest.mark.reference
def test_cells_of_a_box(reference):
    cells = rows_of(reference / "grace/ease2/ease2_M25_cells_97E104E_22N29N.csv")
    row, column = (np.array([int(cell[key]) for cell in cells]) for key in ("row", "col"))
    lon, lat = Grid("M25").center(row, column)
    assert lon == pytest.approx(np.array([float(cell["lon"]) for cell in cells]), abs=1e-7)
    assert lat == pytest.approx(np.array([float(cell["lat"]) for cell in cells]), abs=1e-7)
    again = Grid("M25").index(lon, lat)
    assert (again[0] == row).all()
    assert (again[1] == column).all()


@pytest.mark.reference
def test_published_cells(reference):
    for row in rows_of(reference / "grace/ease2/ease2_authoritative_vectors.csv"):
        if row["what"] == "center" and row["grid"] in ("M36", "M09"):
            grid = Grid(row["grid"])
            assert tuple(map(int, grid.index(float(row["lon"]), float(row["lat"])))) == (
                int(row["row"]),
                int(row["col"]),
            )


def test_index_inverts_center_everywhere():
    for name in ("M25", "M36", "M09"):
        grid = Grid(name)
        row, column = np.mgrid[0 : grid.rows : 29, 0 : grid.columns : 31]
        again = grid.index(*grid.center(row, column))
        assert (again[0] == row).all()
        assert (again[1] == column).all()


def test_any_turn_of_longitude():
    grid = Grid("M25")
    lon, lat = np.array([-179.9, -100.0, -0.1]), np.array([10.0, 20.0, -30.0])
    west, east = grid.index(lon, lat), grid.index(lon + 360, lat)
    assert (west[1] == east[1]).all()
    assert (west[0] == east[0]).all()


def test_edges_and_places_that_are_none():
    grid = Grid("M25")
    row, column = grid.index([-180.0, 180.0, np.nan, 0.0, 0.0], [0.0, 0.0, 0.0, np.nan, 88.0])
    assert column[0] == 0
    assert column[1] == grid.columns - 1
    assert row[2:4].tolist() == column[2:4].tolist() == [OUTSIDE, OUTSIDE]
    assert row[4] < 0


def test_window_has_the_cells():
    grid = Grid("M25")
    window = grid.window(150, 1067, 3, 4)
    lon, lat = window.lon_lat()
    expected = grid.center(*np.mgrid[150:153, 1067:1071])
    assert lon == pytest.approx(expected[0], abs=1e-9)
    assert lat == pytest.approx(expected[1], abs=1e-9)
    assert grid.first_cell(window) == (150, 1067)
    assert grid_of_cells(window) == (grid, 150, 1067)


def test_covering_is_the_smallest_window():
    grid = Grid("M25")
    box = (98.87, 101.05, 24.68, 26.72)
    row0, column0, rows, columns = grid.covering(*box)
    assert rows * columns == 90  # the spec's count of cells touched
    first, last = grid.index([box[0], box[1]], [box[3], box[2]])
    assert (row0, row0 + rows - 1) == tuple(first)
    assert (column0, column0 + columns - 1) == tuple(last)


def test_covering_a_cell_gives_that_cell():
    """Edges computed in degrees fall on cell edges but for rounding: neighbours must not be claimed."""
    grid = Grid("M36")
    lon, _ = grid.center([100, 100], [699.5, 700.5])
    _, lat = grid.center([99.5, 100.5], [700, 700])
    assert grid.covering(float(lon[0]), float(lon[1]), float(lat[1]), float(lat[0])) == (100, 700, 1, 1)


def test_covering_over_the_date_line():
    grid = Grid("M25")
    assert grid.covering(177.0, 183.0, -20.0, -16.0) == grid.covering(177.0, -177.0, -20.0, -16.0)
    row0, column0, rows, columns = grid.covering(177.0, 183.0, -20.0, -16.0)
    assert column0 + columns > grid.columns
    lon, _ = grid.window(row0, column0, rows, columns).lon_lat()
    assert lon[0, 0] == pytest.approx(177.0, abs=0.26)
    assert lon[0, -1] == pytest.approx(-177.0, abs=0.26)


def test_covering_the_globe_and_beyond_the_grid():
    grid = Grid("M25")
    assert grid.covering(-180, 180, -90, 90) == (0, 0, grid.rows, grid.columns)
    assert grid.covering(0, 360, -90, 90) == (0, 0, grid.rows, grid.columns)
    with pytest.raises(InputError, match="beyond"):
        grid.covering(0, 10, 86, 89)
    with pytest.raises(InputError, match="not one"):
        grid.covering(0, 10, 20, 10)


def test_grids_that_are_not_ours():
    with pytest.raises(InputError, match="no EASE-Grid 2.0 'M99'"):
        Grid("M99")
    lonlat = RasterGrid("EPSG:4326", 0.0, 10.0, 0.25, 0.25, 4, 4)
    with pytest.raises(InputError, match="not part"):
        Grid("M25").first_cell(lonlat)
    with pytest.raises(InputError, match="no EASE-Grid"):
        grid_of_cells(lonlat)
    window = Grid("M25").window(10, 10, 2, 2)
    with pytest.raises(InputError, match="not part"):
        Grid("M36").first_cell(window)
    half = RasterGrid("EPSG:6933", window.x_min + 12000, window.y_max, window.dx, window.dy, 2, 2)
    with pytest.raises(InputError, match="not part"):
        Grid("M25").first_cell(half)
    utm = RasterGrid("EPSG:32647", window.x_min, window.y_max, window.dx, window.dy, 2, 2)
    with pytest.raises(InputError, match="not part"):
        Grid("M25").first_cell(utm)


def test_files_with_a_rounded_cell_size_fit():
    grid = Grid("M25")
    rounded = RasterGrid("EPSG:6933", -17367530.44, 7307375.92, 25025.26, 25025.26, 1388, 584)
    assert grid.first_cell(rounded) == (0, 0)
