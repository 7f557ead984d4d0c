"""Processing algorithm: one report for a whole study."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, any_file, netcdf_input, report_output, text
from ..translation import tr


class StudyReport(GroundswellAlgorithm):
    """Every figure and table of the paper, for the user's own data, on one page."""

    IDENTIFIER = "studyreport"
    GROUP = "series"
    TAGS = ("report", "figures", "html", "print")

    def title(self) -> str:
        """Return the title."""
        return tr("Report on a study")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Writes one self-contained page with every figure and table that the paper has, for your own data: "
            "network, displacement before and after the mask, velocity, series at points, load response, errors "
            "assumed, innovations, storage with GRACE, maps of R and ubRMSD; then methods, parameters of every step "
            "and versions. Warnings stand first. It prints well.\n\n"
            "Give what you have: sections whose files are missing are left out."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, text("TITLE", tr("Title")), tr("Of the study, such as its region."))
        for name, label, words in (
            ("STACK", tr("Interferogram stack"), tr("From Check interferograms: network and quality.")),
            (
                "DISPLACEMENT",
                tr("Displacement series"),
                tr("From Invert interferograms: velocity and series at points."),
            ),
            (
                "GRIDDED",
                tr("Gridded displacement"),
                tr("From Mask and downsample displacement: the map after it."),
            ),
            ("VERTICAL", tr("Vertical displacement"), tr("From Line of sight to vertical: what it is relative to.")),
            ("STORAGE", tr("Storage"), tr("From Run the land model or Import storage: perturbations of the ensemble.")),
            ("ANALYSIS", tr("Analysis"), tr("From Assimilate displacement: storage and innovations.")),
            ("INVERSION", tr("Inversion"), tr("From Displacement to storage without a model: beside the analysis.")),
            ("GRACE", tr("GRACE storage"), tr("From Import GRACE: drawn with the analysis.")),
            ("COMPARISON", tr("Maps of the comparison"), tr("From Compare with GRACE: maps of R and ubRMSD.")),
        ):
            add(self, netcdf_input(name, label, optional=True), words)
        for name, label, words in (
            ("TABLE", tr("Table of the comparison"), tr("From Compare with GRACE: R and ubRMSD by period.")),
            ("TUNING", tr("Table of observation errors"), tr("From Tune the observation error: innovations by error.")),
        ):
            add(self, any_file(name, label, tr("Tables (*.csv);;All files (*)"), optional=True), words)
        add(self, report_output(optional=False), tr("The page, with all its figures inside."))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Write the report."""
        from ...core.report.study_report import StudyFiles, write_study_report

        read = Reader(self, parameters, context)
        report = read.output("REPORT")
        files = StudyFiles(
            stack=read.optional_file("STACK"),
            displacement=read.optional_file("DISPLACEMENT"),
            gridded=read.optional_file("GRIDDED"),
            vertical=read.optional_file("VERTICAL"),
            storage=read.optional_file("STORAGE"),
            analysis=read.optional_file("ANALYSIS"),
            tuning=read.optional_file("TUNING"),
            inversion=read.optional_file("INVERSION"),
            grace=read.optional_file("GRACE"),
            comparison=read.optional_file("COMPARISON"),
            comparison_table=read.optional_file("TABLE"),
        )
        progress.report(0.1, "Drawing the figures")
        write_study_report(files, report, read.text("TITLE"))
        return {"REPORT": str(report)}
