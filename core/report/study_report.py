"""One page for a whole study: every figure and table of the paper, for the user's own data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..files import netcdf
from ..files.names import DISPLACEMENT
from ..findings.outcome import outcome_of
from ..grace.region import COARSE_KM2, DOUBTFUL_KM2, UNRESOLVED_KM2
from ..language import tr
from .headline import add_outcome
from .page import Page
from .provenance import add_versions, attribute_rows, history_rows, is_synthetic
from .stack_facts import add_frame_table, add_network_figure, add_quality_figure, read_facts
from .study_displacement import add_displacement
from .study_inversion import add_inversion
from .study_storage import add_analysis, add_comparison, add_load, add_tuning


@dataclass(frozen=True)
class StudyFiles:
    """What a study has written so far; all may be missing, but not all at once.

    Attributes
    ----------
    stack : Path
        Interferograms, best checked.
    displacement : Path
        Series of the pixels.
    gridded : Path
        Masked and downsampled series, in the line of sight.
    vertical : Path
        Gridded vertical displacement.
    storage : Path
        Modelled storage.
    analysis : Path
        Of the assimilation.
    tuning : Path
        Table of the runs with several observation errors.
    inversion : Path
        Storage by inversion of displacement, without a land model.
    grace : Path
        GRACE storage.
    comparison : Path
        Maps of the comparison.
    comparison_table : Path
        Its table.
    """

    stack: Path | None = None
    displacement: Path | None = None
    gridded: Path | None = None
    vertical: Path | None = None
    storage: Path | None = None
    analysis: Path | None = None
    tuning: Path | None = None
    inversion: Path | None = None
    grace: Path | None = None
    comparison: Path | None = None
    comparison_table: Path | None = None

    @property
    def datasets(self) -> dict[str, Path]:
        """The NetCDF files that are there, in the order of the chain."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: path for name, path in found.items() if path is not None and path.suffix != ".csv"}


def write_study_report(files: StudyFiles, report: Path, title: str = "", warnings: Iterable[str] = ()) -> None:
    """Write the page.

    Parameters
    ----------
    files : StudyFiles
        Results of the steps; a section is left out where its files are missing.
    report : Path
        Of the page.
    title : str
        Of the study.
    warnings : iterable of str
        To put first, besides those that the files themselves give reason for.

    Raises
    ------
    InputError
        Where no file is given, or one cannot be read.
    """
    if not files.datasets:
        raise InputError("Give at least one result of a step: there is nothing to report.")
    with ExitStack() as open_files:
        found = {name: open_files.enter_context(netcdf.open_dataset(path)) for name, path in files.datasets.items()}
        page = Page(
            title or tr("Water storage from satellite radar"), _lead(found), any(map(is_synthetic, found.values()))
        )
        page.warn([*warnings, *warnings_of(found)])
        _add_headline(page, files)
        if "stack" in found:
            page.heading(tr("Interferograms"))
            facts = read_facts(found["stack"])
            add_frame_table(page, found["stack"], facts)
            add_network_figure(page, facts)
            add_quality_figure(page, facts)
        if files.displacement is not None:
            add_displacement(page, files.displacement, files.gridded)
        if "analysis" in found:
            grid_name = str(getattr(found.get("vertical"), "ease_grid", "M25"))
            add_load(page, str(getattr(found["analysis"], "earth_model", "PREM")), grid_name)
            add_analysis(page, found["analysis"], files.storage, files.grace)
        if "inversion" in found:
            add_inversion(page, found["inversion"], found.get("analysis"), files.grace)
        if files.tuning is not None:
            add_tuning(page, files.tuning, any(map(is_synthetic, found.values())))
        if "comparison" in found:
            add_comparison(page, found["comparison"], files.comparison_table)
        _add_methods(page, found)
    page.write(report)


def warnings_of(found: dict[str, Any]) -> list[str]:
    """Return what the files themselves warn of: relative motion, nothing to gain, a small region."""
    warnings = []
    vertical = found.get("vertical")
    if vertical is not None and "absolute" not in str(getattr(vertical, "vertical_frame", "")):
        warnings.append(
            tr(
                "The displacement is relative to its reference area: motion common to the whole frame, which is most "
                "of what water causes, is not in it. Give a vertical series measured there (GNSS) to the step Line of "
                "sight to vertical."
            )
        )
    analysis = found.get("analysis")
    if analysis is not None and not int(getattr(analysis, "information_constrains", 1)):
        said = tr("The observations can hardly constrain the storage.")
        warnings.append(f"{said} {getattr(analysis, 'information', '')}")
    warnings += json.loads(str(getattr(analysis, "innovation_warnings", "[]")))
    comparison = found.get("comparison")
    area = float(getattr(comparison, "region_area_km2", "nan")) if comparison is not None else float("nan")
    for limit, text in (
        (UNRESOLVED_KM2, tr("GRACE cannot resolve it: its value there is mostly that of the surroundings.")),
        (DOUBTFUL_KM2, tr("GRACE resolves it poorly.")),
        (COARSE_KM2, tr("GRACE's mascons are recommended for regions above 200 000 km².")),
    ):
        if area < limit:
            size = f"{area:,.0f}".replace(",", " ")
            warnings.append(tr("The region has {} km².").format(size) + f" {text}")
            break
    if int(getattr(found.get("storage"), "contains_grace", 0)):
        warnings.append(
            tr("The modelled storage has assimilated GRACE itself: its agreement with GRACE proves nothing.")
        )
    return warnings


def _add_headline(page: Page, files: StudyFiles) -> None:
    """Put what was found, and how sure that is, before everything else."""
    displacement = files.vertical or files.gridded
    if files.analysis is None and files.inversion is None and displacement is None:
        return
    outcome = outcome_of(files.analysis, files.inversion, displacement, files.comparison_table)
    add_outcome(page, outcome)


def _lead(found: dict[str, Any]) -> str:
    if "comparison" in found:
        return tr(
            "Ground motion from radar interferograms, assimilated into a land model's water storage, and compared with "
            "GRACE."
        )
    if "analysis" in found:
        return tr("Ground motion from radar interferograms, assimilated into a land model's water storage.")
    return tr("Ground motion from radar interferograms.")


def _add_methods(page: Page, found: dict[str, Any]) -> None:
    """Add methods and parameters of every step, and versions."""
    page.heading(tr("Methods"))
    for needed, text in _METHODS:
        if needed in found:
            page.paragraph(text)
    page.heading(tr("How it was made"))
    rows, seen = [], set()
    for name, dataset in found.items():
        for row in history_rows(str(getattr(dataset, "history", ""))):
            if row not in seen:
                seen.add(row)
                rows.append((*row[:2], name, row[2]))
    rows.sort()
    heads = (tr("Time"), tr("Step"), tr("Found in"), tr("Parameters"))
    page.table(tr("All steps (times in UTC)."), heads, rows)
    for name, dataset in found.items():
        attributes = attribute_rows(dataset)
        if attributes:
            page.table(tr("Attributes of the file: {}.").format(name), (tr("Name"), tr("Value")), attributes, fold=True)
    add_versions(page)


_METHODS = (
    (
        "stack",
        "Interferograms: unwrapped, geocoded interferograms of the LiCSAR system; the delay of the troposphere was "
        "taken off with GACOS where its files were given. Pairs of low coherence, low coverage or bad loop closure "
        "were rejected (Morishita et al. 2020).",
    ),
    (
        DISPLACEMENT,
        "Displacement: small-baseline inversion of the network for every pixel by (weighted) least squares, with a "
        "motion model across gaps (Berardino et al. 2002; Morishita et al. 2020). Line of sight, positive towards the "
        "satellite, relative to the reference area and the first date.",
    ),
    (
        "vertical",
        "Vertical displacement: pixels faster than the limit were masked, the others averaged over the cells of the "
        "EASE-Grid 2.0, and the line of sight divided by its upward component at each pixel (Chen et al. 2022, eq. 1).",
    ),
    (
        "analysis",
        "Assimilation: ensemble Kalman filter (Chen et al. 2022, eq. 2 and 3; Evensen 2009). Storage is turned into "
        "displacement by the load Love numbers of a layered Earth (Farrell 1972; Chen et al. 2022, eq. 4 to 6), summed "
        "over all cells. The open loop is the same ensemble without observations.",
    ),
    (
        "inversion",
        "Inversion: storage from the displacement alone, as a random field of two scales whose sizes and length are "
        "estimated by restricted likelihood (ABIC; Yabuki and Matsu'ura 1992; Rasmussen and Williams 2006); offsets of "
        "relative frames stay free.",
    ),
    (
        "comparison",
        "Comparison: open loop and analysis were averaged over the days that each GRACE solution used; correlation R "
        "and unbiased root-mean-square difference of anomalies (Chen et al. 2022, eq. 7 and 8, population form).",
    ),
)
