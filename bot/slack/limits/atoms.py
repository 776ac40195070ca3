"""The smallest things in Slack's blocks: ids, addresses, days, times and numbers."""

import re
from datetime import date
from typing import Final

from bot.slack.limits.rules import Is, Json, Name, one_of

ID_MOST: Final = 255
URL_MOST: Final = 3_000
INPUT_MOST: Final = 3_000

ID: Final = Name(ID_MOST)
URL: Final = Name(URL_MOST)
STYLE: Final = one_of("primary", "danger")
SLACK_ID: Final = Is(
    "an id of Slack's", lambda v: isinstance(v, str) and _matches(r"[A-Z0-9]{2,40}", v)
)
DAY: Final = Is("a day as 2026-12-04", lambda v: _matches(r"\d{4}-\d\d-\d\d", v) and _is_day(v))
TIME: Final = Is("a time as 14:30", lambda v: _matches(r"([01]\d|2[0-3]):[0-5]\d", v))
NUMBER: Final = Is("a number as a string", lambda v: _matches(r"-?\d{1,15}(\.\d{1,10})?", v))


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _matches(pattern: str, value: Json) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value, re.ASCII) is not None
