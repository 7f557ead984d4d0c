"""Colour ramps by quantity, shared by charts and map layers.

The colours are made for this project: light in the middle of signed ramps, steadily darker outwards, and kept
apart by all common kinds of colour blindness (red-blue, brown-teal and orange-purple axes; no red-green one).
"""

from __future__ import annotations

from dataclasses import dataclass

from ..files.names import (
    DISPLACEMENT,
    DISPLACEMENT_STD,
    TWS,
    TWS_ANALYSIS_STD,
    TWS_OPEN_LOOP_STD,
    VERTICAL_DISPLACEMENT,
)

RAMPS: dict[str, tuple[str, ...]] = {
    # Down is red, up is blue.
    "motion": ("#7a1026", "#b2283a", "#d9695c", "#efae97", "#f6f3ee", "#a3c6df", "#5a97c4", "#2a639c", "#123a6b"),
    # Dry is brown, wet is teal.
    "water": ("#5c3206", "#94590f", "#c5923f", "#e6cf9c", "#f5f3ec", "#aadcd2", "#57aca2", "#17766e", "#04443e"),
    # Normalized differences.
    "innovation": ("#8a4708", "#c9771f", "#efb466", "#f6ddb8", "#f4f2f2", "#cdc6e0", "#9c8fc4", "#6a559f", "#3c2070"),
    # From none (light) to much (dark).
    "amount": ("#fbf6e0", "#f3dc9a", "#eab664", "#dc8a4a", "#bd5c4a", "#8c3a55", "#582355", "#271343"),
    # From bad (dark) to good (light).
    "agreement": ("#2a1a4a", "#3b3d78", "#3a648d", "#3a8a8f", "#4fae86", "#8acb74", "#cfe26b", "#f8f19b"),
}


@dataclass(frozen=True)
class Ramp:
    """Which ramp a quantity has, and whether its limits are symmetric about zero."""

    name: str
    signed: bool


_BY_PREFIX = (
    (DISPLACEMENT_STD, Ramp("amount", False)),
    (DISPLACEMENT, Ramp("motion", True)),
    (VERTICAL_DISPLACEMENT, Ramp("motion", True)),
    ("velocity_std", Ramp("amount", False)),
    ("air_std", Ramp("amount", False)),
    ("noise_std", Ramp("amount", False)),
    ("error_std", Ramp("amount", False)),
    ("velocity", Ramp("motion", True)),
    ("phase_bias_velocity", Ramp("motion", True)),
    ("mean_loop_closure", Ramp("motion", True)),
    (TWS_OPEN_LOOP_STD, Ramp("amount", False)),
    (TWS_ANALYSIS_STD, Ramp("amount", False)),
    (TWS, Ramp("water", True)),
    ("normalized_innovation", Ramp("innovation", True)),
    ("innovation", Ramp("motion", True)),
    ("analysis_residual", Ramp("motion", True)),
    ("observed_displacement", Ramp("motion", True)),
    ("predicted_displacement_std", Ramp("amount", False)),
    ("predicted_displacement", Ramp("motion", True)),
    ("increment_mean_error", Ramp("amount", False)),
    ("increment_moved", Ramp("amount", False)),
    ("increment", Ramp("water", True)),
    ("water_budget_residual", Ramp("water", True)),
    ("correlation", Ramp("agreement", False)),
    ("temporal_coherence", Ramp("agreement", False)),
    ("mean_coherence", Ramp("agreement", False)),
    ("ubrmsd", Ramp("amount", False)),
)


def ramp_of(quantity: str) -> Ramp:
    """Return the ramp of a variable by its name; unknown ones get the unsigned ``amount``."""
    return next((ramp for prefix, ramp in _BY_PREFIX if quantity.startswith(prefix)), Ramp("amount", False))
