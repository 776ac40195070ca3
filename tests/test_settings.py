"""The environment, read once: every fault at once, and no secret in any of it."""

import re
from pathlib import Path

import pytest

from bot.casework.usage import Price
from bot.settings import Settings, SettingsFault, look_at_settings, read_settings

KEY = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LTEyMzQ="
GOOD = {"SLACK_BOT_TOKEN": "xoxb-1-abc", "SLACK_APP_TOKEN": "xapp-1-def"}
VARIABLES = tuple(name.upper() for name in Settings.model_fields)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def read(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in {**GOOD, **values}.items():
        monkeypatch.setenv(name, value)
    return read_settings(None)


def faults(monkeypatch: pytest.MonkeyPatch, **values: str) -> tuple[str, ...]:
    with pytest.raises(SettingsFault) as raised:
        read(monkeypatch, **values)
    return tuple(map(str, raised.value.faults))


def test_two_tokens_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch)
    assert settings.slack_bot_token.get_secret_value() == "xoxb-1-abc"
    assert settings.slack_base_url == "https://slack.com/api/"
    assert settings.database_url.get_secret_value() == "sqlite:///parley.db"
    assert settings.openai_api_key is None
    assert settings.parley_pace_seconds == 1.0
    assert settings.parley_answer_days == 3.0


def test_beside_the_faults_stands_what_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-1-def")
    monkeypatch.setenv("DATABASE_URL", "mysql://host/db")
    monkeypatch.setenv("PARLEY_ANSWER_DAYS", "soon")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    settings, found = look_at_settings(None)
    assert [f.variable for f in found] == [
        "SLACK_BOT_TOKEN",
        "DATABASE_URL",
        "PARLEY_ANSWER_DAYS",
    ]
    assert settings.slack_bot_token.get_secret_value() == ""
    assert settings.slack_app_token.get_secret_value() == "xapp-1-def"
    assert settings.parley_answer_days == 3.0
    assert settings.openai_base_url == "http://127.0.0.1:9/v1"


def test_where_all_is_right_there_is_no_fault_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    known = read(monkeypatch)
    assert look_at_settings(None) == (known, ())


def test_every_fault_is_told_at_once_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    found = faults(
        monkeypatch,
        SLACK_BOT_TOKEN="",
        SLACK_APP_TOKEN="xoxb-wrong",
        DATABASE_URL="mysql://host/db",
        PARLEY_ANSWER_DAYS="soon",
        PARLEY_SECRET_KEY="short",
    )
    assert [line.split(":")[0] for line in found] == [
        "SLACK_BOT_TOKEN",
        "SLACK_APP_TOKEN",
        "DATABASE_URL",
        "PARLEY_SECRET_KEY",
        "PARLEY_ANSWER_DAYS",
    ]
    assert found[0].startswith("SLACK_BOT_TOKEN: is not set. Copy the Bot User OAuth Token")
    assert "does not begin with xapp-" in found[1]
    assert found[3].endswith("separated by commas.")


def test_only_a_bot_in_the_sandbox_can_be_told_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = faults(monkeypatch, PARLEY_CLOCK_FILE="clock")
    assert "SLACK_BASE_URL is not on this machine" in found
    here = read(monkeypatch, PARLEY_CLOCK_FILE="clock", SLACK_BASE_URL="http://127.0.0.1:1/api/")
    assert here.parley_clock_file == Path("clock")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", "xoxp-1"),
        ("SLACK_BASE_URL", "http://slack.example/api/"),
        ("SLACK_BASE_URL", "slack.com/api"),
        ("PARLEY_SECRET_KEY", f"{KEY},nonsense"),
        ("OPENAI_BASE_URL", "models.example"),
        ("PARLEY_MODEL_TIMEOUT", "-5"),
        ("PARLEY_DAILY_TOKENS", "-1"),
        ("PARLEY_PACE_SECONDS", "11"),
        ("PARLEY_LIBRARY", "/nowhere/at/all"),
        ("PARLEY_ANSWER_DAYS", "-5"),
        ("PARLEY_LOG_LEVEL", "loud"),
        ("PARLEY_DEBUG_TEXTS", "perhaps"),
    ],
)
def test_a_value_that_is_not_right(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    [found] = faults(monkeypatch, **{name: value})
    assert found.startswith(f"{name}: ")
    assert found.endswith(".")
    assert value not in found


def test_this_machine_is_reached_without_https(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, SLACK_BASE_URL="http://127.0.0.1:4000/api")
    assert settings.slack_base_url == "http://127.0.0.1:4000/api/"


def test_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(
        monkeypatch,
        OPENAI_API_KEY="sk-hidden",
        PARLEY_SECRET_KEY=KEY,
        DATABASE_URL="postgresql://parley:hidden@host/parley",
    )
    shown = f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    for secret in ("xoxb-1-abc", "xapp-1-def", "sk-hidden", KEY, "hidden"):
        assert secret not in shown


def test_no_secret_is_in_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsFault) as raised:
        read(monkeypatch, SLACK_BOT_TOKEN="hidden-1", DATABASE_URL="mysql://parley:hidden-2@h/d")
    fault = raised.value
    assert "hidden" not in f"{fault!r}{fault}"
    assert fault.__cause__ is None
    assert fault.__context__ is None


class TestWhereTheKeyIs:
    def test_beside_the_sqlite_file(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert read(monkeypatch).key_file == Path("parley.key")
        settings = read(monkeypatch, DATABASE_URL="sqlite:////var/parley/data.db?mode=rw")
        assert settings.key_file == Path("/var/parley/data.key")

    @pytest.mark.parametrize(
        "url", ["postgresql://host/db", "postgresql+psycopg://host/db", "sqlite://"]
    )
    def test_where_there_is_no_file_it_has_to_be_set(
        self, monkeypatch: pytest.MonkeyPatch, url: str
    ) -> None:
        wrong_too, found = faults(monkeypatch, DATABASE_URL=url, SLACK_APP_TOKEN="")
        assert wrong_too.startswith("SLACK_APP_TOKEN")
        assert found.startswith("PARLEY_SECRET_KEY: is not set")
        assert "parley key" in found
        settings = read(monkeypatch, DATABASE_URL=url, PARLEY_SECRET_KEY=KEY)
        assert settings.key_file is None

    def test_several_keys_are_taken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        settings = read(monkeypatch, PARLEY_SECRET_KEY=f"{KEY}, {KEY}")
        assert settings.parley_secret_key is not None


class TestTheFile:
    def test_the_environment_goes_before_it(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        file = tmp_path / ".env"
        file.write_text("SLACK_BOT_TOKEN=xoxb-file\nSLACK_APP_TOKEN=xapp-file\nUNKNOWN=1\n")
        monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-environment")
        settings = read_settings(file)
        assert settings.slack_bot_token.get_secret_value() == "xoxb-file"
        assert settings.slack_app_token.get_secret_value() == "xapp-environment"


class TestTheExample:
    text = (Path(__file__).parent.parent / ".env.example").read_text(encoding="utf-8")
    shown = re.findall(r"^(#?)([A-Z_]+)=(.*)$", text, re.MULTILINE)

    def test_it_names_the_same_variables_as_the_settings(self) -> None:
        assert sorted(name for _, name, _ in self.shown) == sorted(VARIABLES)

    def test_the_required_ones_come_first_and_are_the_only_ones_to_fill_in(self) -> None:
        required = [n.upper() for n, f in Settings.model_fields.items() if f.is_required()]
        assert [name for hidden, name, _ in self.shown if not hidden] == required
        assert [name for _, name, _ in self.shown[: len(required)]] == required

    def test_the_values_it_shows_are_the_ones_that_hold(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        shown = {name: value for hidden, name, value in self.shown if hidden and value}
        assert read(monkeypatch, **shown) == read(monkeypatch)

    def test_each_is_explained(self) -> None:
        for paragraph in re.split(r"\n\n+", self.text):
            if re.search(r"^#?[A-Z_]+=", paragraph, re.MULTILINE):
                assert paragraph.startswith("# "), paragraph


def test_prices_are_read_by_model(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, PARLEY_PRICES="gpt-5-mini=0.25/2.00, openai:gpt-5=1.25/10,")
    assert settings.prices == {"gpt-5-mini": Price(0.25, 2), "openai:gpt-5": Price(1.25, 10)}
    assert read(monkeypatch, PARLEY_PRICES="").prices == {}


@pytest.mark.parametrize("text", ["cheap", "m=1", "m=a/b", "=1/2", "m=-1/2", "m=nan/1", "m=1/inf"])
def test_what_is_no_price_is_told(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    (fault,) = faults(monkeypatch, PARLEY_PRICES=text)
    assert f"is no price: {text}" in fault
    assert "gpt-5-mini=0.25/2.00" in fault


def test_a_limit_in_money_needs_a_price(monkeypatch: pytest.MonkeyPatch) -> None:
    (fault,) = faults(monkeypatch, PARLEY_DAILY_COST="5", PARLEY_PRICES="other=1/2")
    assert "no price for PARLEY_MODEL" in fault
    priced = read(monkeypatch, PARLEY_DAILY_COST="5", PARLEY_PRICES="gpt-5-mini=0.25/2")
    assert priced.parley_daily_cost == 5
