"""Land surface storage: the Catchment model and imported model output."""
