"""What GRACE can tell about a region: leakage, footprint, uncertainty, several products, recovered months."""

import csv
import json
from datetime import date

import netCDF4
import numpy as np
import pytest
from groundswell.core.charts import style, taylor
from groundswell.core.dates import day_number
from groundswell.core.files import netcdf
from groundswell.core.grace import filters, footprint, gap_recovery, leakage
from groundswell.core.grace.comparison import CompareOptions, compare_grace
from groundswell.core.grace.months import known_solutions, label
from groundswell.core.grid.ease2 import Grid
from groundswell.core.grid.regions import cell_fractions, read_polygons
from groundswell.core.report.comparison_report import write_comparison_report

SOLUTIONS = [each for each in known_solutions() if each.centre == "CSR" and 160 <= each.month <= 229]
DAYS = np.arange(SOLUTIONS[0].start - 20, SOLUTIONS[-1].end + 20)
SMALL = (158, 1070, 6, 8)
WIDE = (115, 1030, 92, 88)


def season(day):
    return 150 * np.cos(2 * np.pi * (np.asarray(day) - 280) / 365.25)


def write_grace(path, field, solutions=SOLUTIONS, window=SMALL, product="made for a test", **extra):
    windows = np.array([(each.start, each.end) for each in solutions], dtype=float)
    with netcdf.create(path, "GRACE storage", "importgrace") as new:
        target = Grid("M25").window(*window)
        netcdf.write_grid(new, target)
        netcdf.write_time(new, windows.mean(axis=1), windows)
        numbers = [each.month for each in solutions]
        netcdf.add_variable(new, "grace_month", ("time",), "1", "month", dtype="i4", fill=None)[:] = numbers
        tws = netcdf.add_variable(new, "tws", ("time", "y", "x"), "mm", "storage")
        for step, each in enumerate(solutions):
            tws[step] = np.broadcast_to(field(each), target.shape)
        for name, values in extra.items():
            dims = ("time", "y", "x") if np.ndim(values) == 3 else ("y", "x")
            unit, kind = ("mm", "f4") if name == "uncertainty" else ("1", "i4")
            netcdf.add_variable(new, name, dims, unit, name, dtype=kind)[:] = values
        epoch = date(2000, 1, 1).toordinal()
        unused = {label(each.month): [str(date.fromordinal(day + epoch)) for day in each.unused] for each in solutions}
        new.unused_days = json.dumps(unused)
        new.product = product
    return path


def write_analysis(path, days, open_loop, analysis, window=SMALL):
    with netcdf.create(path, "Analysis", "assimilate") as new:
        grid = Grid("M25").window(*window)
        netcdf.write_grid(new, grid)
        netcdf.write_time(new, days)
        for name, series in (("tws_open_loop", open_loop), ("tws_analysis", analysis)):
            values = np.asarray(series, dtype=float)
            values = values.reshape(values.shape + (1,) * (3 - values.ndim))
            stored = netcdf.add_variable(new, name, ("time", "y", "x"), "mm", name)
            stored[:] = np.broadcast_to(values, (len(days), *grid.shape))
        counts = netcdf.add_variable(new, "n_observations", ("y", "x"), "1", "observations", dtype="i4", fill=None)
        row, column = SMALL[0] - window[0], SMALL[1] - window[1]
        counts[:] = 0
        counts[row : row + SMALL[2], column : column + SMALL[3]] = 1
    return path


def used_mean(solution):
    return season(np.setdiff1d(np.arange(solution.start, solution.end), solution.unused)).mean()


def test_the_gain_of_real_basins_equals_the_reference(reference, tmp_path):
    basins = json.loads((reference / "grace/basins/basins_test.geojson").read_text())
    with (reference / "grace/oracle/leakage_gain.csv").open() as file:
        expected = {row["region"]: row for row in csv.DictReader(file)}
    for feature in basins["features"]:
        name = feature["properties"]["name"]
        if name not in expected:
            continue
        path = tmp_path / f"{name}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
        polygons = read_polygons(path)
        lon, lat = np.concatenate(polygons.rings).T
        whole = Grid("M25")
        grid = whole.window(*whole.covering(lon.min(), lon.max(), lat.min(), lat.max()))
        fraction = cell_fractions(polygons, grid)
        for weights, key in (
            (np.ones(61), "L60_only"),
            (filters.gaussian(300, 60), "G300"),
            (filters.gaussian(500, 60), "G500"),
        ):
            # The reference works on a grid of geographic cells on a sphere: half a percent of the area.
            assert leakage.gain(fraction, grid, weights) == pytest.approx(float(expected[name][key]), rel=6e-3), name


def test_a_region_of_the_whole_globe_loses_nothing():
    whole = Grid("M36")
    grid = whole.window(0, 0, whole.rows, whole.columns)
    # All but the polar caps beyond 85 degrees.
    assert leakage.gain(np.ones(grid.shape), grid, filters.gaussian(300, 60)) == pytest.approx(1.0, abs=2e-3)


def test_smoothing_keeps_a_constant_and_weighs_by_distance():
    grid = Grid("M25").window(*WIDE)
    fraction = np.zeros(grid.shape)
    fraction[46, 44] = 1.0
    weights, inside = footprint.kernel_weights(fraction, grid, 300.0)
    assert weights.sum() == pytest.approx(1.0)
    # Nearly all of the kernel within its reach of 750 km; the grid reaches 1100 km.
    assert inside == pytest.approx(1.0, abs=5e-3)
    lon, lat = (np.radians(values) for values in grid.lon_lat())
    cosine = np.sin(lat) * np.sin(lat[46, 44]) + np.cos(lat) * np.cos(lat[46, 44]) * np.cos(lon - lon[46, 44])
    distance = 6371 * np.arccos(np.clip(cosine, -1, 1))
    near = np.abs(distance - 300) < 12
    assert (weights[near] / weights[46, 44]).mean() == pytest.approx(0.5, abs=0.02)
    assert weights[distance > 760].max() < 1e-15
    edge = np.zeros(grid.shape)
    edge[0, 0] = 1.0
    assert footprint.kernel_weights(edge, grid, 300.0)[1] == pytest.approx(0.25, abs=0.05)


def test_runs_are_compared_after_smoothing_where_the_domain_is_wide_enough(tmp_path):
    grid = Grid("M25").window(*WIDE)
    inside = np.zeros(grid.shape)
    inside[43:49, 40:48] = 1.0
    days = DAYS[::12]
    field = season(days)[:, None, None]
    # A store that only the region has: the smoothed run sees little of it.
    analysis = write_analysis(tmp_path / "analysis.nc", days, field * inside, field * np.ones(grid.shape), WIDE)
    grace = write_grace(tmp_path / "grace.nc", used_mean)
    made = compare_grace(analysis, grace, tmp_path / "maps.nc")
    ratio = {row.series: row.amplitude_ratio for row in made.rows}
    assert ratio["open_loop"] == pytest.approx(1.0, abs=0.02)
    assert ratio["analysis_smoothed"] == pytest.approx(1.0, abs=0.02)
    assert ratio["open_loop_smoothed"] == pytest.approx(made.leakage_gain, rel=0.35)
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        assert file["open_loop_smoothed_tws"][:].std() < 0.2 * file["open_loop_tws"][:].std()
        assert file.leakage_gain_gaussian_300km == pytest.approx(made.leakage_gain)
    plain = compare_grace(analysis, grace, tmp_path / "maps.nc", options=CompareOptions(footprint_km=0.0))
    assert {row.series for row in plain.rows} == {"open_loop", "analysis"}


def test_a_narrow_domain_says_that_it_cannot_be_smoothed(tmp_path):
    days = DAYS[::12]
    analysis = write_analysis(tmp_path / "analysis.nc", days, season(days), season(days))
    grace = write_grace(tmp_path / "grace.nc", used_mean)
    made = compare_grace(analysis, grace, tmp_path / "maps.nc")
    assert {row.series for row in made.rows} == {"open_loop", "analysis"}
    assert any("cannot be smoothed" in text for text in made.warnings)
    assert any("% of a load that is confined to it would be seen" in text for text in made.warnings)


def test_other_products_stand_beside_with_their_spread(tmp_path):
    days = DAYS[::12]
    analysis = write_analysis(tmp_path / "analysis.nc", days, 1.5 * season(days), season(days))
    grace = write_grace(tmp_path / "grace.nc", used_mean)
    later = [each for each in SOLUTIONS if each.month > 204]
    other = write_grace(tmp_path / "other.nc", lambda each: 0.8 * used_mean(each) + 40, later, product="Another")
    wider = write_grace(tmp_path / "wider.nc", used_mean, window=(150, 1060, 30, 40), product="Another")
    far = write_grace(tmp_path / "far.nc", used_mean, window=(10, 10, 4, 4))
    options = CompareOptions(others=(other, wider, far))
    made = compare_grace(analysis, grace, tmp_path / "maps.nc", options=options)
    rows = {row.series: row for row in made.rows}
    assert rows["Another"].n_months == len(later)
    assert rows["Another"].amplitude_ratio == pytest.approx(0.8, rel=1e-4)
    assert rows["Another"].bias_mm == pytest.approx(0, abs=1e-3)
    assert np.isnan(rows["Another"].skill)
    assert rows["Another #2"].ubrmsd_mm == pytest.approx(0, abs=1e-3)
    assert any(text.startswith("far.nc is left out") and "no cell of the region" in text for text in made.warnings)
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        assert file["product_name"][:].tolist() == ["Another", "Another #2"]
        grace_mean = file["grace_tws"][:]
        together = np.stack([grace_mean, *np.ma.filled(file["product_tws"][:], np.nan)])
        np.testing.assert_allclose(file["product_spread"][:], np.nanstd(together, axis=0), atol=1e-3)


def test_the_skill_of_a_better_analysis_is_certain(tmp_path):
    days = DAYS[::12]
    analysis = write_analysis(tmp_path / "analysis.nc", days, 1.5 * season(days), 1.1 * season(days))
    made = compare_grace(
        analysis, write_grace(tmp_path / "grace.nc", used_mean), tmp_path / "maps.nc", tmp_path / "t.csv"
    )
    open_loop, better = made.rows[:2]
    assert np.isnan(open_loop.skill)
    assert better.skill == pytest.approx(0.8, abs=0.02)
    assert 0.7 < better.skill_low <= better.skill <= better.skill_high < 0.9
    assert better.annual_amplitude_mm == pytest.approx(1.1 * better.grace_annual_amplitude_mm, rel=0.02)
    assert better.annual_day == pytest.approx(280, abs=2)
    with (tmp_path / "t.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["skill"] == ""
    assert float(rows[1]["skill"]) == pytest.approx(better.skill, abs=1e-6)


def test_a_regions_uncertainty_counts_mascons_not_cells(tmp_path):
    days = DAYS[::12]
    rows, columns = SMALL[2:]
    shape = (len(SOLUTIONS), rows, columns)
    mascon = np.zeros((rows, columns), dtype=int)
    mascon[:, 6:] = 7
    sigma = np.where(mascon == 7, 40.0, 10.0) * np.ones(shape)
    analysis = write_analysis(tmp_path / "analysis.nc", days, season(days), season(days))
    grace = write_grace(tmp_path / "grace.nc", used_mean, uncertainty=sigma, mascon=mascon)
    compare_grace(analysis, grace, tmp_path / "maps.nc")
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        # Areas 6 : 2, independent of each other.
        np.testing.assert_allclose(file["grace_std"][:], np.hypot(10 * 6, 40 * 2) / 8, rtol=1e-5)


def test_gaps_are_recovered_and_withheld_months_tell_how_well(tmp_path):
    rng = np.random.default_rng(4)
    days = DAYS[::12]
    slow = np.interp(days, DAYS[::60], 60 * rng.normal(size=DAYS[::60].size))  # years differ: a season cannot know it
    truth = season(days) + slow
    analysis = write_analysis(tmp_path / "analysis.nc", days, season(days), 0.7 * truth)

    def measured(each):
        inside = np.arange(each.start, each.end)
        return np.interp(inside, days, truth).mean() + rng.normal(0, 8)

    made = compare_grace(analysis, write_grace(tmp_path / "grace.nc", measured), tmp_path / "maps.nc")
    rows = {(row.predictor, row.run): row for row in made.validation}
    for run in (1, 3, 11):
        assert rows["analysis", run].rmse_mm < 0.5 * rows["season", run].rmse_mm
        assert rows["analysis", run].rmse_mm < 0.6 * rows["interpolation", run].rmse_mm
        assert rows["analysis", run].r > 0.98
        assert rows["analysis", run].coverage > 0.85
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        months = file["gap_month"][:]
        assert {label(int(month)) for month in months} >= {"2017-08", "2018-01", "2018-08", "2015-10"}
        assert not set(months.tolist()) & {each.month for each in SOLUTIONS}
        lost = np.interp(file["gap_time"][:], days, truth) - np.mean(
            [np.interp((e.start + e.end) / 2, days, truth) for e in SOLUTIONS]
        )
        error = file["recovered_tws"][:] - lost
        assert np.sqrt(np.mean(error**2)) < 20
        assert np.mean(np.abs(error) < 2 * file["recovered_std"][:]) > 0.8
        stored = json.loads(file.recovery_validation)
        assert stored[0]["predictor"] == "analysis"
        assert stored[1]["predictor"] == "open_loop"
        assert stored[3]["coverage"] is None
        assert "The analysis recovers months that GRACE lacks" in file.recovery_verdict
        assert file.recovery_verdict in made.warnings


def test_an_analysis_that_knows_nothing_is_found_out():
    rng = np.random.default_rng(6)
    months = np.arange(100)
    days = months * 30.44
    grace = season(days) + rng.normal(0, 10, 100)
    open_loop = season(days) + rng.normal(0, 10, 100)
    made = gap_recovery.validate(months, days, grace, rng.normal(size=100), open_loop=open_loop)
    said = gap_recovery.verdict(made)
    assert "The open loop and the mean season predict them better than the analysis, beyond the error" in said
    rows = {row.predictor: row for row in made}
    assert rows["analysis"].rmse_mm > 1.5 * rows["season"].rmse_mm  # its neighbours' rests hold a part of the season


def test_the_season_and_the_open_loop_are_given_the_same_kriging():
    """A slow swing that neighbours show: season with kriging knows it, and such an analysis adds nothing."""
    rng = np.random.default_rng(12)
    months = np.arange(90)
    days = months * 30.44
    swing = 40 * np.sin(2 * np.pi * months / 70)
    grace = season(days) + swing + rng.normal(0, 8, 90)
    open_loop = season(days) + rng.normal(0, 10, 90)
    analysis = season(days) + rng.normal(0, 10, 90)
    made = gap_recovery.validate(months, days, grace, analysis, open_loop=open_loop)
    rows = {row.predictor: row for row in made}
    bare = np.std(swing)  # what a season without its neighbours' rests leaves
    assert rows["season"].rmse_mm < 0.6 * bare
    assert rows["open_loop"].skill_low < 0 < rows["open_loop"].skill_high
    # Noise on the season is worse than the season.
    assert "The mean season predicts them better than the analysis" in gap_recovery.verdict(made)


def test_short_series_are_not_validated():
    months = np.arange(12)
    assert gap_recovery.validate(months, months * 30.0, np.sin(months), np.sin(months)) == ()


def points_of(ax):
    lines = [line for line in ax.lines if line.get_marker() not in ("None", "")]
    return {line.get_label(): (line.get_xdata()[0], line.get_ydata()[0]) for line in lines}


def test_distances_in_taylors_diagram_are_the_unbiased_differences():
    rng = np.random.default_rng(2)
    reference = rng.normal(size=400)
    series = 1.4 * reference + rng.normal(size=400)
    r = float(np.corrcoef(series, reference)[0, 1])
    ax = style.new_figure().subplots()
    taylor.draw_taylor(ax, [taylor.TaylorPoint("model", r, float(series.std() / reference.std()))])
    points = points_of(ax)
    distance = np.hypot(*np.subtract(points["model"], points["GRACE"]))
    assert distance == pytest.approx((series - reference).std() / reference.std())


def test_negative_correlations_widen_the_diagram_and_undefined_points_are_left_out():
    ax = style.new_figure().subplots()
    taylor.draw_taylor(ax, [taylor.TaylorPoint("opposite", -0.5, 1.0), taylor.TaylorPoint("none", float("nan"), 1.0)])
    assert set(points_of(ax)) == {"GRACE", "opposite"}
    assert ax.get_xlim()[0] < -1


def test_the_report_shows_products_recovery_and_taylors_diagram(tmp_path):
    days = DAYS[::12]
    analysis = write_analysis(tmp_path / "analysis.nc", days, 1.5 * season(days), season(days))
    grace = write_grace(tmp_path / "grace.nc", used_mean)
    other = write_grace(tmp_path / "other.nc", lambda each: 0.8 * used_mean(each), product="Another <product>")
    made = compare_grace(analysis, grace, tmp_path / "maps.nc", options=CompareOptions(others=(other,)))
    write_comparison_report(tmp_path / "maps.nc", made.rows, tmp_path / "report.html", made.warnings)
    text = (tmp_path / "report.html").read_text()
    for words in ("Taylor's diagram", "several GRACE products", "withheld and predicted", "cannot resolve it"):
        assert words in text.replace("&#x27;", "'"), words
    assert "Another &lt;product&gt;" in text
    assert "Another <product>" not in text


def test_real_withheld_months_of_csr_by_another_filter(reference):
    """The real months of 2015-2018, in and around the gaps, with another filter's series in the analysis' place."""
    with (reference / "grace/metrics/series.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if row["set"].startswith("mekong")]
    months, estimate, measured = (
        np.array([float(row[key]) for row in rows]) for key in ("month_or_index", "est", "meas")
    )
    days = (months - 0.5) / 12 * 365.25
    found = {row.predictor: row for row in gap_recovery.validate(months, days, measured, estimate)}
    assert found["analysis"].n == 22
    assert found["analysis"].rmse_mm < found["interpolation"].rmse_mm
    assert found["analysis"].r > 0.9


def test_mission_gap_is_eleven_months():
    absent, edges = gap_recovery.missing_months([each.month for each in SOLUTIONS])
    names = [label(int(month)) for month in absent]
    assert names[names.index("2017-07") : names.index("2018-05") + 1] == [
        *(f"2017-{month:02d}" for month in range(7, 13)),
        *(f"2018-{month:02d}" for month in range(1, 6)),
    ]
    assert edges[names.index("2018-02")].tolist() == [day_number(date(2018, 2, 1)), day_number(date(2018, 3, 1))]
