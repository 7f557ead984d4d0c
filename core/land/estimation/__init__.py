"""Parameters of the Catchment model out of topography, soil and depth (Ducharne et al. 2000)."""
