"""Processing algorithm: frame folder to interferogram stack."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ...core.files.line_of_sight import SIGNS, UNITS
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import (
    Reader,
    add,
    add_extent,
    add_period,
    choice,
    folder,
    integer,
    netcdf_output,
    number,
    report_output,
    switch,
)
from ..translation import tr


class ImportInterferograms(GroundswellAlgorithm):
    """LiCSAR frame, with GACOS delays removed, to one stack file."""

    IDENTIFIER = "importinterferograms"
    GROUP = "interferograms"
    TAGS = (
        "licsar",
        "nisar",
        "aria",
        "mintpy",
        "hyp3",
        "sentinel-1",
        "gacos",
        "licsbas",
        "unwrapped phase",
        "coherence",
    )

    def title(self) -> str:
        """Return the title."""
        return tr("Import interferograms")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Reads a folder of unwrapped, geocoded interferograms in LiCSAR layout (as LiCSBAS downloads it, or as the "
            "COMET portal holds it) into one stack file: phase in radians (positive: away from the satellite), "
            "coherence, line-of-sight unit vectors, height and baselines. Only the unwrapped phase is compulsory. "
            "Products of HyP3 (bursts too), whatever their extents, plain GeoTIFFs named by two dates, NISAR's and "
            "ARIA's GUNW and MintPy's ifgramStack.h5 are read too.\n\n"
            "Where GACOS delays are given (sltd.geo.tif, ztd.tif or .ztd), their difference between the two dates is "
            "removed from every interferogram, and the report shows the standard deviation before and after. Pairs "
            "that are broken, incomplete or of another size are listed and left out.\n\n"
            "Sources: Lazecky et al. (2020) for LiCSAR; Yu et al. (2018) for GACOS."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            folder("INPUT", tr("Frame folder")),
            tr(
                "Holds GEOC/ with one folder per pair, or interferograms/ and metadata/ as on the portal. Or the "
                "address of a frame on the portal, which is fetched beside the result."
            ),
        )
        add(
            self,
            folder("CORRECTIONS", tr("GACOS folder"), optional=True),
            tr("Tropospheric delays per date. Empty: delays inside the frame folder are not applied either."),
        )
        add(
            self,
            choice("MISSING_CORRECTIONS", tr("Pairs without a GACOS date"), ("mean", "keep", "drop"), "mean"),
            tr(
                "mean: the mean delay of all dates stands in for the missing one, so that loops still close; keep: "
                "leave the pair uncorrected; drop: leave the pair out. The dates are listed."
            ),
            advanced=True,
        )
        add(
            self,
            choice(
                "ACCEPT_CORRECTIONS",
                tr("Keep the GACOS correction"),
                ("always", "stack", "interferogram", "date"),
                "always",
            ),
            tr(
                "always; stack: for all or none, where the mean standard deviation falls; interferogram: where its own "
                "falls, which leaves loops that do not close; date: of dates whose interferograms get better by it, "
                "and loops close."
            ),
            advanced=True,
        )
        add(
            self,
            choice("HYP3_AREA", tr("Area of HyP3 products"), ("overlap", "union"), "overlap"),
            tr("overlap: what all of them cover; union: what any covers, missing where a product does not reach."),
            advanced=True,
        )
        add(
            self,
            switch("SUBTRACT_IONOSPHERE", tr("Subtract the ionosphere (NISAR)"), True),
            tr("The phase screen that NISAR's products carry; a message says how large it is."),
            advanced=True,
        )
        add(
            self,
            number("WAVELENGTH", tr("Wavelength (m)"), None, 0.01, 2.0, optional=True),
            tr(
                "Of the radar, where files and names do not say it: Sentinel-1 0.0554658, Envisat 0.0562356, ALOS-2 "
                "0.2424525, TerraSAR-X 0.0310666."
            ),
            advanced=True,
        )
        add(
            self,
            choice("UNIT", tr("Unit of the interferograms"), UNITS, "file"),
            tr("file: as the tags say (DATA_UNITS), else radians."),
            advanced=True,
        )
        add(
            self,
            choice("SIGN", tr("Positive is motion"), SIGNS, "file"),
            tr("Towards the satellite or away from it: needed for interferograms that are lengths. Phase: away."),
            advanced=True,
        )
        add_extent(self)
        add_period(self)
        add(
            self,
            integer("MULTILOOK", tr("Multilook"), 1, 1, 100),
            tr("Average blocks of so many pixels in both directions; a block needs half of them."),
        )
        add(
            self,
            number("MIN_COHERENCE", tr("Least mean coherence of a pair"), 0.05, 0.0, 1.0),
            tr("Pairs whose mean coherence is lower are listed and left out (0.05 as in LiCSBAS)."),
        )
        add(self, netcdf_output("OUTPUT", tr("Interferogram stack")), tr("NetCDF file for the next step."))
        add(self, report_output(), tr("What was read, what was left out and why, baselines and coherence."))
        for name, label in (
            ("N_PAIRS", tr("Interferograms")),
            ("N_DATES", tr("Dates")),
            ("N_SKIPPED", tr("Left out")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        """Return whether the parameters fit together."""
        read = Reader(self, parameters, context)
        start, end = read.date("START"), read.date("END")
        if start and end and start > end:
            return False, tr("The first date is later than the last date.")
        return super().checkParameterValues(parameters, context)

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Import the frame."""
        from ...core.insar.frames.sensor import Said
        from ...core.insar.importing import ImportOptions, import_interferograms

        read = Reader(self, parameters, context)
        output, report = read.output("OUTPUT"), read.optional_output("REPORT")
        wavelength = read.optional_number("WAVELENGTH")
        options = ImportOptions(
            corrections=read.optional_file("CORRECTIONS"),
            extent=read.extent(),
            start=read.date("START"),
            end=read.date("END"),
            multilook=read.integer("MULTILOOK"),
            min_coherence=read.number("MIN_COHERENCE"),
            missing_corrections=read.choice("MISSING_CORRECTIONS"),
            accept_corrections=read.choice("ACCEPT_CORRECTIONS"),
            hyp3_area=read.choice("HYP3_AREA"),
            subtract_ionosphere=read.switch("SUBTRACT_IONOSPHERE"),
            said=Said(
                math.nan if wavelength is None else wavelength,
                read.choice("UNIT"),
                read.choice("SIGN"),
            ),
        )
        made = import_interferograms(self._frame(read, output, options, progress), output, options, progress)
        results = {
            "OUTPUT": str(output),
            "N_PAIRS": made.n_pairs,
            "N_DATES": made.n_dates,
            "N_SKIPPED": len(made.skipped),
        }
        if report:
            from ...core.report.import_report import write_import_report

            write_import_report(output, report, progress.warnings)
            results["REPORT"] = str(report)
        return results

    def _frame(self, read: Reader, output: Path, options: Any, progress: FeedbackProgress) -> Path:
        """Return the frame's folder: the one given, or the one that a given address was fetched into."""
        addresses = read.addresses("INPUT")
        if not addresses:
            return read.file("INPUT")
        from ...core.insar.fetching import PAIRS, FrameRequest, fetch_frame
        from ...core.remote.address import download_folder
        from ..network import server_options

        request = FrameRequest(
            addresses[0], start=options.start, end=options.end, what=(PAIRS,), options=server_options()
        )
        return fetch_frame(request, download_folder(output), progress).folder
