"""A refusal is a sentence for the person: what can be done now, and nobody is blamed."""

import ast
from pathlib import Path

import pytest

import bot
from bot.mediation import refusals
from bot.mediation.refusals import (
    MovedOn,
    NotEntitled,
    NotFound,
    Outsider,
    Overtaken,
    Refusal,
    Unclear,
)

KINDS = {"MovedOn", "NotEntitled", "NotFound", "Outsider", "Overtaken", "Refusal", "Unclear"}
FOLDERS = ("mediation", "casework")


def sentences() -> list[tuple[str, str]]:
    """Every sentence that a refusal in the domain or a use case is raised with."""
    found = []
    for folder in FOLDERS:
        for path in sorted((Path(bot.__file__).parent / folder).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                    name = getattr(node.exc.func, "id", "")
                    if name in KINDS and node.exc.args:
                        found.append((f"{path.name}:{node.lineno}", _text(node.exc.args[-1])))
    return found


def _text(node: ast.expr) -> str:
    """The words of a string or an f-string, with x for what is filled in."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(v) if isinstance(v, ast.Constant) else "x" for v in node.values)
    return ""


def test_there_are_many_and_they_are_found() -> None:
    assert len([s for _, s in sentences() if s]) > 40


@pytest.mark.parametrize(("where", "sentence"), [(w, s) for w, s in sentences() if s])
def test_each_is_short_even_and_ends(where: str, sentence: str) -> None:
    words = sentence.lower().split()
    assert sentence.endswith((".", "?")), where
    assert "!" not in sentence, where
    assert len(words) <= 45, where
    assert not {"error", "invalid", "failed", "illegal", "wrong", "forbidden"} & set(words), where


def test_all_are_refusals_and_only_unclear_names_a_field() -> None:
    for kind in (MovedOn, NotEntitled, NotFound, Outsider, Overtaken, Unclear):
        assert issubclass(kind, Refusal)
    unclear = Unclear("title", "Give it a title.")
    assert (unclear.field, str(unclear)) == ("title", "Give it a title.")


def test_every_kind_is_drawn_in_the_tree_at_the_top() -> None:
    drawn = refusals.__doc__ or ""
    for name in KINDS:
        assert name in drawn
