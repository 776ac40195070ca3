"""The environment, read once. Every fault is found at the first look, with what to do about it."""

import base64
import binascii
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.casework.usage import Price, Prices

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Fault:
    """One variable that is not set, or not right. No value of any variable is in it."""

    variable: str
    what: str
    todo: str

    def __str__(self) -> str:
        return f"{self.variable}: {self.what}. {self.todo}"


class SettingsFault(Exception):
    """The environment is not complete, or not right."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def _bot_token(token: SecretStr) -> SecretStr:
    return _beginning(token, "xoxb-")


def _app_token(token: SecretStr) -> SecretStr:
    return _beginning(token, "xapp-")


def _beginning(token: SecretStr, prefix: str) -> SecretStr:
    if not token.get_secret_value().startswith(prefix):
        raise ValueError(f"does not begin with {prefix}")
    return token


def _slack_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise ValueError("is not an https address, and only this machine may go without")
    return url if url.endswith("/") else url + "/"


def _database(url: SecretStr) -> SecretStr:
    scheme = url.get_secret_value().split(":", 1)[0].split("+", 1)[0]
    if scheme not in {"sqlite", "postgresql"}:
        raise ValueError("is neither a sqlite: nor a postgresql: address")
    return url


def _keys(keys: SecretStr) -> SecretStr:
    for key in keys.get_secret_value().split(","):
        try:
            size = len(base64.urlsafe_b64decode(key.strip()))
        except (binascii.Error, ValueError):
            size = 0
        if size != 32:
            raise ValueError("is not a key of 32 bytes")
    return keys


def _key_file(database: SecretStr) -> Path | None:
    scheme, _, rest = database.get_secret_value().partition(":///")
    name = rest.split("?", 1)[0]
    if not scheme.startswith("sqlite") or name in {"", ":memory:"}:
        return None
    return Path(name).with_suffix(".key")


def prices_in(text: str) -> Prices:
    """What a million tokens cost by model, from "gpt-5-mini=0.25/2, gpt-5=1.25/10".

    Raises ValueError.
    """
    prices: dict[str, Price] = {}
    for entry in filter(None, (part.strip() for part in text.split(","))):
        model, _, told = entry.rpartition("=")
        prompt, _, answer = told.partition("/")
        try:
            price = Price(float(prompt), float(answer))
        except ValueError as fault:
            raise ValueError(f"has an entry that is no price: {entry}") from fault
        if not model.strip() or not 0 <= price.prompt < inf or not 0 <= price.answer < inf:
            raise ValueError(f"has an entry that is no price: {entry}")
        prices[model.strip()] = price
    return prices


def _priced(text: str) -> str:
    prices_in(text)
    return text


def _readable(path: Path) -> Path:
    if not path.exists():
        raise ValueError("names no file or folder that is there")
    return path


class Settings(BaseSettings):
    """One field for each variable of the same name in capitals. See `.env.example`.

    The description of a field is what its fault tells the reader to do.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    slack_bot_token: Annotated[SecretStr, AfterValidator(_bot_token)] = Field(
        description="Copy the Bot User OAuth Token from your app's page OAuth & Permissions."
    )
    slack_app_token: Annotated[SecretStr, AfterValidator(_app_token)] = Field(
        description="Make an app-level token with connections:write on the page Basic Information."
    )
    slack_base_url: Annotated[str, AfterValidator(_slack_address)] = Field(
        "https://slack.com/api/", description="Leave it out to use Slack itself."
    )
    database_url: Annotated[SecretStr, AfterValidator(_database)] = Field(
        SecretStr("sqlite:///parley.db"),
        description="Use sqlite:///parley.db or postgresql://user:password@host/name.",
    )
    parley_secret_key: Annotated[SecretStr, AfterValidator(_keys)] | None = Field(
        None,
        validate_default=True,
        description="Make a key with `parley key`; several are separated by commas.",
    )
    openai_api_key: SecretStr | None = Field(
        None, description="Leave it out and the built-in facilitator finds the words."
    )
    openai_base_url: str | None = Field(
        None,
        pattern=r"^https?://",
        description="Begin it with https://, and end it as your server's manual says.",
    )
    parley_model: str = Field("gpt-5-mini", min_length=1, description="Name a model of the server.")
    parley_model_timeout: float = Field(
        20.0, gt=0, le=120, description="Give seconds, above 0 and up to 120."
    )
    parley_daily_tokens: int = Field(
        500_000, ge=0, description="Give a whole number of tokens; 0 keeps the model silent."
    )
    parley_prices: Annotated[str, AfterValidator(_priced)] = Field(
        "",
        description="List models with what a million tokens cost, given and answered: "
        "gpt-5-mini=0.25/2.00, gpt-5=1.25/10.",
    )
    parley_daily_cost: float | None = Field(
        None, ge=0, description="Give an amount in the money of PARLEY_PRICES; 0 keeps it silent."
    )
    parley_pace_seconds: float = Field(
        1.0, ge=0, le=10, description="Give seconds, 0 to 10; Slack itself takes about one."
    )
    parley_library: Annotated[Path, AfterValidator(_readable)] | None = Field(
        None, description="Name a folder of terms of your own, or leave it out."
    )
    parley_hosted_by: str = Field(
        "", max_length=80, description="Name the organisation that runs this Parley."
    )
    parley_paid_by: str = Field(
        "", max_length=80, description="Name who pays for it, where that is somebody else."
    )
    parley_kept_in: str = Field(
        "", max_length=120, description="Say where the database stands, such as a town."
    )
    parley_neutral_host: bool = Field(
        False, description="Use true where who runs Parley is on neither side, else false."
    )
    parley_answer_days: float = Field(
        3.0, gt=0, le=60, description="Give days, above 0 and up to 60."
    )
    parley_log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="Use debug, info, warning or error."
    )
    parley_debug_texts: bool = Field(
        False, description="Use true or false; true writes what people said into the logs."
    )

    parley_clock_file: Path | None = Field(
        None,
        description="Leave it out: only a bot that speaks to the sandbox on this machine can be "
        "told the time.",
    )

    @field_validator("parley_daily_cost")
    @classmethod
    def _can_be_counted(cls, cost: float | None, info: ValidationInfo) -> float | None:
        prices = prices_in(info.data.get("parley_prices", ""))
        if cost is not None and info.data.get("parley_model") not in prices:
            raise ValueError("is set, and PARLEY_PRICES has no price for PARLEY_MODEL")
        return cost

    @field_validator("parley_clock_file")
    @classmethod
    def _is_a_trial(cls, file: Path | None, info: ValidationInfo) -> Path | None:
        address = urlsplit(info.data.get("slack_base_url", ""))
        if file is not None and address.hostname not in LOOPBACK:
            raise ValueError("is set, and SLACK_BASE_URL is not on this machine")
        return file

    @field_validator("parley_secret_key")
    @classmethod
    def _has_a_place(cls, keys: SecretStr | None, info: ValidationInfo) -> SecretStr | None:
        url = info.data.get("database_url")
        if keys is None and url is not None and _key_file(url) is None:
            raise ValueError("is not set, and this DATABASE_URL names no file to keep one beside")
        return keys

    @property
    def prices(self) -> Prices:
        return prices_in(self.parley_prices)

    @property
    def key_file(self) -> Path | None:
        """Where the key is kept while PARLEY_SECRET_KEY is not set: beside the SQLite file."""
        return _key_file(self.database_url)


class _WhatIsThere(Settings):
    """The variables that can be read; in place of the others their defaults, or nothing."""

    slack_bot_token: SecretStr = SecretStr("")
    slack_app_token: SecretStr = SecretStr("")

    @field_validator("*", mode="wrap")
    @classmethod
    def _or_its_default(
        cls, value: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo
    ) -> Any:
        try:
            return read(value)
        except ValueError:
            return cls.model_fields[str(info.field_name)].get_default()


def read_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this process; the environment goes before the file.

    Raises SettingsFault with all faults at once, and no value of any variable in it.
    """
    try:
        return Settings(_env_file=env_file)
    except ValidationError as fault:
        found = tuple(_told(details) for details in fault.errors())
    raise SettingsFault(found)


def look_at_settings(env_file: Path | None = Path(".env")) -> tuple[Settings, tuple[Fault, ...]]:
    """What can be read of the settings, and what is wrong with the rest.

    A variable with a fault has its default, a token without one is empty: only for whoever looks
    at the faults before using a value.
    """
    try:
        return read_settings(env_file), ()
    except SettingsFault as fault:
        return _WhatIsThere(_env_file=env_file), fault.faults


def _told(fault: ErrorDetails) -> Fault:
    name = str(fault["loc"][0])
    what = {"missing": "is not set", "value_error": fault["msg"].removeprefix("Value error, ")}
    todo = Settings.model_fields[name].description or ""
    return Fault(name.upper(), what.get(fault["type"], "is not right"), todo)
