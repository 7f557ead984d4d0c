"""Processing algorithm: assimilate displacement into storage."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ...core.assimilation.options import METHODS, WINDOWS, AssimilationOptions
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_series
from ..parameters import (
    Reader,
    add,
    add_load_switch,
    add_workers,
    choice,
    integer,
    netcdf_input,
    netcdf_output,
    number,
    report_output,
    switch,
)
from ..translation import tr

PAPER = AssimilationOptions()


class Assimilate(GroundswellAlgorithm):
    """Ensemble Kalman filter of vertical displacement into storage, open loop beside it."""

    IDENTIFIER = "assimilate"
    GROUP = "assimilation"
    TAGS = ("enkf", "kalman filter", "data assimilation", "innovation", "ensemble")

    def displayName(self) -> str:  # noqa: N802
        """Return the title."""
        return tr("Assimilate displacement")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Corrects modelled water storage by the vertical motion of the ground. An ensemble of the storage is "
            "turned into displacement by the elastic load of all cells; the ensemble Kalman filter weighs it against "
            "what was observed; the correction persists and fades with the error memory. The same ensemble without "
            "observations, the open loop, is written beside it, with normalized innovations that tell whether the "
            "errors were assumed rightly.\n\n"
            "Both observed and predicted displacement enter as anomalies to their mean over the common epochs. "
            "Displacement must be absolute (see Line of sight to vertical): interferograms alone cannot tell what "
            "moves the whole frame.\n\n"
            "The one-dimensional filter of the paper updates every cell by its own observation. With honest errors it "
            "lowers the error of the regional mean by about 10 to 25 %, not by half.\n\n"
            "Source: Chen et al. (2022), eq. 2, 3 and 9; Evensen (2009)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            netcdf_input("INPUT", tr("Storage")),
            tr("From Import storage. Must cover the observations; load far beyond them counts, too."),
        )
        add(
            self,
            netcdf_input("OBSERVATIONS", tr("Vertical displacement")),
            tr("Gridded vertical displacement from Line of sight to vertical."),
        )
        add(
            self,
            choice("METHOD", tr("Method"), METHODS, PAPER.method),
            tr("enkf_1d: the paper's filter, with perturbed observations; ensrf_1d: the same without drawing them."),
        )
        add(
            self,
            choice("WINDOW", tr("Window"), WINDOWS, PAPER.window),
            tr("one_step: each epoch corrects its own state."),
            advanced=True,
        )
        add(
            self,
            integer("MEMBERS", tr("Members"), PAPER.members, 2, 10_000),
            tr("Size of the ensemble (24 in the paper). A storage file with members keeps its own."),
        )
        add(
            self,
            number("OBSERVATION_ERROR", tr("Observation error (mm)"), PAPER.observation_error_mm, 0.001, 1e4),
            tr("Standard deviation of the vertical displacement of a cell at an epoch (9 mm in the paper)."),
        )
        add(
            self,
            number("ERROR_MEMORY", tr("Error memory (days)"), PAPER.error_memory_days, 0.1, 1e5),
            tr("Time after which a correction, and the model's error, has faded to 1/e."),
        )
        add(
            self,
            number("PRIOR_ERROR", tr("Storage error (mm)"), PAPER.prior_error_mm, 0.001, 1e5),
            tr("Standard deviation of the modelled storage of a cell, from which members are drawn."),
        )
        add(
            self,
            number(
                "PRIOR_CORRELATION_LENGTH",
                tr("Length of storage errors (km)"),
                PAPER.prior_correlation_length_km,
                0.0,
                20_000.0,
            ),
            tr("Distance over which the model errs alike. It decides how much a cell's displacement says."),
        )
        add(
            self,
            integer("SEED", tr("Seed"), PAPER.seed, 0, 2**31 - 1),
            tr("The same seed gives the same analysis, bit for bit, whatever the number of workers."),
            advanced=True,
        )
        add(
            self,
            switch("SAVE_MEMBERS", tr("Write all members"), False),
            tr("Adds every member of open loop and analysis to the output."),
            advanced=True,
        )
        add_workers(self)
        add(self, netcdf_output("OUTPUT", tr("Analysis")), tr("Open loop and analysis with spread and innovations."))
        add(self, report_output(), tr("Series, innovations and warnings."))
        add_load_switch(self)
        for name, label in (
            ("N_EPOCHS", tr("Epochs")),
            ("INNOVATION_STD", tr("Pooled standard deviation of normalized innovations")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Run the filter."""
        from ...core.assimilation.run import assimilate

        read = Reader(self, parameters, context)
        output, report = read.output("OUTPUT"), read.optional_output("REPORT")
        options = AssimilationOptions(
            method=read.choice("METHOD"),
            window=read.choice("WINDOW"),
            members=read.integer("MEMBERS"),
            observation_error_mm=read.number("OBSERVATION_ERROR"),
            error_memory_days=read.number("ERROR_MEMORY"),
            prior_error_mm=read.number("PRIOR_ERROR"),
            prior_correlation_length_km=read.number("PRIOR_CORRELATION_LENGTH"),
            seed=read.integer("SEED"),
            workers=read.integer("WORKERS"),
            save_members=read.switch("SAVE_MEMBERS"),
        )
        made = assimilate(read.file("INPUT"), read.file("OBSERVATIONS"), output, options, progress)
        results = {
            "OUTPUT": str(output),
            "N_EPOCHS": made.n_epochs,
            "INNOVATION_STD": made.pooled_innovation_std,
        }
        if report:
            from ...core.report.analysis_report import write_analysis_report

            write_analysis_report(output, report, progress.warnings)
            results["REPORT"] = str(report)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("tws_analysis", "tws_open_loop", "normalized_innovation"))
        return results
