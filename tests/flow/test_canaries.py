"""Twenty cases with a canary in every private field, and a model that repeats all it is given.

No canary is on a screen, a Home or a desk of the other side, in a digest, in the log, or in what
the model was asked.
"""

import random
from collections.abc import Iterator

import pytest

from bot.sandbox.play.bot_process import running_bot
from bot.sandbox.play.hands import PATIENCE_S, Hands
from bot.sandbox.server import running_sandbox
from bot.slack.manifest import manifest
from tests.facilitator.model.repeating import answer_to
from tests.facilitator.model.server import ModelServer, serving
from tests.flow.house import HOST, SUPPLIER, House, Place

TOLD, CHECKED, RATED, SIGNED = range(4)
DEPTHS = (*(TOLD,) * 8, *(CHECKED,) * 8, *(RATED,) * 3, SIGNED)
"""How far each of the twenty cases goes."""

PRIVATE = (
    "Never tell about {}.",
    "{}",
    "Our board said `{}` & <{}>, which stays here.",
    "We could live with half of it ({}).",
)


@pytest.fixture(scope="module")
def model() -> Iterator[ModelServer]:
    with serving() as running:
        running.answer_to = answer_to
        yield running


@pytest.fixture(scope="module")
def house(model: ModelServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    env = {"OPENAI_BASE_URL": model.url, "OPENAI_API_KEY": "k", "PARLEY_LOG_LEVEL": "debug"}
    folder = tmp_path_factory.mktemp("canaries")
    with running_sandbox() as sandbox:
        sandbox.stage.declare_app(manifest())
        with running_bot(sandbox, folder, env=env):
            yield House(sandbox, folder)


def with_canaries(hands: Hands, chance: random.Random) -> tuple[Hands, tuple[str, ...]]:
    """The same speaker with random tokens in both private fields; these, and one for a note."""
    why, private, note = (f"{chance.getrandbits(64):016x}" for _ in range(3))
    side = hands.side.model_copy(
        update={
            "why": chance.choice(PRIVATE).replace("{}", why),
            "share_why": False,
            "private": chance.choice(PRIVATE).replace("{}", private),
        }
    )
    return Hands(hands.name, side, hands.person, hands.channel, hands.thread), (why, private, note)


def answer_with(hands: Hands, note: str) -> None:
    """One side's answer alone, which leaves the round open."""
    hands.open("Answer in private", "Answer in private")
    hands.choose("If none: what stands in the way", "I would rather not say")
    hands.fill("A note for your own side", note)
    hands.send()
    hands.read_and_close()


def play(place: Place, depth: int, notes: dict[str, str]) -> None:
    place.both(Hands.tell)
    if depth >= CHECKED:
        place.both(Hands.check_part)
        place.sees_button(place.maria, "Look for a package")
    if depth >= RATED:
        place.maria.click("Look for a package", channel=place.channel)
        place.both(lambda hands: hands.check_terms({}))
        place.both(Hands.rate)
        place.sees_button(place.maria, "Answer in private")
        first = place.at_work()[0]
        answer_with(first, notes[first.name])
    if depth >= SIGNED:
        place.both(Hands.answer)
        place.both(Hands.sign)
        place.sees(place.maria, "Signed by every side")


def whole_screen(place: Place, hands: Hands) -> str:
    """All that this person can look at: channel, notes to them alone, trades, desk, digest, Home.

    Slack gives Home and commands to the host's people alone.
    """
    person, parts = hands.person, list[str]()
    there = person.screen(place.channel).buttons
    for button in (b for b in ("Suggest trade-offs", "My desk") if b in there):
        form = place.opens(person, button)
        parts += [form.text, str(form.controls)]
        person.close(everything=True)
    if hands.name == HOST:
        person.command("/parley", "digest", place.channel)
        place.sees(person, "This week in this channel")
        person.open_home()
        home = person.wait_for_home("", PATIENCE_S)
        parts += [home.text, str(home.controls)]
    seen = person.screen(place.channel)
    parts += [seen.text, *(m.notification for m in seen.messages)]
    parts += [str(c) for m in seen.messages for c in m.controls]
    return "\n".join(parts)


@pytest.mark.parametrize("seed", range(len(DEPTHS)))
def test_a_canary_is_seen_by_its_own_side_alone(
    house: House, model: ModelServer, seed: int
) -> None:
    place, chance = house.place(), random.Random(seed)
    place.raised()
    asked = len(model.requests)
    assert asked, "the model is asked"
    canaries: dict[str, tuple[str, ...]] = {}
    for hands in place.at_work():
        place.hands[hands.name], canaries[hands.name] = with_canaries(hands, chance)
    play(place, DEPTHS[seed], {name: told[-1] for name, told in canaries.items()})
    screens = {hands.name: whole_screen(place, hands) for hands in place.at_work()}
    elsewhere = house.log + model.prompts
    for name, other in ((HOST, SUPPLIER), (SUPPLIER, HOST)):
        for canary in canaries[name]:
            assert canary not in screens[other]
            assert canary not in elsewhere
    assert DEPTHS[seed] == TOLD or len(model.requests) > asked
    assert all("PO 4711" in screen for screen in screens.values()), "there is something to see"
