"""Another Parley is known by its desk, in a channel that its own organisation hosts."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.mediation.people import ChannelId
from bot.slack.other_parley import other_parley
from tests.slack.loopback import Loopback

C1 = ChannelId("C1")


def desk(bot: str, key: str = "desk:C1", kind: str = "parley") -> dict[str, Any]:
    metadata = {"event_type": kind, "event_payload": {"key": key}}
    return {"ts": "1.0", "bot_id": bot, "metadata": metadata}


def channel(slack: Loopback, *messages: dict[str, Any], host: str = "T2", **more: Any) -> None:
    info = {"id": "C1", "is_ext_shared": True, "conversation_host_id": host} | more
    slack.answer("conversations.info", {"ok": True, "channel": info})
    slack.answer("auth.test", {"ok": True, "team_id": "T1", "bot_id": "BOURS"})
    slack.answer("conversations.history", {"ok": True, "messages": list(messages)})
    slack.answer("team.info", {"ok": True, "team": {"id": host, "name": "Borealis"}})


def test_the_hosts_desk_says_that_the_hosts_parley_is_there(
    slack: Loopback, client: WebClient
) -> None:
    channel(slack, desk("BTHEIRS"))
    assert other_parley(client, C1) == "Borealis"


@pytest.mark.parametrize(
    "message",
    [desk("BOURS"), desk("BTHEIRS", key="card:1"), desk("BTHEIRS", kind="other"), {"ts": "1.0"}],
)
def test_nothing_else_does(slack: Loopback, client: WebClient, message: dict[str, Any]) -> None:
    channel(slack, message)
    assert other_parley(client, C1) == ""


@pytest.mark.parametrize("more", [{"host": "T1"}, {"is_ext_shared": False}])
def test_in_a_channel_of_ones_own_nobody_is_looked_for(
    slack: Loopback, client: WebClient, more: dict[str, Any]
) -> None:
    channel(slack, desk("BTHEIRS"), **more)
    assert other_parley(client, C1) == ""
    assert slack.calls_to("conversations.history") == []
