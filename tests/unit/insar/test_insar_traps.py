"""The twelve traps that peers fall into (specification of the InSAR part, section 6), each from files to results."""

import itertools

import numpy as np
import pytest
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.files import netcdf, raster
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.checks.noise_indices import noise_indices
from groundswell.core.insar.importing import ImportOptions, import_interferograms
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.insar.network_inversion import invert
from groundswell.core.work.progress import SilentProgress

GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 40, 30)
WAVELENGTH = 299792458 / 5405000500.0
MM = -WAVELENGTH / (4 * np.pi) * 1000  # per radian
TURN = 2 * np.pi
DATES = ["20180101", "20180113", "20180125", "20180206", "20180218", "20180302"]
SLANT = 4 * np.pi / WAVELENGTH / 0.8  # rad of slant phase for a metre of zenith delay, in the fixture's frame


def interferograms(truth, reach=2, noise=0.0, seed=1):
    """Phases by pair name of displacement [date, row, column] in mm; whole turns keep them from 0, which is no data."""
    rng = np.random.default_rng(seed)
    return {
        f"{DATES[i]}_{DATES[j]}": (truth[j] - truth[i]) / MM + 3 * TURN + rng.normal(0, noise, GRID.shape)
        for i, j in itertools.combinations(range(len(truth)), 2)
        if j - i <= reach
    }


def still():
    return np.zeros((len(DATES), *GRID.shape))


@pytest.fixture
def chain(licsar_frame, tmp_path):
    """Return a function that takes pairs through import, check and inversion; what is in the files, and warnings."""

    def run(pairs, check=None, invert_options=None, name="frame", **import_options):
        stack, series, progress = tmp_path / f"{name}.nc", tmp_path / f"{name}_series.nc", SilentProgress()
        frame = licsar_frame(pairs, grid=GRID, name=name)
        imported = import_interferograms(frame, stack, ImportOptions(**import_options), progress)
        checked = check_interferograms(stack, stack, CheckOptions(**(check or {})), progress)
        invert_stack(stack, series, None, InversionOptions(workers=1, **(invert_options or {})), progress)
        values = {}
        for path in (stack, series):
            with netcdf.open_dataset(path) as dataset:
                values.update({key: netcdf.read_stored(dataset, key) for key in dataset.variables})
        return values, imported, checked, progress.warnings

    return run


def test_trap_1_multilooking_shifts_nothing(chain):
    """A bump stays where it is: LiCSBAS moves it by (n - 1) / 2 pixels, here two."""
    x, y = np.meshgrid(GRID.x, GRID.y)
    bump = np.exp(-((x - 100.0223) ** 2 + (y - 25.9841) ** 2) / 0.004**2)
    truth = np.linspace(0, 30, 6)[:, None, None] * bump
    found, *_ = chain(interferograms(truth), check={"reference": (100.0, 100.005, 25.995, 26.0)}, multilook=5)
    weight = found["displacement"][-1] - np.nanmin(found["displacement"][-1])
    across, down = np.meshgrid(found["x"], found["y"])
    assert np.average(across, weights=weight) == pytest.approx(100.0223, abs=3e-4)
    assert np.average(down, weights=weight) == pytest.approx(25.9841, abs=3e-4)


@pytest.mark.parametrize("missing", [0.0, np.nan])
def test_trap_2_a_missing_delay_is_neither_zero_nor_a_delay(chain, tmp_path, missing):
    rng = np.random.default_rng(3)
    delays = {day: (2.3 + rng.normal(0, 0.01, GRID.shape)).astype("f4") for day in DATES[:3]}
    pairs = interferograms(still()[:3])
    for name in pairs:
        pairs[name] += (delays[name[9:]].astype("f8") - delays[name[:8]]) * SLANT
    (tmp_path / "gacos").mkdir()
    for day, values in delays.items():
        holed = values * np.float32(SLANT)
        holed[20:, 30:] = np.nan  # outside the delays' frame
        if day == DATES[1]:
            holed[4, 7] = missing
        raster.write_geotiff(tmp_path / "gacos" / f"{day}.sltd.geo.tif", holed, GRID, None)
    found, *_ = chain(pairs, corrections=tmp_path / "gacos", check={"reference": (100.02, 25.985)})
    assert np.isnan(found["unwrapped_phase"][:, 20:, 30:]).all()
    lost = [DATES[1] in name for name in pairs]
    np.testing.assert_array_equal(np.isnan(found["unwrapped_phase"][:, 4, 7]), lost)
    # float32 delays of some 650 rad.
    np.testing.assert_allclose(found["displacement"][:, found["mask"] == 1], 0, atol=2e-3)


@pytest.mark.parametrize("choice", ["mean", "drop"])
def test_trap_3_dates_without_a_delay_make_no_silent_gap(chain, tmp_path, choice):
    (tmp_path / "gacos").mkdir()
    for day in DATES:
        if day not in DATES[2:4]:
            raster.write_geotiff(tmp_path / "gacos" / f"{day}.ztd.tif", np.full(GRID.shape, 2.3, "f4"), GRID, None)
    pairs = interferograms(still(), reach=3)
    found, imported, _, warnings = chain(pairs, corrections=tmp_path / "gacos", missing_corrections=choice)
    assert [day.isoformat() for day in imported.missing_corrections] == ["2018-01-25", "2018-02-06"]
    assert any("2018-01-25" in text and "2018-02-06" in text for text in warnings)
    if choice == "mean":
        assert imported.n_pairs == len(pairs)
        assert found["time"].size == 6
        assert np.all(found["n_gaps"] == 0)
    else:  # what is dropped is listed, and the gap that it leaves is told
        assert len(imported.skipped) == len(pairs) - imported.n_pairs == 9
        assert found["time"].size == 4


def test_trap_4_pixels_without_any_data_stay_empty(chain):
    pairs = interferograms(still() + np.arange(6)[:, None, None], reach=3)
    for phase in pairs.values():
        phase[7:9, 11] = 0
    found, *_, warnings = chain(pairs, invert_options={"gap_model": "seasonal", "date_std": True, "bootstrap": 5})
    empty = np.zeros(GRID.shape, bool)
    empty[7:9, 11] = True
    for name in ("displacement", "velocity", "residual_rms", "temporal_coherence", "displacement_std", "longest_part"):
        assert np.isnan(found[name][..., empty]).all(), name
        assert np.isfinite(found[name][..., ~empty]).all() or name.endswith("_std"), name
    np.testing.assert_array_equal(found["mask"], ~empty)
    assert np.all(found["n_interferograms"][empty] == 0)
    assert np.all(found["n_valid_pairs"][empty] == 0)
    assert np.all(found["n_loop_errors"] == 0)


def test_trap_5_the_mean_of_coherence_does_not_overflow(chain):
    """Nine pixels of 250: as 8-bit numbers their sum would be 202."""
    pairs = {name: (phase, np.full(GRID.shape, 250, "u1")) for name, phase in interferograms(still()).items()}
    found, *_ = chain(pairs, multilook=3)
    np.testing.assert_allclose(found["coherence"], 250 / 255, atol=1e-6)
    np.testing.assert_allclose(found["mean_coherence"], 250 / 255, atol=1e-6)


def test_trap_6_a_pixel_at_the_limit_of_interferograms_is_solved_and_kept(chain):
    """LiCSBAS inverts pixels with more pairs than dates, and masks those with fewer than 1.5 pairs a date."""
    pairs = interferograms(still(), reach=3)
    names = sorted(pairs)
    limits = {index.name: index.limit for index in noise_indices(6, WAVELENGTH, "velocity_std")}
    limit = int(limits["n_interferograms"])
    assert limit == 9
    chain_of_dates = [f"{a}_{b}" for a, b in zip(DATES, DATES[1:])]
    others = [name for name in names if name not in chain_of_dates]
    for column, n in ((3, limit), (4, limit - 1), (5, 5)):
        for name in others[n - 5 :]:
            pairs[name][10, column] = 0
    found, *_ = chain(pairs, invert_options={"noise_mask": True}, check={"reference": (100.03, 25.985)})
    assert found["n_interferograms"][10, 3:6].tolist() == [9, 8, 5]
    assert np.isfinite(found["displacement"][:, 10, 3:6]).all()  # five pairs join six dates
    assert found["noise_mask"][10, 3:6].tolist() == [1, 0, 0]


def test_trap_7_what_is_unknown_is_missing_and_not_zero(chain):
    pairs = interferograms(still() + 5.0 * np.arange(6)[:, None, None])
    for name, phase in pairs.items():
        if DATES[5] in name:
            phase[3, 3] = 0
    found, *_ = chain(pairs, invert_options={"gap_model": "none"}, check={"reference": (100.03, 25.985)})
    assert np.isnan(found["displacement"][5, 3, 3])
    assert np.isfinite(found["displacement"][:5, 3, 3]).all()
    assert np.isfinite(found["displacement"][5]).sum() == GRID.rows * GRID.columns - 1


def test_trap_8_no_data_at_the_reference_is_reported_and_avoided(chain):
    pairs = interferograms(still(), reach=3, noise=0.1)
    bare = [f"{DATES[0]}_{DATES[1]}", f"{DATES[2]}_{DATES[4]}"]
    for name in bare:
        pairs[name][:, :20] = 0
    _, _, checked, _ = chain(pairs)
    assert checked.n_rejected == 0
    assert checked.reference.lon_min >= 100.02 - 1e-9
    _, _, checked, warnings = chain(pairs, check={"reference": (100.01, 25.985)}, name="west")
    assert dict(checked.rejected) == dict.fromkeys(bare, "no data in the reference area")
    assert any("2 of 12 interferograms have data on less than 25% of the reference area" in text for text in warnings)


def test_trap_9_sea_level_is_a_height(chain, licsar_frame, tmp_path):
    frame = licsar_frame(interferograms(still()), grid=GRID)
    height = np.full(GRID.shape, 12, "i2")
    height[:, :10] = 0
    raster.write_geotiff(frame / "GEOC" / "099A_06414_131313.geo.hgt.tif", height, GRID, None)
    import_interferograms(frame, tmp_path / "stack.nc")
    with netcdf.open_dataset(tmp_path / "stack.nc") as dataset:
        np.testing.assert_array_equal(netcdf.read_float(dataset, "height"), height)


def test_trap_10_the_noise_of_one_pixel_does_not_enter_all_others(chain):
    """The mean over a kilometre has a tenth of a pixel's noise; all other pixels have it in common."""
    pairs = interferograms(still(), reach=3, noise=0.5)
    common = {}
    for name, box in (("window", (100.015, 25.985)), ("pixel", (100.0145, 100.0155, 25.9845, 25.9855))):
        found, *_ = chain(pairs, check={"reference": box}, invert_options={"weighting": "uniform"}, name=name)
        away = np.ones(GRID.shape, bool)
        away[8:22, 8:22] = False
        common[name] = np.sqrt(np.mean(found["displacement"][1:, away].mean(axis=1) ** 2))
    assert common["window"] < 0.3 * common["pixel"]


def test_trap_11_interleaved_parts_are_gaps():
    """Even and odd dates are never joined: LiCSBAS's count of uncovered increments is 0, and still there is a gap."""
    days = 12.0 * np.arange(10)
    pairs = np.array([(i, i + 2) for i in range(8)])
    rng = np.random.default_rng(1)
    truth = np.vstack([np.zeros(50), rng.normal(0, 5, (9, 50))])
    found = invert(truth[pairs[:, 1]] - truth[pairs[:, 0]], pairs, days, gap_model="none")
    assert np.all(found.n_gaps == 1)
    assert np.isnan(found.displacement[1::2]).all()
    np.testing.assert_allclose(found.displacement[::2], truth[::2], atol=1e-10)


def test_trap_12_the_velocity_mask_says_what_it_is_relative_to(chain, tmp_path):
    """A field that sinks by 8 mm/yr in a stable frame: which of them is masked depends on the reference."""
    truth = still()
    years = 12 * np.arange(6) / 365.25
    truth[:, :, :20] -= 8.0 * years[:, None, None]
    used = {}
    for name, lon in (("stable", 100.03), ("sinking", 100.01)):
        chain(interferograms(truth), check={"reference": (lon, 25.985)}, name=name)
        progress = SilentProgress()
        options = DownsampleOptions(max_velocity_mm_yr=5.0)
        mask_and_downsample(tmp_path / f"{name}_series.nc", tmp_path / f"{name}_grid.nc", options, progress)
        text = next(text for text in progress.warnings if "another reference masks other pixels" in text)
        assert "600 of 1200 pixels move faster than 5 mm/yr" in text
        used[name] = text[text.index("relative to the reference area (") :]
    assert used["stable"] != used["sinking"]
