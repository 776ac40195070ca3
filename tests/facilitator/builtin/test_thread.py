"""A long thread is cut down by code, and what tells is kept."""

from bot.facilitator import builtin_facilitator, load_library
from bot.facilitator.builtin.thread import MAX_CHARACTERS, MAX_MESSAGES, cut_down
from tests.facilitator.examples import message

VOICE = builtin_facilitator(load_library()).voice_for(["the of and"])


def test_a_short_thread_is_kept_whole() -> None:
    thread = [message(f"m{i}", ts=f"{i}") for i in range(10)]
    assert cut_down(thread, raised_from="3", voice=VOICE) == tuple(thread)


def test_of_two_hundred_messages_those_that_tell_are_kept_in_their_order() -> None:
    thread = [message("ok", ts=f"{i}", name="AB"[i % 2]) for i in range(200)]
    thread[5] = message("This is what it was raised from", ts="5", name="A")
    thread[40] = message("OTIF was 93.8 % on 3 May", ts="40", name="B")
    thread[90] = message("The penalty clause", ts="90", name="A")
    thread[120] = message("One short word of somebody else", ts="120", name="C")
    kept = cut_down(thread, raised_from="5", voice=VOICE)
    assert len(kept) <= MAX_MESSAGES
    assert {"5", "40", "90", "120", "198", "199"} <= {m.ts for m in kept}
    assert [int(m.ts) for m in kept] == sorted(int(m.ts) for m in kept)


def test_a_message_with_a_file_tells_more_than_one_without() -> None:
    thread = [message("ok", ts=f"{i}") for i in range(200)]
    with_file = message("here", ts="7")
    thread[7] = type(with_file)(
        with_file.channel, "7", with_file.author, "here", ("list.csv",), with_file.author_name
    )
    assert "7" in {m.ts for m in cut_down(thread, raised_from="0", voice=VOICE)}


def test_the_raised_message_is_kept_even_where_it_is_long() -> None:
    thread = [
        message("word " * 3000, ts="1"),
        *(message("OTIF 93 % " * 100, ts=f"{i}") for i in range(2, 60)),
    ]
    kept = cut_down(thread, raised_from="1", voice=VOICE)
    assert kept[0].ts == "1"
    assert sum(len(m.text) for m in kept[1:]) <= MAX_CHARACTERS


def test_any_number_tells_something_also_one_without_a_unit() -> None:
    thread = [message("ok", ts=f"{i}") for i in range(200)]
    thread[7] = message("Seal number on the paper is 4410, you wrote 4401?", ts="7")
    assert "7" in {m.ts for m in cut_down(thread, raised_from="0", voice=VOICE)}
