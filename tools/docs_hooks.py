"""Hooks of the documentation site: equations become MathML, drawn without a network; roles become names."""

import re

from latex2mathml.converter import convert

_CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
_EQUATION = re.compile(r"\$\$(.+?)\$\$|(?<![\\$\w])\$(?!\s)([^$]+?)(?<!\s)\$(?![\d$])", re.DOTALL)
_ROLE = re.compile(r":(?:class|func|mod|data|meth|attr|exc):\s*<code>~?\.*(.*?)</code>", re.DOTALL)


def on_page_markdown(markdown: str, *, page, **_: object) -> str:  # type: ignore[no-untyped-def]
    """Return the text of a theory page with its equations converted; other pages have none."""
    if not page.file.src_uri.startswith("theory/"):
        return markdown
    parts = _CODE.split(markdown)
    return "".join(part if number % 2 else _EQUATION.sub(_mathml, part) for number, part in enumerate(parts))


def on_page_content(html: str, **_: object) -> str:
    """Return a page whose docstrings' cross-references are plain names."""
    return _ROLE.sub(r"<code>\1</code>", html)


def _mathml(match: re.Match[str]) -> str:
    """Return one equation, a displayed one in lines of its own."""
    if match[1] is None:
        return f"<span>{convert(match[2].strip(), display='inline')}</span>"
    return f"\n\n<div>{convert(match[1].strip(), display='block')}</div>\n\n"
