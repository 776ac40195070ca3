"""Setting the stage: a case's organisations, people and channel, as far as they are not there."""

from dataclasses import dataclass

from bot.sandbox.play.case import CaseFile
from bot.sandbox.server import Sandbox


@dataclass(frozen=True, slots=True)
class Cast:
    """Where the case is played, and the ids of its people by their handles in the file."""

    channel: str
    people: dict[str, str]


def set_stage(sandbox: Sandbox, case: CaseFile, channel_name: str = "") -> Cast:
    """Add what is missing. The channel is always new when its name is given."""
    teams = _organisations(sandbox, case)
    people = {handle: _person(sandbox, case, handle, teams) for handle in case.people}
    name = channel_name or case.channel
    known = sandbox.stage.ids()["channels"]
    if not channel_name and name in known and _all_in(sandbox, known[name], people):
        return Cast(str(known[name]), people)
    channel = sandbox.stage.add_channel(name, list(people.values()), teams=list(teams.values()))
    return Cast(channel, people)


def name_host(sandbox: Sandbox, case: CaseFile) -> None:
    """Before the bot starts, which reads once where it is installed."""
    if case.host not in sandbox.stage.ids()["organisations"]:
        sandbox.stage.name_host(case.host, case.organisations[case.host].domain)


def _organisations(sandbox: Sandbox, case: CaseFile) -> dict[str, str]:
    stage = sandbox.stage
    name_host(sandbox, case)
    known = stage.ids()["organisations"]
    return {
        name: str(known.get(name) or stage.add_organisation(name, one.domain))
        for name, one in case.organisations.items()
    }


def _person(sandbox: Sandbox, case: CaseFile, handle: str, teams: dict[str, str]) -> str:
    someone = case.people[handle]
    known = sandbox.stage.ids()["people"]
    if handle in known:
        there = sandbox.person(handle)
        if (there.name, there.team) == (someone.name, teams[someone.of]):
            return there.id
    return sandbox.stage.add_person(
        handle,
        someone.name,
        team=teams[someone.of],
        tz=someone.time_zone,
        locale=someone.locale,
    )


def _all_in(sandbox: Sandbox, channel: str, people: dict[str, str]) -> bool:
    return all(channel in sandbox.person(p).channels().values() for p in people.values())
