"""The doctor against a whole Slack of its own: what the app declares is what its token may do."""

from collections.abc import Iterator
from copy import deepcopy

import pytest

from bot.doctor.finding import Finding
from bot.doctor.slack import REINSTALL, slack_findings
from bot.sandbox.server import Sandbox, running_sandbox
from bot.slack.manifest import SCOPES, manifest


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with running_sandbox() as sandbox:
        yield sandbox


def rights(sandbox: Sandbox, *without: str) -> Finding:
    """What the doctor says of the scopes where the app was installed without some of them."""
    declared = deepcopy(manifest())
    held = declared["oauth_config"]["scopes"]
    held["bot"] = [scope for scope in held["bot"] if scope not in without]
    sandbox.stage.declare_app(declared)
    found = slack_findings(sandbox.bot_token, sandbox.app_token, sandbox.base_url)
    return next(f for f in found if f.about == "scopes")


def test_an_app_installed_from_the_manifest_has_every_scope_and_no_more(sandbox: Sandbox) -> None:
    found = rights(sandbox)
    assert found.sentence == f"All {len(SCOPES)} that Parley needs are granted."
    assert not found.is_fault


@pytest.mark.parametrize("missing", ["chat:write", "channels:history"])
def test_a_scope_that_was_left_out_is_named_with_what_to_do(sandbox: Sandbox, missing: str) -> None:
    found = rights(sandbox, missing)
    assert found.is_fault
    assert (found.sentence, found.todo) == (f"Not granted: {missing}.", REINSTALL)


def test_a_wrong_token_is_told_apart_from_a_missing_scope(sandbox: Sandbox) -> None:
    [bot, app] = slack_findings("xoxb-elsewhere", sandbox.app_token, sandbox.base_url)
    assert bot.sentence == "Slack does not take SLACK_BOT_TOKEN: invalid_auth."
    assert not app.is_fault
