"""Choices of the import, through QGIS."""

import numpy as np
import pytest
from groundswell.core.files import netcdf, raster

LATTICE = raster.RasterGrid("EPSG:32647", 600_000.0, 2_860_000.0, 80.0, 80.0, 30, 24)
JOBS = (
    "S1AC_20180106T112354_20180118T112353_VVP012_INT80_G_ueF_74C2",
    "S1_136231_IW2_20180118_20180130_VV_INT80_663F",
)


@pytest.mark.parametrize("choice", ["interferogram", "date"])
def test_corrections_are_accepted_by_choice(run, tmp_path, chain, choice):
    parameters = {
        "INPUT": str(chain.frame),
        "CORRECTIONS": str(chain.area.gacos),
        "ACCEPT_CORRECTIONS": choice,
        "OUTPUT": str(tmp_path / "stack.nc"),
        "REPORT": str(tmp_path / "report.html"),
    }
    run("importinterferograms", parameters)
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        assert f"ACCEPT_CORRECTIONS={choice}" in dataset.history
        assert f"ACCEPT_CORRECTIONS is {choice}" in dataset.correction_verdict
        assert dataset.correction_verdict in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_products_of_hyp3_with_extents_of_their_own(run, tmp_path):
    for job, window in zip(JOBS, ((0, 0, 20, 20), (2, 5, 20, 20))):
        grid = LATTICE.window(*window)
        raster.write_geotiff(tmp_path / "jobs" / job / f"{job}_unw_phase.tif", np.ones(grid.shape, "f4"), grid, None)
    parameters = {"INPUT": str(tmp_path / "jobs"), "OUTPUT": str(tmp_path / "stack.nc")}
    for area, shape in (("overlap", (18, 15)), ("union", (22, 25))):
        results, _, _ = run("importinterferograms", {**parameters, "HYP3_AREA": area})
        assert results["N_PAIRS"] == 2
        with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
            assert netcdf.read_grid(dataset).shape == shape
