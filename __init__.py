"""Groundswell: terrestrial water storage from satellite radar.

The repository's root is the plugin folder and this package. QGIS is imported only inside
:func:`classFactory`, so that ``import groundswell.core`` works where QGIS is absent.
"""


def classFactory(iface):  # type: ignore[no-untyped-def]  # the name that QGIS looks for
    """Return the plugin object; called by QGIS when it loads the plugin."""
    from .plugin import GroundswellPlugin

    return GroundswellPlugin(iface)
