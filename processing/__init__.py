"""QGIS side: parameters in, layers out; no science."""
