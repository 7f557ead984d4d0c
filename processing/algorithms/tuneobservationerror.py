"""Processing algorithm: which observation error do the innovations speak for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ...core.assimilation.tuning import PAPERS_ERRORS
from ...core.errors import InputError
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..filter_parameters import (
    add_inputs,
    add_method,
    add_more_frames,
    add_observation_error,
    add_station_error,
    add_stations,
    add_storage_error,
    read_more_frames,
    read_options,
)
from ..land_parameters import add_land_model, inputs_complaint, read_land_model
from ..parameters import Reader, add, add_unit, csv_output, report_output, text
from ..translation import tr


class TuneObservationError(GroundswellAlgorithm):
    """The filter with several observation errors, and what the innovations say of them."""

    IDENTIFIER = "tuneobservationerror"
    GROUP = "assimilation"
    TAGS = ("innovation", "observation error", "kalman filter", "desroziers", "variogram")

    def title(self) -> str:
        """Return the title."""
        return tr("Tune the observation error")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Runs the assimilation once for each assumed error of the vertical displacement, with the same members and "
            "draws, and lists the normalized innovations: where the error is right, their pooled standard deviation is "
            "1 and their mean 0. The paper's Fig. 8 shows the mean over the area instead, whose standard deviation is "
            "below 1 even then; both are given, with what is expected of it. A warning tells where the innovations of "
            "the cells move together, which a filter of independent cells takes for signal.\n\n"
            "The report also has the most likely error, Desroziers' estimates, spread and skill, the variogram of the "
            "innovations (length of the atmosphere's errors) and the ranks of the observations among the members.\n\n"
            "With stations beside the displacement, the errors tried are the displacement's; with stations alone, "
            "theirs. With weather and parameters, the land model runs once, without observations; its members are "
            "then corrected for each error as those of a storage file are, by corrections that fade with the error "
            "memory, instead of running the model again for each.\n\n"
            "Source: Chen et al. (2022), section III.B, eq. 9; Desroziers et al. (2005)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add_inputs(self, others=True)
        add_more_frames(self)
        add_stations(self)
        add_land_model(self)
        add(
            self,
            text("ERRORS", tr("Observation errors (mm)"), ", ".join(f"{error:g}" for error in PAPERS_ERRORS), False),
            tr("Ascending, separated by commas (7 to 12 mm in the paper)."),
        )
        add_method(self)
        add_observation_error(self)
        add_station_error(self)
        add_storage_error(self)
        add_unit(self)
        add(self, csv_output("TABLE", tr("Table")), tr("One row for each error."))
        add(self, report_output(), tr("Figure, estimates and variogram."))
        for name, label in (
            ("BEST_ERROR", tr("Error with unit innovations (mm)")),
            ("LIKELY_ERROR", tr("Most likely error (mm)")),
            ("ERROR_LENGTH", tr("Length of the innovations' variogram (km)")),
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
        """Run the filters."""
        from ...core.assimilation.preparation import Sources
        from ...core.assimilation.tuning import tune_observation_error

        read = Reader(self, parameters, context)
        table, report = read.output("TABLE"), read.optional_output("REPORT")
        errors = [_number(word) for word in read.words("ERRORS")]
        options = read_options(read, errors[0] if errors else PAPERS_ERRORS[0])
        options = replace(options, station_error_mm=read.number("STATION_ERROR"))
        sources = Sources(read.optional_file("OBSERVATIONS"), read.optional_file("STATIONS"), read_more_frames(read))
        storage, model = read.optional_file("INPUT"), read_land_model(read)
        made = tune_observation_error(storage, sources, table, options, errors, progress=progress, model=model)
        results = {
            "TABLE": str(table),
            "BEST_ERROR": made.best_error_mm,
            "LIKELY_ERROR": made.likely_error_mm,
            "ERROR_LENGTH": made.findings.variogram.length_km,
        }
        if report:
            from ...core.report.tuning_report import write_tuning_report

            write_tuning_report(made, report, progress.warnings)
            results["REPORT"] = str(report)
        return results


def _number(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        raise InputError(f"ERRORS: '{word}' is not a number. Write 7, 8, 9, 10, 11, 12.") from None
