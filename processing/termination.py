"""SIGTERM, as a batch system or a shutdown sends it, cancels the step instead of cutting it off."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from qgis.core import QgsProcessingFeedback


@contextmanager
def termination_cancels(feedback: QgsProcessingFeedback) -> Iterator[None]:
    """Make SIGTERM cancel `feedback` while a step runs in the main thread, as in ``qgis_process``.

    In a task of QGIS nothing is changed: only the main thread can have handlers, and QGIS has its own way to end.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def cancel(number: int, frame: FrameType | None) -> None:
        feedback.cancel()

    before = signal.signal(signal.SIGTERM, cancel)
    try:
        yield
    finally:
        # None where the handler was not Python's: there is no way to put it back but the default.
        signal.signal(signal.SIGTERM, signal.SIG_DFL if before is None else before)
