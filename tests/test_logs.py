"""Logs hold ids, never what people said, and no token either."""

import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from dbos._logger import init_logger

import bot.logs
from bot.bargaining.problem import Malformed
from bot.casework.room import RoomUnavailable
from bot.logs import HIDDEN, LIBRARIES, set_up_logs
from bot.mediation.refusals import Unclear
from tests.logs_kept import logs_kept


@pytest.fixture
def out() -> Iterator[io.StringIO]:
    with logs_kept():
        yield io.StringIO()


def lines(out: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_both_kinds_of_loggers_write_the_same_lines(out: io.StringIO) -> None:
    set_up_logs("info", stream=out)
    logging.getLogger("bot.one").info("job %s is done", "show-case:7")
    structlog.get_logger("bot.two").info("job is done", case="c7")
    first, second = lines(out)
    assert (first["event"], first["logger"], first["level"]) == (
        "job show-case:7 is done",
        "bot.one",
        "info",
    )
    assert (second["event"], second["case"]) == ("job is done", "c7")
    assert second["timestamp"].endswith("Z")


def test_what_is_below_the_level_is_not_written(out: io.StringIO) -> None:
    set_up_logs("warning", stream=out)
    logging.getLogger("bot").info("quiet")
    structlog.get_logger("bot").info("quiet too")
    assert out.getvalue() == ""


def test_what_people_said_is_not_written(out: io.StringIO) -> None:
    set_up_logs("debug", stream=out)
    log = structlog.get_logger("bot")
    log.info("a message", ts="1.2", text="in confidence", blocks=[{"text": "in confidence"}])
    assert lines(out)[0]["text"] == HIDDEN
    assert "in confidence" not in out.getvalue()


def test_a_library_that_sets_its_own_level_is_held_all_the_same(out: io.StringIO) -> None:
    set_up_logs("debug", stream=out)
    bold = logging.getLogger("slack_bolt.SomeApp")
    bold.setLevel(logging.DEBUG)
    bold.debug("in confidence")
    bold.warning("an unknown event")
    assert len(lines(out)) == 1


@pytest.mark.parametrize("name", [*LIBRARIES, "app.py:SomeListener", "asyncio", "numpy"])
def test_a_line_that_is_not_ours_gives_its_place_and_not_its_words(
    out: io.StringIO, name: str
) -> None:
    """Bolt warns with a whole request, DBOS with a statement and its values."""
    set_up_logs("debug", stream=out)
    logging.getLogger(name).error("no response for %s", {"text": "in confidence"})
    [line] = lines(out)
    assert "test_logs.py" in line["event"]
    assert (line["logger"], line["level"]) == (name, "error")
    assert "in confidence" not in out.getvalue()


def test_no_library_has_a_way_to_the_console_of_its_own(
    out: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("debug", stream=out)
    init_logger()
    try:
        int("in confidence")
    except ValueError:
        logging.getLogger("dbos").exception("in a job:")
    assert capfd.readouterr() == ("", "")
    assert "builtins.ValueError" in lines(out)[0]["fault"]
    assert "in confidence" not in out.getvalue()


class TestWhatNobodyCaught:
    def test_in_a_thread(self, out: io.StringIO, capfd: pytest.CaptureFixture[str]) -> None:
        set_up_logs("error", stream=out)
        thread = threading.Thread(target=int, args=("in confidence",))
        thread.start()
        thread.join()
        self.is_told_by_type(out, capfd)

    def test_at_the_end_of_the_process(
        self, out: io.StringIO, capfd: pytest.CaptureFixture[str]
    ) -> None:
        set_up_logs("critical", stream=out)
        try:
            int("in confidence")
        except ValueError as fault:
            sys.excepthook(ValueError, fault, fault.__traceback__)
        self.is_told_by_type(out, capfd)

    def test_while_something_was_taken_away(
        self, out: io.StringIO, capfd: pytest.CaptureFixture[str]
    ) -> None:
        class Late:
            def __del__(self) -> None:
                int("in confidence")

        set_up_logs("critical", stream=out)
        Late()
        self.is_told_by_type(out, capfd)

    def is_told_by_type(self, out: io.StringIO, capfd: pytest.CaptureFixture[str]) -> None:
        [line] = lines(out)
        assert line["level"] == "critical"
        assert line["fault"].endswith("builtins.ValueError")
        assert "in confidence" not in out.getvalue() + "".join(capfd.readouterr())

    def test_ctrl_c_is_no_fault(self, out: io.StringIO) -> None:
        set_up_logs("info", stream=out)
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        assert out.getvalue() == ""


def test_a_warning_is_told_by_its_kind_and_place(
    out: io.StringIO, capfd: pytest.CaptureFixture[str]
) -> None:
    set_up_logs("info", stream=out)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = bot.logs._warned
        warnings.warn("got 'in confidence' for a whole number", UserWarning, stacklevel=1)
    assert lines(out)[0]["event"].startswith("UserWarning at ")
    assert "in confidence" not in out.getvalue() + "".join(capfd.readouterr())


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (
            Unclear("nevers", "Leave at least one option of “Payment days” possible."),
            "bot.mediation.refusals.Unclear",
        ),
        (
            Malformed("never: there is no side 0, term 1, option 9"),
            "bot.bargaining.problem.Malformed",
        ),
    ],
)
def test_what_may_hold_an_answer_is_told_by_its_kind(
    out: io.StringIO, fault: Exception, kind: str
) -> None:
    """A refusal is a sentence for whoever asked, and the solver names what somebody rated."""
    set_up_logs("info", stream=out)
    logging.getLogger("bot").error("not done", exc_info=fault)
    assert lines(out)[0]["fault"] == kind


def test_libraries_that_log_payloads_are_kept_short_at_every_level(out: io.StringIO) -> None:
    set_up_logs("debug", stream=out)
    for name in (*LIBRARIES, "app.py:SomeListener", "httpcore3"):
        logging.getLogger(f"{name}.inner").debug("in confidence")
        logging.getLogger(f"{name}.inner").info("in confidence")
    assert out.getvalue() == ""


@pytest.mark.parametrize(
    "secret", ["xoxb-1234-abcd", "xapp-1-A-2", "sk-proj-1234", "parley:hunter2"]
)
def test_no_token_is_written(out: io.StringIO, secret: str) -> None:
    set_up_logs("info", stream=out)
    place = f"postgresql://{secret}@host/db" if ":" in secret else f"token {secret}"
    logging.getLogger("bot").info("connecting with %s", place)
    structlog.get_logger("bot").info("connecting", where=place)
    assert secret not in out.getvalue()
    assert out.getvalue().count(HIDDEN) == 2


class TestFaults:
    def fail(self) -> None:
        try:
            int("in confidence")
        except ValueError as cause:
            raise RoomUnavailable("channel_not_found", permanent=True) from cause

    def written(self, out: io.StringIO) -> str:
        try:
            self.fail()
        except RoomUnavailable:
            logging.getLogger("bot").exception("job %s did not succeed", "show-case:7")
        [line] = lines(out)
        assert line["event"] == "job show-case:7 did not succeed"
        return str(line["fault"])

    def test_ours_are_told_in_full_and_others_by_type_and_place(self, out: io.StringIO) -> None:
        set_up_logs("info", stream=out)
        fault = self.written(out)
        assert "bot.casework.room.RoomUnavailable: channel_not_found" in fault
        assert "builtins.ValueError\n" in fault
        assert "test_logs.py" in fault
        assert "in fail" in fault
        assert "in confidence" not in fault

    def test_the_same_for_a_structured_line(self, out: io.StringIO) -> None:
        set_up_logs("info", stream=out)
        try:
            self.fail()
        except RoomUnavailable as fault:
            structlog.get_logger("bot").error("not done", exc_info=fault)
        [line] = lines(out)
        assert "RoomUnavailable: channel_not_found" in line["fault"]

    def test_with_texts_on_everything_is_told_and_a_warning_says_so(self, out: io.StringIO) -> None:
        set_up_logs("info", debug_texts=True, stream=out)
        assert "PARLEY_DEBUG_TEXTS" in lines(out)[0]["event"]
        out.truncate(0)
        out.seek(0)
        assert "in confidence" in self.written(out)


def test_a_line_without_a_fault_says_nothing_of_one(out: io.StringIO) -> None:
    set_up_logs("info", stream=out)
    structlog.get_logger("bot").info("fine", exc_info=True)
    assert "fault" not in lines(out)[0]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_the_lines_are_for_people(out: io.StringIO) -> None:
    screen = Terminal()
    set_up_logs("info", stream=screen)
    logging.getLogger("bot").info("Parley is listening")
    assert "Parley is listening" in screen.getvalue()
    assert not screen.getvalue().startswith("{")
