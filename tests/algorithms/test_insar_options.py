"""Options of the interferogram steps, and two tracks, through QGIS."""

import json
import shutil

import numpy as np
import pytest
from groundswell.core.files import netcdf
from qgis.core import QgsProcessingException


def read(path, *names):
    with netcdf.open_dataset(path) as dataset:
        return [netcdf.read_stored(dataset, name) for name in names]


def test_check_with_polygons_and_repairs(run, tmp_path, chain):
    with netcdf.open_dataset(chain.stack) as dataset:
        grid = netcdf.read_grid(dataset)
    x, y = grid.x[grid.columns // 2], grid.y[grid.rows // 2]
    step = 2.4 * grid.dx
    ring = [
        [x - step, y - step],
        [x + step, y - step],
        [x + step, y + step],
        [x - step, y + step],
        [x - step, y - step],
    ]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (tmp_path / "area.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    parameters = {
        "INPUT": str(chain.stack),
        "OUTPUT": str(tmp_path / "checked.nc"),
        "REFERENCE_AREA": str(tmp_path / "area.geojson"),
        "CORRECT_TURNS": True,
        "REMOVE_UNCLOSED": True,
    }
    run("checkinterferograms", parameters)
    with netcdf.open_dataset(tmp_path / "checked.nc") as dataset:
        area = netcdf.read_reference_area(dataset)
        assert "CORRECT_TURNS=True" in dataset.history
    # Five by five pixels about the middle one.
    assert area.lon_min == pytest.approx(x - 2.5 * grid.dx, abs=1e-6)
    assert area.lat_max == pytest.approx(y + 2.5 * grid.dy, abs=1e-6)


def test_inversion_with_everything_on_demand(run, tmp_path, chain):
    parameters = {
        "INPUT": str(chain.checked),
        "OUTPUT": str(tmp_path / "series.nc"),
        "STEPS": "2016-05-18",
        "SEMIANNUAL": True,
        "DATE_STD": True,
        "BOOTSTRAP": 10,
        "NOISE_MASK": True,
        "RAMP": "bilinear",
        "HEIGHT_TREND": True,
        "PLATE_MOTION": "eurasia",
        "SOLID_EARTH_TIDES": True,
        "FILTER": True,
        "FILTER_DAYS": 30,
        "FILTER_KM": 3,
    }
    with netcdf.open_dataset(chain.checked) as dataset:
        first, last = (
            netcdf.read_days(dataset, "reference_date").min(),
            netcdf.read_days(dataset, "secondary_date").max(),
        )
    quake = 5982.0  # 18 May 2016
    if not first < quake < last:
        with pytest.raises(QgsProcessingException, match="STEPS"):
            run("invertinterferograms", parameters)
        parameters["STEPS"] = ""
    run("invertinterferograms", parameters)
    std, mask, bootstrap = read(tmp_path / "series.nc", "displacement_std", "noise_mask", "velocity_std_bootstrap")
    assert np.isfinite(std).any()
    assert np.isfinite(bootstrap).any()
    assert set(np.unique(mask)) <= {0, 1}
    with netcdf.open_dataset(tmp_path / "series.nc") as dataset:
        assert "eurasia" in dataset.plate_motion_removed
        assert "UTC" in dataset.solid_earth_tide_removed
        assert "30 days, Gaussian low pass in space of 3 km" in dataset.spatiotemporal_filter_removed


def test_two_tracks(run, tmp_path, chain):
    shutil.copyfile(chain.series, tmp_path / "descending.nc")
    with netcdf.append(tmp_path / "descending.nc") as dataset:
        dataset["los_east"][:] = -netcdf.read_float(dataset, "los_east")
    parameters = {
        "ASCENDING": str(chain.series),
        "DESCENDING": str(tmp_path / "descending.nc"),
        "OUTPUT": str(tmp_path / "two.nc"),
    }
    run("decomposelos", parameters)
    up, east = read(tmp_path / "two.nc", "vertical_displacement", "east_displacement")
    (line_of_sight,) = read(chain.series, "displacement")
    # The same series seen from both sides: all of it is vertical.
    there = np.isfinite(up) & np.isfinite(line_of_sight)
    assert there.any()
    np.testing.assert_allclose(east[there], 0, atol=1e-2)
    assert np.median(np.abs(up[there]) - np.abs(line_of_sight[there])) > 0
    with pytest.raises(QgsProcessingException, match="same side"):
        run("decomposelos", {**parameters, "DESCENDING": str(chain.series)})
