"""Import the checkout as the package ``groundswell``, whatever its folder is called."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[1]
CHAIN_FILES = ("stack", "checked", "series", "gridded", "vertical", "storage", "grace", "analysis")


def _import_groundswell() -> None:
    if "groundswell" in sys.modules:
        return
    spec = importlib.util.spec_from_file_location(
        "groundswell", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["groundswell"] = package
    spec.loader.exec_module(package)


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
    from groundswell.core.assimilation.options import AssimilationOptions
    from groundswell.core.assimilation.run import assimilate
    from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
    from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
    from groundswell.core.example.create import create_example
    from groundswell.core.grace.importing import GraceOptions, import_grace
    from groundswell.core.insar.checking import CheckOptions, check_interferograms
    from groundswell.core.insar.importing import ImportOptions, import_interferograms
    from groundswell.core.insar.inversion import InversionOptions, invert_stack
    from groundswell.core.land.importing import StorageOptions, import_storage
    from groundswell.core.work.progress import SilentProgress

    folder, progress = tmp_path_factory.mktemp("chain"), SilentProgress()
    area = create_example(folder / "study_area", "tiny", 7, progress)
    made = SimpleNamespace(**{name: folder / f"{name}.nc" for name in CHAIN_FILES})
    import_interferograms(area.frame, made.stack, ImportOptions(corrections=area.gacos), progress)
    place = CheckOptions(reference=(area.reference_lon, area.reference_lat))
    check_interferograms(made.stack, made.checked, place, progress)
    made.velocity = folder / "velocity.tif"
    invert_stack(made.checked, made.series, made.velocity, InversionOptions(workers=2), progress)
    # Four months of a subsiding town are no reason to leave out half of the cells.
    mask_and_downsample(made.series, made.gridded, DownsampleOptions(max_velocity_mm_yr=200.0), progress)
    los_to_vertical(made.gridded, made.vertical, VerticalOptions(reference_series=area.reference_series), progress)
    import_storage([area.land_model], made.storage, StorageOptions(), progress)
    import_grace(area.grace, made.grace, GraceOptions(), progress)
    assimilate(made.storage, made.vertical, made.analysis, AssimilationOptions(), progress)
    made.area, made.frame, made.folder = area, area.frame, folder
    return made
