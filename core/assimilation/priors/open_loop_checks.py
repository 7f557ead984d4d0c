"""What an open loop of the land model must show before observations correct it: members that part, about the model."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from ...errors import InputError
from ...work.progress import Progress

_PARTED = 0.1
_SHIFTED = 0.4  # of the members' spread
_ENOUGH_EPOCHS = 12  # to tell how a shift changes in time


def check_spread(members: FloatArray) -> None:
    """Hold that members [epoch, member, cell] differ.

    Raises
    ------
    InputError
        Where they do not.
    """
    if members.shape[1] < 2 or not np.ptp(members, axis=1).max() > 0:
        raise InputError(
            "The members of the land model are all alike at every epoch, without spread: raise the perturbations "
            "(PERTURBATION_CHANGES), or give weather that begins well before the first epoch."
        )


def warn_of_open_loop(members: FloatArray, unperturbed: FloatArray, progress: Progress) -> None:
    """Warn where the members have hardly parted when the observations begin, or are no errors about the model.

    Parameters
    ----------
    members : array [epoch, member, cell]
        Open loop (mm).
    unperturbed : array [epoch, cell]
        Run without perturbations beside it.
    progress : Progress
        Hears the warnings.

    Notes
    -----
    A model is not linear: perturbations of zero mean shift the mean of the members. A constant shift does no harm, as
    anomalies are compared; one that comes and goes is an error that the perturbations make. Both shift and spread are
    of the mean of all cells, about their means in time.
    """
    first, last = (float(members[epoch].std(axis=0, ddof=1).mean()) for epoch in (0, -1))
    if first < _PARTED * last:
        progress.warn(
            f"The members have hardly parted at the first epoch (standard deviation {first:.1f} mm, {last:.1f} mm at "
            "the last), so that its observations can correct next to nothing: give weather that begins months earlier, "
            "or a restart file of 'Run the land model'."
        )
    if members.shape[0] < _ENOUGH_EPOCHS:
        return
    area = members.mean(axis=2)
    shift = float((area.mean(axis=1) - unperturbed.mean(axis=1)).std())
    spread = float(np.sqrt(area.var(axis=1, ddof=1).mean()))
    if shift > _SHIFTED * spread:
        progress.warn(
            f"The perturbations move the mean of the members, as area mean, by {shift:.0f} mm to and fro about the run "
            f"without them, while the members differ by {spread:.0f} mm: they make much of the error that they are to "
            "stand for. Lower them, or let them reach over many cells (PERTURBATION_CHANGES, such as "
            "catdef.std=0.08, catdef.degrees=3)."
        )
