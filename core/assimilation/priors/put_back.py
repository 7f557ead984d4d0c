"""Putting increments back into the land model's stores: within its bounds, and without losing water.

What the bounds refuse in one store is moved on to the others, first of all to the catchment deficit, which holds most
of the water; what no store can take is budgeted as requested less applied.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...arrays import FloatArray
from ...land.catchment import ModelOptions, Parameters, State
from ...land.catchment.increments import Increments, add_increments, storage_change

DISAGGREGATIONS = ("ensemble", "rescale")
"""``ensemble``: each store by its own covariance with the displacement; ``rescale``: all stores by one factor."""

STORES = ("catdef", "rzexc", "srfexc", "snow", "capac")
"""Stores of :func:`stores_of`, in this order; the last one is water on leaves."""

_SIGNS = np.array([-1.0, 1.0, 1.0, 1.0, 1.0])  # of the stores in the storage
_CLOSED_MM = 1e-10
_MOST_ROUNDS = 400  # the rest shrinks by a third or more in each
_SOIL = ("catdef", "rzexc", "srfexc")


@dataclass(frozen=True)
class PutBack:
    """States after increments.

    Attributes
    ----------
    state : State
        Within the model's bounds, [member, tile].
    requested, applied : array [member, tile]
        Change of storage asked for, and made (mm).
    moved : array [member, tile]
        Water that a store could not take or give, and that was moved on to others (mm, positive).
    stores : Increments
        Applied to each store (mm).
    """

    state: State
    requested: FloatArray
    applied: FloatArray
    moved: FloatArray
    stores: Increments


def stores_of(state: State) -> FloatArray:
    """Return the stores [member, tile, store] in the order of `STORES` (mm)."""
    return np.stack([state.catdef, state.rzexc, state.srfexc, state.snow_water, state.capac], axis=-1)


def increments_of_stores(changes: FloatArray) -> Increments:
    """Return increments from changes [member, tile, store]; those of the leaves' water go to the soil's deficit."""
    catdef, rzexc, srfexc, snow, capac = np.moveaxis(changes, -1, 0)
    return Increments(catdef - capac, rzexc, srfexc, snow)


def change_of_storage(changes: FloatArray) -> FloatArray:
    """Return the change of storage [member, tile] by changes [member, tile, store]."""
    return changes @ _SIGNS


def rescaled(state: State, change: FloatArray, parameters: Parameters) -> Increments:
    """Return increments that change the storage by `change` [member, tile], every store by the same factor.

    The soil counts with the water above the wilting point; a column that has none takes all in its deficit.
    """
    deficit = parameters.cdcr2 - state.catdef
    total = deficit + state.rzexc + state.srfexc + state.snow_water
    some = total > 1.0
    factor = np.where(some, change / np.where(some, total, 1.0), 0.0)
    whole = np.where(some, 0.0, change)
    return Increments(-factor * deficit - whole, factor * state.rzexc, factor * state.srfexc, factor * state.snow_water)


def put_back(state: State, increments: Increments, parameters: Parameters, options: ModelOptions) -> PutBack:
    """Return the states with the increments, clipped mass moved on: snow, root zone and surface to the deficit.

    Parameters
    ----------
    state : State
        Before, [member, tile].
    increments : Increments
        Sought, [member, tile].
    parameters : Parameters
        Of the tiles.
    options : ModelOptions
        Of the model.

    Notes
    -----
    The bounds of the root zone and the surface depend on the deficit, so that mass is moved in rounds: to the deficit,
    then, where it is at its bound, to the root zone and the surface. A column whose soil is full, or empty to the
    wilting point, keeps a residual: requested less applied. Where the state was beyond its bounds before (perturbations
    push it there), bringing it back counts as mass to be moved, too.
    """
    requested = storage_change(increments)
    updated = add_increments(state, increments, parameters, options)
    clipped = updated.clipped
    moved = np.abs(np.stack([clipped.catdef, clipped.rzexc, clipped.srfexc, clipped.snow])).sum(axis=0)
    before = state.tws(parameters)
    after = _with_rest(updated.state, before + requested, parameters, options)
    applied = after.tws(parameters) - before
    done = Increments(
        after.catdef - state.catdef,
        after.rzexc - state.rzexc,
        after.srfexc - state.srfexc,
        after.snow_water - state.snow_water,
    )
    return PutBack(after, requested, applied, moved, done)


def _with_rest(state: State, wanted: FloatArray, parameters: Parameters, options: ModelOptions) -> State:
    """Return the state with its soil changed until its storage [member, tile] is as wanted, as far as bounds let it."""
    values = {name: array.copy() for name, array in state.as_dict().items()}
    member, tile = np.nonzero(np.abs(wanted - state.tws(parameters)) > _CLOSED_MM)
    for _ in range(_MOST_ROUNDS):
        if not member.size:
            break
        place = member, tile
        part = State(**{name: array[place] for name, array in values.items()})
        own = parameters.take(tile)
        start = part
        for name, sign in (("catdef", -1.0), ("rzexc", 1.0), ("srfexc", 1.0)):
            missing = sign * (wanted[place] - part.tws(own))
            part = add_increments(part, Increments(**{name: missing}), own, options).state
        for name, array in values.items():
            array[place] = getattr(part, name)
        # A column whose soil does not change any more is full or empty.
        stuck = np.all([getattr(start, name) == getattr(part, name) for name in _SOIL], axis=0)
        going_on = ~stuck & (np.abs(wanted[place] - part.tws(own)) > _CLOSED_MM)
        member, tile = member[going_on], tile[going_on]
    return State(**values)
