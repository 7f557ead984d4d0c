"""What an open loop of the land model must show: members that part, about the run without perturbations."""

from __future__ import annotations

import numpy as np
import pytest
from groundswell.core.assimilation.priors.open_loop_checks import check_spread, warn_of_open_loop
from groundswell.core.errors import InputError
from groundswell.core.work.progress import SilentProgress

MODEL = 300.0 + 100.0 * np.sin(np.arange(60) * 12 / 365.25 * 2 * np.pi)[:, None] * np.ones(8)


class Listener(SilentProgress):
    """Keeps the warnings."""

    def __init__(self):
        self.warnings = []

    def warn(self, message):
        self.warnings.append(message)


def warnings_of(members, unperturbed=MODEL):
    progress = Listener()
    warn_of_open_loop(members, unperturbed, progress)
    return progress.warnings


def an_ensemble(regional, local=0.0, seed=3):
    """Return members about the model that err alike in all cells, and on their own."""
    rng = np.random.default_rng(seed)
    errors = regional * rng.standard_normal((60, 24, 1)) + local * rng.standard_normal((60, 24, 8))
    return MODEL[:, None] + errors - errors.mean(axis=1, keepdims=True)


def test_members_about_the_model_are_not_warned_of():
    assert warnings_of(an_ensemble(20.0)) == []
    assert warnings_of(an_ensemble(20.0) + 200.0) == []  # a constant shift goes with the mean


def test_a_shift_that_comes_and_goes_is_said_with_its_size():
    season = 20.0 * np.cos(np.arange(60) * 12 / 365.25 * 2 * np.pi)[:, None, None]
    (said,) = warnings_of(an_ensemble(20.0) + season)
    assert "by 14 mm to and fro" in said
    assert "differ by 20 mm" in said
    assert warnings_of(an_ensemble(60.0) + season) == []


def test_errors_of_single_cells_do_not_hide_it():
    """Independent errors of 50 mm are 18 mm in the mean of eight cells."""
    season = 20.0 * np.cos(np.arange(60) * 12 / 365.25 * 2 * np.pi)[:, None, None]
    (said,) = warnings_of(an_ensemble(0.0, 50.0) + season)
    assert "differ by 18 mm" in said


def test_few_epochs_tell_nothing_of_a_shift():
    season = 50.0 * np.arange(60)[:, None, None]
    assert warnings_of((an_ensemble(20.0) + season)[:8], MODEL[:8]) == []


def test_members_that_are_alike_are_refused():
    with pytest.raises(InputError, match="all alike at every epoch"):
        check_spread(np.repeat(MODEL[:, None], 5, axis=1))
    check_spread(an_ensemble(1.0))
