"""Report on a displacement series: what was inverted, how well, and how the ground moves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .. import netcdf
from .page import Page
from .provenance import add_provenance, is_synthetic


def write_inversion_report(series: Path, report: Path, warnings: Iterable[str] = ()) -> None:
    """Write how a displacement series came about, how good it is and what moves.

    Parameters
    ----------
    series : Path
        Of the displacement series (NetCDF).
    report : Path
        Of the page.
    warnings : iterable of str
        What the step warned of.
    """
    with netcdf.open_dataset(series, needs=("displacement", "velocity")) as dataset:
        page = Page("Displacement series", f"Inverted from interferograms: {Path(series).name}.", is_synthetic(dataset))
        page.warn(warnings)
        add_provenance(page, dataset)
    page.write(report)
