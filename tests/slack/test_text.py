"""People's text on its way to Slack, and Slack's on its way to people."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.mediation.people import PersonId
from bot.slack import text
from bot.slack.reading import as_read, mentioned


@given(st.text())
def test_nothing_that_a_person_types_becomes_slack_notation(typed: str) -> None:
    shown = text.people(typed)
    assert "<" not in shown
    assert ">" not in shown


@given(st.text(), st.integers(1, 200))
def test_texts_are_cut_to_length(typed: str, at_most: int) -> None:
    assert len(text.shortened(typed, at_most)) <= at_most
    assert len(text.plain(typed, at_most)) <= at_most


def test_in_markdown_what_a_person_typed_marks_and_pings_nothing() -> None:
    assert text.markdown("*5* [x](y) <@U1>\n# no") == r"\*5\* \[x\](y) &lt;@U1&gt; \# no"


def test_a_day_that_something_happened_is_the_readers_own() -> None:
    late = datetime(2026, 12, 4, 23, 30, tzinfo=UTC)
    assert text.day_of(late) == f"<!date^{int(late.timestamp())}^{{date_short}}|4 Dec 2026>"


def test_pings_are_shown_as_text() -> None:
    assert text.people("<!channel> & <@U1>") == "&lt;!channel&gt; &amp; &lt;@U1&gt;"


def test_right_to_left_text_keeps_to_itself() -> None:
    assert text.people("שלום") == "\u2068שלום\u2069"
    assert text.people("plain") == "plain"


def test_characters_that_turn_the_reading_direction_are_left_out() -> None:
    assert text.people("98 \u202e%") == "98 %"


def test_a_cut_text_ends_at_a_word_with_an_ellipsis() -> None:
    assert text.shortened("late again and again", 16) == "late again and…"


def test_a_star_inside_a_title_does_not_end_its_bold_type() -> None:
    assert text.bold(text.people("2 * 3")) == "*2 ∗ 3*"


def test_dates_read_the_same_for_everybody_and_moments_in_their_own_zone() -> None:
    when = datetime(2026, 12, 4, 9, 0, tzinfo=UTC)
    assert text.day(when) == "4 Dec 2026"
    assert text.moment(when) == (
        "<!date^1796374800^{date_short_pretty} at {time}|04 Dec 2026 09:00 UTC>"
    )


def test_lists_are_read_aloud() -> None:
    assert text.listed(["A"]) == "A"
    assert text.listed(["A", "B", "C"]) == "A, B and C"
    assert text.listed([]) == ""


def test_every_line_of_a_quotation_is_quoted() -> None:
    assert text.quoted(text.people("one\ntwo")) == ">one\n>two"


def test_slack_notation_is_read_as_people_see_it() -> None:
    names = {PersonId("U1"): "Maria"}
    raw = "<@U1> and <@U2> saw <https://x.example|the list> in <#C1|orders> &lt;3 <!here>"
    assert as_read(raw, names) == "@Maria and @someone saw the list in #orders <3 @here"
    assert as_read("<mailto:a@b.example>", {}) == "a@b.example"
    assert mentioned(raw) == {"U1", "U2"}


@given(st.text(min_size=1), st.integers(1, 400))
def test_a_text_in_parts_loses_nothing_and_each_part_fits_a_block(typed: str, times: int) -> None:
    whole = f"{typed} & 👷" * times
    parts = text.in_parts(whole)
    assert all(0 < len(part.encode("utf-16-le")) // 2 <= text.FILLED + 2 for part in parts)
    assert _bare("".join(parts)) == _bare(text.people(whole, len(whole)))


def _bare(shown: str) -> str:
    return "".join(shown.translate(dict.fromkeys(map(ord, "\u2068\u2069"))).split())
