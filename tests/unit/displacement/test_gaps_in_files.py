"""Gaps from interferograms to cells, through the files: what is made up is marked, told and left out."""

import numpy as np
import pytest
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.files import netcdf
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.importing import import_interferograms
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.work.progress import SilentProgress

SHAPE = (10, 12)
N = 90
DAYS = np.datetime64("2016-01-05") + 12 * np.arange(N)
DATES = [str(day).replace("-", "") for day in DAYS]
YEARS = (DAYS - np.datetime64("2000-01-01")).astype(int) / 365.25
PAIRS = [(i, j) for i in range(N) for j in range(i + 1, min(N, i + 3))]
RADIANS = -4 * np.pi / (299_792_458 / 5.405e9) / 1000
SEASON = 15 * np.cos(2 * np.pi * YEARS)
WINTER = np.isin(DAYS.astype("datetime64[M]").astype(int) % 12 + 1, (12, 1, 2, 3))
STILL = np.zeros(SHAPE, bool)
STILL[:3, :3] = True


def lost(case, rng):
    """Pairs [pair] and pixels [row, column] that are missing together."""
    if case == "winter":
        return np.array([WINTER[i] or WINTER[j] for i, j in PAIRS]), (rng.random(SHAPE) < 0.4) & ~STILL
    return np.array([i < 50 for i, _ in PAIRS]), (rng.random(SHAPE) < 0.5) & ~STILL


@pytest.fixture(params=["winter", "late"])
def series(request, licsar_frame, tmp_path):
    rng = np.random.default_rng(2)
    moving = SEASON[:, None, None] * ~STILL
    phase = np.stack([(moving[j] - moving[i]) * RADIANS for i, j in PAIRS])
    phase += rng.normal(0, 0.05, phase.shape)
    pairs, pixels = lost(request.param, rng)
    phase[pairs[:, None, None] & pixels] = 0  # no data in LiCSAR's files
    frame = licsar_frame({f"{DATES[i]}_{DATES[j]}": (phase[k], np.full(SHAPE, 0.7)) for k, (i, j) in enumerate(PAIRS)})
    import_interferograms(frame, tmp_path / "stack.nc")
    reference = CheckOptions(reference=(100.0, 100.003, 25.997, 26.0))
    checked = check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", reference)
    assert checked.n_rejected == 0
    progress = SilentProgress()
    options = InversionOptions(workers=1, semiannual=request.param == "late", date_std=True)
    invert_stack(tmp_path / "checked.nc", tmp_path / "series.nc", None, options, progress)
    return request.param, pixels, tmp_path / "series.nc", progress.warnings


def test_velocity_season_and_cells_are_those_of_determined_dates(series, tmp_path):
    case, pixels, path, warnings = series
    assert sum("are made up by the linear model" in warning for warning in warnings) == 1
    with netcdf.open_dataset(path) as dataset:
        found = {name: netcdf.read_stored(dataset, name) for name in dataset.variables}
    dates = WINTER if case == "winter" else np.arange(N) < 50
    np.testing.assert_array_equal(found["determined"] == 0, dates[:, None, None] & pixels)
    assert np.isnan(found["displacement_std"][found["determined"] == 0]).all()
    error = found["velocity"] / found["velocity_std"]
    assert np.sqrt(np.mean(error[pixels] ** 2)) < 2.5  # the noise of nine reference pixels is common to all
    assert np.abs(found["velocity"][pixels]).max() < 3  # 7 mm/yr from the whole series
    assert np.median(found["annual_amplitude"][pixels]) == pytest.approx(15, abs=0.5)

    check_cells(path, tmp_path)


def check_cells(path, tmp_path):
    """The cells have the whole season, and no trend."""
    progress = SilentProgress()
    mask_and_downsample(path, tmp_path / "cells.nc", DownsampleOptions(), progress)
    assert sum("were made up by a model across gaps" in warning for warning in progress.warnings) == 1
    with netcdf.open_dataset(tmp_path / "cells.nc") as cells:
        mean = netcdf.read_float(cells, "displacement")
        assert cells.error_std_mm > 0
    # Nine of 120 pixels are the still reference, and nine of some 72 that have the winters.
    column = int(np.argmax(np.isfinite(mean).reshape(N, -1).sum(axis=0)))
    design = np.stack([np.ones(N), YEARS - YEARS[0], np.cos(2 * np.pi * YEARS), np.sin(2 * np.pi * YEARS)], axis=1)
    _, trend, cosine, sine = np.linalg.lstsq(design, mean.reshape(N, -1)[:, column], rcond=None)[0]
    assert np.hypot(cosine, sine) == pytest.approx(15 * (1 - 9 / 96), abs=0.8)
    assert abs(trend) < 0.6
