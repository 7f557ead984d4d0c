"""Random draws that depend on the seed, the purpose, the day and the member, and on nothing else.

Each draw has a counter-based generator of its own (Philox): its key is the seed and the stream, its counter starts
at the day and the member. No generator is handed from one epoch or worker to the next, so that neither the number of
workers nor the point where a run is taken up again changes a number.
"""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray, IntArray

PRIOR_STREAM = 1
OBSERVATION_STREAM = 2
SEASONAL_BIAS_STREAM = 4
_SECONDS = 86400


def generator(seed: int, stream: int, day: float, member: int) -> np.random.Generator:
    """Return the generator of one member's draws at one epoch.

    Parameters
    ----------
    seed : int
        Chosen by the user.
    stream : int
        What the draws are for, such as `PRIOR_STREAM`.
    day : float
        Epoch in days; epochs that differ by a second have draws of their own.
    member : int
        Number of the member.
    """
    key = np.array([seed, stream], dtype=np.uint64)
    return np.random.Generator(np.random.Philox(key=key, counter=_counter(day, member)))


def _counter(day: float, member: int) -> IntArray:
    moment = round(day * _SECONDS) % 2**64  # days before the origin are negative; the counter is not
    # The lowest word counts the draws: 2**64 blocks of them before it would reach the member's word.
    return np.array([0, 0, member, moment], dtype=np.uint64)


def centred(draws: FloatArray) -> FloatArray:
    """Return `draws` [member, ..] with zero mean over the members and their variance kept.

    Taking the mean off lowers the expected variance by (N - 1) / N, which the factor sqrt(N / (N - 1)) restores.
    """
    members = draws.shape[0]
    deviations = draws - draws.mean(axis=0)
    deviations *= np.sqrt(members / (members - 1))
    return deviations


def observation_perturbations(seed: int, day: float, members: int, observations: int) -> FloatArray:
    """Return what the members' observations differ by, [member, observation], of unit standard deviation.

    Parameters
    ----------
    seed : int
        Chosen by the user.
    day : float
        Epoch in days.
    members, observations : int
        Sizes.
    """
    draws = np.empty((members, observations))
    draw = generator(seed, OBSERVATION_STREAM, day, 0)
    # To set the counter of one generator takes a sixth of the time that a new one does.
    bits, start = draw.bit_generator, dict(draw.bit_generator.state)
    for member in range(members):
        bits.state = {**start, "state": {**start["state"], "counter": _counter(day, member)}}
        draw.standard_normal(out=draws[member])
    return centred(draws)


def seasonal_biases(seed: int, members: int, std: float) -> FloatArray:
    """Return the members' amplitudes of a yearly cosine and sine [member, 2] of `std`, with zero mean over them.

    Parameters
    ----------
    seed : int
        Chosen by the user.
    members : int
        Size of the ensemble.
    std : float
        Standard deviation of each amplitude, which is that of the bias at any time.
    """
    draws = np.empty((members, 2))
    for member in range(members):
        generator(seed, SEASONAL_BIAS_STREAM, 0.0, member).standard_normal(out=draws[member])
    return std * centred(draws)
