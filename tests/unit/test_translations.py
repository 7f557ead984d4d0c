"""Every text for users can be translated, and the catalogues have all of them. `make translations` mends the rest."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("zh", "es", "fr")
# Calls that put their argument before the user's eyes.
SHOWN = {
    "setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText",
    "setTitle", "setSubTitle", "setStatusTip", "setButtonText", "setSuffix", "addTab", "addRow", "addAction",
    "addMenu", "QLabel", "QAction", "QPushButton", "QCheckBox", "QGroupBox", "QProgressDialog", "say", "setHelp",
    "netcdf_input", "netcdf_output", "csv_output", "any_file", "folder", "several_files", "number", "integer",
    "choice", "switch", "add", "polygons", "getOpenFileName", "getSaveFileName", "getExistingDirectory", "getText",
    "warning", "information", "question",
}  # fmt: skip
# Names that are the same in every language, parameter names and option values, dates, units, file patterns.
_FIXED = re.compile(
    r"[A-Z0-9_]+|[a-z0-9_.]+|Groundswell|GRACE|EASE-Grid 2\.0|\W*|[\d., -]+"
    r"|[ \w]*\(\*\.[^)]*\)(;;.*)?|CSV \(.*|PNG \(.*"
)


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("make_translations", ROOT / "tools" / "make_translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def shown_literals(path):
    """Yield (line, text) of literals that reach the user without tr()."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SHOWN:
            continue
        for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.lineno, argument.value


def test_what_users_see_goes_through_tr(tool):
    bare = [
        f"{path.relative_to(ROOT)}:{line}: {text!r}"
        for path in tool.source_files()
        for line, text in shown_literals(path)
        if not _FIXED.fullmatch(text)
    ]
    assert bare == []


def test_tr_takes_one_literal(tool):
    assert len(tool.all_texts()) > 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_current_and_complete(tool, language):
    texts, catalogue = tool.all_texts(), tool.read_catalogue(language)
    assert set(texts) - set(catalogue) == set(), "run make translations and translate the new texts"
    assert set(catalogue) - set(texts) == set(), "run make translations"
    assert [text for text, translation in catalogue.items() if not translation] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_must_be_kept(tool, language):
    """Fields to fill in, the patterns of file filters, the number of a group, access keys and shortcuts."""
    for text, translation in tool.read_catalogue(language).items():
        for pattern in (r"\{\w*\}", r"\*\.\w+", "&", r"\(Alt\+\w\)", ";;"):
            assert sorted(re.findall(pattern, text)) == sorted(re.findall(pattern, translation)), (text, translation)
        if re.match(r"[1-9] [A-Z]", text):
            assert translation[:2] == text[:2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_option_values_are_not_translated(tool, language):
    """`enkf_1d: ...` names a value as it is written in models and on the command line."""
    for text, translation in tool.read_catalogue(language).items():
        if not re.match(r"[a-z0-9_]{3,}: ", text):
            continue
        for value in re.findall(r"(?:^|; |\. )([a-z0-9_]{3,}): ", text):
            assert value in translation, (value, translation)


def test_chinese_is_chinese(tool):
    catalogue = tool.read_catalogue("zh")
    latin = [text for text, translation in catalogue.items() if not re.search("[\u4e00-\u9fff]", translation)]
    assert all(len(text) < 30 for text in latin), latin
