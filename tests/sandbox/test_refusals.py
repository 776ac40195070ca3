"""A refusal answers in Slack's form."""

from bot.sandbox.refusals import NotAcknowledged, SlackRefusal


def test_a_refusal_is_not_ok_and_has_a_code() -> None:
    assert SlackRefusal("not_in_channel").as_answer() == {"ok": False, "error": "not_in_channel"}


def test_its_messages_stand_where_the_sdk_looks_for_them() -> None:
    answer = SlackRefusal("invalid_arguments", "[ERROR] one", "[ERROR] two").as_answer()
    assert answer["response_metadata"] == {"messages": ["[ERROR] one", "[ERROR] two"]}


def test_what_else_slack_tells_is_added() -> None:
    answer = SlackRefusal("unknown_method", extra={"req_method": "chat.shout"}).as_answer()
    assert answer["req_method"] == "chat.shout"


def test_the_code_and_the_messages_are_seen_in_a_traceback() -> None:
    assert "invalid_blocks" in str(SlackRefusal("invalid_blocks", "too long"))
    assert "too long" in str(SlackRefusal("invalid_blocks", "too long"))
    assert NotAcknowledged("timeout").reason == "timeout"
