"""Processing algorithm: finished displacement of other producers to a series or points."""

from __future__ import annotations

import math
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterCrs,
    QgsProcessingParameterPoint,
)

from ...core.displacement.products.meaning import COMPONENTS
from ...core.files.line_of_sight import AS_THE_FILE_SAYS, SIGNS, UNITS
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..layers import load_maps
from ..parameters import (
    Reader,
    add,
    add_extent,
    add_load_switch,
    add_period,
    any_file,
    choice,
    integer,
    netcdf_output,
    number,
    report_output,
    switch,
    text,
)
from ..translation import tr


class ImportDisplacement(GroundswellAlgorithm):
    """Displacement that somebody else has made: OPERA, EGMS, MintPy, LiCSBAS, dated rasters, points."""

    IDENTIFIER = "importdisplacement"
    GROUP = "displacement"
    TAGS = ("opera", "disp-s1", "egms", "mintpy", "licsbas", "dolphin", "sarvey", "stamps", "time series", "points")

    def title(self) -> str:
        """Return the title."""
        return tr("Import displacement")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Reads displacement that is finished already, and writes the file that Invert interferograms writes (or "
            "points), for every step that follows. Recognised by content: a folder of OPERA DISP-S1 granules (chained "
            "over their moving reference dates), EGMS L2a, L2b and L3 (CSV or zip; releases are tied over common "
            "dates), MintPy's timeseries.h5 and HDF-EOS5, LiCSBAS's cum.h5 and cum_filt.h5, GeoTIFFs named by dates, "
            "tables and layers of points with a field a date (D20200131 or 20200131).\n\n"
            "Unit, sign and reference are read from the file, or asked for. What was taken from the series before "
            "(ramps, filters, tides) is handed on, and a message says what that does to water.\n\n"
            "Sources: OPERA DISP-S1 product specification (JPL); Costantini et al. (2021) for EGMS; Yunjun et al. "
            "(2019) for MintPy; Morishita et al. (2020) for LiCSBAS."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            any_file("INPUT", tr("Product"), tr("All files (*)")),
            tr("A file of the product, or the path of its folder: OPERA granules, tiles and releases of EGMS."),
        )
        add(
            self,
            text("GEOMETRY", tr("Look vectors or incidence angle")),
            tr(
                "Where the product has none: OPERA's los_enu.tif (east, north, up), MintPy's geometry file, a folder "
                "with LiCSAR's E, N and U files, or one angle from the vertical in degrees."
            ),
        )
        self._add_meaning()
        add_extent(self)
        add_period(self)
        add(
            self,
            integer("MULTILOOK", tr("Multilook"), 1, 1, 1000),
            tr("Average blocks of so many pixels in both directions; a block needs half of them."),
        )
        add(
            self,
            QgsProcessingParameterPoint("REFERENCE_POINT", tr("Reference place"), optional=True),
            tr("Displacement becomes relative to the pixel or point there. Empty: as in the product (OPERA: median)."),
        )
        self._add_opera()
        add(
            self,
            number("MEMORY", tr("Memory (MB)"), 1024.0, 16.0, 1e7),
            tr("Large frames are read by windows that fit in it. The result does not depend on it."),
            advanced=True,
        )
        add(self, netcdf_output("OUTPUT", tr("Displacement series")), tr("NetCDF file for the next step."))
        add(self, report_output(), tr("What was read, what it is relative to, and what was taken from it before."))
        add_load_switch(self)
        for name, label in (("N_DATES", tr("Dates")), ("N_PLACES", tr("Pixels or points with data"))):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString("PRODUCT", tr("Product")))

    def _add_meaning(self) -> None:
        """Declare what says what the numbers mean where the file does not."""
        add(
            self,
            choice("UNIT", tr("Unit"), UNITS, AS_THE_FILE_SAYS),
            tr("file: as the file says, and an error where it does not. rad needs the wavelength."),
        )
        add(
            self,
            choice("SIGN", tr("Positive is"), SIGNS, AS_THE_FILE_SAYS),
            tr("In the line of sight: towards the satellite, or away from it (the range increases)."),
        )
        add(
            self,
            choice("COMPONENT", tr("Component"), COMPONENTS, AS_THE_FILE_SAYS),
            tr("Of points and rasters that do not say it; of EGMS L3 with both: which one is read."),
        )
        add(
            self,
            number("WAVELENGTH", tr("Wavelength (m)"), None, 1e-3, 10.0, optional=True),
            tr("Of values in radians where the file has none: 0.0555 for Sentinel-1."),
            advanced=True,
        )
        add(
            self,
            QgsProcessingParameterCrs("CRS", tr("Reference system"), optional=True),
            tr("Of a table's x and y where it has no longitude and latitude, and of rasters that name none."),
            advanced=True,
        )

    def _add_opera(self) -> None:
        """Declare what only OPERA's granules need."""
        add(
            self,
            switch("SUBTRACT_TIDE", tr("OPERA: subtract the solid-Earth tide"), True),
            tr("That the granules carry as a correction; OPERA's own tools subtract it."),
            advanced=True,
        )
        add(
            self,
            switch("SUBTRACT_IONOSPHERE", tr("OPERA: subtract the ionosphere"), False),
            tr("That the granules carry as a correction; OPERA's own tools leave it."),
            advanced=True,
        )
        add(
            self,
            choice("GAP_MODEL", tr("OPERA: gaps"), ("linear", "seasonal", "none"), "linear"),
            tr(
                "How parts of a series are tied that no granule connects: linear motion, linear and annual motion, or "
                "not at all (only the first part is kept)."
            ),
            advanced=True,
        )

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Import the product."""
        from ...core.displacement.importing import DisplacementOptions, import_displacement
        from ...core.displacement.products.meaning import Wanted
        from ...core.displacement.products.opera import OperaOptions

        read = Reader(self, parameters, context)
        output, report = read.output("OUTPUT"), read.optional_output("REPORT")
        wavelength, crs = read.optional_number("WAVELENGTH"), self.parameterAsCrs(parameters, "CRS", context)
        options = DisplacementOptions(
            wanted=Wanted(
                read.choice("UNIT"),
                read.choice("SIGN"),
                read.choice("COMPONENT"),
                math.nan if wavelength is None else wavelength,
            ),
            geometry=read.text("GEOMETRY"),
            extent=read.extent(),
            start=read.date("START"),
            end=read.date("END"),
            multilook=read.integer("MULTILOOK"),
            reference_point=read.point("REFERENCE_POINT"),
            crs=crs.toWkt() if crs.isValid() else "",
            opera=OperaOptions(
                read.switch("SUBTRACT_TIDE"), read.switch("SUBTRACT_IONOSPHERE"), read.choice("GAP_MODEL")
            ),
            memory_mb=read.number("MEMORY"),
        )
        made = import_displacement(read.file("INPUT"), output, options, progress)
        if read.switch("LOAD_LAYERS"):
            load_maps(context, output, ("velocity",))
        results = {
            "OUTPUT": str(output),
            "N_DATES": made.n_dates,
            "N_PLACES": made.n_with_data,
            "PRODUCT": made.kind,
        }
        if report:
            from ...core.report.displacement_report import write_displacement_report

            write_displacement_report(output, report, progress.warnings)
            results["REPORT"] = str(report)
        return results
