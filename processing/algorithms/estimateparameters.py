"""Processing algorithm: parameters of the land model from elevation, soil and depth."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ...core.land.estimation.legends import AUTO, LEGENDS, SOIL_ORDERS
from ...core.land.estimation.maps import DEPTH_UNITS
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, any_file, choice, netcdf_output, number, report_output
from ..translation import tr

OLD_DECAY = 2.17


class EstimateParameters(GroundswellAlgorithm):
    """Topographic index, soil and depth to the Catchment model's parameters."""

    IDENTIFIER = "estimateparameters"
    GROUP = "storage"
    TAGS = ("catchment", "topographic index", "soil", "parameters", "dem")

    def title(self) -> str:
        """Return the title."""
        return tr("Estimate land model parameters")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Makes the parameters that Run the land model needs: the distribution of the topographic index of an "
            "elevation model in each cell of the EASE-Grid 2.0, with soil texture and depth to bedrock, gives the "
            "saturated area, the root zone's wetness, baseflow and the exchange with the water table as functions of "
            "the catchment deficit.\n\n"
            "Leaf area, greenness and albedo come from rasters of twelve months, or follow the vegetation class and a "
            "plain season. Legends, orders and units are read from the files or asked for; every cell that gets no "
            "column is accounted for.\n\n"
            "Sources: Ducharne et al. (2000); Beven and Kirkby (1979); Clapp and Hornberger (1978)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        rasters = tr("Rasters (*.tif *.tiff *.vrt *.img *.asc);;All files (*)")
        add(
            self,
            any_file("DEM", tr("Elevation model"), rasters),
            tr("Metres; pixels of 30 to 1000 m, any size; a file, or the path of a folder of tiles."),
        )
        add(
            self,
            any_file("SOIL", tr("Soil texture"), rasters, optional=True),
            tr("Texture classes, in the order that Soil order says. Loam where empty and no sand and clay are given."),
        )
        add(
            self,
            choice("SOIL_ORDER", tr("Soil order"), (AUTO, *SOIL_ORDERS), AUTO),
            tr(
                "statsgo: 1 sand, 2 loamy sand, 3 sandy loam, 4 silt loam, 5 silt, 6 loam, 7 sandy clay loam, 8 silty "
                "clay loam, 9 clay loam, 10 sandy clay, 11 silty clay, 12 clay; usda: 1 clay to 12 sand (SoilGrids); "
                "hwsd: 1 heavy clay to 13 sand. auto: as the file names it, else it is asked for."
            ),
        )
        add(
            self,
            any_file(
                "SOIL_TABLE", tr("Table of mapping units"), tr("Tables (*.csv *.txt);;All files (*)"), optional=True
            ),
            tr(
                "With HWSD's raster of units (hwsd.bil) as Soil texture: its table HWSD_DATA or HWSD2_LAYERS, exported "
                "as CSV. Sand and clay are averaged over the soils of a unit and the first metre."
            ),
        )
        add(
            self,
            any_file("SAND", tr("Sand"), rasters, optional=True),
            tr("With Clay instead of Soil texture: shares in %, g/kg (SoilGrids) or parts of 1."),
        )
        add(self, any_file("CLAY", tr("Clay"), rasters, optional=True), tr("Share, in the same unit as Sand."))
        add(
            self,
            any_file("VEGETATION", tr("Land cover"), rasters, optional=True),
            tr("ESA WorldCover, CCI, MODIS or another map of the legends below. Grass where empty."),
        )
        add(
            self,
            choice("VEGETATION_LEGEND", tr("Legend of the land cover"), (AUTO, *LEGENDS), AUTO),
            tr(
                "auto: as the file names it or as only one legend has its classes. mosaic: 1 to 8 (evergreen, "
                "deciduous, needleleaf, grass, shrub, tundra, bare, desert). Water and ice get no column."
            ),
        )
        add(
            self,
            any_file("DEPTH", tr("Depth to bedrock"), rasters, optional=True),
            tr("Empty: the same depth everywhere."),
        )
        add(
            self,
            choice("DEPTH_UNIT", tr("Unit of the depth"), (AUTO, *DEPTH_UNITS), AUTO),
            tr("auto: as the file says, else mm where the numbers allow it."),
        )
        add(self, number("DEPTH_MM", tr("Depth without a raster (mm)"), 2500.0, 100.0, 20_000.0), tr("To bedrock."))
        for name, label, text_of in (
            ("LEAF_AREA", tr("Leaf area"), tr("Twelve bands, January to December, m2 m-2. By class where empty.")),
            ("GREENNESS", tr("Greenness"), tr("Twelve bands, parts of 1. By class where empty.")),
            ("ALBEDO", tr("Albedo"), tr("Twelve bands of snow-free albedo, parts of 1 (MODIS). By class where empty.")),
        ):
            add(self, any_file(name, label, rasters, optional=True), text_of, advanced=True)
        add(
            self,
            number("DECAY", tr("Decay of conductivity (1/m)"), OLD_DECAY, 0.1, 10.0),
            tr("With depth: 2.17 in NASA's older data sets, 1 in the newer ones."),
            advanced=True,
        )
        add(
            self,
            choice("GRID", tr("EASE-Grid 2.0"), ("M25", "M36", "M09"), "M25"),
            tr("Must be the grid of the observations."),
        )
        add(self, netcdf_output("OUTPUT", tr("Parameters")), tr("For Run the land model."))
        add(self, report_output(), tr("Maps of the parameters and of what each cell was made from."))
        self.addOutput(QgsProcessingOutputNumber("N_TILES", tr("Columns")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Estimate the parameters."""
        from ...core.land.estimation.cells import RasterOptions
        from ...core.land.estimation.rasters import estimate_from_rasters

        read = Reader(self, parameters, context)
        output = read.output("OUTPUT")
        options = RasterOptions(
            grid=read.choice("GRID"),
            soil=read.optional_file("SOIL"),
            vegetation=read.optional_file("VEGETATION"),
            depth=read.optional_file("DEPTH"),
            depth_mm=read.number("DEPTH_MM"),
            decay=read.number("DECAY"),
            legend=read.choice("VEGETATION_LEGEND"),
            soil_order=read.choice("SOIL_ORDER"),
            depth_unit=read.choice("DEPTH_UNIT"),
            sand=read.optional_file("SAND"),
            clay=read.optional_file("CLAY"),
            leaf_area=read.optional_file("LEAF_AREA"),
            greenness=read.optional_file("GREENNESS"),
            albedo=read.optional_file("ALBEDO"),
            soil_table=read.optional_file("SOIL_TABLE"),
        )
        count = estimate_from_rasters(read.file("DEM"), output, options, progress)
        results: dict[str, Any] = {"OUTPUT": str(output), "N_TILES": count}
        report = read.optional_output("REPORT")
        if report:
            from ...core.report.parameters_report import write_parameters_report

            write_parameters_report(output, report, progress.warnings)
            results["REPORT"] = str(report)
        return results
