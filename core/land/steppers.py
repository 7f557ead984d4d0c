"""Recorded steps that are kept from one day to the next: recording takes as long as a day of a few columns."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from ..arrays import FloatArray
from .catchment import ModelOptions, Parameters
from .catchment.stepper import Stepper

_MOST_KEPT = 12  # blocks of columns that a worker meets day after day; each takes up to some 40 MB

_kept: OrderedDict[tuple[object, ...], list[Stepper]] = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True)
class StepperKey:
    """What a recorded step depends on; attributes as the arguments of :class:`~.catchment.stepper.Stepper`."""

    parameters: Parameters
    options: ModelOptions
    shape: tuple[int, ...]
    forcing: dict[str, tuple[int, ...]]
    height: float | FloatArray
    dt: float
    steps: int

    def identity(self) -> tuple[object, ...]:
        """Return the same for equal content, in whichever objects it comes."""
        digest = blake2b()
        for name, value in (*self.parameters.items(), ("height", np.asarray(self.height, dtype=np.float64))):
            digest.update(name.encode())
            if value is not None:
                digest.update(np.ascontiguousarray(value).tobytes())
        shapes = tuple(sorted(self.forcing.items()))
        return digest.digest(), self.options, self.shape, shapes, self.dt, self.steps


@contextmanager
def borrowed(key: StepperKey, wanted: Sequence[str]) -> Iterator[Stepper]:
    """Give a recorded step that no other thread uses meanwhile; it is kept for the next day."""
    identity = (*key.identity(), tuple(wanted))
    with _lock:
        idle = _kept.get(identity)
        stepper = idle.pop() if idle else None
    if stepper is None:
        stepper = Stepper(
            key.parameters, key.options, key.shape, key.forcing, key.height, dt=key.dt, wanted=wanted, steps=key.steps
        )
    yield stepper
    with _lock:
        _kept.setdefault(identity, []).append(stepper)
        _kept.move_to_end(identity)
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
