"""Products of HyP3: the three families of names, look vectors, metadata, what is left out."""

import numpy as np
import pytest
from groundswell.core import netcdf, raster
from groundswell.core.errors import InputError
from groundswell.core.insar.importing import import_interferograms

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


def run(folder, tmp_path):
    summary = import_interferograms(folder, tmp_path / "stack.nc")
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        values = {name: netcdf.read(dataset, name) for name in dataset.variables}
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
    write_job(tmp_path / "jobs", third, grid=UTM.window(0, 0, 5, 12))
    write_job(tmp_path / "jobs", "S1BA_20180301T112354_20180201T112353_VVP012_INT80_G_ueF_74C2")
    write_job(tmp_path / "jobs", first.replace("74C2", "FFFF"))
    write_job(tmp_path / "jobs", "INT80_ohne_Datum")
    summary, found, _, _ = run(tmp_path / "jobs", tmp_path)
    reasons = dict(summary.skipped)
    assert summary.n_pairs == 2
    assert "5 x 12 cells" in reasons["20180130_20180211"]
    assert "the earlier first" in reasons["S1BA_20180301T112354_20180201T112353_VVP012_INT80_G_ueF_74C2"]
    assert "the earlier first" in reasons["INT80_ohne_Datum"]
    assert "another product has the dates" in reasons[first.replace("74C2", "FFFF")]
    assert np.isnan(found["perpendicular_baseline"][0])
    np.testing.assert_allclose(found["los_up"], np.cos(np.radians(39)), rtol=1e-6)


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
