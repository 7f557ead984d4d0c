"""Loops judge the pair, not its constant, on pixels that deserve it; phase bias is said, mapped and reducible."""

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.importing import import_interferograms
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.work.progress import SilentProgress

SHAPE = (10, 12)
DATES = [str(day).replace("-", "") for day in np.datetime64("2018-01-01") + 12 * np.arange(30)]
PAIRS = [(i, j) for i in range(30) for j in range(i + 1, min(30, i + 5))]
CORNER = (100.0, 100.003, 25.997, 26.0)
TAKEN = {"workers": 1}


@pytest.fixture
def checked(licsar_frame, tmp_path):
    """Checks a stack of these phases [pair, row, column] (coherence 0.7) and returns file, summary and warnings."""

    def make(phase, coherence=None, own_constants=False):
        coherence = np.full(SHAPE, 0.7) if coherence is None else coherence
        pairs = {f"{DATES[i]}_{DATES[j]}": (phase[k].astype("f4"), coherence) for k, (i, j) in enumerate(PAIRS)}
        import_interferograms(licsar_frame(pairs), tmp_path / "stack.nc")
        if own_constants:
            with netcdf.append(tmp_path / "stack.nc") as dataset:
                dataset.phase_constants = "own"
        progress = SilentProgress()
        options = CheckOptions(reference=CORNER)
        summary = check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", options, progress)
        return tmp_path / "checked.nc", summary, progress.warnings

    return make


def noise(seed=1, size=0.2):
    return np.random.default_rng(seed).normal(0, size, (len(PAIRS), *SHAPE))


def test_a_constant_of_each_pair_rejects_none(checked):
    rng = np.random.default_rng(2)
    path, summary, warnings = checked(noise() + rng.uniform(-3, 3, len(PAIRS))[:, None, None], own_constants=True)
    assert summary.n_rejected == 0
    assert sum("constant of its own" in warning for warning in warnings) == 1


def test_a_pair_that_is_bad_beside_its_constant_is_rejected_all_the_same(checked):
    rng = np.random.default_rng(2)
    phase = noise() + rng.uniform(-3, 3, len(PAIRS))[:, None, None]
    phase[40, :, 6:] += 9.0
    assert [name for name, _ in checked(phase, own_constants=True)[1].rejected] == [
        "{}_{}".format(*(DATES[d] for d in PAIRS[40]))
    ]


@pytest.mark.parametrize("share", [0.1, 0.3])
def test_incoherent_pixels_have_no_say(checked, share, tmp_path):
    rng = np.random.default_rng(3)
    bad = rng.random(SHAPE) < share
    bad[:3, :3] = False
    phase = np.where(bad, rng.uniform(-20, 20, (len(PAIRS), *SHAPE)), noise())
    path, summary, warnings = checked(phase, np.where(bad, 0.05, 0.7))
    assert summary.n_rejected == 0
    assert any("have no say" in warning for warning in warnings)
    invert_stack(path, tmp_path / "series.nc", None, InversionOptions(**TAKEN))
    with netcdf.open_dataset(tmp_path / "series.nc") as series:
        np.testing.assert_array_equal(netcdf.read(series, "incoherent") != 0, bad)


def biased():
    bias = {1: 0.15, 2: 0.10, 3: 0.06, 4: 0.0}
    lags = np.array([bias[j - i] for i, j in PAIRS])
    east = np.arange(SHAPE[1]) >= 6
    return noise(4, 0.05) + lags[:, None, None] * east


def test_phase_bias_is_said_mapped_and_reducible(checked, tmp_path):
    path, _, warnings = checked(biased())
    assert sum("phase bias" in warning for warning in warnings) == 1
    with netcdf.open_dataset(path) as stack:
        found = netcdf.read_float(stack, "phase_bias")
        assert netcdf.read_float(stack, "bias_length").tolist() == [12, 24, 36, 48]
        # Far from the border between still and biased pixels, which the 7 x 7 pixels of a mean see both.
        np.testing.assert_allclose(found[:, 5, -1], [0.15, 0.10, 0.06, 0], atol=0.03)
        np.testing.assert_allclose(found[:, 5, 0], 0, atol=0.03)
        said = netcdf.read_float(stack, "phase_bias_velocity")[5, -1]
    velocities = []
    for correct in (False, True):
        options = InversionOptions(correct_phase_bias=correct, **TAKEN)
        invert_stack(path, tmp_path / "series.nc", None, options)
        with netcdf.open_dataset(tmp_path / "series.nc") as series:
            velocities.append(float(netcdf.read_float(series, "velocity")[:, -3:].mean()))
    assert velocities[0] == pytest.approx(said, abs=0.5)
    assert velocities[0] < -1.5
    assert abs(velocities[1]) < 0.5


def test_without_bias_nothing_is_said(checked, tmp_path):
    _, _, warnings = checked(noise())
    assert not any("bias" in warning for warning in warnings)
    with pytest.raises(InputError, match="CORRECT_PHASE_BIAS"):
        invert_stack(tmp_path / "stack.nc", tmp_path / "s.nc", None, InversionOptions(correct_phase_bias=True))
