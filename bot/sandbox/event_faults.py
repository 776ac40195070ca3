"""Events that come twice, late, or in another order than they happened."""

from typing import Any

JSON = dict[str, Any]


class EventFaults:
    """What a test has asked of the events to come. `label` is an event's type.

    Slack promises neither order nor that an event comes once; it does both nearly always.
    """

    def __init__(self) -> None:
        self._twice: list[str] = []
        self._holding: set[str] = set()
        self._held: list[JSON] = []

    def repeat(self, label: str, times: int) -> None:
        """Send each of the next `times` events of this type twice, at the same moment."""
        self._twice += [label] * times

    def hold(self, label: str) -> None:
        """Keep events of this type back until they are released."""
        self._holding.add(label)

    def release(self, *, backwards: bool) -> list[JSON]:
        """What was kept back, oldest first or newest first. Nothing is kept back any more."""
        held = self._held[::-1] if backwards else self._held
        self._held, self._holding = [], set()
        return held

    def due(self, label: str, payload: JSON) -> list[JSON]:
        """What is to be sent now that this event has happened."""
        if label in self._holding:
            self._held.append(payload)
            return []
        if label in self._twice:
            self._twice.remove(label)
            return [payload, payload]
        return [payload]
