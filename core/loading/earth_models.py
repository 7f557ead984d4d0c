"""Spherical elastic Earth models: layers whose density and wave speeds are polynomials of the radius."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np

from ..errors import InputError
from .constants import GRAVITATIONAL_CONSTANT

Polynomial = tuple[float, ...]


@dataclass(frozen=True)
class Layer:
    """A shell of an Earth model; polynomials are in x = radius / Earth radius, constant term first.

    Attributes
    ----------
    bottom, top : float
        Radii, m.
    density : tuple of float
        Polynomial, kg m-3.
    vp, vs : tuple of float
        Polynomials of the speeds of compressional and shear waves, m s-1; ``vs = (0.0,)`` is a fluid.
    """

    bottom: float
    top: float
    density: Polynomial
    vp: Polynomial
    vs: Polynomial

    @property
    def is_fluid(self) -> bool:
        """True where the layer has no rigidity."""
        return not any(self.vs)


@dataclass(frozen=True)
class EarthModel:
    """A self-gravitating elastic sphere.

    Attributes
    ----------
    name : str
        Of the model.
    layers : tuple of Layer
        From the centre to the surface, without gaps; at most one fluid shell (the outer core), which may
        consist of several layers.
    """

    name: str
    layers: tuple[Layer, ...]
    masses: tuple[float, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Check the layers and sum their masses (kg, below each layer)."""
        _check_layers(self.name, self.layers)
        masses = [0.0]
        for layer in self.layers:
            masses.append(masses[-1] + self._mass(layer, layer.top))
        object.__setattr__(self, "masses", tuple(masses))

    @property
    def radius(self) -> float:
        """Radius of the surface, m."""
        return self.layers[-1].top

    @property
    def surface_gravity(self) -> float:
        """At the surface, m s-2."""
        return self.gravity(len(self.layers) - 1, self.radius)

    def gravity(self, layer: int, radius: float) -> float:
        """Return g in m s-2 at `radius` (m) inside the layer of index `layer`."""
        if radius <= 0:
            return 0.0
        mass = self.masses[layer] + self._mass(self.layers[layer], radius)
        return GRAVITATIONAL_CONSTANT * mass / radius**2

    def _mass(self, layer: Layer, radius: float) -> float:
        """Mass (kg) between the bottom of the layer and `radius`."""
        a = self.layers[-1].top
        x0, x1 = layer.bottom / a, radius / a
        volume = sum(c * (x1 ** (i + 3) - x0 ** (i + 3)) / (i + 3) for i, c in enumerate(layer.density))
        return 4 * math.pi * a**3 * volume


def prem() -> EarthModel:
    """Return PREM: isotropic, with the ocean and the upper crust as one solid layer.

    The polynomials are Table 1 of Dziewonski and Anderson (1981). The uppermost 15 km have the elastic
    moduli of PREM's upper crust and the density that conserves the mass of crust and ocean.
    """
    layers = (Layer(b * 1e3, t * 1e3, _si(density), _si(vp), _si(vs)) for b, t, density, vp, vs in _PREM)
    return EarthModel("PREM", tuple(layers))


def _si(polynomial: Polynomial) -> Polynomial:
    """From g cm-3 or km s-1."""
    return tuple(1e3 * coefficient for coefficient in polynomial)


_LOWER_MANTLE = (7.9565, -6.4761, 5.5283, -3.0807)
_PREM: tuple[tuple[float, float, Polynomial, Polynomial, Polynomial], ...] = (
    (0.0, 1221.5, (13.0885, 0.0, -8.8381), (11.2622, 0.0, -6.3640), (3.6678, 0.0, -4.4475)),
    (1221.5, 3480.0, (12.5815, -1.2638, -3.6426, -5.5281), (11.0487, -4.0362, 4.8023, -13.5732), (0.0,)),
    (3480.0, 3630.0, _LOWER_MANTLE, (15.3891, -5.3181, 5.5242, -2.5514), (6.9254, 1.4672, -2.0834, 0.9783)),
    (3630.0, 5600.0, _LOWER_MANTLE, (24.9520, -40.4673, 51.4832, -26.6419), (11.1671, -13.7818, 17.4575, -9.2777)),
    (5600.0, 5701.0, _LOWER_MANTLE, (29.2766, -23.6027, 5.5242, -2.5514), (22.3459, -17.2473, -2.0834, 0.9783)),
    (5701.0, 5771.0, (5.3197, -1.4836), (19.0957, -9.8672), (9.9839, -4.9324)),
    (5771.0, 5971.0, (11.2494, -8.0298), (39.7027, -32.6166), (22.3512, -18.5856)),
    (5971.0, 6151.0, (7.1089, -3.8045), (20.3926, -12.2569), (8.9496, -4.4597)),
    (6151.0, 6346.6, (2.6910, 0.6924), (4.1875, 3.9382), (2.1519, 2.3481)),
    (6346.6, 6356.0, (2.900,), (6.8,), (3.9,)),
    # Upper crust and ocean: their mean density, and speeds that keep the crust's moduli (2.6; 5.8, 3.2).
    (6356.0, 6371.0, (2.2834,), (6.18904,), (3.41464,)),
)


def _check_layers(name: str, layers: tuple[Layer, ...]) -> None:
    if not layers or layers[0].bottom != 0:
        raise InputError(f"The Earth model {name} must begin at the centre (radius 0).")
    if layers[0].is_fluid or layers[-1].is_fluid:
        raise InputError(f"The Earth model {name} must have a solid inner core and a solid surface.")
    for below, above in zip(layers, layers[1:]):
        if below.top != above.bottom:
            raise InputError(f"The Earth model {name} has a gap or an overlap at the radius {below.top / 1e3:g} km.")
    fluid = np.array([layer.is_fluid for layer in layers])
    if np.count_nonzero(np.diff(fluid.astype(int)) == 1) > 1:
        raise InputError(f"The Earth model {name} has more than one fluid shell; only the outer core may be fluid.")
    for layer in layers:
        x = np.linspace(layer.bottom, layer.top, 5) / layers[-1].top
        density, vp, vs = (np.polynomial.polynomial.polyval(x, p) for p in (layer.density, layer.vp, layer.vs))
        if layer.top <= layer.bottom or density.min() <= 0 or np.any(vp**2 <= 4 / 3 * vs**2):
            raise InputError(
                f"The Earth model {name} has an impossible layer from {layer.bottom / 1e3:g} to "
                f"{layer.top / 1e3:g} km: thickness and density must be positive and vp at least 1.155 vs."
            )
