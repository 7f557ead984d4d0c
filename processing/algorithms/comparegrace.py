"""Processing algorithm: compare open loop and analysis with GRACE."""

from __future__ import annotations

from datetime import date
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingParameterDefinition

from ...core.dates import parse_date
from ...core.errors import InputError
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_maps
from ..parameters import (
    Reader,
    add,
    add_load_switch,
    add_unit,
    csv_output,
    netcdf_input,
    netcdf_output,
    number,
    polygons,
    report_output,
    several_files,
    text,
)
from ..translation import tr


class CompareGrace(GroundswellAlgorithm):
    """R and ubRMSD against GRACE: in total, by period and by pixel."""

    IDENTIFIER = "comparegrace"
    GROUP = "grace"
    TAGS = ("validation", "correlation", "ubrmsd", "evaluation")

    def title(self) -> str:
        """Return the title."""
        return tr("Compare with GRACE")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Averages open loop and analysis over the very days that each GRACE solution used, takes anomalies over "
            "the common months, and gives correlation R and unbiased root-mean-square difference (ubRMSD) for the "
            "region's mean, in total and by period, and for every cell.\n\n"
            "GRACE cannot resolve a region below some 100 000 square kilometres: you are warned, and told what part of "
            "a load in the region GRACE would see. So both runs are also compared smoothed as GRACE is, and other "
            "GRACE products can stand beside the first. A difference between R 0.96 and R 0.97 over two years means "
            "nothing: the table gives confidence intervals and the skill against the open loop.\n\n"
            "Months that GRACE lacks are recovered from the analysis, and the same is done with months that it has, to "
            "show how well.\n\n"
            "Source: Chen et al. (2022), eq. 7 and 8 (population form)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, netcdf_input("INPUT", tr("Analysis")), tr("From Assimilate displacement."))
        add(self, netcdf_input("GRACE", tr("GRACE storage")), tr("From Import GRACE, on the same grid."))
        add(
            self,
            polygons("REGION", tr("Region")),
            tr("Polygons whose mean is compared, by exact overlap. Empty: all cells that had observations."),
        )
        add(
            self,
            text("PERIODS", tr("Periods")),
            tr("Such as 2018-12-02..2019-12-31, 2020-01-01..2021-01-20; each gets its own row in the table."),
        )
        add(
            self,
            number("MAX_GAP", tr("Longest gap between samples (days)"), 24.0, 1.0, 400.0),
            tr("A month in which the analysis has a longer gap is left out."),
            advanced=True,
        )
        add(
            self,
            number("FOOTPRINT", tr("Radius of GRACE's footprint (km)"), -1.0, -1.0, 2000.0),
            tr(
                "Both runs are compared a second time as GRACE shows them, where the load domain is wide enough. -1: "
                "by what the product itself went through (Gaussian, destriping, DDK, mascons), as its file says. Above "
                "0: by a Gaussian of this radius. 0: not at all."
            ),
            advanced=True,
        )
        others = several_files("OTHER_GRACE", tr("Other GRACE products"))
        others.setFlags(others.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
        add(
            self,
            others,
            tr("More files from Import GRACE: their means stand beside the first product's, with the spread of all."),
            advanced=True,
        )
        storage = several_files("OTHER_STORAGE", tr("Other storage"))
        storage.setFlags(storage.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
        add(
            self,
            storage,
            tr(
                "Files with tws, such as from Displacement to storage without a model: rows of their own in the table, "
                "and a test whether they and the analysis agree within their errors."
            ),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Maps")), tr("R and ubRMSD of every cell, and the monthly means."))
        add(self, csv_output("TABLE", tr("Table"), optional=True), tr("One row for each series and period."))
        add(self, report_output(), tr("Series, maps and table."))
        add_unit(self)
        add_load_switch(self)

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Compare."""
        from ...core.grace.comparison import CompareOptions, compare_grace

        read = Reader(self, parameters, context)
        output, table, report = read.output("OUTPUT"), read.optional_output("TABLE"), read.optional_output("REPORT")
        options = CompareOptions(
            unit=read.text("UNIT"),
            region=read.polygon_file("REGION", progress.feedback),
            periods=parse_periods(read.text("PERIODS")),
            max_gap_days=read.number("MAX_GAP"),
            others=tuple(read.files("OTHER_GRACE")),
            other_storage=tuple(read.files("OTHER_STORAGE")),
            footprint_km=None if read.number("FOOTPRINT") < 0 else read.number("FOOTPRINT"),
        )
        made = compare_grace(read.file("INPUT"), read.file("GRACE"), output, table, options, progress=progress)
        results = {"OUTPUT": str(output)}
        if table:
            results["TABLE"] = str(table)
        if report:
            from ...core.report.comparison_report import write_comparison_report

            write_comparison_report(output, made.rows, report, progress.warnings)
            results["REPORT"] = str(report)
        if read.switch("LOAD_LAYERS"):
            load_maps(context, output, ("ubrmsd_analysis", "ubrmsd_open_loop", "correlation_analysis"))
        return results


def parse_periods(value: str) -> tuple[tuple[date, date], ...]:
    """Return the periods in a list such as ``2018-12-02..2019-12-31, 2020-01-01..2021-01-20``."""
    periods = []
    for part in value.replace(";", ",").split(","):
        if not part.strip():
            continue
        start, separator, end = part.partition("..")
        if not separator:
            raise InputError(
                f"PERIODS: '{part.strip()}' is not a period: write start..end, such as 2019-01-01..2019-12-31."
            )
        period = parse_date(start, "PERIODS"), parse_date(end, "PERIODS")
        if period[0] > period[1]:
            raise InputError(f"PERIODS: '{part.strip()}' ends before it starts.")
        periods.append(period)
    return tuple(periods)
