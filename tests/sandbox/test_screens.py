"""A screen shows its person everything meant for those eyes, and nothing else."""

import pytest

from bot.sandbox.opening import INES, JONAS, MARIA, SHARED, TOMAS
from bot.sandbox.server import Sandbox
from tests.sandbox.apps import web_client
from tests.sandbox.modals import actions, button, modal, text_field
from tests.sandbox.recorder import Recorder

PEOPLE = {"maria": MARIA, "jonas": JONAS, "tomas": TOMAS, "ines": INES}


@pytest.mark.parametrize("reader", PEOPLE)
def test_an_ephemeral_message_is_on_one_screen_of_four(sandbox: Sandbox, reader: str) -> None:
    api = web_client(sandbox)
    api.chat_postEphemeral(channel=SHARED, user=PEOPLE[reader].id, text="Between us")
    seeing = [who for who in PEOPLE if "Between us" in sandbox.person(who).screen(SHARED).text]
    assert seeing == [reader]


def test_a_modal_is_on_one_screen_alone(sandbox: Sandbox, recorder: Recorder) -> None:
    blocks = [actions(button("Tell"))]
    web_client(sandbox).chat_postMessage(channel=SHARED, text="Case", blocks=blocks)
    recorder.opens = modal(text_field("Private"))
    tomas = sandbox.person("tomas")
    tomas.click("Tell", channel=SHARED)
    tomas.fill("Private", "our walk-away is 92")
    assert [who for who in PEOPLE if sandbox.person(who).modal()] == ["tomas"]
    again = sandbox.person("tomas").form()
    assert again.value("Private") == "our walk-away is 92"


def test_a_direct_conversation_is_open_to_its_person_alone(sandbox: Sandbox) -> None:
    web_client(sandbox).chat_postMessage(channel=JONAS.id, text="For Jonas")
    jonas = sandbox.person("jonas")
    channel = jonas.direct()
    assert jonas.channels()["Parley"] == channel
    assert "For Jonas" in jonas.screen(channel).text
    assert channel not in sandbox.person("maria").channels().values()
    with pytest.raises(Exception, match="not in this channel"):
        sandbox.person("maria").screen(channel)


def test_a_date_is_shown_in_each_readers_zone(sandbox: Sandbox) -> None:
    text = "Due <!date^1764061260^{time}|soon>"
    web_client(sandbox).chat_postMessage(channel=SHARED, text=text)
    assert sandbox.person("maria").screen(SHARED).text.endswith("Due 10:01")
    assert sandbox.person("tomas").screen(SHARED).text.endswith("Due 11:01")


def test_a_phone_shows_the_top_level_text_alone(sandbox: Sandbox) -> None:
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "Long *details*"}}
    api = web_client(sandbox)
    api.chat_postMessage(channel=SHARED, text="Maria raised an issue", blocks=[section])
    seen = sandbox.person("ines").screen(SHARED).messages[0]
    assert (seen.notification, seen.text) == ("Maria raised an issue", "Long details")


def test_the_whole_channel_is_gone_from_the_screen_of_whoever_was_removed(
    sandbox: Sandbox,
) -> None:
    tomas = sandbox.person("tomas")
    sandbox.stage.remove_from_channel(SHARED, TOMAS.id)
    assert tomas.channels() == {}
