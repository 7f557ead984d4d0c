"""What a user sees of an error that nobody foresaw, and SIGTERM as a cancel."""

import os
import signal
import time

import pytest
from groundswell.core.errors import Cancelled
from groundswell.processing.base import GroundswellAlgorithm
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback


class Step(GroundswellAlgorithm):
    """An algorithm that does what the test wants."""

    IDENTIFIER, GROUP = "step", "insar"
    action = None

    def title(self):
        return "A step"

    def initAlgorithm(self, configuration=None):  # noqa: N802
        pass

    def run_step(self, parameters, context, progress):
        return type(self).action(progress)


def run(action, parameters=None):
    Step.action = staticmethod(action)
    return Step().processAlgorithm(parameters or {}, QgsProcessingContext(), QgsProcessingFeedback())


@pytest.fixture
def log(qgis_app):
    messages = []
    QgsApplication.messageLog().messageReceived.connect(lambda *arguments: messages.append(arguments[:2]))
    yield messages
    QgsApplication.messageLog().messageReceived.disconnect()


def test_an_unforeseen_error_is_a_sentence_and_its_traceback_is_in_the_log(qgis_app, log, tmp_path):
    path = tmp_path / "odd.nc"
    path.touch()

    def fails(progress):
        raise KeyError("mystery")

    with pytest.raises(QgsProcessingException) as caught:
        run(fails, {"INPUT": str(path), "MEMBERS": 24, "TEXT": "x" * 5000})
    text = str(caught.value)
    assert "A step with INPUT" in text
    assert str(path) in text
    assert "KeyError" not in text
    assert "Traceback" not in text
    assert any("mystery" in message and tag == "Groundswell" for message, tag in log)


def test_want_of_memory_is_said(qgis_app):
    def fails(progress):
        raise MemoryError

    with pytest.raises(QgsProcessingException, match="more memory than there is"):
        run(fails)


def test_termination_cancels_the_step_and_gives_the_signal_back(qgis_app):
    before = signal.getsignal(signal.SIGTERM)

    def works(progress):
        os.kill(os.getpid(), signal.SIGTERM)
        for _ in range(1000):
            if progress.cancelled():
                raise Cancelled
            time.sleep(0.01)
        return {}

    with pytest.raises(QgsProcessingException):
        run(works)
    assert signal.getsignal(signal.SIGTERM) == before
