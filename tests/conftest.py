"""Import the checkout as the package ``groundswell``, whatever its folder is called."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _import_groundswell() -> None:
    if "groundswell" in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        "groundswell", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["groundswell"] = package
    spec.loader.exec_module(package)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what `make unit` leaves out: tests listed in slow.txt as measured, and those that need the whole chain."""
    slow = set((ROOT / "tests" / "slow.txt").read_text(encoding="utf-8").split())
    for item in items:
        if item.nodeid.partition("[")[0] in slow or "chain" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


# In a virtual environment pyproj does not find the system's data by itself.
if Path("/usr/share/proj/proj.db").is_file():
    os.environ.setdefault("PROJ_LIB", "/usr/share/proj")
    os.environ.setdefault("PROJ_DATA", "/usr/share/proj")

# The root must not be importable: its `processing` would hide QGIS's own package of that name.
sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]
_import_groundswell()


@pytest.fixture(scope="session")
def reference() -> Path:
    """Folder of reference data; its tests are skipped where a user's clone has none."""
    folder = Path(os.environ.get("GROUNDSWELL_REFERENCE", ROOT.parent / "shared" / "reference"))
    if not folder.is_dir():
        message = f"no reference data at {folder} (set GROUNDSWELL_REFERENCE)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def chain(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Return the files of every step on the tiny example study area, made once by the core."""
    from chain_files import make_chain

    return make_chain(tmp_path_factory.mktemp("chain"))
