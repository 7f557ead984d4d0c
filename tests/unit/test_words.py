"""Names and texts of the code use the field's words."""

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    path
    for folder in ("core", "processing", "ui", "api", "tools")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "__pycache__" not in path.parts
]
# Words that name nothing: a name says what a value is (explained variance, warnings, retained water), not that somebody
# was told it, holds it or asked for it.
NOT_NAMES = {"told", "held", "wish", "asked"}
NOT_PROSE = re.compile(r"\b(told|held|wish)\b", re.IGNORECASE)


def names_in(tree):
    """Yield every name that a module makes."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr


def parts_of(name):
    """Return the words of a name in either style."""
    return {part.lower() for part in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)}


def translatable(tree):
    """Return the lines of texts that the catalogues of translations hold; those change with the catalogues only."""
    lines = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
            lines.update(range(node.lineno, node.end_lineno + 1))
    return lines


def prose_of(text):
    """Yield line and text of the comments and texts of a module."""
    skipped = translatable(ast.parse(text))
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in {tokenize.COMMENT, tokenize.STRING} and token.start[0] not in skipped:
            yield token.start[0], token.string


def test_the_words_are_found():
    tree = ast.parse("class Asked:\n    def told_apart(self, held): self._wish = 1\nwithheld = 2")
    found = [name for name in names_in(tree) if parts_of(name) & NOT_NAMES]
    assert sorted(found) == ["Asked", "_wish", "held", "told_apart"]
    assert not NOT_PROSE.search("stations that were withheld")


@pytest.mark.parametrize("folder", ["core", "processing", "ui", "api", "tools"])
def test_names_and_texts_use_the_words_of_the_field(folder):
    wrong = []
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        if path.relative_to(ROOT).parts[0] != folder or not re.search("told|held|wish|asked", text, re.IGNORECASE):
            continue
        wrong += [f"{path}: {name}" for name in names_in(ast.parse(text)) if parts_of(name) & NOT_NAMES]
        if NOT_PROSE.search(text):
            wrong += [f"{path}:{line}: {said}" for line, said in prose_of(text) if NOT_PROSE.search(said)]
    assert wrong == []


def test_docstrings_say_what_a_thing_is_not_of_what():
    assert [path for path in FILES if re.search(r'"""\s*Of\s', path.read_text(encoding="utf-8"))] == []
