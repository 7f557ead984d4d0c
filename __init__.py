"""Groundswell: terrestrial water storage from satellite radar.

The repository's root is the plugin folder and this package. QGIS is imported only inside
:func:`classFactory`, so that ``import groundswell`` works where QGIS is absent; the functions of :mod:`groundswell.api`
are offered by name and loaded when first used.
"""

FUNCTIONS = frozenset(
    (
        "GroundswellWarning",
        "Series",
        "assimilate",
        "check_interferograms",
        "compare_grace",
        "create_example",
        "decompose_los",
        "extract_series",
        "forward_model",
        "import_displacement",
        "import_gnss",
        "import_grace",
        "import_interferograms",
        "import_storage",
        "invert_displacement",
        "invert_interferograms",
        "load_response",
        "los_to_vertical",
        "mask_downsample",
        "read_series",
        "run_catchment",
    )
)
"""Names that :mod:`groundswell.api` has. QGIS asks a package that it unloads for others, which must import nothing."""


def classFactory(iface):  # type: ignore[no-untyped-def]  # the name that QGIS looks for
    """Return the plugin object; called by QGIS when it loads the plugin."""
    from .plugin import GroundswellPlugin

    return GroundswellPlugin(iface)


def __getattr__(name):  # type: ignore[no-untyped-def]
    """Return a function of the scripting interface (PEP 562)."""
    from importlib import import_module

    if name in FUNCTIONS:
        return getattr(import_module(".api", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
