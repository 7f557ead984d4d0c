"""A synthetic study area with known truth, in the formats that users have."""
