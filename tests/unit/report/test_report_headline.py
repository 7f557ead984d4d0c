"""Every report begins with its result: the figures are those of the data, and what is not known is not said."""

from types import SimpleNamespace

import numpy as np
import pytest
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.findings.headline import found
from groundswell.core.findings.outcome import outcome_of, outcome_of_series
from groundswell.core.insar.solver.network import network_of
from groundswell.core.report import headline
from groundswell.core.report.page import Page

DAYS = 6575.0 + 12.0 * np.arange(92)  # from 2018-01-01 on, three years
GRID = RasterGrid("EPSG:4326", 99.0, 26.0, 0.25, 0.25, 3, 2)
WAVE = np.cos(2 * np.pi * (DAYS - 6575.0 - 200.0) / 365.25)


@pytest.fixture
def page():
    return Page("Title")


def test_velocities(page):
    field = np.full((5, 5), np.nan)
    field[:4] = np.linspace(-19.0, 19.0, 20).reshape(4, 5)
    headline.add_velocities(page, field)
    # Percentiles 5 and 95 of -19, -17 .. 19, linearly between ranks: -17.1 and 17.1; the median is 0.
    assert "20 of 25 pixels have a velocity; nine of ten lie between -17.1 and +17.1 mm a year" in page.html()
    empty = Page("Title")
    headline.add_velocities(empty, np.full(4, np.nan))
    assert "No pixel has a velocity." in empty.html()


def test_pairs(page):
    headline.add_pairs_left(page, 7, 9, 0)
    assert "7 of 9 interferograms are good enough to be used." in page.html()
    assert "They join all dates." in page.html()
    broken = Page("Title")
    headline.add_pairs_left(broken, 7, 9, 2)
    assert "Spans of time without any of them: 2;" in broken.html()


def test_agreement_is_of_all_months(page):
    def row(series, period, r, ubrmsd):
        return SimpleNamespace(series=series, period=period, n_months=40, r=r, ubrmsd_mm=ubrmsd)

    rows = [
        row("open_loop", "2018", 0.1, 99.0),
        row("open_loop", "all", 0.80, 62.84),
        row("analysis", "all", 0.95, 20.6),
    ]
    headline.add_agreement(page, rows)
    assert "over 40 months: 62.8 mm for the open loop, 20.6 mm for the analysis; R 0.80 and 0.95." in page.html()
    without = Page("Title")
    headline.add_agreement(without, rows[:1])
    assert 'class="headline"' not in without.html()


def test_an_analysis_of_a_wide_domain_is_summed_up_over_its_observed_cells(tmp_path):
    size = np.array([[50.0, 50.0, 300.0], [50.0, 50.0, 300.0]])
    with netcdf.create(tmp_path / "analysis.nc", "analysis", "test") as dataset:
        netcdf.write_grid(dataset, GRID)
        netcdf.write_time(dataset, DAYS)
        storage = netcdf.add_variable(dataset, "tws_analysis", ("time", "y", "x"), "mm", "storage", dtype="f8")
        storage[:] = WAVE[:, None, None] * size
        netcdf.add_variable(dataset, "n_observations", ("y", "x"), "1", "count")[:] = (size < 100.0) * 30
    assert outcome_of(tmp_path / "analysis.nc").amplitude_mm == pytest.approx(50.0, rel=1e-3)


def test_a_land_model_speaks_for_itself():
    text = found(outcome_of_series(DAYS, 800.0 + 120.0 * WAVE))
    assert text.startswith("By the land model alone the mean water storage of the area rises and falls by 120 mm")
    assert "20 July" in text


def test_networks(page):
    days = np.array([0.0, 12.0, 24.0, 36.0])
    whole = network_of(days[[0, 1, 2]], days[[1, 2, 3]])
    headline.add_network(page, whole, np.array([0.2, 0.4, 0.9]), np.array([0.5, 0.7, 1.0]))
    assert "3 interferograms join 4 dates from 2000-01-01 to 2000-02-06." in page.html()
    assert "In the median pair 70% of the pixels have a value; mean coherence is 0.40." in page.html()
    assert "They join all dates." in page.html()
    parted = Page("Title")
    headline.add_network(parted, network_of(days[[0, 2]], days[[1, 3]]), np.full(2, np.nan), np.full(2, 0.5))
    assert "They fall into 2 groups of dates that nothing joins." in parted.html()
    assert "median pair" not in parted.html()


@pytest.mark.parametrize(
    ("add", "values", "words"),
    [
        ("add_weather", (["Rain", "Humidity"],), "These figures are impossible at this place: Rain, Humidity."),
        ("add_weather", ([],), "the weather can be used"),
        ("add_error", (4.24, np.nan), "An error of 4.2 mm is the most likely."),
        ("add_error", (np.nan, 3.0), "With 3.0 mm the innovations are as large as expected."),
        ("add_error", (np.nan, np.nan), "The error lies outside the range that was tried."),
        ("add_packages", (["scipy"],), "Missing or broken: scipy."),
        ("add_packages", ([],), "Everything that Groundswell needs is there and works."),
        (
            "add_columns",
            (12, np.array([900.0, 4250.0])),
            "12 columns have all parameters; rock lies 0.9 to 4.2 m deep.",
        ),
    ],
)
def test_results_of_other_steps(page, add, values, words):
    getattr(headline, add)(page, *values)
    assert words in page.html()


def test_responses(page):
    headline.add_response(page, np.array([0.0, 14.0, 50.0, 100.0]), np.array([-4.0, -3.0, -1.9, -0.5]), 14.0)
    assert "One metre of water moves the ground by -4.00 mm at the centre and -3.00 mm at the edge." in page.html()
    assert "is left at 50 km." in page.html()
