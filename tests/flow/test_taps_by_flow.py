"""What each flow costs a person in taps and words, as a table, and the most that it may cost."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S, Hands
from tests.flow.features import WAITS, card, desk, desk_then, home, home_then, shortcut
from tests.flow.house import Place

GOALS = {
    "raise": (4, 0),
    "just clarify": (3, 7),
    "tell": (6, 62),
    "check one's part": (2, 0),
    "check the terms": (2, 0),
    "say what matters": (14, 0),
    "answer packages": (5, 0),
    "sign": (2, 0),
    "mark promises as done": (1, 0),
    "suggest trade-offs": (2, 0),
    "settings": (2, 0),
    "what waits": (1, 0),
}
"""The most taps and words of one person, from what is on the screen to the last thing sent."""


@dataclass
class Costs:
    """Taps and words by flow and person; the windows that are left open are closed uncounted."""

    spent: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    def of(self, flow: str, person: Person, do: Callable[[], object]) -> None:
        taps, words = person.taps, person.words
        do()
        self.spent[flow, person.name] = (person.taps - taps, person.words - words)
        if person.modal():
            person.close(everything=True)

    def both(self, flow: str, place: Place, act: Callable[[Hands], object]) -> None:
        for hands in place.at_work():
            self.of(flow, hands.person, lambda hands=hands: act(hands))  # type: ignore[misc]

    def table(self) -> Iterator[str]:
        yield f"\n{'flow':<24}{'who':<14}{'taps':>5}{'goal':>6}{'words':>7}{'goal':>6}"
        for (flow, name), (taps, words) in self.spent.items():
            most_taps, most_words = GOALS[flow]
            yield f"{flow:<24}{name:<14}{taps:>5}{most_taps:>6}{words:>7}{most_words:>6}"


def raise_it(place: Place) -> None:
    """From the shortcut on a message of one's own."""
    place.maria.message_shortcut("Raise an issue", place.channel, place.thread)
    place.maria.wait_for_modal("", PATIENCE_S, without="One moment…")
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}


def clarify(place: Place) -> None:
    """The author's line about a message of their own, from the shortcut on it."""
    place.maria.message_shortcut("Just clarify", place.channel, place.thread)
    form = place.maria.wait_for_modal("", PATIENCE_S, without="One moment…")
    place.maria.fill(form.labels[0], "The day that we both had confirmed.")
    assert place.maria.submit() == {}


def test_each_flow_costs_no_more_than_its_goal(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    costs = Costs()
    maria, tomas = place.maria, place.tomas
    place.write()
    costs.of("raise", maria, lambda: raise_it(place))
    place.sees_button(tomas, "Tell your side")
    costs.of("just clarify", maria, lambda: clarify(place))
    for person, do in (
        (maria, shortcut("Suggest trade-offs", "Trade-offs")),
        (tomas, card("Suggest trade-offs", "Trade-offs")[1]),
    ):
        costs.of("suggest trade-offs", person, lambda do=do: do(place))  # type: ignore[misc]
    week = "This channel's week"
    for person, do in (
        (maria, home_then(WAITS, "Settings", ends=week)),
        (tomas, desk_then(WAITS, "Settings", ends=week)),
    ):
        costs.of("settings", person, lambda do=do: do(place))  # type: ignore[misc]
    costs.of("what waits", maria, lambda: home(place, WAITS))
    costs.of("what waits", tomas, lambda: desk(place, tomas, WAITS))
    for flow, act, then in (
        ("tell", Hands.tell, "Check your part"),
        ("check one's part", Hands.check_part, "Look for a package"),
    ):
        costs.both(flow, place, act)
        place.sees_button(maria, then)
    maria.click("Look for a package", channel=place.channel)
    for flow, act, then in (
        ("check the terms", lambda h: h.check_terms({}), "Say what matters"),
        ("say what matters", Hands.rate, "Answer in private"),
        ("answer packages", Hands.answer, "Read and sign"),
        ("sign", Hands.sign, "Mark as done"),
    ):
        costs.both(flow, place, act)
        place.sees_button(maria, then)
    costs.both(
        "mark promises as done",
        place,
        lambda h: h.promises_at_once("All of ours are done", "Mark as done", own=True),
    )
    with capsys.disabled():
        print("\n".join(costs.table()))
    over = {
        key: cost
        for key, cost in costs.spent.items()
        if cost[0] > GOALS[key[0]][0] or cost[1] > GOALS[key[0]][1]
    }
    assert over == {}
    assert {flow for flow, _ in costs.spent} == set(GOALS)
