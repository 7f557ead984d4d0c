"""Processing algorithm: a LiCSAR frame from the portal's server."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingOutputNumber, QgsProcessingParameterFolderDestination

from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, add_extent, add_period, choice, switch, text
from ..translation import tr

_ALL = "all"


class FetchFrame(GroundswellAlgorithm):
    """Interferograms, metadata and delays of one frame, in the layout that the import reads."""

    IDENTIFIER = "fetchframe"
    GROUP = "interferograms"
    TAGS = ("licsar", "comet", "download", "sentinel-1", "gacos")

    def title(self) -> str:
        """Return the title."""
        return tr("Fetch a LiCSAR frame")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Fetches a frame of the COMET LiCSAR portal: unwrapped interferograms and coherence of a period, metadata "
            "and geometry, and GACOS delays where the portal has them. The size is said first; what is here already "
            "is not fetched again, and a run that was broken off goes on where it ended. Sizes are verified.\n\n"
            "Give the frame's name, or a region: where several frames cover it, the message names them. The portal "
            "needs no login. Give the result to Import interferograms.\n\n"
            "Source: Lazecky et al. (2020), doi 10.3390/rs12152430. Cite the portal as it asks you to."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        from ...core.insar.fetching import SERVER

        add(self, text("FRAME", tr("Frame")), tr("Such as 106D_05248_131313. Empty: the frame that covers the extent."))
        add_extent(self)
        add_period(self)
        add(
            self,
            choice("WHAT", tr("What to fetch"), (_ALL, "interferograms", "corrections"), _ALL),
            tr("Interferograms, delays of GACOS (corrections), or all. Metadata come with either."),
        )
        add(
            self,
            switch("ONLY_SIZE", tr("Only say how much there is"), False),
            tr("Nothing is fetched."),
        )
        add(
            self,
            text("SERVER", tr("Server"), SERVER),
            tr("Address of the folder that holds the folders of tracks; another one for a mirror."),
            advanced=True,
        )
        add(
            self,
            QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder")),
            tr("The frame's folder is made in it."),
        )
        self.addOutput(QgsProcessingOutputNumber("N_PAIRS", tr("Pairs")))
        self.addOutput(QgsProcessingOutputNumber("N_FETCHED", tr("Files fetched")))
        self.addOutput(QgsProcessingOutputNumber("MEGABYTES", tr("Size of all files (MB)")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Fetch the frame."""
        from ...core.insar.fetching import WHAT, FrameRequest, fetch_frame
        from ..network import server_options

        read = Reader(self, parameters, context)
        what = read.choice("WHAT")
        request = FrameRequest(
            frame=read.text("FRAME"),
            extent=read.extent(),
            start=read.date("START"),
            end=read.date("END"),
            what=WHAT if what == _ALL else (what,),
            server=read.text("SERVER"),
            options=server_options(),
            only_size=read.switch("ONLY_SIZE"),
        )
        made = fetch_frame(request, read.folder_output("OUTPUT"), progress)
        return {
            "OUTPUT": str(made.folder),
            "N_PAIRS": made.n_pairs,
            "N_FETCHED": made.files.n_fetched,
            "MEGABYTES": made.n_bytes / 1e6,
        }
