"""The models that come with the plugin, under titles in words and in the user's language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from .addresses import help_page
from .groups import group_title, step_number
from .parameters import dress
from .root import ROOT
from .translation import tr

GROUP = "chains"
MODELS = ROOT / "processing" / "models"


def chain_title(name: str) -> str:
    """Return what a model does, in words."""
    return {
        "displacement": tr("Interferograms to vertical displacement"),
        "los_to_tws": tr("Interferograms and modelled storage to water storage"),
        "weather_to_tws": tr("Displacement and weather to water storage"),
    }.get(name, name)


class Chain(QgsProcessingModelAlgorithm):
    """A model of a file: its identifier is the model's name, its title is in words.

    Parameters
    ----------
    path : Path
        Of the ``.model3``.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.readable = bool(self.fromFile(str(path)))
        for parameter in self.parameterDefinitions():
            dress(parameter)

    def createInstance(self) -> Chain:  # noqa: N802
        """Return a new instance, as QGIS asks before every run."""
        return Chain(self._path)

    def displayName(self) -> str:  # noqa: N802
        """Return the title with its number."""
        return f"{step_number(GROUP, self.name())} {chain_title(self.name())}"

    def group(self) -> str:
        """Return the translated title of the group."""
        return group_title(GROUP)

    def groupId(self) -> str:  # noqa: N802
        """Return the fixed identifier of the group."""
        return GROUP

    def helpUrl(self) -> str:  # noqa: N802
        """Return the address of the model's help."""
        return help_page("algorithms", self.name())

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return QIcon(str(ROOT / "ui" / "icons" / "groundswell.svg"))


def chains() -> list[Any]:
    """Return all models that can be read."""
    return [chain for chain in map(Chain, sorted(MODELS.glob("*.model3"))) if chain.readable]
