"""State access for assimilation: storage in parts, and increments to it within the model's bounds.

The pattern is GEOS's: add, keep humidity and leaf water from turning negative, snow's water positive and its heat
negative, its density within 150 to 500 kg m-3 by its thickness, its layers where they belong; then the soil's bounds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...arrays import FloatArray
from .bounds import bounded
from .constants import FRESH_SNOW_DENSITY, FUSION_HEAT, LARGEST_SNOW_DENSITY
from .options import ModelOptions
from .parameters import Parameters
from .snow_layers import relayer
from .state import GROUPS, State

_NEW_SNOW_DENSITY = 250.0  # kg m-3, of snow that an increment lays on bare ground


@dataclass(frozen=True)
class Increments:
    """Changes of the stores, mm, in arrays that broadcast to the state's.

    Attributes
    ----------
    catdef : array or float
        Of the catchment deficit: positive is drier.
    rzexc, srfexc : array or float
        Of root-zone and surface excess.
    snow : array or float
        Of the snow's water, spread over its layers as it is.
    """

    catdef: FloatArray | float = 0.0
    rzexc: FloatArray | float = 0.0
    srfexc: FloatArray | float = 0.0
    snow: FloatArray | float = 0.0


@dataclass(frozen=True)
class Updated:
    """Result of :func:`add_increments`.

    Attributes
    ----------
    state : State
        Within the model's bounds.
    clipped : Increments
        What of each increment the bounds took back: asked for less done, mm.
    """

    state: State
    clipped: Increments


def stores(state: State) -> Increments:
    """Return the stores that increments apply to, mm."""
    return Increments(state.catdef, state.rzexc, state.srfexc, state.snow_water)


def storage_change(increments: Increments) -> FloatArray:
    """Return the change of terrestrial water storage that increments make, mm."""
    soil = np.asarray(increments.rzexc) + np.asarray(increments.srfexc) - np.asarray(increments.catdef)
    return soil + np.asarray(increments.snow)


def add_increments(
    state: State, increments: Increments, parameters: Parameters, options: ModelOptions | None = None
) -> Updated:
    """Return the state with increments added, and what of them was clipped.

    Parameters
    ----------
    state : State
        Before.
    increments : Increments
        To add.
    parameters : Parameters
        Of the tiles.
    options : ModelOptions, optional
        Of the model.
    """
    options = ModelOptions() if options is None else options
    sought = (
        state.catdef + increments.catdef,
        state.rzexc + increments.rzexc,
        state.srfexc + increments.srfexc,
        state.snow_water + increments.snow,
    )
    soil = bounded(*sought[:3], parameters)
    water, heat, depth = _with_snow(state, sought[3], options.full_cover_snow)
    snow = dict(zip(GROUPS["wesn"], water)) | dict(zip(GROUPS["htsn"], heat)) | dict(zip(GROUPS["sndz"], depth))
    humidity = {name: np.maximum(getattr(state, name), 0.0) for name in GROUPS["qa"]}
    updated = replace(
        state,
        **snow,
        **humidity,
        capac=np.maximum(state.capac, 0.0),
        catdef=soil.catdef,
        rzexc=soil.rzexc,
        srfexc=soil.srfexc,
    )
    done = (updated.catdef, updated.rzexc, updated.srfexc, updated.snow_water)
    return Updated(updated, Increments(*(wanted - got for wanted, got in zip(sought, done))))


def _with_snow(state: State, mass: FloatArray, full_cover: float) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return water, heat and thickness [3, ..] of a pack that holds `mass`, with the specific heat it had."""
    water, heat, depth = (state.stacked(name) for name in ("wesn", "htsn", "sndz"))
    old = state.snow_water
    mass = np.maximum(mass, 0.0)
    some = old > 0.0
    unchanged = mass == old
    factor = np.where(some, mass, 0.0) / np.where(some, old, 1.0)
    share = np.where(some, water * factor, mass / 3.0)
    specific = np.where(water > 0.0, heat, 0.0) / np.where(water > 0.0, water, 1.0)
    new_heat = np.minimum(np.where(some, specific, -FUSION_HEAT) * share, 0.0)
    # The thickness in the state is that of the covered area; the density that it gives is kept.
    old_cover = np.minimum(old / full_cover, 1.0)
    old_density = water / np.where(old_cover * depth > 0.0, old_cover * depth, 1.0)
    density = np.where(old_cover * depth > 0.0, old_density, _NEW_SNOW_DENSITY)
    density = np.clip(density, FRESH_SNOW_DENSITY, LARGEST_SNOW_DENSITY)
    # The layers' faces move by the thickness of the whole area, see :func:`~.snow_layers.relayer`.
    relaid = relayer(share, new_heat, share / density, full_cover)
    bare = mass <= 0.0
    water, heat, depth = (
        np.where(unchanged, before, np.where(bare, 0.0, after)) for before, after in zip((water, heat, depth), relaid)
    )
    return water, heat, depth
