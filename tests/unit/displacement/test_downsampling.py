"""Cell means are those of the pixels that belong there: mask, spread, counts, edges and projections."""

import numpy as np
import pytest
from groundswell.core.displacement import downsampling
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.errors import InputError, OutputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.geodesy import transform_points
from groundswell.core.grid.ease2 import Grid
from groundswell.core.work.progress import SilentProgress

GRID = RasterGrid(GEOGRAPHIC, 99.8, 26.0, 0.01, 0.01, 60, 50)
AREA = {
    "reference_lon_min": 100.0,
    "reference_lon_max": 100.1,
    "reference_lat_min": 25.6,
    "reference_lat_max": 25.7,
    "reference_los_up": 0.79,
}


def run(path, progress=None, **options):
    output = path.with_name("gridded.nc")
    result = mask_and_downsample(path, output, DownsampleOptions(**options), progress or SilentProgress())
    with netcdf.open_dataset(output) as dataset:
        arrays = {name: netcdf.read_stored(dataset, name) for name in dataset.variables if name != "crs"}
        attributes = {name: dataset.getncattr(name) for name in dataset.ncattrs()}
        return result, arrays, attributes, netcdf.read_grid(dataset)


def by_hand(values, grid, used, name="M25"):
    """Mean, population std and count per cell with a plain loop over cells, independent of the module's sums."""
    whole = Grid(name)
    row, column = whole.index(*grid.lon_lat())
    found = {}
    for cell in set(zip(row.ravel().tolist(), column.ravel().tolist())):
        inside = (row == cell[0]) & (column == cell[1])
        pixels = values[:, inside & used].astype(np.float64)
        found[cell] = (
            tied_mean(pixels),
            [np.nanstd(v) if np.isfinite(v).any() else np.nan for v in pixels],
            np.isfinite(pixels).sum(axis=1),
            int(inside.sum()),
            int((np.isfinite(pixels).any(axis=0)).sum()),
        )
    return found


def tied_mean(pixels):
    """Mean [date] of pixels [date, pixel] whose constants are free, at the first date that of the values there."""
    date, pixel = np.nonzero(np.isfinite(pixels))
    mean = np.full(len(pixels), np.nan)
    if not date.size:
        return mean
    design = np.zeros((date.size, sum(pixels.shape)))
    design[np.arange(date.size), date] = design[np.arange(date.size), len(pixels) + pixel] = 1
    solution = np.linalg.lstsq(design, pixels[date, pixel], rcond=None)[0]
    mean[np.unique(date)] = solution[np.unique(date)]
    return mean - mean[0] + np.nanmean(pixels[0])


def compare(arrays, attributes, expected, quantity="displacement", least=0.1):
    row0, column0 = int(attributes["ease_row0"]), int(attributes["ease_col0"])
    seen = 0
    for (row, column), (mean, std, count, n_frame, n_used) in expected.items():
        at = (slice(None), row - row0, column - column0)
        assert arrays["n_pixels"][at].tolist() == count.tolist()
        kept = (count > 0) & (count >= least * n_frame)
        mean, std = np.where(kept, mean, np.nan), np.where(kept, std, np.nan)
        # float32 in the file: 6e-8 of the value
        assert arrays[quantity][at] == pytest.approx(mean, rel=1e-7, abs=1e-5, nan_ok=True)
        assert arrays["displacement_std"][at] == pytest.approx(std, abs=1e-5, nan_ok=True)
        assert arrays["valid_fraction"][at[1:]] == pytest.approx(n_used / n_frame)
        seen += int(kept.sum())
    assert np.isfinite(arrays[quantity]).sum() == seen


@pytest.fixture
def noisy():
    rng = np.random.default_rng(5)
    values = rng.normal(0, 20, (4, *GRID.shape)).astype("f4")
    values[rng.random(values.shape) < 0.2] = np.nan
    values[:, :8, :20] = np.nan
    velocity = rng.normal(0, 4, GRID.shape)
    return values, velocity


def test_means_spread_and_counts(write_series, noisy, monkeypatch):
    values, velocity = noisy
    monkeypatch.setattr(downsampling, "_BLOCK_MB", 0.02)  # several blocks, also within a cell
    path = write_series(values, velocity=velocity, **AREA, synthetic=1, frame="099A")
    progress = SilentProgress()
    result, arrays, attributes, grid = run(path, progress)
    used = np.abs(velocity.astype("f4")) <= 5
    compare(arrays, attributes, by_hand(values, GRID, used))
    assert result.n_cells == np.isfinite(arrays["displacement"]).any(axis=0).sum()
    solved = np.isfinite(values).any(axis=0)
    assert result.n_pixels_masked == attributes["n_pixels_masked"] == (solved & ~used).sum()
    assert result.n_pixels_used == (solved & used).sum()
    assert attributes["reference_los_up"] == 0.79
    assert (attributes["ease_grid"], attributes["synthetic"], attributes["frame"]) == ("M25", 1, "099A")
    assert grid.matches(Grid("M25").window(*Grid("M25").covering(99.8, 100.4, 25.5, 26.0)))
    assert len(progress.warnings) == 1
    assert "relative to the reference area (100.000..100.100 E" in progress.warnings[0]


def test_result_does_not_depend_on_the_blocks_beyond_rounding(write_series, noisy, monkeypatch):
    values, velocity = noisy
    path = write_series(values, velocity=velocity)
    _, one, _, _ = run(path)
    monkeypatch.setattr(downsampling, "_BLOCK_MB", 0.02)
    _, many, _, _ = run(path)
    for name in ("displacement", "displacement_std", "valid_fraction"):
        assert many[name] == pytest.approx(one[name], abs=1e-5, nan_ok=True)
    assert (many["n_pixels"] == one["n_pixels"]).all()


def test_mask_is_on_velocity_and_keeps_the_limit_itself(write_series):
    velocity = np.zeros(GRID.shape)
    velocity[:, :20], velocity[:, 20:40] = -5.0, 5.0009765625
    values = np.zeros((2, *GRID.shape))
    values[1] = velocity * 100
    _, arrays, attributes, _ = run(write_series(values, velocity=velocity))
    compare(arrays, attributes, by_hand(values, GRID, velocity <= 5))
    _, all_in, _, _ = run(write_series(values, velocity=velocity), max_velocity_mm_yr=1e6)
    compare(all_in, attributes, by_hand(values, GRID, velocity < 9))
    assert np.nanmax(all_in["displacement"]) > 100


def test_pixels_without_velocity_or_mask_are_left_out(write_series):
    values = np.ones((2, *GRID.shape))
    velocity = np.zeros(GRID.shape)
    velocity[:, :5] = np.nan
    mask = np.ones(GRID.shape, "u1")
    mask[:, 5:10] = 0
    values[:, :, :10] = 77
    progress = SilentProgress()
    _, arrays, _, _ = run(write_series(values, velocity=velocity, mask=mask), progress)
    assert np.nanmax(arrays["displacement"]) == 1
    assert len(progress.warnings) == 1
    assert "250 pixels have no velocity" in progress.warnings[0]


def test_valid_fraction_counts_pixels_of_the_frame(write_series):
    """A cell that the frame barely touches is kept when its few pixels are valid."""
    values = np.zeros((2, *GRID.shape))
    result, arrays, _, _ = run(write_series(values), min_valid_fraction=1.0)
    assert result.n_cells == (arrays["n_pixels"][0] > 0).sum()
    assert np.nanmin(arrays["valid_fraction"]) == 1
    # Each date is judged by its own pixels.
    values[1, ::2] = np.nan
    _, arrays, _, _ = run(write_series(values), min_valid_fraction=0.7)
    assert np.isfinite(arrays["displacement"][0]).any()
    assert not np.isfinite(arrays["displacement"][1]).any()


def test_spread_keeps_its_digits_far_from_zero(write_series, monkeypatch):
    """A difference of sums of squares would lose 0.01 mm on top of 300 mm in single precision."""
    monkeypatch.setattr(downsampling, "_BLOCK_MB", 0.02)
    rng = np.random.default_rng(3)
    values = (16384 + rng.integers(0, 2, (1, *GRID.shape)) / 64).astype("f4")
    _, arrays, attributes, _ = run(write_series(values))
    compare(arrays, attributes, by_hand(values, GRID, np.ones(GRID.shape, bool)))
    constant = np.full((1, *GRID.shape), 300.1, "f4")
    _, arrays, _, _ = run(write_series(constant))
    assert np.nanmax(arrays["displacement_std"]) < 1e-10


@pytest.mark.parametrize("name", ["M25", "M36", "M09"])
def test_utm_frame(write_series, noisy, name):
    values, velocity = noisy
    grid = RasterGrid("EPSG:32647", 580_000.0, 2_860_000.0, 900.0, 900.0, 60, 50)
    _, arrays, attributes, out = run(write_series(values, grid, velocity=velocity), grid=name)
    compare(arrays, attributes, by_hand(values, grid, np.abs(velocity.astype("f4")) <= 5, name))
    # The smallest window: every side has a pixel in it or a corner of the frame.
    assert attributes["ease_grid"] == name
    x, y = transform_points([580_000, 634_000] * 2, [2_860_000, 2_860_000, 2_815_000, 2_815_000], grid.crs, out.crs)
    assert out.x_min <= x.min() < out.x_min + out.dx
    assert out.y_max >= y.max() > out.y_max - out.dy


def test_frame_over_the_date_line(write_series):
    grid = RasterGrid(GEOGRAPHIC, 179.7, -17.0, 0.01, 0.01, 60, 50)
    values = np.broadcast_to(np.arange(60.0), (2, 50, 60))
    _, arrays, attributes, _ = run(write_series(values, grid))
    assert arrays["displacement"].shape[2] <= 5
    assert int(attributes["ease_col0"]) + arrays["displacement"].shape[2] > 1388
    middle = arrays["displacement"][0, 1]
    assert (np.diff(middle[np.isfinite(middle)]) > 0).all()
    utm = RasterGrid("EPSG:32601", 160_000.0, 8_120_000.0, 1000.0, 1000.0, 60, 50)  # its western part is beyond 180
    _, arrays, _, _ = run(write_series(np.zeros((1, 50, 60)), utm))
    assert arrays["n_pixels"].sum() == 3000


def test_vertical_series_keeps_its_name_and_frame(write_series):
    path = write_series(
        np.ones((2, *GRID.shape)), quantity="vertical_displacement", vertical_frame="absolute by REFERENCE_SERIES"
    )
    _, arrays, attributes, _ = run(path)
    assert "displacement" not in arrays
    assert np.nanmax(arrays["vertical_displacement"]) == 1
    assert attributes["vertical_frame"] == "absolute by REFERENCE_SERIES"


def test_what_was_removed_from_the_series_is_handed_on(write_series):
    path = write_series(np.ones((2, *GRID.shape)), ramp_removed="bilinear", plate_motion_removed="Eurasia; 2 mm")
    _, _, attributes, _ = run(path)
    assert (attributes["ramp_removed"], attributes["plate_motion_removed"]) == ("bilinear", "Eurasia; 2 mm")


def test_coarse_pixels_are_reported(write_series):
    grid = RasterGrid(GEOGRAPHIC, 99.0, 27.0, 0.05, 0.05, 60, 50)
    progress = SilentProgress()
    run(write_series(np.zeros((1, 50, 60)), grid), progress, grid="M09")
    assert any("5.5 km are coarse for cells of 9 km" in text for text in progress.warnings)
    progress = SilentProgress()
    run(write_series(np.zeros((1, 50, 60)), grid), progress, grid="M25")
    assert progress.warnings == []


def test_geometry_is_the_mean_over_the_pixels_used(write_series):
    rng = np.random.default_rng(8)
    up = rng.uniform(0.7, 0.85, GRID.shape).astype("f4")
    up[0] = np.nan
    velocity = np.where(rng.random(GRID.shape) < 0.3, 20.0, 0.0)
    _, arrays, attributes, _ = run(write_series(np.zeros((1, *GRID.shape)), velocity=velocity, los_up=up))
    expected = by_hand(up[None], GRID, velocity < 5)
    for (row, column), (mean, *_) in expected.items():
        at = row - int(attributes["ease_row0"]), column - int(attributes["ease_col0"])
        assert arrays["los_up"][at] == pytest.approx(mean[0], abs=1e-6, nan_ok=True)


def test_errors_say_what_to_do(write_series, tmp_path):
    values = np.zeros((2, *GRID.shape))
    with pytest.raises(InputError, match="raise MAX_VELOCITY"):
        run(write_series(values, velocity=np.full(GRID.shape, 9.0)))
    with pytest.raises(InputError, match="no solved pixel"):
        run(write_series(np.full_like(values, np.nan)))
    with pytest.raises(InputError, match="has a velocity"):
        run(write_series(values, velocity=np.full(GRID.shape, np.nan)))
    with pytest.raises(InputError, match="neither displacement"):
        run(write_series(values, quantity="tws"))
    with pytest.raises(InputError, match="MAX_VELOCITY must"):
        run(write_series(values), max_velocity_mm_yr=0.0)
    with pytest.raises(InputError, match="between 0 and 1"):
        run(write_series(values), min_valid_fraction=1.5)
    scattered = np.full_like(values, np.nan)
    scattered[:, ::10, ::10] = 0
    with pytest.raises(InputError, match="Lower MIN_VALID_FRACTION"):
        run(write_series(scattered), min_valid_fraction=0.5)
    assert not (tmp_path / "gridded.nc").exists()
    (tmp_path / "blocker").write_text("")
    with pytest.raises(OutputError, match="Cannot write"):
        mask_and_downsample(
            write_series(values), tmp_path / "blocker" / "out.nc", DownsampleOptions(), SilentProgress()
        )
