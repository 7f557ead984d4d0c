"""The provider of all Groundswell algorithms and models."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.assimilate import Assimilate
from .algorithms.checkenvironment import CheckEnvironment
from .algorithms.checkinterferograms import CheckInterferograms
from .algorithms.checkweather import CheckWeather
from .algorithms.comparegrace import CompareGrace
from .algorithms.createexample import CreateExample
from .algorithms.decomposelos import DecomposeLos
from .algorithms.estimateparameters import EstimateParameters
from .algorithms.extractseries import ExtractSeries
from .algorithms.fetchframe import FetchFrame
from .algorithms.fetchgnss import FetchGnss
from .algorithms.forwardmodel import ForwardModel
from .algorithms.import_displacement import ImportDisplacement
from .algorithms.importgnss import ImportGnss
from .algorithms.importgrace import ImportGrace
from .algorithms.importinterferograms import ImportInterferograms
from .algorithms.importstorage import ImportStorage
from .algorithms.invertdisplacement import InvertDisplacement
from .algorithms.invertinterferograms import InvertInterferograms
from .algorithms.loadresponse import LoadResponse
from .algorithms.lostovertical import LosToVertical
from .algorithms.maskdownsample import MaskDownsample
from .algorithms.runcatchment import RunCatchment
from .algorithms.studyreport import StudyReport
from .algorithms.tuneobservationerror import TuneObservationError
from .chains import chains
from .root import ROOT

ALGORITHMS = (
    CreateExample,
    CheckEnvironment,
    FetchFrame,
    ImportInterferograms,
    CheckInterferograms,
    InvertInterferograms,
    ImportDisplacement,
    DecomposeLos,
    MaskDownsample,
    FetchGnss,
    ImportGnss,
    LosToVertical,
    EstimateParameters,
    CheckWeather,
    RunCatchment,
    ImportStorage,
    LoadResponse,
    ForwardModel,
    Assimilate,
    TuneObservationError,
    InvertDisplacement,
    ImportGrace,
    CompareGrace,
    ExtractSeries,
    StudyReport,
)


class GroundswellProvider(QgsProcessingProvider):
    """Groundswell in the Processing toolbox."""

    def id(self) -> str:
        """Return the fixed identifier."""
        return "groundswell"

    def name(self) -> str:
        """Return the name, which is not translated."""
        return "Groundswell"

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return QIcon(str(ROOT / "ui" / "icons" / "groundswell.svg"))

    def supportsNonFileBasedOutput(self) -> bool:  # noqa: N802
        """Return False: series and maps are files."""
        return False

    def loadAlgorithms(self) -> None:  # noqa: N802
        """Register the algorithms, then the models that are made of them."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for model in chains():
            self.addAlgorithm(model)
