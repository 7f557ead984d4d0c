"""Storage from displacement without a model: the step against a synthetic storage of known truth, and its traps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from groundswell.core.assimilation.frames import FrameFile
from groundswell.core.errors import InputError
from groundswell.core.example.storage_twin import TwinOptions, make_twin
from groundswell.core.inversion import findings, resolution
from groundswell.core.inversion.covariance import Prior, RowKernel, chord_km
from groundswell.core.inversion.data_errors import station_errors
from groundswell.core.inversion.options import StorageInversionOptions
from storage_twin import KNOWN, Run, heights, stations_and_frame


@pytest.fixture(autouse=True)
def _few_scales(monkeypatch):
    """Two scales of resolution: all eight are for reports."""
    for module in (resolution, findings):
        monkeypatch.setattr(module, "SCALES_KM", (300.0, 400.0))


@pytest.fixture(scope="module")
def twin():
    return stations_and_frame()


@pytest.fixture(scope="module")
def correlated(twin, tmp_path_factory):
    """The same stations and storage beside a frame with shared errors."""
    options = TwinOptions(cell_deg=1.0, frame_cells=6, frame_grid="M36", frame_own_mm=1.0, frame_shared_mm=4.0)
    made = make_twin(tmp_path_factory.mktemp("correlated"), options)
    return replace(twin, frame=made.frame)


@pytest.fixture(scope="module")
def alone(twin):
    """Thirty stations."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (resolution, findings):
            patch.setattr(module, "SCALES_KM", (300.0, 400.0))
        return Run(twin)


def test_stations_find_the_truth_within_what_is_said(alone):
    # The table of the method's study: 43 mm of a cell with 30 stations, 8 to 9 of the mean; found here 43 and 10.
    assert alone.rms < 48
    assert alone.mean_error < 14
    assert alone.gain == pytest.approx(1.0, abs=0.1)
    std = alone.std[:, alone.inside]
    assert 0.75 < (np.abs(alone.error) < 1.645 * std).mean() < 0.99
    assert alone.fit.chi2 == pytest.approx(1.0, abs=0.2)
    assert 3 < alone.found.freedom < 8
    assert not alone.warned("BACKGROUND is missing")


def test_explained_contrast_foretells_the_skill(alone):
    """Of Gaussian means of 400 km less the region's mean: explained part of the variance against that promised."""
    lon, lat = alone.lon[alone.inside], alone.lat[alone.inside]
    weights = np.exp(-4 * np.log(2) * (chord_km(lon, lat, lon, lat) / 400.0) ** 2)
    weights /= weights.sum(axis=1, keepdims=True)
    contrast = weights - 1 / lon.size
    truth, error = alone.truth[:, alone.inside] @ contrast.T, alone.error @ contrast.T
    skill = 1 - (error**2).mean() / (truth**2).mean()
    # One draw of 24 epochs: the study's medians over ten seeds agree to 0.15.
    assert alone.found.resolution.contrast[1][alone.inside].mean() == pytest.approx(skill, abs=0.25)


def test_deviations_are_below_the_prior_and_equal_it_far_away(alone, twin):
    assert (alone.std < alone.found.estimates.prior_std * (1 + 1e-9)).all()
    options = replace(KNOWN, buffer_km=900.0, common_error_mm=0.01, prior_length_km=60.0)
    far = Run(twin, options, background=None)
    assert far.std[:, 0] / far.found.estimates.prior_std == pytest.approx(np.ones(24), abs=1e-3)


def test_a_far_field_left_in_passes_for_water_inside(twin):
    """No misfit shows it: the step warns."""
    near = Run(twin, replace(KNOWN, buffer_km=111.0), background=None)
    wide = Run(twin, replace(KNOWN, buffer_km=333.0), background=None)
    assert near.gain > wide.gain > 1.25
    assert near.fit.chi2 < 1.2
    assert near.warned("BACKGROUND is missing")
    assert near.warned("about 1.7 times too large")
    assert near.warned("BUFFER is 111 km")
    assert not near.findings.far_field_removed


def test_a_relative_frame_alone_tells_contrasts_only(twin):
    """The gate stays shut, also where the common error would be estimated from such data."""
    free = replace(KNOWN, common_error_mm=None)
    run = Run(twin, free, stations=None, observations=twin.frame, background=None)
    assert run.findings.mean_ratio > 0.97
    assert not run.findings.mean_known
    assert run.found.best.prior.common_mm == pytest.approx(80.0)
    assert np.isnan(run.mean).all()
    storage = run.found.estimates.mean
    assert storage @ run.found.domain.weights == pytest.approx(np.zeros(24), abs=1e-6)
    assert "do not determine the mean" in run.findings.verdict
    assert run.warned("cannot tell the mean storage")
    ramped = Run(twin, replace(free, deramped=True), stations=None, observations=twin.frame, background=None)
    assert ramped.findings.mean_ratio >= run.findings.mean_ratio
    assert ramped.fit.free.shape == (3, 24)
    assert np.isfinite(ramped.fit.free).all()


def test_two_relative_frames_alone_tell_contrasts_only(twin, correlated):
    more = (FrameFile(correlated.frame, "unknown"),)
    run = Run(twin, stations=None, observations=twin.frame, more=more, background=None)
    assert not run.findings.mean_known


def test_a_frame_beside_stations_does_no_harm_where_its_errors_are_known(alone, twin, correlated):
    white = Run(twin, observations=twin.frame)
    assert white.rms < 1.12 * alone.rms
    right = replace(KNOWN, observation_error_mm=4.1, error_correlation_length_km=50.0, error_nugget=0.06)
    beside = Run(correlated, right, observations=correlated.frame)
    without = Run(correlated)
    assert beside.rms < 1.12 * without.rms
    assert not beside.warned("Leave-one-out residuals of neighbouring cells")


def test_shared_errors_taken_for_independent_are_seen(correlated):
    options = replace(KNOWN, observation_error_mm=4.1)
    run = Run(correlated, options, observations=correlated.frame)
    assert run.warned("Leave-one-out residuals of neighbouring cells correlate by 0.")
    # The classic way stands it even less.
    classic = Run(correlated, replace(options, method="laplacian"), observations=correlated.frame)
    assert classic.rms > run.rms
    assert np.isnan(classic.std).all()


def test_errors_are_estimated(correlated):
    """Half of their size assumed: factors near two for the frame, one for the stations."""
    options = replace(
        KNOWN,
        observation_error_mm=2.06,
        error_correlation_length_km=50.0,
        error_nugget=0.06,
        estimate_errors=True,
    )
    run = Run(correlated, options, observations=correlated.frame)
    # Kinds: the frame's own part, its shared part, the stations.
    assert run.found.best.factors == pytest.approx([2.0, 2.0, 1.0], rel=0.15)


def test_the_laplacian_is_as_good_with_stations(alone, twin):
    classic = Run(twin, replace(KNOWN, method="laplacian"))
    assert classic.rms < 1.15 * alone.rms
    assert classic.findings.verdict.startswith("The maps are the classic Laplacian solution")


def test_an_aquifer_is_named_and_left_out_on_demand(twin):
    """10 mm of annual motion of its own at one station."""

    def pumped(up, days):
        up[7] += 10 * np.cos(2 * np.pi * days / 365.25)
        return up

    run = Run(twin, change=heights(pumped))
    assert run.warned("Stations that their neighbours refute")
    assert run.warned("T007")
    auto = Run(twin, replace(KNOWN, exclude_stations=("auto",)), heights(pumped))
    assert "T007" in auto.found.dropped[0]
    assert auto.rms < run.rms
    with pytest.raises(InputError, match="EXCLUDE_STATIONS: .* has no station NOWHERE"):
        Run(twin, replace(KNOWN, exclude_stations=("NOWHERE",)))


def test_station_means_over_other_epochs_are_constants(alone, twin):
    """A third lacks every wet season, a third begins late: their own means would bend the map."""

    def gaps(up, days):
        wet = np.cos(2 * np.pi * (days - days[0]) / 365.25 - 0.7) > 0.3
        up[:10, wet] = np.nan
        up[10:20, :8] = np.nan
        return up - np.nanmean(up, axis=1, keepdims=True)

    run = Run(twin, change=heights(gaps))
    assert run.gain == pytest.approx(1.0, abs=0.12)  # with own means 0.90 in the method's study, with constants 0.98
    assert run.mean_error < 1.5 * alone.mean_error
    # What is missing says nothing of itself: its constant is found from the others.
    assert np.abs(run.fit.constants[:20]).max() > 1.0


def test_weights_count(twin):
    """Errors of 1.5 and 6 mm taken as equal make the map worse."""
    std = np.where(np.arange(30) % 2 == 0, 1.5, 6.0)
    more = np.sqrt(std**2 - 1.5**2)[:, np.newaxis]

    def noisy(up, days):
        return up + more * np.random.default_rng(3).standard_normal(up.shape)

    def weighed(data):
        return replace(heights(noisy)(data), errors=station_errors(std, KNOWN))

    assert Run(twin, change=heights(noisy)).rms > 1.05 * Run(twin, change=weighed).rms


def test_signs_and_units_are_looked_at(twin):
    def down(data):
        return replace(data, values=-(data.values + data.outside) - data.outside)

    def metres(data):
        return replace(data, values=(data.values + data.outside) / 1000 - data.outside)

    assert Run(twin, change=down).warned("check their sign")
    assert Run(twin, change=metres).warned("in metres or another unit")


def test_an_epoch_without_data_is_empty(twin):
    def empty(up, days):
        up[:, 5] = np.nan
        return up

    run = Run(twin, change=heights(empty))
    assert np.isnan(run.found.estimates.mean[5]).all()
    assert np.isnan(run.mean[5])
    assert np.isfinite(run.found.estimates.mean[4]).all()
    assert run.warned("1 epochs have no data")


def test_chi2_is_said_in_words(twin):
    large = Run(twin, replace(KNOWN, prior_error_mm=240.0, common_error_mm=340.0))
    assert large.fit.chi2 < 0.8
    assert large.warned("errors or the prior's size are too large")
    small = Run(twin, replace(KNOWN, prior_error_mm=10.0, common_error_mm=10.0))
    assert small.fit.chi2 > 1.5
    assert small.warned("the data differ by more than errors and prior explain")


def test_a_common_error_lowers_what_is_known_of_the_mean(alone, twin):
    run = Run(twin, replace(KNOWN, common_mode_mm=1.0))
    assert run.found.estimates.area_std.mean() > 1.5 * alone.found.estimates.area_std.mean()


@pytest.mark.parametrize("time", ["smooth", "seasonal"])
def test_epochs_together(alone, twin, time):
    run = Run(twin, replace(KNOWN, time=time))
    assert run.gain == pytest.approx(1.0, abs=0.12)
    if time == "smooth":
        assert run.found.memory_days > 0
        assert run.rms < 1.1 * alone.rms
    assert (run.std[:, run.inside] <= alone.std[:, run.inside] * 1.05).mean() > 0.9


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


def test_a_background_within_the_window_is_refused(twin):
    with pytest.raises(InputError, match="BACKGROUND .* ends inside the window"):
        Run(twin, replace(KNOWN, buffer_km=2500.0, grid="M36"))
    with pytest.raises(InputError, match=r"BUFFER of 3000 km around the data makes .* cells"):
        Run(twin, replace(KNOWN, buffer_km=3000.0, grid="M09"))
