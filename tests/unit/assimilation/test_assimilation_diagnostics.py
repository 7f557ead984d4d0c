"""Spread and skill, likely errors, variogram, increments and water budgets: analytic cases, and runs from files."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from groundswell.core.assimilation.diagnostics.estimates import variance_factor
from groundswell.core.assimilation.diagnostics.findings_output import read_findings
from groundswell.core.assimilation.diagnostics.increment_statistics import AreaIncrements, IncrementRecord
from groundswell.core.assimilation.diagnostics.innovation_record import InnovationRecord
from groundswell.core.assimilation.diagnostics.intervals import lag_one, mean_of_epochs, ratio_of_epochs, student
from groundswell.core.assimilation.diagnostics.spread_skill import reliability, spread_skill
from groundswell.core.assimilation.diagnostics.variogram import semivariances, variogram
from groundswell.core.assimilation.errors.observation_error import ObservationError
from groundswell.core.assimilation.filter.innovations import Innovations, deviations_of
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.priors.water_budget import FadingBudget, LandBudget
from groundswell.core.assimilation.run import assimilate
from groundswell.core.files import netcdf
from groundswell.core.grid.ease2 import Grid
from groundswell.core.report.analysis_report import write_analysis_report
from groundswell.core.report.findings_section import ranks_in_words, variogram_in_words
from groundswell.core.work.progress import SilentProgress

EPOCHS, POINTS, ERROR = 65, 400, 9.0


def made_up(seed, spread=1.0, error=1.0, common=0.0):
    """Return innovations whose true spread, error and part common to an epoch's points are known factors of expected.

    The predictions' spread goes from 3 to 24 mm, beside an error of 9 mm.
    """
    rng = np.random.default_rng(seed)
    prediction_std = np.geomspace(3.0, 24.0, POINTS) * rng.uniform(0.8, 1.2, (EPOCHS, 1))
    expected_std = np.hypot(prediction_std, ERROR)
    true_std = np.hypot(spread * prediction_std, error * ERROR)
    draws = np.sqrt(1 - common) * rng.standard_normal((EPOCHS, POINTS)) + np.sqrt(common) * rng.standard_normal(
        (EPOCHS, 1)
    )
    innovation = true_std * draws
    innovation[rng.random(innovation.shape) < 0.1] = np.nan
    return innovation, expected_std, prediction_std


def ratio_of(innovation, expected_std):
    normalized = innovation / expected_std
    return reliability(np.nansum(normalized**2, axis=1), np.isfinite(normalized).sum(axis=1).astype(float))


class TestReliability:
    def test_of_a_calibrated_filter_is_one(self):
        innovation, expected_std, prediction_std = made_up(0)
        found = ratio_of(innovation, expected_std)
        assert found.is_one
        # 23,400 independent values: the standard error of a variance ratio is sqrt(2 / 23400) = 0.9 %.
        assert found.value == pytest.approx(1.0, abs=0.03)
        assert 0.02 < found.high - found.low < 0.07
        table = spread_skill(innovation, expected_std, prediction_std)
        assert table.count.sum() == np.isfinite(innovation).sum()
        np.testing.assert_allclose(table.observed / table.expected, 1.0, atol=0.09)
        assert np.all(np.diff(table.prediction_std) > 0)

    @pytest.mark.parametrize("common", [0.0, 0.5])
    def test_interval_holds_one_as_often_as_it_says(self, common):
        """Also where the points of an epoch move together, of which the interval knows nothing but the scatter."""
        inside = np.mean([ratio_of(*made_up(seed, common=common)[:2]).is_one for seed in range(200)])
        # 95 % with a standard error of 1.5 % of 200 draws, and few epochs of a skewed distribution.
        assert 0.90 <= inside <= 0.995

    def test_finds_a_spread_that_is_half_of_what_it_should_be(self):
        innovation, expected_std, prediction_std = made_up(1, spread=2.0)
        assert ratio_of(innovation, expected_std).low > 1.5
        errors, forecast = np.full(innovation.shape, ERROR**2), prediction_std**2
        found = variance_factor(innovation, forecast, errors).root()
        assert found.value == pytest.approx(2.0, rel=0.03)
        assert found.low < 2.0 < found.high
        table = spread_skill(innovation, expected_std, prediction_std)
        excess = table.observed / table.expected
        assert excess[0] < 1.6
        assert excess[-1] > 3.0  # 4 x 24^2 over 24^2 + 9^2, about
        assert np.all(table.low[4:] > table.expected[4:])

    def test_finds_an_error_that_is_twice_what_was_assumed(self):
        innovation, _, prediction_std = made_up(2, error=2.0)
        errors, forecast = np.full(innovation.shape, ERROR**2), prediction_std**2
        found = variance_factor(innovation, errors, forecast).root()
        assert found.value == pytest.approx(2.0, rel=0.03)
        assert found.low < 2.0 < found.high

    def test_of_nothing_is_unknown(self):
        empty = np.full((4, 3), np.nan)
        assert np.isnan(ratio_of(empty, np.ones((4, 3))).value)
        assert spread_skill(empty, empty, empty).count.size == 0
        assert np.isnan(variance_factor(empty, np.ones((4, 3)), np.ones((4, 3))).value)
        # Innovations smaller than the spread alone leave nothing for the errors.
        assert variance_factor(np.full((9, 3), 0.1), np.ones((9, 3)), np.ones((9, 3))).value == 0.0


def test_persistence_of_innovations():
    rng = np.random.default_rng(12)
    white = rng.standard_normal((EPOCHS, POINTS))
    white[rng.random(white.shape) < 0.1] = np.nan
    found = lag_one(white)
    # 64 x 324 products: a standard error of 0.7 %.
    assert found.low < 0 < found.high
    assert found.value == pytest.approx(0.0, abs=0.025)
    lasting = np.cumsum(rng.standard_normal((EPOCHS, POINTS)), axis=0)
    assert lag_one(lasting).low > 0.8
    assert np.isnan(lag_one(np.full((9, 3), np.nan)).value)
    assert np.isnan(lag_one(white[:4]).low)


def test_quantiles_and_means_of_epochs():
    from scipy.stats import t

    for freedom in (1, 4, 64):
        assert student(freedom) == pytest.approx(t.ppf(0.975, freedom), rel=1e-12)
    assert np.isnan(mean_of_epochs(np.ones(4))[1])
    rng = np.random.default_rng(0)
    noise = rng.standard_normal((400, 101))
    persistent = np.zeros((400, 100))
    for epoch in range(1, 100):
        persistent[:, epoch] = 0.6 * persistent[:, epoch - 1] + noise[:, epoch]
    claimed = np.mean([mean_of_epochs(series)[1] ** 2 for series in persistent])
    # The estimated correlation is a little too small in short series; the error of the mean with it.
    assert claimed == pytest.approx(persistent.mean(axis=1).var(), rel=0.25)
    assert np.isnan(ratio_of_epochs(np.zeros(9), np.ones(9)).value)


class TestIncrements:
    def keep(self, series, cells=5):
        record = IncrementRecord(cells, np.array([1, 2, 2]))
        for number, value in enumerate(series):
            record.keep(12.0 * number, np.array([0.0, value, value, 2 * value, -value]))
        return record.statistics()

    def test_constant_bias_is_found_and_noise_is_not(self):
        noise = np.random.default_rng(3).normal(0, 4, EPOCHS)
        found = self.keep(noise + 2.0)
        assert found.area.biased
        assert "adds water" in found.area.warnings()[0]
        assert found.area.mean == pytest.approx(2.0, abs=3 * 4 / np.sqrt(EPOCHS))
        assert found.area.error == pytest.approx(4 / np.sqrt(EPOCHS), rel=0.35)
        np.testing.assert_allclose(found.mean, found.area.mean * np.array([0, 1, 1, 2, -1]), rtol=1e-12)
        np.testing.assert_allclose(found.standard_error[[0, 1]], [0.0, found.area.error], rtol=0.05)
        assert "takes water out" in self.keep(noise - 2.0).area.warnings()[0]

    @pytest.mark.parametrize("memory", [0.0, 0.6])
    def test_noise_seldom_passes_for_a_bias(self, memory):
        alarms = 0
        for seed in range(200):
            noise = np.random.default_rng(seed).standard_normal(EPOCHS)
            for epoch in range(1, EPOCHS):
                noise[epoch] += memory * noise[epoch - 1]
            alarms += self.keep(noise).area.biased
        # Beyond three standard errors: 0.4 % where epochs are independent; estimated correlations are a bit small.
        assert alarms <= (3 if memory == 0 else 7)

    def test_water_a_year(self):
        area = AreaIncrements.of(np.arange(0.0, 365.25, 36.525), np.tile([3.0, -1.0], 5))
        assert area.years == pytest.approx(1.0)
        assert (area.added_a_year, area.moved_a_year) == pytest.approx((10.0, 20.0))
        assert not AreaIncrements.of(np.arange(3.0), np.full(3, 5.0)).biased


class TestBudget:
    def test_of_fading_increments_closes(self):
        rng = np.random.default_rng(4)
        days, increment, budget = np.cumsum(rng.uniform(6, 24, 20)), np.zeros(50), FadingBudget(60.0)
        before = days[0]
        for number, day in enumerate(days):
            change = rng.normal(0, 30, 50)
            increment = np.exp(-(day - before) / 60.0) * increment + change
            lost = 0.25 if number == 7 else 0.0
            put_in, residual = budget.close(day, increment - lost, change)
            increment, before = increment - lost, day
            np.testing.assert_array_equal(put_in, change)
            np.testing.assert_allclose(residual, -lost, atol=1e-9)

    def test_of_a_smoother_counts_what_later_observations_put_in(self):
        budget = FadingBudget(60.0)
        fade = np.exp(-12 / 60)
        first, second = budget.close(0.0, np.array([5.0]), np.array([3.0]), np.array([2.0]))
        assert (first[0], second[0]) == (5.0, 0.0)
        # The model knows only of the filter's own 3 mm: of 4 mm increment, 3 fade / 1 were there and the rest is new.
        put_in, residual = budget.close(12.0, np.array([3 * fade + 1.0]), np.array([1.0]))
        assert put_in[0] == pytest.approx(1.0 - 2 * fade)
        assert residual[0] == pytest.approx(0.0, abs=1e-12)

    def test_of_the_land_model_names_the_worst_member(self):
        budget = LandBudget.begin(np.full((3, 2), 100.0))
        budget.gained += 5.0
        budget.perturbed += np.array([[1.0], [-1.0], [0.0]])
        budget.increments += 2.0
        storage = budget.start + budget.gained + budget.perturbed + budget.increments
        np.testing.assert_array_equal(budget.residual(storage), 0.0)
        storage[1, 1] -= 0.5
        np.testing.assert_allclose(budget.residual(storage), [0.0, -0.5])


class TestVariogram:
    def test_equals_the_sums_over_pairs(self):
        rng = np.random.default_rng(5)
        places = rng.uniform(0, 200, (12, 2))
        distance = np.hypot(*np.moveaxis(places[:, None] - places, -1, 0))
        innovation = rng.normal(0, 5, (30, 12))
        innovation[rng.random(innovation.shape) < 0.3] = np.nan
        found = variogram(innovation, distance)
        first, second = np.triu_indices(12, 1)
        half = 0.5 * (innovation[:, first] - innovation[:, second]) ** 2
        known = np.isfinite(half)
        assert found.pairs.sum() == known.sum()
        weighted = found.pairs @ found.semivariance / found.pairs.sum()
        assert weighted == pytest.approx(np.nanmean(half), rel=1e-12)

    def test_takes_the_forecast_off(self):
        rng = np.random.default_rng(6)
        rows, columns = np.divmod(np.arange(144), 12)
        distance = 25.0 * np.hypot(rows[:, None] - rows, columns[:, None] - columns)
        forecast = 40.0 * np.exp(-distance / 300.0)
        errors = 10 * np.eye(144) + 30 * np.exp(-distance / 60.0)
        draws = rng.multivariate_normal(np.zeros(144), forecast + errors, 300, method="cholesky")
        found = variogram(draws, distance, semivariances(forecast), semivariances(errors))
        np.testing.assert_allclose(found.semivariance, found.of_forecast + found.assumed, rtol=0.12)
        # 300 epochs of some ten independent patches: 3 % on a variance, more on parts that trade off.
        assert found.length_km == pytest.approx(60.0, rel=0.3)
        assert found.nugget == pytest.approx(10.0, abs=4.0)
        assert found.sill == pytest.approx(30.0, abs=5.0)
        assert "ERROR_CORRELATION_LENGTH" in variogram_in_words(found, 6.5)
        assert "TIE_ERROR" in variogram_in_words(found, 12.0)
        assert "TIE_ERROR" not in variogram_in_words(found, 6.4)


def test_deviations_lose_what_is_free():
    rng = np.random.default_rng(7)
    predicted, seen = rng.normal(size=(8, 6)), np.array([True, True, False, True, True, True])
    bound = deviations_of(predicted, seen, ObservationError(np.ones(6)), np.array([1, 4]))
    np.testing.assert_allclose(bound, (predicted - predicted.mean(axis=0))[:, [1, 4]], atol=1e-15)
    free = deviations_of(predicted, seen, ObservationError(np.ones(6), None, np.ones((6, 1))), np.flatnonzero(seen))
    np.testing.assert_allclose(free.mean(axis=1), 0.0, atol=1e-15)


def test_groups_of_points_keep_their_own_sums():
    rng = np.random.default_rng(8)
    record = InnovationRecord(3, 7, (slice(0, 4), np.array([4, 5, 6])))
    every = rng.normal(0, 2, (3, 7))
    every[1, 2] = np.nan
    every[2, 5] = 9.0
    for epoch, values in enumerate(every):
        record.keep(epoch, Innovations(values, values, values, values, values, 0.5, 0.1, 0.1))
    assert record.count.tolist() == [[4, 3, 4], [3, 3, 3], [7, 6, 7]]
    np.testing.assert_allclose(record.total[1], every[:, 4:].sum(axis=1))
    assert record.gross[1, 2] == 1
    assert record.gross_at.tolist()[5] == 1
    assert record.used.tolist() == [3, 3, 2, 3, 3, 3, 3]
    np.testing.assert_allclose(record.area_mean, np.nanmean(every, axis=1))
    np.testing.assert_allclose(record.pooled_std, np.sqrt(np.nanmean(every**2, axis=1)))


def test_ranks_in_words_tell_the_shapes_apart():
    even = np.full(25, 100)
    assert "even enough" in ranks_in_words(even)
    ends = even.copy()
    ends[[0, -1]] = 400
    assert "too small" in ranks_in_words(ends)
    assert "too large" in ranks_in_words(np.exp(-0.5 * ((np.arange(25) - 12) / 6.0) ** 2) * 1000)
    assert "biased" in ranks_in_words(np.linspace(10, 200, 25))


# From file to file

DAYS = np.arange(6500.0, 6500.0 + 30 * 12, 12.0)


def write_file(path, name, grid, values):
    with netcdf.create(path, name, "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, DAYS)
        netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name, dtype="f8")[:] = values
    return path


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Storage of a season, and displacement of 4 mm noise with one value that is far off."""
    folder, grid = tmp_path_factory.mktemp("diagnostics"), Grid("M25")
    season = 100 * np.sin(2 * np.pi * DAYS / 365.25)[:, None, None]
    up = np.random.default_rng(9).normal(0, 4, (DAYS.size, 5, 5)) - 0.02 * season
    up[3] = np.nan
    up[10, 2, 1] += 60.0
    return SimpleNamespace(
        folder=folder,
        storage=write_file(folder / "s.nc", "tws", grid.window(160, 1070, 9, 9), season + np.zeros((DAYS.size, 9, 9))),
        up=write_file(folder / "o.nc", "vertical_displacement", grid.window(162, 1072, 5, 5), up),
    )


def run(files, name, **options):
    progress, path = SilentProgress(), files.folder / f"{name}.nc"
    chosen = AssimilationOptions(**{"members": 12, "observation_error_mm": 4.0, "seed": 3, **options})
    result = assimilate(files.storage, files.up, path, chosen, progress)
    with netcdf.open_dataset(path) as dataset:
        values = {key: netcdf.read_stored(dataset, key) for key in dataset.variables if key != "crs"}
        return SimpleNamespace(
            result=result,
            path=path,
            warnings=progress.warnings,
            values=values,
            stored=read_findings(dataset),
            attributes={key: dataset.getncattr(key) for key in dataset.ncattrs()},
        )


@pytest.mark.parametrize(
    "options", [{}, {"method": "enkf_3d"}, {"window": "enks", "lag_days": 40.0}, {"window": "two_step_equal"}], ids=str
)
def test_increments_and_budget_of_a_storage_file(files, options):
    made = run(files, "budget", error_memory_days=45.0, **options)
    values = made.values
    increment = values["tws_analysis"].astype(float) - values["tws_open_loop"]
    put_in = values["increment_applied"].astype(float)
    np.testing.assert_allclose(put_in[0], increment[0], atol=1e-4)
    fade = np.exp(-12.0 / 45.0)
    np.testing.assert_allclose(increment[1:] - fade * increment[:-1], put_in[1:], atol=1e-4)
    assert np.nanmax(np.abs(values["water_budget_residual"])) <= 1e-9
    # Without observations only a smoother puts in water: that of later ones.
    assert (np.abs(put_in[3]).max() > 0.1) == (options.get("window") == "enks")
    np.testing.assert_allclose(values["increment_mean"], put_in.mean(axis=0), atol=1e-4)
    observed = values["n_observations"] > 0
    np.testing.assert_allclose(values["area_mean_increment"], put_in[:, observed].mean(axis=1), atol=1e-4)
    years = DAYS.size * 12 / 365.25
    added = values["area_mean_increment"].sum() / years
    assert made.attributes["water_added_a_year"] == pytest.approx(added, rel=1e-6)


def test_layers_and_findings_of_a_run(files):
    made = run(files, "layers")
    values = made.values
    inside = values["n_observations"] > 0
    innovation, spread = values["innovation"], values["predicted_displacement_std"]
    expected = np.sqrt(spread**2 + 4.0**2)
    seen = np.isfinite(innovation)
    np.testing.assert_allclose((innovation / expected)[seen], values["normalized_innovation"][seen], rtol=1e-5)
    assert values["gross_error"][10][inside.nonzero()[0][0] + 2, inside.nonzero()[1][0] + 1] == 1
    assert np.nansum(values["gross_error"]) == values["n_gross_errors"].sum() == made.result.innovations.gross_errors
    assert np.isnan(values["gross_error"][3]).all()
    residual = values["analysis_residual"][seen]
    assert 0.5 * np.mean(innovation[seen] ** 2) < np.mean(residual**2) < np.mean(innovation[seen] ** 2)
    found, stored = made.result.findings, made.stored
    assert stored.groups == found.groups
    assert stored.reliability == found.reliability
    assert stored.persistence == found.persistence
    np.testing.assert_array_equal(stored.ranks, found.ranks)
    np.testing.assert_array_equal(stored.spread_skill.observed, found.spread_skill.observed)
    np.testing.assert_array_equal(stored.variogram.assumed, found.variogram.assumed)
    np.testing.assert_allclose(found.variogram.assumed, 16.0)
    assert found.ranks.sum() == made.result.n_observations
    # 725 values of 4 mm, and one of 60: sqrt(16 + 3600 / 725) = 4.6 mm, 3 % standard error.
    assert found.groups[0].likely_error.value == pytest.approx(4.6, rel=0.1)


def test_likely_error_hardly_depends_on_the_assumed_one(files):
    likely = [
        run(files, "likely", observation_error_mm=error).result.findings.groups[0].likely_error.value
        for error in (2.0, 4.0, 8.0)
    ]
    np.testing.assert_allclose(likely, likely[1], rtol=0.02)


def test_ranks_of_displacement_without_reference_are_even(files):
    """An offset of any size in every epoch is taken out of members and observations before they are compared."""
    path = files.folder / "offset.nc"
    with netcdf.open_dataset(files.up) as dataset:
        values = netcdf.read(dataset, "vertical_displacement")
    values[10, 2, 1] -= 60.0
    offset = np.random.default_rng(1).normal(0, 300, (DAYS.size, 1, 1))
    write_file(path, "vertical_displacement", Grid("M25").window(162, 1072, 5, 5), values + offset)
    other = SimpleNamespace(folder=files.folder, storage=files.storage, up=path)
    found = run(other, "offset_run", method="enkf_3d", reference="unknown").result.findings
    # 725 values in 13 ranks: 56 each, standard error 7.
    assert found.ranks.max() < 90
    assert found.ranks.min() > 28
    assert found.reliability.value == pytest.approx(1.0, abs=0.15)


def test_report_shows_it(files):
    made = run(files, "report")
    page = files.folder / "report.html"
    write_analysis_report(made.path, page, made.warnings)
    text = page.read_text(encoding="utf-8")
    for words in (
        "Spread and assumed errors",
        "Reliability over time",
        "Ranks of the observations",
        "Variogram of the innovations",
        "Water put in, net (mm a year)",
        "in every cell and epoch to 1e-09 mm",
        "cannot be estimated",
        "The analysis at a glance",
        "Look there for unwrapping errors",
        "2018-02-15",
    ):
        assert words in text, words


def test_intervals_count_persistence_in():
    # The same epochs in two orders: where neighbours are alike there are fewer independent ones. By turns the
    # correlation is negative, which counts as none.
    slow = 1 + 0.5 * np.sin(2 * np.pi * (np.arange(60) + 0.5) / 20)
    ordered = np.sort(slow)
    by_turns = np.ravel(np.column_stack([ordered[:30], ordered[30:]]))
    ones = np.ones(60)
    persistent, restless = (ratio_of_epochs(series, ones) for series in (slow, by_turns))
    assert persistent.value == pytest.approx(restless.value, rel=1e-12)
    correlation = float((slow[1:] - 1) @ (slow[:-1] - 1) / ((slow - 1) @ (slow - 1)))
    wider = np.log(persistent.high / persistent.value) / np.log(restless.high / restless.value)
    assert wider == pytest.approx(np.sqrt((1 + min(correlation, 0.9)) / (1 - min(correlation, 0.9))), rel=1e-9)
    assert wider > 3
