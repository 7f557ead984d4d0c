"""The methods on the example study area, from interferograms to analysis, for bench_assimilation.py."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

CHOICES = (
    ("1-D, as in the paper", {}),
    ("1-D, square root", {"method": "ensrf_1d"}),
    ("3-D, independent errors", {"method": "enkf_3d"}),
    ("3-D, 50 km, tied", {"method": "enkf_3d", "error_correlation_length_km": 50.0, "reference": "tied"}),
    ("LETKF, 50 km, tied", {"method": "letkf", "error_correlation_length_km": 50.0, "reference": "tied"}),
    (
        "3-D, 50 km, tied, smoother",
        {"method": "enkf_3d", "error_correlation_length_km": 50.0, "reference": "tied", "window": "enks"},
    ),
    (
        "3-D, 4 mm of 50 km, tie 6 mm",
        {
            "method": "enkf_3d",
            "observation_error_mm": 4.0,
            "error_correlation_length_km": 50.0,
            "reference": "tied",
            "tie_error_mm": 6.0,
        },
    ),
    ("3-D, reference unknown", {"method": "enkf_3d", "error_correlation_length_km": 50.0, "reference": "unknown"}),
)


def displacement(folder: Path, preset: str = "small"):  # noqa: ANN201 (imported late)
    """Return the files of the example, its gridded vertical displacement and its storage on the grid.

    What is in the folder already is used again.
    """
    from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
    from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
    from groundswell.core.example.create import create_example, files_in
    from groundswell.core.insar.checking import CheckOptions, check_interferograms
    from groundswell.core.insar.importing import ImportOptions, import_interferograms
    from groundswell.core.insar.inversion import invert_stack
    from groundswell.core.land.importing import StorageOptions, import_storage
    from groundswell.core.work.progress import SilentProgress

    quiet = SilentProgress()
    area = folder / "example"
    made = files_in(area) if area.is_dir() else create_example(area, preset, progress=quiet)
    names = ("stack", "checked", "series", "gridded", "vertical", "storage")
    path = {name: folder / f"{name}.nc" for name in names}
    if path["storage"].is_file():
        return made, path["vertical"], path["storage"]
    import_interferograms(made.frame, path["stack"], ImportOptions(corrections=made.gacos), quiet)
    reference = (made.reference_lon, made.reference_lat)
    check_interferograms(path["stack"], path["checked"], CheckOptions(reference=reference), quiet)
    invert_stack(path["checked"], path["series"], progress=quiet)
    mask_and_downsample(path["series"], path["gridded"], DownsampleOptions(), quiet)
    options = VerticalOptions(reference_series=made.reference_series)
    los_to_vertical(path["gridded"], path["vertical"], options, quiet)
    import_storage([made.land_model], path["storage"], StorageOptions(), quiet)
    return made, path["vertical"], path["storage"]


def example_table() -> None:
    """Print errors of the region's mean and of cells against the example's truth."""
    from groundswell.core.assimilation.options import AssimilationOptions
    from groundswell.core.assimilation.run import assimilate
    from groundswell.core.example.evaluation import compare_with_truth
    from groundswell.core.work.progress import SilentProgress

    print("\nExample study area (small), against its truth at the epochs; synthetic")
    names = ("choice", "R", "region mm", "ratio", "cells mm", "expected", "innovations' std; warned; seconds")
    print("{:28} {:>6} {:>10} {:>6} {:>9} {:>9}  {}".format(*names))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made, observations, storage = displacement(folder)
        shown = False
        for label, choices in CHOICES:
            analysis, start = folder / "analysis.nc", time.process_time()
            result = assimilate(storage, observations, analysis, AssimilationOptions(**choices), SilentProgress())
            seconds = time.process_time() - start
            open_loop, found = compare_with_truth(analysis, made.truth, made.region)
            if not shown:
                cells = open_loop.cell_ubrmsd_mm
                print(f"{'open loop':28} {open_loop.r:6.3f} {open_loop.ubrmsd_mm:10.1f} {'':6} {cells:9.1f}")
                shown = True
            print(
                f"{label:28} {found.r:6.3f} {found.ubrmsd_mm:10.1f} {found.ubrmsd_mm / open_loop.ubrmsd_mm:6.2f} "
                f"{found.cell_ubrmsd_mm:9.1f} {result.information.ratio:9.2f}  "
                f"{result.innovations.pooled_std:.2f}, area {result.innovations.area_std:.2f}; "
                f"{'yes' if result.innovations.coherent else 'no'}; {seconds:.1f}",
                flush=True,
            )
