"""The watch, on 312 sentences written without knowing its lists: half are to be stopped."""

from pathlib import Path

import pytest

from bot.facilitator import WordWatch
from bot.facilitator.yaml_files import read_yaml

SENTENCES: dict[str, list[str]] = read_yaml(Path(__file__).with_name("sentences.yaml"))
WATCH = WordWatch()


@pytest.mark.parametrize(
    ("concern", "text"),
    [(concern, text) for concern, texts in SENTENCES.items() for text in texts],
)
def test_each_is_stopped_for_its_reason_or_goes_on(concern: str, text: str) -> None:
    stop = WATCH.look(text, person="Ana Ruiz")
    assert (stop.concern if stop else "none") == concern
    if stop:
        assert stop.words.lower() in text.replace("’", "'").lower()
        assert len(stop.words) <= 160
