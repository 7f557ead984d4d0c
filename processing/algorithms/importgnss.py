"""Processing algorithm: GNSS position series to stations."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..fields import real_field, text_field
from ..parameters import (
    Reader,
    add,
    add_extent,
    add_period,
    add_table_reading,
    csv_output,
    integer,
    netcdf_input,
    netcdf_output,
    number,
    several_files,
    switch,
    text,
)
from ..point_layers import style_destination
from ..translation import tr

_TEXTS = ("station", "first", "last")
_NUMBERS = ("n_days", "velocity", "annual_mm", "n_outliers", "n_steps", "velo_std", "n_proposed", "n_quakes")


class ImportGnss(GroundswellAlgorithm):
    """Vertical positions of GNSS stations, without outliers and jumps of the antenna."""

    IDENTIFIER = "importgnss"
    GROUP = "displacement"
    TAGS = ("gps", "tenv3", "nevada geodetic laboratory", "reference frame", "vertical")

    def title(self) -> str:
        """Return the title."""
        return tr("Import GNSS series")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Reads vertical positions of GNSS stations: series of the Nevada Geodetic Laboratory (tenv3, tenv, txyz2, "
            "with its list of steps steps.txt in the same folder), PBO and EarthScope (pos, csv), JPL (series), SIO "
            "(neu), TMS, earth-fixed coordinates, or tables station,lon,lat,date,up_mm. Positions of one UTC day are "
            "averaged.\n\n"
            "Outliers are left out, and jumps of the antenna that are listed and significant are taken away. Jumps, "
            "trend, seasons and the motion after earthquakes are fitted together, in noise that wanders as the station "
            "itself does: a fast season or a gap is no jump. Jumps that no list names are only named. Motion of the "
            "ground, slow or by an earthquake, stays. The trend is MIDAS's.\n\n"
            "Interferograms know no absolute motion. A station in their reference area restores it: give the result, "
            "or the table of one station, as Reference series to Line of sight to vertical.\n\n"
            "Sources: Blewitt et al. (2018), doi 10.1029/2018EO104623, for the series; Blewitt et al. (2016), doi "
            "10.1002/2015JB012552, for the trend; Harvey and Koopman (1992), doi 10.1080/07350015.1992.10509913, for "
            "the search for jumps."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            several_files("INPUT", tr("Series")),
            tr(
                "Files, or the path of a folder: series of any known kind, tables with date and up_mm, steps.txt. Or "
                "the address of such a file or folder on a web server, which is fetched beside the result."
            ),
        )
        add_table_reading(self, tr("tables"))
        add_extent(self)
        add_period(self)
        add(
            self,
            integer("MEAN_DAYS", tr("Length of means (days)"), 1, 1, 366),
            tr("1: daily positions. 12: means over the revisit time of Sentinel-1, which are less noisy."),
        )
        add(
            self,
            netcdf_input("EPOCHS", tr("Dates of"), optional=True),
            tr("A displacement file: means are centred on its dates. Empty: one mean after the other."),
        )
        add(
            self,
            number("LEAST_STEP", tr("Smallest unlisted jump (mm)"), 15.0, 0.0, 1e6),
            tr("Sudden jumps that no list names are looked for from this size on. 0: none is looked for."),
            advanced=True,
        )
        add(
            self,
            switch("UNLISTED", tr("Take away unlisted jumps too"), False),
            tr("Else they are only named: look at the series first, since water can move the ground suddenly too."),
            advanced=True,
        )
        add(
            self,
            switch("EARTHQUAKES", tr("Take away earthquakes too"), False),
            tr(
                "Jumps of listed earthquakes, and the motion after them, are motion of the ground that interferograms "
                "see as well: leave them in to tie a frame."
            ),
            advanced=True,
        )
        add(
            self,
            text("STATION", tr("Station of the table")),
            tr("Name of the station that the table is made of. May be empty where there is only one."),
        )
        add(self, netcdf_output("OUTPUT", tr("Stations")), tr("NetCDF file of all stations for the next step."))
        add(
            self,
            csv_output("SERIES", tr("Table of one station"), optional=True),
            tr("Columns date,up_mm, as Line of sight to vertical takes them as reference series."),
        )
        add(
            self,
            QgsProcessingParameterFeatureSink("LAYER", tr("Stations on the map"), optional=True),
            tr("Points with the length of the series, its trend and standard error (mm/yr), annual amplitude (mm)."),
        )
        self.addOutput(QgsProcessingOutputNumber("N_STATIONS", tr("Stations")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Import the series."""
        from ...core.gnss.cleaning import CleaningOptions
        from ...core.gnss.formats.columns import TableReading
        from ...core.gnss.formats.recognise import SUFFIXES
        from ...core.gnss.importing import GnssOptions, import_gnss, write_reference_series
        from ...core.remote.address import download_folder, fetch_files
        from ..network import server_options

        read = Reader(self, parameters, context)
        output, table = read.output("OUTPUT"), read.optional_output("SERIES")
        options = GnssOptions(
            extent=read.extent(),
            start=read.date("START"),
            end=read.date("END"),
            mean_days=read.integer("MEAN_DAYS"),
            epochs=read.optional_file("EPOCHS"),
            cleaning=CleaningOptions(
                correct_earthquakes=read.switch("EARTHQUAKES"),
                correct_unlisted_steps=read.switch("UNLISTED"),
                least_step_mm=read.number("LEAST_STEP"),
            ),
            reading=TableReading(read.choice("UNIT"), read.text("COLUMNS")),
        )
        paths = read.files("INPUT")
        for address in read.addresses("INPUT"):
            folder = download_folder(output)
            fetch_files(address, folder, (*SUFFIXES,), progress, server_options())
            paths = [*paths, *([] if folder in paths else [folder])]
        made = import_gnss(paths, output, options, progress)
        results: dict[str, Any] = {"OUTPUT": str(output), "N_STATIONS": len(made.stations)}
        if table is not None:
            write_reference_series(made, read.text("STATION"), table)
            results["SERIES"] = str(table)
        if parameters.get("LAYER") is not None:
            results["LAYER"] = self._write_layer(made.stations, parameters, context)
        return results

    def _write_layer(self, stations: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Write the stations that have a place as points, and return the layer's name."""
        fields = QgsFields()
        for name in _TEXTS:
            fields.append(text_field(name))
        for name in _NUMBERS:
            fields.append(real_field(name))
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        sink, layer = self.parameterAsSink(parameters, "LAYER", context, fields, QgsWkbTypes.Type.Point, wgs84)
        for one in stations:
            if one.lon != one.lon or one.lat != one.lat:
                continue
            feature = QgsFeature(fields)
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(one.lon, one.lat)))
            numbers = (
                *(one.n_days, one.velocity_mm_yr, one.annual_amplitude_mm, one.n_outliers, one.n_steps),
                *(one.velocity_std_mm_yr, one.n_proposed, one.n_earthquakes),
            )
            known = [float(value) if value == value else None for value in numbers]
            feature.setAttributes([one.name, str(one.first), str(one.last), *known])
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        style_destination(context, str(layer), [one.velocity_mm_yr for one in stations], "velocity", "mm/yr")
        return str(layer)
