"""Cutting text that stands ready for Slack."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.limits.cut import cut, length

ready = st.lists(
    st.sampled_from(
        (
            "late ",
            "&amp;",
            "&lt;",
            "<@U0001>",
            "<https://x.example/a|terms>",
            "👩‍🚒",
            "e\u0301",
            "ع",
        )
    )
).map("".join)


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("as it is", 8, "as it is"),
        ("one two three", 8, "one two…"),
        ("A &amp; B", 5, "A…"),
        ("ask <@U0001> today", 9, "ask…"),
        ("<https://x.example/a|terms>", 10, "…"),
        ("ab👩‍🚒", 5, "ab…"),
        ("cafe\u0301s", 5, "caf…"),
        ("👍🏽👍🏽", 6, "👍🏽…"),
        ("1 < 2 and 3 > 2", 6, "1 < 2…"),
    ],
)
def test_nothing_is_cut_in_the_middle(text: str, most: int, short: str) -> None:
    assert cut(text, most) == short


def test_what_lies_outside_the_first_plane_counts_twice() -> None:
    assert length("a😀") == 3
    assert cut("😀😀", 3) == "😀…"


def test_a_pile_of_marks_does_not_take_the_whole_text_with_it() -> None:
    assert length(cut("e" + "\u0301" * 500, 100)) == 100


@given(text=ready, most=st.integers(1, 60))
def test_it_fits_and_every_token_in_it_is_whole(text: str, most: int) -> None:
    short = cut(text, most)
    assert length(short) <= most
    assert (short == text) == (length(text) <= most)
    rest = re.sub(r"<[^<>]*>|&(amp|lt);", "", short)
    assert not re.search(r"[<>&]", rest)
    assert text.startswith(short.removesuffix("…").rstrip())
