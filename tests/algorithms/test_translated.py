"""The compiled catalogues in QGIS: toolbox and dock in another language."""

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["zh", "es", "fr"])
def language(request, tmp_path, qgis_app):
    """Compile a catalogue as the package does, and use it."""
    compiled = tmp_path / f"groundswell_{request.param}.qm"
    source = ROOT / "i18n" / f"groundswell_{request.param}.ts"
    subprocess.run(["lrelease", "-silent", str(source), "-qm", str(compiled)], check=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    yield request.param
    QCoreApplication.removeTranslator(translator)


def test_the_toolbox_speaks_the_users_language(language, provider):
    algorithm = provider.algorithm("importgrace").create()
    title = {"zh": "导入 GRACE", "es": "Importar GRACE", "fr": "Importer GRACE"}[language]
    assert algorithm.title() == title
    assert algorithm.displayName() == f"7.1 {title}"
    assert algorithm.group() == "7 GRACE"
    assert algorithm.name() == "importgrace"
    for one in provider.algorithms():
        if hasattr(one, "IDENTIFIER"):
            translated = one.create()
            names = [parameter.name() for parameter in translated.parameterDefinitions()]
            assert names == [parameter.name() for parameter in one.parameterDefinitions()]
            assert not translated.shortHelpString().startswith(("Reads", "Writes", "Vertical"))


def test_the_dock_speaks_the_users_language(language, qgis_iface, qgis_new_project):
    from groundswell.ui.dock import SeriesDock

    dock = SeriesDock(qgis_iface)
    try:
        words = {"zh": "在地图上", "es": "pulse en el mapa", "fr": "cliquez sur la carte"}[language]
        assert words in dock.described()["message"] or words in dock._widgets.pick.toolTip().lower()
        assert dock._widgets.export.text() == {"zh": "导出", "es": "Exportar", "fr": "Exporter"}[language]
    finally:
        dock.release()
        dock.deleteLater()


def test_charts_are_written_in_a_language_that_their_fonts_have(language, qgis_app, monkeypatch):
    from groundswell.core.charts import style
    from groundswell.ui.place import Place, _lines

    words = {"zh": "开环", "es": "Lazo abierto", "fr": "Boucle ouverte"}[language]
    monkeypatch.setattr(style, "font_families", lambda text: ["DejaVu Sans"])
    without = "Open loop" if language == "zh" else words
    assert _lines("analysis")[0].written == without
    assert Place(((100.0, 25.0), (101.0, 25.0), (101.0, 26.0))).written.endswith("25.3333°N 100.6667°E")
    monkeypatch.setattr(style, "font_families", lambda text: ["Noto Sans CJK SC", "DejaVu Sans"])
    assert _lines("analysis")[0].written == words


@pytest.mark.parametrize(
    ("locale", "title"), [("fr_FR", "Importer GRACE"), ("zh_CN", "导入 GRACE"), ("de", "Import GRACE")]
)
def test_a_copied_folder_speaks_the_users_language_without_compiled_catalogues(locale, title, provider, monkeypatch):
    from groundswell import plugin
    from groundswell.core import language

    monkeypatch.setattr(plugin, "QSettings", lambda: SimpleNamespace(value=lambda _: locale))
    monkeypatch.setattr(plugin, "ROOT", Path("/nowhere"))  # no .qm, whatever lies in this checkout
    translator = plugin._install_translator()
    try:
        assert provider.algorithm("importgrace").create().title() == title
        assert language.tr("Warnings") == {"fr_FR": "Avertissements", "zh_CN": "警告", "de": "Warnings"}[locale]
        # Texts of QGIS itself are not ours to translate.
        assert QCoreApplication.translate("QgsProject", "Warnings") == "Warnings"
    finally:
        if translator is not None:
            QCoreApplication.removeTranslator(translator)
        language.use_language("en")
