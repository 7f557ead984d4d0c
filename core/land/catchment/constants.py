"""Physical constants of the Catchment model, and the few numbers that belong to no process alone.

They are those of the reference (NASA LISF, Fortuna 2.5), not the best known values: the trajectories depend on them.
"""

from __future__ import annotations

import numpy as np

VAPORIZATION_HEAT = 2.4665e6  # J kg-1
FUSION_HEAT = 3.3370e5
SUBLIMATION_HEAT = VAPORIZATION_HEAT + FUSION_HEAT
FREEZING = 273.16  # K
STEFAN_BOLTZMANN = 5.6734e-8  # W m-2 K-4
GRAVITY = 9.80  # m s-2
DRY_AIR_GAS_CONSTANT = 8314.3 / 28.97  # J kg-1 K-1
DRY_AIR_HEAT = 3.5 * DRY_AIR_GAS_CONSTANT
MOLAR_RATIO = 18.01 / 28.97  # water vapour to dry air
VIRTUAL = 28.97 / 18.01 - 1.0
VON_KARMAN = 0.40
AIR_VISCOSITY = 1.533e-5  # m2 s-1
MINIMUM_WIND = 1.0  # m s-1

SURFACE_LAYER = 20.0  # mm
ROOT_ZONE_DEPTH = 1000.0  # mm, at most
ROOT_ZONE_PART = 0.75  # of the depth to bedrock, at most
MINIMUM_DEPTH = 1000.0  # mm

SNOW_HEAT = 2065.22  # J kg-1 K-1
FRESH_SNOW_DENSITY = 150.0  # kg m-3
LARGEST_SNOW_DENSITY = 500.0
LEAST_SNOW = 0.013  # mm: less melts away within the step
TOP_SNOW_LAYER = 0.08  # m, at most

BROADLEAF_HEAT_CAPACITY = 70000.0  # J m-2 K-1, surface of class 1
BARE_EMISSIVITY = 0.94120
SNOW_EMISSIVITY = 0.99999

GROUND_LAYERS = np.array([0.0988, 0.1952, 0.3859, 0.7626, 1.5071, 10.0])  # m
GROUND_TOP = 0.05  # m below the surface
DRY_CONDUCTIVITY = 0.226  # W m-1 K-1
