"""Small scenario files for the benchmark's tests."""

import json
from pathlib import Path
from typing import Any

from bench.scenarios import Scenario, read_scenarios


def entry(**changes: Any) -> dict[str, Any]:
    """A buyer and a supplier: payment days, price, and a yes or no."""
    found: dict[str, Any] = {
        "name": "small",
        "source": "made up",
        "terms": [
            {"name": "days", "options": ["30", "45", "60"]},
            {"name": "price", "options": ["0", "-1", "-2", "-3"]},
            {"name": "named contact", "options": ["no", "yes"]},
        ],
        "parties": [
            {"name": "a", "worth": [[0, 0.1, 0.2], [0, 0.2, 0.4, 0.6], [0, 0.2]], "walk_away": 0.1},
            {"name": "b", "worth": [[0.5, 0.3, 0], [0.4, 0.3, 0.1, 0], [0.1, 0]], "walk_away": 0.1},
        ],
    }
    return {**found, **changes}


def written(folder: Path, *entries: object) -> Path:
    path = folder / "scenarios.json"
    path.write_text(json.dumps(list(entries)), encoding="utf-8")
    return path


def scenario(folder: Path, **changes: Any) -> Scenario:
    (found,) = read_scenarios(written(folder, entry(**changes)))
    return found
