"""How long work says how far it is, and learns that it should stop."""

from __future__ import annotations

import sys
from typing import Protocol, TextIO

from ..errors import Cancelled


class Progress(Protocol):
    """What a long step needs from its caller: QGIS's feedback, a terminal or a test."""

    def report(self, fraction: float, message: str = "") -> None:
        """Say that `fraction` (0 to 1) of the work is done; `message` only where it is new."""

    def warn(self, message: str) -> None:
        """Tell the user of something that does not stop the work."""

    def cancelled(self) -> bool:
        """Return True once the user has asked to stop."""


class SilentProgress:
    """Says nothing, never cancels; collects warnings, for tests and scripts."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def report(self, fraction: float, message: str = "") -> None:
        """Do nothing."""

    def warn(self, message: str) -> None:
        """Keep the warning."""
        self.warnings.append(message)

    def cancelled(self) -> bool:
        """Return False."""
        return False


class TerminalProgress:
    """A one-line bar on a terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream

    def report(self, fraction: float, message: str = "") -> None:
        """Redraw the bar."""
        filled = round(30 * min(max(fraction, 0.0), 1.0))
        self._stream.write(f"\r[{'#' * filled:<30}] {fraction:4.0%} {message:<40.40}")
        if fraction >= 1:
            self._stream.write("\n")
        self._stream.flush()

    def warn(self, message: str) -> None:
        """Write the warning on a line of its own."""
        self._stream.write(f"\nWarning: {message}\n")

    def cancelled(self) -> bool:
        """Return False: a terminal's user presses Ctrl-C."""
        return False


class Recorded:
    """Hands everything on, each warning once, and keeps the warnings for the result of a step.

    Parameters
    ----------
    progress : Progress
        Of the caller.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.warnings: list[str] = []

    def report(self, fraction: float, message: str = "") -> None:
        """Report to the caller."""
        self._progress.report(fraction, message)

    def warn(self, message: str) -> None:
        """Keep the warning, and hand it on where it is new."""
        if message not in self.warnings:
            self.warnings.append(message)
            self._progress.warn(message)

    def cancelled(self) -> bool:
        """Ask the caller."""
        return self._progress.cancelled()


class PartOf:
    """The part of a longer step between two fractions of it.

    Parameters
    ----------
    progress : Progress
        Of the whole step.
    start, stop : float
        Where this part begins and ends, 0 to 1.
    """

    def __init__(self, progress: Progress, start: float, stop: float) -> None:
        self._progress, self._start, self._span = progress, start, stop - start

    def report(self, fraction: float, message: str = "") -> None:
        """Report to the whole."""
        self._progress.report(self._start + self._span * fraction, message)

    def warn(self, message: str) -> None:
        """Warn through the whole."""
        self._progress.warn(message)

    def cancelled(self) -> bool:
        """Ask the whole."""
        return self._progress.cancelled()


def stop_if_cancelled(progress: Progress) -> None:
    """Raise :class:`~.errors.Cancelled` once the user has asked to stop."""
    if progress.cancelled():
        raise Cancelled
