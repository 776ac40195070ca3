"""Whether Slack takes the tokens, and gives the rights that the manifest asks for."""

import socket

import pytest

from bot.doctor.finding import Finding
from bot.doctor.slack import OTHERWISE, REINSTALL, slack_findings
from bot.slack.manifest import SCOPES
from tests.slack.loopback import Loopback, Reply

ALL = ",".join(SCOPES)


def granted(scopes: str, header: str = "X-OAuth-Scopes") -> Reply:
    body = {"ok": True, "user": "parley", "team": "Northwind", "team_id": "T1"}
    return Reply(body, headers={header: scopes})


def look(slack: Loopback) -> dict[str, Finding]:
    found = slack_findings("xoxb-bot-token", "xapp-app-token", slack.url)
    return {finding.about: finding for finding in found}


@pytest.fixture(autouse=True)
def well(slack: Loopback) -> None:
    slack.answer("auth.test", granted(ALL))
    slack.answer("apps.connections.open", {"ok": True, "url": "wss://secret.example/link"})


def test_all_is_well(slack: Loopback) -> None:
    found = look(slack)
    assert [f.is_fault for f in found.values()] == [False, False, False]
    assert found["bot token"].sentence == "Slack knows it: @parley in Northwind."
    assert [c.bearer for c in slack.calls] == ["xoxb-bot-token", "xapp-app-token"]


@pytest.mark.parametrize(
    ("code", "todo"),
    [
        ("invalid_auth", "Copy the token once more"),
        ("account_inactive", "Install the app"),
        ("token_expired", "Switch token rotation off"),
        ("not_allowed_token_type", "Swap the two"),
        ("something_new", OTHERWISE[:20]),
    ],
)
def test_a_bot_token_that_is_not_taken(slack: Loopback, code: str, todo: str) -> None:
    slack.refuse("auth.test", code)
    found = look(slack)
    assert found["bot token"].sentence == f"Slack does not take SLACK_BOT_TOKEN: {code}."
    assert found["bot token"].todo.startswith(todo)
    assert "scopes" not in found
    assert not found["app token"].is_fault


def test_an_app_token_without_its_right(slack: Loopback) -> None:
    slack.refuse("apps.connections.open", "missing_scope")
    found = look(slack)["app token"]
    assert "SLACK_APP_TOKEN" in found.sentence
    assert "connections:write" in found.todo


def test_rights_that_are_missing_are_named(slack: Loopback) -> None:
    held = [s for s in SCOPES if s not in {"groups:read", "team:read"}]
    slack.answer("auth.test", granted(",".join(held)))
    assert look(slack)["scopes"] == Finding(
        "scopes", "Not granted: groups:read, team:read.", REINSTALL
    )


def test_rights_that_are_not_needed_are_named_and_are_no_fault(slack: Loopback) -> None:
    slack.answer("auth.test", granted(f"{ALL}, reactions:write", header="x-oauth-scopes"))
    found = look(slack)["scopes"]
    assert not found.is_fault
    assert found.sentence.endswith("Not needed: reactions:write.")


def test_where_slack_does_not_say_nothing_is_held_against_it(slack: Loopback) -> None:
    slack.answer("auth.test", {"ok": True})
    found = look(slack)
    assert not found["scopes"].is_fault
    assert "did not say" in found["scopes"].sentence


def test_slack_out_of_reach_is_told_as_that() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/api/"
    bot, app = slack_findings("xoxb-1", "xapp-1", url)
    assert bot.sentence == "Slack was not reached: unreachable."
    assert url in bot.todo
    assert app.is_fault


def test_neither_tokens_nor_links_are_in_what_is_told(slack: Loopback) -> None:
    told = " ".join(f"{f.sentence} {f.todo}" for f in look(slack).values())
    for secret in ("xoxb-bot-token", "xapp-app-token", "wss://"):
        assert secret not in told
