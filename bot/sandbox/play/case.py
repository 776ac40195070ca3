"""What a case file says: who is there, what was said, and how each side thinks and decides."""

from typing import Annotated, Literal, Self
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=3_000)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Grade = Annotated[int, Field(ge=0, le=10)]
End = Literal["Fulfilled", "Cleared up", "No package found"]


class _Part(BaseModel):
    """Nothing unknown is taken, nothing is bent into shape, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Organisation(_Part):
    """`host` is the one in whose workspace the app is installed."""

    domain: Short
    trade: Literal["buys", "supplies"]
    host: bool = False


def _a_zone(name: str) -> str:
    if name not in available_timezones() | {"UTC"}:
        raise ValueError("is no time zone; write it like Europe/Berlin")
    return name


class Someone(_Part):
    name: Short
    of: Short
    time_zone: Annotated[Short, AfterValidator(_a_zone)] = "UTC"
    locale: Short = "en-US"


class Said(_Part):
    by: Short
    says: Line


class Start(_Part):
    """Who starts, how, and on which message, counted from 1."""

    by: Short
    how: Literal["raise", "clarify"]
    message: Annotated[int, Field(ge=1)] = 1


class TermView(_Part):
    """How a side sees one term: importance 0 to 10, which end of its options it wants."""

    importance: Grade
    wants: Literal["more", "less"] | None = None
    never: tuple[Short, ...] = ()


class Side(_Part):
    """What one side says and how it decides.

    least_gain: the least that a package must be worth above today's terms for this side to sign
    it, as a part of the whole range from its worst to its best.
    """

    speaker: Short
    line: Line | None = None
    happened: Line | None = None
    wants: Line | None = None
    why: Line | None = None
    share_why: bool = False
    private: Line | None = None
    terms: dict[Short, TermView] = Field(default_factory=dict)
    other_terms: Grade = 1
    least_gain: Annotated[float, Field(ge=0, le=1)] = 0.05
    settles: bool = False
    cleared_up: bool = True


class CaseFile(_Part):
    """A whole case as data. `today` sets right what holds today where the form has it wrong."""

    title: Line
    about: Line
    channel: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,80}$")]
    organisations: Annotated[dict[Short, Organisation], Field(min_length=2, max_length=2)]
    people: dict[Short, Someone]
    messages: Annotated[tuple[Said, ...], Field(min_length=1)]
    start: Start
    sides: dict[Short, Side]
    today: dict[Short, Short] = Field(default_factory=dict)
    ends: End

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        """Every name is somebody's, one organisation is the host, each side has its say."""
        faults = [*self._unknown_names(), *self._unsaid()]
        if [o.host for o in self.organisations.values()].count(True) != 1:
            faults.append("organisations: exactly one of them has host: true.")
        if self.start.message > len(self.messages):
            faults.append(f"start.message: there are {len(self.messages)} messages.")
        if faults:
            raise ValueError("\n".join(faults))
        return self

    def _unknown_names(self) -> list[str]:
        used = [(f"messages.{n}.by", m.by) for n, m in enumerate(self.messages)]
        used += [("start.by", self.start.by)]
        used += [(f"sides.{name}.speaker", side.speaker) for name, side in self.sides.items()]
        faults = [
            f"{at}: {who} is not among the people." for at, who in used if who not in self.people
        ]
        faults += [
            f"people.{handle}.of: {one.of} is not among the organisations."
            for handle, one in self.people.items()
            if one.of not in self.organisations
        ]
        if set(self.sides) != set(self.organisations):
            faults.append(f"sides: name each of {', '.join(self.organisations)}, and nobody else.")
        return faults or self._wrong_people()

    def _wrong_people(self) -> list[str]:
        """Everybody is there; whether each does what only somebody else could."""
        speakers = [side.speaker for side in self.sides.values()]
        faults = [
            f"sides.{name}.speaker: {side.speaker} is of {self.people[side.speaker].of}."
            for name, side in self.sides.items()
            if self.people[side.speaker].of != name
        ]
        if self.start.by not in speakers:
            named = " or ".join(sorted(speakers))
            faults.append(f"start.by: {self.start.by} speaks for no side; name {named}.")
        return faults

    def _unsaid(self) -> list[str]:
        clarifies = self.start.how == "clarify"
        becomes_a_case = not all(side.cleared_up for side in self.sides.values())
        needed = ["line"] if clarifies else []
        needed += ["happened", "wants"] if becomes_a_case or not clarifies else []
        return [
            f"sides.{name}.{what}: is missing, and this case comes to it."
            for name, side in self.sides.items()
            for what in needed
            if getattr(side, what) is None
        ] + self._said_in_vain()

    def _said_in_vain(self) -> list[str]:
        """What stands in the file and would never be heard in its story."""
        faults = []
        for name, side in self.sides.items():
            if side.line is not None and self.start.how != "clarify":
                faults.append(f"sides.{name}.line: is heard only where start.how is clarify.")
            if side.share_why and side.why is None:
                faults.append(f"sides.{name}.share_why: there is no why to share.")
        return faults

    @property
    def host(self) -> str:
        return next(name for name, o in self.organisations.items() if o.host)
