"""Interferograms of NISAR, ARIA, MintPy and HyP3's bursts: files made to the products' layouts, none is real."""

import base64
import zlib

import netCDF4
import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.files.raster import GEOGRAPHIC
from groundswell.core.files.recognition import recognise
from groundswell.core.geodesy import transform_points
from groundswell.core.insar.frames.sensor import Said
from groundswell.core.insar.importing import ImportOptions, import_interferograms

UTM = raster.RasterGrid("EPSG:32611", 500_000.0, 3_900_000.0, 80.0, 80.0, 24, 20)
DEGREES = raster.RasterGrid("EPSG:4326", -118.0, 35.0, 0.01, 0.01, 24, 20)
PHASE = (np.linspace(0.5, 4.0, 24) + np.linspace(0, 1, 20)[:, None]).astype("f4")
L_BAND_HZ = 1_257_500_000.0
EXACT = {"rtol": 0, "atol": 2e-6}  # float32 of a few rad, added once


def run(folder, tmp_path, **options):
    summary = import_interferograms(folder, tmp_path / "stack.nc", ImportOptions(**options))
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        values = {name: netcdf.read_float(dataset, name) for name in dataset.variables if name not in ("crs",)}
        return summary, values, {name: dataset.getncattr(name) for name in dataset.ncattrs()}


def write_nisar(folder, first, second, phase, screen=None, mask=None, component=None, frame="077", grid=UTM):
    folder.mkdir(exist_ok=True)
    name = (
        f"NISAR_L2_PR_GUNW_010_149_A_{frame}_011_4000_SH_{first}T130000_{first}T130030_{second}T130000_{second}T130030"
    )
    path = folder / f"{name}_X05010_N_F_J_001.h5"
    with netCDF4.Dataset(str(path), "w") as dataset:
        grids = dataset.createGroup("science/LSAR/GUNW/grids/frequencyA")
        grids.createVariable("centerFrequency", "f8")[:] = L_BAND_HZ
        holder = grids.createGroup("unwrappedInterferogram")
        holder.createDimension("y", grid.rows)
        holder.createDimension("x", grid.columns)
        holder.createVariable("xCoordinates", "f8", ("x",))[:] = grid.x
        holder.createVariable("yCoordinates", "f8", ("y",))[:] = grid.y
        holder.createVariable("projection", "u4")[:] = 32611
        if mask is not None:
            holder.createVariable("mask", "u1", ("y", "x"), fill_value=False)[:] = mask
        layers = holder.createGroup("HH")
        layers.createVariable("unwrappedPhase", "f4", ("y", "x"), fill_value=np.nan)[:] = phase
        layers.createVariable("coherenceMagnitude", "f4", ("y", "x"), fill_value=np.nan)[:] = np.full(grid.shape, 0.7)
        if component is not None:
            layers.createVariable("connectedComponents", "u2", ("y", "x"), fill_value=False)[:] = component
        if screen is not None:
            layers.createVariable("ionospherePhaseScreen", "f4", ("y", "x"), fill_value=np.nan)[:] = screen
        cubes = dataset.createGroup("science/LSAR/GUNW/metadata/radarGrid")
        x, y = grid.x_min + 640.0 * np.arange(-1, 5), grid.y_max - 640.0 * np.arange(-1, 5)
        for dimension, values, name in (("z", [-500.0, 0.0, 500.0], "heightAboveEllipsoid"), ("y", y, "yCoordinates"),
                                        ("x", x, "xCoordinates")):  # fmt: skip
            cubes.createDimension(dimension, len(values))
            cubes.createVariable(name, "f8", (dimension,))[:] = values
        cubes.createVariable("projection", "u4")[:] = 32611
        for name, level in (("incidenceAngle", 40.0), ("losUnitVectorX", -0.6), ("losUnitVectorY", -0.2),
                            ("perpendicularBaseline", 55.0)):  # fmt: skip
            values = np.full((3, 6, 6), level)
            values[[0, 2]] += 3.0  # other heights say otherwise
            cubes.createVariable(name, "f4", ("z", "y", "x"))[:] = values if name == "incidenceAngle" else level
    return path


def test_nisar_less_the_ionosphere_and_masked(tmp_path):
    screen = np.linspace(-3, 3, 24) * np.ones((20, 1))
    mask = np.full(UTM.shape, 11, "u1")
    mask[3, 4], mask[3, 5], mask[3, 6] = 111, 10, 255  # water; no secondary sub-swath; fill
    component = np.ones(UTM.shape, "u2")
    component[7, 8], component[7, 9] = 0, 65535
    folder = tmp_path / "gunw"
    write_nisar(folder, "20260101", "20260113", PHASE + screen, screen, mask, component)
    write_nisar(folder, "20260125", "20260113", PHASE, np.zeros(UTM.shape))  # reference later: the other sign
    summary, found, attributes = run(folder, tmp_path)
    assert summary.n_pairs == 2
    gone = [(3, 4), (3, 5), (3, 6), (7, 8), (7, 9)]
    expected = PHASE.copy()
    for place in gone:
        expected[place] = np.nan
    np.testing.assert_allclose(found["unwrapped_phase"][0], expected, **EXACT)
    np.testing.assert_allclose(found["unwrapped_phase"][1], -PHASE, **EXACT)
    assert attributes["wavelength"] == pytest.approx(299792458.0 / L_BAND_HZ)
    assert attributes["acquisition_time"] == 13 * 3600
    np.testing.assert_allclose(found["los_up"], np.cos(np.radians(40)), rtol=1e-6)
    np.testing.assert_allclose(found["los_east"], -0.6, rtol=1e-6)
    np.testing.assert_allclose(found["perpendicular_baseline"], [55.0, -55.0])
    assert abs(found["coherence"][0, 0, 0] - 0.7) < 1 / 255
    assert any("ionosphere" in text and f"{screen[mask == 11].std():.1f}" in text for text in summary.warnings)
    assert any("without loops" in text for text in summary.warnings)
    _, kept, _ = run(folder, tmp_path, subtract_ionosphere=False)
    np.testing.assert_allclose(kept["unwrapped_phase"][0][mask == 11][:20], (PHASE + screen)[mask == 11][:20], **EXACT)
    assert recognise(folder).kind == "nisar"
    write_nisar(folder, "20260101", "20260125", PHASE, np.zeros(UTM.shape))  # closes a loop: nothing of a chain is said
    assert not any("without loops" in text for text in run(folder, tmp_path)[0].warnings)
    path = write_nisar(folder, "20260201", "20260213", PHASE)
    path.rename(path.with_name(path.name.replace("_149_A_", "_150_A_")))
    with pytest.raises(InputError, match="several tracks"):
        run(folder, tmp_path)


def write_aria(folder, first, second, phase, azimuth=102.0, grid=DEGREES, at="015006"):
    folder.mkdir(exist_ok=True)
    path = folder / f"S1-GUNW-A-R-064-tops-{first}_{second}-{at}-34000N_33000N-PP-abcd-v2_0_4.nc"
    with netCDF4.Dataset(str(path), "w") as dataset:
        data = dataset.createGroup("science/grids/data")
        data.createDimension("latitude", grid.rows)
        data.createDimension("longitude", grid.columns)
        data.createVariable("latitude", "f8", ("latitude",))[:] = grid.y
        data.createVariable("longitude", "f8", ("longitude",))[:] = grid.x
        for name, values in (("unwrappedPhase", phase), ("coherence", np.full(grid.shape, 0.6)),
                             ("connectedComponents", (phase != 0).astype("f4"))):  # fmt: skip
            layer = data.createVariable(name, "f4", ("latitude", "longitude"), fill_value=0.0)
            layer[:] = values
        geometry = dataset.createGroup("science/grids/imagingGeometry")
        for dimension, values in (("heightsMeta", [0.0, 1000.0]), ("latitudeMeta", grid.y[[0, 10, -2]]),
                                  ("longitudeMeta", grid.x[[0, 10, 20]])):  # fmt: skip
            geometry.createDimension(dimension, len(values))
            geometry.createVariable(dimension, "f8", (dimension,))[:] = values
        geometry["latitudeMeta"][:] = grid.y_max - 0.1 * np.arange(3)
        for name, level in (("incidenceAngle", 38.0), ("azimuthAngle", azimuth), ("perpendicularBaseline", -20.0)):
            layer = geometry.createVariable(name, "f4", ("heightsMeta", "latitudeMeta", "longitudeMeta"))
            layer[:] = np.full((2, 3, 3), level)


def test_aria_whose_names_have_the_later_date_first(tmp_path):
    phase = PHASE.copy()
    phase[2, 2] = 0
    write_aria(tmp_path / "aria", "20200113", "20200101", phase)
    summary, found, attributes = run(tmp_path / "aria", tmp_path)
    expected = -phase
    expected[2, 2] = np.nan
    np.testing.assert_allclose(found["unwrapped_phase"][0], expected, **EXACT)
    assert found["reference_date"][0] < found["secondary_date"][0]
    assert any("ARIA's phase" in text for text in summary.warnings)
    east = -np.sin(np.radians(38)) * np.sin(np.radians(102))
    np.testing.assert_allclose(np.unique(found["los_east"][np.isfinite(found["los_east"])]), east, rtol=1e-6)
    np.testing.assert_allclose(found["los_up"], np.cos(np.radians(38)), rtol=1e-6)
    assert recognise(tmp_path / "aria").step == "importinterferograms"


@pytest.mark.parametrize(("azimuth", "known"), [(192.0, True), (-168.0, True), (-190.0, False), (12.0, False)])
def test_the_azimuth_of_aria_counts_from_east(tmp_path, azimuth, known):
    """As in real products; an angle that points nowhere leaves the horizontal part unknown, and that is said."""
    write_aria(tmp_path / "aria", "20200113", "20200101", PHASE, azimuth=azimuth)
    summary, found, _ = run(tmp_path / "aria", tmp_path)
    east = -np.sin(np.radians(38)) * np.sin(np.radians(102)) if known else np.nan
    np.testing.assert_allclose(found["los_east"][5:15, 5:15], east, rtol=1e-6)
    assert any("azimuthAngle" in text for text in summary.warnings) != known


@pytest.mark.parametrize("as_file", [True, False])
def test_stack_of_mintpy(tmp_path, as_file):
    folder = tmp_path / "inputs"
    folder.mkdir()
    dates = [("20200101", "20200113"), ("20200113", "20200125"), ("20200101", "20200125")]
    with netCDF4.Dataset(str(folder / "ifgramStack.h5"), "w") as dataset:
        for name, size in (("pair", 3), ("two", 2), ("y", 20), ("x", 24)):
            dataset.createDimension(name, size)
        dataset.createVariable("date", str, ("pair", "two"))[:] = np.array(dates, dtype=object)
        phase = dataset.createVariable("unwrapPhase", "f4", ("pair", "y", "x"))
        phase[:] = np.stack([PHASE, PHASE + 1, PHASE + 9])
        phase[0, 5, 5] = 0
        dataset.createVariable("coherence", "f4", ("pair", "y", "x"))[:] = np.full((3, 20, 24), 0.5)
        component = dataset.createVariable("connectComponent", "i2", ("pair", "y", "x"), fill_value=False)
        component[:] = np.ones((3, 20, 24))
        component[1, 6, 6] = 0
        dataset.createVariable("bperp", "f4", ("pair",))[:] = [1.0, 2.0, 3.0]
        dataset.createVariable("dropIfgram", "i1", ("pair",), fill_value=False)[:] = [1, 1, 0]
        placed = {"X_FIRST": "-118.0", "Y_FIRST": "35.0", "X_STEP": "0.01", "Y_STEP": "-0.01"}
        dataset.setncatts({"FILE_TYPE": "ifgramStack", "WAVELENGTH": "0.0554658", "HEADING": "-12.5", **placed})
    with netCDF4.Dataset(str(folder / "geometryGeo.h5"), "w") as dataset:
        dataset.createDimension("y", 20)
        dataset.createDimension("x", 24)
        for name, value in (("incidenceAngle", 36.8699), ("azimuthAngle", 102.0), ("height", 900.0)):
            dataset.createVariable(name, "f4", ("y", "x"))[:] = np.full((20, 24), value)
        dataset.setncatts({"FILE_TYPE": "geometry", **placed})
    place = folder / "ifgramStack.h5" if as_file else tmp_path
    summary, found, attributes = run(place, tmp_path)
    expected = np.stack([PHASE, PHASE + 1])
    expected[0, 5, 5] = expected[1, 6, 6] = np.nan
    np.testing.assert_allclose(found["unwrapped_phase"], expected, **EXACT)
    assert dict(summary.skipped)["20200101_20200125"].startswith("MintPy has dropped it")
    np.testing.assert_allclose(found["perpendicular_baseline"], [1.0, 2.0])
    np.testing.assert_allclose(found["los_up"], 0.8, rtol=1e-6)
    np.testing.assert_allclose(found["height"], 900.0)
    assert attributes["wavelength"] == pytest.approx(0.0554658)
    assert attributes["heading"] == pytest.approx(-12.5)
    assert recognise(folder / "ifgramStack.h5").kind == "mintpy_stack"
    with netCDF4.Dataset(str(folder / "ifgramStack.h5"), "a") as dataset:
        dataset.delncattr("X_FIRST")
    with pytest.raises(InputError, match="geocode.py"):
        run(place, tmp_path)


@pytest.mark.parametrize(
    "job",
    [
        "S1_136231_IW2_20200604_20200616_VV_INT80_12E3",
        "S1_064_000000s1n00-136231s2n02-000000s3n00_IW_20200604_20200616_VV_INT80_77F1",
    ],
)
def test_bursts_of_hyp3_with_masks(tmp_path, job):
    folder = tmp_path / "jobs" / job
    water, component = np.ones(UTM.shape, "u1"), np.ones(UTM.shape, "u1")
    water[4, :6], component[9, 3] = 0, 0
    for kind, values in (("unw_phase", PHASE), ("corr", np.full(UTM.shape, 0.6, "f4")), ("conncomp", component)):
        raster.write_geotiff(folder / f"{job}_{kind}.tif", values, UTM, None)
    # A mask of another extent on the same cells, as where the others were clipped.
    raster.write_geotiff(folder / f"{job}_water_mask.tif", water[2:15, :], UTM.window(2, 0, 13, 24), None)
    summary, found, _ = run(tmp_path / "jobs", tmp_path)
    expected = np.where((water == 1) & (component == 1), PHASE, np.nan)
    np.testing.assert_array_equal(found["unwrapped_phase"][0], expected)
    assert any("water_mask" in text or "mask" in text for text in summary.warnings)
    assert recognise(tmp_path / "jobs").kind == "hyp3"


def test_names_of_two_digits_and_with_the_later_date_first(licsar_frame, tmp_path):
    grid_phase = np.ones((10, 12), "f4")
    frame = licsar_frame(
        {"180101_180113": grid_phase, "20180125_20180113": 2 * grid_phase, "990101_990113": grid_phase}
    )
    summary, found, _ = run(frame, tmp_path)
    assert summary.n_pairs == 3
    np.testing.assert_array_equal(found["unwrapped_phase"][:, 0, 0], [1.0, 1.0, -2.0])  # 1999 comes first
    np.testing.assert_array_equal(found["secondary_date"] - found["reference_date"], 12.0)
    assert any("1 interferogram is named with the later date first" in text for text in summary.warnings)


TOP, BOTTOM = (0, 0, 13, 22), (9, 2, 11, 22)
"""Row, column, rows and columns of two products of the area, which have four rows of twenty cells in common."""


def write_parts(kind, folder, pair, shifts, phase=PHASE):
    """Write the products of one pair of dates that meet, each shifted by a constant of its own."""
    for number, ((row, column, rows, columns), shift) in enumerate(zip((TOP, BOTTOM), shifts)):
        values = phase[row : row + rows, column : column + columns] + np.float32(shift)
        if kind == "hyp3":
            job = f"S1_13623{number}_IW2_{pair[0]}_{pair[1]}_VV_INT80_12E{number}"
            grid = UTM.window(row, column, rows, columns)
            for name, layer in (("unw_phase", values), ("corr", np.full(values.shape, 0.6, "f4"))):
                raster.write_geotiff(folder / job / f"{job}_{name}.tif", layer, grid, None)
        elif kind == "aria":
            grid = DEGREES.window(row, column, rows, columns)
            write_aria(folder, pair[1], pair[0], -values, grid=grid, at=f"01500{number}")
        else:
            grid = UTM.window(row, column, rows, columns)
            write_nisar(folder, *pair, values, frame=f"07{number}", grid=grid)


@pytest.mark.parametrize("kind", ["hyp3", "aria", "nisar"])
def test_products_of_one_pair_that_meet_are_one_interferogram(tmp_path, kind):
    folder = tmp_path / kind
    write_parts(kind, folder, ("20260101", "20260113"), (0.0, 5.5))
    write_parts(kind, folder, ("20260113", "20260125"), (2.0, -6.3))
    summary, found, _ = run(folder, tmp_path)
    expected = np.full(PHASE.shape, np.nan, "f4")
    for row, column, rows, columns in (TOP, BOTTOM):
        part = np.s_[row : row + rows, column : column + columns]
        expected[part] = PHASE[part]
    assert summary.n_pairs == 2
    for number, constant in enumerate((0.0, 2.0)):  # of the first product
        np.testing.assert_allclose(found["unwrapped_phase"][number], expected + constant, atol=2e-6)
    np.testing.assert_array_equal(found["coherence"][0] > 0, np.isfinite(expected))
    assert any("2 interferograms are joined of up to 2 products" in text and "80 cells" in text and "0.00 rad" in text
               for text in summary.warnings)  # fmt: skip
    assert np.isfinite(found["los_up"]).all() == (kind != "hyp3")


def test_a_part_in_another_zone_is_resampled_to_the_first(tmp_path):
    """Frames of a track at a zone's border: a surface that is a plane in degrees comes out whole."""

    def surface(grid):
        lon, lat = grid.lon_lat()
        return (20.0 * (lon + 117.0) + 30.0 * (lat - 35.2) + 9.0).astype("f4")

    south = UTM.window(9, 0, 20, 24)
    x, y = transform_points(
        *(part[[0, 0, -1, -1], [0, -1, 0, -1]] for part in south.lon_lat()), GEOGRAPHIC, "EPSG:32610"
    )
    zone = raster.RasterGrid(
        "EPSG:32610", 80.0 * np.floor(x.min() / 80), 80.0 * np.ceil(y.max() / 80), 80.0, 80.0, columns=26, rows=22
    )
    for burst, grid, shift in (("136230", UTM, 0.0), ("136231", zone, 4.0)):
        job = f"S1_{burst}_IW2_20260101_20260113_VV_INT80_12E3"
        raster.write_geotiff(
            tmp_path / "jobs" / job / f"{job}_unw_phase.tif", surface(grid) + np.float32(shift), grid, None
        )
    summary, found, _ = run(tmp_path / "jobs", tmp_path)
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        grid = netcdf.read_grid(dataset)
    phase = found["unwrapped_phase"][0]
    there = np.isfinite(phase)
    assert grid.rows > UTM.rows + 5
    assert there[22:27, 3:20].all()
    error = np.abs(phase - surface(grid))[there]
    # The surface rises by 0.02 rad a cell. Cells at the product's edge have neighbours on one side only.
    assert np.mean(error < 3e-3) > 0.95
    assert error.max() < 0.02
    assert any("1 product lies on other cells" in text for text in summary.warnings)


def test_a_seam_with_an_error_of_the_unwrapping_is_told_and_products_that_do_not_meet_are_left_out(tmp_path):
    folder = tmp_path / "hyp3"
    torn = PHASE.copy()
    write_parts("hyp3", folder, ("20260101", "20260113"), (0.0, 5.5), torn)
    job = "S1_136231_IW2_20260101_20260113_VV_INT80_12E1"
    row, column, rows, columns = BOTTOM
    torn = PHASE[row : row + rows, column : column + columns] + np.where(np.arange(columns) < 11, 0.0, 6.283)
    raster.write_geotiff(
        folder / job / f"{job}_unw_phase.tif", torn.astype("f4"), UTM.window(row, column, rows, columns), None
    )
    summary, _, _ = run(folder, tmp_path)
    assert any("In 1 of them more than 5%" in text and "45%, 20260101_20260113" in text for text in summary.warnings)
    path = folder / job / f"{job}_unw_phase.tif"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) - 40])
    summary, found, _ = run(folder, tmp_path)
    assert any("cannot be read and was left out" in text and job in text for text in summary.warnings)
    np.testing.assert_allclose(found["unwrapped_phase"][0, :13, :22], PHASE[:13, :22], atol=2e-6)
    torn[:4] = 0.0
    raster.write_geotiff(
        folder / job / f"{job}_unw_phase.tif", torn.astype("f4"), UTM.window(row, column, rows, columns), None
    )
    summary, found, _ = run(folder, tmp_path)
    assert any("share no data with the others" in text and job in text for text in summary.warnings)
    assert np.isnan(found["unwrapped_phase"][0, 14:]).all()


@pytest.mark.parametrize("name", ["{}.unw.tif", "{}/unw.tif"])
def test_pairs_named_by_parted_dates(tmp_path, name):
    folder = tmp_path / "pairs"
    for number, pair in enumerate(("2018-01-01_2018-01-13", "2018-01-25_2018-01-13", "2018-01-13_2018-02-06"), 1):
        path = folder / name.format(pair)
        raster.write_geotiff(path, number * np.ones(UTM.shape, "f4"), UTM, None)
        raster.write_geotiff(path.with_name(path.name.replace("unw", "cc")), np.full(UTM.shape, 0.6, "f4"), UTM, None)
    assert recognise(folder).kind == "pairs"
    _, found, _ = run(folder, tmp_path, said=Said(wavelength_m=0.0554658))
    np.testing.assert_array_equal(found["unwrapped_phase"][:, 0, 0], [1.0, -2.0, 3.0])
    np.testing.assert_allclose(found["coherence"][:, 0, 0], 0.6, atol=0.004)  # stored in steps of 1/255
    np.testing.assert_array_equal(found["secondary_date"] - found["reference_date"], [12.0, 12.0, 24.0])


def test_texts_and_flags_as_h5py_writes_them(tmp_path):
    """Dates of fixed length and an enumeration for yes and no, in a file that h5py 3 made: netCDF4 reads neither."""
    (tmp_path / "ifgramStack.h5").write_bytes(zlib.decompress(base64.b64decode(_H5PY)))
    summary, found, _ = run(tmp_path, tmp_path)
    assert summary.n_pairs == 1
    assert dict(summary.skipped).keys() == {"20200113_20200125"}
    np.testing.assert_array_equal(found["unwrapped_phase"], 2.0)


_H5PY = """
eNrtW1tP2zAUtnOh4TIt1ZBgk6ZVe0LT6JJCJ96ggpRWqkpEyzaeoOsyOk20Vek03sYj+wf7CXvcP2RJbDeX9QZihXXfZ309sn18YjsniXPqfC
/s5B/MPZkjHjSNKEQnYVxx2JVoXtQfc0m5vOTypyTKF/y6ZV6uc/s/EtH21X3L8rSvYhDHMRQmVwjwP6Jg5WxP/or5XTv9d49Licp8m4o880Aq
sQLu5gOlTDS/6SP3R3OlyvOSxAxo/MqQqV/tIhXrweW9Og+V8t4OJTO9Xl7ODNff4NJ+OeL8ivO6OlyPTxJJycP1xF3sXB2utxJvMCH86VfMDy
ilA/xohd1HJdZE10RTjeRzpYrl30MPLHEzHuxnKS1qWeD8Tv3q+vOx7KsmU8+Iwq+bJY0sfeP1g8f/XIt60v28zsRzMvWK5Rt84Atki8+PRhZd
vjvKF/crVfLYnSeduzENjU88l73L1N6OPqs9ZIyMYZiGyaS5FpWZrKd7sen+bFGChISEhISENOk0qXUXW7FTObruWuRyORYXiJePvS6TxbqMvU
nIkqIngyXeIjepBD09nsi6y4tD0H5xiIfjtbefRvOD5k/BKz0AAAAAAAAATAO2QBAEQRAEQRAEQXDaedP/EweV33yfl73OVWL/3DUmGgy4/fnQ
e/v/mI4+Yh5e8I1uF4loz9p3GiT5UOs6vuy02sWPJ53aKSt/33Y6Xs++NL92am27UTvz1Ui91XA6TrPu8Pb1VrPp1LvbrdN2q+k0u8F8M9i31M
8kn9/4vvb4PrzDMffheT4s9uFJETsJvp+vUrXczl/HjtzHzuGYdtSQHaVvfw7KxepoO4mQHdW3U+D1876dt7k3Vskq71b5Rt9R9mZD9mb6zHfB
yu0Uy7vXGl8iYkf17bDRje4PDdnRIuOb8+3kiyXrqHpoW2S88c2H7M0iZgpMDzZBEARBEARBEARBcNq5u71XokFYNvL9rYdV09xIG0F8V3wHsp
b1SlksL1xupA0znBefs6/yCjUUf/Pjqc5Jx3HOesebDexks+uvsxsx/Z49M5POkuCraNHv05ideS4/+THbSrdW/xx5+dfG/E4GAAAAAAAAAAAA
AP5l/AZTjob0
"""
