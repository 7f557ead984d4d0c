"""What a file can hold that no file should: a sentence that names the file, never an error of Python."""

import json

import numpy as np
import pytest
from groundswell.core.dates import date_of, to_datetime64
from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
from groundswell.core.errors import InputError
from groundswell.core.files import attributes, netcdf
from groundswell.core.files.raster import RasterGrid, gdal, open_raster, read_raster, write_geotiff
from groundswell.core.files.raster_values import read_band
from groundswell.core.geodesy import is_geographic, transform_points, wkt_of
from groundswell.core.grid.ease2 import Grid
from groundswell.core.grid.regions import cell_fractions, read_polygons
from groundswell.core.insar.importing import ImportOptions, import_interferograms
from groundswell.core.work.progress import SilentProgress

GRID = RasterGrid("EPSG:4326", 99.0, 26.0, 0.25, 0.25, 4, 3)
STORED = np.arange(12, dtype=np.int16).reshape(3, 4)


def raster(path, values=STORED, nodata=None, scale=None, offset=None):
    """Write a GeoTIFF whose band has a scale or offset."""
    write_geotiff(path, values, GRID, nodata)
    dataset = gdal().Open(str(path), gdal().GA_Update)
    if scale is not None:
        dataset.GetRasterBand(1).SetScale(scale)
    if offset is not None:
        dataset.GetRasterBand(1).SetOffset(offset)
    del dataset
    return path


def test_scale_and_offset_of_a_band_count(tmp_path):
    values, _ = read_raster(raster(tmp_path / "a.tif", scale=0.01, offset=-5.0))
    np.testing.assert_allclose(values, STORED * 0.01 - 5.0, rtol=1e-6)  # float32
    plain, _ = read_raster(raster(tmp_path / "b.tif"))
    assert plain.dtype == np.int16
    np.testing.assert_array_equal(plain, STORED)


def test_the_nodata_value_is_of_what_is_stored(tmp_path):
    band = read_band(open_raster(raster(tmp_path / "a.tif", nodata=3, scale=0.5)), "a.tif")
    np.testing.assert_array_equal(band.missing, STORED == 3)
    assert np.isnan(band.as_float()[0, 3])
    assert band.undeclared == ()


@pytest.mark.parametrize("value", [-9999.0, -999.0, 1e20, 1e30, 32767.0, -32768.0, -3.4e38])
def test_undeclared_missing_values_of_a_raster_are_missing(tmp_path, value):
    values = STORED.astype(np.float32)
    values[1, 2] = value
    band = read_band(open_raster(raster(tmp_path / "a.tif", values)), "a.tif")
    np.testing.assert_array_equal(band.missing, np.arange(12).reshape(3, 4) == 6)
    assert band.undeclared == (float(np.float32(value)),)
    assert band.filled(0)[1, 2] == 0


@pytest.mark.parametrize("scale", [0.0, np.inf])
def test_a_scale_that_gives_no_values_is_refused(tmp_path, scale):
    with pytest.raises(InputError, match=r"a\.tif has the scale"):
        read_raster(raster(tmp_path / "a.tif", scale=scale))


def test_phase_marked_by_an_undeclared_value_is_no_phase(chain, tmp_path):
    """Three rows of one interferogram are -9999: they are missing in the stack, and the run says so."""
    import shutil

    frame = tmp_path / chain.frame.name
    shutil.copytree(chain.frame, frame)
    path = sorted(frame.glob("GEOC/2019*/*.geo.unw.tif"))[0]
    dataset = gdal().Open(str(path), gdal().GA_Update)
    values = dataset.GetRasterBand(1).ReadAsArray()
    values[:3] = -9999.0
    dataset.GetRasterBand(1).WriteArray(values)
    del dataset
    progress = SilentProgress()
    import_interferograms(frame, tmp_path / "stack.nc", ImportOptions(), progress)
    assert any("-9999 without declaring it" in text and "1 interferogram" in text for text in progress.warnings)
    with netcdf.open_dataset(tmp_path / "stack.nc") as stack:
        phase = netcdf.read_float(stack, "unwrapped_phase")
    assert np.nanmax(np.abs(phase)) < 1000


SQUARE = [[99, 25], [101, 25], [101, 26], [99, 26]]


def region(path, ring):
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


@pytest.mark.parametrize("ring", [SQUARE[:2], SQUARE[:1], [], [["a", 25], [101, 25], [101, 26], ["a", 25]]])
def test_rings_that_are_none_are_refused(tmp_path, ring):
    with pytest.raises(InputError, match=r"region\.geojson"):
        read_polygons(region(tmp_path / "region.geojson", ring))


def test_a_ring_that_is_not_closed_is_its_area(tmp_path):
    whole = read_polygons(region(tmp_path / "a.geojson", [*SQUARE, SQUARE[0]]))
    mended = read_polygons(region(tmp_path / "b.geojson", SQUARE))
    cells = RasterGrid("EPSG:4326", 98.0, 27.0, 0.75, 0.75, 6, 4)
    np.testing.assert_allclose(cell_fractions(mended, cells), cell_fractions(whole, cells), atol=1e-12)


@pytest.mark.parametrize("crs", ["PROJCS[damaged", "", "EPSG:0", "nonsense" * 50])
def test_reference_systems_that_are_none(crs):
    for function in (wkt_of, is_geographic):
        with pytest.raises(InputError, match="reference system"):
            function(crs)
    with pytest.raises(InputError, match="reference system"):
        transform_points(99.0, 25.0, "EPSG:4326", crs)


@pytest.mark.parametrize("day", [np.nan, np.inf, -np.inf, 1e300, 4e6])
def test_times_beyond_the_calendar(day):
    with pytest.raises(InputError, match="no date"):
        date_of(day)
    to_datetime64([day])


def test_a_grid_without_a_place(tmp_path):
    with pytest.raises(InputError, match="no place"):
        Grid("M25").first_cell(RasterGrid("EPSG:6933", np.nan, 0.0, 25025.26, 25025.26, 3, 3))


@pytest.mark.parametrize("x", [[np.nan, 1.0, 2.0], [0.0, np.inf, 2.0]])
def test_coordinates_that_are_no_numbers(tmp_path, x):
    path = tmp_path / "a.nc"
    with netcdf.netcdf4().Dataset(str(path), "w") as dataset:
        for name, values in (("y", [2.0, 1.0, 0.0]), ("x", x)):
            dataset.createDimension(name, 3)
            dataset.createVariable(name, "f8", (name,))[:] = values
    with netcdf.open_dataset(path) as dataset, pytest.raises(InputError, match=r"a\.nc: the coordinate 'x'"):
        netcdf.read_grid(dataset)


def test_what_a_file_lacks_is_named(tmp_path):
    path = tmp_path / "a.nc"
    with netcdf.create(path, "made up", "test") as dataset:
        dataset.seed = "seven"
        dataset.day = np.array([1.0, 2.0])
        dataset.settings = "[1"
        netcdf.write_grid(dataset, GRID)
    with netcdf.open_dataset(path) as dataset:
        for ask in (
            lambda: dataset.members,
            lambda: dataset["tws"],
            lambda: dataset.variables["tws"],
            lambda: dataset.getncattr("members"),
            lambda: dataset["x"].calendar,
        ):
            with pytest.raises(InputError, match=r"a\.nc lacks the"):
                ask()
        assert getattr(dataset, "members", 3) == 3
        assert dataset.variables.get("tws") is None
        for name in ("seed", "day"):
            with pytest.raises(InputError, match=rf"a\.nc: its attribute '{name}' is .*not a number"):
                attributes.number(dataset, name)
        with pytest.raises(InputError, match="names and values"):
            attributes.entries(dataset, "settings")


def test_an_axis_of_two_thousand_millions_is_refused_at_once(tmp_path):
    path = tmp_path / "huge.nc"
    with netcdf.netcdf4().Dataset(str(path), "w") as dataset:
        dataset.createDimension("time", 2_000_000_000)
        dataset.createVariable("time", "f8", ("time",), zlib=True, chunksizes=(1000,)).units = "days since 2000-01-01"
    with (
        pytest.raises(InputError, match=r"huge\.nc: its dimension 'time' has 2000000000 places"),
        netcdf.open_dataset(path),
    ):
        pass


def test_displacement_without_long_name_becomes_vertical(chain, tmp_path):
    import shutil

    path = tmp_path / "gridded.nc"
    shutil.copy(chain.gridded, path)
    with netcdf.netcdf4().Dataset(str(path), "r+") as dataset:
        dataset["displacement"].delncattr("long_name")
    options = VerticalOptions(reference_series=chain.area.reference_series)
    los_to_vertical(path, tmp_path / "vertical.nc", options, SilentProgress())
    with netcdf.open_dataset(tmp_path / "vertical.nc") as found, netcdf.open_dataset(chain.vertical) as right:
        np.testing.assert_array_equal(
            netcdf.read(found, "vertical_displacement"), netcdf.read(right, "vertical_displacement")
        )
