"""Makes ``import groundswell`` mean this checkout, for the scripts in this folder."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def import_groundswell() -> None:
    """Load the checkout's root as the package; the root itself stays off ``sys.path``, where it would hide QGIS's."""
    # In a virtual environment pyproj does not find the system's data by itself.
    if Path("/usr/share/proj/proj.db").is_file():
        os.environ.setdefault("PROJ_LIB", "/usr/share/proj")
        os.environ.setdefault("PROJ_DATA", "/usr/share/proj")
    spec = importlib.util.spec_from_file_location(
        "groundswell", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["groundswell"] = package
    spec.loader.exec_module(package)
