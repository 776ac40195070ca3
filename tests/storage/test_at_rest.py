"""What lies on the disk: private words stand there encrypted, public history unchangeable."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from bot.mediation.caucus import BlindAnswer, PrivateLine, PrivateText, Ratings
from bot.mediation.people import PersonId
from bot.mediation.timeline import Event, first_break
from storage import SqlStore
from storage.secrets import KeyFault, use_keys
from storage.tables import ClaimRow, InstallationRow
from tests.chance import KEY, CountedIds, StillClock
from tests.storage.databases import Enqueued
from tests.storage.samples import ANNA, BEN, BUYER, SELLER, T0, case, clarification, partnership

CANARIES = (
    "canary-why-7731",
    "canary-private-7732",
    "canary-remark-7733",
    "canary-line-7734",
    "canary-term-7735",
    "xoxb-canary-token-7736",
)
OTHER_KEY = "YW5vdGhlci1rZXktZm9yLXRoZS10ZXN0cy1vbmx5ISE="


@pytest.fixture
def store(engine: Engine) -> SqlStore:
    ids, clock = CountedIds(), StillClock()
    return SqlStore(engine, enqueue=Enqueued(), ids=ids, clock=clock)


def tell_everything(store: SqlStore) -> None:
    why, private, remark, words, term, token = CANARIES
    with store() as uow:
        uow.partnerships.save(partnership())
        uow.cases.add(case())
        uow.clarifications.add(clarification())
        caucus = uow.caucuses.get("c1", BUYER.id).with_words(
            why=PrivateText(why, owner=BUYER.id),
            private=PrivateText(private, owner=BUYER.id),
            by=ANNA,
        )
        uow.caucuses.save(caucus)
        caucus = caucus.with_ratings(Ratings(matters=(term,), importance={term: 9}), by=ANNA)
        uow.caucuses.save(caucus)
        kept = PrivateText(remark, owner=BUYER.id)
        uow.caucuses.save(
            caucus.with_answer(BlindAnswer(1, frozenset(), term=term, remark=kept), by=ANNA)
        )
        line = PrivateText(words, owner=SELLER.id)
        uow.clarifications.add_line(PrivateLine("k1", SELLER.id, BEN, line, T0))
        uow._session.add(InstallationRow(workspace="T1", bot_token=token, installed_at=T0))
        uow.commit()


def test_no_byte_of_what_was_told_in_private_stands_open_on_the_disk(
    store: SqlStore, tmp_path: Path
) -> None:
    if store.engine.dialect.name != "sqlite":
        folder = _data_folder(store.engine)
        with store.engine.connect() as connection:
            connection.execute(text("CHECKPOINT"))
    else:
        folder = tmp_path
    tell_everything(store)
    files = [f for f in folder.rglob("*") if f.is_file()]
    raw = b"".join(f.read_bytes() for f in files)
    assert b"Three orders came late." in raw, "the public text shows that the right files were read"
    assert [c for c in CANARIES if c.encode() in raw] == []


def test_what_was_done_once_is_known_again_and_cannot_be_guessed(store: SqlStore) -> None:
    """A form's contents and a press are few enough to be tried out one by one."""
    key = "view:V1:1.a:" + sha256(b"never below 45 days").hexdigest()
    with store() as uow:
        assert uow.claim(key)
        uow._session.add(ClaimRow(key="kept before there were marks", at=T0))
        uow.commit()
    with store.engine.connect() as connection:
        stand = set(connection.scalars(text("SELECT key FROM claim")))
    assert not stand & {key, sha256(key.encode()).hexdigest()}
    with store() as uow:
        assert not uow.claim(key)
        assert not uow.claim("kept before there were marks")


@pytest.mark.usefixtures("_own_keys")
def test_what_was_done_once_is_known_beside_a_newer_key_too(store: SqlStore) -> None:
    with store() as uow:
        assert uow.claim("Ev1")
        uow.commit()
    use_keys(f"{OTHER_KEY}, {KEY}")
    with store() as uow:
        assert not uow.claim("Ev1")
        assert uow.claim("Ev2")


def test_it_is_read_back_with_the_key(store: SqlStore) -> None:
    tell_everything(store)
    with store() as uow:
        caucus = uow.caucuses.get("c1", BUYER.id)
        assert caucus.why == PrivateText(CANARIES[0], owner=BUYER.id)
        assert caucus.answers[0].remark == PrivateText(CANARIES[2], owner=BUYER.id)
        assert uow.clarifications.lines("k1")[0].words == PrivateText(CANARIES[3], owner=SELLER.id)
        row = uow._session.get(InstallationRow, "T1")
        assert row is not None
        assert row.bot_token == CANARIES[5]


@pytest.fixture
def _own_keys() -> Iterator[None]:
    use_keys(KEY)
    yield
    use_keys(KEY)


@pytest.mark.usefixtures("_own_keys")
def test_another_key_reads_nothing_and_says_what_to_do(store: SqlStore) -> None:
    tell_everything(store)
    use_keys(OTHER_KEY)
    with store() as uow, pytest.raises(KeyFault, match="Add the earlier key after a comma"):
        uow.caucuses.get("c1", BUYER.id)


@pytest.mark.usefixtures("_own_keys")
def test_a_new_key_in_front_of_the_old_one_reads_old_and_new(store: SqlStore) -> None:
    tell_everything(store)
    use_keys(f"{OTHER_KEY}, {KEY}")
    with store() as uow:
        caucus = uow.caucuses.get("c1", BUYER.id).with_ratings(Ratings(), by=ANNA)
        uow.caucuses.save(caucus)
        uow.commit()
    use_keys(OTHER_KEY)
    with store() as uow:
        assert uow.caucuses.get("c1", BUYER.id) == caucus


def test_nobody_changes_or_takes_away_a_link_of_the_timeline(store: SqlStore) -> None:
    _write_three(store)
    emptied = ["TRUNCATE timeline_link"] if store.engine.dialect.name == "postgresql" else []
    for change in (
        *emptied,
        "UPDATE timeline_link SET kind = 'x' WHERE position = 1",
        "UPDATE timeline_link SET hash = hash",
        "DELETE FROM timeline_link WHERE position = 2",
        "DELETE FROM timeline_link",
    ):
        with (
            pytest.raises(DBAPIError, match="timeline links are only ever added"),
            store.engine.begin() as connection,
        ):
            connection.execute(text(change))
    with store() as uow:
        assert len(uow.timeline.of("c1")) == 3


@pytest.mark.parametrize(
    ("tampering", "found_at"),
    [
        ("UPDATE timeline_text SET text = 'they said yes' WHERE position = 1", 1),
        ("UPDATE timeline_link SET actor = 'U666' WHERE position = 0", 0),
        ("UPDATE timeline_link SET position = 9 WHERE position = 1", 1),
        ("DELETE FROM timeline_link WHERE position = 0", 0),
        ("DELETE FROM timeline_link WHERE position = 1", 1),
    ],
)
def test_even_with_the_guard_taken_off_a_change_is_found(
    store: SqlStore, tampering: str, found_at: int
) -> None:
    _write_three(store)
    with store.engine.begin() as connection:
        for statement in _UNGUARD[connection.dialect.name]:
            connection.execute(text(statement))
        connection.execute(text(tampering))
        for statement in _GUARD_AGAIN[connection.dialect.name]:
            connection.execute(text(statement))
    with store() as uow:
        assert first_break(uow.timeline.of("c1")) == found_at


def test_erasing_a_text_is_no_tampering(store: SqlStore) -> None:
    _write_three(store)
    with store() as uow:
        uow.timeline.erase_text("c1", 0)
        uow.commit()
    with store() as uow:
        assert first_break(uow.timeline.of("c1")) is None
    with store.engine.connect() as connection:
        held = connection.scalars(text("SELECT text FROM timeline_text ORDER BY position")).all()
    assert held == ["text 1", "text 2"]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_no_byte_of_an_erased_text_stays_in_the_file(store: SqlStore, tmp_path: Path) -> None:
    words = "canary-of-a-person-who-was-promised-erasure"
    with store() as uow:
        uow.timeline.append(Event("c1", "said", PersonId("U1"), T0, words))
        uow.commit()
    with store() as uow:
        uow.timeline.erase_text("c1", 0)
        uow.commit()
    with store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    files = [f for f in tmp_path.iterdir() if f.is_file()]
    assert any(f.stat().st_size > 100_000 for f in files)
    assert not any(words.encode() in f.read_bytes() for f in files)


def _write_three(store: SqlStore) -> None:
    for number in range(3):
        with store() as uow:
            uow.timeline.append(Event("c1", "said", PersonId("U1"), T0, f"text {number}"))
            uow.commit()


def _data_folder(engine: Engine) -> Path:
    with engine.connect() as connection:
        return Path(str(connection.scalar(text("SHOW data_directory"))))


_UNGUARD = {
    "sqlite": (
        "DROP TRIGGER timeline_link_no_update",
        "DROP TRIGGER timeline_link_no_delete",
    ),
    "postgresql": ("ALTER TABLE timeline_link DISABLE TRIGGER USER",),
}
_GUARD_AGAIN = {
    "sqlite": (),  # the file is thrown away
    "postgresql": ("ALTER TABLE timeline_link ENABLE TRIGGER USER",),
}
