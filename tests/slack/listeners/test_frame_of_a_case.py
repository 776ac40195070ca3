"""The frame of a case on its card, and its forms through their payloads."""

from bot.mediation.stages import Stage
from bot.slack.views import actions as names
from bot.slack.views.shared.case_card import case_card
from tests.casework.world import ANNA, BEN
from tests.slack.listeners.front import Front
from tests.slack.shown import buttons, read


def test_a_case_stands_without_prejudice_and_amends_nothing_by_default(front: Front) -> None:
    said = read(case_card(front.world.raise_case()).blocks)
    assert "Without prejudice" in said
    assert "No contract is amended unless" in said


def test_a_standstill_is_proposed_and_agreed_on_the_card(front: Front) -> None:
    case = front.world.raise_case()
    front.click(ANNA, names.STANDSTILL, case.id)
    answer = front.submit(ANNA, front.opened(), until="2026-03-06", what="No deductions.")
    assert answer.body == {}
    proposed = case_card(front.world.case(case.id)).blocks
    assert "Acme proposes a standstill" in read(proposed)
    assert {"Agree to it", "Leave it aside", "Propose another standstill"} <= set(buttons(proposed))
    front.click(BEN, names.STANDSTILL, case.id)
    assert "2026-03-06" in str(front.opened()), "answered with one's own, from what stands there"
    front.click(BEN, names.STANDSTILL_AGREE, f"{case.id}:1")
    agreed = case_card(front.world.case(case.id)).blocks
    assert "Standstill, agreed by every side" in read(agreed)
    assert "6 Mar 2026: No deductions." in read(agreed)
    assert not [b for b in buttons(agreed) if "standstill" in b or "to it" in b]


def test_after_its_day_the_card_says_that_it_ended_and_offers_another(front: Front) -> None:
    case = front.world.raise_case()
    front.click(ANNA, names.STANDSTILL, case.id)
    front.submit(ANNA, front.opened(), until="2026-03-06", what="No deductions.")
    front.click(BEN, names.STANDSTILL_AGREE, f"{case.id}:1")
    front.world.sweep()
    front.world.clock.forward(days=8)
    front.world.sweep()
    ended = case_card(front.world.case(case.id)).blocks
    assert "*The standstill has ended.* It was agreed until the end of" in read(ended)
    assert "agreed by every side" not in read(ended)
    assert "Agree on a standstill" in buttons(ended)


def test_a_proposal_is_left_aside_on_the_card(front: Front) -> None:
    case = front.world.raise_case()
    front.click(ANNA, names.STANDSTILL, case.id)
    front.submit(ANNA, front.opened(), until="2026-03-06", what="No deductions.")
    front.click(BEN, names.STANDSTILL_LEAVE, f"{case.id}:1")
    assert "proposes a standstill" not in read(case_card(front.world.case(case.id)).blocks)


def test_a_day_that_is_past_is_said_at_its_field(front: Front) -> None:
    case = front.world.raise_case()
    front.click(ANNA, names.STANDSTILL, case.id)
    answer = front.submit(ANNA, front.opened(), until="2026-01-01")
    assert "within 90 days" in answer.body["errors"]["until"]


def test_a_signature_from_outside_slack_is_attested_and_seen_on_the_card(front: Front) -> None:
    case = front.world.case_at(Stage.SIGNING)
    front.click(ANNA, names.OPEN, case.id)
    shown = front.opened()
    front.click(ANNA, names.OUTSIDE, case.id, view={**shown, "id": "V1", "hash": "1.a"})
    form = front.turned()
    attest = "I attest that this was signed for Acme"
    missing = front.submit(ANNA, form, attested=[attest])
    assert "name" in missing.body["errors"]["outside_name"]
    signer = {"outside_name": "Kim Ito", "outside_role": "CEO", "outside_on": "2026-03-01"}
    assert "errors" not in front.submit(ANNA, form, hash="2", attested=[attest], **signer).body
    said = read(case_card(front.world.case(case.id)).blocks)
    assert (
        f"Kim Ito (CEO) for Acme, outside Slack on 1 Mar 2026, attested by <@{ANNA.person}>" in said
    )
