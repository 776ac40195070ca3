"""Somebody in Slack, for tests and shows: sees a screen, types, taps, and counts both."""

from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from bot.sandbox.eyes import Eyes
from bot.sandbox.reading import Control
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.seen import SeenMessage, by_label, the_one
from bot.sandbox.state import PRESSED
from bot.sandbox.wire import Wire
from bot.sandbox.world import BOT_USER

JSON = dict[str, Any]


class Person(Eyes):
    """One person's hands and eyes. `who` is a handle or an id.

    `taps` counts presses, choices and submissions, `words` the words typed; typing where a new
    form has put the cursor needs no tap. What Slack would not let this person do raises
    PersonRefused with the sentence that Slack shows; what the app leaves unanswered NoAnswer.
    """

    def __init__(self, wire: Wire, who: str) -> None:
        super().__init__(wire, who)
        self.taps = 0
        self.words = 0
        self._begun = ""

    def _do(self, gesture: str, **given: Any) -> JSON:
        return self._wire.post(f"{self._path}/{gesture}", given)

    def _type(self, text: str) -> None:
        self.words += len(text.split())

    # Writing

    def post(
        self, channel: str, text: str, thread_ts: str | None = None, *, to_channel: bool = False
    ) -> str:
        """Write a message, in a thread if given, and from there to the channel too if so ticked.

        Returns its ts.
        """
        self.taps += 1 if to_channel else 0
        return self._said(text, channel=channel, thread_ts=thread_ts, to_channel=to_channel)

    def mention(
        self,
        channel: str,
        text: str,
        thread_ts: str | None = None,
        *,
        who: Sequence[str] = (),
        to_channel: bool = False,
    ) -> str:
        """Write a message that begins by mentioning people by id, or the app. Returns its ts."""
        mentions = list(who) or [BOT_USER]
        self.words += len(mentions)
        self.taps += 1 if to_channel else 0
        where = {"channel": channel, "thread_ts": thread_ts, "to_channel": to_channel}
        return self._said(text, mentions=mentions, **where)

    def _said(self, text: str, **where: Any) -> str:
        done = self._do("post", text=text, **where)
        self._type(text)
        return str(done["ts"])

    def edit(self, channel: str, ts: str, text: str) -> None:
        self._do("edit", channel=channel, ts=ts, text=text)
        self._type(text)

    def delete(self, channel: str, ts: str) -> None:
        self._do("delete", channel=channel, ts=ts)
        self.taps += 1

    def react(self, channel: str, ts: str, name: str) -> None:
        """React with an emoji, named without colons."""
        self._do("react", channel=channel, ts=ts, name=name)
        self.taps += 1

    def take_back(self, channel: str, ts: str, name: str) -> None:
        """Take one's own reaction back."""
        self._do("take_back", channel=channel, ts=ts, name=name)
        self.taps += 1

    # Commands and shortcuts

    def command(self, name: str, text: str, channel: str, thread_ts: str | None = None) -> None:
        """Use a slash command such as "/parley". Slack has none in threads."""
        if thread_ts:
            raise PersonRefused(f"{name} is not supported in threads. Sorry!")
        self._type(f"{name} {text}")
        self._do("command", channel=channel, name=name, text=text)

    def message_shortcut(self, name: str, channel: str, ts: str) -> None:
        """Use a shortcut on a message, by visible name or callback_id: open the menu, choose."""
        self.taps += 2
        self._do("message_shortcut", channel=channel, ts=ts, name=name)

    def global_shortcut(self, name: str) -> None:
        self.taps += 2
        self._do("global_shortcut", name=name)

    # Seeing and pressing in channels

    def _message(
        self, label: str, message: SeenMessage | str | None, channel: str, thread: str
    ) -> SeenMessage:
        if not channel and not isinstance(message, SeenMessage):
            raise PersonRefused(f"Say in which channel “{label}” is to be found.")
        if isinstance(message, SeenMessage):
            channel, message = message.channel, message.ts
        screen = self.thread(channel, thread) if thread else self.screen(channel)
        if not message:
            return screen.with_button(label)
        for one in screen.messages:
            if one.ts == message:
                return one
        raise PersonRefused("That message is not on the screen.")

    def click(
        self,
        label: str,
        *,
        message: SeenMessage | str | None = None,
        channel: str = "",
        thread: str = "",
        which: int | None = None,
    ) -> None:
        """Press a button, on a message or on the newest in the channel or thread that has it.

        Of several with the same label on a message, `which` counts from the top, from 0.
        """
        found = self._message(label, message, channel, thread)
        button = the_one([c for c in found.controls if c.kind in PRESSED], label, which)
        self.taps += 2 if button.kind == "overflow" else 1
        self.taps += 1 if button.asks else 0
        self._act(found, button, button.options[0] if button.options else "")

    def pick(
        self,
        label: str,
        choice: str | Sequence[str],
        *,
        message: SeenMessage | str | None = None,
        channel: str = "",
        thread: str = "",
    ) -> None:
        """Choose in a select, radio or checkbox group under a message, by its labels."""
        found = self._message(label, message, channel, thread)
        field = the_one([c for c in found.controls if c.kind not in PRESSED], label)
        self.taps += 1
        self._act(found, field, choice)

    def _act(self, message: SeenMessage, control: Control, value: Any) -> None:
        place = {"channel": message.channel, "ts": message.ts}
        target = {"block_id": control.block_id, "action_id": control.action_id}
        self._do("act", **place, **target, value=value)

    # Forms

    def _enter(self, control: Control, value: Any, *, home: bool = False) -> bool:
        target = {"block_id": control.block_id, "action_id": control.action_id}
        changed = bool(self._do("enter", **target, value=value, home=home)["changed"])
        modal = self.modal() if changed else None
        self._begun = modal.id if modal else self._begun
        return changed

    def fill(self, label: str, text: str) -> None:
        """Type into a text field, replacing what is there; nothing counts when it stays."""
        form = self.form()
        field = form.field(label)
        cursor_is_there = field.focused and form.id != self._begun
        if self._enter(field, text):
            self.taps += 0 if cursor_is_there else 1
            self._type(text)

    def choose(self, label: str, choice: str | Sequence[str]) -> None:
        """Choose by label in a select or radio group; a list for those that take several."""
        field = self.form().field(label)
        if self._enter(field, choice):
            several = not isinstance(choice, str)
            self.taps += len(set(choice) ^ set(field.value)) if several else 1

    def check(self, label: str, *options: str) -> None:
        """Tick exactly these checkboxes of a group; each that changes is a tap."""
        self.choose(label, list(options))

    def pick_person(self, label: str, *people: str) -> None:
        """Pick people by id: one for a single select."""
        field = self.form().field(label)
        value = list(people) if field.kind.startswith("multi_") else people[0]
        if self._enter(field, value):
            self.taps += len(people)

    def pick_channel(self, label: str, channel: str) -> None:
        if self._enter(self.form().field(label), channel):
            self.taps += 1

    def attach(self, label: str, name: str, data: bytes) -> None:
        """Put a file into a field of the open form: open the chooser, choose."""
        file = {"name": name, "data": b64encode(data).decode()}
        if self._enter(self.form().field(label), [file]):
            self.taps += 2

    def pick_date(self, label: str, date: str) -> None:
        """Pick a date, written 2026-12-01, or a time, written 14:30."""
        if self._enter(self.form().field(label), date):
            self.taps += 1

    def press(self, label: str, which: int | None = None) -> None:
        """Press a button inside the open form; of several alike, `which` counts from 0."""
        buttons = [c for c in self.form().controls if c.kind in PRESSED]
        self._press(the_one(buttons, label, which), home=False)

    def _press(self, button: Control, *, home: bool) -> None:
        self.taps += 2 if button.kind == "overflow" else 1
        self.taps += 1 if button.asks else 0
        self._enter(button, button.options[0] if button.options else "", home=home)

    def submit(self) -> dict[str, str]:
        """Send the form. Returns what is wrong by label, empty when it was taken."""
        controls = self.form().controls
        self.taps += 1
        return by_label(self._do("submit")["errors"], controls)

    def close(self, *, everything: bool = False) -> None:
        """Close the form on top, or all of them."""
        self.taps += 1
        self._do("close", everything=everything)

    # Home and the conversation with the app

    def open_home(self, tab: str = "home") -> None:
        """Open the app's Home tab, or its messages tab; the app is told."""
        self.taps += 1
        self._do("open_home", tab=tab)

    def press_home(self, label: str, which: int | None = None) -> None:
        home = self.home()
        if home is None:
            raise PersonRefused("Home has nothing on it yet.")
        buttons = [c for c in home.controls if c.kind in PRESSED]
        self._press(the_one(buttons, label, which), home=True)

    def direct(self) -> str:
        """The channel id of this person's conversation with the app. External people have none."""
        return str(self._do("open_direct")["channel"])

    def leave(self, channel: str) -> None:
        self._do("leave", channel=channel)
