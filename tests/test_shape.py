"""The measure of this house: modules that fit in a head, functions that fit on a screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("bot", "storage", "prompts")
HISTORY = ROOT / "storage" / "migrations" / "versions"
"""What a database has been through stays as it was written."""
LONGEST_MODULE, LONGEST_FUNCTION = 300, 60


def sources(part: str) -> list[Path]:
    return sorted(p for p in (ROOT / part).rglob("*.py") if HISTORY not in p.parents)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_module_is_longer_than_its_measure() -> None:
    found = [p for part in PARTS for p in sources(part)]
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in found}
    assert len(lengths) > 100
    assert [str(p) for p, lines in lengths.items() if lines > LONGEST_MODULE] == []


@pytest.mark.parametrize("part", PARTS)
def test_no_function_is_longer_than_a_screen(part: str) -> None:
    found = [(p, f) for p in sources(part) for f in functions(p)]
    assert found
    too_long = [f"{p}: {f.name}" for p, f in found if _lines(f) > LONGEST_FUNCTION]
    assert too_long == []


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1
