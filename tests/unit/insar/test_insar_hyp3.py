"""Products of HyP3: the three families of names, look vectors, metadata, what is left out."""

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.files.raster import GEOGRAPHIC
from groundswell.core.geodesy import transform_points
from groundswell.core.insar.importing import ImportOptions, import_interferograms

UTM = raster.RasterGrid("EPSG:32647", 600000.0, 2860000.0, 80.0, 80.0, 12, 10)
JOBS = {
    "S1AA_20180106T112354_20180118T112353_VVP012_INT80_G_ueF_74C2": "20180106_20180118",
    "S1CD_20180118T112354_20180130T112353_VVP012_INT80_G_ueF_0A1B": "20180118_20180130",
    "S1_136231_IW2_20180130_20180211_VV_INT80_663F": "20180130_20180211",
    "S1_064-000000s1n00-136231s2n02-000000s3n00_IW_20180106_20180130_VV_INT80_77F1": "20180106_20180130",
}
THETA, PHI = np.radians(90 - 39.0), np.radians(180 + 10.0)  # incidence 39 degrees, satellite to the west-south-west


def write_job(folder, job, clip="", grid=UTM, phase=None, geometry=True, text=True):
    phase = np.full(grid.shape, 2.5, "f4") if phase is None else phase
    place = folder / job
    raster.write_geotiff(place / f"{job}_unw_phase{clip}.tif", phase.astype("f4"), grid, None)
    raster.write_geotiff(place / f"{job}_corr{clip}.tif", np.full(grid.shape, 0.6, "f4"), grid, None)
    if geometry:
        for kind, value in (("lv_theta", THETA), ("lv_phi", PHI), ("dem", 2100.0)):
            raster.write_geotiff(place / f"{job}_{kind}{clip}.tif", np.full(grid.shape, value, "f4"), grid, None)
    if text:
        lines = (
            f"Reference Granule: S1A_IW_SLC\nBaseline: {len(job)}.5\nUTC time: 40000\nHeading: -12.25\nFilter: yes\n"
        )
        (place / f"{job}.txt").write_text(lines)


def run(folder, tmp_path, **options):
    summary = import_interferograms(folder, tmp_path / "stack.nc", ImportOptions(**options))
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        values = {name: netcdf.read_stored(dataset, name) for name in dataset.variables}
        return summary, values, {name: dataset.getncattr(name) for name in dataset.ncattrs()}, netcdf.read_grid(dataset)


def test_all_families_of_names(tmp_path):
    for job in JOBS:
        write_job(tmp_path / "jobs", job)
    summary, found, attributes, grid = run(tmp_path / "jobs", tmp_path)
    assert summary.n_pairs == 4
    assert summary.skipped == ()
    assert grid.matches(UTM)
    np.testing.assert_allclose(found["unwrapped_phase"], 2.5)
    np.testing.assert_allclose(found["coherence"], 153 / 255, atol=1e-6)
    # Pairs by date; every one with the baseline of its own metadata.
    order = sorted(JOBS, key=JOBS.get)
    np.testing.assert_allclose(found["perpendicular_baseline"], [len(job) + 0.5 for job in order])
    np.testing.assert_allclose(found["los_up"], np.cos(np.radians(39)), rtol=1e-6)
    np.testing.assert_allclose(found["los_east"], np.sin(np.radians(39)) * np.cos(PHI), rtol=1e-6)
    np.testing.assert_allclose(found["los_north"], np.sin(np.radians(39)) * np.sin(PHI), rtol=1e-6)
    np.testing.assert_allclose(found["height"], 2100)
    assert attributes["heading"] == -12.25
    assert attributes["incidence_source"] == "per pixel"
    assert attributes["acquisition_time"] == 40000


def test_time_of_the_acquisition_is_in_the_name_too(tmp_path):
    for job in JOBS:
        write_job(tmp_path / "jobs", job, text=False)
    assert run(tmp_path / "jobs", tmp_path)[2]["acquisition_time"] == 11 * 3600 + 23 * 60 + 54


def test_incidence_without_look_vectors(tmp_path):
    """HyP3 leaves look vectors out unless they are asked for."""
    orbit = "Spacecraft height: 700618.6\nEarth radius at nadir: 6370250.1\nSlant range center: 879794.1\n"
    for job in JOBS:
        write_job(tmp_path / "jobs", job, geometry=False)
        path = tmp_path / "jobs" / job / f"{job}.txt"
        path.write_text(path.read_text() + orbit)
    summary, found, attributes, _ = run(tmp_path / "jobs", tmp_path)
    assert attributes["incidence_source"] == "centre range"
    # The sides of the triangle by the law of cosines, the other way round.
    angle = np.degrees(np.arccos(found["los_up"][0, 0]))
    side = 6370250.1**2 + 879794.1**2 + 2 * 6370250.1 * 879794.1 * np.cos(np.radians(angle))
    assert np.sqrt(side) == pytest.approx(6370250.1 + 700618.6, abs=1)
    assert angle == pytest.approx(39.5, abs=0.2)
    assert not any("incidence" in text for text in summary.warnings)


def test_clipped_rasters_go_before_whole_ones_of_other_sizes(tmp_path):
    clipped = UTM.window(2, 3, 6, 7)
    for number, job in enumerate(JOBS):
        write_job(tmp_path / "jobs", job, grid=UTM.window(0, 0, 10, 12 - number))
        write_job(tmp_path / "jobs", job, "_clip", clipped)
    summary, _, _, grid = run(tmp_path / "jobs", tmp_path)
    assert summary.n_pairs == 4
    assert grid.matches(clipped)


def test_what_is_left_out(tmp_path):
    first, second, third, fourth = JOBS
    write_job(tmp_path / "jobs", first, geometry=False, text=False)
    write_job(tmp_path / "jobs", second)
    write_job(tmp_path / "jobs", third, grid=UTM.window(0, 0, 4, 12))
    write_job(tmp_path / "jobs", "S1BA_20180301T112354_20180301T112353_VVP012_INT80_G_ueF_74C2")
    write_job(tmp_path / "jobs", first.replace("74C2", "FFFF"))
    write_job(tmp_path / "jobs", "INT80_ohne_Datum")
    summary, found, _, _ = run(tmp_path / "jobs", tmp_path)
    reasons = dict(summary.skipped)
    assert summary.n_pairs == 2
    assert "it covers 40% of the area" in reasons["20180130_20180211"]
    assert "two dates" in reasons["S1BA_20180301T112354_20180301T112353_VVP012_INT80_G_ueF_74C2"]
    assert "two dates" in reasons["INT80_ohne_Datum"]
    assert "another product has the dates" in reasons[first.replace("74C2", "FFFF")]
    assert np.isnan(found["perpendicular_baseline"][0])
    np.testing.assert_allclose(found["los_up"], np.cos(np.radians(39)), rtol=1e-6)


LATTICE = raster.RasterGrid("EPSG:32647", 600_000.0, 2_860_000.0, 80.0, 80.0, 30, 24)
EXTENTS = [(0, 2, 18, 20), (3, 0, 18, 21), (-2, 4, 20, 22), (1, 1, 20, 20)]  # row, column, rows, columns


def of_place(grid, number=0):
    """Phase that tells where it belongs: every cell of the lattice has its own."""
    x, y = np.meshgrid(grid.x, grid.y)
    return ((x - LATTICE.x_min) / 80 + 100 * (LATTICE.y_max - y) / 80 + 0.25 * number + 1000).astype("f4")


def theta_of_place(grid):
    return (THETA + 1e-6 * (of_place(grid) - 1000)).astype("f4")


@pytest.fixture
def jobs_of_differing_extent(tmp_path):
    for number, (job, window) in enumerate(zip(JOBS, EXTENTS)):
        grid = LATTICE.window(*window)
        write_job(tmp_path / "jobs", job, grid=grid, phase=of_place(grid, number))
        raster.write_geotiff(tmp_path / "jobs" / job / f"{job}_lv_theta.tif", theta_of_place(grid), grid, None)
    return tmp_path / "jobs"


def test_products_of_differing_extent_are_shifted_by_whole_cells(jobs_of_differing_extent, tmp_path):
    summary, found, _, grid = run(jobs_of_differing_extent, tmp_path)
    common = LATTICE.window(3, 4, 15, 17)
    assert grid.matches(common)
    assert (summary.n_pairs, summary.skipped) == (4, ())
    for pair, job in enumerate(sorted(JOBS, key=JOBS.get)):
        np.testing.assert_array_equal(found["unwrapped_phase"][pair], of_place(common, list(JOBS).index(job)))
    np.testing.assert_allclose(found["los_up"], np.sin(theta_of_place(common)), rtol=1e-6)
    assert any("HYP3_AREA = union" in text for text in summary.warnings)


def test_the_union_keeps_what_some_products_cover(jobs_of_differing_extent, tmp_path):
    summary, found, _, grid = run(jobs_of_differing_extent, tmp_path, hyp3_area="union")
    union = LATTICE.window(-2, 0, 23, 26)
    assert grid.matches(union)
    assert summary.n_pairs == 4
    for pair, job in enumerate(sorted(JOBS, key=JOBS.get)):
        number = list(JOBS).index(job)
        row, column, rows, columns = EXTENTS[number]
        expected = np.full(union.shape, np.nan, "f4")
        window = LATTICE.window(*EXTENTS[number])
        expected[row + 2 : row + 2 + rows, column : column + columns] = of_place(window, number)
        np.testing.assert_array_equal(found["unwrapped_phase"][pair], expected)
    # The look vector of one product ends where that product does; the others go on.
    covered = np.isfinite(found["unwrapped_phase"]).any(axis=0)
    np.testing.assert_allclose(found["los_up"][covered], np.sin(theta_of_place(union))[covered], rtol=1e-6)
    assert np.isnan(found["los_up"][~covered]).all()


def test_an_extent_and_multilooking_of_products_of_differing_extent(jobs_of_differing_extent, tmp_path):
    common = LATTICE.window(3, 4, 15, 17)
    lon, lat = LATTICE.window(6, 8, 6, 9).lon_lat()
    extent = (lon.min(), lon.max(), lat.min(), lat.max())
    _, found, _, grid = run(jobs_of_differing_extent, tmp_path, extent=extent, multilook=3)
    column, row = (grid.x_min - common.x_min) / 80, (common.y_max - grid.y_max) / 80
    assert (column, row) == (round(column), round(row))
    fine = common.window(round(row), round(column), 3 * grid.rows, 3 * grid.columns)
    number = list(JOBS.values()).index("20180106_20180118")
    means = of_place(fine, number).reshape(grid.rows, 3, grid.columns, 3).mean(axis=(1, 3))
    np.testing.assert_allclose(found["unwrapped_phase"][0], means, rtol=1e-6)


def test_products_of_another_zone_or_a_shifted_lattice_are_resampled(jobs_of_differing_extent, tmp_path):
    """A surface that is a plane in degrees comes back to what bilinear interpolation of cells of 80 m keeps."""

    def surface(grid):
        lon, lat = grid.lon_lat()
        return (20.0 * (lon - 100.0) + 30.0 * (lat - 25.8) + 5.0).astype("f4")

    def dated(month):
        return f"S1DD_2018{month}01T112354_2018{month}13T112353_VVP012_INT80_G_ueF_0A1B"

    lon, lat = LATTICE.lon_lat()
    x, y = transform_points(lon, lat, GEOGRAPHIC, "EPSG:32648")
    west, north = 80.0 * np.floor(x.min() / 80), 80.0 * np.ceil(y.max() / 80)
    zone = raster.RasterGrid("EPSG:32648", west, north, 80.0, 80.0, 33, 28)
    between = raster.RasterGrid(LATTICE.crs, LATTICE.x_min + 24, LATTICE.y_max - 8, 80.0, 80.0, 26, 22)
    for month, grid in (("05", zone), ("06", between)):
        write_job(jobs_of_differing_extent, dated(month), grid=grid, phase=surface(grid))
    summary, found, _, grid = run(jobs_of_differing_extent, tmp_path)
    assert (summary.n_pairs, summary.skipped) == (6, ())
    for pair in (4, 5):
        there = np.isfinite(found["unwrapped_phase"][pair])
        assert there.mean() > 0.9
        # The surface rises by 0.02 rad a cell, and GDAL places its kernel to some hundredths of a cell.
        np.testing.assert_allclose(found["unwrapped_phase"][pair][there], surface(grid)[there], atol=1.5e-3)
        np.testing.assert_allclose(found["coherence"][pair][there], 0.6, atol=1e-6)
    assert any("2 interferograms lie on other cells" in text for text in summary.warnings)


def test_products_of_another_lattice_are_listed(jobs_of_differing_extent, tmp_path):
    def dated(month):
        return f"S1DD_2018{month}01T112354_2018{month}13T112353_VVP012_INT80_G_ueF_0A1B"

    zone = raster.RasterGrid("EPSG:32648", LATTICE.x_min, LATTICE.y_max, 80.0, 80.0, 20, 18)
    finer = raster.RasterGrid(LATTICE.crs, LATTICE.x_min, LATTICE.y_max, 40.0, 40.0, 40, 36)
    far = LATTICE.window(16, 0, 18, 20)
    for month, grid in (("05", zone), ("07", finer), ("08", far), ("09", LATTICE)):
        write_job(jobs_of_differing_extent, dated(month), grid=grid)
    summary, _, _, grid = run(jobs_of_differing_extent, tmp_path)
    assert grid.matches(LATTICE.window(3, 4, 15, 17))
    assert summary.n_pairs == 5
    reasons = dict(summary.skipped)
    assert "of the area where most products lie" in reasons["20180501_20180513"]  # the same numbers are far away
    assert "cells of 40 x 40" in reasons["20180701_20180713"]
    assert "of the area where most products lie" in reasons["20180801_20180813"]
    assert len(reasons) == 3


def test_products_without_a_common_pixel(tmp_path):
    first, second = list(JOBS)[:2]
    write_job(tmp_path / "jobs", first, grid=LATTICE.window(0, 0, 6, 10))
    write_job(tmp_path / "jobs", second, grid=LATTICE.window(0, 5, 6, 10))
    third = "S1CC_20180211T112354_20180223T112353_VVP012_INT80_G_ueF_0A1B"
    write_job(tmp_path / "jobs", third, grid=LATTICE.window(0, 10, 6, 10))
    with pytest.raises(InputError, match="set HYP3_AREA to union"):
        run(tmp_path / "jobs", tmp_path)
    assert run(tmp_path / "jobs", tmp_path, hyp3_area="union")[3].matches(LATTICE.window(0, 0, 6, 20))


def test_clipped_and_whole_products_and_loud_suffixes_go_together(tmp_path):
    first, second, third, _ = JOBS
    write_job(tmp_path / "jobs", first, "_clipped", LATTICE.window(2, 3, 10, 12))
    write_job(tmp_path / "jobs", second, grid=LATTICE.window(0, 0, 14, 16))
    write_job(tmp_path / "jobs", third, grid=LATTICE.window(0, 0, 14, 16))
    for path in (tmp_path / "jobs" / third).glob("*.tif"):
        path.rename(path.with_suffix(".TIF"))
    summary, found, _, grid = run(tmp_path / "jobs", tmp_path)
    assert summary.n_pairs == 3
    assert np.isfinite(found["coherence"]).all()
    assert grid.matches(LATTICE.window(2, 3, 10, 12))


def test_truncated_products_and_folders_of_another_kind_are_listed(tmp_path):
    for job in JOBS:
        write_job(tmp_path / "jobs", job)
    job = list(JOBS)[0]
    path = tmp_path / "jobs" / job / f"{job}_unw_phase.tif"
    path.write_bytes(path.read_bytes()[:200])
    (tmp_path / "jobs" / "20180106_20180130").mkdir()
    summary = run(tmp_path / "jobs", tmp_path)[0]
    assert summary.n_pairs == 3
    reasons = dict(summary.skipped)
    assert f"{job}_unw_phase.tif" in reasons[JOBS[job]]
    assert "no product of HyP3" in reasons["20180106_20180130"]


def test_geometry_that_does_not_fit(tmp_path):
    job = next(iter(JOBS))
    write_job(tmp_path / "jobs", job)
    path = tmp_path / "jobs" / job / f"{job}_lv_phi.tif"
    raster.write_geotiff(path, np.ones((3, 3), "f4"), UTM.window(0, 0, 3, 3), None)
    summary, found, _, _ = run(tmp_path / "jobs", tmp_path)
    assert any("another grid" in text for text in summary.warnings)
    # East and north then come from the heading.
    np.testing.assert_allclose(found["los_east"], -np.cos(np.radians(-12.25)) * np.sin(np.radians(39)), rtol=1e-5)


def test_a_folder_of_nothing_names_hyp3_too(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="HyP3"):
        import_interferograms(tmp_path / "empty", tmp_path / "stack.nc")
