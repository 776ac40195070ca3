"""How the sandbox says no: to the app in Slack's codes, to a person in a sentence."""

from collections.abc import Mapping
from typing import Any


class SlackRefusal(Exception):
    """A Web API call that Slack would refuse, with Slack's code and its messages."""

    def __init__(
        self,
        code: str,
        *messages: str,
        retry_after: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(code, *messages)
        self.code = code
        self.messages = messages
        self.retry_after = retry_after
        self.extra = dict(extra or {})

    def as_answer(self) -> dict[str, Any]:
        """The body that Slack sends: always HTTP 200, except when the rate is limited."""
        answer: dict[str, Any] = {"ok": False, "error": self.code, **self.extra}
        if self.messages:
            answer["response_metadata"] = {"messages": list(self.messages)}
        return answer


class PersonRefused(Exception):
    """Something that a person cannot do in Slack: the sentence is what Slack would show."""


class NoAnswer(Exception):
    """The app did not acknowledge in time: the sentence is what Slack would show."""


class NotAcknowledged(Exception):
    """One delivery that came back without an acknowledgement. `reason` is Slack's retry reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
