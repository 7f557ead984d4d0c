"""Stack to displacement series: the file, the reference, blocks and workers, LiCSBAS's result on real data."""

import itertools
import json

import numpy as np
import pytest
from groundswell.core.dates import date_of
from groundswell.core.errors import Cancelled, InputError, OutputError
from groundswell.core.files import netcdf, raster
from groundswell.core.insar import inversion_tasks
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.checks.noise_indices import NoiseIndex, apply_indices, consistency, tell_of_mask
from groundswell.core.insar.importing import import_interferograms
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.insar.network_inversion import invert
from groundswell.core.insar.series.trends import Trend
from groundswell.core.insar.solver.bootstrap import bootstrap_std, bootstrap_weights
from groundswell.core.insar.solver.motion import motion_model
from groundswell.core.insar.weighting import weight_of_coherence
from groundswell.core.work import blocks
from groundswell.core.work.processes import ProcessExecutor
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 12, 10)
WAVELENGTH = 299792458 / 5405000500.0
MM = -WAVELENGTH / (4 * np.pi) * 1000  # per radian
DATES = ["20180101", "20180113", "20180125", "20180206", "20180218", "20180302"]
EVERY_VARIABLE = {
    "displacement", "velocity", "velocity_std", "annual_amplitude", "annual_phase", "residual_rms",
    "temporal_coherence", "n_interferograms", "n_gaps", "n_loop_errors", "mask", "los_east", "los_north", "los_up",
    "height", "time", "crs", "x", "y", "longest_gap", "longest_part", "reference_area",
    "determined", "noise_std", "air_std", "annual_amplitude_std", "annual_phase_std",
}  # fmt: skip


def motion(seed=1, dates=DATES):
    """Displacement [date, row, column] in mm, towards the satellite, 0 at the first date."""
    rng = np.random.default_rng(seed)
    return np.cumsum(rng.normal(0, 4, (len(dates), *GRID.shape)), axis=0) * (np.arange(len(dates)) > 0)[:, None, None]


def interferograms(truth, dates=DATES, reach=2, noise=0.0, missing=0.0, seed=2):
    rng = np.random.default_rng(seed)
    pairs = {}
    for i, j in itertools.combinations(range(len(dates)), 2):
        if j - i <= reach:
            phase = (
                (truth[j] - truth[i]) / MM + rng.normal(0, noise, GRID.shape) + 2 * np.pi * rng.integers(1, 5)
            )  # never 0, which is no data
            phase[rng.random(GRID.shape) < missing] = 0  # no data; the whole turns keep others from it
            coherence = rng.integers(80, 250, GRID.shape).astype("u1")
            pairs[f"{dates[i]}_{dates[j]}"] = (phase, coherence)
    return pairs


@pytest.fixture
def stack(licsar_frame, tmp_path):
    """Return a function that imports interferograms and checks them."""

    def make(pairs, check=True, name="frame", **options):
        imported, checked = tmp_path / "stack.nc", tmp_path / "checked.nc"
        import_interferograms(licsar_frame(pairs, name=name), imported)
        if not check:
            return imported
        check_interferograms(imported, checked, CheckOptions(**options))
        return checked

    return make


def read_all(path):
    with netcdf.open_dataset(path) as dataset:
        return {name: netcdf.read_stored(dataset, name) for name in dataset.variables}


def attributes(path):
    with netcdf.open_dataset(path) as dataset:
        return {name: dataset.getncattr(name) for name in dataset.ncattrs()}


def reference_window(values):
    return values[..., 3:6, 4:8]


BOX = (100.004, 100.008, 26 - 0.006, 26 - 0.003)  # rows 3..5, columns 4..7


@pytest.mark.parametrize("weighting", ["uniform", "coherence"])
def test_displacement_is_recovered_relative_to_the_reference_area(stack, tmp_path, weighting):
    truth = motion()
    path = stack(interferograms(truth), reference=BOX)
    summary = invert_stack(path, tmp_path / "series.nc", None, InversionOptions(weighting=weighting, workers=1))
    found = read_all(tmp_path / "series.nc")
    assert set(found) == EVERY_VARIABLE
    # Phase is stored as float32: some 1e-6 rad of 30 rad, 0.005 mm a radian.
    expected = truth - reference_window(truth).mean(axis=(1, 2))[:, None, None]
    np.testing.assert_allclose(found["displacement"], expected, rtol=0, atol=2e-5)
    assert np.all(found["displacement"][0] == 0)
    np.testing.assert_allclose(found["residual_rms"], 0, atol=2e-5)
    np.testing.assert_allclose(found["temporal_coherence"], 1, atol=1e-6)
    assert np.all(found["mask"] == 1)
    assert np.all(found["n_gaps"] == 0)
    assert np.all(found["n_interferograms"] == 9)
    assert np.isnan(found["annual_amplitude"]).all()
    np.testing.assert_allclose(found["los_up"], 0.8, atol=1e-6)
    assert (summary.n_dates, summary.n_pairs, summary.n_solved) == (6, 9, 120)
    with netcdf.open_dataset(tmp_path / "series.nc") as dataset:
        days = netcdf.read_days(dataset)
        assert days.tolist() == [6575.0 + 12 * k for k in range(6)]
        area = netcdf.read_reference_area(dataset)
        assert dataset.gap_model == "linear"
        assert dataset.weighting == weighting
        assert dataset.frame == "099A_06414_131313"
        assert len(dataset.history.splitlines()) == 3
        assert dataset["displacement"].grid_mapping == "crs"
    np.testing.assert_allclose([area.lon_min, area.lon_max, area.lat_min, area.lat_max], BOX, atol=1e-9)
    np.testing.assert_allclose(area.los_up, 0.8, atol=1e-6)


def test_the_file_holds_what_the_network_inversion_gives(stack, tmp_path):
    truth = motion()
    pairs, whole = (interferograms(truth, reach=3, noise=0.3, missing=part) for part in (0.2, 0.0))
    for name, (phase, _) in pairs.items():  # nothing is missing in the reference area
        phase[3:6, 4:8] = reference_window(whole[name][0])
    path = stack(pairs, reference=BOX)
    invert_stack(path, tmp_path / "series.nc", tmp_path / "velocity.tif")
    found, data = read_all(tmp_path / "series.nc"), read_all(path)
    phase = data["unwrapped_phase"].astype("f8")
    phase -= reference_window(phase).mean(axis=(1, 2))[:, None, None]
    dates, index = np.unique([data["reference_date"], data["secondary_date"]], return_inverse=True)
    weights = weight_of_coherence(data["coherence"].reshape(len(phase), -1))
    expected = invert(phase.reshape(len(phase), -1) * MM, index.reshape(2, -1).T, dates, weights)
    np.testing.assert_allclose(found["displacement"].reshape(6, -1), expected.displacement, atol=1e-5)
    np.testing.assert_allclose(found["residual_rms"].ravel(), expected.residual_rms, atol=1e-5)
    np.testing.assert_array_equal(found["n_gaps"].ravel(), expected.n_gaps)
    np.testing.assert_array_equal(found["n_interferograms"].ravel(), expected.n_interferograms)
    whole = expected.n_gaps == 0  # others are fitted to determined dates, each part with its own constant
    np.testing.assert_allclose(found["velocity"].ravel()[whole], expected.velocity[whole], rtol=1e-5, atol=1e-4)
    there = np.isfinite(phase)
    steps = found["displacement"][index.reshape(2, -1)[1]] - found["displacement"][index.reshape(2, -1)[0]]
    turn = np.where(there, np.exp(1j * (phase - steps / MM)), 0)
    np.testing.assert_allclose(found["temporal_coherence"], np.abs(turn.sum(0)) / there.sum(0), atol=1e-5)
    velocity, grid = raster.read_raster(tmp_path / "velocity.tif")
    np.testing.assert_array_equal(velocity, found["velocity"])
    assert grid.matches(GRID)


def test_velocity_and_annual_terms_of_two_years(stack, tmp_path):
    dates = [str(day).replace("-", "") for day in np.datetime64("2018-01-01") + 24 * np.arange(34)]
    days = 6575.0 + 24 * np.arange(34)
    rng = np.random.default_rng(4)
    velocity, amplitude = rng.normal(0, 10, GRID.shape), rng.uniform(3, 12, GRID.shape)
    top = rng.uniform(0, 365, GRID.shape)
    truth = velocity * ((days - days[0]) / 365.25)[:, None, None]
    truth = truth + amplitude * np.cos(2 * np.pi * (days[:, None, None] - top) / 365.25)
    box = (100.0, 100.001, 25.999, 26.0)
    truth[:, 0, 0] = 0
    path = stack(interferograms(truth, dates, reach=2), reference=box)
    invert_stack(path, tmp_path / "series.nc")
    found = read_all(tmp_path / "series.nc")
    outside = np.ones(GRID.shape, bool)
    outside[0, 0] = False
    # float32 phases of 34 dates: errors of some 1e-4 mm.
    np.testing.assert_allclose(found["velocity"][outside], velocity[outside], atol=1e-3)
    np.testing.assert_allclose(found["annual_amplitude"][outside], amplitude[outside], atol=1e-3)
    wrong = (found["annual_phase"] - top + 182.625) % 365.25 - 182.625
    np.testing.assert_allclose(wrong[outside], 0, atol=0.02)
    assert np.all(found["velocity_std"] < 1e-3)
    assert np.all((found["annual_phase"] >= 0) & (found["annual_phase"] < 365.25))


def test_further_terms_and_errors_on_demand(stack, tmp_path):
    dates = [str(day).replace("-", "") for day in np.datetime64("2018-01-01") + 24 * np.arange(34)]
    days = 6575.0 + 24 * np.arange(34)
    rng = np.random.default_rng(4)
    step, velocity, half = rng.normal(0, 30, (3, *GRID.shape))
    truth = velocity * ((days - days[0]) / 365.25)[:, None, None]
    truth = truth + half * np.cos(4 * np.pi * (days - 40) / 365.25)[:, None, None]
    truth = truth + step * (days >= 6900)[:, None, None] + rng.normal(0, 1, truth.shape)
    truth -= truth[0]
    path = stack(interferograms(truth, dates, noise=0.1), reference=BOX)
    options = InversionOptions(steps=(date_of(6900), date_of(6900)), semiannual=True, date_std=True, bootstrap=40)
    invert_stack(path, tmp_path / "series.nc", None, options)
    found = read_all(tmp_path / "series.nc")
    assert set(found) == EVERY_VARIABLE | {
        "displacement_std", "velocity_std_bootstrap", "semiannual_amplitude", "semiannual_phase", "step_20181122",
        "semiannual_amplitude_std", "semiannual_phase_std",
    }  # fmt: skip
    relative = {}
    for name, values in (("step", step), ("velocity", velocity), ("half", half)):
        relative[name] = values - reference_window(values).mean()
    # 34 dates with an error of 1 mm: the step is known to some 0.7 mm, the velocity to 1 mm/yr.
    assert np.std(found["step_20181122"] - relative["step"]) < 1.2
    assert np.std(found["velocity"] - relative["velocity"]) < 1.6
    assert np.std(found["semiannual_amplitude"] - np.abs(relative["half"])) < 0.6
    clear = relative["half"] > 10
    np.testing.assert_allclose(found["semiannual_phase"][clear], 40, atol=8)
    # Both estimates of the error are of the size of the error itself.
    for name in ("velocity_std", "velocity_std_bootstrap"):
        assert 0.5 < np.median(found[name]) / np.std(found["velocity"] - relative["velocity"]) < 2
    assert np.all(found["displacement_std"][0] > 0.5)  # the first date errs as any other
    assert np.isfinite(found["displacement_std"]).all()
    assert attributes(tmp_path / "series.nc")["history"].count("STEPS=2018-11-22") == 1
    with pytest.raises(InputError, match="STEPS"):
        invert_stack(path, tmp_path / "series.nc", None, InversionOptions(steps=(date_of(1000),)))
    with pytest.raises(InputError, match="BOOTSTRAP"):
        invert_stack(path, tmp_path / "series.nc", None, InversionOptions(bootstrap=1))


@pytest.mark.parametrize("ramp", ["none", "bilinear", "quadratic"])
@pytest.mark.parametrize("height", [False, True])
def test_trends_are_removed_only_when_asked_for(licsar_frame, tmp_path, ramp, height):
    rng = np.random.default_rng(6)
    x, y = np.meshgrid(np.linspace(-1, 1, 12), np.linspace(1, -1, 10))
    heights = rng.uniform(1000, 3000, GRID.shape)
    shapes = {"none": [], "bilinear": [x, y], "quadratic": [x, y, x * x, y * y, x * y]}[ramp]
    shapes = [*shapes, *([heights / 1000] if height else [])]
    local = np.zeros((6, *GRID.shape))
    local[:, 4, 9] = -3.0 * np.arange(6)  # one subsiding pixel
    common = sum((rng.normal(0, 9, 6)[:, None, None] * shape for shape in shapes), np.zeros_like(local))
    frame = licsar_frame(interferograms(local + common - common[0]))
    raster.write_geotiff(frame / "GEOC" / "099A_06414_131313.geo.hgt.tif", heights.astype("f4"), GRID, None)
    import_interferograms(frame, tmp_path / "stack.nc")
    check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", CheckOptions(reference=BOX))
    progress = SilentProgress()
    options = InversionOptions(trend=Trend(ramp, height), bootstrap=10)
    invert_stack(tmp_path / "checked.nc", tmp_path / "series.nc", tmp_path / "velocity.tif", options, progress)
    found = read_all(tmp_path / "series.nc")
    # The subsiding pixel itself weighs a little in the fit: one of 120.
    np.testing.assert_allclose(found["displacement"], local, atol=1.5)
    np.testing.assert_allclose(reference_window(found["displacement"]).mean(axis=(1, 2)), 0, atol=1e-4)
    assert np.all(found["displacement"][0] == 0)
    np.testing.assert_array_equal(raster.read_raster(tmp_path / "velocity.tif")[0], found["velocity"])
    assert found["velocity"][4, 9] < -70
    wanted = ramp != "none" or height
    assert any("do not go on to water storage" in text for text in progress.warnings) == wanted


def test_trends_that_cannot_be_removed(licsar_frame, tmp_path):
    import_interferograms(licsar_frame(interferograms(motion()), geometry=False), tmp_path / "stack.nc")
    for trend, words in ((Trend(height=True), "no height"), (Trend("cubic"), "RAMP")):
        with pytest.raises(InputError, match=words):
            invert_stack(tmp_path / "stack.nc", tmp_path / "series.nc", None, InversionOptions(trend=trend))
    assert not (tmp_path / "series.nc").exists()


def test_bootstrap_of_a_series_too_short_for_its_model(stack, tmp_path):
    path = stack(interferograms(motion(), dates=DATES), reference=BOX)
    weights = bootstrap_weights(motion_model([0.0, 12.0], seasonal=False), 10)
    assert weights.shape == (0, 2)
    assert np.isnan(bootstrap_std(np.ones((2, 3)), weights)).all()
    invert_stack(path, tmp_path / "series.nc", None, InversionOptions(bootstrap=10))
    assert np.isfinite(read_all(tmp_path / "series.nc")["velocity_std_bootstrap"]).all()


def test_velocity_std_is_that_of_the_white_errors_where_nothing_else_errs(stack, tmp_path):
    """Interferograms without noise: what differs from date to date is white, as least squares has it."""
    truth = np.random.default_rng(8).normal(0, 3, (60, *GRID.shape))
    dates = [str(day).replace("-", "") for day in np.datetime64("2018-01-01") + 12 * np.arange(60)]
    path = stack(interferograms(truth, dates), reference=BOX)
    invert_stack(path, tmp_path / "series.nc")
    found = read_all(tmp_path / "series.nc")
    relative = truth - reference_window(truth).mean(axis=(1, 2))[:, None, None]
    air = np.sqrt(np.mean(np.diff(relative, axis=0) ** 2) / 2)
    assert np.sqrt(np.mean(found["air_std"] ** 2)) == pytest.approx(air, rel=0.05)  # but for the fitted motion
    # 120 pixels share the reference's air: their velocities' true error is known to some 10 %.
    assert 0.8 < np.sqrt(np.mean(found["velocity"] ** 2)) / np.sqrt(np.mean(found["velocity_std"] ** 2)) < 1.25


@pytest.mark.parametrize("weighting", ["uniform", "coherence"])
def test_errors_of_a_network_without_loops_come_from_neighbours(stack, tmp_path, weighting):
    """Each date joined to the next alone leaves no residual: the walk of its noise must be in the velocity's error."""
    dates = [date_of(6575.0 + 12 * number).strftime("%Y%m%d") for number in range(61)]
    path = stack(interferograms(np.zeros((61, *GRID.shape)), dates, reach=1, noise=0.3))
    invert_stack(path, tmp_path / "series.nc", options=InversionOptions(weighting=weighting))
    series = read_all(tmp_path / "series.nc")
    ratio = np.sqrt(np.nanmean(series["velocity"] ** 2) / np.nanmean(series["velocity_std"] ** 2))
    # 120 pixels of one network, whose reference area errs alike for all; without the neighbours it was 13.
    assert 0.75 < ratio < 1.3


@pytest.mark.parametrize(("weighting", "gap_model"), [("coherence", "linear"), ("uniform", "seasonal")])
def test_memory_and_workers_do_not_change_a_bit(stack, tmp_path, monkeypatch, weighting, gap_model):
    path = stack(interferograms(motion(), reach=3, noise=0.3, missing=0.3), reference=BOX)
    results = []
    for memory, workers, together in ((1024, 1, 4096), (0.001, 1, 4096), (0.02, 3, 4096), (1024, 2, 7)):
        monkeypatch.setattr(inversion_tasks, "TASK_PIXELS", together)
        options = InversionOptions(weighting, gap_model, memory, workers)
        invert_stack(path, tmp_path / "series.nc", None, options)
        results.append(read_all(tmp_path / "series.nc"))
    assert np.any(results[0]["n_gaps"] > 0)
    for other in results[1:]:
        for name, values in results[0].items():
            np.testing.assert_array_equal(other[name], values, err_msg=name)


@pytest.mark.parametrize(
    "options", [{}, {"gap_model": "seasonal", "date_std": True, "bootstrap": 5, "noise_mask": True}]
)
def test_processes_do_not_change_a_bit(stack, tmp_path, monkeypatch, options):
    path = stack(interferograms(motion(), reach=3, noise=0.3, missing=0.3), reference=BOX)
    monkeypatch.setattr(inversion_tasks, "TASK_PIXELS", 20)
    results, started = [], []

    class Counted(ProcessExecutor):
        def __init__(self, workers):
            super().__init__(workers)
            started.append(workers)

    monkeypatch.setattr(blocks, "ProcessExecutor", Counted)
    for many in (10**9, 2):
        monkeypatch.setattr(inversion_tasks, "MANY_TASKS", many)
        invert_stack(path, tmp_path / "series.nc", None, InversionOptions(workers=2, **options))
        results.append(read_all(tmp_path / "series.nc"))
    assert started == [2]
    for name, values in results[0].items():
        np.testing.assert_array_equal(results[1][name], values, err_msg=name)


def test_an_unchecked_stack_gets_an_automatic_reference_and_a_warning(stack, tmp_path):
    truth = motion()
    path = stack(interferograms(truth), check=False)
    progress = SilentProgress()
    invert_stack(path, tmp_path / "series.nc", None, None, progress)
    assert any("has not been checked" in warning for warning in progress.warnings)
    found = read_all(tmp_path / "series.nc")
    assert set(found) == EVERY_VARIABLE
    with netcdf.open_dataset(tmp_path / "series.nc") as dataset:
        area = netcdf.read_reference_area(dataset)
    rows, columns = (np.abs(found[name] - middle) < 0.5 * size for name, middle, size in (
        ("y", (area.lat_min + area.lat_max) / 2, area.lat_max - area.lat_min),
        ("x", (area.lon_min + area.lon_max) / 2, area.lon_max - area.lon_min),
    ))  # fmt: skip
    inside = found["displacement"][:, rows][:, :, columns]
    assert inside.shape[1] > 5
    np.testing.assert_allclose(inside.mean(axis=(1, 2)), 0, atol=2e-5)


def test_pairs_without_data_at_the_reference_are_left_out_and_named(stack, tmp_path):
    truth = motion()
    pairs = interferograms(truth)
    name = "20180113_20180125"
    pairs[name][0][3:6, 4:8] = 0
    unchecked = stack(pairs, check=False)
    with netcdf.append(unchecked) as dataset:
        netcdf.ReferenceArea(*BOX, 0.8).write(dataset)
    progress = SilentProgress()
    summary = invert_stack(unchecked, tmp_path / "series.nc", None, None, progress)
    assert summary.n_pairs == 8
    assert any(name in warning for warning in progress.warnings)
    assert np.all(read_all(tmp_path / "series.nc")["n_interferograms"] == 8)


def test_rejected_pairs_and_their_dates_are_left_out(stack, tmp_path):
    pairs = interferograms(motion(), reach=1)
    path = stack(pairs, reference=BOX, reject=("20180218_20180302",))
    invert_stack(path, tmp_path / "series.nc")
    found = read_all(tmp_path / "series.nc")
    assert found["displacement"].shape == (5, *GRID.shape)
    assert np.all(found["n_interferograms"] == 4)


def test_a_cut_network_is_reported_and_bridged(stack, tmp_path):
    pairs = interferograms(motion(), reach=1)
    path = stack(pairs, reference=BOX, reject=("20180125_20180206",))
    for gap_model, words in (("linear", "tied by linear motion"), ("none", "stay empty")):
        progress = SilentProgress()
        invert_stack(path, tmp_path / "series.nc", None, InversionOptions(gap_model=gap_model), progress)
        assert any("2 parts" in warning and words in warning for warning in progress.warnings)
        found = read_all(tmp_path / "series.nc")
        assert np.all(found["n_gaps"] == 1)
        assert np.isfinite(found["displacement"][:3]).all()
        assert np.isfinite(found["displacement"][3:]).all() == (gap_model == "linear")


def test_pixels_without_data_are_missing(stack, tmp_path):
    pairs = interferograms(motion())
    for phase, _ in pairs.values():
        phase[8:, :] = 0
    path = stack(pairs, reference=BOX)
    summary = invert_stack(path, tmp_path / "series.nc")
    found = read_all(tmp_path / "series.nc")
    assert summary.n_solved == 96
    assert np.isnan(found["displacement"][:, 8:]).all()
    assert np.isnan(found["velocity"][8:]).all()
    assert np.all(found["mask"][8:] == 0)
    assert np.all(found["n_gaps"][8:] == -999)
    assert np.all(found["n_interferograms"][8:] == 0)


def test_pairs_without_coherence_weigh_like_the_others(stack, tmp_path):
    truth = motion()
    pairs = interferograms(truth, noise=0.2)
    name = "20180113_20180125"
    pairs[name] = (pairs[name][0], None)
    path = stack(pairs, reference=BOX)
    progress = SilentProgress()
    invert_stack(path, tmp_path / "series.nc", None, None, progress)
    assert any("has no coherence" in warning and name in warning for warning in progress.warnings)
    bare = {name: (phase, None) for name, (phase, _) in pairs.items()}
    progress = SilentProgress()
    invert_stack(stack(bare, check=False, name="bare"), tmp_path / "other.nc", None, None, progress)
    assert sum("as with WEIGHTING uniform" in warning for warning in progress.warnings) == 1
    assert attributes(tmp_path / "other.nc")["weighting"] == "uniform"


def test_stacks_that_cannot_be_used(stack, tmp_path):
    path = stack(interferograms(motion()), reference=BOX)
    content = path.read_bytes()
    half = tmp_path / "half.nc"
    half.write_bytes(content[: len(content) // 2])
    with pytest.raises(InputError, match="cut off"):
        invert_stack(half, tmp_path / "series.nc")
    with pytest.raises(InputError, match="does not exist"):
        invert_stack(tmp_path / "none.nc", tmp_path / "series.nc")
    with pytest.raises(OutputError):
        invert_stack(path, half / "series.nc")
    for options in (
        InversionOptions(weighting="best"),
        InversionOptions(gap_model="cubic"),
        InversionOptions(memory_mb=0),
        InversionOptions(workers=-1),
    ):
        with pytest.raises(InputError):
            invert_stack(path, tmp_path / "series.nc", None, options)
    with netcdf.append(path) as dataset:
        dataset["rejected"][:] = 1
    with pytest.raises(InputError, match="every interferogram is rejected"):
        invert_stack(path, tmp_path / "series.nc")
    assert not (tmp_path / "series.nc").exists()


def test_a_network_with_one_date_is_refused(stack, tmp_path):
    path = stack(interferograms(motion()), reference=BOX)
    with netcdf.append(path) as dataset:
        dataset["secondary_date"][:] = dataset["reference_date"][:]
    with pytest.raises(InputError, match="at least two different dates"):
        invert_stack(path, tmp_path / "series.nc")


def test_cancelling_stops_between_blocks_and_leaves_no_file(stack, tmp_path):
    path = stack(interferograms(motion()), reference=BOX)

    class Cancelling(SilentProgress):
        n_reports = 0

        def report(self, fraction, message=""):
            self.n_reports += message == "Inverting"

        def cancelled(self):
            return self.n_reports >= 2

    progress = Cancelling()
    with pytest.raises(Cancelled):
        invert_stack(path, tmp_path / "series.nc", None, InversionOptions(memory_mb=0.001, workers=1), progress)
    assert progress.n_reports == 2
    assert not list(tmp_path.glob("*series*"))


def test_synthetic_data_say_so(stack, tmp_path):
    path = stack(interferograms(motion()), reference=BOX)
    with netcdf.append(path) as dataset:
        dataset.synthetic = np.int32(1)
    invert_stack(path, tmp_path / "series.nc")
    assert attributes(tmp_path / "series.nc")["synthetic"] == 1


@pytest.fixture(scope="module")
def mexico(reference, tmp_path_factory):
    """Return a function that inverts LiCSBAS's choice of pairs relative to a pixel (x, y)."""
    folder, here = reference / "insar" / "mexico_cropA", tmp_path_factory.mktemp("mexico")
    bad = set((folder / "peer_licsbas2" / "info" / "12bad_ifg.txt").read_text().split())
    good = {path.name for path in (folder / "GEOC").iterdir() if path.is_dir()} - bad
    import_interferograms(folder, here / "stack.nc")
    grid = raster.grid_of(raster.open_raster(next(folder.glob("GEOC/*/*.unw.tif"))))

    def run(column, row, **extra):
        x, y = grid.x[column], grid.y[row]
        options = CheckOptions(reject=tuple(sorted(bad)), keep=tuple(sorted(good)), reference=(x, x, y, y))
        check_interferograms(here / "stack.nc", here / "checked.nc", options)
        invert_stack(here / "checked.nc", here / "series.nc", None, InversionOptions("uniform", **extra))
        return read_all(here / "series.nc"), read_all(folder / "peer_licsbas2" / "cum.h5")

    return run


@pytest.mark.reference
def test_licsbas_on_mexico_city(mexico):
    found, peer = mexico(44, 19)  # of info/13ref.txt
    compact = [str(np.datetime64("2000-01-01") + int(day)).replace("-", "") for day in found["time"]]
    assert compact == [str(day) for day in peer["imdates"]]
    connected = np.isfinite(peer["vel"]) & (found["n_gaps"] == 0)
    assert connected.sum() > 5800
    # Both are float32, and LiCSBAS computes in float32 in part. The issue asks for 1e-4 mm.
    assert np.abs(found["displacement"] - peer["cum"])[:, connected].max() < 1e-4
    assert np.abs(found["velocity"] - peer["vel"])[connected].max() < 1e-3
    np.testing.assert_array_equal(found["n_interferograms"][connected], peer["n_unw"][connected])


@pytest.mark.reference
def test_licsbas_on_mexico_city_across_gaps(mexico):
    # LiCSBAS bridges gaps relative to the pixel of 12ref.txt and refers the result to that of 13ref.txt afterwards.
    found, peer = mexico(76, 33)
    series = found["displacement"] - found["displacement"][:, 19:20, 44:45]
    both = np.isfinite(peer["cum"])
    assert np.isfinite(series[both]).all()
    assert np.abs(series - peer["cum"])[both].max() < 1e-4
    assert np.any((found["n_gaps"] > 0) & both[0])
    np.testing.assert_allclose(found["residual_rms"][both[0]], peer["resid_rms"][both[0]], atol=1e-4)


@pytest.mark.reference
def test_mexico_city_subsides(reference, tmp_path):
    import_interferograms(reference / "insar" / "mexico_cropA", tmp_path / "stack.nc")
    check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", CheckOptions(reference=(-99.18, 19.44)))
    invert_stack(tmp_path / "checked.nc", tmp_path / "series.nc")
    found = read_all(tmp_path / "series.nc")
    assert np.nanmin(found["velocity"]) < -150
    assert np.nanmedian(found["displacement"][-1]) < -10


@pytest.mark.reference
def test_licsbas_noise_indices_and_mask_on_mexico_city(mexico, reference):
    found, _ = mexico(76, 33, noise_mask=True)
    folder = reference / "insar" / "mexico_cropA" / "peer_licsbas2" / "results"
    theirs = {path.name: np.fromfile(path, "<f4").reshape(60, 100) for path in folder.iterdir()}
    solved = np.isfinite(theirs["vel"])
    for name, other, tolerance in (
        ("mean_coherence", "coh_avg", 0.03),  # LiCSBAS's is over all interferograms, ours over those used
        ("n_interferograms", "n_unw", 0),
        ("spatiotemporal_consistency", "stc", 1e-3),
        ("n_without_loop", "n_ifg_noloop", 0),
        ("residual_rms", "resid_rms", 1e-4),
    ):
        same = np.abs(found[name] - theirs[other])[solved] <= tolerance
        # The consistency beside pixels with gaps differs: LiCSBAS leaves dates out there.
        assert same.mean() > 0.995, name
    # 13 dates there, 11 in use here: 19 interferograms against 16. The series is shorter than a year: not applied.
    assert np.mean((found["noise_mask"] == 1)[solved] == (theirs["mask"] == 1)[solved]) > 0.99
    np.testing.assert_array_equal(found["mask"], found["noise_mask"])
    # Relative to the final reference; another random generator, and so another estimate of the same thing.
    found, _ = mexico(44, 19, noise_mask=True, bootstrap=100)
    clear = solved & (theirs["vstd"] > 1)
    ratio = np.median(found["velocity_std_bootstrap"][clear] / theirs["vstd"][clear])
    assert 0.9 < ratio < 1.1


def test_noise_mask_says_what_each_index_removes(stack, tmp_path):
    truth = motion()
    pairs = interferograms(truth, reach=3, noise=0.02)
    rng = np.random.default_rng(8)
    for phase, _ in pairs.values():
        phase[7, 2] += rng.normal(0, 3)  # one noisy pixel
    for name in list(pairs)[:5]:
        pairs[name][0][2, 9] = 0  # one with few interferograms
    path = stack(pairs, reference=BOX)
    progress = SilentProgress()
    invert_stack(path, tmp_path / "series.nc", None, InversionOptions(noise_mask=True), progress)
    found = read_all(tmp_path / "series.nc")
    table = {row["index"]: row for row in json.loads(attributes(tmp_path / "series.nc")["noise_mask_table"])}
    assert len(table) == 9
    assert not table["longest_part"]["applied"]  # two months of data
    assert any("longest_part would mask every pixel" in text for text in progress.warnings)
    assert table["residual_rms"]["n_bad"] == 1
    assert (table["n_interferograms"]["limit"], table["n_interferograms"]["n_bad"]) == (9.0, 1)
    masked = found["mask"] == 0
    assert masked[7, 2]
    assert masked[2, 9]
    np.testing.assert_array_equal(masked, found["noise_mask"] == 0)
    assert any("mask" in text and f"{masked.sum()} of 120" in text for text in progress.warnings)


def test_indices_together_may_mask_everything_but_say_so():
    indices = [NoiseIndex("a", 1.0), NoiseIndex("b", 5.0, smallest=True), NoiseIndex("c", 0.0)]
    values = {"a": np.array([0.0, 2.0, np.nan]), "b": np.array([4.0, 6.0, 6.0]), "c": np.array([1.0, 1.0, 1.0])}
    results, keep = apply_indices(indices, values.__getitem__, np.ones(3, bool))
    assert [(r.applied, r.n_bad, r.n_bad_alone) for r in results] == [(True, 2, 2), (True, 1, 1), (False, 3, 0)]
    assert not keep.any()
    progress = SilentProgress()
    tell_of_mask(results, 3, 0, progress)
    assert any("together mask every pixel" in text for text in progress.warnings)


def test_consistency_against_its_definition():
    rng = np.random.default_rng(2)
    series = rng.normal(0, 1, (6, 4, 5))
    series[:, 0, 0] = np.nan
    found = consistency(series)
    steps = np.diff(series, axis=0)
    for row, column in np.ndindex(4, 5):
        values = [
            np.sqrt(np.mean((steps[:, row, column] - steps[:, y, x]) ** 2))
            for y in range(max(0, row - 1), min(4, row + 2))
            for x in range(max(0, column - 1), min(5, column + 2))
            if (y, x) != (row, column) and np.isfinite(series[0, y, x]) and np.isfinite(series[0, row, column])
        ]
        np.testing.assert_allclose(found[row, column], min(values) if values else np.nan)
