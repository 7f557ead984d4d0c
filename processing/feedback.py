"""QGIS's feedback as the core's progress."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback


class FeedbackProgress:
    """Hands a step's progress, messages and warnings to the Processing log, and cancelling back.

    Parameters
    ----------
    feedback : QgsProcessingFeedback
        Of the running algorithm.
    start, stop : float
        Part of the bar that the step fills, 0 to 1.
    """

    def __init__(self, feedback: QgsProcessingFeedback, start: float = 0.0, stop: float = 1.0) -> None:
        self.feedback, self._start, self._span = feedback, start, stop - start
        self._message = ""
        self.warnings: list[str] = []

    def report(self, fraction: float, message: str = "") -> None:
        """Move the bar; say `message` once."""
        self.feedback.setProgress(100 * (self._start + self._span * fraction))
        if message and message != self._message:
            self._message = message
            self.feedback.setProgressText(message)

    def warn(self, message: str) -> None:
        """Write a warning to the log and keep it for the report."""
        self.warnings.append(message)
        self.feedback.pushWarning(message)

    def cancelled(self) -> bool:
        """Return True once the user pressed Cancel."""
        return self.feedback.isCanceled()
