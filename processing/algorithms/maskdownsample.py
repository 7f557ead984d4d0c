"""Processing algorithm: mask non-hydrological motion and average onto the EASE-Grid."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_series
from ..parameters import (
    Reader,
    add,
    add_load_switch,
    add_unit,
    choice,
    integer,
    netcdf_input,
    netcdf_output,
    number,
    report_output,
)
from ..translation import tr


class MaskDownsample(GroundswellAlgorithm):
    """Pixels that move fast left out, the rest averaged per EASE-Grid 2.0 cell."""

    IDENTIFIER = "maskdownsample"
    GROUP = "displacement"
    TAGS = ("ease-grid", "subsidence", "aggregate", "25 km")

    def title(self) -> str:
        """Return the title."""
        return tr("Mask and downsample displacement")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Leaves out pixels whose line-of-sight velocity is too fast to be water load (subsidence, landslides, "
            "tectonics) and averages the others, date by date, over the cells of the EASE-Grid 2.0. Keeps the number "
            "of pixels and their standard deviation in every cell.\n\n"
            "Velocity is relative to the reference area: another reference masks other pixels.\n\n"
            "Source: Chen et al. (2022), section II.C; Brodzik et al. (2012) for the grid."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, netcdf_input("INPUT", tr("Displacement series")), tr("From Invert interferograms."))
        add(
            self,
            number("MAX_VELOCITY", tr("Fastest motion kept (mm/yr)"), 5.0, 0.0, 1e6),
            tr("Absolute line-of-sight velocity above which a pixel is left out (5 mm/yr in the paper)."),
        )
        add(
            self,
            choice("GRID", tr("EASE-Grid 2.0"), ("M25", "M36", "M09"), "M25"),
            tr("Global cylindrical grid of 25, 36 or 9 km."),
        )
        add(
            self,
            number("MIN_VALID_FRACTION", tr("Least part of valid pixels"), 0.1, 0.0, 1.0),
            tr("Cells with a smaller part of usable pixels, among the frame's pixels in the cell, stay empty."),
        )
        add(
            self,
            integer("MIN_POINTS", tr("Least points in a cell"), 1, 1, 1_000_000),
            tr("Of a file of points: cells with fewer at a date stay empty."),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Gridded displacement")), tr("NetCDF file for the next step."))
        add(self, report_output(), tr("What the mask leaves out, how that depends on the reference, and the cells."))
        add_unit(self)
        add_load_switch(self)
        self.addOutput(QgsProcessingOutputNumber("N_CELLS", tr("Cells with data")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Mask and average."""
        from ...core.displacement.downsampling import DownsampleOptions, mask_and_downsample

        read = Reader(self, parameters, context)
        output, report = read.output("OUTPUT"), read.optional_output("REPORT")
        options = DownsampleOptions(
            unit=read.text("UNIT"),
            max_velocity_mm_yr=read.number("MAX_VELOCITY"),
            grid=read.choice("GRID"),
            min_valid_fraction=read.number("MIN_VALID_FRACTION"),
            min_points=read.integer("MIN_POINTS"),
        )
        made = mask_and_downsample(read.file("INPUT"), output, options, progress)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("displacement", "vertical_displacement"))
        results = {"OUTPUT": str(output), "N_CELLS": made.n_cells}
        if report:
            from ...core.report.gridding_report import write_gridding_report

            write_gridding_report(output, read.file("INPUT"), report, progress.warnings)
            results["REPORT"] = str(report)
        return results
