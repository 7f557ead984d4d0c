"""Assimilation from file to file."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.run import assimilate
from groundswell.core.errors import Cancelled, InputError
from groundswell.core.files import netcdf
from groundswell.core.grid.ease2 import Grid
from groundswell.core.loading.cells import grid_cells
from groundswell.core.loading.love_numbers import load
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.work.progress import SilentProgress

M25 = Grid("M25")
ROW0, COLUMN0, ROWS, COLUMNS = 165, 1075, 12, 14  # storage
OBS_ROW, OBS_COLUMN, OBS_ROWS, OBS_COLUMNS = 4, 5, 4, 3  # observations, within the storage
STORAGE_DAYS = np.arange(6500.0, 6700.0, 10.0)
EPOCHS = np.arange(6505.0, 6690.0, 12.0)
FEW = {"members": 8, "seed": 3}


def season(days, rows=ROWS, columns=COLUMNS):
    pattern = 1 + 0.3 * np.sin(np.arange(rows)[:, None] / 2.0) * np.cos(np.arange(columns) / 3.0)
    return 150 * np.sin(2 * np.pi * days / 365.25)[:, None, None] * pattern


def write_storage(path, values, days=STORAGE_DAYS, grid=None, **attributes):
    with netcdf.create(path, "storage", "test") as dataset:
        netcdf.write_grid(dataset, grid or M25.window(ROW0, COLUMN0, *values.shape[-2:]))
        netcdf.write_time(dataset, days)
        dimensions = ("time", "y", "x")
        if values.ndim == 4:
            dataset.createDimension("member", values.shape[0])
            dimensions = ("member", *dimensions)
        netcdf.add_variable(dataset, "tws", dimensions, "mm", "storage")[:] = values
        dataset.setncatts(attributes)
    return path


def write_observations(path, values, days=EPOCHS, grid=None, name="vertical_displacement", **attributes):
    grid = grid or M25.window(ROW0 + OBS_ROW, COLUMN0 + OBS_COLUMN, *values.shape[-2:])
    with netcdf.create(path, "displacement", "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", "displacement")[:] = values
        dataset.setncatts(attributes)
    return path


@pytest.fixture(scope="module")
def operator():
    """Displacement of the observed cells from the storage of all, by the load operator itself."""
    cells = grid_cells(M25.window(ROW0, COLUMN0, ROWS, COLUMNS))
    number = np.arange(ROWS * COLUMNS).reshape(ROWS, COLUMNS)
    points = cells.part(number[OBS_ROW : OBS_ROW + OBS_ROWS, OBS_COLUMN : OBS_COLUMN + OBS_COLUMNS].ravel())
    return LoadOperator.of_cells(cells, points.lon, points.lat, load("PREM"))


@pytest.fixture(scope="module")
def displacement(operator):
    """Observations of a truth whose season is 1.5 times the model's, without noise."""
    truth = 1.5 * season(EPOCHS)
    return operator.apply(truth.reshape(EPOCHS.size, -1)).reshape(-1, OBS_ROWS, OBS_COLUMNS)


@pytest.fixture
def files(tmp_path, displacement):
    values = displacement + np.random.default_rng(0).normal(0, 1, displacement.shape)
    values[3] = np.nan
    values[5:9, 1, 1] = np.nan
    values[:, 3, 2] = np.nan
    return write_storage(tmp_path / "storage.nc", season(STORAGE_DAYS)), write_observations(tmp_path / "obs.nc", values)


def run(files, output, progress=None, **options):
    progress = progress or SilentProgress()
    result = assimilate(*files, output, AssimilationOptions(**{**FEW, **options}), progress)
    with netcdf.open_dataset(output) as dataset:
        values = {name: netcdf.read_stored(dataset, name) for name in dataset.variables if name != "crs"}
        attributes = {name: dataset.getncattr(name) for name in dataset.ncattrs()}
    return result, values, attributes


def test_writes_all_that_the_contract_names(files, tmp_path):
    result, values, attributes = run(files, tmp_path / "analysis.nc", save_members=True)
    shape = (EPOCHS.size, ROWS, COLUMNS)
    for name in (
        "tws_open_loop", "tws_analysis", "tws_open_loop_std", "tws_analysis_std", "innovation", "normalized_innovation",
        "gain", "observation_error", "predicted_displacement", "observed_displacement",
    ):  # fmt: skip
        assert values[name].shape == shape
        assert values[name].dtype == np.float32
    assert values["tws_analysis_members"].shape == (8, *shape)
    np.testing.assert_array_equal(values["time"], EPOCHS)
    assert values["n_observations"].dtype == np.int32
    assert values["n_observations"].sum() == result.n_observations
    # 16 epochs, one of them empty; one cell without four more, one cell without any.
    assert result.n_observations == 11 * 15 - 4
    assert (result.n_epochs, result.n_cells) == (16, 11)
    assert attributes["method"] == "enkf_1d"
    assert (attributes["seed"], attributes["members"], attributes["observation_error_mm"]) == (3, 8, 9.0)
    assert attributes["synthetic"] == 0
    assert np.isfinite(attributes["removed_observation_mean"])
    assert "observation_error_mm=9.0" in attributes["history"]
    np.testing.assert_allclose(
        values["tws_analysis_members"].mean(axis=0), values["tws_analysis"], rtol=1e-5, atol=1e-4
    )
    np.testing.assert_allclose(
        values["tws_open_loop_members"].std(axis=0, ddof=1), values["tws_open_loop_std"], rtol=1e-4
    )


def test_open_loop_is_the_storage_between_its_times(files, tmp_path):
    _, values, _ = run(files, tmp_path / "analysis.nc")
    stored = np.float32(season(STORAGE_DAYS)).astype(float)
    for epoch, day in enumerate(EPOCHS):
        before = int((day - 6500) // 10)
        part = (day - STORAGE_DAYS[before]) / 10
        expected = (1 - part) * stored[before] + part * stored[before + 1]
        np.testing.assert_allclose(values["tws_open_loop"][epoch], expected, rtol=1e-5, atol=1e-3)


def test_only_observed_cells_change_and_they_move_towards_the_truth(files, tmp_path):
    result, values, _ = run(
        files, tmp_path / "analysis.nc", observation_error_mm=1.0, prior_correlation_length_km=800.0
    )
    changed = (values["tws_analysis"] != values["tws_open_loop"]).any(axis=0)
    np.testing.assert_array_equal(changed, values["n_observations"] > 0)
    spread = (values["tws_analysis_std"] != values["tws_open_loop_std"]).any(axis=0)
    np.testing.assert_array_equal(spread, changed)
    truth = 1.5 * season(EPOCHS)[:, changed]
    series = (truth, values["tws_open_loop"][:, changed], values["tws_analysis"][:, changed])
    anomalies = [values - values.mean(axis=0) for values in series]
    errors = [np.sqrt(np.mean((series - anomalies[0]) ** 2)) for series in anomalies[1:]]
    assert errors[1] < 0.9 * errors[0]
    assert values["tws_analysis_std"][:, changed].mean() < values["tws_open_loop_std"][:, changed].mean()
    assert np.isfinite(result.pooled_innovation_std)


def test_predicted_displacement_is_that_of_all_cells_less_the_common_mean(files, tmp_path, operator):
    _, values, _ = run(files, tmp_path / "analysis.nc")
    part = (slice(None), slice(OBS_ROW, OBS_ROW + OBS_ROWS), slice(OBS_COLUMN, OBS_COLUMN + OBS_COLUMNS))
    series = values["tws_open_loop"].reshape(EPOCHS.size, -1).astype(float)
    expected = operator.apply(series).reshape(-1, OBS_ROWS, OBS_COLUMNS)
    seen = np.isfinite(values["observed_displacement"][part])
    count = seen.sum(axis=0)
    expected -= np.where(seen, expected, 0).sum(axis=0) / np.where(count > 0, count, np.nan)
    np.testing.assert_allclose(values["predicted_displacement"][part], expected, atol=1e-4)
    for series in (values["predicted_displacement"][part], values["observed_displacement"][part]):
        means = np.where(seen, series, 0).sum(axis=0)[seen.any(axis=0)]
        np.testing.assert_allclose(means, 0, atol=1e-4)
    # The first innovation is that of the open loop; each member's own mean is not removed, so that the spread stays.
    first = (values["observed_displacement"] - values["predicted_displacement"])[0][part[1:]]
    np.testing.assert_allclose(values["innovation"][0][part[1:]], first, atol=1e-4)


def test_the_constant_of_the_observations_does_not_matter(files, tmp_path, displacement):
    shifted = write_observations(tmp_path / "shifted.nc", displacement + 500.0)
    plain = write_observations(tmp_path / "plain.nc", displacement)
    _, one, _ = run((files[0], plain), tmp_path / "one.nc")
    _, other, _ = run((files[0], shifted), tmp_path / "other.nc")
    # float32 files hold 500 mm to 3e-5 mm; gains are below 10 mm per mm.
    np.testing.assert_allclose(other["tws_analysis"], one["tws_analysis"], atol=1e-2)


@pytest.mark.parametrize("method", ["enkf_1d", "ensrf_1d"])
def test_same_seed_same_analysis_whatever_the_workers(files, tmp_path, method):
    made = [
        run(files, tmp_path / f"{workers}.nc", workers=workers, method=method, save_members=True)[1]
        for workers in (1, 3)
    ]
    for name, values in made[0].items():
        np.testing.assert_array_equal(values, made[1][name], err_msg=name)
    other = run(files, tmp_path / "seed.nc", method=method, seed=4)[1]
    assert not np.array_equal(other["tws_analysis"], made[0]["tws_analysis"])


def test_members_of_the_file_are_kept(files, tmp_path):
    rng = np.random.default_rng(1)
    members = (
        season(STORAGE_DAYS) + rng.normal(0, 40, (5, 1, 1, 1)) + rng.normal(0, 5, (5, STORAGE_DAYS.size, ROWS, COLUMNS))
    )
    storage = write_storage(tmp_path / "members.nc", members)
    _, values, attributes = run((storage, files[1]), tmp_path / "analysis.nc", save_members=True)
    assert attributes["members"] == 5
    expected = 0.5 * members[:, 0] + 0.5 * members[:, 1]
    np.testing.assert_allclose(values["tws_open_loop_members"][:, 0], expected, atol=1e-3)


def test_cells_without_storage_carry_no_load_and_stay_missing(files, tmp_path):
    holed = season(STORAGE_DAYS)
    holed[:, 0, :] = np.nan
    holed[:, OBS_ROW, OBS_COLUMN] = np.nan
    holed[4, 11, 13] = np.nan
    progress = SilentProgress()
    storage = write_storage(tmp_path / "holed.nc", holed)
    result, values, _ = run((storage, files[1]), tmp_path / "analysis.nc", progress)
    assert np.isnan(values["tws_analysis"][:, 0]).all()
    assert np.isnan(values["tws_open_loop"][:, 11, 13]).all()
    assert result.n_cells == 10
    assert any("1 cells have storage at some epochs only" in text for text in progress.warnings)
    assert any("1 observed cells have no storage" in text for text in progress.warnings)


def test_epochs_beyond_the_storage_are_dropped_with_a_warning(files, tmp_path, displacement):
    days = EPOCHS + 24  # the last one lies a day, 6709, beyond 6690
    progress = SilentProgress()
    observations = write_observations(tmp_path / "late.nc", displacement, days)
    result, values, _ = run((files[0], observations), tmp_path / "analysis.nc", progress)
    inside = days <= STORAGE_DAYS[-1]
    assert result.n_epochs == inside.sum() < days.size
    np.testing.assert_array_equal(values["time"], days[inside])
    assert any("left out" in text for text in progress.warnings)
    observations = write_observations(tmp_path / "later.nc", displacement, EPOCHS + 1000)
    with pytest.raises(InputError, match="covers no epoch"):
        run((files[0], observations), tmp_path / "none.nc")


def test_relative_displacement_is_warned_of(files, tmp_path, displacement):
    progress = SilentProgress()
    relative = write_observations(
        tmp_path / "relative.nc", displacement, vertical_frame="relative to the reference area", synthetic=np.int32(1)
    )
    _, _, attributes = run((files[0], relative), tmp_path / "analysis.nc", progress)
    assert any("cannot constrain the regional mean" in text for text in progress.warnings)
    assert attributes["synthetic"] == 1


THREE_DIMENSIONAL = [
    {"method": "enkf_3d"},
    {
        "method": "enkf_3d",
        "reference": "tied",
        "tie_error_mm": 1.0,
        "error_correlation_length_km": 50.0,
        "localization_km": 0.0,
    },
    {"method": "letkf", "localization_km": 300.0},
    {"method": "letkf", "localization_km": 0.0, "reference": "tied", "tie_error_mm": 1.0},
    {"method": "enkf_3d", "window": "enks", "lag_days": 40.0},
    {"method": "enkf_1d", "window": "enks", "inflation": 1.03, "relaxation": 0.3},
    {"method": "ensrf_1d", "window": "two_step_equal"},
    {"method": "enkf_3d", "seasonal_bias_mm": 0.5},
]


@pytest.mark.parametrize("options", THREE_DIMENSIONAL)
def test_every_method_comes_nearer_to_the_truth_and_repeats_itself(files, tmp_path, options):
    exact = {"observation_error_mm": 1.0, "members": 24, **options}
    _, values, attributes = run(files, tmp_path / "one.nc", workers=1, **exact)
    again = run(files, tmp_path / "two.nc", workers=3, **exact)[1]
    np.testing.assert_array_equal(again["tws_analysis"], values["tws_analysis"])
    truth = 1.5 * season(EPOCHS)
    seen = values["n_observations"] > 0
    errors = []
    for name in ("tws_open_loop", "tws_analysis"):
        error = (values[name] - truth)[:, seen].mean(axis=1)
        errors.append(error.std())
    # Regional mean; the 1-D filter has each cell's own observation only.
    assert errors[1] < (0.95 if options["method"].endswith("1d") else 0.75) * errors[0]
    assert attributes["information_constrains"] == 1
    assert 0 < attributes["information_posterior_std"] < attributes["information_prior_std"]
    beyond = (values["tws_analysis"] != values["tws_open_loop"]).any(axis=0) & ~seen
    assert beyond.any() != options["method"].endswith("1d")


@pytest.mark.parametrize("method", ["enkf_1d", "enkf_3d", "letkf"])
def test_an_unknown_reference_leaves_the_open_loop_and_says_so(files, tmp_path, method):
    progress = SilentProgress()
    options = {"method": method, "reference": "unknown", "members": 24, "error_correlation_length_km": 50.0}
    _, values, attributes = run(files, tmp_path / "analysis.nc", progress, **options)
    assert any("cannot constrain" in text for text in progress.warnings)
    assert attributes["information_constrains"] == 0
    # What the ensemble's sampling noise would make of observations that tell nothing is left out altogether.
    np.testing.assert_array_equal(values["tws_analysis"], values["tws_open_loop"])
    assert np.isfinite(values["normalized_innovation"]).sum() == values["n_observations"].sum() > 0


def test_errors_that_cells_share_are_warned_of(files, tmp_path, displacement):
    rng = np.random.default_rng(9)
    shared = displacement + 3 * rng.normal(size=(EPOCHS.size, 1, 1)) + rng.normal(size=displacement.shape)
    progress = SilentProgress()
    observations = write_observations(tmp_path / "shared.nc", shared)
    _, _, attributes = run((files[0], observations), tmp_path / "a.nc", progress, observation_error_mm=3.0)
    assert any("move together" in text for text in progress.warnings)
    assert attributes["neighbour_innovation_correlation"] > 0.5
    progress = SilentProgress()
    run(files, tmp_path / "b.nc", progress, observation_error_mm=1.0)
    assert not any("move together" in text for text in progress.warnings)


def test_given_members_have_an_expectation_too(files, tmp_path):
    rng = np.random.default_rng(1)
    levels = rng.normal(0, 50, (24, 1, 1, 1))
    storage = write_storage(tmp_path / "members.nc", season(STORAGE_DAYS) + levels)
    _, _, attributes = run((storage, files[1]), tmp_path / "a.nc", method="enkf_3d", observation_error_mm=1.0)
    # All cells of a member differ alike; the taper at 600 km takes a little of it.
    assert attributes["information_prior_std"] == pytest.approx(levels.std(ddof=1), rel=0.05)
    assert attributes["information_posterior_std"] < 0.8 * attributes["information_prior_std"]


def test_a_plane_along_a_column_of_cells_is_a_slope_to_the_north(files, tmp_path, displacement):
    observations = write_observations(tmp_path / "column.nc", displacement[:, :, :1])
    result, _, _ = run((files[0], observations), tmp_path / "analysis.nc", method="enkf_3d", deramped=True)
    assert result.n_cells == OBS_ROWS


def test_excluded_periods_are_not_used(files, tmp_path):
    used = run(files, tmp_path / "all.nc")[1]
    # The second to fourth epoch: days 6517 to 6541 are 2017-11-04 to 2017-11-28.
    _, values, attributes = run(files, tmp_path / "some.nc", excluded_periods="2017-11-04..2017-11-28, 2018-03-03")
    kept = np.isfinite(values["innovation"]).any(axis=(1, 2))
    assert not kept[1:4].any()
    assert kept[[0, 4, 5]].all()
    assert used["time"].size == values["time"].size
    assert np.isfinite(values["tws_analysis"]).all()
    assert attributes["excluded_periods"].startswith("2017-11-04")
    with pytest.raises(InputError, match="ends before it begins"):
        run(files, tmp_path / "none.nc", excluded_periods="2018-01-02..2018-01-01")


def test_removed_trends_are_reported_in_water(files, tmp_path, operator):
    class Told(SilentProgress):
        said = ""

        def report(self, fraction, message=""):
            self.said += message

    progress = Told()
    storage = write_storage(tmp_path / "s.nc", season(STORAGE_DAYS) + 0.2 * STORAGE_DAYS[:, None, None])
    _, _, attributes = run((storage, files[1]), tmp_path / "a.nc", progress, remove_trend=True)
    assert "Trends taken out" in progress.said
    # 73 mm a year on all cells, besides the season's slope within the half year of data.
    plain = run(files, tmp_path / "b.nc", remove_trend=True)[2]
    difference = attributes["removed_prediction_trend_storage"] - plain["removed_prediction_trend_storage"]
    assert difference == pytest.approx(0.2 * 365.25, rel=0.01)


class TestRestart:
    @pytest.mark.parametrize("options", [{}, {"method": "letkf"}, {"prior_error_model": "lognormal"}])
    def test_a_run_in_two_parts_is_the_whole_run_to_the_last_bit(self, tmp_path, displacement, options):
        storage = write_storage(tmp_path / "storage.nc", 900 + season(STORAGE_DAYS))
        files = storage, write_observations(tmp_path / "obs.nc", displacement)
        whole = run(files, tmp_path / "whole.nc", save_members=True, **options)[1]
        chosen = AssimilationOptions(**FEW, save_members=True, **options)
        first = replace(chosen, end="2017-12-31")  # day 6574, before the epoch of day 6577
        assimilate(*files, tmp_path / "1.nc", first, SilentProgress(), save_restart=tmp_path / "state.nc")
        assimilate(*files, tmp_path / "2.nc", chosen, SilentProgress(), restart=tmp_path / "state.nc")
        parts = []
        for name in ("1.nc", "2.nc"):
            with netcdf.open_dataset(tmp_path / name) as dataset:
                parts.append({key: netcdf.read_stored(dataset, key) for key in whole if key in dataset.variables})
        assert parts[0]["time"].size == 6
        for key, axis in (("time", 0), ("tws_analysis", 0), ("normalized_innovation", 0), ("tws_analysis_members", 1)):
            joined = np.concatenate([part[key] for part in parts], axis=axis)
            np.testing.assert_array_equal(joined, whole[key], err_msg=key)

    def test_other_choices_are_refused_by_name(self, files, tmp_path):
        chosen = AssimilationOptions(**FEW)
        state = tmp_path / "state.nc"
        assimilate(*files, tmp_path / "1.nc", replace(chosen, end="2017-12-31"), SilentProgress(), save_restart=state)
        with pytest.raises(InputError, match=r"other choices \(observation_error_mm\)"):
            assimilate(
                *files, tmp_path / "2.nc", replace(chosen, observation_error_mm=5.0), SilentProgress(), restart=state
            )
        with pytest.raises(InputError, match="No epoch is left"):
            assimilate(*files, tmp_path / "2.nc", replace(chosen, end="2017-12-31"), SilentProgress(), restart=state)
        with pytest.raises(InputError, match="WINDOW enks"):
            assimilate(*files, tmp_path / "2.nc", replace(chosen, window="enks"), SilentProgress(), restart=state)


class TestWrongInput:
    def test_observations_outside_the_storage(self, files, tmp_path, displacement):
        grid = M25.window(ROW0 - 2, COLUMN0 + 5, OBS_ROWS, OBS_COLUMNS)
        observations = write_observations(tmp_path / "outside.nc", displacement, grid=grid)
        with pytest.raises(InputError, match=r"does not cover.*6 of their 12 cells"):
            run((files[0], observations), tmp_path / "analysis.nc")

    def test_cells_without_displacement_need_not_be_covered(self, files, tmp_path, displacement):
        values = np.full((EPOCHS.size, 30, 30), np.nan)
        values[:, 10, 10] = displacement[:, 0, 0]
        grid = M25.window(ROW0 - 8, COLUMN0 - 8, 30, 30)
        assert (
            run((files[0], write_observations(tmp_path / "o.nc", values, grid=grid)), tmp_path / "a.nc")[0].n_cells == 1
        )

    def test_another_grid(self, files, tmp_path, displacement):
        observations = write_observations(
            tmp_path / "m36.nc", displacement, grid=Grid("M36").window(115, 750, OBS_ROWS, OBS_COLUMNS)
        )
        with pytest.raises(InputError, match="import the storage with GRID M36"):
            run((files[0], observations), tmp_path / "analysis.nc")

    def test_line_of_sight(self, files, tmp_path, displacement):
        observations = write_observations(tmp_path / "los.nc", displacement, name="displacement")
        with pytest.raises(InputError, match="vertical"):
            run((files[0], observations), tmp_path / "analysis.nc")

    def test_nothing_observed(self, files, tmp_path, displacement):
        observations = write_observations(tmp_path / "empty.nc", np.full_like(displacement, np.nan))
        with pytest.raises(InputError, match="every value is missing"):
            run((files[0], observations), tmp_path / "analysis.nc")

    def test_one_epoch_has_no_anomaly(self, files, tmp_path, displacement):
        observations = write_observations(tmp_path / "one.nc", displacement[:1], EPOCHS[:1])
        with pytest.raises(InputError, match="two epochs"):
            run((files[0], observations), tmp_path / "analysis.nc")

    @pytest.mark.parametrize("options", [{"reference": "unknown"}, {"deramped": True}])
    def test_a_cell_that_is_known_but_for_an_offset(self, files, tmp_path, displacement, options):
        observations = write_observations(tmp_path / "single.nc", displacement[:, :1, :1])
        with pytest.raises(InputError, match=r"displacement \(1 cells\) says nothing"):
            run((files[0], observations), tmp_path / "analysis.nc", **options)

    def test_all_epochs_excluded(self, files, tmp_path):
        with pytest.raises(InputError, match=r"EXCLUDED_PERIODS leaves no epoch of obs\.nc"):
            run(files, tmp_path / "analysis.nc", excluded_periods="2017-01-01..2019-01-01")

    def test_storage_of_the_gaps_only(self, tmp_path, displacement):
        values = displacement.copy()
        values[:8] = np.nan
        days = STORAGE_DAYS[:8]  # until the epoch 6575
        storage = write_storage(tmp_path / "early.nc", season(days), days)
        with pytest.raises(InputError, match="no displacement at the epochs that"):
            run((storage, write_observations(tmp_path / "late.nc", values)), tmp_path / "analysis.nc")

    def test_end_before_the_first_epoch(self, files, tmp_path):
        with pytest.raises(InputError, match="END 2016-01-01 lies before the first epoch"):
            run(files, tmp_path / "analysis.nc", end="2016-01-01")

    def test_a_single_member(self, files, tmp_path):
        storage = write_storage(tmp_path / "single.nc", season(STORAGE_DAYS)[None])
        with pytest.raises(InputError, match="no spread"):
            run((storage, files[1]), tmp_path / "analysis.nc")

    def test_members_without_spread(self, files, tmp_path):
        storage = write_storage(tmp_path / "alike.nc", np.repeat(season(STORAGE_DAYS)[None], 4, axis=0))
        with pytest.raises(InputError, match="members of the storage are all alike"):
            run((storage, files[1]), tmp_path / "analysis.nc", method="enkf_3d")

    def test_leaves_no_file_behind(self, files, tmp_path):
        class Impatient(SilentProgress):
            def report(self, fraction, message=""):
                self.late = fraction > 0.5

            def cancelled(self):
                return getattr(self, "late", False)

        before = set(tmp_path.iterdir())
        with pytest.raises(Cancelled):
            run(files, tmp_path / "analysis.nc", Impatient())
        assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"method": "nudging"}, "METHOD"),
        ({"members": 1}, "MEMBERS"),
        ({"observation_error_mm": 0.0}, "OBSERVATION_ERROR"),
        ({"error_memory_days": float("nan")}, "ERROR_MEMORY"),
        ({"seed": -1}, "SEED"),
        ({"localization_km": -1.0}, "LOCALIZATION"),
        ({"error_nugget": 1.5}, "ERROR_NUGGET"),
        ({"seasonal_bias_mm": -1.0}, "SEASONAL_BIAS"),
        ({"inflation": 0.9}, "INFLATION"),
        ({"reference": "sea level"}, "REFERENCE"),
    ],
)
def test_options_out_of_range_are_named(options, text):
    with pytest.raises(InputError, match=text):
        AssimilationOptions(**options)
