"""Reading YAML: by libyaml where PyYAML was built with it, which takes a tenth of the time."""

from pathlib import Path
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """What a file holds: plain values alone.

    Raises yaml.YAMLError for a file that is not YAML, UnicodeDecodeError for one not in UTF-8,
    OSError for one that cannot be read.
    """
    return yaml.load(path.read_text(encoding="utf-8"), _Loader)
