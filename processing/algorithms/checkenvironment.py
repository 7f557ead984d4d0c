"""Processing algorithm: what this QGIS has and lacks."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingContext, QgsProcessingOutputNumber

from ...core.environment import check_environment
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, report_output
from ..translation import tr


class CheckEnvironment(GroundswellAlgorithm):
    """Versions, and the command for whatever is missing."""

    IDENTIFIER = "checkenvironment"
    GROUP = "start"
    TAGS = ("install", "netcdf4", "scipy", "versions")

    def displayName(self) -> str:  # noqa: N802
        """Return the title."""
        return tr("Check environment")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Lists the Python packages that Groundswell needs, with their versions, and for each that is missing the "
            "command that installs it on this system."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, report_output(), tr("The list as a page."))
        self.addOutput(QgsProcessingOutputNumber("N_MISSING", tr("Missing packages")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Check."""
        found = check_environment()
        progress.report(0.1, f"QGIS {Qgis.QGIS_VERSION}, {found.platform}")
        for package in found.packages:
            progress.report(0.5, f"{package.name} {package.version or 'missing'}")
            if not package.version:
                progress.warn(f"{package.name} is missing ({package.needed_for}). Install it with: {package.install}")
        results: dict[str, Any] = {"N_MISSING": sum(not package.version for package in found.packages)}
        report = Reader(self, parameters, context).optional_output("REPORT")
        if report:
            from ...core.report.environment_report import write_environment_report

            rows = [(p.name, p.version or "", p.needed_for, p.install) for p in found.packages]
            write_environment_report(rows, f"QGIS {Qgis.QGIS_VERSION}, {found.platform}", report)
            results["REPORT"] = str(report)
        return results
