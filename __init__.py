"""Groundswell: terrestrial water storage from satellite radar.

The repository's root is the plugin folder and this package. QGIS is imported only inside
:func:`classFactory`, so that ``import groundswell`` works where QGIS is absent; the functions of :mod:`groundswell.api`
are offered by name and loaded when first used.
"""


def classFactory(iface):  # type: ignore[no-untyped-def]  # the name that QGIS looks for
    """Return the plugin object; called by QGIS when it loads the plugin."""
    from .plugin import GroundswellPlugin

    return GroundswellPlugin(iface)


def __getattr__(name):  # type: ignore[no-untyped-def]
    """Return a function of the scripting interface (PEP 562)."""
    from importlib import import_module

    if not name.startswith("_"):
        api = import_module(".api", __name__)
        if name in api.__all__:
            return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
