"""Hydraulic properties of the twelve soil texture classes (after Cosby et al. 1984 and Reynolds et al. 2000)."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import InputError

CONDUCTIVITY_DEPTH = 2.0  # m, at which the table's conductivity holds
WILTING_HEAD = 150.0  # m


@dataclass(frozen=True)
class Soil:
    """A texture class.

    Attributes
    ----------
    name : str
        Of the class.
    bee : float
        Clapp-Hornberger exponent.
    psis : float
        Saturated matric potential, m.
    poros : float
        Porosity.
    conductivity : float
        Saturated, at 2 m depth, m s-1.
    atau, btau : float
        Exchange of a surface layer of 2 cm with the root zone.
    """

    name: str
    bee: float
    psis: float
    poros: float
    conductivity: float
    atau: float
    btau: float

    @property
    def wpwet(self) -> float:
        """Wilting point: the degree of saturation at a head of -150 m."""
        return float((-WILTING_HEAD / self.psis) ** (-1.0 / self.bee))


SOILS: tuple[Soil, ...] = (
    Soil("sand", 3.30, -0.05, 0.373, 2.45e-5, atau=0.0104520, btau=0.0217668),
    Soil("loamy sand", 3.80, -0.07, 0.386, 1.75e-5, atau=0.0113516, btau=0.0291655),
    Soil("sandy loam", 4.34, -0.16, 0.419, 8.35e-6, atau=0.0136295, btau=0.0535143),
    Soil("silt loam", 5.25, -0.65, 0.476, 2.36e-6, atau=0.0197760, btau=0.1009791),
    Soil("silt", 3.63, -0.84, 0.471, 1.10e-6, atau=0.0207649, btau=0.0793559),
    Soil("loam", 5.96, -0.24, 0.437, 4.66e-6, atau=0.0178683, btau=0.0705818),
    Soil("sandy clay loam", 7.32, -0.12, 0.412, 6.31e-6, atau=0.0197088, btau=0.0509752),
    Soil("silty clay loam", 8.41, -0.63, 0.478, 1.44e-6, atau=0.0299531, btau=0.0660846),
    Soil("clay loam", 8.34, -0.28, 0.447, 2.72e-6, atau=0.0261824, btau=0.0582413),
    Soil("sandy clay", 9.70, -0.12, 0.415, 4.25e-6, atau=0.0295856, btau=0.0409828),
    Soil("silty clay", 10.78, -0.58, 0.478, 1.02e-6, atau=0.0478232, btau=0.0418998),
    Soil("clay", 12.93, -0.27, 0.450, 1.33e-6, atau=0.0709747, btau=0.0289406),
)


def soil_of(number: float) -> Soil:
    """Return the texture class of a number, 1 (sand) to 12 (clay).

    Raises
    ------
    InputError
        Where there is none of that number.
    """
    if not (number == int(number) and 1 <= number <= len(SOILS)):
        raise InputError(f"Soil class {number:g} does not exist: classes go from 1 (sand) to 12 (clay).")
    return SOILS[int(number) - 1]
