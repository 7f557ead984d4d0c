"""Maps as downloaded: mapping units with their table, layers in one file, and maps too large for memory."""

import netCDF4
import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files.raster import RasterGrid, write_geotiff
from groundswell.core.land.estimation import maps
from groundswell.core.land.estimation.cells import RasterOptions
from groundswell.core.land.estimation.map_units import read_map_units
from groundswell.core.land.estimation.soils import SOILS
from groundswell.core.work.progress import SilentProgress

from .test_catchment_estimation import estimated_from, west_and_east

# Unit 11376: 60 % sand over sand, 40 % rock outcrop; 11400: two clays. Topsoil counts 30, subsoil 70.
HWSD1 = """ID,MU_GLOBAL,SHARE,T_SAND,T_SILT,T_CLAY,S_SAND,S_SILT,S_CLAY
1,11376,60,92,4,4,90,5,5
2,11376,40,,,,,,
3,11400,50,20,22,58,20,20,60
4,11400,50,22,20,58,18,20,62
5,7001,100,-9,-9,-9,-9,-9,-9
"""
HWSD2 = """HWSD2_SMU_ID;SHARE;LAYER;SAND;SILT;CLAY
11376;100;D1;92;4;4
11376;100;D6;10;20;70
11400;100;D1;20;20;60
11400;100;D7;92;4;4
"""


@pytest.mark.parametrize("text", [HWSD1, HWSD2, HWSD1.replace("MU_GLOBAL", '"MU_GLOBAL"')])
def test_mapping_units_of_hwsd(tmp_path, text):
    (tmp_path / "table.csv").write_text(text)
    rasters = {"soil": ("hwsd.tif", (11376.0, 11400.0))}
    with pytest.raises(InputError, match="mapping units, not classes. Give the table.*by SOIL_TABLE"):
        estimated_from(tmp_path, rasters=rasters)
    tiles = estimated_from(tmp_path, rasters=rasters, soil_table=tmp_path / "table.csv")
    assert west_and_east(tiles, "bee") == (SOILS[0].bee, SOILS[11].bee)


def test_units_are_means_by_share_and_thickness(tmp_path):
    """30 % of a metre with 10 % of clay over 70 % with 50: 38 % of clay and 30 of sand, clay loam; rock has none."""
    (tmp_path / "t.csv").write_text(
        "MU_GLOBAL,SHARE,T_SAND,T_CLAY,S_SAND,S_CLAY\n5,100,30,10,30,50\n6,70,92,4,92,4\n6,30,20,60,20,60\n7,100,-9,-9,-9,-9\n"
    )
    units = read_map_units(tmp_path / "t.csv")
    classes, unknown = units.of(np.array([5.0, 6.0, 7.0, 8.0, np.nan]))
    # Unit 6: 70.4 of sand and 20.8 of clay, sandy clay loam.
    np.testing.assert_array_equal(classes, [9.0, 7.0, np.nan, np.nan, np.nan])
    assert unknown == [8]


def test_unusable_tables_of_units(tmp_path):
    (tmp_path / "t.csv").write_text("MU_GLOBAL,T_SAND\n5,30\n")
    with pytest.raises(InputError, match="no column T_CLAY, SHARE: export HWSD_DATA"):
        read_map_units(tmp_path / "t.csv")
    (tmp_path / "t.csv").write_text("MU_GLOBAL,SHARE,T_SAND,T_CLAY\n5,100,-9,-9\n")
    with pytest.raises(InputError, match="no mapping unit has sand and clay"):
        read_map_units(tmp_path / "t.csv")
    with pytest.raises(InputError, match="give their raster by SOIL"):
        RasterOptions(soil_table=tmp_path / "t.csv")


def test_global_maps_are_read_about_the_columns_only(tmp_path, monkeypatch):
    """A map of the globe came in whole: 67 GB at 300 m."""
    sizes = []
    read_band = maps.read_band

    def watched(dataset, path, rows=None, columns=None, number=1):
        sizes.append((rows.stop - rows.start) * (columns.stop - columns.start))
        return read_band(dataset, path, rows, columns, number=number)

    grid = RasterGrid("EPSG:4326", -180.0, 90.0, 0.1, 0.1, columns=3600, rows=1800)
    values = np.full(grid.shape, 7, "u1")
    row, column = grid.index(100.3, 25.6)
    values[row - 5 : row + 6, column - 5 : column + 6] = 2
    write_geotiff(tmp_path / "cover.tif", values, grid, None)
    estimated_from(tmp_path)  # makes the elevation
    monkeypatch.setattr(maps, "_BLOCK_PIXELS", 40)
    with maps.ExitStack() as stack:
        source = maps.open_map(tmp_path / "cover.tif", stack)
        monkeypatch.setattr(maps, "read_band", watched)
        rng = np.random.default_rng(8)
        rows, columns = row + rng.integers(-9, 10, 500), column + rng.integers(-9, 10, 500)
        rows[:3], columns[:3] = (-1, 1800, 5), (5, 5, -2)
        found = source.at(rows, columns)
    inside = (rows >= 0) & (rows < 1800) & (columns >= 0)
    np.testing.assert_array_equal(found[inside], values[rows[inside], columns[inside]])
    assert np.isnan(found[~inside]).all()
    assert max(sizes) <= 40


def test_land_cover_out_of_several_layers(tmp_path):
    path = tmp_path / "C3S-LC-L4-LCCS-Map-300m-P1Y-2020-v2.1.1.nc"
    lon, lat = np.arange(99.9, 101.0, 0.05), np.arange(26.1, 25.0, -0.05)
    with netCDF4.Dataset(path, "w") as dataset:
        for name, axis, unit in (("lat", lat, "degrees_north"), ("lon", lon, "degrees_east")):
            dataset.createDimension(name, axis.size)
            variable = dataset.createVariable(name, "f8", (name,))
            variable.units, variable.standard_name = unit, "latitude" if name == "lat" else "longitude"
            variable[:] = axis
        for name in ("lccs_class", "processed_flag"):
            dataset.createVariable(name, "u1", ("lat", "lon"))[:] = np.where(lon < 100.36, 50, 122)[None, :]
    progress = SilentProgress()
    tiles = estimated_from(tmp_path, progress, vegetation=path)
    assert west_and_east(tiles, "vegcls") == (1.0, 5.0)
    assert any("legend cci" in text for text in progress.warnings)
    with netCDF4.Dataset(path, "a") as dataset:
        dataset.renameVariable("lccs_class", "classes")
    with pytest.raises(InputError, match="several layers.*save the one to use as GeoTIFF"):
        estimated_from(tmp_path, vegetation=path)


def test_rows_from_the_south(tmp_path):
    """Elevation whose rows run from south to north was refused as empty."""
    from osgeo import gdal

    upright = estimated_from(tmp_path)
    north_up = gdal.Open(str(tmp_path / "dem.tif"))
    west, dx, _, north, _, dy = north_up.GetGeoTransform()
    turned = tmp_path / "turned.tif"
    size = north_up.RasterXSize, north_up.RasterYSize
    dataset = gdal.GetDriverByName("GTiff").Create(str(turned), *size, 1, gdal.GDT_Float64)
    dataset.SetGeoTransform((west, dx, 0.0, north + dy * north_up.RasterYSize, 0.0, -dy))
    dataset.SetProjection(north_up.GetProjection())
    dataset.GetRasterBand(1).WriteArray(north_up.ReadAsArray()[::-1])
    dataset.GetRasterBand(1).SetNoDataValue(-9999)
    dataset = None
    turned.replace(tmp_path / "dem.tif")
    tiles = estimated_from(tmp_path)
    assert tiles.count == upright.count
    for name, values in upright.parameters.items():
        if values is not None:
            np.testing.assert_allclose(getattr(tiles.parameters, name), values, rtol=1e-9, err_msg=name)


def test_why_there_is_no_column(tmp_path):
    from groundswell.core.land.estimation.rasters import estimate_from_rasters

    coarse = RasterGrid("EPSG:4326", 100.0, 26.0, 0.12, 0.12, columns=8, rows=8)
    write_geotiff(tmp_path / "coarse.tif", np.arange(64.0).reshape(8, 8), coarse)
    with pytest.raises(InputError, match="the fullest has 4: give pixels of 30 to 1000 m"):
        estimate_from_rasters(tmp_path / "coarse.tif", tmp_path / "p.nc", RasterOptions(), SilentProgress())
    with pytest.raises(InputError, match="none of its cells of M25 has land cover"):
        estimated_from(tmp_path, rasters={"vegetation": ("ESA_WorldCover.tif", (70.0, 80.0))})


def test_shares_in_unlike_units_are_warned_of(tmp_path):
    progress = SilentProgress()
    shares = {"sand": ("sand.tif", (40.0, 60.0)), "clay": ("clay.tif", (300.0, 200.0))}
    estimated_from(tmp_path, progress, rasters=shares)
    assert any("sand.tif is nowhere above 100 of 1000" in text for text in progress.warnings)


def test_a_folder_of_tiles_is_known_by_their_names(tmp_path):
    """WorldCover's tiles in a folder of another name were asked for their legend."""
    (tmp_path / "cover").mkdir()
    for number, (name, value) in enumerate((("N24E099", 10), ("N24E102", 30))):
        grid = RasterGrid("EPSG:4326", 100.0 + 0.36 * number, 26.0, 0.36, 0.72, columns=1, rows=1)
        path = tmp_path / "cover" / f"ESA_WorldCover_10m_2021_v200_{name}_Map.tif"
        write_geotiff(path, np.array([[value]], "u1"), grid, 0)
    (tmp_path / "depth").mkdir()
    half = RasterGrid("EPSG:4326", 100.0, 26.0, 0.36, 0.72, columns=2, rows=1)
    write_geotiff(tmp_path / "depth" / "BDTICM_M_250m_tile.tif", np.array([[250.0, 800.0]], "f4"), half)
    progress = SilentProgress()
    tiles = estimated_from(tmp_path, progress, vegetation=tmp_path / "cover", depth=tmp_path / "depth")
    assert west_and_east(tiles, "vegcls") == (2.0, 4.0)
    assert west_and_east(tiles, "dpth") == (2500.0, 8000.0)  # centimetres by the tile's name
    assert any("legend worldcover" in text for text in progress.warnings)
