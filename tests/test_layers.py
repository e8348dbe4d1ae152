"""The listing is the pipeline: modules import only from the layers below, and nothing in a ring."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from summarize import arrays

ROOT = Path(__file__).parent.parent / "summarize"

# The listing of README and of docs/design.md, in the order of the pipeline.
STAGES = (
    *("read", "clean", "segment", "join", "trace", "fold", "embed", "cluster"),
    *("rank", "select", "cite", "order", "attribute", "compare", "brief"),
)
# From the ground up; a module may import from lower rows only. A name stands for a package too.
LAYERS = (
    # What comes before all else; what annotations call arrays; how readers count a brief's words.
    {"begun", "arrays", "counted"},
    {"errors", "records"},
    {"text"},
    {"settings"},
    {"barred", "answers"},
    {"fork"},
    {"parallel"},
    {"cache", "cells", "encoders", "languages", "models", "program", "words"},
    {"speakers"},
    {"hearing"},
    # What stages lean on: the files and notes of `read`, the scales and weights of the choice.
    {"reading", "formats", "web"} | {"weighing", "differing", "neighbours", "versions"},
    set(STAGES),
    {"written"},
    # What is asked of a brief besides its length; what is compared of two reports.
    {"asked", "events", "findings", "recall"},
    {"pipeline", "explain", "group"},
    {"render", "evaluate", "verify"},
    {"shells", "display"},
    {"config", "edge", "output"},
    {"meter"},
    {"options", "batch", "filing"},
    {"commands"},
    {"cli", "__main__"},
)
# Rooms of several modules: they may import one another, but not in a ring.
ROOMS = (
    {"text"},
    {"differing"},
    {"weighing"},
    {"render", "evaluate"},  # a run is shown, a brief is read back as it was written
    {"render", "verify"},
    {"written"},
    {"cache", "encoders", "languages", "models", "words"},
    {"reading", "formats", "web"},
    {"cli", "__main__"},
    {"batch"},
    {"options"},
    {"commands"},
    {"asked"},
    {"events", "group"},
)


def modules() -> dict[str, Path]:
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path
        for path in sorted(ROOT.rglob("*.py"))
    }


def imports(path: Path) -> set[str]:
    """Return the modules of ours that a module imports, wherever in it, types apart."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(name.name.removeprefix("summarize.") for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "summarize":
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("summarize."):
            package = str(node.module).removeprefix("summarize.")
            inner = {f"{package}.{name.name}" for name in node.names}
            found |= (inner & set(modules())) or {package}
    return found & (set(modules()) | PACKAGES)


PACKAGES = {path.parent.name for path in ROOT.glob("*/__init__.py")}


def layer(module: str) -> int:
    first = module.split(".", maxsplit=1)[0]
    rows = [number for number, names in enumerate(LAYERS) if first in names]
    assert len(rows) == 1, f"{first} is in {len(rows)} layers"
    return rows[0]


@pytest.mark.parametrize("module", [name for name in modules() if name != "__init__"])
def test_a_module_imports_only_from_below(module: str) -> None:
    for other in imports(modules()[module]):
        first, second = module.split(".", maxsplit=1)[0], other.split(".")[0]
        together = any({first, second} <= room for room in ROOMS)
        assert together or layer(other) < layer(module), f"{module} imports {other}"


def test_sorts_of_arrays_are_for_annotations_alone() -> None:
    assert not vars(arrays).keys() & {"np", "numpy", "NDArray", "Vectors", "Flags"}
    for name, path in modules().items():
        assert "arrays" not in imports(path), f"{name} asks for them when it runs"


ROOMS_OF_TEXT = ("page", "attribution", "values")


@pytest.mark.parametrize("room", ROOMS_OF_TEXT)
def test_a_room_of_text_imports_no_other(room: str) -> None:
    inside = [name for name in modules() if name.startswith(f"text.{room}.")]
    assert inside
    for name in inside:
        for other in imports(modules()[name]):
            rooms = [one for one in ROOMS_OF_TEXT if other.startswith(f"text.{one}")]
            assert rooms in ([], [room]), f"{name} imports {other}"


def test_no_module_imports_itself_in_a_ring() -> None:
    graph = {name: imports(path) & set(modules()) for name, path in modules().items()}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join((*trail, module))
        if module not in done:
            for other in graph[module]:
                visit(other, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("module", modules())
def test_only_the_command_line_prints(module: str) -> None:
    if module in ("cli", "edge"):
        return
    tree = ast.parse(modules()[module].read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not [call for call in calls if ast.unparse(call.func) in ("print", "click.echo")]


@pytest.mark.parametrize("module", modules())
def test_files_functions_and_parameters_stay_small(module: str) -> None:
    source = modules()[module].read_text("utf-8")
    assert len(source.splitlines()) <= (150 if module in STAGES else 250)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            docstring = ast.get_docstring(node, clean=False) or ""
            assert length - len(docstring.splitlines()) <= 40, f"{node.name}: {length} lines"
            names = [*node.args.posonlyargs, *node.args.args]
            own = [arg for arg in names if arg.arg not in ("self", "cls")]
            assert len(own) <= 5, f"{node.name}: {len(own)} parameters"
