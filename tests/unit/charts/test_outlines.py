"""Coasts and borders lie where they are on Earth, on any grid, and only lines are drawn."""

import re

import numpy as np
import pytest
from groundswell.core.charts import maps
from groundswell.core.charts.export import to_svg
from groundswell.core.charts.outlines import outlines_on
from groundswell.core.files.raster import RasterGrid
from groundswell.core.geodesy import transform_points


def distance_to(x, y, place):
    return float(np.nanmin(np.hypot(x - place[0], y - place[1])))


@pytest.mark.parametrize("turn", [0.0, 360.0])
def test_a_coast_lies_where_it_is_in_either_way_of_counting(turn):
    x, y = outlines_on(RasterGrid("EPSG:4326", -12.0 + turn, 44.0, 0.1, 0.1, 80, 80))
    # Cabo da Roca, 9.50° W 38.78° N, the westernmost point of mainland Europe; lines are simplified to 0.03°.
    assert distance_to(x, y, (-9.50 + turn, 38.78)) < 0.08
    # No line in the open Atlantic west of it: nothing within a degree of 11.5° W 39° N.
    assert distance_to(x, y, (-11.5 + turn, 39.0)) > 1.0


def test_lines_on_a_projected_grid_are_in_its_metres():
    grid = RasterGrid("EPSG:32629", 350000.0, 4500000.0, 1000.0, 1000.0, 200, 250)
    x, y = outlines_on(grid)
    there = transform_points(-9.50, 38.78, "EPSG:4326", "EPSG:32629")
    assert distance_to(x, y, there) < 8000.0  # metres: 0.08°


def test_both_sides_of_180_degrees():
    x, y = outlines_on(RasterGrid("EPSG:4326", 172.0, -10.0, 0.25, 0.25, 60, 60))
    assert distance_to(x, y, (178.44, -18.14)) < 0.3  # Suva, west of 180°, on the coast
    assert distance_to(x, y, (180.0 + 5.2, -21.14)) < 0.3  # Nuku'alofa, 174.8° W


def test_no_side_runs_across_the_map_and_the_ocean_is_empty():
    x, y = outlines_on(RasterGrid("EPSG:4326", 95.0, 30.0, 0.05, 0.05, 200, 200))
    assert np.nanmax(np.hypot(np.diff(x), np.diff(y))) < 1.0  # degrees: a straight border is simplified, no leap
    assert outlines_on(RasterGrid("EPSG:4326", -140.0, -40.0, 0.5, 0.5, 10, 10))[0].size == 0


def test_a_map_shows_them_and_keeps_its_extent():
    grid = RasterGrid("EPSG:4326", -12.0, 44.0, 0.1, 0.1, 80, 80)
    panel = maps.MapPanel("Storage", np.ones(grid.shape), grid, "tws")
    ax = maps.map_figure([panel], "mm").axes[0]
    (drawn,) = [line for line in ax.lines if line.get_label() == "_outlines"]
    assert np.isfinite(drawn.get_xdata()).any()
    assert ax.get_xlim() == pytest.approx((-12.0, -4.0))
    assert ax.get_ylim() == pytest.approx((36.0, 44.0))


def test_two_maps_of_one_figure_share_no_identifier():
    grid = RasterGrid("EPSG:4326", -12.0, 44.0, 0.5, 0.5, 16, 16)
    panels = [maps.MapPanel(name, np.ones(grid.shape), grid, "tws") for name in "ab"]
    ids = re.findall(r'\bid="([^"]+)"', to_svg(maps.map_figure(panels, "mm"), "f1"))
    assert len(ids) == len(set(ids))
