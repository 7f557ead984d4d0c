"""Processing algorithm: storage to vertical displacement."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessing, QgsProcessingContext, QgsProcessingParameterFeatureSource

from ..base import GroundswellAlgorithm
from ..earth_files import add_earth, read_earth
from ..feedback import FeedbackProgress
from ..layers import load_series
from ..parameters import (
    Reader,
    add,
    add_load_switch,
    add_unit,
    any_file,
    choice,
    netcdf_input,
    netcdf_output,
    number,
    polygons,
    switch,
)
from ..points import PointsReader, parse_coordinates
from ..translation import tr
from ..world import world_map


class ForwardModel(GroundswellAlgorithm):
    """The elastic displacement that a storage field causes."""

    IDENTIFIER = "forwardmodel"
    GROUP = "loading"
    TAGS = ("green's function", "elastic", "hydrological loading", "prem")

    def title(self) -> str:
        """Return the title."""
        return tr("Storage to vertical displacement")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Vertical displacement (mm, up positive) of an elastic Earth under the storage of all cells of the file: "
            "near cells act with their exact shape, far ones as disks, and every cell acts on every place, without a "
            "cut-off, because the far field of a large load carries a quarter to two thirds of the signal.\n\n"
            "Storage beyond the file's edge is unknown and left out: give a field that reaches at least 1000 km beyond "
            "the place of interest, or a coarser background. Lakes and reservoirs can be added as polygons with their "
            "level. A file with a pressure (Pa or hPa, such as ERA5's sp) instead of storage gives the displacement by "
            "the atmosphere, under which the sea gives way, or by the ocean; products of GFZ (ESMGFZ) or the "
            "International Mass Loading Service hold displacement already: both to subtract from observations, which "
            "they follow in reference, first date and ramp.\n\n"
            "Source: Chen et al. (2022), section II.D.2; Farrell (1972)."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, netcdf_input("INPUT", tr("Storage")), tr("From Import storage, or any step that writes storage."))
        add_earth(self, advanced=False)
        add(
            self,
            netcdf_input("BACKGROUND", tr("Storage around it"), optional=True),
            tr("Storage of a larger area on any grid, in the same time: what lies outside the first file is added."),
        )
        add(
            self,
            QgsProcessingParameterFeatureSource(
                "POINTS", tr("Points"), [QgsProcessing.SourceType.TypeVectorPoint], optional=True
            ),
            tr("Displacement at these points instead of the grid. On the command line also: 100.2,25.6; 100.4,25.9"),
        )
        add(
            self,
            polygons("LAKES", tr("Lakes")),
            tr("Water bodies that rise and fall together, on top of the storage; needs their level."),
            advanced=True,
        )
        add(
            self,
            any_file("LAKE_LEVELS", tr("Lake levels"), tr("CSV files (*.csv);;All files (*)"), optional=True),
            tr("Table of date,level_m, or with such columns under other names. The mean is taken away."),
            advanced=True,
        )
        add(
            self,
            number("CUTOFF", tr("Cut-off distance (km)"), None, 1.0, 20020.0, optional=True),
            tr("Empty: none. 300 km is what the paper uses; it loses much of the displacement of large loads."),
            advanced=True,
        )
        add(
            self,
            choice("CELLS", tr("Shape of cells"), ("exact", "equal_area_disk", "paper_disk"), "exact"),
            tr("exact: edges of near cells; equal_area_disk: all cells as disks; paper_disk: disks of 14 km."),
            advanced=True,
        )
        add(
            self,
            choice("FRAME", tr("Frame"), ("CE", "CM", "CF", "CH", "CL"), "CE"),
            tr("Origin of degree 1. GNSS: CF; satellite orbits: CM; relative observations do not depend on it."),
            advanced=True,
        )
        add(
            self,
            any_file("LAND", tr("Land"), tr("Polygons and masks (*.gpkg *.shp *.geojson *.nc);;All files (*)"), True),
            tr(
                "For pressure of the air, under which the sea gives way (inverted barometer): polygons of land, or a "
                "mask on the pressure's grid. Empty: the mask in the file (lsm), else the coast of QGIS's world map."
            ),
            advanced=True,
        )
        add(
            self,
            switch("HORIZONTAL", tr("Horizontal motion too"), False),
            tr("Adds east_displacement and north_displacement (mm); cells act as disks of their area."),
            advanced=True,
        )
        add(
            self,
            netcdf_input("OBSERVATIONS", tr("Observations to correct"), optional=True),
            tr(
                "Vertical displacement from Line of sight to vertical. The output is then these observations less the "
                "load's displacement at their cells and dates, relative as they are. The load must be one without "
                "members."
            ),
            advanced=True,
        )
        add(
            self,
            netcdf_output("OUTPUT", tr("Vertical displacement")),
            tr("NetCDF file on the storage's grid, or of the points."),
        )
        add_unit(self)
        add_load_switch(self)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        """Return whether the parameters fit: POINTS may hold coordinates instead of a layer."""
        points = parameters.get("POINTS")
        if isinstance(points, str) and parse_coordinates(points, strict=False):
            parameters = {key: value for key, value in parameters.items() if key != "POINTS"}
        return super().checkParameterValues(parameters, context)

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Compute the displacement."""
        from ...core.loading.forward import ForwardOptions, forward_model
        from ...core.loading.subtract import subtract_load

        read = Reader(self, parameters, context)
        output = read.output("OUTPUT")
        options = ForwardOptions(
            unit=read.text("UNIT"),
            earth=read_earth(read),
            cutoff_km=read.optional_number("CUTOFF"),
            cells=read.choice("CELLS"),
            frame=read.choice("FRAME"),
            background=read.optional_file("BACKGROUND"),
            lakes=read.polygon_file("LAKES", progress.feedback),
            lake_levels=read.optional_file("LAKE_LEVELS"),
            land=read.optional_file("LAND"),
            coast=world_map(),
            horizontal=read.switch("HORIZONTAL"),
            points=tuple(PointsReader(self, parameters, context).points("")),
        )
        observations = read.optional_file("OBSERVATIONS")
        if observations is None:
            forward_model(read.file("INPUT"), output, options, progress)
        else:
            subtract_load(observations, read.file("INPUT"), output, options, progress)
        if read.switch("LOAD_LAYERS") and (observations is not None or not options.points):
            load_series(context, output, ("vertical_displacement",))
        return {"OUTPUT": str(output)}
