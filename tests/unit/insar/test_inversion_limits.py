"""Limits of the noise indices at their very values, and pairs that no loop checks."""

import numpy as np
import pytest
from groundswell.core.insar.checks.noise_indices import NoiseIndex, noise_indices, pairs_without_loop


def test_a_value_at_the_limit_is_good():
    # LiCSBAS keeps pixels at the limit when it masks (step 15), though not when it inverts (step 13).
    values = np.array([1.0, 2.0, 3.0, np.nan])
    assert NoiseIndex("n", 2.0, smallest=True).bad(values).tolist() == [True, False, False, True]
    assert NoiseIndex("n", 2.0).bad(values).tolist() == [False, False, True, True]


@pytest.mark.parametrize(("wavelength", "millimetres"), [(0.0555, 2.0), (0.2424, 4.0)])
def test_limits_are_those_of_licsbas(wavelength, millimetres):
    limits = {index.name: (index.limit, index.smallest) for index in noise_indices(13, wavelength, "velocity_std")}
    assert len(limits) == 9
    assert limits["n_interferograms"] == (19, True)  # as LiCSBAS printed for the 13 dates of the Mexico stack
    assert limits["residual_rms"] == (millimetres, False)
    assert limits["velocity_std"] == (100, False)


def test_pairs_without_a_closed_loop_are_counted_pixel_by_pixel():
    there = np.ones((5, 3), dtype=bool)
    there[2, 1] = False  # breaks the only loop of pairs 0, 1, 2
    there[:, 2] = False
    loops = np.array([[0, 1, 2]])
    assert pairs_without_loop(there, loops).tolist() == [2, 4, 0]
