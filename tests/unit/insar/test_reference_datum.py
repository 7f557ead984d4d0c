"""Interferograms that are relative to the reference area as they come are not given its noise once more."""

import numpy as np
import pytest
from groundswell.core.insar.checks.referencing import describe_reference
from groundswell.core.insar.reference.datum import already_relative
from groundswell.core.insar.reference.reference_phase import ReferencePhase
from groundswell.core.insar.solver.network import network_of

DAYS = 5848.0 + 12 * np.arange(110)
YEARS = 12 * np.arange(110) / 365.25
PAIRS = np.array([(i, j) for i in range(110) for j in range(i + 1, min(110, i + 5))])
NETWORK = network_of(DAYS[PAIRS[:, 0]], DAYS[PAIRS[:, 1]])
NOISE_RAD = 0.2  # of a pixel in a pair


def of(signal, seed, n_pixels=9):
    """Whether an area is taken for the datum where it has a phase by date, or by pair, besides noise."""
    noise = np.random.default_rng(seed).normal(0, NOISE_RAD, (len(PAIRS), n_pixels))
    common = signal if len(signal) == len(PAIRS) else signal[PAIRS[:, 1]] - signal[PAIRS[:, 0]]
    mean, variance = common + noise.mean(axis=1), noise.var(axis=1, ddof=1) / n_pixels
    return already_relative(mean, variance, n_pixels, NETWORK)


def test_noise_alone_is_the_datum():
    """Also where nine pixels' noise makes a trend of 0.5 mm/yr, as that of seed 0 does."""
    assert all(of(np.zeros(110), seed) for seed in range(12))


@pytest.mark.parametrize(
    "signal",
    [
        2 * np.pi * (np.arange(len(PAIRS)) % 7 == 0),  # constants of pairs
        np.random.default_rng(1).normal(0, 0.1, 110),  # half a millimetre of air
        0.25 * YEARS,  # 1.1 mm/yr
        0.1 * np.cos(2 * np.pi * YEARS),  # a season of 0.4 mm
    ],
    ids=["constants", "air", "trend", "season"],
)
def test_whatever_the_area_has_besides_noise_is_subtracted(signal):
    assert not any(of(signal, seed) for seed in range(12))


def test_a_pixel_alone_or_without_noise_does_not_tell():
    zero = np.zeros(len(PAIRS))
    assert not already_relative(zero, zero + 0.01, 1, NETWORK)
    assert not already_relative(zero, zero, 9, NETWORK)


def test_the_check_says_so():
    class Stack(dict):
        wavelength = 0.055
        setncatts = dict.update

    stack, pixels = Stack(), type("Pixels", (), {"n_pixels": 9})
    nan = float("nan")
    phase = ReferencePhase(np.zeros(2), np.ones(2), np.ones(2, bool), pixels, pixels, 0.2, nan, nan, already=True)
    assert "as they come" in " ".join(describe_reference(stack, phase))
    assert stack["reference_subtracted"] == 0
