"""The tables. A case's public state is one JSON column beside the columns that are asked for."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.secrets import EncryptedText


def _json() -> Any:
    return Column(JSON, nullable=False)


class InstallationRow(SQLModel, table=True):
    """A workspace that Parley is installed in. Tokens of OAuth installations stand encrypted."""

    __tablename__ = "installation"
    workspace: str = Field(primary_key=True)
    name: str = ""
    bot_token: str | None = Field(default=None, sa_column=Column(EncryptedText, nullable=True))
    installed_at: datetime


class PartnershipRow(SQLModel, table=True):
    __tablename__ = "partnership"
    id: str = Field(primary_key=True)
    workspace: str = Field(index=True)
    version: int


class PartnershipChannelRow(SQLModel, table=True):
    __tablename__ = "partnership_channel"
    workspace: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    partnership: str = Field(foreign_key="partnership.id", index=True)


class SideRow(SQLModel, table=True):
    __tablename__ = "side"
    id: str = Field(primary_key=True)
    partnership: str = Field(foreign_key="partnership.id", index=True)
    position: int
    name: str
    trade_role: str
    team_id: str | None = None
    enterprise: str | None = None


class MembershipRow(SQLModel, table=True):
    __tablename__ = "membership"
    partnership: str = Field(primary_key=True, foreign_key="partnership.id")
    person: str = Field(primary_key=True)
    side: str = Field(foreign_key="side.id")
    since: datetime
    roles: str
    named_by: str | None = None
    confirmed_by: str | None = None
    roles_by: str | None = None


class PersonRow(SQLModel, table=True):
    """Slack's directory as it was read last."""

    __tablename__ = "person"
    id: str = Field(primary_key=True)
    name: str
    team_id: str
    is_guest: bool = False
    is_bot: bool = False
    timezone: str = "UTC"
    locale: str = "en"
    enterprise: str = Field(default="", sa_column_kwargs={"server_default": ""})
    teams: str = Field(default="", sa_column_kwargs={"server_default": ""})


class ChannelPersonRow(SQLModel, table=True):
    __tablename__ = "channel_person"
    channel: str = Field(primary_key=True)
    person: str = Field(primary_key=True)


class CaseRow(SQLModel, table=True):
    __tablename__ = "case_record"
    __table_args__ = (UniqueConstraint("workspace", "number"),)
    id: str = Field(primary_key=True)
    workspace: str = Field(index=True)
    number: int
    partnership: str = Field(foreign_key="partnership.id", index=True)
    channel: str = Field(index=True)
    stage: str = Field(index=True)
    answer_by: datetime | None = Field(default=None, index=True)
    version: int
    state: dict[str, Any] = Field(sa_column=_json())


class CaucusRow(SQLModel, table=True):
    """What one side told in private, encrypted as a whole."""

    __tablename__ = "caucus"
    case_id: str = Field(primary_key=True, foreign_key="case_record.id")
    side: str = Field(primary_key=True)
    revision: int
    told: str = Field(sa_column=Column(EncryptedText, nullable=False))


class ClarificationRow(SQLModel, table=True):
    __tablename__ = "clarification"
    id: str = Field(primary_key=True)
    workspace: str = Field(index=True)
    channel: str = Field(index=True)
    outcome: str
    version: int
    state: dict[str, Any] = Field(sa_column=_json())


class PrivateLineRow(SQLModel, table=True):
    __tablename__ = "private_line"
    clarification_id: str = Field(primary_key=True, foreign_key="clarification.id")
    side: str = Field(primary_key=True)
    told: str = Field(sa_column=Column(EncryptedText, nullable=False))


class TimelineLinkRow(SQLModel, table=True):
    """Links are only ever added; triggers refuse everything else."""

    __tablename__ = "timeline_link"
    subject: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    kind: str
    actor: str | None = None
    at: datetime
    digest: str
    previous: str
    hash: str


class TimelineTextRow(SQLModel, table=True):
    """A link's text with the salt of its digest, in a row of its own: both are erased together."""

    __tablename__ = "timeline_text"
    subject: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    text: str = Field(sa_column=Column(Text, nullable=False))
    salt: str


class ConsentRow(SQLModel, table=True):
    __tablename__ = "consent"
    id: int | None = Field(default=None, primary_key=True)
    person: str = Field(index=True)
    scope: str = Field(index=True)
    wording: str
    given_at: datetime
    revoked_at: datetime | None = None


class MessageRow(SQLModel, table=True):
    __tablename__ = "message"
    channel: str = Field(primary_key=True)
    ts: str = Field(primary_key=True)
    thread_ts: str = Field(index=True)
    author: str
    author_name: str = ""
    text: str = Field(sa_column=Column(Text, nullable=False))
    files: list[str] = Field(sa_column=_json())
    edited: str = ""


class SentRow(SQLModel, table=True):
    """What Parley keeps in a channel under a deterministic key."""

    __tablename__ = "outbox"
    key: str = Field(primary_key=True)
    channel: str
    thread_ts: str | None = None
    ts: str | None = None
    revision: int


class ClaimRow(SQLModel, table=True):
    """What was done once. By its mark: a form's contents and a press may be told in private."""

    __tablename__ = "claim"
    key: str = Field(primary_key=True)
    at: datetime = Field(index=True)


class ModelCallRow(SQLModel, table=True):
    """A call to a language model: what it cost, never what it said."""

    __tablename__ = "model_call"
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(index=True)
    call: str
    model: str
    attempt: int
    outcome: str
    prompt_tokens: int
    answer_tokens: int
    seconds: float


class DueRow(SQLModel, table=True):
    """What comes round, and when it is due next."""

    __tablename__ = "due"
    workspace: str = Field(primary_key=True)
    round: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    since: datetime
    at: datetime = Field(index=True)


class PreferenceRow(SQLModel, table=True):
    """What people have set for a channel, for themselves, for a side or for the workspace."""

    __tablename__ = "preference"
    workspace: str = Field(primary_key=True)
    scope: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    state: dict[str, Any] = Field(sa_column=_json())


class PulseRow(SQLModel, table=True):
    """How a side finds the partnership going, a month, encrypted."""

    __tablename__ = "pulse"
    side: str = Field(primary_key=True, foreign_key="side.id")
    month: date = Field(primary_key=True)
    told: str = Field(sa_column=Column(EncryptedText, nullable=False))


class FairnessRow(SQLModel, table=True):
    """What one side thought of an agreement, encrypted."""

    __tablename__ = "fairness"
    case_id: str = Field(primary_key=True, foreign_key="case_record.id")
    side: str = Field(primary_key=True)
    moment: str = Field(primary_key=True)
    told: str = Field(sa_column=Column(EncryptedText, nullable=False))
