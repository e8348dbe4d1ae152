"""What the program imports is declared: that another library happens to bring it may change."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
OF_USERS = EXTRAS.keys() - {"dev", "fuzz", "peers"}  # those that `summarize` itself asks for
KNOWN = packages_distributions()


def named(requirement: str) -> str:
    """The distribution of a requirement, or of a module, as indexes spell it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


def imported() -> dict[str, set[str]]:
    """The modules of others that ours import, for types too, each with those that do."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "summarize").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                assert not node.level, f"{path} imports {node.module} from where it stands"
                names = [str(node.module)]
            for name in names:
                found.setdefault(name.partition(".")[0], set()).add(path.name)
    return {name: who for name, who in found.items() if name not in sys.stdlib_module_names}


@pytest.mark.parametrize("module", sorted(imported().keys() - {"summarize"}))
def test_what_is_imported_is_declared(module: str) -> None:
    declared = set(map(named, PROJECT["dependencies"]))
    declared |= {named(one) for extra in OF_USERS for one in EXTRAS[extra]}
    homes = {named(one) for one in KNOWN.get(module, [module])}  # an extra may not be installed
    assert homes & declared, f"{sorted(imported()[module])} import {module}"
