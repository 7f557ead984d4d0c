"""What QGIS loads: the Processing provider, and the dock in the desktop application."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, QSettings, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .core import language
from .core.errors import GroundswellError, MissingPackageError
from .processing.provider import GroundswellProvider
from .processing.translation import tr

ROOT = Path(__file__).resolve().parent


class GroundswellPlugin:
    """The plugin.

    Parameters
    ----------
    iface : QgisInterface or None
        QGIS's interface; None under ``qgis_process``.
    """

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: GroundswellProvider | None = None
        self.dock = None
        self.action: QAction | None = None
        self.study_action: QAction | None = None
        self.study = None
        self.layers = None
        self._translator = _install_translator()

    def initProcessing(self) -> None:  # noqa: N802
        """Add the provider; all that ``qgis_process`` calls."""
        self.provider = GroundswellProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        # The models' steps are our own algorithms, known to QGIS only after addProvider.
        self.provider.refreshAlgorithms()

    def initGui(self) -> None:  # noqa: N802
        """Add the provider, the menu entry and the dock."""
        self.initProcessing()
        self.action = QAction(QIcon(str(ROOT / "ui" / "icons" / "groundswell.svg")), tr("Time series"))
        self.action.setCheckable(True)
        self.action.setToolTip(tr("Show the series of a Groundswell file at a clicked point"))
        self.action.toggled.connect(self._show_dock)
        self.iface.addPluginToMenu("Groundswell", self.action)
        self.iface.addToolBarIcon(self.action)
        self.study_action = QAction(QIcon(str(ROOT / "ui" / "icons" / "start.svg")), tr("New study..."))
        self.study_action.setToolTip(tr("Run the whole chain step by step, from folders of data to the report"))
        self.study_action.triggered.connect(lambda *_: self._show_study())
        self.iface.addPluginToMenu("Groundswell", self.study_action)
        from .ui.layer_group import LayerGroup

        self.layers = LayerGroup(self.iface)

    def unload(self) -> None:
        """Take away all that was added."""
        if self.dock is not None:
            self.dock.release()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        if self.study is not None:
            self.study.close()
            self.study.deleteLater()
            self.study = None
        if self.layers is not None:
            self.layers.release()
            self.layers.deleteLater()
            self.layers = None
        if self.study_action is not None:
            self.iface.removePluginMenu("Groundswell", self.study_action)
            self.study_action = None
        if self.action is not None:
            self.iface.removePluginMenu("Groundswell", self.action)
            self.iface.removeToolBarIcon(self.action)
            self.action = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)

    def _show_dock(self, visible: bool) -> None:
        """Make the dock when it is first wanted: it loads matplotlib."""
        if self.dock is None:
            try:
                from .ui.dock import SeriesDock

                self.dock = SeriesDock(self.iface)
            except (ImportError, GroundswellError) as error:
                self.action.setChecked(False)
                self._say_missing(error)
                return
            self.iface.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
            self.dock.visibilityChanged.connect(self.action.setChecked)
        self.dock.setVisible(visible)

    def _say_missing(self, error: Exception) -> None:
        """Say in the message bar which package the dock lacks, and how to get it."""
        package = (getattr(error, "name", "") or "").partition(".")[0]
        text = str(MissingPackageError(package)) if package else str(error)
        self.iface.messageBar().pushMessage("Groundswell", text, Qgis.MessageLevel.Warning, 0)

    def _show_study(self) -> None:
        """Open the guided run; a study that is still running comes to the front."""
        from .ui.study_wizard import StudyWizard

        if self.study is None or not self.study.isVisible():
            self.study = StudyWizard(self.iface.mainWindow(), self.iface.mapCanvas())
        self.study.show()
        self.study.raise_()


class CatalogueTranslator(QTranslator):
    """Translates from a catalogue that was not compiled, as in a copied folder.

    Parameters
    ----------
    texts : dict
        Translation by text.
    """

    def __init__(self, texts: dict[str, str]) -> None:
        super().__init__()
        self._texts = texts

    def isEmpty(self) -> bool:  # noqa: N802
        """Return whether there is no text: Qt does not ask an empty one."""
        return not self._texts

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the translation of a text of this plugin, None for every other."""
        return self._texts.get(text) if context == "@default" else None


def _install_translator() -> QTranslator | None:
    """Speak the user's language in windows and reports, where there is a catalogue of it."""
    name = str(QSettings().value("locale/userLocale") or "en")[:2]
    language.use_language(name if name in language.LANGUAGES else "en")
    texts = language.read_catalogue(name)
    if not texts:
        return None
    translator = QTranslator()
    if not translator.load(str(ROOT / "i18n" / f"groundswell_{name}.qm")):
        translator = CatalogueTranslator(texts)
    QCoreApplication.installTranslator(translator)
    return translator
