"""One side's speaker at work: opens forms, fills them in as the case says, and keeps notes."""

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.person import Person
from bot.sandbox.play.card_words import DONE, OPEN
from bot.sandbox.play.case import Side
from bot.sandbox.play.form_words import both, shown
from bot.sandbox.play.forms_read import packages_in, question_in, terms_in, usual_best
from bot.sandbox.play.judgement import Judgement, Package, Term
from bot.sandbox.seen import Form, Screen

PATIENCE_S = 20.0
WAITING = "One moment…"
QUESTIONS = "If you like"
"""The page of questions after telling, which nobody has to answer."""
RATING = "What matters to you"
KEEP = "Keep it as it is"
"""The answer to a second look of who meant what they said."""


class PlayFault(Exception):
    """The case did not go as it should. Says what was expected and what was seen."""


Doing = Literal["tap", "write", "choose", "see", "weigh"]


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a person did, saw alone, or weighed in their own head, on no screen."""

    kind: Doing
    text: str


@dataclass(slots=True)
class Hands:
    """`thread` is where the case lies. `notes` are taken away by who tells the story."""

    name: str
    side: Side
    person: Person
    channel: str
    thread: str
    notes: list[Note] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    judgement: Judgement | None = None

    # Moving about

    def note(self, kind: Doing, text: str) -> None:
        self.notes.append(Note(kind, text))

    def click(self, label: str, which: int | None = None) -> None:
        self.person.click(label, channel=self.channel, thread=self.thread, which=which)
        self.note("tap", label)

    def open(self, label: str, title: str) -> Form:
        self.person.wait_for_button(label, self.channel, PATIENCE_S)
        self.click(label)
        return self.filled(title)

    def filled(self, title: str) -> Form:
        """The form with this title, once it has been filled in for its reader."""
        form = self.person.wait_for_modal("", PATIENCE_S, without=WAITING)
        if not any(t in form.title for t in both(title)) or not form.submit:
            raise PlayFault(f"{self.person.name} was told instead: {form.title}. {form.text}")
        return form

    def fill(self, label: str, text: str | None) -> None:
        if text:
            label = shown(self.person.form().labels, label)
            self.person.fill(label, text)
            asked = label if label.endswith("?") else f"{label}:"
            self.note("write", f"{asked} “{text}”")

    def choose(self, label: str, choice: str) -> None:
        form = self.person.form()
        label = shown(form.labels, label)
        choice = shown(form.field(label).options, choice)
        if form.value(label) != choice:
            self.person.choose(label, choice)
            self.note("choose", f"{label}: {choice}")

    def press(self, label: str) -> None:
        label = shown(self.person.form().buttons, label)
        self.person.press(label)
        self.note("tap", label)

    def tick(self, label: str, *options: str) -> None:
        form = self.person.form()
        label = shown(form.labels, label)
        ticked = [shown(form.field(label).options, option) for option in options]
        self.person.check(label, *ticked)
        self.note("choose", f"{label}: {', '.join(ticked)}")

    def send(self) -> None:
        """Send the open form; whatever takes its place is read and closed."""
        form = self.person.form()
        faults = self.person.submit()
        if faults:
            said = "; ".join(f"{label}: {sentence}" for label, sentence in faults.items())
            raise PlayFault(f"{self.person.name} could not send “{form.title}”. {said}")
        self.note("tap", form.submit)

    def read_and_close(self) -> None:
        """Read what stands where the form was, and close it."""
        left = self.person.modal()
        if left is None:
            return
        if left.submit:
            raise PlayFault(f"{self.person.name} got “{left.title}” back. It says: {left.text}")
        self.note("see", left.text.replace("\n", " "))
        self.person.close()

    def leave(self, title: str) -> None:
        """Close a page that may be left, where it stands open: the file has no answers for it."""
        left = self.person.modal()
        if left is not None and left.title in both(title):
            self.note("see", left.text.replace("\n", " "))
            self.person.close()
            self.note("tap", "Leave it")

    # What a case asks for, step by step

    def write_line(self, submit_to: str) -> None:
        """The one line of a clarification, in the form that is open."""
        form = self.filled(submit_to)
        self.fill(form.labels[0], self.side.line)
        self.send()
        self.read_and_close()

    def tell(self) -> None:
        self.open("Tell your side", "Tell your side")
        self.fill("What happened, as you saw it", self.side.happened)
        self.fill("What would you like to come of this", self.side.wants)
        self.fill("Why does that matter to you", self.side.why)
        if self.side.why and self.side.share_why:
            self.tick("May the reason be shared", "Yes, it may be shared")
        self.fill("Anything that only Parley should know", self.side.private)
        self.send()
        self.leave(QUESTIONS)
        self.read_and_close()

    def check_part(self) -> None:
        self.open("Check your part", "Check your part")
        self.send()
        self.read_and_close()

    def check_terms(self, today: Package) -> None:
        self.open("Check the terms", "The terms")
        for term in terms_in(self.person.form()):
            right = today.get(term.name)
            if right in term.options:
                self.choose(f"{term.name}, today", str(right))
        self.terms = terms_in(self.person.form())
        self.send()
        if not self._goes_on(RATING):
            self.read_and_close()

    def _goes_on(self, title: str) -> bool:
        """Whether the next form has taken the place of the one that was sent."""
        left = self.person.modal()
        return left is not None and left.title in both(title)

    def rate(self) -> None:
        goes_on = self._goes_on(RATING)
        form = self.filled(RATING) if goes_on else self.open("Say what matters", RATING)
        mind = Judgement(self.side, self.terms, usual_best(form, self.terms))
        self.judgement = mind
        if mind.turned():
            self.press("Fine-tune")
            for term in mind.turned():
                end = term.options[-1 if mind.wants_more(term) else 0]
                self.choose(f"Better for you: {term.name}", f"Towards {end}")
        ranks = ("Matters most", "Second", "Third")
        asked = [x for label in ranks if (x := shown(form.labels, label)) in form.labels]
        for label, name in zip(asked, mind.top(len(asked)), strict=False):
            self.choose(label, name)
        if mind.nevers():
            self.tick("What you can never do, if anything", *mind.nevers())
        self.send()
        self._compare(mind)
        self.read_and_close()

    def _compare(self, mind: Judgement) -> None:
        """The either/or questions, by this side's own numbers; what it has said stays."""
        asks = {*both("This one"), *both(KEEP)}
        while asks & {*(form := self.person.form()).buttons}:
            if shown(form.buttons, KEEP) in form.buttons:
                self.note("see", form.text.replace("\n", " "))
                self.press(KEEP)
                continue
            first, second = question_in(form.text, self.terms)
            answer = {1: "This one", -1: "That one", 0: "Much the same"}[mind.rather(first, second)]
            differ = [t.name for t in self.terms if first.get(t.name) != second.get(t.name)]
            if not differ:
                raise PlayFault(f"A question shows the same package twice: {form.text}")
            self.person.press(shown(form.buttons, answer))
            self.note("choose", _compared(first, second, differ, answer))

    def answer(self) -> None:
        form = self.open("Answer in private", "Answer in private")
        mind = self.judgement
        if mind is None:
            raise PlayFault(f"{self.person.name} was shown packages before rating any term.")
        could = []
        for heading, package in packages_in(form.text, self.terms).items():
            self.note("weigh", f"{heading}: {mind.verdict(package)}")
            if mind.could_sign(package):
                could.append(heading)
        if could:
            self.tick("You could sign", *could)
        else:
            self.choose("If none: what stands in the way", "It brings us too little")
            self.choose("In which term", mind.top(1)[0])
        self.send()
        self.read_and_close()

    def sign(self) -> None:
        self.open("Read and sign", "Read and sign")
        self.send()
        self.read_and_close()

    # What was promised

    def promises_at_once(self, at_once: str, label: str, *, own: bool) -> None:
        """By the one button for all, where the card has it and there is more than one."""
        screen = self.person.screen(self.channel)
        if at_once not in screen.buttons or len(self._promised(screen, label, own=own)) < 2:
            self.promises(label, own=own)
            return
        self.click(at_once)
        if (told := self.person.modal()) is not None:
            raise PlayFault(f"{self.person.name} pressed “{at_once}” and was told: {told.text}")
        self.person.wait_for(
            lambda s: not self._promised(s, label, own=own), self.channel, PATIENCE_S
        )

    def promises(self, label: str, *, own: bool) -> None:
        """Press this button on every promise of this side, or of the other one."""
        screen = self.person.screen(self.channel)
        while left := self._promised(screen, label, own=own):
            self.click(label, left[0])
            if (told := self.person.modal()) is not None:
                raise PlayFault(f"{self.person.name} pressed “{label}” and was told: {told.text}")
            count = len(left)
            screen = self.person.wait_for(
                lambda s: len(self._promised(s, label, own=own)) < count,  # noqa: B023  # waited for here
                self.channel,
                PATIENCE_S,
            )

    def _promised(self, screen: Screen, label: str, *, own: bool) -> list[int]:
        """Which of the buttons with this label, from the top, stand beside such promises."""
        states = tuple(f"  ·  {s}" for s in (OPEN if label == "Mark as done" else DONE))
        if label not in screen.buttons:
            return []
        lines = screen.with_button(label).text.splitlines()
        places = [n for n, line in enumerate(lines) if line.endswith(states)]
        beside = [lines[place - 1].startswith(f"{self.name}: ") for place in places]
        return [which for which, ours in enumerate(beside) if ours == own]


def _compared(first: Package, second: Package, differ: list[str], answer: str) -> str:
    """An either/or answer in one line: the chosen with its terms, the other one by its values."""
    chosen, other = (second, first) if answer == "That one" else (first, second)
    between = "much the same as" if answer == "Much the same" else "rather than"
    here = ", ".join(f"{name} {chosen.get(name)}" for name in differ)
    return f"{here}, {between} {', '.join(str(other.get(name)) for name in differ)}"
