"""The Catchment model as the prior: its states carried from epoch to epoch with the corrections in them."""
