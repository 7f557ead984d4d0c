"""Plate motion, tides and the filter in the inversion: exact removal, the file, its attributes, the same to the bit."""

import itertools

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf, raster
from groundswell.core.geodesy import earth_fixed, east_north_up
from groundswell.core.insar import inversion_tasks
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.importing import import_interferograms
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.insar.known_motion.maps import combine
from groundswell.core.insar.known_motion.plate_motion import plate_velocity
from groundswell.core.insar.known_motion.solid_earth_tide import solid_earth_tide
from groundswell.core.insar.series.series_filter import Filter
from groundswell.core.insar.series.spatiotemporal_filter import SpatialLowPass, high_pass
from groundswell.core.insar.series.trends import Trend
from groundswell.core.insar.solver.network_solver import GAP_MODELS, NetworkSolver
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 99.0, 27.0, 0.2, 0.2, 12, 10)  # a frame of 240 km
DAYS = 6575.0 + 12 * np.array([0, 1, 2, 4, 5, 6, 9, 10])
DATES = [str(np.datetime64("2000-01-01") + int(day)).replace("-", "") for day in DAYS]
TIME = (11 * 3600 + 23 * 60 + 52.69) / 86400  # of the frame's metadata.txt
MM = -299792458 / 5405000500.0 / (4 * np.pi) * 1000
BOX = (99.6, 100.4, 25.4, 26.0)  # columns 3..6, rows 5..7
EVERYTHING = {"plate_motion": "eurasia", "solid_earth_tides": True, "filter": Filter(True, 30.0, 30.0)}


def look():
    """Unit vector to a satellite whose incidence runs from 30 to 45 degrees."""
    incidence = np.radians(np.broadcast_to(np.linspace(45, 30, GRID.columns), GRID.shape))
    heading = np.radians(-10.5)
    return -np.cos(heading) * np.sin(incidence), np.sin(heading) * np.sin(incidence), np.cos(incidence)


def plate_motion():
    """Displacement [date, row, column] in mm by the motion of Eurasia."""
    east, north = plate_velocity("eurasia", *GRID.lon_lat())
    rate = look()[0] * east + look()[1] * north
    return (DAYS - DAYS[0])[:, None, None] / 365.25 * rate


def tide():
    """Displacement by the tide, evaluated at every pixel."""
    lon, lat = (values.ravel() for values in GRID.lon_lat())
    vectors = 1000 * solid_earth_tide(earth_fixed(lon, lat), DAYS + TIME)
    seen = sum(part * direction.ravel() for part, direction in zip(east_north_up(vectors, lon, lat), look()))
    return (seen - seen[0]).reshape(len(DAYS), *GRID.shape)


def local(seed=3):
    truth = np.cumsum(np.random.default_rng(seed).normal(0, 2, (len(DAYS), *GRID.shape)), axis=0)
    return truth - truth[0]


def relative(values):
    return values - values[:, 5:8, 3:7].mean(axis=(1, 2))[:, None, None]


@pytest.fixture
def stack(licsar_frame, tmp_path):
    """Return a function that makes a checked stack of a displacement."""

    def make(truth, missing=0.0, noise=0.0, geometry=True, hole=False, **options):
        rng = np.random.default_rng(2)
        pairs = {}
        for i, j in itertools.combinations(range(len(DATES)), 2):
            if j - i <= 3:
                phase = (truth[j] - truth[i]) / MM + rng.normal(0, noise, GRID.shape) + 8 * np.pi
                phase[rng.random(GRID.shape) < missing] = 0
                pairs[f"{DATES[i]}_{DATES[j]}"] = (phase, rng.integers(80, 250, GRID.shape).astype("u1"))
        frame = licsar_frame(pairs, grid=GRID, geometry=geometry, **options)
        for kind, layer in zip("ENU", look()) if geometry else ():
            layer = np.where(hole & (np.arange(GRID.columns) == 9), 0, layer).astype("f4")
            raster.write_geotiff(frame / "GEOC" / f"099A_06414_131313.geo.{kind}.tif", layer, GRID, None)
        import_interferograms(frame, tmp_path / "stack.nc")
        check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", CheckOptions(reference=BOX))
        return tmp_path / "checked.nc"

    return make


def run(stack, path, progress=None, **options):
    """Return the series' variables and attributes."""
    invert_stack(stack, path, None, InversionOptions(**options), progress)
    with netcdf.open_dataset(path) as dataset:
        found = {name: netcdf.read_stored(dataset, name) for name in dataset.variables}
        return found, {name: dataset.getncattr(name) for name in dataset.ncattrs()}


@pytest.mark.parametrize("gap_model", GAP_MODELS)
@pytest.mark.parametrize("weighted", [False, True])
def test_known_motion_is_as_if_taken_from_the_interferograms(gap_model, weighted):
    rng = np.random.default_rng(5)
    n_dates, n_pixels = 60, 500
    days = np.cumsum(rng.choice([6.0, 12.0, 24.0], n_dates))
    pairs = np.array([(i, j) for i in range(n_dates) for j in range(i + 1, min(i + 4, n_dates))])
    values = rng.normal(0, 10, (len(pairs), n_pixels))
    values[rng.random(values.shape) < np.linspace(0, 0.7, n_pixels)] = np.nan
    known = np.cumsum(rng.normal(0, 5, (n_dates, n_pixels)), axis=0)
    known -= known[0]
    weights = rng.uniform(0.1, 9, values.shape) if weighted else None
    solver = NetworkSolver(pairs, days, gap_model)
    found = solver.solve(values, weights, known=known, date_std=True, radians=0.1)
    expected = solver.solve(values - (known[pairs[:, 1]] - known[pairs[:, 0]]), weights, date_std=True, radians=0.1)
    plain = solver.solve(values, weights, date_std=True, radians=0.1)
    assert np.count_nonzero(found.n_gaps) > 100
    # Rounding only; some bridges hang on few dates.
    np.testing.assert_allclose(found.displacement, expected.displacement, rtol=1e-7, atol=1e-7)
    np.testing.assert_allclose(found.velocity, expected.velocity, rtol=1e-7, atol=1e-7)
    for name in ("residual_rms", "displacement_std", "temporal_coherence"):
        np.testing.assert_array_equal(getattr(found, name), getattr(plain, name))


def test_products_of_histories_and_maps_are_summed():
    rng = np.random.default_rng(1)
    histories, maps = rng.normal(size=(7, 20)), rng.normal(size=(7, 50))
    np.testing.assert_allclose(combine(histories, maps), histories.T @ maps, atol=1e-13)
    np.testing.assert_array_equal(combine(histories, maps[:, 30:33]), combine(histories, maps)[:, 30:33])


def test_plate_motion_and_tide_are_removed(stack, tmp_path):
    truth = local()
    path = stack(truth + plate_motion() + tide(), missing=0.1)
    plain, _ = run(path, tmp_path / "plain.nc")
    found, attributes = run(path, tmp_path / "series.nc", plate_motion="eurasia", solid_earth_tides=True)
    # What interferograms see of the two: millimetres, and millimetres a year.
    assert np.abs(plain["displacement"] - relative(truth)).max() > 3
    # Phases in float32: 1e-5 mm; polynomials of the tide: 0.005 mm in each component.
    whole = found["n_gaps"] == 0
    assert whole.sum() > 110
    np.testing.assert_allclose(found["displacement"][:, whole], relative(truth)[:, whole], rtol=0, atol=0.01)
    assert np.all(found["displacement"][0] == 0)
    for name in ("residual_rms", "temporal_coherence", "n_gaps", "n_interferograms"):
        np.testing.assert_array_equal(found[name], plain[name])
    assert attributes["acquisition_time"] == pytest.approx(TIME * 86400)
    text = attributes["plate_motion_removed"]
    assert "ITRF2020-PMM, eurasia" in text
    assert "largest" in text
    assert "at 11:23:53 UTC; largest" in attributes["solid_earth_tide_removed"]
    assert "PLATE_MOTION=eurasia, SOLID_EARTH_TIDES=True" in attributes["history"]


@pytest.mark.parametrize(
    ("options", "removed", "attribute"),
    [
        ({"plate_motion": "eurasia"}, plate_motion, "plate_motion_removed"),
        ({"solid_earth_tides": True}, tide, "solid_earth_tide_removed"),
    ],
)
def test_each_alone_with_its_size(stack, tmp_path, options, removed, attribute):
    _, attributes = run(stack(local()), tmp_path / "series.nc", **options)
    motion = relative(removed())
    size = attributes[attribute].split("; ")[-1]
    assert (
        size == f"largest {np.abs(motion).max():.3g} mm, RMS {np.sqrt(np.mean(motion**2)):.3g} mm over frame and dates"
    )
    assert sum(name.endswith("_removed") for name in attributes) == 1


def test_tide_on_a_projected_grid_is_that_of_the_places(stack, tmp_path, monkeypatch):
    """UTM zone 47, 20 km pixels: the same motion as at their longitudes and latitudes."""
    import groundswell.core.insar.known_motion.maps as known_motion
    from groundswell.core.grid.reference_pixels import rectangle

    grid = raster.RasterGrid("EPSG:32647", 4e5, 2.9e6, 20e3, 20e3, 12, 10)
    with netcdf.create(tmp_path / "look.nc", "look", "test") as dataset:
        netcdf.write_grid(dataset, grid)
        for name, values in zip(("los_east", "los_north", "los_up"), look()):
            netcdf.add_variable(dataset, name, ("y", "x"), "1", name, dtype="f8")[:] = values
        dataset.acquisition_time = TIME * 86400
    with netcdf.open_dataset(tmp_path / "look.nc") as dataset:
        motion = known_motion.known_motion(dataset, grid, DAYS, "none", True, reference=rectangle(5, 8, 3, 7))
        found = combine(motion.histories, motion.maps(slice(2, 9)))
    lon, lat = (values.ravel() for values in grid.lon_lat())
    vectors = 1000 * solid_earth_tide(earth_fixed(lon, lat), DAYS + TIME)
    seen = sum(part * direction.ravel() for part, direction in zip(east_north_up(vectors, lon, lat), look()))
    expected = relative((seen - seen[0]).reshape(-1, *grid.shape))[:, 2:9].reshape(len(DAYS), -1)
    np.testing.assert_allclose(found, expected, atol=0.01)


def test_memory_workers_and_processes_do_not_change_a_bit(stack, tmp_path, monkeypatch):
    path = stack(local() + plate_motion() + tide(), missing=0.3, noise=0.2)
    results = []
    for memory, workers, together, many in (
        (1024, 1, 4096, 99),
        (0.001, 3, 4096, 99),
        (0.02, 1, 7, 99),
        (1024, 2, 7, 1),
    ):
        monkeypatch.setattr(inversion_tasks, "TASK_PIXELS", together)
        monkeypatch.setattr(inversion_tasks, "MANY_TASKS", many)
        found, attributes = run(path, tmp_path / "series.nc", memory_mb=memory, workers=workers, **EVERYTHING)
        results.append((found, {name: text for name, text in attributes.items() if name.endswith("_removed")}))
    assert len(results[0][1]) == 3
    for found, removed in results[1:]:
        assert removed == results[0][1]
        for name, values in found.items():
            np.testing.assert_array_equal(values, results[0][0][name], err_msg=name)


def test_a_cluster_does_not_change_a_bit(stack, tmp_path, monkeypatch, cluster):
    path = stack(local() + plate_motion() + tide(), missing=0.3, noise=0.2)
    here, _ = run(path, tmp_path / "here.nc", **EVERYTHING)
    monkeypatch.setattr(inversion_tasks, "TASK_PIXELS", 40)
    there, _ = run(path, tmp_path / "there.nc", scheduler=cluster().scheduler_address, **EVERYTHING)
    for name, values in here.items():
        np.testing.assert_array_equal(there[name], values, err_msg=name)


@pytest.mark.parametrize("noise_mask", [False, True])
def test_filter_of_the_file(stack, tmp_path, noise_mask):
    truth = local()
    truth[4, 2, 8] += 60  # one bad value, which NOISE_MASK finds by its residuals
    path = stack(truth, missing=0.1, noise=0.3)
    options = {"gap_model": "none", "noise_mask": noise_mask, "bootstrap": 10}
    plain, _ = run(path, tmp_path / "plain.nc", **options)
    progress = SilentProgress()
    found, attributes = run(path, tmp_path / "series.nc", progress, filter=Filter(True, 25.0, 40.0), **options)
    series = plain["displacement"].astype("f8")
    fast = high_pass(series.reshape(len(DAYS), -1), DAYS, 25.0).reshape(series.shape)
    low_pass = SpatialLowPass.of_grid(GRID, 40.0)
    expected = series - np.stack([low_pass.apply(values, plain["mask"] > 0) for values in fast])
    area = expected[:, 5:8, 3:7].reshape(len(DAYS), -1)
    expected -= area[:, np.isfinite(area).all(axis=0)].mean(axis=1)[:, None, None]
    expected -= expected[0]
    np.testing.assert_allclose(found["displacement"], expected, atol=1e-4)  # float32 of up to 60 mm
    assert np.all(found["displacement"][0][found["mask"] > 0] == 0)
    changed = {"displacement", "velocity", "velocity_std", "velocity_std_bootstrap"}
    for name, values in plain.items():
        if name in changed:
            assert not np.array_equal(found[name], values, equal_nan=True)
        else:
            np.testing.assert_array_equal(found[name], values, err_msg=name)
    years = (DAYS - DAYS[0]) / 365.25
    whole = np.isfinite(expected).all(axis=0)
    slope = np.polyfit(years, found["displacement"][:, whole].astype("f8"), 1)[0]
    np.testing.assert_allclose(found["velocity"][whole], slope, rtol=1e-5, atol=1e-3)
    removed = series - expected
    largest, rms = np.nanmax(np.abs(removed)), np.sqrt(np.nanmean(removed**2))
    text = attributes["spatiotemporal_filter_removed"]
    assert "high pass in time of 25 days, Gaussian low pass in space of 40 km" in text
    assert f"largest {largest:.3g} mm, RMS {rms:.3g} mm" in text
    assert any("do not go on to water storage" in warning for warning in progress.warnings)
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_file()) == [
        "checked.nc", "plain.nc", "series.nc", "stack.nc",
    ]  # fmt: skip


def test_filter_removes_what_is_smooth_in_space_and_fast_in_time(stack, tmp_path):
    y, x = np.mgrid[:10, :12]
    slow = np.zeros((len(DAYS), *GRID.shape))
    slow += (DAYS - DAYS[0])[:, None, None] / 365.25 * 20 * np.exp(-((y - 5) ** 2 + (x - 6) ** 2) / 2)
    air = np.random.default_rng(8).normal(0, 10, len(DAYS))[:, None, None] * np.cos((x + y) / 8)
    path = stack(slow + air)
    plain, _ = run(path, tmp_path / "plain.nc")
    found, attributes = run(path, tmp_path / "series.nc", filter=Filter(True, 0.0, 30.0))
    before, after = (np.std(values["displacement"] - relative(slow - slow[0])) for values in (plain, found))
    assert after < 0.5 * before
    assert f"high pass in time of {3 * 120 / 7:.4g} days" in attributes["spatiotemporal_filter_removed"]


def test_trend_and_filter_together_and_their_words(stack, tmp_path):
    progress = SilentProgress()
    options = {"trend": Trend("bilinear", True), "filter": Filter(True)}
    found, attributes = run(stack(local()), tmp_path / "series.nc", progress, **options)
    assert attributes["trend_removed"].startswith("bilinear ramp and what is proportional to height, fitted to every")
    assert attributes["ramp_removed"] == "bilinear"
    assert sum("do not go on to water storage" in text for text in progress.warnings) == 2
    np.testing.assert_allclose(found["displacement"][:, 5:8, 3:7].mean(axis=(1, 2)), 0, atol=1e-5)


def test_pixels_without_a_look_have_no_result_and_are_reported(stack, tmp_path):
    progress = SilentProgress()
    path = stack(local(), hole=True)
    with netcdf.append(path) as dataset:
        dataset["los_east"][:, 9] = np.nan
    found, _ = run(path, tmp_path / "series.nc", progress, solid_earth_tides=True)
    assert np.isnan(found["displacement"][:, :, 9]).all()
    assert np.all(found["mask"][:, 9] == 0)
    assert np.isfinite(found["displacement"][:, :, :9]).all()
    assert any("10 pixels have interferograms, but no line of sight" in text for text in progress.warnings)


def test_what_cannot_be_removed(stack, tmp_path):
    path = stack(local(), metadata="heading=-10.5\navg_incidence_angle=37\n", geometry=False)
    for options, words in (
        ({"plate_motion": "eurasia"}, "one incidence angle"),
        ({"solid_earth_tides": True}, "center_time"),
        ({"plate_motion": "atlantis"}, "PLATE_MOTION must be one of none, amur"),
        ({"filter": Filter(True, -1.0)}, "FILTER_DAYS"),
        ({"filter": Filter(True, 0.0, 0.0)}, "FILTER_KM"),
    ):
        with pytest.raises(InputError, match=words):
            run(path, tmp_path / "series.nc", **options)
    with netcdf.append(path) as dataset:
        dataset.renameVariable("los_up", "up")
    for options in ({"plate_motion": "eurasia"}, {"solid_earth_tides": True}):
        with pytest.raises(InputError, match="no los_up"):
            run(path, tmp_path / "series.nc", **options)
    assert not (tmp_path / "series.nc").exists()


def test_pixels_without_a_part_of_the_look_do_not_spoil_the_others(stack, tmp_path):
    """Rasters of E, N and U may lack different pixels, in the reference area too."""
    path = stack(local() + tide())
    with netcdf.append(path) as dataset:
        dataset["los_north"][6, 4] = np.nan
        dataset["los_up"][2, 2] = np.nan
    for options in ({"solid_earth_tides": True}, {"plate_motion": "eurasia", "solid_earth_tides": True}):
        progress = SilentProgress()
        found, _ = run(path, tmp_path / "series.nc", progress, **options)
        assert np.argwhere(found["mask"] == 0).tolist() == [[2, 2], [6, 4]]
        assert np.isfinite(found["displacement"][:, found["mask"] > 0]).all()
        assert any("2 pixels have interferograms, but no line of sight" in text for text in progress.warnings)


def test_what_is_removed_is_relative_to_the_pixels_that_the_reference_phase_is_of(stack, tmp_path):
    """A lake in the reference area that few pairs see counts neither in the phase nor in what is removed."""
    truth, lake = local(), np.zeros(GRID.shape, bool)
    lake[5:7, 5:7] = True
    path = stack(truth + plate_motion() + tide())
    with netcdf.append(path) as dataset:
        phase = dataset["unwrapped_phase"][:].filled(np.nan)
        phase[6:, lake] = np.nan
        dataset["unwrapped_phase"][:] = phase
        dataset["height"][:] = np.random.default_rng(4).uniform(0, 3000, GRID.shape)
    check_interferograms(path, path, CheckOptions(reference=BOX))
    area = np.zeros(GRID.shape, bool)
    area[5:8, 3:7] = True
    area &= ~lake
    expected = truth - truth[:, area].mean(axis=1)[:, None, None]
    with netcdf.open_dataset(path) as dataset:
        assert (dataset.reference_n_pixels, dataset.reference_n_pixels_used) == (12, 8)
    found, _ = run(path, tmp_path / "series.nc", plate_motion="eurasia", solid_earth_tides=True)
    # As in the test of the removal: the tide's polynomials are good to 0.005 mm in each component.
    np.testing.assert_allclose(found["displacement"][:, ~lake], expected[:, ~lake], rtol=0, atol=0.01)
    for options in ({"trend": Trend("bilinear", True)}, {"filter": Filter(True, 30.0, 30.0)}):
        found, _ = run(path, tmp_path / "series.nc", **options)
        np.testing.assert_allclose(found["displacement"][:, area].mean(axis=1), 0, atol=1e-5)  # float32 of 30 mm


def test_a_cut_network_without_a_gap_model_stays_relative_to_the_area(stack, tmp_path):
    path = stack(local(), noise=0.1)
    with netcdf.append(path) as dataset:
        first, second = (np.asarray(dataset[f"{name}_date"][:]) for name in ("reference", "secondary"))
        phase = dataset["unwrapped_phase"][:].filled(np.nan)
        phase[(first < DAYS[5]) & (second >= DAYS[5])] = np.nan
        dataset["unwrapped_phase"][:] = phase
    check_interferograms(path, path, CheckOptions(reference=BOX))
    options = {"gap_model": "none", "trend": Trend("bilinear"), "filter": Filter(True, 30.0, 30.0)}
    found, _ = run(path, tmp_path / "series.nc", **options)
    assert np.isnan(found["displacement"][5:]).all()
    np.testing.assert_allclose(found["displacement"][:5, 5:8, 3:7].mean(axis=(1, 2)), 0, atol=1e-5)


def test_pixels_of_unknown_height_have_no_result_and_are_reported(stack, tmp_path):
    path, progress = stack(local()), SilentProgress()
    with netcdf.append(path) as dataset:
        height = np.random.default_rng(4).uniform(0, 3000, GRID.shape)
        height[0, 3:6] = np.nan
        dataset["height"][:] = height
    summary = invert_stack(
        path, tmp_path / "series.nc", None, InversionOptions(trend=Trend(height=True), filter=Filter(True)), progress
    )
    with netcdf.open_dataset(tmp_path / "series.nc") as dataset:
        found = {name: netcdf.read_stored(dataset, name) for name in ("mask", "displacement", "velocity")}
    assert summary.n_solved == GRID.rows * GRID.columns - 3
    assert np.argwhere(found["mask"] == 0).tolist() == [[0, 3], [0, 4], [0, 5]]
    assert np.isnan(found["displacement"][:, 0, 3:6]).all()
    np.testing.assert_array_equal(np.isnan(found["velocity"]), found["mask"] == 0)
    assert any("3 pixels have a series, but no height" in text for text in progress.warnings)
    with netcdf.append(path) as dataset:
        dataset["height"][:] = np.nan
    with pytest.raises(InputError, match="has no height"):
        invert_stack(path, tmp_path / "series.nc", None, InversionOptions(trend=Trend(height=True)))
