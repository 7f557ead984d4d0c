"""Series at points are those of the pixel that holds the point, from every kind of file."""

import csv

import numpy as np
import pytest
from groundswell.core.errors import InputError, OutputError
from groundswell.core.extraction.points import extract_series, pixel_of, read_pixel
from groundswell.core.files import netcdf
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.grid.ease2 import Grid
from groundswell.core.work.progress import SilentProgress

SHAPE = (50, 60)
WINDOW = Grid("M25").window(160, 1075, 6, 7)


@pytest.fixture
def values():
    return np.random.default_rng(1).normal(0, 10, (3, *SHAPE)).astype("f4")


def rows_of(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def write_cells(path, days=(6575.0, 6587.0), **variables):
    """Write a file on the EASE-Grid; a variable has dimensions [time, y, x] or, with four, a member before."""
    with netcdf.create(path, "cells", "test") as dataset:
        netcdf.write_grid(dataset, WINDOW)
        netcdf.write_time(dataset, days)
        for name, data in variables.items():
            dims = ("member", "time", "y", "x")[4 - data.ndim :]
            if data.ndim == 4 and "member" not in dataset.dimensions:
                dataset.createDimension("member", data.shape[0])
            netcdf.add_variable(dataset, name, dims, "mm", f"the {name}")[:] = data
    return path


def cells(seed, members=0):
    shape = (2, *WINDOW.shape)
    return np.random.default_rng(seed).normal(0, 30, (members, *shape) if members else shape).astype("f4")


def test_displacement_series(write_series, values, tmp_path):
    velocity = np.random.default_rng(2).normal(0, 3, SHAPE).astype("f4")
    path = write_series(values, days=[6575.0, 6587.0, 6599.0], velocity=velocity)
    # Pixel centres are at 99.805 + 0.01 column, 25.995 - 0.01 row.
    found = extract_series(path, [("A", 100.0049, 25.7051), ("B", 99.8, 25.995)], tmp_path / "s.csv", SilentProgress())
    assert [one.name for one in found] == ["A", "B"]
    assert found[0].variable == "displacement"
    assert found[0].values == pytest.approx(values[:, 29, 20])
    assert found[1].values == pytest.approx(values[:, 0, 0])
    assert found[0].velocity == pytest.approx(velocity[29, 20])
    rows = rows_of(tmp_path / "s.csv")
    assert list(rows[0]) == ["point", "date", "variable", "value", "std"]
    assert [row["date"] for row in rows[:3]] == ["2018-01-01", "2018-01-13", "2018-01-25"]
    assert [float(row["value"]) for row in rows[:3]] == pytest.approx(values[:, 29, 20], rel=1e-6)
    assert {row["std"] for row in rows} == {""}


def test_analysis_with_its_spread(tmp_path):
    data = {name: cells(number) for number, name in enumerate(("innovation", "tws_open_loop", "tws_analysis"))}
    data["tws_analysis_std"] = np.abs(cells(9))
    data["tws_open_loop_std"] = np.abs(cells(10))
    data["tws_analysis_members"] = cells(11, members=4)
    path = write_cells(tmp_path / "a.nc", **data)
    lon, lat = Grid("M25").center(162, 1078)
    reading = read_pixel(path, float(lon) + 0.1, float(lat) - 0.05)
    assert (reading.row, reading.column) == (2, 3)
    assert (reading.lon, reading.lat) == pytest.approx((float(lon), float(lat)), abs=1e-9)
    assert [one.variable for one in reading.series] == ["tws_analysis", "innovation", "tws_open_loop"]
    main = reading.series[0]
    assert main.values == pytest.approx(data["tws_analysis"][:, 2, 3])
    assert main.std == pytest.approx(data["tws_analysis_std"][:, 2, 3])
    assert (main.units, main.long_name) == ("mm", "the tws_analysis")
    assert reading.series[1].std is None
    assert reading.velocity is None
    extract_series(path, [("A", float(lon), float(lat))], tmp_path / "s.csv", SilentProgress())
    by_name = {(row["variable"], row["date"]): row for row in rows_of(tmp_path / "s.csv")}
    assert float(by_name["tws_open_loop", "2018-01-13"]["std"]) == pytest.approx(
        data["tws_open_loop_std"][1, 2, 3], rel=1e-6
    )


def test_gridded_vertical_displacement_and_grace(tmp_path):
    up, spread = cells(1), np.abs(cells(2))
    path = write_cells(tmp_path / "v.nc", displacement_std=spread, vertical_displacement=up, n_pixels=cells(3))
    lon, lat = (float(one) for one in Grid("M25").center(160, 1075))
    series = read_pixel(path, lon, lat).series
    assert [one.variable for one in series] == ["vertical_displacement", "n_pixels"]
    assert series[0].std == pytest.approx(spread[:, 0, 0])
    path = write_cells(tmp_path / "g.nc", tws=up, uncertainty=spread)
    (one,) = read_pixel(path, lon, lat).series
    assert one.std == pytest.approx(spread[:, 0, 0])


def test_members_become_mean_and_spread(tmp_path):
    members = cells(4, members=5)
    path = write_cells(tmp_path / "m.nc", tws=members)
    lon, lat = (float(one) for one in Grid("M25").center(165, 1081))
    (one,) = read_pixel(path, lon, lat).series
    assert one.values == pytest.approx(members[:, :, 5, 6].mean(axis=0), rel=1e-5)
    assert one.std == pytest.approx(members[:, :, 5, 6].std(axis=0, ddof=1), rel=1e-5)


def test_missing_values_are_empty_and_hours_are_reported(tmp_path):
    data = cells(5)
    data[1] = np.nan
    path = write_cells(tmp_path / "h.nc", days=(6575.0, 6575.25), tws=data)
    lon, lat = (float(one) for one in Grid("M25").center(160, 1075))
    extract_series(path, [("A", lon, lat)], tmp_path / "s.csv", SilentProgress())
    rows = rows_of(tmp_path / "s.csv")
    assert [row["date"] for row in rows] == ["2018-01-01T00:00", "2018-01-01T06:00"]
    assert rows[1]["value"] == ""


def test_points_outside(write_series, values, tmp_path):
    path = write_series(values)
    progress = SilentProgress()
    found = extract_series(path, [("in", 100, 25.8), ("out", 10, 50)], tmp_path / "s.csv", progress)
    assert [one.name for one in found] == ["in"]
    assert progress.warnings == ["Outside series.nc and left out: out."]
    with pytest.raises(InputError, match="No point lies inside .* north, far"):
        extract_series(path, [("north", 100, 27), ("far", 10, 50)], tmp_path / "t.csv", SilentProgress())
    assert not (tmp_path / "t.csv").exists()
    with pytest.raises(InputError, match="lies outside"):
        read_pixel(path, 10, 50)
    (tmp_path / "blocker").write_text("")
    with pytest.raises(OutputError):
        extract_series(path, [("in", 100, 25.8)], tmp_path / "blocker" / "s.csv", SilentProgress())


def test_files_without_series(write_series, tmp_path):
    path = tmp_path / "maps.nc"
    with netcdf.create(path, "maps", "test") as dataset:
        netcdf.write_grid(dataset, WINDOW)
        netcdf.add_variable(dataset, "correlation", ("y", "x"), "1", "R")[:] = 1
    with pytest.raises(InputError, match="holds no series"):
        read_pixel(path, 100, 25)


def test_pixels_whatever_the_grid():
    grid = RasterGrid(GEOGRAPHIC, 350.0, 10.0, 0.5, 0.5, 40, 40)  # over Greenwich, 350..370
    assert pixel_of(grid, 0.3, 5.2) == pixel_of(grid, 360.3, 5.2) == (9, 20)
    assert pixel_of(grid, 20, 5) is None
    assert pixel_of(grid, 0, np.nan) is None
    utm = RasterGrid("EPSG:32647", 580_000.0, 2_860_000.0, 100.0, 100.0, 600, 500)
    lon, lat = utm.lon_lat()
    assert pixel_of(utm, lon[7, 11], lat[7, 11]) == (7, 11)
    assert pixel_of(utm, lon[7, 11] - 180, lat[7, 11]) is None
    window = Grid("M25").window(*Grid("M25").covering(177, 183, -20, -16))
    lon, lat = window.lon_lat()
    for column in (0, window.columns // 2, window.columns - 1):
        assert pixel_of(window, lon[3, column], lat[3, column]) == (3, column)
