"""A model that keeps silent: nobody waits more than three seconds without a sign of life."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.sandbox.play.bot_process import running_bot
from bot.sandbox.play.hands import PATIENCE_S, Hands
from bot.sandbox.server import running_sandbox
from bot.slack.manifest import manifest
from tests.facilitator.model.server import ModelServer, serving
from tests.flow.house import WORDS, House, Place

SIGN_OF_LIFE_S = 3.0
STANDS_IN = "so the built-in facilitator wrote this."
MOST_CALLS = 6
"""From raise to menu, every attempt counted."""


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    with serving() as running:
        running.fails(503)
        yield running


@pytest.fixture(scope="module")
def place(model: ModelServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("slow")
    env = {"OPENAI_BASE_URL": model.url, "OPENAI_API_KEY": "k", "PARLEY_MODEL_TIMEOUT": "20"}
    with running_sandbox() as sandbox:
        sandbox.stage.declare_app(manifest())
        with running_bot(sandbox, folder, env=env):
            yield House(sandbox, folder).place()


@contextmanager
def silent(model: ModelServer) -> Iterator[int]:
    """The model takes every question and answers none, until the block ends.

    Yields how many questions it has had with the next one.
    """
    model.released.clear()
    model.waits = True
    asked = len(model.requests)
    try:
        yield asked + 1
    finally:
        model.waits = False
        model.released.set()


def test_every_step_that_asks_a_silent_model_shows_that_it_is_at_work(
    place: Place, model: ModelServer
) -> None:
    place.write(WORDS)
    with silent(model) as nth:
        place.maria.message_shortcut("Raise an issue", place.channel, place.thread)
        place.maria.wait_for_modal("One moment…", SIGN_OF_LIFE_S)
        model.wait_for(nth, PATIENCE_S)
    form = place.maria.wait_for_modal("", PATIENCE_S, without="One moment…")
    assert STANDS_IN in form.text
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}
    place.sees_button(place.tomas, "Tell your side")

    with silent(model) as nth:
        place.both(Hands.tell)
        for person in (place.maria, place.tomas):
            person.wait_for("The common statement is being drafted.", place.channel, SIGN_OF_LIFE_S)
        model.wait_for(nth, PATIENCE_S)
    place.both(Hands.check_part)
    card = place.sees(place.tomas, "What would settle it").find("Case ").text
    assert STANDS_IN in card

    with silent(model) as nth:
        place.maria.click("Look for a package", channel=place.channel)
        for person in (place.maria, place.tomas):
            person.wait_for("are being put together.", place.channel, SIGN_OF_LIFE_S)
        model.wait_for(nth, PATIENCE_S)
    place.sees_button(place.maria, "Check the terms")
    assert STANDS_IN in place.card()
    place.both(lambda h: h.check_terms({}))
    place.both(Hands.rate)
    place.sees_button(place.maria, "Answer in private")
    assert len(model.requests) <= MOST_CALLS
