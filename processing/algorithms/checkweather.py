"""Processing algorithm: weather of the land model compared with what is plausible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..land_parameters import (
    add_grid_of_columns,
    add_precipitation,
    add_weather_choices,
    add_weather_inputs,
    read_weather_choices,
)
from ..parameters import Reader, add, csv_output, report_output
from ..translation import tr

if TYPE_CHECKING:
    from ...core.land.tiles import Tiles
    from ...core.land.weather_places import Places


class CheckWeather(GroundswellAlgorithm):
    """Amounts, ratios and the sun's clock of weather, before the land model runs with it."""

    IDENTIFIER = "checkweather"
    GROUP = "storage"
    TAGS = ("catchment", "weather", "forcing", "era5", "merra-2", "gldas", "units")

    def title(self) -> str:
        """Return the title."""
        return tr("Check weather")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Reads weather as Run the land model does and holds it against what is plausible at the columns: yearly "
            "precipitation and its part of snow, long wave against the air's temperature, short wave against the sun, "
            "humidity, wind, and how many minutes the short wave is behind the sun, which shows a wrong clock. What "
            "no weather has is named with its likely cause; Run the land model stops there."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add_weather_inputs(self, columns_needed=False)
        add_precipitation(self)
        add_grid_of_columns(self)
        add_weather_choices(self)
        add(self, report_output(), tr("Figures against plausible ranges, the course of the day, the days."))
        add(self, csv_output("TABLE", tr("Table of the figures"), optional=True), tr("One row a figure."))
        for name, label in (
            ("N_IMPOSSIBLE", tr("Impossible figures")),
            ("LAG", tr("Minutes behind the sun")),
            ("PRECIPITATION_MM", tr("Precipitation (mm/yr)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, label))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Check the weather."""
        from ...core.land.parameter_files import read_parameters
        from ...core.land.weather_check import check_weather, refuse_impossible
        from ...core.land.weather_opening import open_weather, places_with_weather
        from ...core.report.weather_report import write_weather_report, write_weather_table

        read = Reader(self, parameters, context)
        report, table = read.optional_output("REPORT"), read.optional_output("TABLE")
        forcing, parameters = read.file("FORCING"), read.optional_file("PARAMETERS")
        precipitation, options = read.optional_file("PRECIPITATION"), read_weather_choices(read)
        tiles: Tiles | Places
        if parameters is not None:
            tiles = read_parameters(parameters, read.choice("GRID"))
        else:
            tiles = places_with_weather(forcing, read.choice("GRID"), options)
        with open_weather(forcing, tiles, precipitation, options) as source:
            found = check_weather(source, *tiles.lon_lat, progress, every_day=True)
        for note in (*found.notes, *found.jumps):
            progress.warn(note)
        refuse_impossible(found, progress, stop=False)
        values = {figure.name: figure.value for figure in found.figures}
        results: dict[str, Any] = {
            "N_IMPOSSIBLE": len(found.impossible),
            "LAG": values["lag"],
            "PRECIPITATION_MM": values["precipitation"],
        }
        if report:
            write_weather_report(found, report, progress.warnings)
            results["REPORT"] = str(report)
        if table:
            write_weather_table(found, table)
            results["TABLE"] = str(table)
        return results
