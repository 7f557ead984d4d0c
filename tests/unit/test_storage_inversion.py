"""Storage from displacement without a model: the step against a synthetic storage of known truth, and its traps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.assimilation.frames import FrameFile
from groundswell.core.errors import InputError
from groundswell.core.example.storage_twin import TwinOptions, make_twin
from groundswell.core.files import netcdf
from groundswell.core.files.stations import read_stations, write_stations
from groundswell.core.inversion.covariance import Prior, RowKernel, chord_km
from groundswell.core.inversion.options import InversionInputs, StorageInversionOptions
from groundswell.core.inversion.run import invert_displacement
from groundswell.core.work.progress import SilentProgress

# Sizes of the twin; estimating them is tested apart, and takes most of the time.
KNOWN = StorageInversionOptions(
    grid="M36",
    station_error_mm=0.01,  # the file's formal errors are the twin's 1.5 mm
    common_mode_mm=0.0,
    prior_error_mm=60.0,
    prior_length_km=200.0,
    common_error_mm=85.0,
    smoothness=1.5,
    observation_error_mm=3.0,
    reference="unknown",
)


class Run:
    """What a run wrote, beside the truth."""

    def __init__(self, folder, twin, options=KNOWN, **inputs):
        given = {"stations": twin.stations, "background": twin.storage, **inputs}
        self.progress = SilentProgress()
        self.result = invert_displacement(InversionInputs(**given), folder / "out.nc", options, self.progress)
        with netcdf.open_dataset(folder / "out.nc") as dataset:
            self.values = {name: netcdf.read_float(dataset, name) for name in dataset.variables if "name" not in name}
            self.attributes = {name: dataset.getncattr(name) for name in dataset.ncattrs()}
        region = self.values["region"]
        self.inside = region > 0
        self.truth = twin.at(self.values["lon"], self.values["lat"])
        self.true_mean = (self.truth * region).sum(axis=(1, 2)) / region.sum()
        self.error = (self.values["tws"] - self.truth)[:, self.inside]
        self.rms = np.sqrt(np.nanmean(self.error**2))
        mean = self.values["area_mean"]
        self.gain = mean @ self.true_mean / (self.true_mean @ self.true_mean)
        self.mean_error = np.sqrt(np.mean((mean - self.true_mean) ** 2))

    def warned(self, text):
        return any(text in warning for warning in self.progress.warnings)


@pytest.fixture(scope="module")
def twin(tmp_path_factory):
    return make_twin(tmp_path_factory.mktemp("twin"), TwinOptions(cell_deg=1.0, frame_cells=8, frame_grid="M36"))


@pytest.fixture(scope="module")
def correlated(tmp_path_factory):
    options = TwinOptions(cell_deg=1.0, frame_cells=8, frame_grid="M36", frame_own_mm=1.0, frame_shared_mm=4.0)
    return make_twin(tmp_path_factory.mktemp("correlated"), options)


@pytest.fixture(scope="module")
def alone(twin, tmp_path_factory):
    """Thirty stations."""
    return Run(tmp_path_factory.mktemp("alone"), twin)


def edited(twin, folder, change):
    """Return the twin with stations that `change` made of its own."""
    path = folder / "edited.nc"
    with netcdf.create(path, "edited", "test") as dataset:
        write_stations(dataset, change(read_stations(twin.stations)))
    return replace(twin, stations=path)


def test_stations_find_the_truth_within_what_is_said(alone):
    # The table of the method's study: 43 mm of a cell with 30 stations, 8 to 9 of the mean; found here 43 and 10.
    assert alone.rms < 48
    assert alone.mean_error < 14
    assert alone.gain == pytest.approx(1.0, abs=0.1)
    std = alone.values["tws_std"][:, alone.inside]
    assert 0.75 < (np.abs(alone.error) < 1.645 * std).mean() < 0.99
    assert alone.result.chi2 == pytest.approx(1.0, abs=0.2)
    assert 3 < alone.result.freedom < 8
    assert not alone.warned("BACKGROUND is missing")


def test_explained_contrast_foretells_the_skill(alone):
    """Of Gaussian means of 400 km less the region's mean: explained part of the variance against that promised."""
    scale = list(alone.values["scale"]).index(400.0)
    lon, lat = (alone.values[name][alone.inside] for name in ("lon", "lat"))
    weights = np.exp(-4 * np.log(2) * (chord_km(lon, lat, lon, lat) / 400.0) ** 2)
    weights /= weights.sum(axis=1, keepdims=True)
    contrast = weights - 1 / lon.size
    truth, error = alone.truth[:, alone.inside] @ contrast.T, alone.error @ contrast.T
    skill = np.median(1 - (error**2).mean(axis=0) / (truth**2).mean(axis=0))
    assert np.median(alone.values["contrast_explained"][scale][alone.inside]) == pytest.approx(skill, abs=0.15)


def test_deviations_are_below_the_prior_and_equal_it_far_away(alone, twin, tmp_path):
    std, prior = alone.values["tws_std"], alone.values["tws_prior_std"]
    assert (std < prior * (1 + 1e-9)).all()
    far = Run(tmp_path, twin, replace(KNOWN, buffer_km=900.0, common_error_mm=0.01, prior_length_km=60.0))
    corner = far.values["tws_std"][:, 0, 0] / far.values["tws_prior_std"][0, 0]
    assert corner == pytest.approx(np.ones(corner.size), abs=1e-3)


def test_a_far_field_left_in_passes_for_water_inside(twin, tmp_path):
    """No misfit shows it: the step warns."""
    near = Run(tmp_path, twin, replace(KNOWN, buffer_km=111.0), background=None)
    wide = Run(tmp_path, twin, replace(KNOWN, buffer_km=333.0), background=None)
    assert near.gain > wide.gain > 1.25
    assert near.result.chi2 < 1.2
    assert near.warned("BACKGROUND is missing")
    assert near.warned("about 1.7 times too large")
    assert near.warned("BUFFER is 111 km")
    assert near.attributes["far_field_removed"] == 0


def test_a_relative_frame_alone_tells_contrasts_only(twin, tmp_path):
    """The gate stays shut, also where the common error would be estimated from such data."""
    free = replace(KNOWN, common_error_mm=None)
    run = Run(tmp_path, twin, free, stations=None, observations=twin.frame)
    assert run.result.mean_ratio > 0.97
    assert run.attributes["mean_known"] == 0
    assert run.result.common_mm == pytest.approx(80.0)
    assert np.isnan(run.values["area_mean"]).all()
    region = run.values["region"][np.isfinite(run.values["tws"][0])]
    assert (run.values["tws"][:, np.isfinite(run.values["tws"][0])] @ region) == pytest.approx(0.0, abs=1e-2)
    assert "do not determine the mean" in run.attributes["verdict"]
    assert run.warned("cannot tell the mean storage")
    ramped = Run(tmp_path, twin, replace(free, deramped=True), stations=None, observations=twin.frame)
    assert ramped.result.mean_ratio >= run.result.mean_ratio
    assert np.isfinite(ramped.values["frame_slope_north"]).all()


def test_two_relative_frames_alone_tell_contrasts_only(twin, tmp_path):
    more = (FrameFile(twin.frame, "unknown"),)
    run = Run(tmp_path, twin, stations=None, observations=twin.frame, more=more)
    assert run.attributes["mean_known"] == 0


def test_a_frame_beside_stations_does_no_harm_where_its_errors_are_known(alone, twin, correlated, tmp_path):
    white = Run(tmp_path, twin, observations=twin.frame)
    assert white.rms < 1.12 * alone.rms
    right = replace(KNOWN, observation_error_mm=4.1, error_correlation_length_km=50.0, error_nugget=0.06)
    beside = Run(tmp_path, correlated, right, observations=correlated.frame)
    without = Run(tmp_path, correlated)
    assert beside.rms < 1.12 * without.rms
    assert not beside.warned("Leave-one-out residuals of neighbouring cells")


def test_shared_errors_taken_for_independent_are_seen(correlated, tmp_path):
    options = replace(KNOWN, observation_error_mm=4.1)
    run = Run(tmp_path, correlated, options, observations=correlated.frame)
    assert run.warned("Leave-one-out residuals of neighbouring cells correlate by 0.")
    # The classic way stands it even less.
    classic = Run(tmp_path, correlated, replace(options, method="laplacian"), observations=correlated.frame)
    assert classic.rms > 2 * run.rms
    assert "tws_std" not in classic.values


def test_errors_are_estimated(correlated, tmp_path):
    """Half of their size assumed: factors near two for the frame, one for the stations."""
    options = replace(
        KNOWN,
        observation_error_mm=2.06,
        error_correlation_length_km=50.0,
        error_nugget=0.06,
        estimate_errors=True,
    )
    run = Run(tmp_path, correlated, options, observations=correlated.frame)
    factors = {name: value for name, value in run.attributes.items() if name.startswith("error_factor_")}
    assert factors["error_factor_099A_00000_131313__own"] == pytest.approx(2.0, rel=0.15)
    assert factors["error_factor_099A_00000_131313__shared"] == pytest.approx(2.0, rel=0.15)
    assert factors["error_factor_stations"] == pytest.approx(1.0, rel=0.15)


def test_the_laplacian_is_as_good_with_stations(alone, twin, tmp_path):
    classic = Run(tmp_path, twin, replace(KNOWN, method="laplacian"))
    assert classic.rms < 1.15 * alone.rms
    assert classic.attributes["verdict"].startswith("The maps are the classic Laplacian solution")


def test_smoothing_does_not_depend_on_the_size_of_cells(twin, tmp_path):
    """One lambda on cells of 36 and 25 km: storage under the stations within a few per cent."""
    fine, coarse = (
        Run(tmp_path, twin, replace(KNOWN, method="laplacian", smoothing=1e-1, grid=grid)) for grid in ("M25", "M36")
    )
    one, other = fine.values["area_mean"], coarse.values["area_mean"]
    assert np.abs(one - other).max() < 0.03 * np.abs(other).max()


def test_an_aquifer_is_named_and_left_out_on_demand(alone, twin, tmp_path):
    """10 mm of annual motion of its own at one station."""

    def change(stations):
        up = stations.up_mm.copy()
        up[7] += 10 * np.cos(2 * np.pi * stations.days / 365.25)
        return replace(stations, up_mm=up)

    moved = edited(twin, tmp_path, change)
    run = Run(tmp_path, moved)
    assert run.warned("Stations that their neighbours refute")
    assert run.warned("T007")
    auto = Run(tmp_path, moved, replace(KNOWN, exclude_stations=("auto",)))
    assert "T007" in auto.attributes["stations_left_out"]
    named = Run(tmp_path, moved, replace(KNOWN, exclude_stations=("T007",)))
    assert named.rms < run.rms
    assert auto.rms == pytest.approx(named.rms, rel=0.02)
    with pytest.raises(InputError, match="EXCLUDE_STATIONS: .* has no station NOWHERE"):
        Run(tmp_path, moved, replace(KNOWN, exclude_stations=("NOWHERE",)))


def test_station_means_over_other_epochs_are_constants(alone, twin, tmp_path):
    """A third lacks every wet season, a third begins late: their own means would bend the map."""

    def change(stations):
        up = stations.up_mm.copy()
        wet = np.cos(2 * np.pi * (stations.days - stations.days[0]) / 365.25 - 0.7) > 0.3
        up[:10, wet] = np.nan
        up[10:20, :8] = np.nan
        return replace(stations, up_mm=up - np.nanmean(up, axis=1, keepdims=True))

    run = Run(tmp_path, edited(twin, tmp_path, change))
    assert run.gain == pytest.approx(1.0, abs=0.12)  # with own means 0.90 in the method's study, with constants 0.98
    assert run.mean_error < 1.5 * alone.mean_error
    # What is missing says nothing of itself: its constant is found from the others.
    assert np.abs(run.values["point_constant"][:20]).max() > 1.0


def test_weights_count(twin, tmp_path):
    """Errors of 0.8 and 5 mm taken as equal make the mean worse."""

    def change(stations):
        rng = np.random.default_rng(3)
        std = np.where(np.arange(30) % 2 == 0, 0.8, 5.0)[:, np.newaxis] * np.ones(stations.up_mm.shape)
        noise = np.sqrt(np.maximum(std**2 - 1.5**2, 0.0))
        return replace(stations, up_mm=stations.up_mm + noise * rng.standard_normal(std.shape), up_std_mm=std)

    known = Run(tmp_path, edited(twin, tmp_path, change))
    equal = edited(twin, tmp_path, lambda s: replace(change(s), up_std_mm=np.full(s.up_mm.shape, 1.5)))
    assert Run(tmp_path, equal).rms > 1.05 * known.rms


def test_signs_and_units_are_looked_at(twin, tmp_path):
    down = Run(tmp_path, edited(twin, tmp_path, lambda s: replace(s, up_mm=-s.up_mm)))
    assert down.warned("check their sign")
    metres = Run(tmp_path, edited(twin, tmp_path, lambda s: replace(s, up_mm=s.up_mm / 1000)))
    assert metres.warned("in metres or another unit")


def test_an_epoch_without_data_is_empty(twin, tmp_path):
    def change(stations):
        up = stations.up_mm.copy()
        up[:, 5] = np.nan
        return replace(stations, up_mm=up)

    run = Run(tmp_path, edited(twin, tmp_path, change))
    assert np.isnan(run.values["tws"][5]).all()
    assert np.isnan(run.values["area_mean"][5])
    assert np.isfinite(run.values["tws"][4][run.inside]).all()
    assert run.warned("1 epochs have no data")


def test_chi2_is_said_in_words(twin, tmp_path):
    large = Run(tmp_path, twin, replace(KNOWN, prior_error_mm=240.0, common_error_mm=340.0))
    assert large.result.chi2 < 0.8
    assert large.warned("errors or the prior's size are too large")
    small = Run(tmp_path, twin, replace(KNOWN, prior_error_mm=10.0, common_error_mm=10.0))
    assert small.result.chi2 > 1.5
    assert small.warned("the data differ by more than errors and prior explain")


def test_a_common_error_lowers_what_is_known_of_the_mean(alone, twin, tmp_path):
    run = Run(tmp_path, twin, replace(KNOWN, common_mode_mm=1.0))
    assert run.values["area_mean_std"].mean() > 1.5 * alone.values["area_mean_std"].mean()


def test_sea_cells_carry_no_water(twin, tmp_path):
    """A coast through the region: cells beyond it are empty and take no part."""
    coast = tmp_path / "land.geojson"
    coast.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon",'
        '"coordinates":[[[80,10],[102,10],[102,40],[80,40],[80,10]]]}}]}'
    )
    run = Run(tmp_path, twin, land=coast)
    lon = run.values["lon"]
    assert np.isnan(run.values["tws"][:, lon > 102.3]).all()
    assert np.isfinite(run.values["tws"][:, lon < 101.7]).all()


@pytest.mark.parametrize("time", ["smooth", "seasonal"])
def test_epochs_together(alone, twin, tmp_path, time):
    run = Run(tmp_path, twin, replace(KNOWN, time=time))
    assert run.gain == pytest.approx(1.0, abs=0.12)
    if time == "smooth":
        assert run.attributes["memory_days"] > 0
        assert run.rms < 1.1 * alone.rms
    assert (run.values["tws_std"][:, run.inside] <= alone.values["tws_std"][:, run.inside] * 1.05).mean() > 0.9


def test_row_convolution_is_the_dense_product():
    latitude, step = np.array([62.0, 61.3, 60.7, 60.0]), 0.7
    lon = 178.0 + step * np.arange(6)  # over the 180th meridian
    east, north = (part.ravel() for part in np.meshgrid(lon, latitude))
    prior = Prior(1.0, 120.0, 0.0, 1.5)
    dense = prior.of_chord(chord_km(east, north, (east + 180) % 360 - 180, north))
    kernel = RowKernel(latitude, step, lon.size)
    field = np.random.default_rng(0).standard_normal((3, 4, 6))
    product = kernel.apply(kernel.spectrum(prior.of_chord), field).reshape(3, -1)
    assert np.abs(product - field.reshape(3, -1) @ dense).max() < 1e-12 * np.abs(product).max() + 1e-12
    single = RowKernel(latitude, step, lon.size, single=True)
    rough = single.apply(single.spectrum(prior.of_chord), field.astype("f4")).reshape(3, -1)
    assert np.abs(rough - product).max() < 1e-6 * np.abs(product).max()


def test_the_chord_keeps_the_prior_positive_definite_on_the_whole_sphere():
    """The great circle does not: least eigenvalue -3e-5 on such a grid."""
    lat, lon = (part.ravel() for part in np.meshgrid(np.arange(-87, 90, 12.0), np.arange(-180, 180, 12.0)))
    values = np.linalg.eigvalsh(Prior(1.0, 4000.0, 0.0, 1.5).of_chord(chord_km(lon, lat, lon, lat)))
    assert values.min() > -1e-12


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"station_error_mm": 0.0}, "STATION_ERROR must be a number above 0"),
        ({"method": "best"}, "METHOD: 'best' is not offered"),
        ({"smoothing": -1.0}, "SMOOTHING must be a number above 0"),
        ({"smoothness": 1.0}, "SMOOTHNESS: '1.0' is not offered. Choose 0.5 or 1.5 or 2.5"),
    ],
)
def test_choices_out_of_range_are_named(options, message):
    with pytest.raises(InputError, match=message):
        StorageInversionOptions(**options)


def test_a_background_within_the_window_is_refused(twin, tmp_path):
    with pytest.raises(InputError, match="BACKGROUND .* ends inside the window"):
        Run(tmp_path, twin, replace(KNOWN, buffer_km=2500.0, grid="M36"))
    with pytest.raises(InputError, match=r"BUFFER of 3000 km around the data makes .* cells"):
        Run(tmp_path, twin, replace(KNOWN, buffer_km=3000.0, grid="M09"))
