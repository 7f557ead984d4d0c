"""The science of Groundswell: imports nothing from QGIS or Qt."""
