"""Processing algorithm: GNSS series from the Nevada Geodetic Laboratory's server."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber, QgsProcessingParameterFolderDestination

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, add_extent, add_period, choice, switch, text
from ..translation import tr


class FetchGnss(GroundswellAlgorithm):
    """Series and steps of the stations in a region, as a folder that the import reads."""

    IDENTIFIER = "fetchgnss"
    GROUP = "displacement"
    TAGS = ("gps", "tenv3", "nevada geodetic laboratory", "download")

    def title(self) -> str:
        """Return the title."""
        return tr("Fetch GNSS series")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Fetches daily positions (tenv3) of the stations in a region, or of named ones, from the Nevada Geodetic "
            "Laboratory, with its list of steps. What is here with the same size is not fetched again, and a run that "
            "was broken off goes on where it ended. No login is needed. Give the folder to Import GNSS series.\n\n"
            "Source: Blewitt et al. (2018), doi 10.1029/2018EO104623; cite it where you use the series."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        from ...core.gnss.fetching import FRAMES, SERVER

        add_extent(self)
        add(self, text("STATIONS", tr("Stations")), tr("Names, beside or instead of the extent: KMIN, LHAS."))
        add_period(self)
        add(
            self,
            choice("REFERENCE_FRAME", tr("Reference frame"), FRAMES, FRAMES[0]),
            tr("IGS20 is kept up to date; IGS14 is older."),
        )
        add(
            self,
            switch("ONLY_SIZE", tr("Only say how much there is"), False),
            tr("Nothing is fetched."),
        )
        add(self, text("SERVER", tr("Server"), SERVER), tr("Another address for a mirror."), advanced=True)
        add(
            self,
            QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder")),
            tr("The series, steps.txt and stations.csv go there."),
        )
        self.addOutput(QgsProcessingOutputNumber("N_STATIONS", tr("Stations")))
        self.addOutput(QgsProcessingOutputNumber("N_FETCHED", tr("Files fetched")))
        self.addOutput(QgsProcessingOutputNumber("MEGABYTES", tr("Size of all files (MB)")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Fetch the series."""
        from ...core.gnss.fetching import GnssRequest, fetch_gnss
        from ..network import server_options

        read = Reader(self, parameters, context)
        folder = read.folder_output("OUTPUT")
        request = GnssRequest(
            extent=read.extent(),
            stations=read.words("STATIONS"),
            start=read.date("START"),
            end=read.date("END"),
            reference_frame=read.choice("REFERENCE_FRAME"),
            server=read.text("SERVER"),
            options=server_options(),
            only_size=read.switch("ONLY_SIZE"),
        )
        made = fetch_gnss(request, folder, progress)
        return {
            "OUTPUT": str(folder),
            "N_STATIONS": len(made.stations),
            "N_FETCHED": made.files.n_fetched,
            "MEGABYTES": made.n_bytes / 1e6,
        }
