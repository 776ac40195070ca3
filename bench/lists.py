"""`python -m bench lists`: how long a list and a desk take as the open cases of a channel grow."""

import statistics
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from bot.casework.list_cases import list_cases
from bot.casework.membership import Actor
from bot.casework.my_desk import my_desk
from bot.casework.ports import Job, UnitOfWork
from bot.clock import RandomIds, SystemClock
from bot.mediation.case import Case
from bot.mediation.issues import Issue, IssueKind, Urgency
from bot.mediation.people import (
    ChannelId,
    Membership,
    Partnership,
    PartnershipId,
    Person,
    PersonId,
    Role,
    Side,
    SideId,
    TeamId,
    TradeRole,
    WorkspaceKey,
)
from bot.slack.limits import fitted_view
from bot.slack.views.private.desk_view import desk_view
from bot.slack.views.private.home import home
from bot.slack.views.shared.lists import case_list
from storage import SqlStore, migrate, open_engine

FEW, MANY = 15, 1_500
FIRST = "My desk, first since start"
REPEATS = 9

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HERE, SPACE = ChannelId("C1"), WorkspaceKey("T1")
BUYER = Side(SideId("a"), "Northwind Foods", TradeRole.CUSTOMER, TeamId("T1"))
SELLER = Side(SideId("b"), "Baltic Packaging", TradeRole.PROVIDER, TeamId("T2"))
MARIA, TOMAS = PersonId("U1"), PersonId("U2")
ACTOR = Actor(MARIA, TeamId("T1"))
HAPPENED = (
    "PO {number} came in a day late, the third time this quarter. We booked the penalty. " * 4
)

Look = Callable[[UnitOfWork], object]

LOOKS: Mapping[str, Look] = {
    "/parley list": lambda uow: case_list(list_cases(SPACE, HERE, uow=uow)),
    "its last page": lambda uow: case_list(list_cases(SPACE, HERE, MANY, uow=uow)),
    "My desk": lambda uow: fitted_view(
        desk_view(my_desk(SPACE, ACTOR, uow=uow, now=NOW), HERE)
    ),
    "Home": lambda uow: fitted_view(home(my_desk(SPACE, ACTOR, uow=uow, now=NOW))),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Growth:
    """One look, in seconds, with few open cases and with many."""

    name: str
    few: float
    many: float

    @property
    def ratio(self) -> float:
        return self.many / self.few

    def __str__(self) -> str:
        return (
            f"{self.name:<28} {1000 * self.few:7.1f} ms  {1000 * self.many:7.1f} ms  "
            f"{self.ratio:5.1f} times"
        )


def measured(few: int = FEW, many: int = MANY, repeats: int = REPEATS) -> list[Growth]:
    """All looks, medians; the first one that a started bot takes at a desk stands by itself."""
    with _crowd(few) as small, _crowd(many) as large:
        desk = LOOKS["My desk"]
        first = Growth(FIRST, _seconds(desk, small), _seconds(desk, large))
        rest = [
            Growth(name, _median(look, small, repeats), _median(look, large, repeats))
            for name, look in LOOKS.items()
        ]
    return [first, *rest]


def main() -> int:
    print(f"open cases of one channel: {FEW} and {MANY}, SQLite, medians of {REPEATS}")
    print(*measured(), sep="\n")
    return 0


def _median(look: Look, store: SqlStore, repeats: int) -> float:
    return statistics.median(_seconds(look, store) for _ in range(repeats))


def _seconds(look: Look, store: SqlStore) -> float:
    began = perf_counter()
    with store.reading() as uow:
        look(uow)
    return perf_counter() - began


@contextmanager
def _crowd(count: int) -> Iterator[SqlStore]:
    """A database with so many open cases in one channel, each told about by nobody yet."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'lists.sqlite3'}")
        migrate(engine)
        store = SqlStore(engine, enqueue=_nothing, ids=RandomIds(), clock=SystemClock())
        with store() as uow:
            uow.partnerships.save(_partnership())
            for who, team in ((MARIA, "T1"), (TOMAS, "T2")):
                uow.directory.remember(Person(who, who, TeamId(team)))
            uow.directory.remember_channel(HERE, [MARIA, TOMAS])
            for number in range(1, count + 1):
                uow.cases.add(_case(number))
            uow.commit()
        try:
            yield store
        finally:
            engine.dispose()


def _nothing(session: object, job: Job) -> None:
    """Nothing that is looked at here asks for a job."""


def _partnership() -> Partnership:
    members = (
        Membership(MARIA, BUYER.id, NOW, frozenset({Role.SPOKESPERSON})),
        Membership(TOMAS, SELLER.id, NOW, frozenset({Role.SPOKESPERSON})),
    )
    return Partnership(PartnershipId("p1"), SPACE, (BUYER, SELLER), (HERE,), members)


def _case(number: int) -> Case:
    raised = NOW - timedelta(hours=number)
    return Case(
        id=f"c{number}",
        number=number,
        workspace=SPACE,
        partnership=PartnershipId("p1"),
        channel=HERE,
        thread_ts=f"{number}.1",
        sides=(BUYER, SELLER),
        issue=Issue(
            f"PO {number} a day late", HAPPENED.format(number=number), IssueKind.LATE_DELIVERY,
            Urgency.NORMAL, raised_by=MARIA, raised_at=raised,
        ),
        moved_at=raised,
    )  # fmt: skip
