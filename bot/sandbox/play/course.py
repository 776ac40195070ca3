"""The course of a case: what is on the screen decides what is done next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.sandbox.play import card_words
from bot.sandbox.play.bot_process import BotClock
from bot.sandbox.play.case import CaseFile
from bot.sandbox.play.form_words import shown
from bot.sandbox.play.hands import PATIENCE_S, Hands, PlayFault
from bot.sandbox.play.known_terms import misread
from bot.sandbox.play.read_case import CaseFault
from bot.sandbox.play.stage_up import Cast, set_stage
from bot.sandbox.play.story import Story, Tally
from bot.sandbox.seen import Screen, SeenMessage
from bot.sandbox.server import Sandbox

CLEARED = "Cleared up. Thank you, both."
MOST_STEPS = 20
DUE_IN = timedelta(days=14)
"""What is promised is due so long after its text was made, where nobody says otherwise."""

OURS_DONE, ALL_THEIRS = "All of ours are done", "Confirm all of theirs"
SHORTCUTS = {"raise": "Raise an issue", "clarify": "Just clarify"}
CALLBACKS = {"raise": "raise_issue", "clarify": "clarify"}


@dataclass(frozen=True, slots=True)
class Where:
    """Where a case stands, by its card: the button for the next step, or how it ended."""

    button: str
    end: str
    round: str

    @property
    def is_known(self) -> bool:
        return bool(self.button or self.end)


def play_case(
    sandbox: Sandbox,
    case: CaseFile,
    story: Story,
    channel_name: str = "",
    *,
    clock: BotClock | None = None,
) -> tuple[Tally, ...]:
    """Play a case to its end; what it cost each side's speaker, in the case's order.

    clock: the bot's, where the story can jump to the days on which people hear of it again.

    Raises CaseFault when the file names terms or options that the case has not, and PlayFault, or
    AssertionError from waiting, when something else is not as it should be.
    """
    return Course(sandbox, case, story, set_stage(sandbox, case, channel_name), clock).run()


def first_monday_after(day: date) -> date:
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first + timedelta(days=-first.weekday() % 7)


class Course:
    """One case being played."""

    def __init__(
        self,
        sandbox: Sandbox,
        case: CaseFile,
        story: Story,
        cast: Cast,
        clock: BotClock | None = None,
    ) -> None:
        self.clock = clock
        self.case, self.story, self.channel = case, story, cast.channel
        posted: list[str] = []
        for m in case.messages:
            under = posted[0] if posted else None
            posted.append(sandbox.person(cast.people[m.by]).post(cast.channel, m.says, under))
        self.posted = posted
        self.sides = [
            Hands(name, side, sandbox.person(cast.people[side.speaker]), cast.channel, posted[0])
            for name, side in case.sides.items()
        ]
        self.starter = next(h for h in self.sides if h.side.speaker == case.start.by)

    def run(self) -> tuple[Tally, ...]:
        self.story.open(self.case)
        self._news("What was said")
        end = self._clarified() if self.case.start.how == "clarify" else self._raised()
        if end != self.case.ends:
            raise PlayFault(f"The case ended as “{end}”; its file says “{self.case.ends}”.")
        if self.clock is None:
            self._digest()
        elif end == "Fulfilled":
            self._first_monday(self.clock)
        else:
            self._monday_after(self.clock)
        tallies = tuple(
            Tally(h.name, h.person.name, h.person.taps, h.person.words) for h in self.sides
        )
        self.story.close(end, tallies)
        return tallies

    # Starting

    def _start(self) -> None:
        """By the shortcut on the message; people whose menu has none mention the app."""
        how, person = self.case.start.how, self.starter.person
        on = self.posted[self.case.start.message - 1]
        if person.external:
            person.mention(self.channel, "", self.posted[0])
            self.starter.note("write", "@Parley")
            person.wait_for_button(SHORTCUTS[how], self.channel, PATIENCE_S)
            self.starter.click(SHORTCUTS[how])
        else:
            person.message_shortcut(CALLBACKS[how], self.channel, on)
            self.starter.note("tap", f"on the message: {SHORTCUTS[how]}")

    def _raised(self) -> str:
        self._start()
        form = self.starter.filled("Raise an issue")
        title = form.value(shown(form.labels, "Title"))
        self.starter.note("see", f"Title, already there: {title}")
        if (side := shown(form.labels, "Your side")) in form.labels:
            buys, supplies = form.field(side).options
            trade = self.case.organisations[self.starter.name].trade
            self.starter.choose(side, buys if trade == "buys" else supplies)
        self.starter.send()
        self.starter.read_and_close()
        return self._follow_card()

    def _clarified(self) -> str:
        self._start()
        self.starter.write_line("Just clarify")
        self._news("One line each")
        for hands in self.sides:
            if hands is not self.starter:
                hands.person.wait_for_button("Add your line", self.channel, PATIENCE_S)
                hands.click("Add your line")
                hands.write_line("Just clarify")
        self.sides[0].person.wait_for_button("Cleared up", self.channel, PATIENCE_S)
        self._news("Both lines together")
        for hands in self.sides:
            hands.click("Cleared up" if hands.side.cleared_up else "Make it a case")
            if not hands.side.cleared_up:
                hands.filled("Raise an issue")
                hands.send()
                return self._follow_card()
        self.sides[0].person.wait_for(CLEARED, self.channel, PATIENCE_S)
        self._news("Cleared up")
        return "Cleared up"

    # A case, step by step

    def _follow_card(self) -> str:
        """Do whatever the card asks for until it asks for nothing more. Returns how it ended."""
        at = self._await_move(Where("", "", ""))
        for _ in range(MOST_STEPS):
            if at.end:
                self._news(at.end)
                return at.end
            chapter, act = self._steps()[at.button]
            self._news(chapter)
            act()
            at = self._await_move(at)
        raise PlayFault(f"After {MOST_STEPS} steps the case has still not ended.")

    def _steps(self) -> dict[str, tuple[str, Callable[[], None]]]:
        return {
            "Tell your side": ("Raised", lambda: self._each(Hands.tell)),
            "Check your part": ("Both have told their side", lambda: self._each(Hands.check_part)),
            "Look for a package": ("The common statement", self._verdict),
            "Check the terms": (
                "What could be part of a package",
                lambda: self._each(self._check_terms),
            ),
            "Say what matters": ("What matters, in private", lambda: self._each(Hands.rate)),
            "Answer in private": ("Packages", lambda: self._each(Hands.answer)),
            "Read and sign": ("One that both could sign", lambda: self._each(Hands.sign)),
            "Mark as done": ("Agreed", self._fulfil),
        }

    def _each(self, act: Callable[[Hands], None]) -> None:
        for hands in self.sides:
            act(hands)

    def _check_terms(self, hands: Hands) -> None:
        """The file is held against the terms of this case as soon as somebody has read them."""
        hands.check_terms(self.case.today)
        if faults := misread(self.case, hands.terms):
            raise CaseFault(faults)

    def _verdict(self) -> None:
        going_on = [h for h in self.sides if not h.side.settles]
        if going_on:
            going_on[0].click("Look for a package")
        else:
            self._each(lambda h: h.click("This settles it"))

    def _fulfil(self) -> None:
        if self.clock is not None:
            self._until_it_is_due(self.clock)
        self._each(lambda h: h.promises_at_once(OURS_DONE, "Mark as done", own=True))
        first = self.sides[0].person
        first.wait_for(lambda s: "Mark as done" not in s.buttons, self.channel, PATIENCE_S)
        self._each(lambda h: h.promises_at_once(ALL_THEIRS, "Confirm", own=False))

    def _card(self, screen: Screen) -> SeenMessage | None:
        cards = [m for m in screen.messages if m.text.startswith(card_words.CASE)]
        return cards[-1] if cards else None

    def _where(self, screen: Screen) -> Where:
        card = self._card(screen)
        if card is None:
            return Where("", "", "")
        lines = card.text.splitlines()
        button = next((b for b in self._steps() if b in card.buttons), "")
        end = next((card_words.ENDS[line] for line in lines if line in card_words.ENDS), "")
        rounds = (word for line in lines for word in card_words.ROUND if word in line)
        menu = next((card.text.split(word)[-1][:1] for word in rounds), "")
        return Where(button, end, menu)

    def _await_move(self, before: Where) -> Where:
        def moved(screen: Screen) -> bool:
            at = self._where(screen)
            return at.is_known and at != before

        after = f"the step after “{before.button}”" if before.button else "the case's card"
        first = self.sides[0].person
        return self._where(first.wait_for(moved, self.channel, PATIENCE_S, called=after))

    # Jumping ahead

    def _until_it_is_due(self, clock: BotClock) -> None:
        """To the Monday of the week in which everything is due, and to the day itself."""
        due = clock.now.date() + DUE_IN
        clock.to(due - timedelta(days=due.weekday()))
        self._waits(self.sides[0], card_words.WEEK)
        self._jumped("The Monday before it is due")
        clock.to(due)
        for hands in (h for h in self.sides if self._owes(h)):
            self._waits(
                hands,
                card_words.CALLED if hands.person.external else card_words.DUE_TODAY,
                self._mail(hands),
            )
        self._jumped("On the day")

    def _monday_after(self, clock: BotClock) -> None:
        """To the next Monday, when the channel reads its week."""
        today = clock.now.date()
        clock.to(today + timedelta(days=7 - today.weekday()))
        self._waits(self.sides[0], card_words.WEEK)
        self._jumped("The Monday after")

    def _first_monday(self, clock: BotClock) -> None:
        """To the first Monday of the next month, when the channel has its picture too."""
        clock.to(first_monday_after(clock.now.date()))
        for words in (card_words.KEPT_THIS_WEEK, card_words.MONTH):
            self._waits(self.sides[0], words)
        self._jumped("The first Monday of the month")

    def _waits(self, hands: Hands, said: Sequence[str], channel: str = "") -> None:
        """Until somebody reads this, in whichever language it comes."""
        where, called = channel or self.channel, repr(said[0])
        hands.person.wait_for(
            lambda s: any(w in s.text for w in said), where, PATIENCE_S, called=called
        )

    def _owes(self, hands: Hands) -> bool:
        card = self._card(hands.person.screen(self.channel))
        owed = (f"@{hands.person.name}{by}" for by in card_words.PROMISED_BY)
        return card is not None and any(promise in card.text for promise in owed)

    def _mail(self, hands: Hands) -> str:
        """Where Parley writes to somebody: alone, or in the channel to who is external."""
        return self.channel if hands.person.external else hands.person.direct()

    def _jumped(self, chapter: str) -> None:
        self._news(chapter)
        for hands in self.sides:
            if not hands.person.external:
                self.story.mail(hands, hands.person.direct())

    # Telling

    def _news(self, chapter: str) -> None:
        self.story.chapter(chapter, self.sides, self.channel)

    def _digest(self) -> None:
        for hands in self.sides:
            if not hands.person.external:
                hands.person.command("/parley", "digest", self.channel)
                self._waits(hands, card_words.WEEK)
                hands.note("write", "/parley digest")
                self._news("The week")
                return
