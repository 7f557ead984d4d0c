"""Processing algorithm: GRACE product to storage on the EASE-Grid."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_series
from ..parameters import Reader, add, add_extent, add_load_switch, add_period, any_file, choice, netcdf_output
from ..translation import tr


class ImportGrace(GroundswellAlgorithm):
    """Monthly GRACE storage with the days that each solution really used."""

    IDENTIFIER = "importgrace"
    GROUP = "grace"
    TAGS = ("grace-fo", "mascon", "csr", "gravity", "tws")

    def displayName(self) -> str:  # noqa: N802
        """Return the title."""
        return tr("Import GRACE")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Reads GRACE and GRACE-FO storage (CSR RL06 mascons and files in their layout) and averages it onto the "
            "EASE-Grid 2.0, conserving mass, in millimetres of water. Keeps for every solution its first and last day "
            "and the days that it did not use: a GRACE month is seldom a calendar month. Gaps stay gaps.\n\n"
            "GRACE resolves 300 to 400 km. Over a smaller region it shows mostly the surroundings."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            any_file("INPUT", tr("GRACE file"), tr("NetCDF files (*.nc *.nc4);;All files (*)")),
            tr("Such as CSR_GRACE_GRACE-FO_RL06_Mascons_all-corrections_v02.nc."),
        )
        add_extent(self)
        add_period(self)
        add(
            self,
            choice("GRID", tr("EASE-Grid 2.0"), ("M25", "M36", "M09"), "M25"),
            tr("Must be the grid of the analysis to compare with."),
        )
        add(self, netcdf_output("OUTPUT", tr("GRACE storage")), tr("NetCDF file for the next step."))
        add_load_switch(self)
        self.addOutput(QgsProcessingOutputNumber("N_MONTHS", tr("Months")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Import the product."""
        from ...core.grace.importing import GraceOptions, import_grace

        read = Reader(self, parameters, context)
        output = read.output("OUTPUT")
        options = GraceOptions(
            extent=read.extent(), start=read.date("START"), end=read.date("END"), grid=read.choice("GRID")
        )
        made = import_grace(read.file("INPUT"), output, options, progress)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("tws",))
        return {"OUTPUT": str(output), "N_MONTHS": made.n_months}
