"""Displacement at points and EGMS tables, made to layout, to points, cells and series."""

import numpy as np
import pytest
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.displacement.importing import DisplacementOptions, import_displacement
from groundswell.core.displacement.motion_maps import maps_of
from groundswell.core.displacement.products.meaning import Wanted
from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
from groundswell.core.errors import InputError
from groundswell.core.extraction.areas import read_area
from groundswell.core.extraction.points import extract_series, read_pixel
from groundswell.core.files import netcdf
from groundswell.core.files.decimals import parse_decimals
from groundswell.core.files.raster import RasterGrid
from groundswell.core.geodesy import transform_points
from groundswell.core.insar.solver.motion import fit_motion, motion_model
from groundswell.core.work.progress import SilentProgress
from product_files import write_egms, write_looks

DATES = ["20190105", "20190605", "20200105", "20200605", "20210105"]
LATER = ["20200605", "20210105", "20210605", "20220105"]
LOOK = (-0.59, -0.1136, 0.7994)
ROWS, COLUMNS = 6, 8
PIDS = [f"P{number:03d}" for number in range(ROWS * COLUMNS)]
EASTING = 4_321_050.0 + 100.0 * np.tile(np.arange(COLUMNS), ROWS)
NORTHING = 3_210_050.0 - 100.0 * np.repeat(np.arange(ROWS), COLUMNS)
# Whole tenths of a millimetre, as the tables have them: exact to float32.
VALUES = np.round(np.arange(len(PIDS))[:, None] * 0.1 + np.array([0.0, 1.5, -2.0, 3.3, 4.1]), 1)
FINE = {"atol": 1e-5}


def run(source, tmp_path, **options):
    progress = SilentProgress()
    path = tmp_path / "points.nc"
    made = import_displacement(source, path, DisplacementOptions(**options), progress)
    return made, progress.warnings, path


def read(path, name="displacement"):
    with netcdf.open_dataset(path) as dataset:
        return netcdf.read_float(dataset, name)


@pytest.mark.parametrize(("separator", "zipped"), [(",", False), (";", False), (",", True)])
def test_points_in_the_line_of_sight_go_through_to_vertical_cells_and_series(tmp_path, separator, zipped):
    name = "EGMS_L2b_088_0282_IW2_VV_2019_2023_1" + (".zip" if zipped else ".csv")
    write_egms(tmp_path / name, PIDS, EASTING, NORTHING, DATES, VALUES, separator, LOOK, zipped)
    made, warnings, path = run(tmp_path / name, tmp_path)
    assert (made.kind, made.points, made.n_places) == ("EGMS L2b", True, len(PIDS))
    moved = (VALUES - VALUES[:, :1]).T
    np.testing.assert_allclose(read(path), moved, **FINE)
    lon, lat = transform_points(EASTING, NORTHING, "EPSG:3035", "EPSG:4326")
    np.testing.assert_allclose(read(path, "lon"), lon, atol=1e-9)
    np.testing.assert_allclose(read(path, "los_up"), LOOK[2], atol=1e-4)
    with netcdf.open_dataset(path) as dataset:
        assert list(dataset["point_name"][:3]) == PIDS[:3]
        assert dataset.displacement_reference == "unknown"
    assert any("season over long distances" in text for text in warnings)
    # All points lie in one or two cells: the mean over U.
    cells, vertical = tmp_path / "cells.nc", tmp_path / "vertical.nc"
    mask_and_downsample(path, cells, DownsampleOptions(1000.0), SilentProgress())
    los_to_vertical(cells, vertical, VerticalOptions(), SilentProgress())
    found, count = read(vertical, "vertical_displacement"), read(vertical, "n_pixels")
    mean = np.nansum(found * count, axis=(1, 2)) / count.sum(axis=(1, 2))
    np.testing.assert_allclose(mean, moved.mean(axis=1) / LOOK[2], atol=1e-4)
    assert count[0].sum() == len(PIDS)
    with pytest.raises(InputError):
        mask_and_downsample(path, cells, DownsampleOptions(1000.0, min_points=len(PIDS) + 1), SilentProgress())
    # The same with the conversion first, point by point.
    los_to_vertical(path, tmp_path / "up.nc", VerticalOptions(), SilentProgress())
    np.testing.assert_allclose(read(tmp_path / "up.nc", "vertical_displacement"), moved / LOOK[2], atol=1e-4)
    np.testing.assert_allclose(read(tmp_path / "up.nc", "lat"), lat, atol=1e-9)
    extracted = extract_series(path, [("a", lon[7], lat[7])], tmp_path / "series.csv", SilentProgress())
    np.testing.assert_allclose(extracted[0].values, moved[:, 7], **FINE)
    assert read_pixel(tmp_path / "up.nc", lon[3], lat[3]).column == 3
    west, east = lon[8] - 1e-4, lon[2] + 1e-5
    ring = [(west, lat[0] + 1), (east, lat[0] + 1), (east, lat[-1] - 1), (west, lat[-1] - 1)]
    inside = (lon > west) & (lon < east)
    means, n_points = read_area(path, ring, ("displacement",))
    assert n_points == inside.sum() > 3
    np.testing.assert_allclose(means[0].values, moved[:, inside].mean(axis=1), **FINE)
    with pytest.raises(InputError, match="holds points and no grid"), netcdf.open_dataset(path) as dataset:
        netcdf.read_grid(dataset)
    with pytest.raises(InputError, match="no point is within 1 km"):
        read_pixel(path, lon[0] + 1, lat[0])


def test_finest_level_is_a_grid_and_two_releases_are_tied_over_common_dates(tmp_path):
    """The later release is relative to another level at each point, and lacks a point."""
    folder = tmp_path / "egms"
    folder.mkdir()
    level = 7.0 + np.arange(len(PIDS))[:, None] * 0.3
    later = np.round(np.hstack([VALUES[:, 3:], VALUES[:, 4:] + [1.0, 2.5]]) + level, 1)
    write_egms(folder / "EGMS_L3_E43N32_100km_U_2019_2021_1.csv", PIDS, EASTING, NORTHING, DATES, VALUES)
    order = np.arange(len(PIDS))[::-1][:-1]  # in another order, and without the first
    write_egms(
        folder / "EGMS_L3_E43N32_100km_U_2020_2022_1.zip", [PIDS[n] for n in order], EASTING[order], NORTHING[order],
        LATER, later[order], zipped=True,
    )  # fmt: skip
    made, warnings, path = run(folder, tmp_path)
    assert (made.quantity, made.points, made.n_dates) == ("vertical_displacement", False, 7)
    whole = np.hstack([VALUES, VALUES[:, 4:] + [1.0, 2.5]])
    expected = (whole - whole[:, :1]).T.reshape(7, ROWS, COLUMNS)
    expected[:, 0, 0] = np.nan
    np.testing.assert_allclose(read(path, "vertical_displacement"), expected, atol=0.051)  # later was rounded to 0.1
    np.testing.assert_allclose(read(path, "vertical_displacement")[:5], expected[:5], **FINE)
    with netcdf.open_dataset(path) as dataset:
        grid = netcdf.read_grid(dataset)
        assert (grid.x_min, grid.y_max, grid.dx) == (EASTING.min() - 50, NORTHING.max() + 50, 100.0)
        assert np.all(dataset["los_up"][:] == 1)
    assert any("1 point of E43N32" in text for text in warnings)
    cells = tmp_path / "cells.nc"
    mask_and_downsample(path, cells, DownsampleOptions(1000.0), SilentProgress())
    count = read(cells, "n_pixels")
    mean = np.nansum(read(cells, "vertical_displacement") * count, axis=(1, 2)) / count.sum(axis=(1, 2))
    np.testing.assert_allclose(mean[:5], np.nanmean(expected[:5], axis=(1, 2)), **FINE)


def test_two_tiles_lie_beside_each_other(tmp_path):
    folder = tmp_path / "egms"
    folder.mkdir()
    write_egms(folder / "EGMS_L3_E43N32_100km_U_2019_2021_1.csv", PIDS, EASTING, NORTHING, DATES, VALUES)
    write_egms(folder / "EGMS_L3_E44N32_100km_U_2019_2021_1.csv", PIDS, EASTING + 800, NORTHING, DATES, VALUES + 1)
    write_egms(folder / "EGMS_L3_E44N32_100km_E_2019_2021_1.csv", PIDS, EASTING + 800, NORTHING, DATES, VALUES - 5)
    _, warnings, path = run(folder, tmp_path)
    one = (VALUES - VALUES[:, :1]).T.reshape(5, ROWS, COLUMNS)
    np.testing.assert_allclose(read(path, "vertical_displacement"), np.concatenate([one, one], axis=2), **FINE)
    assert any("eastward tables" in text for text in warnings)
    made, _, _ = run(folder, tmp_path, wanted=Wanted(component="east"))
    assert made.quantity == "east_displacement"


def test_what_cannot_be_joined_is_refused(tmp_path):
    folder = tmp_path / "egms"
    folder.mkdir()
    one, other = ("EGMS_L2a_088_0282_IW2_VV_2019_2023_1.csv", "EGMS_L2a_095_0282_IW2_VV_2019_2023_1.csv")
    write_egms(folder / one, PIDS, EASTING, NORTHING, DATES, VALUES, look=LOOK)
    write_egms(folder / other, PIDS, EASTING, NORTHING, DATES, VALUES, look=LOOK)
    with pytest.raises(InputError, match=r"several tracks \(088, 095\)"):
        run(folder, tmp_path)
    write_egms(tmp_path / "tile.csv", PIDS, EASTING, NORTHING, DATES, VALUES)
    with pytest.raises(InputError, match="COMPONENT"):
        run(tmp_path / "tile.csv", tmp_path)
    text = (folder / one).read_text().splitlines()
    (folder / other).unlink()
    (folder / one).write_text("\n".join([*text[:4], text[4][:-30]]))
    with pytest.raises(InputError, match="line 5: it has another number of columns"):
        run(folder, tmp_path)
    (folder / one).write_text("\n".join([*text[:4], text[4].replace(",4.4", ",4.x4")]))
    with pytest.raises(InputError, match=r"line 5: a value is no number"):
        run(folder, tmp_path)


def test_missing_values_stay_missing(tmp_path):
    values = VALUES.copy()
    values[3, 2] = values[5, 4] = np.nan
    values[6, 0] = np.nan
    name = tmp_path / "EGMS_L2a_088_0282_IW2_VV_2019_2023_1.csv"
    write_egms(name, PIDS, EASTING, NORTHING, DATES, values, look=LOOK)
    _, warnings, path = run(name, tmp_path)
    first = np.where(np.isnan(values[:, 0]), values[:, 1], values[:, 0])
    np.testing.assert_allclose(read(path), (values - first[:, None]).T, **FINE)
    assert any("1 of 48 pixels or points have nothing at the first date" in text for text in warnings)


@pytest.mark.parametrize("prefix", ["D", "D_", ""])
@pytest.mark.parametrize("suffix", [".csv", ".gpkg"])
def test_fields_with_dates_of_tables_and_layers(tmp_path, prefix, suffix):
    lon, lat = 100.0 + 0.01 * np.arange(6), np.full(6, 25.0)
    names = ["id", "lon", "lat", "VEL", "incidence", *(f"{prefix}{date}" for date in DATES)]
    rows = [[n, lon[n], lat[n], 1.0, 35.0, *VALUES[n]] for n in range(6)]
    path = tmp_path / f"points{suffix}"
    if suffix == ".csv":
        path.write_text("\n".join(",".join(map(str, row)) for row in [names, *rows]))
    else:
        write_layer(path, names, rows)
    made, warnings, output = run(path, tmp_path, reference_point=(100.0, 25.0))
    moved = (VALUES - VALUES[:, :1])[:6].T
    np.testing.assert_allclose(read(output), moved - moved[:, :1], **FINE)
    np.testing.assert_allclose(read(output, "los_up"), np.cos(np.radians(35)), rtol=1e-6)
    assert any("convention of fields with dates" in text for text in warnings)
    with netcdf.open_dataset(output) as dataset:
        area = netcdf.read_reference_area(dataset)
        assert abs(area.centre[0] - 100.0) < 1e-9
        assert area.los_up == pytest.approx(np.cos(np.radians(35)))
    made, warnings, output = run(path, tmp_path, wanted=Wanted("cm", "away", "vertical"))
    assert made.quantity == "vertical_displacement"
    np.testing.assert_allclose(read(output, "vertical_displacement"), -10 * moved, atol=1e-4)
    looks = write_looks(tmp_path / "los_enu.tif", RasterGrid("EPSG:4326", 99.9, 25.1, 0.05, 0.05, 8, 4), LOOK)
    _, _, output = run(path, tmp_path, geometry=str(looks))
    np.testing.assert_allclose(read(output, "los_north"), LOOK[1], rtol=1e-6)
    assert not any("convention" in text for text in warnings)


def test_one_of_several_layers_is_asked_for(tmp_path):
    names = ["lon", "lat", "extra", *DATES]
    path = tmp_path / "points.gpkg"
    for title, step in (("points", 1.0), ("other", 2.0)):
        write_layer(path, names, [[0.0, 100.0, 25.0, *(step * np.arange(5))]], title)
    with pytest.raises(InputError, match=r"several layers with dates \(points, other\)"):
        run(path, tmp_path)
    _, _, output = run(f"{path}|layername=other", tmp_path)
    np.testing.assert_allclose(read(output)[:, 0], 2.0 * np.arange(5))
    with pytest.raises(InputError, match="no layer 'third'"):
        run(f"{path}|layername=third", tmp_path)


def write_layer(path, names, rows, title="points"):
    from groundswell.core.files.raster import gdal
    from osgeo import ogr, osr

    gdal()
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    dataset = ogr.Open(str(path), 1) if path.exists() else ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer(title, system, ogr.wkbPoint)
    for name in names:
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    for row in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({row[1]} {row[2]})"))
        for number, value in enumerate(row):
            feature.SetField(number, float(value))
        layer.CreateFeature(feature)
    dataset = None  # closes it


def test_coordinates_without_a_reference_system_are_asked_for(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("id,x,y,20200101,20200201,20200301\n1,500000,2765000,0,1,2\n")
    with pytest.raises(InputError, match="give it as CRS"):
        run(path, tmp_path)
    _, _, output = run(path, tmp_path, crs="EPSG:32647", geometry="34")
    lon, _ = transform_points([500000.0], [2765000.0], "EPSG:32647", "EPSG:4326")
    np.testing.assert_allclose(read(output, "lon"), lon, atol=1e-9)


def test_numbers_are_parsed_to_the_last_digit():
    """Whatever stands in a table: the fast way for eight characters, and what does not fit into it."""
    texts = [
        "0",
        "-0.1",
        "12.3",
        "-99.99",
        ".5",
        "-.5",
        "7.",
        "12345678",
        "-1234567",
        "1e3",
        "-1.25e-2",
        "+4",
        "",
        "nan",
        "NA",
        "123456789.125",
        " 3.5",
    ]
    found = parse_decimals(f";{';'.join(texts)};".encode(), ord(";"))
    expected = [np.nan if text in ("", "nan", "NA") else float(text) for text in texts]
    np.testing.assert_array_equal(found, expected)
    rng = np.random.default_rng(3)
    many = [f"{value:.1f}" for value in rng.normal(0, 100, 5000)]
    np.testing.assert_array_equal(
        parse_decimals(f",{','.join(many)},".encode(), ord(",")), [float(one) for one in many]
    )
    for wrong in ("1.2.3", "1,2", "--1", "abc", "1-2", "1:2"):
        with pytest.raises(ValueError, match="could not convert"):
            parse_decimals(f";{wrong};".encode(), ord(";"))


def test_motion_of_complete_series_is_that_of_the_least_squares_of_the_inversion():
    rng = np.random.default_rng(5)
    days = 7000.0 + 12.0 * np.arange(90)
    series = (rng.normal(0, 3, (90, 7)) + 0.01 * (days - days[0])[:, None] + 300.0).astype(np.float32)
    series[5, 2] = np.nan
    model = motion_model(days, seasonal=True)
    found, expected = maps_of(series, model), fit_motion(series.astype(float), model)
    np.testing.assert_allclose(found["velocity"], expected.velocity, rtol=1e-9)
    np.testing.assert_allclose(found["velocity_std"], expected.velocity_std, rtol=1e-7)
    alone = maps_of(series[:, 3:4], model)
    assert alone["velocity"][0] == found["velocity"][3]


def test_a_table_of_unknown_level_is_not_said_to_be_tied(tmp_path):
    write_egms(tmp_path / "tile.csv", PIDS, EASTING, NORTHING, DATES, VALUES, look=LOOK)
    _, warnings, output = run(tmp_path / "tile.csv", tmp_path)
    assert any("does not say whether of L2a" in text for text in warnings)
    assert not any("trend is absolute" in text for text in warnings)
    with netcdf.open_dataset(output) as dataset:
        assert "vertical_frame" not in dataset.ncattrs()
