"""Processing algorithm: quality checks and reference area of a stack."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber, QgsProcessingParameterPoint

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, netcdf_input, netcdf_output, number, polygons, report_output, switch, text
from ..translation import tr


class CheckInterferograms(GroundswellAlgorithm):
    """Coherence, coverage and loop closure; bad pairs flagged; reference area chosen."""

    IDENTIFIER = "checkinterferograms"
    GROUP = "interferograms"
    TAGS = ("loop closure", "coherence", "unwrapping error", "reference point")

    def title(self) -> str:
        """Return the title."""
        return tr("Check interferograms")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Flags interferograms of low coherence, low coverage or bad loop closure (phase 1-2 plus 2-3 minus 1-3 "
            "must vanish; an interferogram is bad when none of its loops closes), counts unwrapping errors per pixel, "
            "and chooses the reference area: the place to which all displacement is relative.\n\n"
            "The area is found automatically (complete, coherent, small closure error) or given by a place or by "
            "polygons. Which pixels the 5 mm/yr mask removes later depends on it.\n\n"
            "Source: the checks follow LiCSBAS (Morishita et al. 2020)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, netcdf_input("INPUT", tr("Interferogram stack")), tr("From Import interferograms."))
        add(
            self,
            QgsProcessingParameterPoint("REFERENCE", tr("Reference place"), optional=True),
            tr("Centre of the reference area, such as a GNSS station. Empty: chosen automatically."),
        )
        add(
            self,
            polygons("REFERENCE_AREA", tr("Reference polygons")),
            tr(
                "The pixels whose centres lie in these polygons are the reference area, where no reference place is "
                "given."
            ),
            advanced=True,
        )
        add(
            self,
            number("MIN_COHERENCE", tr("Least mean coherence"), 0.05, 0.0, 1.0),
            tr("Pairs with a lower mean coherence are rejected."),
        )
        add(
            self,
            number("MIN_VALID_FRACTION", tr("Least coverage"), 0.3, 0.0, 1.0),
            tr("Pairs with data on a smaller part of the frame are rejected."),
        )
        add(
            self,
            number("MAX_LOOP_RMS", tr("Largest loop closure (rad)"), 1.5, 0.0, 10.0),
            tr("Root mean square of a loop's closure over the frame above which the loop does not count as closed."),
        )
        add(
            self,
            text("KEEP", tr("Pairs to keep in any case")),
            tr("Names such as 20180106_20180130, separated by blanks or commas."),
            advanced=True,
        )
        add(
            self,
            text("REJECT", tr("Pairs to reject in any case")),
            tr("Names such as 20180106_20180130, separated by blanks or commas."),
            advanced=True,
        )
        add(
            self,
            switch("CORRECT_TURNS", tr("Correct whole turns"), False),
            tr("Take whole turns off single pixels where the loops leave no doubt which interferogram is wrong."),
            advanced=True,
        )
        add(
            self,
            switch("REMOVE_UNCLOSED", tr("Remove what does not close"), False),
            tr("Set interferograms to missing at pixels where they are in loops, but in none that closes."),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Checked stack")), tr("The stack with flags and reference area."))
        add(self, report_output(), tr("Network with the rejected pairs, coherence, coverage and closure."))
        self.addOutput(QgsProcessingOutputNumber("N_REJECTED", tr("Rejected pairs")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Check the stack."""
        from ...core.insar.checking import CheckOptions, check_interferograms

        read = Reader(self, parameters, context)
        output, report = read.output("OUTPUT"), read.optional_output("REPORT")
        options = CheckOptions(
            min_coherence=read.number("MIN_COHERENCE"),
            min_valid_fraction=read.number("MIN_VALID_FRACTION"),
            max_loop_rms_rad=read.number("MAX_LOOP_RMS"),
            reference=read.point("REFERENCE"),
            keep=read.words("KEEP"),
            reject=read.words("REJECT"),
            reference_polygons=read.polygon_file("REFERENCE_AREA", progress.feedback),
            correct_turns=read.switch("CORRECT_TURNS"),
            remove_unclosed=read.switch("REMOVE_UNCLOSED"),
        )
        made = check_interferograms(read.file("INPUT"), output, options, progress)
        results = {"OUTPUT": str(output), "N_REJECTED": made.n_rejected}
        if report:
            from ...core.report.check_report import write_check_report

            write_check_report(output, report, progress.warnings)
            results["REPORT"] = str(report)
        return results
