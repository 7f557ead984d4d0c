"""The report on the mask counts what the mask leaves out, whatever else the files hold."""

import re

import numpy as np
import pytest
from groundswell.core.charts import export
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.report.gridding_report import write_gridding_report
from groundswell.core.work.progress import SilentProgress

GRID = RasterGrid("EPSG:4326", 100.0, 26.0, 0.02, 0.02, 30, 25)
DAYS = 6909.0 + 12.0 * np.arange(8)


def write_series(path, quantity="displacement"):
    """A series whose velocity grows from -14.5 to 14.5 mm/yr from west to east; the first row is not solved."""
    velocity = np.broadcast_to(np.arange(30) - 14.5, GRID.shape).copy()
    solved = np.ones(GRID.shape, dtype="u1")
    solved[0] = 0
    with netcdf.create(path, "series", "invertinterferograms") as dataset:
        netcdf.write_grid(dataset, GRID)
        netcdf.write_time(dataset, DAYS)
        values = np.broadcast_to(np.arange(8.0)[:, None, None], (8, *GRID.shape))
        netcdf.add_variable(dataset, quantity, ("time", "y", "x"), "mm", "d")[:] = values
        netcdf.add_variable(dataset, "velocity", ("y", "x"), "mm/yr", "v")[:] = velocity
        netcdf.add_variable(dataset, "mask", ("y", "x"), "1", "m", dtype="u1", fill=None)[:] = solved
    return path


@pytest.mark.parametrize("quantity", ["displacement", "vertical_displacement"])
def test_what_the_mask_leaves_out(tmp_path, monkeypatch, quantity):
    monkeypatch.setattr(export, "to_svg", lambda figure, prefix, text: f"<svg id='{prefix}'></svg>")
    series = write_series(tmp_path / "series.nc", quantity)
    options = DownsampleOptions(max_velocity_mm_yr=10.0)
    made = mask_and_downsample(series, tmp_path / "gridded.nc", options, SilentProgress())
    write_gridding_report(tmp_path / "gridded.nc", series, tmp_path / "report.html", ["Mind <this>."])
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    # 24 solved rows of 30 pixels; ten columns (4.5 mm/yr at either end) are beyond 10 mm/yr.
    assert made.n_pixels_masked == 240
    assert "<dt>Pixels with a velocity</dt><dd>720</dd>" in text
    assert "<dt>Left out as too fast</dt><dd>240 (33.3 %)</dd>" in text
    assert f"<dd>{made.n_cells} of " in text
    assert "Mind &lt;this&gt;." in text
    # Moved by 5 mm/yr the limit lies at 5 and -15: 10 columns on the right of it, none on the left.
    row = re.search(r"<tr><td[^>]*>5</td><td[^>]*>(\d+)</td><td[^>]*>([\d.]+)</td></tr>", text)
    assert row.groups() == ("240", "33.3")
    assert ("Vertical displacement of the" in text) == (quantity == "vertical_displacement")
