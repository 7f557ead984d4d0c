"""GRACE's products through QGIS: what users must know reaches them, and parameters say what files do not."""

import netCDF4
import numpy as np
import pytest
from groundswell.core.files import raster

ZERO_TIDE, TIDE_FREE = -4.8416948e-4, -4.8416948e-4 + 4.2007e-9


def write_month(folder, name, c20=ZERO_TIDE, tide="zero_tide", signal=0.0):
    lines = ["earth_gravity_constant 0.3986004415E+15", "radius 0.6378136300E+07", "max_degree 6"]
    lines += [f"product_name {name}", f"tide_system {tide}", "end_of_head"]
    values = {(0, 0): 1.0, (2, 0): c20, (2, 2): signal}
    for degree in range(7):
        lines += [
            f"gfc {degree} {order} {values.get((degree, order), 0.0):.13e} 0.0 0.0 0.0" for order in range(degree + 1)
        ]
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.gfc"
    path.write_text("\n".join(lines) + "\n")
    return path


def test_tide_systems_are_reconciled_and_said(run, tmp_path):
    folder = tmp_path / "gsm"
    for number, day in enumerate((1, 32, 60)):
        name = f"GSM-2_2005{day:03d}-2005{day + 27:03d}_GRAC_UTCSR_BA01_0600"
        c20, tide = (TIDE_FREE, "tide_free") if number == 1 else (ZERO_TIDE, "zero_tide")
        first = write_month(folder, name, c20, tide)
    parameters = {"INPUT": str(first), "EXTENT": "98,103,23,28 [EPSG:4326]", "OUTPUT": str(tmp_path / "grace.nc")}
    results, feedback, _ = run("importgrace", parameters)
    assert results["N_MONTHS"] == 3
    assert run("importgrace", {**parameters, "INPUT": str(folder)})[0]["N_MONTHS"] == 3
    assert any("brought to zero-tide" in text for text in feedback.said)
    assert any("No TN-13" in text for text in feedback.said)
    with netCDF4.Dataset(tmp_path / "grace.nc") as file:
        assert np.abs(file["tws"][:]).max() < 0.05  # the same field in all months; 350 mm where tides are ignored
        assert file.filter_kind == "destriped_gaussian"


def test_a_geotiff_needs_its_unit(run, tmp_path):
    path = tmp_path / "GRD-3_2019060-2019090_GRFO_UTCSR_BA01_0602_LND_v04.tif"
    grid = raster.RasterGrid("EPSG:4326", 96.0, 30.0, 1.0, 1.0, 9, 9)
    raster.write_geotiff(path, np.full((9, 9), 0.123, "f4"), grid, None)
    parameters = {"INPUT": str(path), "UNIT": "m", "OUTPUT": str(tmp_path / "grace.nc")}
    run("importgrace", parameters)
    with netCDF4.Dataset(tmp_path / "grace.nc") as file:
        assert np.nanmean(file["tws"][:]) == pytest.approx(123.0, abs=1e-3)
