"""Names of the variables that steps hand on from file to file: each stands here, and once.

Input of other programs has names of its own; those stand with the reader of that format.
"""

from __future__ import annotations

TWS = "tws"
"""Storage of a storage or GRACE file, mm."""
TWS_OPEN_LOOP, TWS_OPEN_LOOP_STD = "tws_open_loop", "tws_open_loop_std"
"""Storage of an analysis file without observations: mean and standard deviation of the members, mm."""
TWS_ANALYSIS, TWS_ANALYSIS_STD = "tws_analysis", "tws_analysis_std"
"""The same with observations."""
DISPLACEMENT, DISPLACEMENT_STD = "displacement", "displacement_std"
"""Displacement along the line of sight, positive towards the satellite, mm; the standard deviation of any."""
VERTICAL_DISPLACEMENT = "vertical_displacement"
"""Displacement, positive up, mm."""
EAST_DISPLACEMENT = "east_displacement"
"""Displacement, positive eastwards, mm."""
PHASE_NOISE = "phase_noise"
"""Noise of an interferogram's pixels by which neighbours differ: standard deviation, rad."""
LOS_EAST, LOS_NORTH, LOS_UP = "los_east", "los_north", "los_up"
"""Components of the unit vector from the ground to the satellite."""
