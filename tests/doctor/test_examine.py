"""`parley doctor`: everything that is needed, in the order in which it is worth mending."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.doctor import Finding, examine, library_finding
from bot.doctor.report import shown
from bot.settings import Fault, Settings, look_at_settings
from tests.slack.loopback import Loopback, Reply


def test_everything_is_looked_at_once(
    slack: Loopback, model: Loopback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slack.answer("auth.test", {"ok": True, "user": "parley"})
    slack.answer("apps.connections.open", {"ok": True, "url": "wss://x.example"})
    model.answer("models", Reply({}, 401))
    for name, value in {
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_APP_TOKEN": "xapp-1",
        "SLACK_BASE_URL": slack.url,
        "DATABASE_URL": f"sqlite:///{tmp_path}/parley.db",
        "OPENAI_API_KEY": "sk-1",
        "OPENAI_BASE_URL": model.url,
    }.items():
        monkeypatch.setenv(name, value)
    found = examine(Settings(_env_file=None))
    assert [f.about for f in found] == [
        "bot token",
        "scopes",
        "app token",
        "database",
        "secret key",
        "library",
        "language model",
    ]
    assert [f.about for f in found if f.is_fault] == ["language model"]
    assert list(tmp_path.iterdir()) == []


def test_what_hangs_on_a_faulty_variable_is_not_tried_and_all_the_rest_is(
    slack: Loopback, model: Loopback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    slack.answer("apps.connections.open", {"ok": True, "url": "wss://x.example"})
    for name, value in {
        "SLACK_APP_TOKEN": "xapp-1",
        "SLACK_BASE_URL": slack.url,
        "DATABASE_URL": f"sqlite:///{tmp_path}/parley.db",
        "PARLEY_SECRET_KEY": "short",
        "OPENAI_API_KEY": "sk-1",
        "OPENAI_BASE_URL": model.url.removeprefix("http://"),
        "PARLEY_ANSWER_DAYS": "soon",
    }.items():
        monkeypatch.setenv(name, value)
    found = examine(*look_at_settings(None))
    assert [(f.about, f.is_fault) for f in found] == [
        ("bot token", True),
        ("app token", False),
        ("database", False),
        ("secret key", True),
        ("library", False),
        ("language model", True),
        ("settings", True),
    ]
    assert "built-in facilitator" not in found[5].sentence
    assert model.calls == []
    assert [call.bearer for call in slack.calls] == ["xapp-1"]


def test_no_token_goes_to_slack_where_another_address_was_meant() -> None:
    settings = Settings(_env_file=None, slack_bot_token="xoxb-1", slack_app_token="xapp-1")
    fault = Fault("SLACK_BASE_URL", "is not an https address", "Leave it out.")
    found = examine(settings, (fault,))
    about_slack = [f.about for f in found if "lack" in f.about or "token" in f.about]
    assert about_slack == ["Slack's address"]


def test_a_library_of_ones_own_is_read_too(tmp_path: Path) -> None:
    assert not library_finding(None).is_fault
    (tmp_path / "mine.yaml").write_text("terms: 7\n", encoding="utf-8")
    found = library_finding(tmp_path)
    assert found.is_fault
    assert "mine.yaml" in found.sentence


def printed(*findings: Finding) -> str:
    out = io.StringIO()
    shown(findings, Console(file=out, width=100))
    return out.getvalue()


def test_a_fault_is_shown_with_its_next_step() -> None:
    told = printed(
        Finding("database", "It answers [fine]."), Finding("app token", "Not taken.", "Copy it.")
    )
    assert "✓  database   It answers [fine]." in told
    assert "✗  app token  Not taken." in told
    assert "→ Copy it." in told
    assert told.rstrip().endswith("One thing to mend.")


@pytest.mark.parametrize(
    ("faults", "last"),
    [
        (0, "Everything that Parley needs is there."),
        (2, "2 things to mend, the first one first."),
    ],
)
def test_the_last_line_sums_it_up(faults: int, last: str) -> None:
    told = printed(*[Finding("x", "y", "z")] * faults, Finding("a", "b"))
    assert told.rstrip().endswith(last)
