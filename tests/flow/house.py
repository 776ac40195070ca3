"""A sandbox and a bot beside it, and a place in it for one test: a channel of its own."""

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.person import Person
from bot.sandbox.play.bot_process import running_bot
from bot.sandbox.play.case import Side
from bot.sandbox.play.hands import PATIENCE_S, Hands
from bot.sandbox.play.read_case import shipped
from bot.sandbox.seen import Form, Screen
from bot.sandbox.server import Sandbox, running_sandbox
from bot.sandbox.world import BOT_USER
from bot.slack.manifest import manifest

HOST = "Northwind Foods"
SUPPLIER = "Baltic Packaging"
WORDS = "PO 4711 came in a day late, the third time this quarter. We booked the 1 % penalty."
CASE = shipped("late_delivery")

LOOKING_UP = "has not met you yet"
"""What somebody new reads while Parley sees who they are; the press did nothing yet."""

_serial = itertools.count(1)


@dataclass(frozen=True, slots=True)
class House:
    sandbox: Sandbox
    folder: Path

    @property
    def log(self) -> str:
        """All that the bot's process has written so far."""
        return (self.folder / "bot.log").read_text(encoding="utf-8", errors="replace")

    @property
    def faults(self) -> int:
        """How many lines of it tell of one, or come past the logs altogether.

        Slack's own client tells of every line that was cut, and makes it anew.
        """
        told = [line for line in self.log.splitlines() if '"fault":' in line]
        ours = [line for line in told if '"logger": "slack_' not in line]
        return len(ours) + self.log.count("Traceback")

    def person(self, name: str, *, team: str, guest: bool = False) -> Person:
        """Somebody new; a guest is invited into the host's workspace."""
        handle = f"{name.split()[0].casefold()}{next(_serial)}"
        user = self.sandbox.stage.add_person(handle, name, team=team, guest=guest)
        return self.sandbox.person(user)

    def place(self, *, hosted_by_supplier: bool = False) -> "Place":
        """Two people of each company in a new channel that both share.

        The supplier is another company of the same name each time, so that no test finds what
        another one has set up between the two.
        """
        domain = f"baltic-{next(_serial)}"
        supplier = self.sandbox.stage.add_organisation(SUPPLIER, domain)
        teams = {HOST: self.sandbox.stage.ids()["organisations"][HOST], SUPPLIER: supplier}
        maria, jonas, tomas, ines = (
            self.person(name, team=teams[team])
            for name, team in (
                ("Maria Lopez", HOST),
                ("Jonas Weber", HOST),
                ("Tomas Berg", SUPPLIER),
                ("Ines Kalnina", SUPPLIER),
            )
        )
        ids = [p.id for p in (maria, jonas, tomas, ines)]
        name = f"shared-{next(_serial)}"
        channel = self.sandbox.stage.add_channel(
            name, ids, teams=[supplier], host=supplier if hosted_by_supplier else ""
        )
        return Place(self, channel, maria, jonas, tomas, ines)


def open_to_all(side: Side) -> Side:
    """A side of a case file that can sign whatever comes."""
    terms = {name: term.model_copy(update={"never": ()}) for name, term in side.terms.items()}
    return side.model_copy(update={"terms": terms, "least_gain": -1.0})


@contextmanager
def house(folder: Path) -> Iterator[House]:
    """Everything running, until the block ends."""
    with running_sandbox() as sandbox:
        sandbox.stage.declare_app(manifest())
        with running_bot(sandbox, folder, env={"PARLEY_LOG_LEVEL": "debug"}):
            yield House(sandbox, folder)


@dataclass
class Place:
    """One test's channel. `thread` is set as soon as somebody has written in it."""

    house: House
    channel: str
    maria: Person
    jonas: Person
    tomas: Person
    ines: Person
    thread: str = ""
    hands: dict[str, Hands] = field(default_factory=dict)

    # Seeing

    def sees(self, person: Person, text: str) -> Screen:
        return person.wait_for(text, self.channel, PATIENCE_S)

    def sees_button(self, person: Person, label: str) -> None:
        person.wait_for_button(label, self.channel, PATIENCE_S)

    def count(self, text: str, person: Person | None = None) -> int:
        """How many messages on a screen have this text in them."""
        screen = (person or self.maria).screen(self.channel)
        return sum(text in m.text for m in screen.messages)

    def card(self, person: Person | None = None) -> str:
        return (person or self.maria).screen(self.channel).find("Case ").text

    # Doing

    def opens(self, person: Person, label: str) -> Form:
        """Press a button on the newest message that has it; the form that it opens."""
        self.sees_button(person, label)
        person.click(label, channel=self.channel)
        return person.wait_for_modal("", PATIENCE_S, without="One moment…")

    def answer_to(self, person: Person, label: str) -> Form:
        """The form that a press opens once Parley knows who pressed it."""
        for _ in range(40):
            form = self.opens(person, label)
            if LOOKING_UP not in form.text:
                return form
            person.close(everything=True)
            time.sleep(0.2)
        raise AssertionError(f"{person.name} is never known")

    def write(self, text: str = WORDS) -> str:
        self.thread = self.maria.post(self.channel, text)
        return self.thread

    def form_to_raise(self, text: str = WORDS) -> Form:
        """Maria has used the shortcut on a message of hers; the form is filled in."""
        self.maria.message_shortcut("Raise an issue", self.channel, self.write(text))
        return self.maria.wait_for_modal("", PATIENCE_S, without="One moment…")

    def raised(self, text: str = WORDS) -> "Place":
        form = self.form_to_raise(text)
        if "Your side" in form.labels:  # not once it is known
            self.maria.choose("Your side", "We buy, or our goods are carried")
        assert self.maria.submit() == {}
        self.sees_button(self.tomas, "Tell your side")
        return self

    def at_work(self) -> list[Hands]:
        """Maria and Tomas as the shipped case would have them, but open to every option."""
        if not self.hands:
            for name, person in ((HOST, self.maria), (SUPPLIER, self.tomas)):
                side = open_to_all(CASE.sides[name])
                self.hands[name] = Hands(name, side, person, self.channel, self.thread)
        return list(self.hands.values())

    def both(self, act: Callable[[Hands], object]) -> None:
        for hands in self.at_work():
            act(hands)

    def to_statement(self) -> "Place":
        """Raised, told, checked: the common statement is there."""
        self.raised()
        self.both(Hands.tell)
        self.both(Hands.check_part)
        self.sees_button(self.maria, "Look for a package")
        return self

    def to_rating(self) -> "Place":
        self.to_statement()
        self.maria.click("Look for a package", channel=self.channel)
        self.both(lambda h: h.check_terms({}))
        self.sees_button(self.maria, "Say what matters")
        return self

    def to_packages(self) -> "Place":
        self.to_rating()
        self.both(Hands.rate)
        self.sees_button(self.maria, "Answer in private")
        return self

    def to_agreement(self) -> "Place":
        self.to_packages()
        self.both(Hands.answer)
        self.both(Hands.sign)
        self.sees(self.maria, "Signed by every side")
        return self

    def pinged_by_bot(self) -> set[str]:
        """Everybody whom a message of the app in this channel has notified."""
        found: set[str] = set()
        for ping in self.house.sandbox.stage.pings():
            if ping["channel"] == self.channel and ping["by"] == BOT_USER:
                found.add(str(ping["who"]))
        return found


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do these at the same moment; what each returned, or the exception that it raised."""
    gate = threading.Barrier(len(acts))
    done: list[object] = [None] * len(acts)

    def do(n: int) -> None:
        gate.wait()
        try:
            done[n] = acts[n]()
        except Exception as fault:  # noqa: BLE001  (handed to the test, which looks at it)
            done[n] = fault

    threads = [threading.Thread(target=do, args=(n,)) for n in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done
