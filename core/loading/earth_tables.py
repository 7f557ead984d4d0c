"""Earth models from tables: ak135, and the crustal columns that users write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import FloatArray
from ..errors import InputError
from .earth_models import EarthModel, Layer, prem

_DATA = Path(__file__).resolve().parent / "data"
_COLUMN_HELP = (
    "A crustal column has one layer in each line, from the surface down: thickness_km,vp_km_s,vs_km_s,density_g_cm3."
)


@dataclass(frozen=True)
class CrustLayer:
    """One layer of a crustal column.

    Attributes
    ----------
    thickness : float
        m.
    vp, vs : float
        Speeds of compressional and shear waves, m s-1.
    density : float
        kg m-3.
    """

    thickness: float
    vp: float
    vs: float
    density: float


def ak135() -> EarthModel:
    """Return ak135 (Kennett et al., 1995) with the densities of Montagner and Kennett (1996)."""
    depth, vp, vs, density = np.loadtxt(_DATA / "ak135.csv", delimiter=",").T
    return from_depths("ak135", depth, vp, vs, density)


def from_depths(name: str, depth_km: FloatArray, vp: FloatArray, vs: FloatArray, density: FloatArray) -> EarthModel:
    """Return the model whose properties are linear between depths, from the surface to the centre.

    Parameters
    ----------
    name : str
        Of the model.
    depth_km : array [node]
        Ascending from 0 to the Earth's radius; a depth that occurs twice is a discontinuity.
    vp, vs, density : array [node]
        km s-1, km s-1 and g cm-3.
    """
    radius = (depth_km[-1] - depth_km) * 1e3
    layers: list[Layer] = []
    for i in range(depth_km.size - 1, 0, -1):
        bottom, top = float(radius[i]), float(radius[i - 1])
        if top > bottom:
            lines = (_line(values[i], values[i - 1], bottom, top, float(radius[0])) for values in (density, vp, vs))
            layers.append(Layer(bottom, top, *lines))
    return EarthModel(name, tuple(layers))


def _line(below: float, above: float, bottom: float, top: float, surface: float) -> tuple[float, ...]:
    """Straight line through the values at both ends, as a polynomial of radius / surface radius."""
    slope = 1e3 * float(above - below) * surface / (top - bottom)
    return (1e3 * float(below) - slope * bottom / surface, slope) if slope else (1e3 * float(below),)


def replace_top(model: EarthModel, column: tuple[CrustLayer, ...], name: str = "") -> EarthModel:
    """Return the model with a column of layers instead of its uppermost kilometres.

    What the model has below the column's base stays: a column of sediments lies on the model's own
    crust, and a column thicker than the crust replaces mantle as well. To make the crust thinner, end
    the column with a layer of mantle.
    """
    if not column:
        raise InputError(f"The crustal column is empty. {_COLUMN_HELP}")
    radius = model.radius
    base = radius - sum(layer.thickness for layer in column)
    if any(layer.thickness <= 0 for layer in column) or base < 0.9 * radius:
        raise InputError(
            "The layers of a crustal column must have positive thickness and end above "
            f"{0.1 * radius / 1e3:.0f} km depth. {_COLUMN_HELP}"
        )
    # Less than a millimetre is rounding of the thicknesses, not a layer.
    layers = [layer for layer in model.layers if layer.bottom < base - 1e-3]
    layers[-1] = replace(layers[-1], top=base)
    for crust in reversed(column):
        bottom = layers[-1].top
        top = radius if crust is column[0] else bottom + crust.thickness
        layers.append(Layer(bottom, top, (crust.density,), (crust.vp,), (crust.vs,)))
    return EarthModel(name or f"{model.name} with a crustal column", tuple(layers))


def read_column(path: Path) -> tuple[CrustLayer, ...]:
    """Read a crustal column from text: thickness (km), vp, vs (km/s), density (g/cm3), from the surface down.

    Raises
    ------
    InputError
        Where a line is not such a layer.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as a crustal column ({error}). {_COLUMN_HELP}") from error
    layers: list[CrustLayer] = []
    for number, line in enumerate(lines, 1):
        words = line.split("#")[0].replace(",", " ").replace(";", " ").split()
        if not words or (not layers and words[0][0].isalpha()):
            continue
        try:
            thickness, vp, vs, density = (float(word) for word in words[:4])
        except ValueError:
            raise InputError(f"{path}, line {number}: four numbers are needed. {_COLUMN_HELP}") from None
        if not (0 < thickness < 700 and 0.3 < vp < 15 and 0 < vs < vp and 0.5 < density < 15):
            raise InputError(
                f"{path}, line {number}: '{line.strip()}' is not a solid layer in km, km/s and g/cm3. {_COLUMN_HELP}"
            )
        layers.append(CrustLayer(1e3 * thickness, 1e3 * vp, 1e3 * vs, 1e3 * density))
    if not layers:
        raise InputError(f"{path} holds no layers. {_COLUMN_HELP}")
    return tuple(layers)


def _column(*layers: tuple[float, float, float, float]) -> tuple[CrustLayer, ...]:
    return tuple(CrustLayer(*(1e3 * value for value in layer)) for layer in layers)


CRUSTS = {
    "PREM-soft": ("a soft upper crust", _column((15.0, 5.7, 3.1, 2.6))),
    "PREM-hard": ("a hard upper crust", _column((15.0, 6.4, 3.6, 2.75))),
    "PREM-continental": (
        "a continental crust of 46 km",
        _column((16.0, 6.1, 3.55, 2.74), (15.0, 6.4, 3.7, 2.82), (15.0, 6.9, 3.9, 2.95)),
    ),
    "PREM-sediments": ("2 km of sediments", _column((2.0, 4.0, 2.2, 2.4))),
}
"""Crustal columns on PREM that span what is found on land: what each is, and its layers from the surface down."""


def named_model(name: str) -> EarthModel:
    """Return an Earth model that Groundswell knows: PREM, ak135 or PREM with one of :data:`CRUSTS`."""
    if name.lower() == "prem":
        return prem()
    if name.lower() == "ak135":
        return ak135()
    crust = next((known for known in CRUSTS if known.lower() == name.lower()), None)
    if crust is not None:
        return replace_top(prem(), CRUSTS[crust][1], crust)
    raise InputError(f"There is no Earth model '{name}': choose PREM, ak135, {', '.join(CRUSTS)}.")
