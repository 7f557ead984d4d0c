"""Open loop and analysis against GRACE, over the days that its solutions used."""

import csv
import json
from datetime import date

import netCDF4
import numpy as np
import pytest
from groundswell.core.dates import day_number
from groundswell.core.errors import Cancelled, InputError
from groundswell.core.files import netcdf
from groundswell.core.grace import metrics
from groundswell.core.grace.comparison import CompareOptions, compare_grace
from groundswell.core.grace.months import known_solutions, label
from groundswell.core.grid.ease2 import Grid
from groundswell.core.work.progress import SilentProgress

FIRST, LAST = date(2018, 12, 2), date(2021, 1, 20)
DAYS = np.arange(day_number(FIRST) - 90, day_number(LAST) + 120)
SOLUTIONS = [each for each in known_solutions() if each.centre == "CSR" and 202 <= each.month <= 231]
WINDOW = (155, 1070, 12, 10)


def season(day):
    return 150 * np.cos(2 * np.pi * (np.asarray(day) - 280) / 365.25)


def used_days(solution):
    return np.setdiff1d(np.arange(solution.start, solution.end), solution.unused)


def write_grace(path, field, window=WINDOW, grid="M25", solutions=SOLUTIONS):
    """Write storage `field(solution) -> [row, column]` as the import does."""
    windows = np.array([(each.start, each.end) for each in solutions], dtype=float)
    with netcdf.create(path, "GRACE storage", "importgrace") as new:
        target = Grid(grid).window(*window)
        netcdf.write_grid(new, target)
        netcdf.write_time(new, windows.mean(axis=1), windows)
        numbers = [each.month for each in solutions]
        netcdf.add_variable(new, "grace_month", ("time",), "1", "month", dtype="i4", fill=None)[:] = numbers
        tws = netcdf.add_variable(new, "tws", ("time", "y", "x"), "mm", "storage")
        for step, each in enumerate(solutions):
            tws[step] = np.broadcast_to(field(each), target.shape)
        new.unused_days = json.dumps(
            {
                label(each.month): [str(date.fromordinal(day + date(2000, 1, 1).toordinal())) for day in each.unused]
                for each in solutions
            }
        )
        new.product = "made for a test"
        new.synthetic = 1
    return path


def write_analysis(path, days, open_loop, analysis, observed=None, window=WINDOW):
    """Write both runs, each a function of the days giving [time] or [time, row, column]."""
    with netcdf.create(path, "Analysis", "assimilate") as new:
        grid = Grid("M25").window(*window)
        netcdf.write_grid(new, grid)
        netcdf.write_time(new, days)
        for name, series in (("tws_open_loop", open_loop), ("tws_analysis", analysis)):
            values = np.asarray(series, dtype=float)
            values = values.reshape(values.shape + (1,) * (3 - values.ndim))
            netcdf.add_variable(new, name, ("time", "y", "x"), "mm", name, dtype="f8")[:] = np.broadcast_to(
                values, (len(days), *grid.shape)
            )
        counts = np.ones(grid.shape, dtype=int) if observed is None else observed
        netcdf.add_variable(new, "n_observations", ("y", "x"), "1", "observations", dtype="i4", fill=None)[:] = counts
    return path


@pytest.fixture
def daily(tmp_path):
    """GRACE of a season, an open loop twice as strong and 300 mm up, and a perfect analysis; daily values."""
    grace = write_grace(tmp_path / "grace.nc", lambda each: season(used_days(each)).mean())
    analysis = write_analysis(tmp_path / "analysis.nc", DAYS, 2 * season(DAYS) + 300, season(DAYS))
    return analysis, grace


def region_file(path, west, east, south, north):
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    return path


def test_a_perfect_daily_analysis_has_no_difference_and_a_doubled_one_half_the_range(daily, tmp_path):
    made = compare_grace(*daily, tmp_path / "maps.nc", tmp_path / "table.csv")
    open_loop, analysis = made.rows
    assert (open_loop.series, analysis.series, analysis.period) == ("open_loop", "analysis", "all")
    assert analysis.r == pytest.approx(1.0, abs=1e-9)
    assert analysis.ubrmsd_mm == pytest.approx(0.0, abs=1e-4)  # GRACE is stored in single precision
    assert open_loop.r == pytest.approx(1.0, abs=1e-9)
    assert open_loop.amplitude_ratio == pytest.approx(2.0, rel=1e-6)
    assert open_loop.bias_mm == pytest.approx(0.0, abs=1e-4)
    assert open_loop.ubrmsd_mm == pytest.approx(open_loop.rmsd_mm, rel=1e-6)
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        assert made.n_months == file.dimensions["time"].size
        np.testing.assert_allclose(file["ubrmsd_open_loop"][:], open_loop.ubrmsd_mm, rtol=1e-5)
        np.testing.assert_allclose(file["correlation_analysis"][:], 1.0, rtol=1e-6)
        np.testing.assert_allclose(file["grace_tws"][:], file["analysis_tws"][:], atol=1e-4)
        assert abs(file["open_loop_tws"][:].mean()) < 1e-4
        assert file["ubrmsd_analysis"].units == file["grace_tws"].units == "mm"
        assert file.synthetic == 1
        assert 206 in file["grace_month"][:]
    with (tmp_path / "table.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:8] == [
        "series",
        "period",
        "n_months",
        "r",
        "ubrmsd_mm",
        "bias_mm",
        "rmsd_mm",
        "amplitude_ratio",
    ]
    assert float(rows[0]["ubrmsd_mm"]) == pytest.approx(open_loop.ubrmsd_mm, abs=1e-6)


def test_every_twelve_days_in_the_papers_period_all_26_months_count(tmp_path):
    days = np.arange(day_number(FIRST), day_number(LAST) + 1, 12)
    grace = write_grace(tmp_path / "grace.nc", lambda each: season(used_days(each) + 0.5).mean())
    analysis = write_analysis(tmp_path / "analysis.nc", days, 2 * season(days + 0.5), season(days + 0.5))
    made = compare_grace(analysis, grace, tmp_path / "maps.nc")
    assert made.n_months == 26
    # Straight lines between 12-day samples of a season of 150 mm: 0.4 mm (spec, table of 1.7); more in January
    # 2021, whose last eleven days hold the last sample.
    assert made.rows[1].ubrmsd_mm < 2.0


def test_calendar_months_would_be_worse_than_the_used_days(daily, tmp_path):
    analysis, _ = daily
    plain = [type(each)(each.centre, each.month, each.start, each.end, ()) for each in SOLUTIONS]
    grace = write_grace(
        tmp_path / "all_days.nc", lambda each: season(np.arange(each.start, each.end)).mean(), solutions=plain
    )
    assert compare_grace(analysis, grace, tmp_path / "maps.nc").rows[1].ubrmsd_mm < 1e-4
    # The same solutions, taken as if their unused days had been used.
    with netCDF4.Dataset(daily[1], "r+") as file:
        file.unused_days = "{}"
    wrong = compare_grace(analysis, daily[1], tmp_path / "wrong.nc").rows[1].ubrmsd_mm
    assert wrong > 0.5


def test_each_period_has_rows_with_its_own_mean(daily, tmp_path):
    periods = ((date(2018, 12, 2), date(2019, 12, 31)), (date(2019, 12, 1), date(2021, 1, 20)))
    made = compare_grace(*daily, tmp_path / "maps.nc", options=CompareOptions(periods=periods))
    assert [(row.series, row.period) for row in made.rows[2:4]] == [
        ("open_loop", "2018-12-02..2019-12-31"),
        ("analysis", "2018-12-02..2019-12-31"),
    ]
    assert [row.n_months for row in made.rows[2::2]] == [13, 14]  # December 2019 counts in both
    first = made.rows[2]
    chosen = [each for each in SOLUTIONS if 204 <= each.month <= 216]
    truth = np.array([season(used_days(each)).mean() for each in chosen])
    assert first.ubrmsd_mm == pytest.approx(truth.std(), rel=1e-6)
    late = compare_grace(
        *daily, tmp_path / "maps.nc", options=CompareOptions(periods=((date(2030, 1, 1), date(2031, 1, 1)),))
    )
    assert late.rows[2].n_months == 0
    assert np.isnan(late.rows[2].r)
    assert any("2030-01-01..2031-01-01" in text for text in late.warnings)


def test_the_region_is_weighted_by_exact_overlap(tmp_path):
    days = DAYS
    grid = Grid("M25").window(*WINDOW)
    columns = np.arange(grid.columns)[None, :] * np.ones((grid.rows, 1))
    grace = write_grace(tmp_path / "grace.nc", lambda each: season(used_days(each)).mean())
    field = season(days)[:, None, None] * (1 + columns)
    analysis = write_analysis(tmp_path / "analysis.nc", days, field, season(days))
    lon, lat = grid.lon_lat()
    width = lon[0, 1] - lon[0, 0]
    # From the middle of column 1 to three quarters of column 2: weights 0.5 and 0.75.
    region = region_file(tmp_path / "region.geojson", lon[0, 1], lon[0, 2] + width / 4, lat[6, 0], lat[3, 0])
    made = compare_grace(analysis, grace, tmp_path / "maps.nc", options=CompareOptions(region=region))
    # Columns have the factors 2 and 3.
    assert made.rows[0].amplitude_ratio == pytest.approx((0.5 * 2 + 0.75 * 3) / 1.25, rel=1e-6)
    assert made.area_km2 == pytest.approx(1.25 * 3 * 626.26, rel=1e-4)
    assert any("cannot resolve it" in text for text in made.warnings)


def test_without_a_region_the_cells_with_observations_count(tmp_path):
    days = DAYS
    rows, columns = WINDOW[2:]
    seen = np.zeros((rows, columns), dtype=int)
    seen[2:4, 3:5] = 7
    factor = np.where(seen > 0, 1.0, 5.0)
    grace = write_grace(tmp_path / "grace.nc", lambda each: season(used_days(each)).mean())
    analysis = write_analysis(tmp_path / "analysis.nc", days, season(days)[:, None, None] * factor, season(days), seen)
    made = compare_grace(analysis, grace, tmp_path / "maps.nc")
    assert made.rows[0].amplitude_ratio == pytest.approx(1.0, rel=1e-6)
    assert made.area_km2 == pytest.approx(4 * 626.26, rel=1e-4)


def test_an_analysis_that_holds_grace_as_data_is_no_check_of_it(daily, tmp_path):
    assert not any("as data" in text for text in compare_grace(*daily, tmp_path / "maps.nc").warnings)
    with netCDF4.Dataset(daily[0], "a") as file:
        file.contains_grace = np.int32(1)
    made = compare_grace(*daily, tmp_path / "maps2.nc")
    assert any("holds GRACE as data" in text for text in made.warnings), made.warnings


def test_only_common_cells_are_compared(daily, tmp_path):
    analysis, _ = daily
    window = (WINDOW[0] - 5, WINDOW[1] + 4, 30, 30)
    grid = Grid("M25").window(*window)
    # Distinct in every cell, to show that cells are matched: 1 in the analysis' own cells only after division.
    grace = write_grace(tmp_path / "moved.nc", lambda each: season(used_days(each)).mean(), window)
    compare_grace(analysis, grace, tmp_path / "maps.nc")
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        assert file["correlation_open_loop"].shape == (WINDOW[2], WINDOW[3] - 4)
        assert file["x"][0] == pytest.approx(grid.x[0])
        assert file["y"][0] == pytest.approx(Grid("M25").window(*WINDOW).y[0])


def test_a_window_over_the_180th_meridian_matches_one_that_counts_from_the_west(tmp_path):
    days = DAYS
    grace = write_grace(tmp_path / "grace.nc", lambda each: season(used_days(each)).mean(), (155, 1380, 5, 20))
    analysis = write_analysis(tmp_path / "analysis.nc", days, season(days), season(days), window=(155, 2, 5, 6))
    assert compare_grace(analysis, grace, tmp_path / "maps.nc").rows[1].r == pytest.approx(1.0)
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        assert file["correlation_analysis"].shape == (5, 6)


def test_cells_without_values_in_every_month_are_left_out(daily, tmp_path):
    analysis, grace = daily
    with netCDF4.Dataset(grace, "r+") as file:
        file["tws"][3, 0, 0] = np.nan
        file["tws"][5, 0, 1] = np.nan
    made = compare_grace(analysis, grace, tmp_path / "maps.nc")
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        maps = np.ma.filled(file["ubrmsd_open_loop"][:], np.nan)
        assert np.isnan(maps[0, :2]).all()
        assert np.isfinite(maps).sum() == maps.size - 2
        assert file["region_fraction"][0, 0] == 0
    assert made.rows[1].r == pytest.approx(1.0)


def test_months_in_a_long_gap_are_named_and_left_out(tmp_path):
    days = np.arange(day_number(FIRST), day_number(LAST) + 1, 12)
    summer = (days > day_number(date(2019, 6, 10))) & (days < day_number(date(2019, 8, 20)))
    days = days[~summer]
    grace = write_grace(tmp_path / "grace.nc", lambda each: season(used_days(each)).mean())
    analysis = write_analysis(tmp_path / "analysis.nc", days, season(days), season(days))
    made = compare_grace(analysis, grace, tmp_path / "maps.nc")
    # A gap of 84 days: from 31 May to 23 August, so that May's last day is in it too.
    assert made.n_months == 22
    assert any(
        "2019-05" in text and "2019-06" in text and "2019-07" in text and "2019-08" in text for text in made.warnings
    )


def test_memory_blocks_do_not_change_the_result(daily, tmp_path, monkeypatch):
    first = compare_grace(*daily, tmp_path / "one.nc")
    monkeypatch.setattr("groundswell.core.grace.comparison_cells.BLOCK_MB", 0.2)
    second = compare_grace(*daily, tmp_path / "two.nc")
    assert repr(first.rows) == repr(second.rows)  # NaN equals itself in words
    with netCDF4.Dataset(tmp_path / "one.nc") as one, netCDF4.Dataset(tmp_path / "two.nc") as two:
        np.testing.assert_array_equal(one["ubrmsd_open_loop"][:], two["ubrmsd_open_loop"][:])


def test_bad_input_is_named_with_what_to_do(daily, tmp_path):
    analysis, grace = daily
    maps = tmp_path / "maps.nc"
    elsewhere = write_grace(tmp_path / "elsewhere.nc", lambda _: 1.0, (300, 100, 5, 5))
    coarse = write_grace(tmp_path / "coarse.nc", lambda _: 1.0, (100, 700, 5, 5), "M36")
    early = [each for each in known_solutions() if each.centre == "CSR" and each.month < 30]
    before = write_grace(tmp_path / "before.nc", lambda _: 1.0, solutions=early)
    away = CompareOptions(region=region_file(tmp_path / "away.geojson", 10, 12, 5, 8))
    for other, options, message in (
        (elsewhere, None, "no cell in common"),
        (coarse, None, "GRID = M25"),
        (before, None, "no month in common.*2002-04-05.*2018-09-03"),
        (grace, away, "REGION.*outside"),
        (analysis, None, "no variable tws"),
    ):
        with pytest.raises(InputError, match=message):
            compare_grace(analysis, other, maps, options=options)
        assert not maps.exists()
    unseen = write_analysis(
        tmp_path / "unseen.nc", np.arange(7000, 7400), np.arange(400), np.arange(400), np.zeros(WINDOW[2:], dtype=int)
    )
    with pytest.raises(InputError, match="had observations"):
        compare_grace(unseen, grace, maps)


def test_cancelling_leaves_no_file(daily, tmp_path):
    class Impatient(SilentProgress):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        compare_grace(*daily, tmp_path / "maps.nc", progress=Impatient())
    assert not (tmp_path / "maps.nc").exists()


def test_maps_hold_what_the_metrics_give_for_a_cell(tmp_path):
    rng = np.random.default_rng(5)
    days = DAYS
    noise = {each.month: rng.normal(0, 30, WINDOW[2:]) for each in SOLUTIONS}
    grace = write_grace(tmp_path / "grace.nc", lambda each: season(used_days(each)).mean() + noise[each.month])
    analysis = write_analysis(tmp_path / "analysis.nc", days, season(days), 0.5 * season(days))
    compare_grace(analysis, grace, tmp_path / "maps.nc")
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        chosen = [each for each in SOLUTIONS if each.month in file["grace_month"][:]]
        model = np.array([0.5 * season(used_days(each)).mean() for each in chosen])
        truth = np.array([season(used_days(each)).mean() + noise[each.month][4, 6] for each in chosen])
        assert file["correlation_analysis"][4, 6] == pytest.approx(float(metrics.correlation(model, truth)), abs=1e-6)
        assert file["ubrmsd_analysis"][4, 6] == pytest.approx(float(metrics.ubrmsd(model, truth)), rel=1e-5)


def test_what_leaked_into_the_region_by_the_products_estimate_is_said_and_stored(daily, tmp_path):
    with netCDF4.Dataset(daily[1], "a") as file:
        leaked = file.createVariable("leakage", "f8", ("time", "y", "x"))
        leaked.units = "mm"
        leaked[:] = 0.2 * file["tws"][:] + 40.0
    made = compare_grace(*daily, tmp_path / "maps.nc")
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        np.testing.assert_allclose(file["grace_leakage"][:], 0.2 * file["grace_tws"][:], atol=1e-4)
        size = float(file["grace_leakage"][:].std())
    assert any(
        f"{size:.1f} mm (standard deviation) of the region's storage in GRACE leaked in" in w for w in made.warnings
    )


def test_the_runs_own_uncertainty_comes_with_their_months(daily, tmp_path):
    with netCDF4.Dataset(daily[0], "a") as file:
        std = file.createVariable("tws_analysis_std", "f8", ("time", "y", "x"))
        std.units = "mm"
        std[:] = 17.5
    compare_grace(*daily, tmp_path / "maps.nc")
    with netCDF4.Dataset(tmp_path / "maps.nc") as file:
        np.testing.assert_allclose(file["analysis_std"][:], 17.5, atol=1e-9)
        assert "open_loop_std" not in file.variables
