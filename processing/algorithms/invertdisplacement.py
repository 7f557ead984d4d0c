"""Processing algorithm: displacement to storage without a land model."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..base import GroundswellAlgorithm
from ..earth_files import add_earth
from ..feedback import FeedbackProgress
from ..filter_parameters import add_more_frames, add_stations, read_more_frames
from ..inversion_parameters import add_frame_errors, add_prior, add_station_choices, read_inversion_options
from ..layers import load_maps, load_series
from ..parameters import (
    Reader,
    add,
    add_load_switch,
    add_unit,
    add_workers,
    any_file,
    choice,
    csv_output,
    netcdf_input,
    netcdf_output,
    number,
    polygons,
    report_output,
)
from ..translation import tr

NUMBERS = ("DOF", "CHI2", "ABIC", "LENGTH_KM", "STD_MM", "COMMON_MM", "RESOLVED_SCALE_KM", "MEAN_RATIO")


class InvertDisplacement(GroundswellAlgorithm):
    """Storage from frames, stations and, on demand, GRACE, with what the data resolve."""

    IDENTIFIER = "invertdisplacement"
    GROUP = "assimilation"
    TAGS = ("gnss", "gps", "geodetic inversion", "green's function", "collocation", "laplacian", "abic")

    def title(self) -> str:
        """Return the title."""
        return tr("Displacement to storage without a model")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Turns vertical displacement alone into maps of terrestrial water storage: frames of InSAR (absolute, tied "
            "or relative), GNSS stations, and GRACE at its own scale on demand. No land model is used, so that the "
            "result is an independent witness beside the assimilation.\n\n"
            "Storage is a random field with two scales whose sizes and length are estimated by restricted likelihood "
            "(ABIC); what a relative frame leaves free stays free. Every map comes with its standard deviation, and "
            "the report says in words what the data resolve: often the mean of the region and scales of some hundred "
            "kilometres, never the size of the cells. The classic Laplacian with cross-validation is the second "
            "method.\n\n"
            "Load around the window passes for water inside where BACKGROUND is missing: the mean then comes out 1.2 "
            "to 2 times too large, and no misfit shows it.\n\n"
            "Source: Argus et al. (2014), doi 10.1002/2014GL059570; Yabuki and Matsu'ura (1992); Rasmussen and "
            "Williams (2006)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            netcdf_input("OBSERVATIONS", tr("Vertical displacement"), optional=True),
            tr("Gridded vertical displacement from Line of sight to vertical. Optional where stations are given."),
        )
        add_more_frames(self)
        add_stations(self)
        add_station_choices(self)
        add(
            self,
            netcdf_input("BACKGROUND", tr("Storage around the window"), optional=True),
            tr("Its displacement is subtracted, without what lies inside. It should reach 1000 km beyond the data."),
        )
        add(self, polygons("REGION", tr("Region")), tr("Whose mean is wanted. Empty: the hull of the data."))
        add(
            self,
            choice("GRID", tr("Grid"), ("M25", "M36", "M09"), "M25"),
            tr("EASE-Grid 2.0 of the cells: that of the frames. It is not the resolution."),
            advanced=True,
        )
        add(
            self,
            number("BUFFER", tr("Buffer (km)"), 300.0, 0.0, 5000.0),
            tr("How far cells with storage reach beyond region and data."),
            advanced=True,
        )
        add(
            self,
            any_file("LAND", tr("Land"), tr("Polygons or rasters (*.*)"), optional=True),
            tr("Polygons, or a raster with positive values on land. Sea cells carry no water. Empty: from BACKGROUND."),
            advanced=True,
        )
        add_frame_errors(self)
        add_prior(self)
        add(
            self,
            netcdf_input("GRACE", tr("GRACE storage"), optional=True),
            tr("Storage from Import GRACE, used as data under its footprint. The result cannot then be held by it."),
            advanced=True,
        )
        add(
            self,
            number("GRACE_ERROR", tr("Error of GRACE (mm)"), None, 0.001, 1e4, optional=True),
            tr("Standard deviation of a month under a footprint. Empty: the product's own, or 15 mm."),
            advanced=True,
        )
        add(
            self,
            number("FOOTPRINT", tr("Footprint of GRACE (km)"), 300.0, 1.0, 5000.0),
            tr("Size of the blocks that are taken of GRACE, and its Gaussian where the file does not say its filter."),
            advanced=True,
        )
        add_earth(self)
        add(
            self,
            choice("FRAME", tr("Frame"), ("CF", "CE", "CM", "CH", "CL"), "CF"),
            tr("Origin of degree 1. GNSS: CF. CM differs by up to a fifth under loads of 1500 km."),
            advanced=True,
        )
        add_unit(self)
        add_workers(self)
        add(self, netcdf_output("OUTPUT", tr("Storage")), tr("Maps, standard deviations, resolution, misfits."))
        add(self, csv_output("TABLE", tr("Stations and frames"), optional=True), tr("One row for each, how it is met."))
        add(self, report_output(), tr("What the data resolve, maps, likelihood, misfits."))
        add_load_switch(self)
        for name in NUMBERS:
            self.addOutput(QgsProcessingOutputNumber(name, name))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Run the inversion."""
        from ...core.inversion.options import InversionInputs
        from ...core.inversion.run import invert_displacement

        read = Reader(self, parameters, context)
        output, report, table = read.output("OUTPUT"), read.optional_output("REPORT"), read.optional_output("TABLE")
        options = read_inversion_options(read)
        inputs = InversionInputs(
            observations=read.optional_file("OBSERVATIONS"),
            more=read_more_frames(read),
            stations=read.optional_file("STATIONS"),
            background=read.optional_file("BACKGROUND"),
            grace=read.optional_file("GRACE"),
            region=read.polygon_file("REGION", progress.feedback),
            land=read.optional_file("LAND"),
        )
        made = invert_displacement(inputs, output, options, progress, table)
        values = (
            made.freedom,
            made.chi2,
            made.abic,
            made.length_km,
            made.std_mm,
            made.common_mm,
            made.resolved_km,
            made.mean_ratio,
        )
        results: dict[str, Any] = {"OUTPUT": str(output), **dict(zip(NUMBERS, values))}
        if table:
            results["TABLE"] = str(table)
        if report:
            from ...core.report.storage_inversion_report import write_storage_inversion_report

            write_storage_inversion_report(output, report, progress.warnings, table)
            results["REPORT"] = str(report)
        if read.switch("LOAD_LAYERS"):
            load_series(context, output, ("tws",))
            load_maps(context, output, ("annual_amplitude", "resolved_scale"))
        return results
