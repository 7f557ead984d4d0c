"""Processing algorithm: land-model output to storage on the EASE-Grid."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_series
from ..parameters import (
    Reader,
    add,
    add_extent,
    add_load_switch,
    add_period,
    any_file,
    choice,
    folder,
    netcdf_output,
    switch,
    text,
)
from ..translation import tr


class ImportStorage(GroundswellAlgorithm):
    """GLDAS, MERRA-2 or any gridded storage to Groundswell's storage file."""

    IDENTIFIER = "importstorage"
    GROUP = "storage"
    TAGS = ("gldas", "merra-2", "noah", "catchment", "land surface model", "tws")

    def title(self) -> str:
        """Return the title."""
        return tr("Import storage")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Reads terrestrial water storage of a land surface model (GLDAS CLSM, Noah or VIC, MERRA-2 land, "
            "ERA5-Land, FLDAS, NLDAS, LIS history files, W3RA and AWRA, or any file with time, latitude and longitude, "
            "also as GRIB and in archives) and averages it onto the EASE-Grid 2.0, "
            "conserving mass, in millimetres of water. The model's own units are read from the file.\n\n"
            "The load beyond the study area bends the ground inside it: import at least 1000 km around the study area. "
            "GLDAS-2.2's main stream already contains GRACE and must not be compared with it: you are warned."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            any_file(
                "INPUT",
                tr("Land-model output"),
                tr("NetCDF and GRIB files (*.nc *.nc4 *.grib *.grb *.zip);;All files (*)"),
                optional=True,
            ),
            tr("One file. Give Folder instead where there is one file per day or month."),
        )
        add(
            self,
            folder("FOLDER", tr("or a folder of files"), optional=True),
            tr("All NetCDF files in it, also in folders inside, are read in the order of their dates."),
        )
        add(
            self,
            text("VARIABLE", tr("Variable")),
            tr("Name of the storage variable in the file. Empty: found by the product's conventions."),
            advanced=True,
        )
        add(
            self,
            text("UNIT", tr("Unit")),
            tr("Of a variable that has none in its file: mm, kg m-2, cm or m. Empty: as the file says."),
            advanced=True,
        )
        add_extent(self)
        add_period(self)
        add(
            self,
            choice("GRID", tr("EASE-Grid 2.0"), ("M25", "M36", "M09"), "M25"),
            tr("Must be the grid of the observations."),
        )
        add(
            self,
            switch("DAILY", tr("Daily means"), False),
            tr("Average what lies on one day: hourly and 3-hourly files become much smaller."),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Storage")), tr("NetCDF file for the next step."))
        add_load_switch(self)
        self.addOutput(QgsProcessingOutputNumber("N_TIMES", tr("Times")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        """Return whether there is something to read."""
        if not parameters.get("INPUT") and not parameters.get("FOLDER"):
            return False, tr("Give INPUT (a file) or FOLDER (a folder of files).")
        return super().checkParameterValues(parameters, context)

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Import the storage."""
        from ...core.land.importing import StorageOptions, import_storage

        read = Reader(self, parameters, context)
        output = read.output("OUTPUT")
        options = StorageOptions(
            variable=read.text("VARIABLE"),
            extent=read.extent(),
            start=read.date("START"),
            end=read.date("END"),
            grid=read.choice("GRID"),
            daily=read.switch("DAILY"),
            unit=read.text("UNIT"),
        )
        paths = [path for path in (read.optional_file("INPUT"), read.optional_file("FOLDER")) if path is not None]
        made = import_storage(paths, output, options, progress)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("tws",))
        return {"OUTPUT": str(output), "N_TIMES": made.n_times}
