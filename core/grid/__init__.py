"""EASE-Grid 2.0, downsampling, line of sight to vertical."""
