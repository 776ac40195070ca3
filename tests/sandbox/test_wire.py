"""The line to a sandbox carries answers, refusals and silence."""

import pytest

from bot.sandbox.refusals import PersonRefused
from bot.sandbox.server import Sandbox
from bot.sandbox.wire import Wire


def test_an_answer_comes_back(sandbox: Sandbox) -> None:
    wire = Wire(sandbox.address)
    assert wire.get("/people/maria/profile")["name"] == "Maria Lopez"


def test_a_refusal_comes_as_the_sentence(sandbox: Sandbox) -> None:
    with pytest.raises(PersonRefused, match=r"^You are not in this channel\.$"):
        Wire(sandbox.address).get("/people/tomas/channel/C0GUEST0001")


def test_a_path_that_leads_nowhere_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(PersonRefused, match="Not Found"):
        Wire(sandbox.address).get("/nowhere")


def test_a_change_is_told_to_whoever_waits_for_it(sandbox: Sandbox) -> None:
    wire = Wire(sandbox.address)
    before = wire.get("/stage/news?since=-1")["version"]
    unchanged = wire.get(f"/stage/news?since={before}&seconds=0.01")["version"]
    sandbox.person("maria").post("C0SHARED001", "news")
    after = wire.get(f"/stage/news?since={before}&seconds=5")["version"]
    assert unchanged == before < after
