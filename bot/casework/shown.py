"""What a job shows one person: a form filled in, suggestions, an answer, a thank-you."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.casework.files import FileRef
from bot.casework.my_desk import Desk
from bot.mediation.facts.counts import Calculator
from bot.mediation.issues import Intake, Message
from bot.mediation.people import ChannelId, Side, SideId
from bot.mediation.terms import Agenda, Package, Trade


@dataclass(frozen=True, slots=True)
class Origin:
    """The message or channel that something starts from. thread_ts is "" outside a thread."""

    channel: ChannelId
    thread_ts: str = ""
    message_ts: str = ""


@dataclass(frozen=True, slots=True)
class RaiseForm:
    """The form for a new case. `sides` has the raiser's first; one side: ask for the other.

    by_another: somebody else wrote the message, so its words are left to them. open_here: the
    number of the case that is open in the thread, 0 where there is none. message: what the raiser
    wrote where it is raised from, whole. language: theirs. notice: why no language model filled it
    in, where one was asked to.
    """

    origin: Origin
    intake: Intake
    sides: tuple[Side, ...]
    clarification_id: str = ""
    by_another: bool = False
    open_here: int = 0
    message: str = ""
    language: str = "en"
    notice: str = ""


@dataclass(frozen=True, slots=True)
class ClarifyForm:
    """The form for one line about one message."""

    origin: Origin
    about: Message
    sides: tuple[Side, ...]
    by_author: bool
    language: str = "en"


@dataclass(frozen=True, slots=True)
class TradesShown:
    """Suggestions for one person, ready to copy.

    swaps: from the asker's own side's ratings alone; private to that side.
    instead: why there are none, where Parley keeps out of what was asked about.
    asks_end: where to look again once the asker has said whether their side buys or supplies;
    None where that is known. case_id: the case that they are for. typed: what they are for, where
    no message holds it: it goes to the asker's own screen and back, and is kept nowhere.
    language: that of the trades.
    """

    trades: tuple[Trade, ...]
    swaps: tuple[Trade, ...] = ()
    instead: str = ""
    asks_end: Origin | None = None
    language: str = "en"
    case_id: str = ""
    typed: str = ""


class Asked(StrEnum):
    """What somebody wants who writes to Parley alone."""

    TRADES = "trades"
    WAITS = "waits"
    HELP = "help"
    RAISE = "raise"


@dataclass(frozen=True, slots=True)
class Alone:
    """The answer to one person, in their language. trades: where that was asked for."""

    desk: Desk
    asked: Asked
    language: str
    trades: TradesShown = TradesShown(())


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """One either/or question to one side: private. `number` counts from 1.

    way_out: what this side would have without a deal, where it is not what holds today.
    """

    case_id: str
    side: SideId
    agenda: Agenda
    first: Package
    second: Package
    number: int
    at_most: int
    way_out: Package | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class LookAgain:
    """A friendly question to one side about its own answers: private. `language` is its reader's.

    tap: the two packages that it is about, where it is about an either/or answer.
    """

    case_id: str
    language: str
    sentence: str = field(repr=False)
    tap: tuple[Package, Package] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Saved:
    """What was told is kept; `next_step` says what comes now.

    typed: what somebody wrote that went nowhere, for them to copy.
    """

    title: str
    sentence: str
    next_step: str = ""
    typed: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class CountForm:
    """The form to count something, with what was sent before and why it did not do.

    offered: what else can be counted, the usual first. agreed: the reader's words may be kept.
    """

    case_id: str
    calculator: Calculator
    offered: tuple[Calculator, ...]
    typed: Mapping[str, str] = field(default_factory=dict)
    file: FileRef | None = None
    sentence: str = ""
    agreed: bool = False
    language: str = "en"


Modal = RaiseForm | ClarifyForm | TradesShown | Saved | CountForm
"""What a job can put into a modal that is already open."""
