"""What users' folders hold besides the usual: other names, types, nodata values, grids and text files."""

import struct
import sys
from datetime import date

import numpy as np
import pytest
from groundswell.core import geodesy as projections
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.insar.delays.gacos import DelayFile, find_delays, read_delay, zenith_to_phase
from groundswell.core.insar.frames.lattice import mismatch, offset_in
from groundswell.core.insar.frames.licsar import find_frame
from groundswell.core.insar.frames.metadata import incidence_from_range, read_baselines, read_metadata
from groundswell.core.insar.frames.pair_reading import coherence_counts
from groundswell.core.insar.frames.placement import on_stack_grid, place
from groundswell.core.insar.frames.sensor import Said
from groundswell.core.insar.importing import ImportOptions, import_interferograms

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 12, 10)
PHASE = np.random.default_rng(8).normal(0, 3, GRID.shape).astype("f4")
NAMES = ("20180101_20180113", "20180101_20180125", "20180113_20180125")
WAVELENGTH = 299792458 / 5405000500.0


def run(frame, tmp_path, **options):
    summary = import_interferograms(frame, tmp_path / "stack.nc", ImportOptions(**options))
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        values = {name: netcdf.read_float(dataset, name) for name in dataset.variables if name != "crs"}
        return summary, values, {name: dataset.getncattr(name) for name in dataset.ncattrs()}


def unw_of(frame, name=NAMES[0]):
    return frame / "GEOC" / name / f"{name}.geo.unw.tif"


def cc_of(frame, name=NAMES[0]):
    return frame / "GEOC" / name / f"{name}.geo.cc.tif"


def write_raw(path, values, transform, crs="EPSG:4326", nodata=None):
    """A GeoTIFF with any geotransform and nodata value, as other programs write them."""
    gdal = raster.gdal()
    from osgeo import gdal_array

    kind = gdal_array.NumericTypeCodeToGDALTypeCode(values.dtype)
    made = gdal.GetDriverByName("GTiff").Create(str(path), values.shape[1], values.shape[0], 1, kind)
    made.SetGeoTransform(transform)
    if crs:
        made.SetProjection(projections.wkt_of(crs))
    band = made.GetRasterBand(1)
    if nodata is not None:
        band.SetNoDataValue(nodata)
    band.WriteArray(values)
    made.FlushCache()


# Names and layouts


def test_geotiffs_named_by_two_dates_in_any_spelling(tmp_path):
    own = tmp_path / "own"
    for number, name in enumerate(("20180101_20180113.tif", "filt_20180101-20180125.unw.tiff", f"{NAMES[2]}_UNW.TIF")):
        raster.write_geotiff(own / name, PHASE + number, GRID, None)
    raster.write_geotiff(own / f"ifg_{NAMES[2]}_VV.tif", PHASE * 9, GRID, None)  # the one called UNW goes before
    raster.write_geotiff(own / f"{NAMES[0]}.cc.tif", np.full(GRID.shape, 100, "u1"), GRID, None)
    raster.write_geotiff(own / "filt_20180101-20180125.coh.tiff", np.full(GRID.shape, 0.5, "f4"), GRID, None)
    raster.write_geotiff(own / "20180201_20180213.geo.diff_pha.tif", PHASE, GRID, None)
    raster.write_geotiff(own / "180213-180125.unw.tif", PHASE, GRID, None)  # two digits of the year, the later first
    (own / f"{NAMES[0]}.geo.unw.png").write_text("a picture")
    (own / "20180301_20180313.unw.tif.part").write_text("half of it")
    summary, values, _ = run(own, tmp_path, said=Said(wavelength_m=0.0555))
    np.testing.assert_array_equal(values["unwrapped_phase"], [PHASE, PHASE + 1, PHASE + 2, -PHASE])
    assert values["coherence"][:, 0, 0] == pytest.approx([100 / 255, 127 / 255, np.nan, np.nan], nan_ok=True)
    reasons = dict(summary.skipped)
    assert "no unwrapped phase" in reasons.pop("20180201_20180213")
    assert any("later date first" in text and "sign is turned" in text for text in summary.warnings)
    assert "20180301_20180313.unw.tif.part" in reasons.pop("20180301_20180313")
    assert reasons == {}


def test_pairs_in_both_layouts_at_once(licsar_frame, tmp_path):
    frame = licsar_frame({NAMES[0]: PHASE, NAMES[1]: PHASE + 1}, "local")
    licsar_frame({NAMES[1]: PHASE + 9, NAMES[2]: PHASE + 2}, "portal")
    summary, values, attributes = run(frame, tmp_path)
    np.testing.assert_array_equal(values["unwrapped_phase"], [PHASE, PHASE + 1, PHASE + 2])
    assert summary.skipped == ((NAMES[1], f"another file has the dates {NAMES[1]}"),)
    assert attributes["incidence_source"] == "per pixel"


def test_the_folder_of_pairs_finds_what_lies_above(licsar_frame, tmp_path):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    (frame / "metadata").mkdir()
    for path in [path for path in (frame / "GEOC").iterdir() if path.is_file()]:
        path.rename((frame / "metadata" if path.suffix == ".tif" else frame) / path.name)
    _, values, attributes = run(frame / "GEOC", tmp_path)
    assert values["los_up"] == pytest.approx(0.8)
    assert attributes["heading"] == pytest.approx(-10.502)


def test_loud_suffixes_and_other_cases(licsar_frame, tmp_path):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE), baselines="20180101 20180113 30 12\n")
    geoc = frame / "GEOC"
    for path in [path for path in geoc.rglob("*.tif") if path.is_file()]:
        path.rename(path.with_suffix(".TIF" if ".cc" in path.name else ".tiff"))
    (geoc / "metadata.txt").rename(geoc / "METADATA.TXT")
    (geoc / "baselines").rename(geoc / "baselines.txt")
    summary, values, attributes = run(frame, tmp_path)
    assert summary.n_pairs == 3
    assert values["coherence"] == pytest.approx(128 / 255)
    assert values["los_up"] == pytest.approx(0.8)
    assert attributes["heading"] == pytest.approx(-10.502)
    assert values["perpendicular_baseline"][0] == 30


def test_other_products_are_no_coherence_and_hidden_files_no_phase(licsar_frame, tmp_path):
    frame = licsar_frame({name: (PHASE, None) for name in NAMES})
    for name in NAMES:
        folder = frame / "GEOC" / name
        raster.write_geotiff(folder / f"{name}.geo.mag_cc.tif", np.full(GRID.shape, 9, "u1"), GRID, None)
        (folder / f"._{name}.geo.unw.tif").write_text("of another file system")
    (frame / "GEOC" / "20180201_20180213").mkdir()
    (frame / "GEOC" / "20180201_20180213" / "._20180201_20180213.geo.unw.tif").write_text("")
    summary, values, _ = run(frame, tmp_path)
    assert np.isnan(values["coherence"]).all()
    assert summary.skipped == (("20180201_20180213", "no unwrapped phase (*.unw.tif) in its folder"),)


def test_rasters_of_other_programs_in_the_pairs_folders(tmp_path):
    own = tmp_path / "own"
    names = (
        ("unwrap_ll.tif", "corr_ll.tif"),
        (f"{NAMES[1]}.tif", f"{NAMES[1]}.coh.tif"),
        ("filt_fine.unw.geo.tif", "x.cc.tif"),
    )
    for number, (pair, (phase, coherence)) in enumerate(zip(NAMES, names)):
        raster.write_geotiff(own / pair / phase, PHASE + number, GRID, None)
        raster.write_geotiff(own / pair / coherence, np.full(GRID.shape, 0.4, "f4"), GRID, None)
        raster.write_geotiff(own / pair / "a_unw_mask.tif", PHASE, GRID, None)
        raster.write_geotiff(own / pair / f"{pair}.geo.diff_unfiltered_pha.tif", PHASE, GRID, None)
    summary, values, _ = run(own, tmp_path, said=Said(wavelength_m=0.0555))
    assert summary.skipped == ()
    np.testing.assert_array_equal(values["unwrapped_phase"], [PHASE, PHASE + 1, PHASE + 2])
    assert values["coherence"] == pytest.approx(102 / 255)


def test_links_are_followed_and_loops_are_not(licsar_frame, tmp_path):
    frame = licsar_frame({NAMES[0]: PHASE, NAMES[1]: PHASE}, layout="bare")
    (frame / NAMES[1]).rename(tmp_path / "elsewhere")
    (frame / NAMES[1]).symlink_to(tmp_path / "elsewhere")
    (frame / "20180201_20180213").symlink_to(frame)
    (frame / "20180301_20180313").symlink_to(frame / "20180301_20180325")
    (frame / "20180301_20180325").symlink_to(frame / "20180301_20180313")
    (frame / "2018x501_20180513").mkdir()
    (frame / "metadata_old").mkdir()
    summary, _, _ = run(frame, tmp_path)
    assert summary.n_pairs == 2
    reasons = dict(summary.skipped)
    assert "no unwrapped" in reasons.pop("20180201_20180213")
    assert "leads nowhere" in reasons.pop("20180301_20180313")
    assert "leads nowhere" in reasons.pop("20180301_20180325")
    assert "not YYYYMMDD" in reasons.pop("2018x501_20180513")
    assert reasons == {}


def test_packed_products_are_named(tmp_path):
    (tmp_path / "S1AA_20180106T112354_20180118T112353_VVP012_INT80_G_ueF_74C2.zip").write_text("")
    with pytest.raises(InputError, match="unpack"):
        find_frame(tmp_path)


# Types and nodata values


@pytest.mark.parametrize("kind", ["f4", "f8", "i2", "i4"])
def test_phase_of_any_real_type(licsar_frame, tmp_path, kind):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    phase = np.round(PHASE * 10).astype(kind)
    phase[0] = 0
    raster.write_geotiff(unw_of(frame), phase, GRID, None)
    _, values, _ = run(frame, tmp_path)
    assert np.isnan(values["unwrapped_phase"][0, 0]).all()
    np.testing.assert_array_equal(values["unwrapped_phase"][0, 1:], np.where(phase == 0, np.nan, phase)[1:])


def test_complex_phase_is_listed(licsar_frame, tmp_path):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    write_raw(unw_of(frame), np.exp(1j * PHASE).astype("c8"), GRID.geotransform)
    assert "no real numbers" in dict(run(frame, tmp_path)[0].skipped)[NAMES[0]]


@pytest.mark.parametrize("nodata", [-9999.0, np.nan, 0.0, 300.0, 0.5])
def test_nodata_values_that_the_type_cannot_hold_are_none(licsar_frame, tmp_path, nodata):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    write_raw(cc_of(frame), np.full(GRID.shape, 241, "u1"), GRID.geotransform, nodata=nodata)
    _, values, _ = run(frame, tmp_path)
    assert values["coherence"][0] == pytest.approx(241 / 255)  # -9999 would be 241 as a byte


@pytest.mark.parametrize("nodata", [-9999.0, np.nan, -3.4028234663852886e38, 1e20])
def test_nodata_values_of_the_phase(licsar_frame, tmp_path, nodata):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    phase = PHASE.copy()
    phase[2, 3] = nodata
    write_raw(unw_of(frame), phase, GRID.geotransform, nodata=nodata)
    _, values, _ = run(frame, tmp_path)
    assert np.argwhere(np.isnan(values["unwrapped_phase"][0])).tolist() == [[2, 3]]


@pytest.mark.parametrize("options", [[], ["COMPRESS=LZW", "TILED=YES"], ["COMPRESS=DEFLATE", "PREDICTOR=3"]])
def test_truncated_files_of_any_layout_are_listed(licsar_frame, tmp_path, options):
    grid = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 80, 70)
    phase = np.random.default_rng(2).normal(0, 3, grid.shape).astype("f4")
    frame = licsar_frame(dict.fromkeys(NAMES, phase), grid=grid)
    memory = raster.gdal().Open(str(unw_of(frame)))
    for path in (unw_of(frame, NAMES[1]), cc_of(frame, NAMES[2])):
        path.unlink()
        raster.gdal().GetDriverByName("GTiff").CreateCopy(str(path), memory, options=options).FlushCache()
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    summary = run(frame, tmp_path)[0]
    assert [name for name, _ in summary.skipped] == list(NAMES[1:])
    assert all("cut off or corrupt" in reason or "cannot be read" in reason for _, reason in summary.skipped)


def test_infinite_and_huge_phase_is_missing(licsar_frame, tmp_path):
    phase = PHASE.astype("f8")
    phase[1, 1], phase[2, 2], phase[3, 3], phase[4, 4] = np.inf, -np.inf, 1e20, -1e300
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    raster.write_geotiff(unw_of(frame), phase, GRID, None)
    _, values, _ = run(frame, tmp_path)
    assert np.isfinite(values["unwrapped_phase"][0]).sum() == 116


def test_coherence_of_either_range_in_any_type():
    assert coherence_counts(np.array([[0.2, 1.0]], "f8"), 1).tolist() == [[51, 255]]
    assert coherence_counts(np.array([[0.2, 1.1]], "f4"), 1).tolist() == [[51, 255]]  # a filter overshoots
    assert coherence_counts(np.array([[51.0, 255.0]], "f4"), 1).tolist() == [[51, 255]]
    assert coherence_counts(np.array([[51, 255]], "i2"), 1).tolist() == [[51, 255]]
    assert coherence_counts(np.array([[0, 1]], "u1"), 1).tolist() == [[0, 1]]  # of 255: a type of whole numbers
    assert coherence_counts(np.array([[-0.1, np.inf, np.nan, 0.4]], "f4"), 1).tolist() == [[0, 0, 0, 102]]
    high = np.full((64, 64), 255, "u1")
    for kind in ("u1", "u2", "i2", "f4"):
        assert (coherence_counts(high.astype(kind), 32) == 255).all()
    with pytest.raises(InputError, match="up to 10000"):
        coherence_counts(np.array([[10000, 5000]], "u2"), 1)


def test_coherence_of_neither_range_and_of_ones_is_listed(licsar_frame, tmp_path):
    frame = licsar_frame(
        {
            NAMES[0]: PHASE,
            NAMES[1]: (PHASE, np.full(GRID.shape, 9000, "i2")),
            NAMES[2]: (PHASE, np.full(GRID.shape, 1, "u1")),
        }
    )
    reasons = dict(run(frame, tmp_path)[0].skipped)
    assert "neither 0..1 nor 0..255" in reasons[NAMES[1]]
    assert "0.004 is below 0.05 (it holds whole numbers up to 1" in reasons[NAMES[2]]


def test_multilooking_counts_what_is_there(licsar_frame, tmp_path):
    phase, coherence = PHASE.copy(), np.full(GRID.shape, 250, "u1")
    phase[:2, :2] = [[7, 0], [np.nan, 9]]  # half of the block
    phase[:2, 2:4] = [[7, 0], [0, np.nan]]  # a quarter
    coherence[:2, :2] = [[250, 0], [0, 254]]
    _, values, _ = run(licsar_frame({NAMES[0]: (phase, coherence)}), tmp_path, multilook=2)
    assert values["unwrapped_phase"][0, 0, :2] == pytest.approx([8.0, np.nan], nan_ok=True)
    assert values["coherence"][0, 0, 0] == pytest.approx(252 / 255)


@pytest.mark.parametrize("projected", [False, True])
def test_damaged_georeferencing_is_no_crash(licsar_frame, tmp_path, projected):
    """GDAL opens such files, and fails or knows no reference system when it is asked where they lie."""
    grid = raster.RasterGrid("EPSG:32647", 6e5, 2.86e6, 80.0, 80.0, 12, 10) if projected else GRID
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE), grid=grid)
    for path in (unw_of(frame), cc_of(frame, NAMES[1])):
        content = path.read_bytes()
        kind = 1 if projected else 2
        key = struct.pack("<4H", 1024, 0, 1, kind)  # model type, of which there is one
        assert content.count(key) == 1
        path.write_bytes(content.replace(key, struct.pack("<4H", 1024, 0, 7, kind)))
    summary, _, _ = run(frame, tmp_path)
    assert summary.n_pairs + len(summary.skipped) == 3
    if projected:
        assert [name for name, _ in summary.skipped] == list(NAMES[:2])


# Line of sight


def test_zero_and_nan_are_no_line_of_sight(licsar_frame, tmp_path):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    up = np.full(GRID.shape, 0.8, "f4")
    up[0, 0], up[0, 1] = 1e-30, np.nan
    raster.write_geotiff(frame / "GEOC" / "099A_06414_131313.geo.U.tif", up, GRID, None)
    summary, values, _ = run(frame, tmp_path)
    assert np.isnan(values["los_up"]).sum() == 2
    assert any("2 of 120 pixels with phase have no line of sight" in text for text in summary.warnings)
    assert np.nanmax(abs(values["los_up"] - 0.8)) < 1e-6


def test_up_follows_from_east_and_north(licsar_frame, tmp_path):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    (frame / "GEOC" / "099A_06414_131313.geo.U.tif").unlink()
    summary, values, attributes = run(frame, tmp_path)
    assert values["los_up"] == pytest.approx(np.sqrt(1 - 0.59**2 - 0.11**2), abs=1e-6)
    assert attributes["incidence_source"] == "per pixel"
    assert any("follows from E and N" in text for text in summary.warnings)


def test_vectors_to_the_ground_are_turned_and_odd_ones_are_reported(licsar_frame, tmp_path):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    for kind, value in (("E", 0.59), ("N", 0.11), ("U", -0.8)):
        path = frame / "GEOC" / f"099A_06414_131313.geo.{kind}.tif"
        raster.write_geotiff(path, np.full(GRID.shape, value, "f4"), GRID, None)
    summary, values, _ = run(frame, tmp_path)
    assert values["los_up"] == pytest.approx(0.8)
    assert values["los_east"] == pytest.approx(-0.59)
    assert any("signs were turned" in text for text in summary.warnings)
    raster.write_geotiff(frame / "GEOC" / "099A_06414_131313.geo.E.tif", np.full(GRID.shape, -0.1, "f4"), GRID, None)
    assert any("no unit vector" in text for text in run(frame, tmp_path)[0].warnings)


def test_layers_of_a_larger_area_are_cut_and_odd_ones_left_out(licsar_frame, tmp_path):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    wide = raster.RasterGrid(GRID.crs, 99.997, 26.002, 0.001, 0.001, 20, 16)
    up = np.linspace(0.7, 0.9, 320).reshape(wide.shape).astype("f4")
    raster.write_geotiff(frame / "GEOC" / "099A_06414_131313.geo.U.tif", up, wide, None)
    turned = (GRID.x_min, 0.001, 0.0005, GRID.y_max, 0.0, -0.001)
    write_raw(frame / "GEOC" / "099A_06414_131313.geo.hgt.tif", np.full(GRID.shape, 5, "i2"), turned)
    summary, values, _ = run(frame, tmp_path)
    np.testing.assert_array_equal(values["los_up"], up[2:12, 3:15])
    assert "height" not in values
    assert any("hgt is not used" in text and "rotated" in text for text in summary.warnings)


def test_the_slant_range_of_another_satellite_says_nothing_about_its_incidence(licsar_frame, tmp_path):
    text = "centre_range_m=878759.8\navg_incidence_angle=36.5\nheading=-10\nradar_frequency={}\n"
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE), metadata=text.format(1.27e9), geometry=False)
    _, values, attributes = run(frame, tmp_path)
    assert attributes["incidence_source"] == "metadata"
    assert attributes["wavelength"] == pytest.approx(0.23606, abs=1e-5)
    assert values["los_up"] == pytest.approx(np.cos(np.radians(36.5)), abs=1e-6)
    (frame / "GEOC" / "metadata.txt").write_text(text.format(5405000500.0))
    _, values, attributes = run(frame, tmp_path)
    assert attributes["incidence_source"] == "centre range"
    assert values["los_up"] == pytest.approx(np.cos(np.radians(incidence_from_range(878759.8, 25.995))), abs=1e-4)


# Text files


@pytest.mark.parametrize(
    "text",
    ["", "\x00\x01\xff", "heading=n/a\navg_incidence_angle=-\ncentre_range_m=none\nradar_frequency=inf\navg_height=x\n",
     "avg_incidence_angle=999\ncentre_range_m=-5\nheading=nan\n"],
)  # fmt: skip
def test_metadata_that_say_nothing(tmp_path, text):
    (tmp_path / "metadata.txt").write_text(text, encoding="latin-1")
    found = read_metadata(tmp_path / "metadata.txt")
    assert found.wavelength == pytest.approx(299792458 / 5.405e9)
    assert np.isnan([found.heading, found.incidence_angle, found.average_height]).all()
    assert not found.centre_range > 0


def test_metadata_keys_in_any_case_behind_a_mark(tmp_path):
    text = "\ufeffHeading = -12.5 \r\nAVG_INCIDENCE_ANGLE=39.4\r\nradar_frequency=5405000500.0  Hz\r\n"
    (tmp_path / "metadata.txt").write_text(text, encoding="utf-8")
    found = read_metadata(tmp_path / "metadata.txt")
    assert (found.heading, found.incidence_angle) == (-12.5, 39.4)
    assert found.wavelength == pytest.approx(WAVELENGTH)


def test_baselines_with_headers_holes_and_foreign_dates(tmp_path):
    path = tmp_path / "baselines"
    path.write_text(
        "# prime date bperp dt\n20180101 20180113 30 12\n20180101 20180125\n20180101 19990101 -700 -6940\n"
        "20180101 20180230 5 60\n20180101 20180206 nan 36\n\n"
    )
    assert read_baselines(path) == {date(2018, 1, 1): 0, date(2018, 1, 13): 30, date(1999, 1, 1): -700}
    path.write_bytes(b"")
    assert read_baselines(path) == {}


# Grids


def test_last_digits_of_long_rows_do_not_matter():
    exact = raster.RasterGrid("EPSG:4326", 99.0, 26.0, 0.00138888888889, 0.00138888888889, 7600, 5000)
    short = raster.RasterGrid("EPSG:4326", 99.0 + 1e-7, 26.0, 0.001388889, 0.001388889, 7600, 5000)
    assert offset_in(short, exact) == (0, 0)
    drifting = raster.RasterGrid("EPSG:4326", 99.0, 26.0, 0.0013889, 0.0013889, 7600, 5000)  # 0.06 cells in the end
    assert offset_in(drifting, exact) is None
    half = raster.RasterGrid("EPSG:4326", 99.0 + 0.0007, 26.0, 0.00138888888889, 0.00138888888889, 7600, 5000)
    assert offset_in(half, exact) is None


def test_spelling_of_the_reference_system_does_not_matter():
    utm = raster.RasterGrid("EPSG:32647", 600_000.0, 2_860_000.0, 80.0, 80.0, 12, 10)
    spelled = raster.RasterGrid("+proj=utm +zone=47 +datum=WGS84", 600_000.0, 2_860_000.0, 80.0, 80.0, 12, 10)
    other = raster.RasterGrid("EPSG:32648", 600_000.0, 2_860_000.0, 80.0, 80.0, 12, 10)
    assert offset_in(spelled, utm) == (0, 0)
    assert offset_in(other, utm) is None
    for text in ("PROJCS[damaged", projections.wkt_of(utm.crs).replace("6378137", "0.0001")):
        damaged = raster.RasterGrid(text, utm.x_min, utm.y_max, utm.dx, utm.dy, 12, 10)
        assert offset_in(damaged, utm) is None
        assert "its raster is in" in mismatch(damaged, utm)


@pytest.mark.parametrize(
    ("transform", "crs", "words"),
    [
        ((100.0, 0.001, 0.0, 25.99, 0.0, 0.001), "EPSG:4326", "north to south"),
        ((100.0, 0.001, 0.0002, 26.0, 0.0002, -0.001), "EPSG:4326", "rotated"),
        ((0.0, 1.0, 0.0, 0.0, 0.0, 1.0), "", "not geocoded"),
        ((600_000.0, 80.0, 0.0, 2_860_000.0, 0.0, -80.0), "", "no reference system"),
    ],
)
def test_rasters_that_do_not_lie_north_up_are_listed(licsar_frame, tmp_path, transform, crs, words):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    write_raw(unw_of(frame), PHASE, transform, crs)
    summary = run(frame, tmp_path)[0]
    assert summary.n_pairs == 2
    assert words in dict(summary.skipped)[NAMES[0]]


def test_a_rotation_of_rounding_is_none(licsar_frame, tmp_path):
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE))
    write_raw(unw_of(frame), PHASE, (100.0, 0.001, 1e-17, 26.0, -1e-17, -0.001))
    assert run(frame, tmp_path)[0].n_pairs == 3


def test_a_frame_across_the_date_line(licsar_frame, tmp_path):
    grid = raster.RasterGrid("EPSG:4326", 179.994, 66.0, 0.001, 0.001, 12, 10)
    frame = licsar_frame(dict.fromkeys(NAMES, PHASE), grid=grid)
    for extent in ((179.996, 180.003, 65.99, 66), (-180.004, -179.997, 65.99, 66)):
        _, values, _ = run(frame, tmp_path, extent=extent)
        np.testing.assert_array_equal(values["unwrapped_phase"][0], PHASE[:, 2:9])
        assert values["x"] == pytest.approx(179.9965 + 0.001 * np.arange(7))
    assert place(grid, (-180, 180, -90, 90)).columns == 12
    # Delays on the other side of the date line's count: 180.0 is -180.0.
    west = raster.RasterGrid("EPSG:4326", -180.1, 66.1, 0.01, 0.01, 30, 30)
    x, y = np.meshgrid(west.x, west.y)
    placement = place(grid)
    warped = on_stack_grid(2.3 + 0.1 * (x + 360 - 180) + 0.2 * (y - 66), west, placement, "cubicspline")
    gx, gy = np.meshgrid(grid.x, grid.y)
    np.testing.assert_allclose(warped, 2.3 + 0.1 * (gx - 180) + 0.2 * (gy - 66), atol=1e-5)


def test_projected_pairs_with_geographic_delays(tmp_path):
    utm = raster.RasterGrid("EPSG:32647", 600_000.0, 2_860_000.0, 80.0, 80.0, 24, 20)
    lon, lat = utm.lon_lat()
    wide = raster.RasterGrid("EPSG:4326", 99.9, 26.0, 0.002, 0.002, 100, 150)
    x, y = np.meshgrid(wide.x, wide.y)
    planes = {"20180101": (0.1, 0.2), "20180113": (-0.3, 0.1)}
    for day, (east, north) in planes.items():
        delay = (2.3 + east * (x - 100) + north * (y - 25.8)).astype("f4")
        raster.write_geotiff(tmp_path / "gacos" / f"{day}.ztd.tif", delay, wide, None)
    difference = (planes["20180113"][0] - planes["20180101"][0]) * (lon - 100)
    difference += (planes["20180113"][1] - planes["20180101"][1]) * (lat - 25.8)
    phase = zenith_to_phase(difference, np.cos(np.radians(38)), 299792458 / 5.405e9) + 4
    raster.write_geotiff(tmp_path / "own" / f"{NAMES[0]}.unw.tif", phase.astype("f4"), utm, None)
    (tmp_path / "own" / "metadata.txt").write_text("avg_incidence_angle=38.0\nheading=-10\n")
    summary, values, attributes = run(tmp_path / "own", tmp_path, corrections=tmp_path / "gacos")
    assert summary.n_corrected == 1
    assert attributes["incidence_source"] == "metadata"
    # A delay cell has 200 m; a shift of half of one would be 0.1 rad.
    np.testing.assert_allclose(values["unwrapped_phase"][0], 4, atol=3e-3)


# Delays


def test_delays_of_a_part_of_the_frames_cells_are_not_resampled():
    placement = place(GRID)
    values = np.random.default_rng(1).normal(700, 1, (6, 7)).astype("f4")
    placed = on_stack_grid(values, GRID.window(2, 3, 6, 7), placement, "cubicspline")
    np.testing.assert_array_equal(placed[2:8, 3:10], values)
    assert np.isnan(placed).sum() == 120 - 42


def test_delay_files_in_loud_letters_and_of_odd_grids(tmp_path):
    folder = tmp_path / "gacos"
    zenith = np.full(GRID.shape, 2.3, "f4")
    zenith[1, 1], zenith[2, 2], zenith[3, 3] = np.inf, -np.inf, np.nan
    raster.write_geotiff(folder / "20180101.ZTD.TIF", zenith, GRID, None)
    raster.write_geotiff(folder / "20180113.sltd.geo.tif", zenith * 300, GRID, None)
    write_raw(folder / "20180125.ztd.tif", zenith, (100.0, 0.001, 0.0, 25.99, 0.0, 0.001))
    write_raw(folder / "20180206.ztd.tif", zenith, (100.0, 0.001, 0.0002, 26.0, 0.0002, -0.001))
    zenith.astype("<f4").tofile(folder / "20180218.ztd")
    (folder / "20180218.ztd.RSC").write_text(
        "width 12\nFILE_LENGTH 10\nX_FIRST 100.0005\nY_FIRST 25.9995\nX_STEP 0.001\nY_STEP -0.001\nX_UNIT degres\n"
    )
    (folder / "20180302.ztd").symlink_to(folder / "20180302.ztd")
    (folder / "20180302.ztd.rsc").write_text("WIDTH inf\n")
    found = find_delays(folder)
    assert len(found) == 6
    for day in (date(2018, 1, 1), date(2018, 1, 13), date(2018, 2, 18)):
        delay, grid = read_delay(found[day])
        assert grid.matches(GRID)
        assert np.isnan(delay).sum() == 3
    for day, words in ((date(2018, 1, 25), "north to south"), (date(2018, 2, 6), "rotated"), (date(2018, 3, 2), "not")):
        with pytest.raises(InputError, match=words):
            read_delay(found[day])


def test_a_header_of_endless_numbers(tmp_path):
    (tmp_path / "20180101.ztd").write_bytes(b"1234")
    (tmp_path / "20180101.ztd.rsc").write_text("WIDTH inf\nFILE_LENGTH 1\nX_FIRST 0\nY_FIRST 0\nX_STEP 1\nY_STEP -1\n")
    with pytest.raises(InputError, match="WIDTH"):
        read_delay(DelayFile(tmp_path / "20180101.ztd", "zenith"))


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_folders_that_cannot_be_read(tmp_path, monkeypatch):
    (tmp_path / "frame").mkdir()

    def refused(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(tmp_path), "iterdir", refused)
    with pytest.raises(InputError, match="Permission denied"):
        find_frame(tmp_path / "frame")
    with pytest.raises(InputError, match="Permission denied"):
        find_delays(tmp_path / "frame")
