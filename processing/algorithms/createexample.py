"""Processing algorithm: make the synthetic study area."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingOutputString,
    QgsProcessingParameterFolderDestination,
)

from ...core.example.presets import DEFAULT_SEED, PRESETS
from ...core.example.worlds import DEFAULT_WORLD, WORLDS
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, choice, integer
from ..translation import tr


class CreateExample(GroundswellAlgorithm):
    """A study area with known truth, in the formats that users have."""

    IDENTIFIER = "createexample"
    GROUP = "start"
    TAGS = ("synthetic", "demo", "test data", "tutorial")

    def title(self) -> str:
        """Return the title."""
        return tr("Create example study area")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Writes a synthetic study area around Dali (Yunnan) whose true water storage is known: interferograms in "
            "LiCSAR layout with GACOS delays, a GNSS series at the reference area, land-model storage that is wrong as "
            "models are, and GRACE in the CSR mascon layout with its real gaps. Use it to learn the chain, or to see "
            "what a method can reach before you trust it with real data. Weather and soils for "
            "running the land model lie beside them.\n\n"
            "Everything in it is synthetic, and layers and reports made from it say so. The truth is written beside "
            "the data; README.txt explains every file."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(
            self,
            choice("PRESET", tr("Size"), tuple(PRESETS), "small"),
            tr(
                "small: under 60 MB, for learning and demonstrations. paper: 155 dates and 448 interferograms, as in "
                "Chen et al. (2022). catchment: truth and land model are runs of the Catchment model with different "
                "soils and rain, 2018 to 2021; takes some minutes."
            ),
        )
        add(
            self,
            choice("WORLD", tr("What the land model gets wrong"), tuple(WORLDS), DEFAULT_WORLD),
            tr(
                "large: its season is half as large again and early; right: only spells of its own; small: too small "
                "and late; varied: as large, otherwise from place to place; years: wrong years; trend: a trend that it "
                "lacks; rain: rain of half a year off by a quarter; stations: yearly errors of stations; ramp: a frame "
                "with planes; catchment: truth and model are runs of the Catchment model (with PRESET catchment)."
            ),
            advanced=True,
        )
        add(
            self,
            integer("SEED", tr("Seed"), DEFAULT_SEED, 0, 2**31 - 1),
            tr("The same seed gives the same study area, bit for bit."),
        )
        add(
            self,
            QgsProcessingParameterFolderDestination("OUTPUT", tr("Study area")),
            tr("A new or empty folder."),
        )
        self.addOutput(QgsProcessingOutputFolder("FRAME", tr("Interferogram frame folder")))
        self.addOutput(QgsProcessingOutputFolder("GACOS", tr("GACOS folder")))
        self.addOutput(QgsProcessingOutputFile("REFERENCE_SERIES", tr("Vertical series of the reference area")))
        self.addOutput(QgsProcessingOutputFile("STATIONS", tr("Heights of GNSS stations")))
        self.addOutput(QgsProcessingOutputFile("STORAGE", tr("Land-model storage")))
        self.addOutput(QgsProcessingOutputFile("GRACE", tr("GRACE mascons")))
        self.addOutput(QgsProcessingOutputFile("FORCING", tr("Weather for the land model")))
        self.addOutput(QgsProcessingOutputFile("PARAMETERS", tr("Parameters for the land model")))
        self.addOutput(QgsProcessingOutputFile("REGION", tr("Study region")))
        self.addOutput(QgsProcessingOutputFile("TRUTH", tr("True storage")))
        self.addOutput(QgsProcessingOutputString("REFERENCE", tr("Place of the reference area (lon,lat)")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Create the study area."""
        from ...core.example.create import create_example

        read = Reader(self, parameters, context)
        made = create_example(
            read.folder_output("OUTPUT"),
            read.choice("PRESET"),
            read.integer("SEED"),
            progress,
            world_name=read.choice("WORLD"),
        )
        return {
            "OUTPUT": str(made.folder),
            "FRAME": str(made.frame),
            "GACOS": str(made.gacos),
            "REFERENCE_SERIES": str(made.reference_series),
            "STATIONS": str(made.stations),
            "STORAGE": str(made.land_model),
            "GRACE": str(made.grace),
            "FORCING": str(made.forcing),
            "PARAMETERS": str(made.columns),
            "REGION": str(made.region),
            "TRUTH": str(made.truth),
            "REFERENCE": f"{made.reference_lon},{made.reference_lat}",
        }
