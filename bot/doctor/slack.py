"""Whether Slack takes the tokens, and gives the rights that the manifest asks for."""

from collections.abc import Iterator, Mapping
from typing import Any

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.casework.room import RoomUnavailable
from bot.doctor.finding import Finding
from bot.slack.client import calling, slack_client, unrepeated
from bot.slack.manifest import SCOPES

BOT, RIGHTS, APP = "bot token", "scopes", "app token"
REINSTALL = "Paste the output of `parley manifest` into your app, then reinstall it."

TODO: Mapping[str, str] = {
    "invalid_auth": "Copy the token once more from your app's pages.",
    "account_inactive": "Install the app in your workspace again and copy the new token.",
    "token_revoked": "Install the app in your workspace again and copy the new token.",
    "token_expired": "Switch token rotation off, reinstall the app and copy the new token.",
    "not_allowed_token_type": "Swap the two: xoxb- is SLACK_BOT_TOKEN, xapp- is SLACK_APP_TOKEN.",
    "missing_scope": "Make an app-level token with the scope connections:write.",
}
NOT_REACHED = frozenset({"timeout", "unreachable"})
REACH = "See whether this machine reaches {}, and try again."
OTHERWISE = "Look the code up under docs.slack.dev, or try again in a minute."


def slack_findings(bot_token: str, app_token: str, base_url: str) -> Iterator[Finding]:
    """One finding for each token that there is, and one for the rights of the bot's."""
    if bot_token:
        yield from _bot(unrepeated(slack_client(bot_token, base_url, longest_wait_s=5.0)))
    if app_token:
        yield _app(unrepeated(slack_client(app_token, base_url, longest_wait_s=5.0)), app_token)


def _bot(client: WebClient) -> Iterator[Finding]:
    heard: list[SlackResponse] = []

    def ask() -> SlackResponse:
        heard.append(client.auth_test())
        return heard[0]

    try:
        answer = calling(ask)
    except RoomUnavailable as fault:
        yield _refused(BOT, "SLACK_BOT_TOKEN", fault, client.base_url)
        return
    name, team = answer.get("user") or "Parley", answer.get("team") or "the workspace"
    yield Finding(BOT, f"Slack knows it: @{name} in {team}.")
    yield _rights(heard[0].headers)


def _rights(headers: Mapping[str, Any]) -> Finding:
    told = next((str(v) for k, v in headers.items() if k.lower() == "x-oauth-scopes"), "")
    held = {scope.strip() for scope in told.split(",") if scope.strip()}
    if not held:
        return Finding(RIGHTS, "Slack did not say which ones the token has.")
    missing = sorted(SCOPES.keys() - held)
    if missing:
        return Finding(RIGHTS, f"Not granted: {', '.join(missing)}.", REINSTALL)
    more = sorted(held - SCOPES.keys())
    unneeded = f" Not needed: {', '.join(more)}." if more else ""
    return Finding(RIGHTS, f"All {len(SCOPES)} that Parley needs are granted.{unneeded}")


def _app(client: WebClient, token: str) -> Finding:
    try:
        calling(client.apps_connections_open, app_token=token)
    except RoomUnavailable as fault:
        return _refused(APP, "SLACK_APP_TOKEN", fault, client.base_url)
    return Finding(APP, "Slack opens a Socket Mode connection for it.")


def _refused(about: str, variable: str, fault: RoomUnavailable, base_url: str) -> Finding:
    if fault.code in NOT_REACHED:
        return Finding(about, f"Slack was not reached: {fault.code}.", REACH.format(base_url))
    sentence = f"Slack does not take {variable}: {fault.code}."
    return Finding(about, sentence, TODO.get(fault.code, OTHERWISE))
