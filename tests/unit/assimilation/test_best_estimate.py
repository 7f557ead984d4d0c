"""The best estimate: exact against dense algebra, likelihood, left-out data, season check, and the whole run."""

import json
from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.assimilation.algebra.cell_groups import chord_km, group_cells
from groundswell.core.assimilation.algebra.data_space import Solved, blockwise_factor, left_out
from groundswell.core.assimilation.diagnostics.screening import screen
from groundswell.core.assimilation.exact_options import BestOptions, papers_method
from groundswell.core.assimilation.filter.averaging import averaged, season_alternatives
from groundswell.core.assimilation.filter.exact import ExactFilter
from groundswell.core.assimilation.information.likelihood import estimate
from groundswell.core.assimilation.information.season_check import SeasonCheck
from groundswell.core.assimilation.inputs.data_rows import STATION, Blocks, DataRows, Points
from groundswell.core.assimilation.inputs.grace_rows import GraceRows
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.priors.covariance import DataCovariance
from groundswell.core.assimilation.priors.season import TERMS, Season, harmonic_rates, harmonics
from groundswell.core.assimilation.priors.season_aware import Sizes
from groundswell.core.assimilation.run import assimilate, check_inflation
from groundswell.core.dates import date_of
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.stations import Stations, write_stations
from groundswell.core.geodesy import unit_vectors
from groundswell.core.grace.operators import Operator
from groundswell.core.grid.ease2 import Grid
from groundswell.core.work.progress import Recorded, SilentProgress

DAYS = 6000.0 + 24.0 * np.arange(25)


@pytest.fixture(scope="module")
def small():
    """Twelve cells, three stations, two cells of a frame, 25 times with gaps."""
    rng = np.random.default_rng(5)
    lon, lat = (part.ravel() for part in np.meshgrid(99 + 0.5 * np.arange(4), 25 + 0.5 * np.arange(3)))
    places = unit_vectors(lon, lat)
    season = Season(rng.normal(0, 60, (TERMS, lon.size)))
    operator = -0.02 * np.exp(-chord_km(places[:5], places) / 150)
    groups = group_cells(np.ones((3, 4), dtype=bool), lon, lat, places, 0.0)
    kind = np.array([STATION, STATION, STATION, 0, 0])
    points = Points(
        kind,
        places[:5],
        groups.sums(operator),
        np.stack([groups.sums(operator * terms) for terms in season.terms]),
        np.array([1.2, 1.2, 1.5, 0, 0]),
        ("A", "B", "C", "", ""),
    )
    values = rng.normal(0, 3, (DAYS.size, 5, 1))
    values[rng.random((DAYS.size, 5)) < 0.15] = np.nan
    rows = DataRows.of(values, kind)
    covariance = DataCovariance(points, groups, Blocks(DAYS, np.eye(DAYS.size)), rows, np.array([False]))
    return covariance, season, places, operator


def dense(small, sizes):
    """Return the covariance of all cells' errors at all times, of the data with them, and of the data, by loops."""
    covariance, season, places, operator = small
    d, count = chord_km(places, places), places.shape[0]
    time = np.abs(DAYS[:, None] - DAYS)
    size = DAYS.size * count

    def field(length):
        return np.exp(-d / length)

    state = np.kron(np.exp(-time / sizes.fast_memory_days), sizes.fast_mm**2 * field(sizes.fast_length_km))
    state += np.kron(np.exp(-time / sizes.slow_memory_days), sizes.slow_mm**2 * field(sizes.slow_length_km))
    yearly = np.cos(2 * np.pi * time / 365.25)
    state += np.kron(yearly, sizes.season_local_mm**2 * field(sizes.season_local_km))
    for terms, common, varying in (
        (harmonics(DAYS), sizes.season_common, sizes.season_field),
        (harmonic_rates(DAYS), sizes.shift_common, sizes.shift_field),
    ):
        course = (terms @ season.terms).reshape(size)
        of_cell = common**2 + varying**2 * field(sizes.season_length_km)
        state += np.outer(course, course) * np.tile(of_cell, (DAYS.size, DAYS.size))
    rows = covariance.rows
    picked = np.zeros((rows.size, size))
    for number, (block, point) in enumerate(zip(rows.block, rows.point)):
        picked[number, block * count : (block + 1) * count] = operator[point]
    data = picked @ state @ picked.T
    years = (DAYS[rows.block] - DAYS.mean()) / 365.25
    between = chord_km(covariance.points.places, covariance.points.places)
    frame = covariance.points.places[3:]
    slopes = np.zeros((5, 3))
    slopes[3:] = 63.71 * (frame - frame.mean(axis=0))
    for i in range(rows.size):
        for j in range(rows.size):
            p, q, same = rows.point[i], rows.point[j], rows.block[i] == rows.block[j]
            apart = abs(DAYS[rows.block[i]] - DAYS[rows.block[j]])
            if p == q:
                data[i, j] += sizes.constant_mm**2
                slope = sizes.station_slope_mm_yr if p < 3 else sizes.frame_slope_mm_yr
                data[i, j] += slope**2 * years[i] * years[j]
                if p < 3:
                    data[i, j] += sizes.station_slow_mm**2 * np.exp(-apart / sizes.station_memory_days)
                    data[i, j] += sizes.station_season_mm**2 * np.cos(2 * np.pi * apart / 365.25)
                    data[i, j] += same * (sizes.station_factor * covariance.points.std[p]) ** 2
                else:
                    data[i, j] += same * sizes.frame_own_mm**2
            if same and p >= 3 and q >= 3:
                data[i, j] += sizes.frame_air_mm**2 * np.exp(-between[p, q] / sizes.frame_length_km)
                data[i, j] += sizes.frame_tie_mm**2 + sizes.frame_plane_mm**2 * slopes[p] @ slopes[q]
    return state, picked, data


def test_mean_variance_and_likelihood_are_those_of_dense_algebra(small):
    covariance, season, places, _ = small
    sizes = Sizes()
    state, picked, data = dense(small, sizes)
    np.testing.assert_allclose(covariance.total(sizes), data, rtol=1e-10, atol=1e-9)
    solved = Solved.of(covariance.total(sizes), covariance.rows.values)
    exact = ExactFilter(covariance, sizes, solved, places, season)
    gain = np.linalg.solve(data, picked @ state).T
    y = covariance.rows.values[:, 0]
    np.testing.assert_allclose(exact.mean(DAYS).ravel(), gain @ y, rtol=0, atol=1e-9)
    sign, logarithm = np.linalg.slogdet(data)
    expected = -0.5 * (y.size * np.log(2 * np.pi) + logarithm + y @ np.linalg.solve(data, y))
    assert sign == 1
    assert float(solved.log_likelihood[0]) == pytest.approx(expected, abs=1e-9)
    after = (state - gain @ picked @ state).reshape(DAYS.size, places.shape[0], DAYS.size, places.shape[0])
    over_time = after.mean(axis=0)  # [cell, day, cell]
    departure = np.array(
        [
            [after[t, c, t, c] - 2 * over_time[c, t, c] + over_time[c, :, c].mean() for c in range(places.shape[0])]
            for t in range(DAYS.size)
        ]
    )
    # Modes below 1e-3 of the largest are left out of variances, which are then too large by that squared.
    np.testing.assert_allclose(exact.variance(DAYS), departure, rtol=1e-4)


def test_the_filter_is_the_smoother_of_what_came_before(small):
    covariance, season, places, _ = small
    sizes, rows = Sizes(), covariance.rows
    exact = ExactFilter(covariance, sizes, Solved.of(covariance.total(sizes), rows.values), places, season)
    filtered = exact.filtered(DAYS)
    for number in (3, 12, DAYS.size - 1):
        past = covariance.with_rows(rows.part(rows.block <= number))
        factor = Solved.of(past.total(sizes), past.rows.values)
        expected = ExactFilter(past, sizes, factor, places, season).mean(DAYS[number : number + 1])
        np.testing.assert_allclose(filtered[number], expected[0], rtol=0, atol=1e-9)


def test_a_longer_series_has_the_same_factor_bit_for_bit(small):
    covariance, rows = small[0], small[0].rows
    order = np.argsort(rows.block, kind="stable")
    whole, times = covariance.with_rows(rows.part(order)).total(Sizes()), rows.block[order].astype(float)
    cut = int(np.searchsorted(times, 14))
    factor = blockwise_factor(whole, times)
    np.testing.assert_allclose(factor @ factor.T, whole, rtol=1e-12, atol=1e-9)
    assert np.array_equal(blockwise_factor(whole[:cut, :cut].copy(), times[:cut]), factor[:cut, :cut])


def test_left_out_data_are_predicted_as_by_a_solution_without_them(small):
    covariance, rows = small[0], small[0].rows
    total = covariance.total(Sizes())
    solved = Solved.of(total.copy(), rows.values)
    chosen = np.flatnonzero(rows.point == 1)
    rest = np.flatnonzero(rows.point != 1)
    residual, spread = left_out(solved.inverse(), solved.weights, chosen)
    weights = np.linalg.solve(total[np.ix_(rest, rest)], total[np.ix_(rest, chosen)])
    np.testing.assert_allclose(residual, rows.values[chosen] - weights.T @ rows.values[rest], atol=1e-8)
    np.testing.assert_allclose(spread, total[np.ix_(chosen, chosen)] - total[np.ix_(chosen, rest)] @ weights, atol=1e-6)


def test_likelihood_finds_the_sizes_that_data_were_drawn_with(small):
    covariance = small[0]
    truth = Sizes().changed_to(fast_mm=60.0, station_factor=2.0)
    draw = np.linalg.cholesky(covariance.total(truth)) @ np.random.default_rng(2).standard_normal(covariance.rows.size)
    drawn = covariance.with_rows(replace(covariance.rows, values=draw[:, None]))
    found = estimate(drawn, Sizes(), ("fast_mm", "station_factor"))
    # Of 64 heights of stations the size of their error is known to a tenth or so.
    assert found.sizes.station_factor == pytest.approx(2.0, rel=0.3)
    start = Solved.of(drawn.total(Sizes()), drawn.rows.values).log_likelihood[0]
    assert found.log_likelihood > start + 3


def test_gross_values_are_left_out_and_named():
    values = np.random.default_rng(1).normal(0, 3, (40, 3))
    values[7, 1] = -9999.0
    found = screen(values, np.array([STATION] * 3), ("A", "B", "C"), DAYS[0] + np.arange(40.0))
    assert found.count == 1
    assert np.isnan(found.values[7, 1])
    assert len(found.warnings) == 1
    assert found.warnings[0].startswith("B: 1 gross values")


def test_an_epoch_whose_cells_differ_as_never_else_is_left_out_and_named():
    rng = np.random.default_rng(2)
    values = rng.normal(0, 3, (40, 20)) + rng.normal(0, 6, (40, 1))
    values[7] += rng.normal(0, 12, 20)  # an unwrapping error of a part, too small to be gross by itself
    values[:, 15:] *= 0.3
    kind = np.array([0] * 15 + [STATION] * 5)
    found = screen(values, kind, ("frame",) * 15 + ("A", "B", "C", "D", "E"), DAYS[0] + np.arange(40.0))
    assert np.isnan(found.values[7, :15]).all()
    assert np.isfinite(np.delete(found.values, 7, axis=0)).all()
    assert np.isfinite(found.values[7, 15:]).all()
    assert len(found.warnings) == 1
    assert f"frame: the cells differ more than 3 times as much as usual on {date_of(DAYS[0] + 7)}" in found.warnings[0]


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Storage with a season that is half as large again as the stations' ground knows."""
    folder, grid, rng = tmp_path_factory.mktemp("best"), Grid("M25"), np.random.default_rng(4)
    from groundswell.core.assimilation.inputs.collocation import grid_cells
    from groundswell.core.loading.operator import LoadOperator

    days = 6000.0 + 24.0 * np.arange(48)
    window = grid.window(148, 1058, 24, 24)
    truth = 100 * np.cos(2 * np.pi * (days - 280) / 365.25)[:, None] * np.ones(576)
    model = 1.5 * 100 * np.cos(2 * np.pi * (days - 274) / 365.25)[:, None] * np.ones(576)
    with netcdf.create(folder / "storage.nc", "storage", "test") as dataset:
        netcdf.write_grid(dataset, window)
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, "tws", ("time", "y", "x"), "mm", "storage")[:] = model.reshape(-1, 24, 24)
    lon, lat = (part[[6, 8, 14, 17, 12], [7, 16, 6, 17, 12]] for part in window.lon_lat())
    cells = grid_cells(window)
    up = LoadOperator.of_cells(cells, lon, lat).apply(truth).T + rng.normal(0, 1.2, (5, days.size))
    names = ("S1", "S2", "S3", "S4", "S5")
    with netcdf.create(folder / "stations.nc", "stations", "test") as dataset:
        write_stations(dataset, Stations(names, lon, lat, days, up, np.full(up.shape, 1.2)))
    return folder, truth, (names, lon, lat, days, up)


def run(files, tmp_path, up=None, **choices):
    folder, truth, (names, lon, lat, days, own) = files
    stations = folder / "stations.nc"
    if up is not None:
        stations = tmp_path / "stations.nc"
        with netcdf.create(stations, "stations", "test") as dataset:
            write_stations(dataset, Stations(names, lon, lat, days, up, np.full(up.shape, 1.2)))
    progress, output = Recorded(SilentProgress()), tmp_path / "analysis.nc"
    result = assimilate(
        folder / "storage.nc",
        None,
        output,
        AssimilationOptions(method="auto"),
        progress,
        stations=stations,
        best=BestOptions(**choices),
    )
    with netcdf.open_dataset(output) as dataset:
        found, before = netcdf.read_float(dataset, "tws_analysis"), netcdf.read_float(dataset, "tws_open_loop")
        share, verdict = netcdf.read_float(dataset, "region_share"), json.loads(dataset.placebo)
    errors = [((each.reshape(len(each), -1) - truth[: len(each)]) @ share.ravel()).std() for each in (found, before)]
    return errors[0] / errors[1], result, list(progress.warnings), verdict


def test_stations_alone_correct_a_wrong_season(files, tmp_path):
    ratio, result, warnings, placebo = run(files, tmp_path)
    assert ratio < 0.3
    assert warnings == []
    assert result.verdict.checks[0].factor == pytest.approx(1 / 1.5, abs=0.15)
    assert placebo["data"]["withheld_stations"] < 0.8 * placebo["displacement zero"]["withheld_stations"]
    assert "helped" in result.verdict.headline()


def test_the_mean_of_members_is_corrected_as_a_single_series_is(files, tmp_path):
    folder, _, _ = files
    single, result, _, _ = run(files, tmp_path)
    rng = np.random.default_rng(3)
    with netcdf.open_dataset(folder / "storage.nc") as dataset:
        grid, days, storage = netcdf.read_grid(dataset), netcdf.read_days(dataset), netcdf.read_float(dataset, "tws")
    errors = rng.normal(0, 2, (6, days.size))
    errors -= errors.mean(axis=0)
    members = tmp_path / "members"
    members.mkdir()
    with netcdf.create(members / "storage.nc", "storage", "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days)
        dataset.createDimension("member", 6)
        variable = netcdf.add_variable(dataset, "tws", ("member", "time", "y", "x"), "mm", "storage")
        variable[:] = storage + errors[..., None, None]
    (members / "stations.nc").write_bytes((folder / "stations.nc").read_bytes())
    ratio, of_members, warnings, _ = run((members, *files[1:]), tmp_path)
    # Files hold float32: 1e-5 mm of 150.
    assert ratio == pytest.approx(single, abs=1e-5)
    assert of_members.verdict.expected_ratio == pytest.approx(result.verdict.expected_ratio, abs=1e-5)
    assert any("closer together" in text for text in warnings), warnings


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        (lambda up: -up, "sign"),
        (lambda up: up / 10, "centimetres"),
        (lambda up: up / 1000, "metres taken"),
        (lambda up: 12 * up, "too large"),
        (lambda up: np.roll(up, 4, axis=1), "dates shifted"),
    ],
)
def test_data_that_are_no_season_of_water_are_named_and_not_used(files, tmp_path, change, cause):
    ratio, _, warnings, _ = run(files, tmp_path, change(files[2][-1]))
    assert any(cause in text for text in warnings), warnings
    assert ratio == pytest.approx(1.0)


def test_a_station_that_contradicts_all_others_is_left_out_and_named(files, tmp_path):
    up = files[2][-1].copy()
    up[2] = -2 * up[2] + np.random.default_rng(0).normal(0, 4, up.shape[1])
    ratio, _, warnings, _ = run(files, tmp_path, up)
    assert any("S3" in text and "not used" in text for text in warnings), warnings
    assert ratio < 0.35


@pytest.mark.parametrize(("change", "why"), [("sign", "moves otherwise"), ("jump", "jumps by")])
def test_a_single_station_with_turned_sign_or_a_jump_is_named_and_harms_little(files, tmp_path, change, why):
    up = files[2][-1].copy()
    if change == "sign":
        up[1] *= -1
    else:
        up[1, 24:] += 20
    ratio, _, warnings, _ = run(files, tmp_path, up)
    assert any("S2" in text and (why in text or "sign" in text) for text in warnings), warnings
    # Without the station at all it is below 0.3, as with all five.
    assert ratio < 0.3


def test_epochs_of_less_than_a_year_tell_no_season_and_a_single_station_no_check(files, tmp_path):
    up = files[2][-1].copy()
    up[:, 13:] = np.nan
    _, result, warnings, _ = run(files, tmp_path, up)
    assert any("less than a year" in text for text in warnings), warnings
    assert result.verdict.checks == ()
    up = files[2][-1].copy()
    up[1:] = np.nan
    _, _, warnings, _ = run(files, tmp_path, up)
    assert any("single station" in text for text in warnings), warnings


@pytest.mark.parametrize("smoother", [False, True])
def test_a_cut_run_is_the_same_bit_for_bit(files, tmp_path, smoother):
    folder, _, (names, _, _, days, _) = files

    def taken_up(name, end, restart=None):
        output, state = tmp_path / f"{name}.nc", tmp_path / f"{name}_state.nc"
        last = str(date_of(days[end]))
        assimilate(
            folder / "storage.nc",
            None,
            output,
            AssimilationOptions(method="auto", end=last),
            SilentProgress(),
            stations=folder / "stations.nc",
            best=BestOptions(smoother=smoother),
            restart=restart,
            save_restart=state,
        )
        with netcdf.open_dataset(output) as dataset:
            return state, netcdf.read_days(dataset), netcdf.read_float(dataset, "tws_analysis"), dataset.sizes

    first, _, _, sizes = taken_up("first", 23)
    _, whole_days, whole, of_whole = taken_up("whole", 47, first)
    second, _, _, _ = taken_up("second", 35, first)
    _, cut_days, cut, of_cut = taken_up("cut", 47, second)
    # Sizes, season and stations that were left out are those of the first run, not estimated again.
    assert of_whole == of_cut == sizes
    np.testing.assert_array_equal(whole_days, days[24:])
    np.testing.assert_array_equal(cut_days, days[36:])
    np.testing.assert_array_equal(cut, whole[12:])


def test_footprints_of_grace_are_those_of_the_products_own_operator():
    grid = Grid("M25").window(120, 1040, 60, 60)
    lon, lat = grid.lon_lat()
    one = (
        lon[30, 30:31],
        lat[30, 30:31],
        np.array([15.0]),
        np.zeros((1, 1)),
        np.zeros((1, 2)),
        np.zeros(1, dtype=bool),
    )
    whole, smooth = np.ones(grid.shape, dtype=bool), Operator("Gaussian", "harmonic", 300.0, 90)
    # A Gaussian of harmonics has its half width, and 1 mm everywhere is 1 mm.
    gaussian = GraceRows(*one, 300.0, smooth).footprints(grid, whole)
    assert gaussian.sum() == pytest.approx(1.0)
    row = gaussian.reshape(grid.shape)[30]
    half = 25.0 * np.interp(0.5, (row[:29:-1] / row[30]), np.arange(29, -1, -1))
    # On a standard parallel of 30 degrees cells are 25 km wide there to a few per cent.
    assert half == pytest.approx(300.0, rel=0.1)
    numbers = np.arange(3600).reshape(60, 60) // 60 // 12
    mascon = GraceRows(*one, 180.0, Operator("mascons", "mascon"), (numbers, grid)).footprints(grid, whole)
    np.testing.assert_allclose(mascon.reshape(grid.shape), np.where(numbers == numbers[30, 30], 1 / 720, 0.0))
    # Cells without load are no water.
    assert GraceRows(*one, 300.0, smooth).footprints(grid, lon > lon[30, 30]).sum() < 0.6


def test_inflation_that_would_diverge_is_refused():
    options = AssimilationOptions(inflation=1.3, error_memory_days=60.0)
    with pytest.raises(InputError, match="INFLATION"):
        check_inflation(options, np.arange(0.0, 120.0, 12.0))
    check_inflation(AssimilationOptions(inflation=1.2), np.arange(0.0, 120.0, 12.0))


def test_choices_are_held_against_their_range():
    with pytest.raises(InputError, match="WITHHOLD"):
        BestOptions(withhold=1)
    with pytest.raises(InputError, match="REFERENCE"):
        BestOptions(reference="perhaps")
    assert papers_method(AssimilationOptions(method="auto", members=96)) == AssimilationOptions()


def test_a_season_that_is_right_is_left_alone_and_one_that_errs_is_not(small):
    covariance, season, places, operator = small
    sizes = Sizes(fast_mm=5.0, slow_mm=3.0)
    rows = covariance.rows
    column, _ = covariance.season_columns()
    rng = np.random.default_rng(8)
    solved = Solved.of(covariance.total(sizes.without_season()), np.zeros((rows.size, 1)))
    noise = solved.factor @ rng.normal(size=rows.size)

    def with_data(values):
        of_data = covariance.with_rows(replace(rows, values=values[:, None]))
        return of_data, Solved.of(of_data.total(sizes), values[:, None])

    def change(values):
        of_data, solved = with_data(values)
        possible = season_alternatives(of_data, sizes, solved)
        found = averaged(of_data, possible, places, season, DAYS, shares=np.full(12, 1 / 12), smoother=True)
        alone = ExactFilter(of_data, sizes, solved, places, season)
        return possible, found, alone

    possible, found, alone = change(noise)
    assert [one.sizes.season_common > 0 for one in possible] == [True, False]
    assert sum(one.weight for one in possible) == pytest.approx(1.0)
    assert possible[1].weight > 0.4  # 0.25 beforehand
    assert np.std(found.change) < np.std(alone.mean(DAYS))
    # Law of total variance, by hand.
    each = [ExactFilter(with_data(noise)[0], one.sizes, one.solved, places, season) for one in possible]
    mean = sum(one.weight * exact.mean(DAYS) for one, exact in zip(possible, each))
    total = np.zeros_like(mean)
    for one, exact in zip(possible, each):
        apart = exact.mean(DAYS) - mean
        total += one.weight * (exact.variance(DAYS) + (apart - apart.mean(axis=0)) ** 2)
    np.testing.assert_allclose(found.change, mean, atol=1e-9)
    np.testing.assert_allclose(found.std**2, total, rtol=1e-9)
    # A season that is half as large again is no noise: the prior that lets it err is all that is left.
    possible, found, alone = change(noise + 0.5 * column)
    assert possible[0].weight > 0.999
    np.testing.assert_allclose(found.change, alone.mean(DAYS), atol=0.02 * np.std(found.change))
    # A run that is taken up keeps what the data of the first part said.
    of_data, solved = with_data(noise)
    assert season_alternatives(of_data, sizes, solved, 0.25)[0].weight == 0.25
    assert len(season_alternatives(of_data, sizes, solved, 1.0)) == 1


def test_a_season_many_times_too_large_is_not_said_to_be_untold():
    check = SeasonCheck("the station P809", 14.9, 3.4, 170.0, 10.0, cause="is the sign turned (SIGN)?")
    assert check.tells
    assert "cannot tell" not in check.warning(False)
    assert "factor 14.90 ± 3.40, 170 ± 10 days late" in check.warning(False)
    assert not SeasonCheck("the frame", 1.2, 0.9, 0.0, 40.0, cause="").tells
