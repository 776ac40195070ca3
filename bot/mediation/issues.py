"""What a case can be about."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.mediation.people import ChannelId, PersonId


class IssueKind(StrEnum):
    LATE_DELIVERY = "late_delivery"
    PRICE = "price"
    VOLUME = "volume"
    PAYMENT = "payment"
    FORECAST = "forecast"
    QUALITY = "quality"
    INNOVATION = "innovation"
    DETENTION = "detention"
    EXCLUSIVITY = "exclusivity"
    SERVICE_LEVEL = "service_level"
    SCOPE = "scope"
    COMMUNICATION = "communication"
    OTHER = "other"


class Urgency(StrEnum):
    LOW = "low"
    NORMAL = "normal"
    URGENT = "urgent"


class GapKind(StrEnum):
    """What lies between two sides (mediation's usual five)."""

    FACT = "fact"
    INTERPRETATION = "interpretation"
    INTEREST = "interest"
    VALUE = "value"
    RECOGNITION = "recognition"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a channel, as it stood when it was read.

    `ts` is Slack's, unique in its channel. `files` are the names of what was attached. `edited`:
    Slack's ts of the edit that these words come from, "" where they were never edited.
    """

    channel: ChannelId
    ts: str
    author: PersonId
    text: str
    files: tuple[str, ...] = ()
    author_name: str = ""
    edited: str = ""

    def is_newer_than(self, edit: str) -> bool:
        """Whether these words come from a later edit than that one (a ts, "" for none)."""
        return _moment(self.edited) > _moment(edit)


def _moment(ts: str) -> tuple[int, ...]:
    """A ts as Slack writes it, seconds and a serial number, so that two can be compared."""
    parts = ts.split(".")
    return tuple(int(p) for p in parts) if all(p.isdecimal() for p in parts) else ()


@dataclass(frozen=True, slots=True)
class Claim:
    """Words of one message, as they stand in it. `ts` is the message's, so that it can be cited."""

    ts: str
    author: PersonId
    words: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What a conversation says about an issue, to prefill the form with.

    claims: what happened, as its messages put it. wants: what their writers say they would like.
    """

    title: str
    happened: str
    kind: IssueKind
    urgency: Urgency = Urgency.NORMAL
    claims: tuple[Claim, ...] = ()
    wants: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """What was put on the table. All of it may be read by everyone in the channel.

    about_ts: Slack's ts of the message it was raised from, "" where there was none. sources: that
    message, once who wrote it has agreed that Parley keeps it. language: "en" or "es", "" where
    nobody has read it for that. readers: the languages of those who were in the channel then.
    """

    title: str
    happened: str
    kind: IssueKind
    urgency: Urgency
    raised_by: PersonId
    raised_at: datetime
    sources: tuple[Message, ...] = ()
    about_ts: str = ""
    language: str = ""
    readers: tuple[str, ...] = ()
