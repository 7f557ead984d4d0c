"""Processing algorithm: what this QGIS has and lacks."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingContext, QgsProcessingOutputNumber

from ...core.environment import check_environment
from ...core.work.processes import find_pythons
from ..base import GroundswellAlgorithm
from ..feedback import FeedbackProgress
from ..parameters import Reader, add, report_output
from ..translation import tr


class CheckEnvironment(GroundswellAlgorithm):
    """Versions, and the command for whatever is missing."""

    IDENTIFIER = "checkenvironment"
    GROUP = "start"
    TAGS = ("install", "netcdf4", "scipy", "versions")

    def title(self) -> str:
        """Return the title."""
        return tr("Check environment")

    def shortHelpString(self) -> str:  # noqa: N802
        """Return the help."""
        return tr(
            "Tries the Python packages that Groundswell needs, each in a process of its own, and lists their versions; "
            "for each that is missing or broken, the command that installs it on this system."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Declare the parameters."""
        add(self, report_output(), tr("The list as a page."))
        self.addOutput(QgsProcessingOutputNumber("N_MISSING", tr("Missing packages")))

    def run_step(
        self, parameters: dict[str, Any], context: QgsProcessingContext, progress: FeedbackProgress
    ) -> dict[str, Any]:
        """Check."""
        found = check_environment(next(iter(find_pythons()), None))
        progress.report(0.1, f"QGIS {Qgis.QGIS_VERSION}, {found.platform}")
        for package in found.packages:
            progress.report(0.5, f"{package.name} {package.version or 'missing'}")
            if package.problem:
                progress.warn(
                    f"{package.name} is installed but cannot be imported: {package.problem}. Install it again with: "
                    f"{package.install}"
                )
            elif not package.version:
                progress.warn(f"{package.name} is missing ({package.needed_for}). Install it with: {package.install}")
        results: dict[str, Any] = {"N_MISSING": len(found.missing)}
        report = Reader(self, parameters, context).optional_output("REPORT")
        if report:
            from ...core.report.environment_report import write_environment_report

            write_environment_report(found.packages, f"QGIS {Qgis.QGIS_VERSION}, {found.platform}", report)
            results["REPORT"] = str(report)
        return results
