"""What one person sees in Slack, and waiting until it can be seen."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.refusals import PersonRefused
from bot.sandbox.seen import Form, Screen, SeenMessage
from bot.sandbox.waiting import wait_until
from bot.sandbox.wire import Wire

JSON = dict[str, Any]
Wish = str | Callable[[Screen], bool]


class Eyes:
    """One person's eyes. `who` is a handle or an id. Looking costs no taps."""

    def __init__(self, wire: Wire, who: str) -> None:
        self._wire = wire
        self._path = f"/people/{who}"
        profile = wire.get(f"{self._path}/profile")
        self.id = str(profile["id"])
        self.name = str(profile["name"])
        self.team = str(profile["team"])
        self.external = bool(profile["external"])

    def channels(self) -> dict[str, str]:
        """The channels this person is in: ids by name. The app's own conversation is Parley."""
        listed = self._wire.get(f"{self._path}/channels")["channels"]
        return {c["name"]: c["id"] for c in listed}

    def screen(self, channel: str) -> Screen:
        """All that this person can see in a channel, threads included, oldest first."""
        seen = self._wire.get(f"{self._path}/channel/{channel}")
        return Screen(tuple(SeenMessage.parse(raw) for raw in seen["messages"]))

    def thread(self, channel: str, ts: str) -> Screen:
        """A message and the replies to it."""
        seen = self.screen(channel).messages
        return Screen(tuple(m for m in seen if ts in (m.ts, m.thread_ts)))

    def modal(self) -> Form | None:
        """The form on top of this person's screen, or None."""
        view = self._wire.get(f"{self._path}/modal")["view"]
        return Form.parse(view) if view else None

    def form(self) -> Form:
        """The form on top of this person's screen. Raises PersonRefused when none is open."""
        modal = self.modal()
        if modal is None:
            raise PersonRefused("No form is open on this screen.")
        return modal

    def home(self) -> Form | None:
        """What the app has put on this person's Home, or None."""
        view = self._wire.get(f"{self._path}/home")["view"]
        return Form.parse(view) if view else None

    def wait_for(
        self, wish: Wish, channel: str, timeout: float = 5.0, *, called: str = ""
    ) -> Screen:
        """The channel's screen as soon as it shows a text, or makes `wish` true.

        `called` names the wish where it is not a text.

        Raises AssertionError with the last screen when that takes longer than `timeout` seconds.
        """

        def granted(screen: Screen) -> bool:
            return wish in screen.text if isinstance(wish, str) else wish(screen)

        return wait_until(
            self._wire,
            lambda: self.screen(channel),
            granted,
            f"{self.name} waited for {called or repr(wish)}",
            timeout,
        )

    def wait_for_button(self, label: str, channel: str, timeout: float = 5.0) -> SeenMessage:
        """The newest message with a button of this label, as soon as there is one."""
        called = f"a button “{label}”"
        screen = self.wait_for(lambda s: label in s.buttons, channel, timeout, called=called)
        return screen.with_button(label)

    def wait_for_modal(
        self, title: str = "", timeout: float = 5.0, *, without: str | None = None
    ) -> Form:
        """The open form, as soon as one is open whose title, text or a label contains `title`.

        `without`: a text that it must not contain any more.
        """

        def granted(modal: Form | None) -> bool:
            text = "\n".join([modal.title, modal.text, *modal.labels]) if modal else ""
            gone = without is None or without not in text
            return modal is not None and title in text and gone

        wait_until(
            self._wire,
            self.modal,
            granted,
            f"{self.name} waited for a form with {title!r}",
            timeout,
        )
        return self.form()

    def wait_for_home(self, text: str, timeout: float = 5.0) -> Form:
        """Home, as soon as it shows a text, or a button of that label."""

        def granted(home: Form | None) -> bool:
            if home is None:
                return False
            return text in home.text or any(c.label == text for c in home.controls)

        home = wait_until(
            self._wire, self.home, granted, f"{self.name} waited for {text!r} on Home", timeout
        )
        assert home is not None  # granted says so
        return home
