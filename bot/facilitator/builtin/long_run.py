"""What a package serves in the long run: by what each side said of itself, and shared goals."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.facilitator.builtin.voice import Voice
from bot.facilitator.reading.phrase import any_of
from bot.facilitator.yaml_files import read_yaml
from bot.mediation.partner import Ground
from bot.mediation.people import SideId

_FILE = Path(__file__).with_name("serves.yaml")


@dataclass(frozen=True, slots=True)
class Gain:
    """One term that a package moves for a side. rises: whether there is more of it than today."""

    key: str
    rises: bool
    benefit: str


def long_run(
    gains: Mapping[SideId, Sequence[Gain]], ground: Ground, voice: Voice
) -> Mapping[SideId, str]:
    """A line a side, all of one form: what it gains serves in time. Nothing unless for every side.

    Where a side has said what matters to it, that comes before what its terms usually serve.
    """
    names = voice.lexicon.interest_names
    found: dict[SideId, str] = {}
    for side, gained in gains.items():
        served = _interests(gained, voice)
        said = [k for k in served if any_of(voice.lexicon.interests[k], ground.said_by(side))]
        if not served:
            return {}
        found[side] = voice.phrases.say("long_run", interest=names[(said or served)[0]])
    return found


def goals_served(
    gains: Mapping[SideId, Sequence[Gain]], ground: Ground, voice: Voice
) -> tuple[str, ...]:
    """The shared goals that a package moves towards, in the words in which both recorded them."""
    moved = [gain for gained in gains.values() for gain in gained]
    served = set(_interests(moved, voice))
    return tuple(goal for goal in ground.goals if _is_served(goal, moved, served, voice))


def _is_served(goal: str, moved: Sequence[Gain], served: Collection[str], voice: Voice) -> bool:
    """Whether a goal speaks of what a gain serves, or names a term with what it is good for."""
    interests = voice.lexicon.interests
    if any(any_of(interests[key], goal) for key in served):
        return True
    named = voice.figures.entries_in(goal)
    return any(gain.key in named and gain.benefit for gain in moved)


def _interests(gained: Sequence[Gain], voice: Voice) -> tuple[str, ...]:
    """What the gains serve, in their order, each once."""
    return tuple(dict.fromkeys(key for gain in gained for key in _interest(gain, voice)))


def _interest(gain: Gain, voice: Voice) -> tuple[str, ...]:
    """By the file; for a term that is none of it, by the words of its benefit."""
    if known := _serves().get(gain.key):
        return (known[0 if gain.rises else 1],)
    cues = voice.lexicon.interests
    return tuple(key for key, words in cues.items() if any_of(words, gain.benefit))[:1]


@cache
def _serves() -> Mapping[str, tuple[str, str]]:
    content: dict[str, list[str]] = read_yaml(_FILE)
    return {key: (more, less) for key, (more, less) in content.items()}
