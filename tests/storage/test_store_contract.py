"""What every store promises: the one in memory, SQLite's and PostgreSQL's alike."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from bot.casework.ports import Conflict, Job, Sent, Store, UnitOfWork
from bot.mediation.caucus import Caucus, PrivateLine, PrivateText, Ratings
from bot.mediation.issues import Message
from bot.mediation.people import (
    ChannelId,
    Consent,
    Membership,
    PartnershipId,
    PersonId,
    SideId,
    WorkspaceKey,
)
from bot.mediation.refusals import NotFound
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event, first_break
from storage import SqlStore
from tests.casework.memory import MemoryStore
from tests.chance import NOON, CountedIds, StillClock
from tests.storage.databases import Enqueued, postgres_engine, sqlite_engine
from tests.storage.samples import (
    ANNA,
    BEN,
    BUYER,
    CHANNEL,
    SELLER,
    T0,
    WORKSPACE,
    case,
    clarification,
    partnership,
    person,
    round_until,
)

Made = tuple[Store, Callable[[], list[Job]]]


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Made]:
    ids, clock = CountedIds(), StillClock()
    if request.param == "memory":
        memory = MemoryStore(ids, clock)
        yield memory, lambda: memory.jobs
        return
    if request.param == "sqlite":
        opening = sqlite_engine(request.getfixturevalue("sqlite_template"), tmp_path)
    else:
        opening = postgres_engine(request.getfixturevalue("postgres_url"))
    enqueued = Enqueued()
    with opening as engine:
        yield SqlStore(engine, enqueue=enqueued, ids=ids, clock=clock), lambda: enqueued.jobs


@pytest.fixture
def store(made: Made) -> Store:
    return made[0]


@contextmanager
def saving(store: Store) -> Iterator[UnitOfWork]:
    with store() as uow:
        yield uow
        uow.commit()


@pytest.fixture
def stocked(store: Store) -> Store:
    """With a partnership, a case and a clarification."""
    with saving(store) as uow:
        uow.partnerships.save(partnership())
        uow.cases.add(case())
        uow.clarifications.add(clarification())
    return store


class TestTransactions:
    def test_what_is_not_committed_never_was(self, store: Store) -> None:
        with store() as uow:
            uow.partnerships.save(partnership())
        with store() as uow, pytest.raises(NotFound):
            uow.partnerships.get(PartnershipId("p1"))

    def test_a_fault_inside_rolls_back(self, store: Store) -> None:
        def faulty() -> None:
            with store() as uow:
                uow.partnerships.save(partnership())
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            faulty()
        with store() as uow:
            assert uow.partnerships.of_channel(WORKSPACE, CHANNEL) is None

    def test_a_unit_of_work_reads_its_own_writes(self, stocked: Store) -> None:
        with stocked() as uow:
            saved = uow.cases.save(replace(case(), ended_because="first"))
            assert uow.cases.get("c1") == saved
            assert uow.cases.held("c1") == saved

    def test_what_was_opened_for_reading_sees_what_stands_and_keeps_nothing(
        self, stocked: Store
    ) -> None:
        with stocked.reading() as uow:
            assert uow.cases.get("c1") == case()
            with pytest.raises(Exception, match="for reading"):
                uow.commit()

    def test_a_claim_is_given_once(self, store: Store) -> None:
        with saving(store) as uow:
            assert uow.claim("Ev1")
            assert not uow.claim("Ev1")
        with saving(store) as uow:
            assert not uow.claim("Ev1")
            assert uow.claim("Ev2")

    def test_a_claim_that_was_rolled_back_can_be_had_again(self, store: Store) -> None:
        with store() as uow:
            assert uow.claim("Ev1")
        with saving(store) as uow:
            assert uow.claim("Ev1")

    def test_claims_are_kept_until_a_moment_and_forgotten_before_it(self, store: Store) -> None:
        with saving(store) as uow:
            assert uow.claim("Ev1")
            uow.forget_claims(NOON)
        with saving(store) as uow:
            assert not uow.claim("Ev1")
            uow.forget_claims(NOON + timedelta(microseconds=1))
        with store() as uow:
            assert uow.claim("Ev1")

    def test_a_job_exists_with_its_commit_and_not_before(self, made: Made) -> None:
        store, jobs = made
        with store() as uow:
            uow.enqueue(Job("show", "k"))
        assert jobs() == []
        with store() as uow:
            uow.enqueue(Job("show", "k", {"case": "c1"}))
            assert jobs() == []
            uow.commit()
        assert jobs() == [Job("show", "k", {"case": "c1"})]


class TestCases:
    def test_a_case_comes_back_as_it_was_added(self, stocked: Store) -> None:
        with stocked() as uow:
            assert uow.cases.get("c1") == case()
            assert uow.cases.held("c1") == case()
            assert uow.cases.numbered(WORKSPACE, 1) == case()

    def test_a_case_that_is_not_there_is_said_to_be_not_there(self, stocked: Store) -> None:
        with stocked() as uow:
            for look_up in (uow.cases.get, uow.cases.held):
                with pytest.raises(NotFound):
                    look_up("c9")
            for workspace, number in ((WORKSPACE, 9), (WorkspaceKey("T9"), 1)):
                with pytest.raises(NotFound):
                    uow.cases.numbered(workspace, number)

    def test_numbers_count_from_one_in_each_workspace(self, stocked: Store) -> None:
        with stocked() as uow:
            assert uow.cases.next_number(WORKSPACE) == 2
            assert uow.cases.next_number(WorkspaceKey("T9")) == 1

    def test_two_cases_never_carry_one_number(self, stocked: Store) -> None:
        with pytest.raises(Conflict), saving(stocked) as uow:
            uow.cases.add(case("c2", number=1))

    def test_saving_counts_the_version_up(self, stocked: Store) -> None:
        with saving(stocked) as uow:
            saved = uow.cases.save(replace(case(), stage=Stage.WITHDRAWN))
        assert saved.version == 1
        with stocked() as uow:
            assert uow.cases.get("c1") == saved

    def test_saving_over_a_newer_version_is_a_conflict_and_changes_nothing(
        self, stocked: Store
    ) -> None:
        with saving(stocked) as uow:
            newer = uow.cases.save(replace(case(), ended_because="newer"))
        with pytest.raises(Conflict), saving(stocked) as uow:
            uow.cases.save(replace(case(), ended_because="older"))
        with stocked() as uow:
            assert uow.cases.get("c1") == newer

    def test_a_channels_and_a_partnerships_cases_come_oldest_first(self, stocked: Store) -> None:
        elsewhere = replace(case("c4", 4), channel=ChannelId("C9"))
        with saving(stocked) as uow:
            for more in (case("c3", 3), case("c2", 2), elsewhere):
                uow.cases.add(more)
        with stocked() as uow:
            here = uow.cases.of_channel(WORKSPACE, CHANNEL)
            assert [c.id for c in here] == ["c1", "c2", "c3"]
            all_of_them = uow.cases.of_partnership(PartnershipId("p1"))
            assert [c.id for c in all_of_them] == ["c1", "c2", "c3", "c4"]
            assert uow.cases.of_channel(WorkspaceKey("T9"), CHANNEL) == ()

    def test_open_cases_are_counted_and_come_in_pages_newest_first(self, stocked: Store) -> None:
        ended = replace(case("c5", 5), stage=Stage.WITHDRAWN)
        with saving(stocked) as uow:
            for more in (case("c3", 3), case("c2", 2), case("c4", 4), ended):
                uow.cases.add(more)
        with stocked.reading() as uow:
            assert uow.cases.count_open(WORKSPACE, CHANNEL) == 4
            page = uow.cases.open_of_channel(WORKSPACE, CHANNEL, start=1, most=2)
            assert [c.id for c in page] == ["c3", "c2"]
            assert uow.cases.open_of_channel(WORKSPACE, CHANNEL, start=4, most=2) == ()
            still = uow.cases.open_of_partnership(PartnershipId("p1"))
            assert [c.id for c in still] == ["c1", "c2", "c3", "c4"]

    def test_what_was_fulfilled_lately_is_found_by_the_moment(self, stocked: Store) -> None:
        tokyo = timezone(timedelta(hours=9))
        moved = {
            "before": T0 - timedelta(seconds=1),
            "just": T0,
            "there": T0.astimezone(tokyo),
            "later": T0 + timedelta(days=2),
            "unknown": None,
        }
        with saving(stocked) as uow:
            uow.cases.add(replace(case("open", 9), moved_at=T0))
            for number, (name, at) in enumerate(moved.items(), 2):
                ended = replace(case(name, number), stage=Stage.FULFILLED, moved_at=at)
                uow.cases.add(ended)
        with stocked.reading() as uow:
            found = uow.cases.fulfilled_since(PartnershipId("p1"), T0)
            assert [c.id for c in found] == ["just", "there", "later"]
            assert uow.cases.fulfilled_since(PartnershipId("p9"), T0) == ()

    def test_what_has_ended_is_counted_by_channel(self, stocked: Store) -> None:
        places = [CHANNEL, CHANNEL, ChannelId("C9")]
        with saving(stocked) as uow:
            for number, place in enumerate(places, 2):
                ended = replace(case(f"c{number}", number), stage=Stage.CLEARED_UP, channel=place)
                uow.cases.add(ended)
        with stocked.reading() as uow:
            held = uow.cases.count_at(PartnershipId("p1"), {Stage.CLEARED_UP, Stage.ESCALATED})
            assert dict(held) == {CHANNEL: 2, ChannelId("C9"): 1}

    def test_what_was_read_before_is_read_as_it_was_saved_last(self, stocked: Store) -> None:
        with stocked.reading() as uow:
            assert uow.cases.of_channel(WORKSPACE, CHANNEL) == (case(),)
        with stocked() as uow:  # never committed
            uow.cases.save(replace(case(), ended_because="taken back"))
        with saving(stocked) as uow:
            kept = uow.cases.save(replace(case(), ended_because="kept"))
        with stocked.reading() as uow:
            assert uow.cases.of_channel(WORKSPACE, CHANNEL) == (kept,)

    def test_a_threads_open_cases_are_found_with_those_of_no_thread(self, stocked: Store) -> None:
        places = {"here": "5.5", "ended": "5.5", "there": "6.6", "nowhere": ""}
        with saving(stocked) as uow:
            for number, (name, thread_ts) in enumerate(places.items(), start=2):
                stage = Stage.WITHDRAWN if name == "ended" else Stage.CLARIFYING
                uow.cases.add(replace(case(name, number), stage=stage, thread_ts=thread_ts))
        with stocked() as uow:
            found = uow.cases.open_under(WORKSPACE, CHANNEL, "5.5")
            assert [c.id for c in found] == ["here", "nowhere"]
            assert uow.cases.open_under(WORKSPACE, ChannelId("C9"), "5.5") == ()

    def test_only_open_rounds_past_their_deadline_are_due(self, stocked: Store) -> None:
        at = {"due": T0, "later": T0 + timedelta(seconds=1), "closed": T0, "elsewhere": T0}
        with saving(stocked) as uow:
            for number, (name, deadline) in enumerate(at.items(), start=2):
                menu = round_until(deadline, closed=name == "closed")
                stage = Stage.SIGNING if name == "elsewhere" else Stage.PROPOSED
                uow.cases.add(replace(case(name, number), stage=stage, rounds=(menu,)))
        with stocked() as uow:
            assert uow.cases.answerable_before(T0) == ("due",)


class TestCaucuses:
    def test_an_empty_one_stands_where_nothing_was_told(self, stocked: Store) -> None:
        with stocked() as uow:
            caucus = uow.caucuses.get("c1", BUYER.id)
        assert (caucus.revision, caucus.why, caucus.answers) == (0, None, ())

    def test_each_side_reads_its_own(self, stocked: Store) -> None:
        words = PrivateText("our boiler is old", owner=BUYER.id)
        with saving(stocked) as uow:
            told = uow.caucuses.get("c1", BUYER.id).with_words(why=words, private=None, by=ANNA)
            uow.caucuses.save(told)
        with stocked() as uow:
            assert uow.caucuses.get("c1", BUYER.id) == told
            assert uow.caucuses.get("c1", SELLER.id).why is None

    def test_what_one_side_told_about_several_cases_is_read_at_once(self, stocked: Store) -> None:
        told = {}
        with saving(stocked) as uow:
            for number in (2, 3):
                uow.cases.add(case(f"c{number}", number))
            for name, side in (("c1", BUYER), ("c2", BUYER), ("c2", SELLER), ("c3", SELLER)):
                held = Caucus(name, side.id).with_ratings(Ratings(matters=(name,)), by=ANNA)
                uow.caucuses.save(held)
                told[name, side.id] = held
        with stocked.reading() as uow:
            found = uow.caucuses.of_cases(["c1", "c2", "c3", "c4"], BUYER.id)
            assert found == {name: told[name, BUYER.id] for name in ("c1", "c2")}
            assert uow.caucuses.of_cases([], BUYER.id) == {}

    def test_revisions_follow_each_other(self, stocked: Store) -> None:
        with saving(stocked) as uow:
            for matters in ("price", "volume"):
                caucus = uow.caucuses.get("c1", BUYER.id)
                uow.caucuses.save(caucus.with_ratings(Ratings(matters=(matters,)), by=ANNA))
            last = uow.caucuses.get("c1", BUYER.id)
        assert (last.revision, last.ratings) == (2, Ratings(matters=("volume",)))

    def test_a_colleague_who_was_faster_is_not_overwritten(self, stocked: Store) -> None:
        with stocked() as uow:
            before = uow.caucuses.get("c1", BUYER.id)
        with saving(stocked) as uow:
            uow.caucuses.save(before.with_ratings(Ratings(matters=("price",)), by=ANNA))
        with pytest.raises(Conflict), saving(stocked) as uow:
            uow.caucuses.save(before.with_ratings(Ratings(matters=("volume",)), by=BEN))
        with stocked() as uow:
            assert uow.caucuses.get("c1", BUYER.id).told_by == ANNA


class TestClarifications:
    def test_it_comes_back_and_counts_versions(self, stocked: Store) -> None:
        with saving(stocked) as uow:
            assert uow.clarifications.get("k1") == clarification()
            saved = uow.clarifications.save(clarification())
        assert saved.version == 1
        with pytest.raises(Conflict), saving(stocked) as uow:
            uow.clarifications.save(clarification())

    def test_one_that_is_not_there_is_said_to_be_not_there(self, stocked: Store) -> None:
        with stocked() as uow, pytest.raises(NotFound):
            uow.clarifications.get("k9")

    def test_a_channels_come_oldest_first(self, stocked: Store) -> None:
        earlier = replace(clarification("k0"), opened_at=T0 - timedelta(hours=1))
        with saving(stocked) as uow:
            uow.clarifications.add(earlier)
        with stocked() as uow:
            found = uow.clarifications.of_channel(WORKSPACE, CHANNEL)
            assert [c.id for c in found] == ["k0", "k1"]

    def test_a_side_has_one_line_and_may_change_it(self, stocked: Store) -> None:
        for words in ("first thought", "second thought"):
            with saving(stocked) as uow:
                uow.clarifications.add_line(line(BUYER.id, words))
        with stocked() as uow:
            assert uow.clarifications.lines("k1") == (line(BUYER.id, "second thought"),)

    def test_lines_are_forgotten_all_together(self, stocked: Store) -> None:
        with saving(stocked) as uow:
            uow.clarifications.add_line(line(BUYER.id, "a"))
            uow.clarifications.add_line(line(SELLER.id, "b"))
        with saving(stocked) as uow:
            assert len(uow.clarifications.lines("k1")) == 2
            uow.clarifications.forget_lines("k1")
        with stocked() as uow:
            assert uow.clarifications.lines("k1") == ()


class TestPartnerships:
    def test_it_comes_back_with_sides_channels_and_members(self, stocked: Store) -> None:
        with stocked() as uow:
            assert uow.partnerships.get(PartnershipId("p1")) == partnership()
            assert uow.partnerships.of_channel(WORKSPACE, CHANNEL) == partnership()
            assert uow.partnerships.of_workspace(WORKSPACE) == (partnership(),)

    def test_a_channel_belongs_to_it_in_its_own_workspace_alone(self, stocked: Store) -> None:
        with stocked() as uow:
            assert uow.partnerships.of_channel(WorkspaceKey("T9"), CHANNEL) is None
            assert uow.partnerships.of_channel(WORKSPACE, ChannelId("C9")) is None
            assert uow.partnerships.of_workspace(WorkspaceKey("T9")) == ()

    def test_it_is_around_its_members_and_who_is_seen_in_its_channels(self, stocked: Store) -> None:
        carl, dora = PersonId("U3"), PersonId("U4")
        with saving(stocked) as uow:
            for known in (ANNA, carl, dora):
                uow.directory.remember(person(known))
            uow.directory.remember_channel(CHANNEL, [ANNA, carl])
            uow.directory.remember_channel(ChannelId("C9"), [dora])
        with stocked() as uow:
            around = uow.partnerships.around
            assert around(WORKSPACE, ANNA) == around(WORKSPACE, carl) == (partnership(),)
            assert around(WORKSPACE, BEN) == (partnership(),)  # not seen, but on a side of it
            assert around(WORKSPACE, dora) == around(WorkspaceKey("T9"), ANNA) == ()

    def test_one_of_whose_channel_nobody_is_known_is_around_everybody(self, stocked: Store) -> None:
        with stocked() as uow:
            assert uow.partnerships.around(WORKSPACE, PersonId("U9")) == (partnership(),)

    def test_a_member_who_joins_is_added_and_a_changed_role_kept(self, stocked: Store) -> None:
        joined = Membership(PersonId("U3"), SELLER.id, since=T0 + timedelta(days=1))
        promoted = Membership(BEN, SELLER.id, since=T0, named_by=ANNA)
        grown = replace(partnership(), members=(partnership().members[0], promoted, joined))
        with saving(stocked) as uow:
            uow.partnerships.save(replace(grown, version=1))
        with stocked() as uow:
            assert uow.partnerships.get(PartnershipId("p1")) == grown

    def test_sides_keep_their_order(self, stocked: Store) -> None:
        swapped = replace(partnership(), sides=(SELLER, BUYER))
        with saving(stocked) as uow:
            uow.partnerships.save(replace(swapped, version=1))
        with stocked() as uow:
            assert uow.partnerships.get(PartnershipId("p1")).sides == (SELLER, BUYER)

    def test_each_saving_counts_its_version_up(self, stocked: Store) -> None:
        with saving(stocked) as uow:
            read = uow.partnerships.get(PartnershipId("p1"))
            assert read.version == 1
            again = uow.partnerships.save(uow.partnerships.save(read))
            assert again.version == uow.partnerships.get(PartnershipId("p1")).version == 3

    def test_of_two_who_read_the_same_the_second_to_save_loses_nothing_of_the_first(
        self, stocked: Store
    ) -> None:
        first = Membership(PersonId("U3"), SELLER.id, since=T0)
        second = Membership(PersonId("U4"), SELLER.id, since=T0)
        with stocked() as uow:
            read = uow.partnerships.get(PartnershipId("p1"))
        with saving(stocked) as uow:
            uow.partnerships.save(read.with_member(first))
        with pytest.raises(Conflict), saving(stocked) as uow:
            uow.partnerships.save(read.with_member(second))
        with saving(stocked) as uow:
            anew = uow.partnerships.get(PartnershipId("p1"))
            uow.partnerships.save(anew.with_member(second))
        with stocked() as uow:
            members = {m.person for m in uow.partnerships.get(PartnershipId("p1")).members}
        assert members >= {first.person, second.person, ANNA, BEN}

    def test_one_that_is_there_is_not_added_a_second_time(self, stocked: Store) -> None:
        with pytest.raises(Conflict), saving(stocked) as uow:
            uow.partnerships.save(partnership())


class TestConsent:
    def test_none_was_given_until_it_is_recorded(self, store: Store) -> None:
        with store() as uow:
            assert uow.consents.given(ANNA, "c1") is None

    def test_it_is_given_by_one_person_for_one_scope(self, store: Store) -> None:
        given = Consent(ANNA, "c1", "form-1", given_at=T0)
        with saving(store) as uow:
            uow.consents.record(given)
        with store() as uow:
            assert uow.consents.given(ANNA, "c1") == given
            assert uow.consents.given(BEN, "c1") is None
            assert uow.consents.given(ANNA, "c2") is None

    def test_what_was_revoked_no_longer_stands_and_can_be_given_anew(self, store: Store) -> None:
        given = Consent(ANNA, "c1", "form-1", given_at=T0)
        with saving(store) as uow:
            uow.consents.record(given)
            uow.consents.record(replace(given, revoked_at=T0 + timedelta(days=1)))
        with store() as uow:
            assert uow.consents.given(ANNA, "c1") is None
        anew = replace(given, given_at=T0 + timedelta(days=2))
        with saving(store) as uow:
            uow.consents.record(anew)
        with store() as uow:
            assert uow.consents.given(ANNA, "c1") == anew


class TestDirectory:
    def test_a_person_is_remembered_as_described_last(self, store: Store) -> None:
        guest = replace(person(), name="Anna M.", is_guest=True)
        with saving(store) as uow:
            assert uow.directory.person(ANNA) is None
            uow.directory.remember(person())
            uow.directory.remember(guest)
        with store() as uow:
            assert uow.directory.person(ANNA) == guest

    def test_a_channels_people_are_those_read_last(self, store: Store) -> None:
        with saving(store) as uow:
            for known in (ANNA, BEN):
                uow.directory.remember(person(known))
            uow.directory.remember_channel(CHANNEL, [BEN, ANNA, ANNA])
        with saving(store) as uow:
            assert [p.id for p in uow.directory.people_of(CHANNEL)] == [ANNA, BEN]
            uow.directory.remember_channel(CHANNEL, [BEN])
        with store() as uow:
            assert [p.id for p in uow.directory.people_of(CHANNEL)] == [BEN]
            assert uow.directory.people_of(ChannelId("C9")) == ()

    def test_a_person_is_where_they_were_seen_last(self, store: Store) -> None:
        here, there = ChannelId("C1"), ChannelId("C2")
        with saving(store) as uow:
            uow.directory.remember_channel(there, [ANNA, BEN])
            uow.directory.remember_channel(here, [ANNA])
        with saving(store) as uow:
            assert uow.directory.channels_of(ANNA) == (here, there)
            uow.directory.remember_channel(there, [BEN])
        with store() as uow:
            assert uow.directory.channels_of(ANNA) == (here,)
            assert uow.directory.channels_of(PersonId("U9")) == ()


class TestTimeline:
    def test_links_stand_in_order_and_hold(self, store: Store) -> None:
        texts = ["raised", "Grüße, 你好 🙂", ""]
        for text in texts:
            with saving(store) as uow:
                uow.timeline.append(Event("c1", "said", ANNA, T0, text))
        with store() as uow:
            chain = uow.timeline.of("c1")
        assert [item.text for item in chain] == texts
        assert first_break(chain) is None
        assert len({item.salt for item in chain}) == 3

    def test_each_subject_has_a_chain_of_its_own(self, store: Store) -> None:
        with saving(store) as uow:
            uow.timeline.append(Event("c1", "said", None, T0, "one"))
            uow.timeline.append(Event("c2", "said", None, T0, "other"))
        with store() as uow:
            assert [item.text for item in uow.timeline.of("c2")] == ["other"]
            assert uow.timeline.of("c9") == ()

    def test_an_erased_text_is_gone_and_the_chain_still_holds(self, store: Store) -> None:
        with saving(store) as uow:
            for text in ("one", "two", "three"):
                uow.timeline.append(Event("c1", "said", ANNA, T0, text))
        with saving(store) as uow:
            uow.timeline.erase_text("c1", 1)
            uow.timeline.append(Event("c1", "said", ANNA, T0, "four"))
        with store() as uow:
            chain = uow.timeline.of("c1")
        assert [item.text for item in chain] == ["one", None, "three", "four"]
        assert [bool(item.salt) for item in chain] == [True, False, True, True]
        assert first_break(chain) is None

    def test_a_moment_in_another_time_zone_holds_after_reading(self, store: Store) -> None:
        elsewhere = T0.astimezone(timezone(timedelta(hours=9)))
        with saving(store) as uow:
            uow.timeline.append(Event("c1", "said", ANNA, elsewhere, "from Osaka"))
        with store() as uow:
            chain = uow.timeline.of("c1")
        assert first_break(chain) is None
        assert chain[0].at == T0


class TestRecords:
    def test_a_threads_messages_come_in_order_with_their_last_text(self, store: Store) -> None:
        first = Message(CHANNEL, "1.1", ANNA, "frist", ("plan.pdf",), author_name="Anna")
        answer = Message(CHANNEL, "1.3", BEN, "ok")
        with saving(store) as uow:
            uow.conversation.record(answer, "1.1")
            uow.conversation.record(first, "1.1")
            uow.conversation.record(replace(first, text="first"), "1.1")
            uow.conversation.record(Message(CHANNEL, "2.1", ANNA, "other thread"), "2.1")
        with store() as uow:
            assert uow.conversation.of_thread(CHANNEL, "1.1") == (
                replace(first, text="first"),
                answer,
            )
            assert uow.conversation.of_thread(ChannelId("C9"), "1.1") == ()

    def test_what_was_sent_is_found_under_its_key(self, store: Store) -> None:
        intent = Sent("card:c1", CHANNEL, "1.1", None, 0)
        with saving(store) as uow:
            assert uow.outbox.find("card:c1") is None
            uow.outbox.put(intent)
        with saving(store) as uow:
            assert uow.outbox.find("card:c1") == intent
            uow.outbox.put(replace(intent, ts="9.9", revision=3))
        with store() as uow:
            assert uow.outbox.find("card:c1") == Sent("card:c1", CHANNEL, "1.1", "9.9", 3)


def line(side: SideId, words: str) -> PrivateLine:
    by = ANNA if side == BUYER.id else BEN
    return PrivateLine("k1", side, by, PrivateText(words, owner=side), T0)
