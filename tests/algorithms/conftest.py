"""One QGIS session with Groundswell's provider for all tests of the algorithms."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject


class Feedback(QgsProcessingFeedback):
    """Keeps what was said; cancels when a message holds `cancel_at`."""

    def __init__(self, cancel_at: str = "") -> None:
        super().__init__(False)
        self.said: list[str] = []
        self.progress: list[float] = []
        self._cancel_at = cancel_at
        self.progressChanged.connect(self.progress.append)

    def _note(self, text: str) -> None:
        self.said.append(text)
        if self._cancel_at and self._cancel_at in text:
            self.cancel()

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self._note(warning)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self._note(info)

    def setProgressText(self, text: str) -> None:  # noqa: N802
        self._note(text)

    def reportError(self, error: str, fatal: bool = False) -> None:  # noqa: N802
        self._note(error)


@pytest.fixture(scope="session")
def provider(qgis_app):
    """Groundswell's provider, registered."""
    from groundswell.processing.provider import GroundswellProvider

    added = GroundswellProvider()
    assert QgsApplication.processingRegistry().addProvider(added)
    added.refreshAlgorithms()
    yield added
    QgsApplication.processingRegistry().removeProvider(added)


@pytest.fixture(scope="session")
def run(provider):
    """Run an algorithm by its id; return outputs, feedback and context."""

    def run_algorithm(name, parameters, cancel_at="", load=False):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"groundswell:{name}")
        context, feedback = QgsProcessingContext(), Feedback(cancel_at)
        if load:
            context.setProject(QgsProject.instance())
        fits, problem = algorithm.checkParameterValues(parameters, context)
        assert fits, problem
        outputs, _ = algorithm.run(parameters, context, feedback, {}, False)
        return outputs, feedback, context

    return run_algorithm
