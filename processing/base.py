"""What all Groundswell algorithms share: identity, help, error handling."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import GroundswellError, MissingPackageError
from .addresses import help_page
from .destinations import check_destinations
from .feedback import FeedbackProgress
from .groups import group_title, step_number
from .input_files import with_files
from .root import ROOT
from .termination import termination_cancels
from .translation import tr

LOG_TAG = "Groundswell"
_PACKAGES = {"netCDF4", "scipy", "matplotlib", "pyproj", "numpy", "osgeo"}


class GroundswellAlgorithm(QgsProcessingAlgorithm):
    """Base of all algorithms: subclasses name themselves, declare parameters and hand over to the core.

    A subclass sets `IDENTIFIER`, `GROUP` and `TAGS`, and implements `title`, `shortHelpString`,
    `initAlgorithm` and `run`.
    """

    IDENTIFIER = ""
    GROUP = ""
    TAGS: tuple[str, ...] = ()

    def name(self) -> str:
        """Return the fixed identifier."""
        return self.IDENTIFIER

    def title(self) -> str:
        """Return what the step does, in words."""
        raise NotImplementedError(self.IDENTIFIER)

    def displayName(self) -> str:  # noqa: N802
        """Return the title with its number in the chain."""
        return f"{step_number(self.GROUP, self.IDENTIFIER)} {self.title()}"

    def helpUrl(self) -> str:  # noqa: N802
        """Return the address of the step's help."""
        return help_page("algorithms", self.IDENTIFIER)

    def groupId(self) -> str:  # noqa: N802
        """Return the fixed identifier of the group."""
        return self.GROUP

    def group(self) -> str:
        """Return the translated title of the group."""
        return group_title(self.GROUP)

    def tags(self) -> list[str]:
        """Return the words that the toolbox search finds this by."""
        return ["groundswell", "insar", "water storage", *self.TAGS]

    def icon(self) -> QIcon:
        """Return the icon of the group."""
        return QIcon(str(ROOT / "ui" / "icons" / f"{self.GROUP}.svg"))

    def createInstance(self) -> GroundswellAlgorithm:  # noqa: N802
        """Return a new instance, as QGIS asks before every run."""
        return type(self)()

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:  # noqa: N802
        """Return whether the parameters fit; a layer may stand where a file is wanted."""
        return super().checkParameterValues(with_files(self, parameters, context.project()), context)

    def prepareAlgorithm(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Find the files of layers, in the main thread: the project is not to be read in another."""
        self._named = with_files(self, parameters, context.project())
        return True

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Do the work; `progress` goes to the core. Return the outputs."""
        raise NotImplementedError(self.IDENTIFIER)

    def processAlgorithm(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Run the step; turn errors that a user can mend into QGIS's own, and all others into a sentence.

        The traceback of an error that nobody foresaw goes to QGIS's message log, where a report can quote it.
        """
        parameters = getattr(self, "_named", parameters)
        try:
            check_destinations(self, parameters, context)
            with termination_cancels(feedback):
                return self.run_step(parameters, context, FeedbackProgress(feedback))
        except GroundswellError as error:  # a cancel, too: a script must not go on as if all were well
            raise QgsProcessingException(str(error)) from error
        except ModuleNotFoundError as error:
            package = (error.name or "").partition(".")[0]
            if package not in _PACKAGES:
                raise
            raise QgsProcessingException(str(MissingPackageError(package))) from error
        except Exception as error:
            QgsMessageLog.logMessage(traceback.format_exc(), LOG_TAG, Qgis.MessageLevel.Critical)
            raise QgsProcessingException(self._unforeseen(parameters, error)) from None

    def _unforeseen(self, parameters: dict[str, Any], error: Exception) -> str:
        """Return what to say of an error that no check foresaw: the step, its files, and what to do."""
        files = [f"{name} {value}" for name, value in parameters.items() if _is_file(value)]
        given = f" with {', '.join(files)}" if files else ""
        if isinstance(error, MemoryError):
            return tr(
                "{step}{given} needs more memory than there is. Give a smaller area or period, or fewer members."
            ).format(step=self.title(), given=given)
        return tr(
            "{step}{given} could not be finished: one of the files holds something that was not foreseen. "
            "The details are in View > Panels > Log Messages, tab {tag}: please report them."
        ).format(step=self.title(), given=given, tag=LOG_TAG)


def _is_file(value: Any) -> bool:
    try:
        return isinstance(value, str) and Path(value).exists()
    except (OSError, ValueError):  # longer than a name can be, or with a zero byte
        return False
