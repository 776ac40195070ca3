"""The command `parley`: what it says, and how it ends."""

import base64
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.facilitator.evaluation import SHIPPED
from bot.settings import Settings
from bot.slack.manifest import manifest
from tests.casework.world import sqlite_world
from tests.logs_kept import logs_kept
from tests.slack import loopback
from tests.slack.loopback import Loopback

ROOT = Path(__file__).parent.parent
HEAVY = ("slack_sdk", "slack_bolt", "sqlalchemy", "dbos", "pydantic_settings", "numpy", "langchain")


@pytest.fixture(scope="module")
def slack() -> Iterator[Loopback]:
    with loopback.running() as server:
        yield server


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, slack: Loopback) -> Path:
    """An empty folder and a complete environment."""
    slack.forget()
    slack.answer("auth.test", {"ok": True, "user": "parley", "team_id": "T1", "bot_id": "B1"})
    slack.answer("apps.connections.open", {"ok": True, "url": "wss://127.0.0.1:1"})
    slack.answer("chat.postMessage", {"ok": True, "ts": "1.2"})
    slack.answer("conversations.info", {"ok": True, "channel": {"is_member": True}})
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in {
        "SLACK_BOT_TOKEN": "xoxb-1",
        "SLACK_APP_TOKEN": "xapp-1",
        "SLACK_BASE_URL": slack.url,
        "PARLEY_LOG_LEVEL": "warning",
    }.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def call(*words: str) -> Result:
    with logs_kept():
        return CliRunner().invoke(app, list(words))


class TestTheLightOnes:
    def test_each_has_one_line_of_help(self) -> None:
        listed = call("--help").stdout
        for command in ("run", "digest", "doctor", "terms", "manifest", "key", "version"):
            assert f" {command} " in listed

    def test_the_version_is_the_projects(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert call("version").stdout.strip() == project["version"]

    def test_a_key_is_new_each_time_and_fits_the_settings(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, second = (call("key").stdout.strip() for _ in range(2))
        assert first != second
        assert len(base64.urlsafe_b64decode(first)) == 32
        monkeypatch.setenv("PARLEY_SECRET_KEY", f"{first},{second}")
        assert Settings(_env_file=None).parley_secret_key is not None

    def test_the_manifest_can_be_pasted(self) -> None:
        assert json.loads(call("manifest").stdout) == manifest()

    def test_the_terms_are_listed_with_their_options_as_a_case_file_writes_them(self) -> None:
        assert "Payment days: " in call("terms").stdout
        listed = json.loads(call("terms", "--json").stdout)
        assert "30 days" in listed["Payment days"]
        assert len(listed) > len(call("terms").stdout.splitlines()), "no other language is listed"

    def test_terms_of_ones_own_are_listed_too_and_a_faulty_file_is_told(
        self, tmp_path: Path
    ) -> None:
        done = call("terms", "--library", str(tmp_path / "nowhere.yaml"))
        assert done.exit_code == 1
        assert "there is no such file" in done.stderr

    @pytest.mark.parametrize("command", ["version", "key", "manifest"])
    def test_they_wait_for_no_library(self, command: str) -> None:
        program = (
            "import sys\nfrom bot.cli import app\n"
            f"app(['{command}'], standalone_mode=False)\n"
            f"print([n for n in {HEAVY} if n in sys.modules], file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert done.stderr.strip() == "[]"


class TestWhatCannotGoOn:
    @pytest.mark.parametrize("words", [("run",), ("digest", "--channel", "C1")])
    def test_every_missing_setting_is_told_at_once(
        self, here: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
    ) -> None:
        monkeypatch.delenv("SLACK_BOT_TOKEN")
        monkeypatch.setenv("SLACK_APP_TOKEN", "secret-wrong")
        done = call(*words)
        assert done.exit_code == 1
        assert "SLACK_BOT_TOKEN: is not set." in done.stderr
        assert "SLACK_APP_TOKEN: does not begin with xapp-" in done.stderr
        assert "secret-wrong" not in done.output
        assert "Traceback" not in done.output
        assert '"fault"' not in done.output

    @pytest.mark.parametrize("words", [("run",), ("digest", "--channel", "C1")])
    def test_a_token_that_slack_does_not_take(
        self, here: Path, slack: Loopback, words: tuple[str, ...]
    ) -> None:
        slack.refuse("auth.test", "invalid_auth")
        done = call(*words)
        assert done.exit_code == 1
        assert "Slack did not take a call: invalid_auth." in done.stderr
        assert "parley doctor" in done.stderr

    def test_a_slack_out_of_reach_is_named_by_its_address_and_nothing_else_is_told(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SLACK_BASE_URL", "http://127.0.0.1:9/api/")
        monkeypatch.delenv("PARLEY_LOG_LEVEL")
        done = call("digest", "--channel", "C1")
        assert done.exit_code == 1
        assert done.stderr.splitlines() == [
            "Slack was not reached at http://127.0.0.1:9/api/. "
            "See whether this machine is online, and try again."
        ]

    def test_a_database_that_cannot_be_opened(self, here: Path) -> None:
        (here / "parley.db").write_text("a shopping list, " * 100)
        done = call("digest", "--channel", "C1")
        assert done.exit_code == 1
        assert "The database did not take a call" in done.stderr

    def test_a_database_in_a_folder_that_cannot_be_made(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (here / "taken").write_text("a file")
        monkeypatch.setenv("DATABASE_URL", f"sqlite:///{here}/taken/parley.db")
        monkeypatch.delenv("PARLEY_SECRET_KEY", raising=False)
        done = call("digest", "--channel", "C1", "--dry-run")
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith("The key beside the database, ")
        assert "Name a folder in DATABASE_URL that Parley may write to" in done.stderr

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("channel_not_found", "Parley finds no channel WRONG. Check the id, which is the end"),
            ("not_in_channel", "Parley is not in the channel WRONG. Check the id"),
            ("invalid_arguments", "Parley finds no channel WRONG. Check the id"),
            ("is_archived", "The channel WRONG is archived. Take it out, or name another"),
        ],
    )
    @pytest.mark.parametrize("more", [(), ("--dry-run",)])
    def test_a_digest_of_a_channel_that_cannot_be_reached(
        self, here: Path, slack: Loopback, code: str, said: str, more: tuple[str, ...]
    ) -> None:
        slack.refuse("conversations.info", code)
        done = call("digest", "--channel", "WRONG", *more)
        assert (done.exit_code, done.stdout) == (1, "")
        assert done.stderr.startswith(said)
        assert len(done.stderr.splitlines()) == 1

    def test_a_digest_of_a_public_channel_that_parley_was_not_invited_to(
        self, here: Path, slack: Loopback
    ) -> None:
        slack.answer("conversations.info", {"ok": True, "channel": {"is_member": False}})
        done = call("digest", "--channel", "C1")
        assert done.exit_code == 1
        assert "write “/invite @Parley” in the channel" in done.stderr
        assert slack.calls_to("chat.postMessage") == []

    @pytest.mark.parametrize("days", ["0", "many", "999999999"])
    def test_days_that_are_no_days(self, here: Path, days: str) -> None:
        done = call("usage", "--days", days)
        assert done.exit_code == 2
        assert "--days" in done.stderr
        assert "Traceback" not in done.output
        assert '"fault"' not in done.output

    def test_a_model_that_nobody_can_reach_is_not_scored(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        unset = call("eval", "--model", "gpt-x")
        assert unset.exit_code == 1
        assert unset.stderr.startswith("To ask gpt-x, set OPENAI_API_KEY, or OPENAI_BASE_URL")
        known = yaml.safe_load((SHIPPED / "plain_conflicts.yaml").read_text(encoding="utf-8"))
        (here / "one").mkdir()
        one = yaml.safe_dump(known[:1], allow_unicode=True)
        (here / "one" / "case.yaml").write_text(one, encoding="utf-8")
        nowhere = ("--base-url", "http://127.0.0.1:9/v1", "--cases", "one")
        silent = call("eval", "--model", "gpt-x", *nowhere)
        assert (silent.exit_code, silent.stdout) == (1, "")
        assert "nothing to score" in silent.stderr

    def test_cases_and_a_place_for_the_report_that_are_not_there(self, here: Path) -> None:
        (here / "taken").write_text("a file")
        for words in (("--cases", "nowhere"), ("--out", "taken")):
            done = call("eval", *words)
            assert (done.exit_code, done.stdout) == (1, "")
            assert len(done.stderr.splitlines()) == 1

    def test_a_digest_needs_its_channel(self, here: Path) -> None:
        assert call("digest").exit_code == 2


class TestTheDoctor:
    def test_where_all_is_well_it_ends_with_0(self, here: Path) -> None:
        done = call("doctor")
        assert done.exit_code == 0, done.output
        assert "Everything that Parley needs is there." in done.stdout
        assert list(here.iterdir()) == []

    def test_a_fault_ends_with_1_and_says_what_to_do(self, here: Path, slack: Loopback) -> None:
        slack.refuse("apps.connections.open", "not_allowed_token_type")
        done = call("doctor")
        assert done.exit_code == 1
        assert "Swap the two" in done.stdout

    def test_where_settings_are_missing_it_looks_at_everything_else_all_the_same(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("SLACK_BOT_TOKEN")
        monkeypatch.setenv("SLACK_APP_TOKEN", "secret-wrong")
        (here / "parley.db").write_text("a shopping list, " * 100)
        done = call("doctor")
        told = " ".join(done.stdout.split())
        assert (done.exit_code, done.stderr) == (1, "")
        assert "SLACK_BOT_TOKEN is not set. → Copy the Bot User OAuth Token" in told
        assert "SLACK_APP_TOKEN does not begin with xapp-" in told
        assert "It cannot be opened" in told
        assert "language model None is set" in told
        assert "3 things to mend" in told
        assert "secret-wrong" not in done.output

    def test_it_speaks_alone_and_no_log_beside_it(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SLACK_BASE_URL", "http://127.0.0.1:9/api/")
        monkeypatch.delenv("PARLEY_LOG_LEVEL")
        done = call("doctor")
        assert (done.exit_code, done.stderr) == (1, "")
        assert "whether this machine reaches http://127.0.0.1:9/api/" in " ".join(
            done.stdout.split()
        )


class TestTheDigest:
    def test_it_is_printed_and_posted_once_a_week(self, here: Path, slack: Loopback) -> None:
        call("digest", "--channel", "C1", "--dry-run")
        case = sqlite_world(here / "parley.db").raise_case(title="Late in May")
        for _ in range(2):
            done = call("digest", "--channel", "C1")
            assert done.exit_code == 0, done.output
            assert f"“Late in May” waits: each side tells its side. (case {case.number})" in (
                done.stdout
            )
        [posted] = slack.calls_to("chat.postMessage")
        assert posted["channel"] == "C1"

    def test_a_quiet_week_is_printed_and_not_posted(self, here: Path, slack: Loopback) -> None:
        done = call("digest", "--channel", "C1")
        assert "A quiet week" in done.stdout
        assert slack.calls_to("chat.postMessage") == []

    def test_a_dry_run_is_printed_alone(self, here: Path, slack: Loopback) -> None:
        done = call("digest", "--channel", "C1", "--dry-run")
        assert done.exit_code == 0, done.output
        assert done.stdout.strip()
        assert slack.calls_to("chat.postMessage") == []
