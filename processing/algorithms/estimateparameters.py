"""Processing algorithm: parameters of the land model from elevation, soil and depth."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, any_file, choice, netcdf_output, number
from ..translation import tr

OLD_DECAY = 2.17


class EstimateParameters(GroundswellAlgorithm):
    """Topographic index, soil and depth to the Catchment model's parameters."""

    IDENTIFIER = "estimateparameters"
    GROUP = "storage"
    TAGS = ("catchment", "topographic index", "soil", "parameters", "dem")

    def displayName(self) -> str:  # noqa: N802
        """Return the title."""
        return tr("Estimate land model parameters")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Makes the parameters that Run the land model needs: the distribution of the topographic index of an "
            "elevation model in each cell of the EASE-Grid 2.0, with soil texture and depth to bedrock, gives the "
            "saturated area, the root zone's wetness, baseflow and the exchange with the water table as functions of "
            "the catchment deficit.\n\n"
            "Leaf area and greenness follow the vegetation class and a plain season; replace them in the file where "
            "you have better.\n\n"
            "Sources: Ducharne et al. (2000); Beven and Kirkby (1979); Clapp and Hornberger (1978)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        rasters = tr("Rasters (*.tif *.tiff *.vrt *.img *.asc);;All files (*)")
        add(self, any_file("DEM", tr("Elevation model"), rasters), tr("Metres; pixels of 30 to 1000 m."))
        add(
            self,
            any_file("SOIL", tr("Soil texture"), rasters, optional=True),
            tr(
                "Classes: 1 sand, 2 loamy sand, 3 sandy loam, 4 silt loam, 5 silt, 6 loam, 7 sandy clay loam, "
                "8 silty clay loam, 9 clay loam, 10 sandy clay, 11 silty clay, 12 clay. Loam where empty."
            ),
        )
        add(
            self,
            any_file("VEGETATION", tr("Vegetation"), rasters, optional=True),
            tr(
                "Mosaic classes 1 to 8: evergreen, deciduous, needleleaf, grass, shrub, tundra, bare, desert. "
                "Grass where empty."
            ),
        )
        add(
            self,
            any_file("DEPTH", tr("Depth to bedrock"), rasters, optional=True),
            tr("Millimetres. Empty: the same depth everywhere."),
        )
        add(self, number("DEPTH_MM", tr("Depth without a raster (mm)"), 2500.0, 100.0, 20_000.0), tr("To bedrock."))
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
        self.addOutput(QgsProcessingOutputNumber("N_TILES", tr("Columns")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Estimate the parameters."""
        from ...core.land.estimation.rasters import RasterOptions, estimate_from_rasters

        read = Reader(self, parameters, context)
        output = read.output("OUTPUT")
        options = RasterOptions(
            grid=read.choice("GRID"),
            soil=read.optional_file("SOIL"),
            vegetation=read.optional_file("VEGETATION"),
            depth=read.optional_file("DEPTH"),
            depth_mm=read.number("DEPTH_MM"),
            decay=read.number("DECAY"),
        )
        count = estimate_from_rasters(read.file("DEM"), output, options, progress)
        return {"OUTPUT": str(output), "N_TILES": count}
