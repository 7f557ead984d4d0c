"""Arguments from the sixth on are given by name: a type checker sees every third swap of two neighbours."""

import ast
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST = 5
# Kept entry points, whose arguments may be given by position.
KEPT = {"update", "update_cells", "LoadOperator"}
# Calls into libraries, and functions that take any number of alike values.
FOREIGN = {"datetime", "datetime.datetime", "_table", "table.texts", "stacked"}


@lru_cache(maxsize=1)
def modules():
    """Return the modules of the core and of processing, parsed once."""
    paths = [path for folder in ("core", "processing", "api") for path in sorted((ROOT / folder).rglob("*.py"))]
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths if "__pycache__" not in path.parts]


def positional(function, in_class):
    """Return how many arguments a function takes by position, less the object."""
    names = [argument.arg for argument in function.args.posonlyargs + function.args.args]
    return len(names) - bool(in_class and names[:1] in (["self"], ["cls"]))


def test_signatures_take_five_arguments_by_position():
    wrong = []
    for path, tree in modules():
        owner = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                within = owner[id(node)]
                in_class = isinstance(within, ast.ClassDef)
                name = within.name if in_class and node.name == "__init__" else node.name
                if positional(node, in_class) > MOST and name not in KEPT:
                    wrong.append(f"{path}:{node.lineno}: {name}")
    assert wrong == []


def test_calls_give_the_others_by_name():
    """Records too, whose constructors cannot demand it in Python 3.9."""
    wrong = []
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and len(node.args) > MOST:
                called = ast.unparse(node.func)
                if called not in FOREIGN | KEPT and not called.rpartition(".")[2].startswith(("Qgs", "parameterAs")):
                    wrong.append(f"{path}:{node.lineno}: {called}")
    assert wrong == []
