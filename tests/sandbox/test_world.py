"""The world keeps time, triggers and rooms as Slack does."""

import pytest

from bot.sandbox.entities import ResponseUrl
from bot.sandbox.opening import GRETA, INES, MARIA, SHARED, SUPPLIER, TOMAS, WITH_GUEST
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.world import BOT_USER
from tests.sandbox.worlds import Clock, opened, posted, world_at, written


def test_message_times_go_up_though_the_clock_stands_still() -> None:
    world = world_at()
    times = [world.next_ts() for _ in range(100)]
    assert times == sorted(set(times))
    assert times[0] == "1764061260.000000"


def test_message_times_go_up_though_the_clock_goes_back() -> None:
    clock = Clock()
    world = world_at(clock)
    first = world.next_ts()
    clock.now -= 3600
    assert world.next_ts() > first


def test_ids_are_the_same_from_run_to_run() -> None:
    assert [world_at().new_id("V") for _ in range(2)] == ["V0000000001", "V0000000001"]


def test_a_trigger_works_until_its_last_moment() -> None:
    clock = Clock()
    world = world_at(clock)
    trigger = world.new_trigger(MARIA.id, 3.0)
    clock.now += 3.0
    assert world.use_trigger(trigger).user == MARIA.id


def test_a_trigger_is_too_old_after_its_last_moment() -> None:
    clock = Clock()
    world = world_at(clock)
    trigger = world.new_trigger(MARIA.id, 3.0)
    clock.now += 3.01
    with pytest.raises(SlackRefusal, match="expired_trigger_id"):
        world.use_trigger(trigger)


def test_a_trigger_used_twice_is_refused_as_used_even_when_old() -> None:
    clock = Clock()
    world = world_at(clock)
    trigger = world.new_trigger(MARIA.id, 3.0)
    world.use_trigger(trigger)
    clock.now += 60
    with pytest.raises(SlackRefusal, match="exchanged_trigger_id"):
        world.use_trigger(trigger)


def test_a_trigger_that_was_never_given_is_invalid() -> None:
    with pytest.raises(SlackRefusal, match="invalid_trigger_id"):
        world_at().use_trigger("1.2.3")
    with pytest.raises(SlackRefusal, match="invalid_arguments"):
        world_at().use_trigger("")


def test_people_of_the_other_organisation_are_external_and_guests_are_not() -> None:
    world = world_at()
    external = [m.id for m in world.members.values() if world.is_external(m.id)]
    assert external == [TOMAS.id, INES.id]
    assert GRETA.restricted
    assert world.organisation(SUPPLIER.id).name == "Baltic Packaging"


def test_the_shared_channel_has_two_teams_and_the_guests_channel_one() -> None:
    world = world_at()
    assert world.channel(SHARED).is_ext_shared
    assert not world.channel(WITH_GUEST).is_ext_shared
    assert BOT_USER in world.channel(WITH_GUEST).members


def test_a_direct_conversation_is_opened_once() -> None:
    world = world_at()
    assert world.direct_channel(MARIA.id) == world.direct_channel(MARIA.id)
    assert world.direct_channel(MARIA.id).kind == "im"


def test_an_ephemeral_message_is_in_the_channel_for_its_reader_only() -> None:
    world = world_at()
    posted(world, text="secret", seen_by=MARIA.id)
    written(world, text="open")
    assert [m.text for m in world.in_channel(SHARED, reader=MARIA.id)] == ["secret", "open"]
    assert [m.text for m in world.in_channel(SHARED, reader=TOMAS.id)] == ["open"]
    assert [m.text for m in world.in_channel(SHARED)] == ["open"]


def test_an_ephemeral_message_is_not_found_by_the_app() -> None:
    world = world_at()
    message = posted(world, seen_by=MARIA.id)
    with pytest.raises(SlackRefusal, match="message_not_found"):
        world.message(SHARED, message.ts)


def test_replies_are_those_of_one_root() -> None:
    world = world_at()
    root, other = written(world), written(world)
    reply = written(world, thread_ts=root.ts)
    written(world, thread_ts=other.ts)
    assert world.replies(SHARED, root.ts) == [reply]


def test_closing_a_view_uncovers_the_one_below() -> None:
    world = world_at()
    opened(world)
    assert world.top_modal(MARIA.id) is not None
    world.close_views(MARIA.id, ["V1"])
    assert world.top_modal(MARIA.id) is None
    assert world.views == {}


def test_an_address_for_answers_is_kept_under_its_id() -> None:
    world = world_at()
    url_id = world.new_response_url(ResponseUrl("R1", SHARED, MARIA.id))
    assert world.response_urls[url_id].uses == 0


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda w: w.member("U9"), "user_not_found"),
        (lambda w: w.channel("C9"), "channel_not_found"),
        (lambda w: w.organisation("T9"), "team_not_found"),
        (lambda w: w.message(SHARED, "1.0"), "message_not_found"),
        (lambda w: w.direct_channel(TOMAS.id), "user_not_visible"),
        (lambda w: w.direct_channel(BOT_USER), "cannot_dm_bot"),
    ],
)
def test_what_is_not_there_is_refused_with_slacks_code(call: object, code: str) -> None:
    assert callable(call)
    with pytest.raises(SlackRefusal, match=code):
        call(world_at())
