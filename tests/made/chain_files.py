"""Files of every step on the tiny example study area."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

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

CHAIN_FILES = ("stack", "checked", "series", "gridded", "vertical", "storage", "grace", "analysis")


def make_chain(folder: Path) -> SimpleNamespace:
    """Return the files of every step, made by the core in `folder`."""
    progress = SilentProgress()
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
