"""Assimilation that cycles with the Catchment model: put-back, restart, a twin."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import netCDF4
import numpy as np
import pytest
from groundswell.core.assimilation.cycling import following
from groundswell.core.assimilation.cycling.model_run import assimilate_with_model
from groundswell.core.assimilation.exact_options import BestOptions
from groundswell.core.assimilation.frames import FrameFile
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.preparation import Sources
from groundswell.core.assimilation.priors import land_ensemble
from groundswell.core.assimilation.priors.land_ensemble import CellTiles
from groundswell.core.assimilation.priors.land_model import LandModel, opened
from groundswell.core.assimilation.priors.put_back import put_back, rescaled
from groundswell.core.assimilation.tuning import tune_observation_error
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.grid.ease2 import Grid
from groundswell.core.land import land_run
from groundswell.core.land.catchment import STATE_NAMES, VARIANTS, Parameters, State, cold_start
from groundswell.core.land.catchment.increments import Increments, storage_change
from groundswell.core.land.run import CatchmentOptions, run_catchment
from groundswell.core.land.tiles import Tiles
from groundswell.core.loading.cells import grid_cells
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.report.tuning_report import write_tuning_report
from groundswell.core.work.progress import SilentProgress

LOAM = {
    "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395, "dpth": 2500.0,
    "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
    "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
    "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
    "vegcls": 4, "lai": [2.0] * 12, "grn": [0.7] * 12,
}  # fmt: skip
ROW0, COLUMN0, ROWS, COLUMNS = 160, 1079, 2, 3
START, DAYS = 6575.0, 4
EPOCHS = START + np.array([1.0, 2.0, 3.0, 4.0])
NOISE = "catdef.std=2.0, snow.std=0.1"
CHOICES = {"members": 6, "seed": 5, "observation_error_mm": 0.05, "method": "ensrf_1d", "workers": 1}


def some_records(count):
    return [{**LOAM, "dpth": 1500.0 + 250.0 * (number % 7)} for number in range(count)]


def some_tiles(rows=ROWS, columns=COLUMNS):
    """Return columns of different depth, one a cell but for the last cell, which has two; the first cell is a lake."""
    row, column = (index.ravel()[1:] for index in np.indices((rows, columns)))
    row, column = np.append(row, row[-1]), np.append(column, column[-1])
    records = some_records(row.size)
    fraction = np.append(np.ones(row.size - 2), [0.75, 0.25])
    grid = Grid("M25").window(ROW0, COLUMN0, rows, columns)
    return Tiles(Parameters.from_records(records), grid, "M25", ROW0, COLUMN0, row, column, fraction)


def write_weather(path, grid):
    """Write hourly weather: a shower a day, snow at the end."""
    times = START + np.arange(DAYS * 24) / 24
    hour, cold = (times % 1.0) * 24, times > START + 2.5
    sun = np.maximum(np.sin(hour / 24 * 2 * np.pi), 0.0)
    values = {
        "Tair": (np.where(cold, 268.0, 288.0) + 5 * sun, "K"), "Qair": (np.where(cold, 0.002, 0.007), "kg kg-1"),
        "Psurf": (np.full(times.size, 8.2e4), "Pa"), "LWdown": (np.full(times.size, 300.0), "W m-2"),
        "Rainf": (np.where((hour > 8) & (hour < 12) & ~cold, 4e-4, 0.0), "kg m-2 s-1"),
        "Snowf": (np.where(cold & (hour < 6), 3e-4, 0.0), "kg m-2 s-1"),
        "SWdown": (700.0 * sun, "W m-2"), "Wind": (np.full(times.size, 2.5), "m s-1"),
    }  # fmt: skip
    with netcdf.create(path, "weather", "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, times)
        dataset.RefH = 10.0
        for name, (series, units) in values.items():
            variable = netcdf.add_variable(dataset, name, ("time", "y", "x"), units, name, dtype="f8")
            variable[:] = np.broadcast_to(series[:, None, None], (times.size, *grid.shape))
    return path


def write_grid_file(path, name, values, days, grid):
    with netcdf.create(path, "made up", "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, name, ("time", "y", "x"), "mm", name, dtype="f8")[:] = values
    return path


class Listener(SilentProgress):
    """Keeps the warnings."""

    def __init__(self):
        self.warnings = []

    def warn(self, message):
        self.warnings.append(message)


def model_of(area, **changes):
    return LandModel(area.weather, area.parameters, **{"changes": NOISE, "spin_up_years": 0, **changes})


def run(area, name, model=None, restart=None, save=None, progress=None, frames=None, best=None, **options):
    path = area.folder / f"{name}.nc"
    chosen = AssimilationOptions(**{**CHOICES, **options})
    first, *others = frames or [area.observations]
    more = [FrameFile(other) for other in others]
    result = assimilate_with_model(
        model or model_of(area),
        first,
        path,
        chosen,
        progress or SilentProgress(),
        restart=restart,
        save_restart=save,
        more=more,
        best=best,
    )
    with netcdf.open_dataset(path) as dataset:
        values = {name: netcdf.read_stored(dataset, name) for name in dataset.variables if name != "crs"}
        return result, values, {name: dataset.getncattr(name) for name in dataset.ncattrs()}


@pytest.fixture(scope="module")
def area(tmp_path_factory):
    """Return files of a few columns, observed without noise from a truth of another seed."""
    folder = tmp_path_factory.mktemp("cycling")
    tiles = some_tiles()
    made = SimpleNamespace(folder=folder, tiles=tiles, parameters=folder / "parameters.json")
    places = zip(some_records(tiles.count), *tiles.lon_lat, tiles.fraction)
    columns = [{**record, "lon": lon, "lat": lat, "fraction": part} for record, lon, lat, part in places]
    made.parameters.write_text(json.dumps(columns))
    made.weather = write_weather(folder / "weather.nc", tiles.grid)
    options = AssimilationOptions(**{**CHOICES, "seed": 77})
    with opened(model_of(made, changes="catdef.std=3.0"), options) as land:
        ensemble = land.ensemble(land.first_mark(SilentProgress()))
        made.truth = []
        for epoch in EPOCHS:
            ensemble.advance(epoch, SilentProgress(), "truth")
            made.truth.append(ensemble.storage()[1])
        inside = land.cells.inside
    made.truth = np.array(made.truth)
    cells = grid_cells(tiles.grid).part(inside.ravel())
    displacement = np.full((EPOCHS.size, *tiles.grid.shape), np.nan)
    displacement[:, inside] = LoadOperator.of_cells(cells).apply(made.truth)
    displacement[1, 1, 0] = np.nan
    displacement[:, 0, 1] = np.nan
    made.inside = inside
    made.observations = write_grid_file(
        folder / "observations.nc", "vertical_displacement", displacement, EPOCHS, tiles.grid
    )
    return made


@pytest.fixture(scope="module")
def whole(area):
    """Return the run over all epochs."""
    return run(area, "whole", save_members=True)


# Put-back


def some_states(rng, tiles, members=12):
    """Return wet, dry and snowy states, some of them beyond the bounds."""
    parameters = tiles.parameters
    state = cold_start(parameters, 285.0, 0.3, (members,))
    shape = state.catdef.shape
    snow = np.where(rng.random(shape) < 0.5, rng.random(shape) * 30, 0.0)
    cover = np.maximum(np.minimum(snow / 26, 1), 1e-9)
    layers = {f"wesn{layer}": snow / 3 for layer in (1, 2, 3)}
    layers |= {f"htsn{layer}": -snow / 3 * 3.4e5 for layer in (1, 2, 3)}
    layers |= {f"sndz{layer}": np.where(snow > 0, snow / 750 / cover, 0.0) for layer in (1, 2, 3)}
    return replace(
        state,
        catdef=1 + rng.random(shape) ** 2 * parameters.cdcr2,
        rzexc=rng.normal(0, 20, shape),
        srfexc=rng.normal(0, 3, shape),
        **layers,
    )


def bounds_reached(state, parameters, residual):
    """Return where the soil is full (for water that found no room) or its deficit at the largest (for the rest)."""
    return np.where(residual > 0, state.catdef <= 1.0 + 1e-9, state.catdef >= parameters.cdcr2 - 1e-9)


@pytest.mark.parametrize("way", ["stores", "rescaled"])
def test_put_back_loses_no_water(way):
    """Requested is applied to 1e-9 mm wherever a store has room; many increments here meet a bound."""
    rng = np.random.default_rng(0)
    tiles = some_tiles(6, 7)
    state = some_states(rng, tiles)
    shape = state.catdef.shape
    if way == "stores":
        increments = Increments(*(rng.normal(0, size, shape) for size in (30, 20, 5, 20)))
    else:
        increments = rescaled(state, rng.normal(0, 60, shape), tiles.parameters)
    made = put_back(state, increments, tiles.parameters, VARIANTS["fortuna"])
    np.testing.assert_allclose(made.requested, storage_change(increments), atol=1e-12)
    change = made.state.tws(tiles.parameters) - state.tws(tiles.parameters)
    np.testing.assert_allclose(made.applied, change, atol=1e-12)
    np.testing.assert_allclose(storage_change(made.stores), change, atol=1e-9)
    residual = made.requested - made.applied
    left = np.abs(residual) > 1e-9
    assert left.mean() < 0.15
    assert bounds_reached(made.state, tiles.parameters, residual)[left].all()
    assert (made.moved[~left] > 1).sum() > 50
    assert (made.state.catdef >= 1).all()
    assert (made.state.catdef <= tiles.parameters.cdcr2).all()
    assert (made.state.snow_water >= 0).all()


def test_snow_that_is_not_there_is_taken_from_the_soil():
    tiles = some_tiles()
    state = cold_start(tiles.parameters, 285.0, 0.3, (1,))
    made = put_back(state, Increments(snow=np.full(state.catdef.shape, -7.0)), tiles.parameters, VARIANTS["fortuna"])
    np.testing.assert_allclose(made.stores.catdef, 7.0, atol=1e-9)
    np.testing.assert_allclose(made.applied, -7.0, atol=1e-9)
    np.testing.assert_array_equal(made.stores.snow, 0.0)


def test_rescaling_is_one_factor():
    rng = np.random.default_rng(2)
    tiles = some_tiles()
    state = some_states(rng, tiles)
    asked = np.full(state.catdef.shape, 6.0)
    changes = rescaled(state, asked, tiles.parameters)
    np.testing.assert_allclose(storage_change(changes), asked, rtol=1e-12)
    snowy = (state.snow_water > 1) & (changes.snow != 0)
    assert snowy.sum() > 20
    factor = -changes.catdef / (tiles.parameters.cdcr2 - state.catdef)
    np.testing.assert_allclose((changes.snow / np.where(snowy, state.snow_water, 1))[snowy], factor[snowy], rtol=1e-10)


def test_cells_are_means_of_their_columns():
    tiles = some_tiles()
    cells = CellTiles(tiles)
    values = np.arange(float(tiles.count))[None]
    grid = tiles.to_grid(values)
    np.testing.assert_allclose(cells.means(values), grid[:, cells.inside], rtol=1e-14)
    stores = np.random.default_rng(0).normal(size=(3, tiles.count, 5))
    np.testing.assert_array_equal(cells.apart(cells.beside(stores)), stores)


# The cycle


def test_output_and_budget_of_the_increments(area, whole):
    result, values, attributes = whole
    assert (result.n_epochs, result.n_cells, result.n_observations) == (4, 4, 15)
    inside = area.inside
    requested, applied = (values[f"increment_{name}"][:, inside] for name in ("requested", "applied"))
    assert np.abs(requested).max() > 1
    np.testing.assert_allclose(applied, requested, atol=1e-4)  # float32 of changes of some 100 mm
    parts = values["increment_root_zone_excess"] + values["increment_surface_excess"]
    parts = parts - values["increment_catchment_deficit"] + values["increment_snow_water_equivalent"]
    np.testing.assert_allclose(parts[:, inside], applied, atol=1e-3)
    assert np.isnan(values["tws_analysis"][:, ~inside]).all()
    assert attributes["prior"].startswith("Catchment")
    assert '"std": 2.0' in attributes["perturbations"]
    assert attributes["disaggregation"] == "ensemble"
    assert attributes["largest_water_residual_mm"] < 1e-6
    np.testing.assert_allclose(
        values["tws_analysis_members"].mean(axis=0)[:, inside], values["tws_analysis"][:, inside], rtol=1e-5
    )


def test_cells_without_observations_are_the_open_loop(whole):
    _, values, _ = whole
    for name in ("tws_analysis", "tws_analysis_std"):
        unseen = values[name][:, 0, 1], values[name.replace("analysis", "open_loop")][:, 0, 1]
        np.testing.assert_array_equal(*unseen)
    assert values["n_observations"][0, 1] == 0
    # At the second epoch a cell is not observed: nothing is asked of it, but the model has carried the first on.
    assert values["increment_requested"][1, 1, 0] == 0
    assert values["tws_analysis"][1, 1, 0] != values["tws_open_loop"][1, 1, 0]


def test_open_loop_is_that_of_runcatchment(area, whole):
    """The same model, seed and perturbations end in the same states, whether run at once or from epoch to epoch."""
    options = CatchmentOptions(members=6, seed=5, changes=NOISE, spin_up_years=0, workers=1)
    state = area.folder / "land_state.nc"
    run_catchment(
        area.weather, area.parameters, area.folder / "storage.nc", options, SilentProgress(), restart_output=state
    )
    with netcdf.open_dataset(state) as dataset:
        end = State.from_mapping({name: netcdf.read_stored(dataset, name) for name in STATE_NAMES})
    members = area.tiles.to_grid(end.tws(area.tiles.parameters)[:-1])
    np.testing.assert_array_equal(whole[1]["tws_open_loop_members"][:, -1], members.astype(np.float32))


def test_a_run_of_the_land_model_is_a_beginning(area, whole):
    options = CatchmentOptions(members=6, seed=5, changes=NOISE, spin_up_years=0, workers=1, end=date(2018, 1, 2))
    state = area.folder / "land_begin.nc"
    run_catchment(
        area.weather, area.parameters, area.folder / "begin.nc", options, SilentProgress(), restart_output=state
    )
    _, values, _ = run(area, "from_land", restart=state, save_members=True)
    np.testing.assert_array_equal(values["time"], EPOCHS[1:])
    members = values["tws_open_loop_members"]
    np.testing.assert_array_equal(members, whole[1]["tws_open_loop_members"][:, 1:])


def test_analysis_is_nearer_to_the_truth(area, whole):
    """Anomalies to the epochs of observations, as both enter; the observations are perfect."""
    _, values, _ = whole
    seen = area.inside & (values["n_observations"] > 0)
    truth = np.full((EPOCHS.size, *seen.shape), np.nan)
    truth[:, area.inside] = area.truth

    def error(name):
        difference = values[name][:, seen] - truth[:, seen]
        return np.sqrt(np.mean((difference - difference.mean(axis=0)) ** 2))

    assert error("tws_analysis") < 0.75 * error("tws_open_loop")
    assert values["tws_analysis_std"][-1][seen].mean() < values["tws_open_loop_std"][-1][seen].mean()


def test_cut_in_two_equals_the_whole(area, whole):
    state = area.folder / "state.nc"
    _, first, _ = run(area, "first", save=state, end="2018-01-03", save_members=True)
    _, second, attributes = run(area, "second", restart=state, save_members=True)
    assert (first["time"].size, second["time"].size) == (2, 2)
    for name, values in whole[1].items():
        if name.endswith("_members"):
            np.testing.assert_array_equal(np.concatenate([first[name], second[name]], axis=1), values, err_msg=name)
        elif values.ndim == 3 or name == "area_mean_normalized_innovation":
            np.testing.assert_array_equal(np.concatenate([first[name], second[name]]), values, err_msg=name)
    assert attributes["information"] == whole[2]["information"]
    with pytest.raises(InputError, match=r"other choices \(disaggregation\)"):
        run(area, "other", restart=state, model=model_of(area, disaggregation="rescale"))


def rows_of(area, name, row, epochs):
    """Write one row of the observations at some epochs."""
    with netcdf.open_dataset(area.observations) as dataset:
        values = netcdf.read_float(dataset, "vertical_displacement")[epochs, row : row + 1]
    grid = Grid("M25").window(ROW0 + row, COLUMN0, 1, COLUMNS)
    return write_grid_file(area.folder / f"{name}.nc", "vertical_displacement", values, EPOCHS[epochs], grid)


def test_two_halves_are_the_whole_frame(area, whole):
    halves = [rows_of(area, f"row{row}", row, slice(None)) for row in (1, 0)]
    _, values, attributes = run(area, "halves", frames=halves, save_members=True)
    for name in ("tws_analysis_members", "normalized_innovation", "increment_applied", "n_observations"):
        np.testing.assert_array_equal(values[name], whole[1][name], err_msg=name)
    assert [fact["cells"] for fact in json.loads(attributes["frames"])] == [1, 3]


def test_frames_with_dates_of_their_own_cut_in_two(area):
    frames = [rows_of(area, "south", 1, slice(None)), rows_of(area, "north", 0, slice(1, 3))]
    progress, state = Listener(), area.folder / "frames.nc"
    _, both, _ = run(area, "both", frames=frames, progress=progress, save_members=True)
    assert not any("frame" in text for text in progress.warnings)
    run(area, "both1", frames=frames, save=state, end="2018-01-04", save_members=True)
    # The second frame has no epoch left.
    _, second, _ = run(area, "both2", frames=frames[::-1], restart=state, save_members=True)
    assert second["time"].size == 1
    np.testing.assert_array_equal(second["tws_analysis_members"], both["tws_analysis_members"][:, 3:])
    late = rows_of(area, "late", 0, slice(0, 2))
    with netcdf.append(late) as dataset:
        dataset.variables["time"][:] = EPOCHS[:2] + 900
    with pytest.raises(InputError, match="FORCING covers no epoch of the frame late"):
        run(area, "never", frames=[area.observations, late])


def test_workers_do_not_change_the_result(area, whole, monkeypatch):
    monkeypatch.setattr(land_run, "COLUMNS_PER_BLOCK", 15)
    _, values, _ = run(area, "workers", workers=3, save_members=True)
    for name, expected in whole[1].items():
        np.testing.assert_array_equal(values[name], expected, err_msg=name)


def test_both_disaggregations_ask_for_the_same_water(area, whole):
    """The stores' own increments add up to that of the storage, because all covariances are linear."""
    _, values, _ = run(area, "rescaled", model=model_of(area, disaggregation="rescale"), end="2018-01-02")
    filtered, inside = whole[1], area.inside
    for name in ("increment_requested", "increment_applied", "tws_analysis"):
        np.testing.assert_allclose(values[name][0, inside], filtered[name][0, inside], rtol=1e-5, atol=1e-4)
    difference = values["increment_root_zone_excess"][0, inside] - filtered["increment_root_zone_excess"][0, inside]
    assert np.abs(difference).max() > 0.01


def test_epochs_without_observations_are_the_open_loop(area, whole):
    _, values, _ = run(area, "unseen", excluded_periods="2018-01-02..2018-01-03")
    for name in ("tws_analysis", "tws_analysis_std"):
        np.testing.assert_array_equal(values[name][:2], whole[1][name.replace("analysis", "open_loop")][:2])
    assert np.nanmax(np.abs(values["increment_requested"][:2])) == 0
    assert np.nanmax(np.abs(values["increment_requested"][2:])) > 0.1


def test_other_windows_and_ways(area, whole):
    """Increments in equal parts on the way, and rescaled ones, close their budget and are analyses of their own."""
    model = model_of(area, disaggregation="rescale")
    _, values, _ = run(area, "equal", model=model, window="two_step_equal", method="enkf_3d", localization_km=100)
    applied = values["increment_applied"][:, area.inside]
    np.testing.assert_allclose(applied, values["increment_requested"][:, area.inside], atol=1e-4)
    assert np.abs(applied[:, :2]).max() > 0.1
    assert np.abs(values["tws_analysis"] - whole[1]["tws_analysis"])[:, area.inside].max() > 0.1
    np.testing.assert_array_equal(values["tws_open_loop"], whole[1]["tws_open_loop"])


def test_smoother_corrects_what_is_past_and_leaves_the_model_alone(area, whole):
    _, values, _ = run(area, "smoother", window="enks", lag_days=10)
    filtered = whole[1]
    np.testing.assert_array_equal(values["tws_analysis"][-1], filtered["tws_analysis"][-1])
    np.testing.assert_array_equal(values["innovation"], filtered["innovation"])
    assert np.nanmax(np.abs(values["tws_analysis"][0] - filtered["tws_analysis"][0])) > 0.5
    spread = [np.nanmean(one["tws_analysis_std"][0][area.inside]) for one in (values, filtered)]
    assert spread[0] < spread[1]


@pytest.mark.parametrize("options", [{}, {"window": "two_step_equal", "method": "enkf_3d", "localization_km": 100}])
def test_water_budget_closes(area, options):
    """Storage of every member and cell against the model's own fluxes, perturbations and increments."""
    model = model_of(area, changes="catdef.std=2.0, snow.std=0.1", disaggregation="rescale")
    _, values, attributes = run(area, "closing", model=model, **options)
    inside = area.inside
    assert np.abs(values["water_budget_residual"][:, inside]).max() <= 1e-9
    parts = {name: values[name][:, inside].astype(float) for name in (
        "precipitation", "evaporation", "runoff", "baseflow", "perturbation_water", "increment_applied"
    )}  # fmt: skip
    assert all(np.abs(part).max() > 0.01 for name, part in parts.items() if name != "baseflow")
    assert np.all(parts["baseflow"] <= parts["runoff"] + 1e-6)
    came = parts["precipitation"] - parts["evaporation"] - parts["runoff"]
    came += parts["perturbation_water"] + parts["increment_applied"]
    storage = values["tws_analysis"][:, inside].astype(float)
    # float32 of storages near 1000 mm.
    np.testing.assert_allclose(np.diff(storage, axis=0), came[1:], atol=5e-4)
    assert attributes["budget_start_day"] == START
    gone = (values[f"{name}_open_loop"][:, inside].astype(float) for name in ("evaporation", "runoff"))
    stayed = parts["precipitation"] + values["perturbation_water_open_loop"][:, inside] - sum(gone)
    storage = values["tws_open_loop"][:, inside].astype(float)
    np.testing.assert_allclose(np.diff(storage, axis=0), stayed[1:], atol=5e-4)


def test_water_that_somebody_loses_is_in_the_budget(area, monkeypatch):
    whole_state = land_ensemble._with_columns

    def leaky(state, members, tiles):
        changed = whole_state(state, members, tiles)
        return replace(changed, catdef=changed.catdef + 0.25)

    monkeypatch.setattr(land_ensemble, "_with_columns", leaky)
    _, values, _ = run(area, "leaky", end="2018-01-02")
    np.testing.assert_allclose(values["water_budget_residual"][0, area.inside], -0.25, atol=1e-6)


def test_sweep_with_the_land_model_is_near_to_its_cycle(area, whole, tmp_path):
    """The model runs once; the innovations are those of the cycling run, to what an increment fades differently."""
    errors = [0.05, 0.2]
    options = AssimilationOptions(**CHOICES)
    sources = Sources(area.observations)
    found = tune_observation_error(
        None, sources, tmp_path / "t.csv", options, errors, progress=SilentProgress(), model=model_of(area)
    )
    assert found.land_model
    assert [row.n_observations for row in found.rows] == [whole[0].n_observations] * 2
    assert found.rows[0].pooled_std == pytest.approx(whole[0].pooled_innovation_std, rel=0.1)
    assert found.rows[1].pooled_std < 0.5 * found.rows[0].pooled_std
    write_tuning_report(found, tmp_path / "r.html")
    assert "open loop, corrected by increments that fade" in (tmp_path / "r.html").read_text(encoding="utf-8")


# The best estimate, followed by the model


def test_the_members_mean_follows_the_best_estimate(area, monkeypatch):
    asked = []
    monkeypatch.setattr(following, "covers_a_year", lambda days: asked.append(days) or True)
    estimate = following.best_estimate
    kept = {}

    def keeping(storage, sources, output, *rest, **named):
        result = estimate(storage, sources, output, *rest, **named)
        with netcdf.open_dataset(output) as dataset:
            kept.update({name: netcdf.read_float(dataset, name) for name in ("tws_analysis", "tws_analysis_std")})
        return result

    monkeypatch.setattr(following, "best_estimate", keeping)
    best = BestOptions(reference="absolute", sizes={"frame_own_mm": 0.02, "frame_air_mm": 0.01, "frame_tie_mm": 0.01})
    _, values, attributes = run(area, "followed", method="auto", best=best)
    np.testing.assert_array_equal(asked[0], EPOCHS)
    inside = area.inside
    assert np.abs(values["tws_analysis"] - values["tws_open_loop"])[:, inside].max() > 0.1
    # What the bounds of the soil refuse of one epoch is asked for again at the next. Files hold float32.
    refused = values["increment_requested"] - values["increment_applied"]
    assert (np.abs(refused[:, inside]) < 1e-9).mean() > 0.9
    reached = values["tws_analysis"] + refused
    np.testing.assert_allclose(reached[:, inside], kept["tws_analysis"][:, inside], atol=2e-4)
    np.testing.assert_allclose(values["tws_analysis_std"][:, inside], kept["tws_analysis_std"][:, inside], rtol=1e-5)
    assert np.nanmax(np.abs(values["water_budget_residual"])) < 1e-9
    assert "verdict" in attributes
    assert attributes["method"] == "exact"


def test_a_run_in_parts_and_one_of_days_do_not_follow_and_refuse_grace(area):
    _, _, attributes = run(area, "days", method="auto")
    assert attributes["method"] == "enkf_1d"
    assert "verdict" not in attributes
    relative = area.folder / "relative_displacement.nc"
    shutil.copy(area.observations, relative)
    with netCDF4.Dataset(relative, "a") as dataset:
        dataset.vertical_frame = "relative to the reference area"
    assert run(area, "relative", frames=[relative], method="auto")[2]["reference"] == "unknown"
    assert "parts" in following.not_followed(6000.0 + np.arange(0, 800, 12.0), True)
    assert following.not_followed(6000.0 + np.arange(0, 800, 12.0), False) == ""
    for method in ("auto", "enkf_3d"):
        with pytest.raises(InputError, match=f"GRACE: METHOD {'enkf_1d' if method == 'auto' else method} does not"):
            assimilate_with_model(
                model_of(area),
                area.observations,
                area.folder / "none.nc",
                AssimilationOptions(**{**CHOICES, "method": method}),
                SilentProgress(),
                best=BestOptions(grace=area.observations),
            )


# Background and bad input


def test_load_outside_is_added_to_the_prediction(area, whole):
    grid = Grid("M25").window(ROW0 - 2, COLUMN0 - 2, ROWS + 4, COLUMNS + 4)
    level = np.broadcast_to(np.array([0.0, 50.0, 100.0, 150.0])[:, None, None], (4, *grid.shape))
    background = write_grid_file(area.folder / "load.nc", "tws", level, EPOCHS, grid)
    _, values, attributes = run(area, "background", model=model_of(area, background=background), save_members=True)
    inside = area.inside & (values["n_observations"] > 0)
    change = (values["predicted_displacement"] - whole[1]["predicted_displacement"])[:, inside]
    part = np.ones(grid.shape, dtype=bool)
    part[2:-2, 2:-2] = ~area.inside
    here, cells = grid_cells(grid), grid_cells(grid).part(part.ravel())
    seen = np.zeros(grid.shape, dtype=bool)
    seen[2:-2, 2:-2] = inside
    points = here.part(seen.ravel())
    expected = LoadOperator.of_cells(cells, points.lon, points.lat).apply(level[:, part])
    full = [0, 2, 3]  # the cell that misses an epoch has another mean
    relative = (expected - expected.mean(axis=0))[:, full]
    assert np.abs(relative).max() > 0.3
    np.testing.assert_allclose(change[:, full], relative, atol=1e-6)
    assert attributes["background"] == "load.nc"


def test_errors_of_the_load_outside_widen_the_prediction(area, whole):
    """They lower the gain, and are carried over a restart to the last bit."""
    grid = Grid("M25").window(ROW0 - 8, COLUMN0 - 8, ROWS + 16, COLUMNS + 16)
    storage = write_grid_file(area.folder / "wide_storage.nc", "tws", np.zeros((4, *grid.shape)), EPOCHS, grid)
    model, state = model_of(area, background=storage), area.folder / "wide_state.nc"
    _, values, _ = run(area, "wide", model=model)
    seen = area.inside & (values["n_observations"] > 0)
    for epoch in (0, 3):
        assert (np.abs(values["gain"][epoch, seen]) < np.abs(whole[1]["gain"][epoch, seen])).mean() > 0.7
    assert np.nanmean(values["tws_analysis_std"]) > np.nanmean(whole[1]["tws_analysis_std"])
    _, first, _ = run(area, "wide_first", model=model, save=state, end="2018-01-03")
    _, second, _ = run(area, "wide_second", model=model, restart=state)
    for name in ("tws_analysis", "normalized_innovation", "gain"):
        np.testing.assert_array_equal(np.concatenate([first[name], second[name]]), values[name], err_msg=name)


@pytest.mark.parametrize(
    ("choices", "options", "message"),
    [
        ({"perturbations": "none"}, {}, "without spread"),
        ({"disaggregation": "guess"}, {}, "DISAGGREGATION: 'guess' is not offered"),
        ({"changes": "catdef.std=0, snow.std=0"}, {}, "all alike at every epoch"),
        ({}, {"window": "enks"}, "SAVE_RESTART does not go with WINDOW enks"),
    ],
)
def test_bad_choices_are_said(area, choices, options, message):
    with pytest.raises(InputError, match=message):
        run(area, "bad", model=model_of(area, **choices), save=area.folder / "bad_state.nc", **options)
    assert not (area.folder / "bad.nc").exists()


def test_members_that_have_not_parted_are_said(area):
    shape = area.tiles.grid.shape
    early = write_grid_file(
        area.folder / "begin_obs.nc", "vertical_displacement", np.ones((2, *shape)), EPOCHS[:2] - 1, area.tiles.grid
    )
    progress = Listener()
    run(SimpleNamespace(**{**vars(area), "observations": early}), "parted", progress=progress)
    assert any("hardly parted at the first epoch (standard deviation 0.0 mm" in text for text in progress.warnings)


def test_weather_of_another_time_is_said(area):
    grid = area.tiles.grid
    late = write_grid_file(
        area.folder / "late.nc",
        "vertical_displacement",
        np.ones((2, *grid.shape)),
        START + np.array([40.0, 52.0]),
        grid,
    )
    other = SimpleNamespace(**{**vars(area), "observations": late})
    with pytest.raises(InputError, match="covers no epoch of"):
        run(other, "bad")


def test_background_of_another_time_is_said(area):
    grid = Grid("M25").window(ROW0 - 1, COLUMN0 - 1, ROWS + 2, COLUMNS + 2)
    early = write_grid_file(area.folder / "early.nc", "tws", np.ones((2, *grid.shape)), EPOCHS[:2], grid)
    with pytest.raises(InputError, match="INPUT: .*not all epochs"):
        run(area, "bad", model=model_of(area, background=early))


@pytest.mark.parametrize("which", ["END", "EXCLUDED_PERIODS", "line of sight", "members", "seed"])
def test_what_can_be_refused_is_refused_before_the_model_runs(area, chain, tmp_path, monkeypatch, which):
    def spin_up(*arguments, **options):
        raise AssertionError("the model has begun")

    monkeypatch.setattr("groundswell.core.assimilation.cycling.model_run.opened", spin_up)
    wrong = {
        "END": {"end": "2018-13-01"}, "EXCLUDED_PERIODS": {"excluded_periods": "2018-02-01..2018-01-01"},
        "members": {"members": 2.5}, "seed": {"seed": 1.5},
    }.get(which, {})  # fmt: skip
    observations = chain.gridded if which == "line of sight" else area.observations
    with pytest.raises(InputError, match=which if which == "line of sight" else which.upper()):
        assimilate_with_model(
            model_of(area),
            observations,
            tmp_path / "o.nc",
            AssimilationOptions(**{**CHOICES, **wrong}),
            SilentProgress(),
        )
