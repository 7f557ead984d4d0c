"""Bring i18n/*.ts up to date with the strings in the source: run ``make translations`` after a text has changed.

Texts are found with Python's own parser. (pylupdate5 loses those inside f-strings, and those behind a number such as
``100_000``, which it takes for the name of a class.) New texts are added without a translation, texts that are gone
are dropped. With ``--compile`` the catalogues are also compiled for this checkout.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "i18n"
LANGUAGES = ("zh", "es", "fr")
CONTEXT = "@default"


def source_files() -> list[Path]:
    """Return the files whose texts users see."""
    return [ROOT / "plugin.py", *sorted((ROOT / "processing").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]


def core_files() -> list[Path]:
    """Return the files of the core that write in the user's language: those that import its ``tr``."""
    paths = sorted((ROOT / "core").rglob("*.py"))
    return [path for path in paths if 'tr("' in path.read_text(encoding="utf-8")]


def texts_in(path: Path) -> list[str]:
    """Return the literals in ``tr("...")`` of a file, in their order; anything else in ``tr`` is an error."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr"
    ]
    for call in calls:
        if len(call.args) != 1 or not isinstance(call.args[0], ast.Constant) or not isinstance(call.args[0].value, str):
            raise SystemExit(f'{path}:{call.lineno}: tr() takes one literal, tr("...").')
    return [str(call.args[0].value) for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset))]


def all_texts() -> dict[str, list[str]]:
    """Return every text with the files that it stands in."""
    found: dict[str, list[str]] = {}
    for path in [*source_files(), *core_files()]:
        for text in texts_in(path):
            places = found.setdefault(text, [])
            name = path.relative_to(ROOT).as_posix()
            if name not in places:
                places.append(name)
    return found


def read_catalogue(language: str) -> dict[str, str]:
    """Return text and translation of a catalogue, empty where there is none."""
    path = FOLDER / f"groundswell_{language}.ts"
    if not path.is_file():
        return {}
    messages = ElementTree.parse(path).getroot().iter("message")
    return {str(message.findtext("source")): str(message.findtext("translation") or "") for message in messages}


def write_catalogue(language: str, translations: dict[str, str]) -> int:
    """Write a catalogue of all texts, and return how many have no translation."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    missing = 0
    for text, places in all_texts().items():
        message = ElementTree.SubElement(context, "message")
        for place in places:
            ElementTree.SubElement(message, "location", filename=f"../{place}")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if translations.get(text):
            translation.text = translations[text]
        else:
            translation.set("type", "unfinished")
            missing += 1
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    path = FOLDER / f"groundswell_{language}.ts"
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return missing


def main() -> None:
    """Write the catalogues."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        missing = write_catalogue(language, read_catalogue(language))
        print(f"{language}: {missing} of {len(all_texts())} texts have no translation")
        if "--compile" in sys.argv[1:]:
            catalogue = FOLDER / f"groundswell_{language}.ts"
            subprocess.run(
                ["lrelease", "-silent", str(catalogue), "-qm", str(catalogue.with_suffix(".qm"))], check=True
            )


if __name__ == "__main__":
    main()
