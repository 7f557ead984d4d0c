"""Processing algorithm: assimilate displacement into storage."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..base import GroundswellAlgorithm
from ..best_parameters import add_best, read_best
from ..feedback import FeedbackProgress
from ..filter_parameters import (
    PAPER,
    add_inputs,
    add_method,
    add_more_frames,
    add_observation_error,
    add_observation_std,
    add_station_error,
    add_stations,
    add_storage_error,
    read_more_frames,
    read_options,
)
from ..land_parameters import add_land_model, inputs_complaint, read_land_model
from ..layers import load_series
from ..parameters import (
    Reader,
    add,
    add_load_switch,
    add_unit,
    netcdf_input,
    netcdf_output,
    report_output,
    switch,
    text,
)
from ..translation import tr


class Assimilate(GroundswellAlgorithm):
    """Ensemble Kalman filter of vertical displacement into storage, open loop beside it."""

    IDENTIFIER = "assimilate"
    GROUP = "assimilation"
    TAGS = ("enkf", "kalman filter", "data assimilation", "innovation", "ensemble")

    def title(self) -> str:
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
            "Instead of storage from a file, give weather and parameters: the Catchment model then runs as an ensemble "
            "from epoch to epoch, and carries the corrected soil water and snow on by itself.\n\n"
            "By default the best estimate that the data allow: storage of a single series is corrected by an exact "
            "smoother that knows that models err in the size and time of their season; all sizes of errors are found "
            "from the data by their likelihood; stations and GRACE are data like the frames. The report begins with "
            "the verdict: what withheld data say, whether the gain survives displacement that holds nothing (placebo), "
            "and whether the season of the data can be one of water. METHOD paper is that of Chen et al. (2022).\n\n"
            "Both observed and predicted displacement enter as anomalies to their mean over the common epochs. "
            "Displacement must be absolute (see Line of sight to vertical): interferograms alone cannot tell what "
            "moves the whole frame. More frames, of other tracks or beside the first, each have a reference of their "
            "own: one that is tied says what a relative one cannot.\n\n"
            "The one-dimensional filter of the paper updates every cell by its own observation. With honest errors it "
            "lowers the error of the regional mean by about 10 to 25 %, not by half; the three-dimensional filters use "
            "all observations for every cell and reach more. Before the run it is said how much the observations can "
            "be expected to tell; displacement of unknown reference tells next to nothing of storage.\n\n"
            "Source: Chen et al. (2022), eq. 2, 3 and 9; Evensen (2009)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add_inputs(self, others=True)
        add_more_frames(self)
        add_stations(self)
        add_land_model(self)
        add_best(self)
        add_method(self, best=True)
        add_observation_std(self)
        add_observation_error(self, best=True)
        add_station_error(self, best=True)
        add_storage_error(self, best=True)
        add(
            self,
            netcdf_input("RESTART", tr("State to take up"), optional=True),
            tr(
                "Written by an earlier run as SAVE_RESTART: its epochs are left out, its state goes on. With FORCING "
                "also the state that Run the land model wrote, to begin with."
            ),
            advanced=True,
        )
        add(
            self,
            text("END", tr("Last date")),
            tr("Epochs after it are left for a later run, as 2018-12-31. Empty: all."),
            advanced=True,
        )
        add(
            self,
            switch("SAVE_MEMBERS", tr("Write all members"), False),
            tr("Adds every member of open loop and analysis to the output."),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Analysis")), tr("Open loop and analysis, innovations, increments."))
        add(self, report_output(), tr("Series, innovations, spread and skill, increments, water budget."))
        add(
            self,
            netcdf_output("SAVE_RESTART", tr("State after the last epoch"), optional=True),
            tr("From which a later run goes on, to the last bit as if it were one."),
            advanced=True,
        )
        add_unit(self)
        add_load_switch(self)
        for name, label in (
            ("N_EPOCHS", tr("Epochs")),
            ("INNOVATION_STD", tr("Pooled standard deviation of normalized innovations")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        """Return whether the parameters fit: storage, or weather and parameters of the land model."""
        complaint = inputs_complaint(Reader(self, parameters, context))
        if complaint:
            return False, complaint
        return super().checkParameterValues(parameters, context)

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Run the filter."""
        from ...core.assimilation.cycling.model_run import assimilate_with_model
        from ...core.assimilation.run import assimilate

        read = Reader(self, parameters, context)
        output, report = read.output("OUTPUT"), read.optional_output("REPORT")
        error = read.optional_number("OBSERVATION_ERROR") or PAPER.observation_error_mm
        options = read_options(read, error, read.text("END"), read.switch("SAVE_MEMBERS"))
        best = read_best(read, read.polygon_file("REGION", progress.feedback))
        restart = read.optional_file("RESTART")
        save_restart = read.optional_output("SAVE_RESTART")
        options = replace(options, station_error_mm=best.station_error_mm or PAPER.station_error_mm)
        observations, stations = read.optional_file("OBSERVATIONS"), read.optional_file("STATIONS")
        more, model = read_more_frames(read), read_land_model(read)
        if model is None:
            storage = read.file("INPUT")
            made = assimilate(
                storage,
                observations,
                output,
                options,
                progress,
                restart=restart,
                save_restart=save_restart,
                stations=stations,
                more=more,
                best=best,
            )
        else:
            made = assimilate_with_model(
                model,
                observations,
                output,
                options,
                progress,
                restart=restart,
                save_restart=save_restart,
                stations=stations,
                more=more,
                best=best,
            )
        results = {
            "OUTPUT": str(output),
            "N_EPOCHS": made.n_epochs,
            "INNOVATION_STD": made.pooled_innovation_std,
        }
        if save_restart:
            results["SAVE_RESTART"] = str(save_restart)
        if report:
            from ...core.report.analysis_report import write_analysis_report

            write_analysis_report(output, report, progress.warnings)
            results["REPORT"] = str(report)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("tws_analysis", "tws_open_loop", "normalized_innovation"))
        return results
