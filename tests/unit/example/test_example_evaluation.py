"""Runs held against the example's truth, whichever of the two reaches further."""

from __future__ import annotations

import json

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.example.evaluation import compare_with_truth
from groundswell.core.files import netcdf
from groundswell.core.grid.ease2 import Grid

ROW, COLUMN, DAYS = 160, 1079, 6910.0 + 12.0 * np.arange(8)
SIGNAL = 50.0 * np.sin(np.arange(8.0))


def storage_at(row, column, rows, columns):
    """Return values [time, row, column] that depend on the cell of the globe, not of the window."""
    cells = 1.0 + np.arange(row, row + rows)[:, None] / 1e3 + np.arange(column, column + columns) / 1e4
    return SIGNAL[:, None, None] * cells


def write(path, window, variables, days=DAYS):
    with netcdf.create(path, "made up", "test") as dataset:
        netcdf.write_grid(dataset, Grid("M25").window(*window))
        netcdf.write_time(dataset, days)
        for name, values in variables.items():
            netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name, dtype="f8")[:] = values
    return path


@pytest.fixture
def region(tmp_path):
    """Return a box about four cells in the middle."""
    lon, lat = Grid("M25").center(np.array([ROW - 0.4, ROW + 1.4]), np.array([COLUMN - 0.4, COLUMN + 1.4]))
    ring = [[lon[a], lat[b]] for a, b in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    path = tmp_path / "region.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


@pytest.mark.parametrize(
    ("of_truth", "of_analysis"),
    [
        ((ROW - 3, COLUMN - 4, 9, 9), (ROW - 1, COLUMN - 2, 4, 6)),  # columns of the land model in the load domain
        ((ROW - 1, COLUMN - 1, 4, 4), (ROW - 5, COLUMN - 3, 12, 9)),  # storage that reaches beyond it
        ((ROW - 1, COLUMN - 5, 9, 9), (ROW - 4, COLUMN - 1, 9, 9)),  # neither holds the other
    ],
)
def test_the_same_cells_are_compared(tmp_path, region, of_truth, of_analysis):
    truth = write(tmp_path / "truth.nc", of_truth, {"tws": storage_at(*of_truth)})
    right = storage_at(*of_analysis)
    wrong = right + 10.0 * np.where(np.arange(8) % 2, 1.0, -1.0)[:, None, None]
    analysis = write(tmp_path / "a.nc", of_analysis, {"tws_open_loop": wrong, "tws_analysis": right})
    open_loop, found = compare_with_truth(analysis, truth, region)
    assert found.r == pytest.approx(1.0)
    assert found.ubrmsd_mm == pytest.approx(0.0, abs=1e-9)
    assert open_loop.ubrmsd_mm == pytest.approx(10.0, rel=1e-9)
    assert open_loop.cell_ubrmsd_mm == pytest.approx(10.0, rel=1e-9)


@pytest.mark.parametrize(("shift", "days"), [(40, DAYS), (0, DAYS + 5.0)])
def test_another_place_or_time_is_refused(tmp_path, region, shift, days):
    window = ROW, COLUMN, 3, 3
    truth = write(tmp_path / "truth.nc", window, {"tws": storage_at(*window)})
    values = storage_at(*window)
    other = ROW + shift, COLUMN, 3, 3
    analysis = write(tmp_path / "a.nc", other, {"tws_open_loop": values, "tws_analysis": values}, days)
    with pytest.raises(InputError, match="is not the truth of"):
        compare_with_truth(analysis, truth, region)
