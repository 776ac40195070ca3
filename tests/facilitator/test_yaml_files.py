"""YAML files are read as plain values, and nothing in them is run."""

from pathlib import Path

import pytest
import yaml

from bot.facilitator.yaml_files import read_yaml


def test_a_file_holds_plain_values(tmp_path: Path) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text("terms:\n  - {key: otif, steps: [95, 98.5], name: “en tiempo”}\n", "utf-8")
    assert read_yaml(path) == {
        "terms": [{"key": "otif", "steps": [95, 98.5], "name": "“en tiempo”"}]
    }


@pytest.mark.parametrize("text", ["a: [1, 2", "a: !!python/object/apply:os.getcwd []", "a:\n\t- 1"])
def test_what_is_no_yaml_or_would_run_something_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(yaml.YAMLError):
        read_yaml(path)
