"""Texts of the core in the user's language: reports and headlines. The core knows no Qt; the catalogues are files.

Whoever runs the core chooses the language once, for the process: the plugin that of QGIS, a script with
:func:`use_language`. English where nobody chose, and for each text without a translation.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from .errors import InputError

LANGUAGES = ("en", "es", "fr", "zh")
_FOLDER = Path(__file__).resolve().parents[1] / "i18n"
_MESSAGE = re.compile(r"<source>(.*?)</source>\s*<translation(?:\s[^>]*)?>(.*?)</translation>", re.DOTALL)
_chosen: list[tuple[str, dict[str, str]]] = [("en", {})]


def tr(text: str) -> str:
    """Return `text` in the chosen language; call it as bare ``tr("literal")`` so that the catalogues get the text.

    Parameters
    ----------
    text : str
        In English, as it stands in the source.

    Returns
    -------
    str
        The translation; `text` itself where the catalogue has none.
    """
    return _chosen[0][1].get(text) or text


def language() -> str:
    """Return the chosen language, by its two letters (ISO 639-1)."""
    return _chosen[0][0]


def use_language(name: str) -> None:
    """Choose the language of reports and headlines for this process.

    Parameters
    ----------
    name : str
        One of :data:`LANGUAGES`.

    Raises
    ------
    InputError
        Where there is no such language.
    """
    if name not in LANGUAGES:
        raise InputError(f"There is no language {name!r}; choose one of {', '.join(LANGUAGES)}.")
    _chosen[0] = (name, {} if name == "en" else read_catalogue(name))


def read_catalogue(name: str) -> dict[str, str]:
    """Return text and translation of the catalogue of a language; empty where there is none.

    It is read as text, not compiled: a copied folder has the same languages as the packaged plugin.

    Parameters
    ----------
    name : str
        Code of the language, such as ``zh``.

    Returns
    -------
    dict of str to str
        English text to translation.
    """
    path = _FOLDER / f"groundswell_{name}.ts"
    if not path.is_file():
        return {}
    found = _MESSAGE.findall(path.read_text(encoding="utf-8"))
    return {html.unescape(text): html.unescape(translation) for text, translation in found if translation}


def day_and_month(month: int, day: int) -> str:
    """Return a day of the year, such as 12 September, in the chosen language.

    Parameters
    ----------
    month, day : int
        From 1.

    Returns
    -------
    str
        In the order of the language.
    """
    names = (
        tr("{day} January"),
        tr("{day} February"),
        tr("{day} March"),
        tr("{day} April"),
        tr("{day} May"),
        tr("{day} June"),
        tr("{day} July"),
        tr("{day} August"),
        tr("{day} September"),
        tr("{day} October"),
        tr("{day} November"),
        tr("{day} December"),
    )
    return names[month - 1].format(day=day)
