"""English: what the thread of a case and its channel are told as things move on."""

SAYINGS = {
    "told.confirming": (
        "{Both} sides have told theirs. Before anybody reads the common statement, each side "
        "checks what it says about that side."
    ),
    "told.framed": (
        "The common statement is ready. Does it settle this, or shall we look for a package?"
    ),
    "told.counted": (
        "A side has counted. The results stand on the card, with their formulas and where the "
        "figures come from; {others} can add to it."
    ),
    "told.cleared_up": ("Cleared up: {both} sides say that the statement settles this. Thank you."),
    "told.agenda": (
        "These are the terms that could be part of a package. Each side checks them once."
    ),
    "told.agenda_changed": "The terms were changed. Each side checks them as they stand now.",
    "told.rating": "The terms stand. Now each side says in private what matters most to it.",
    "told.round-1": "There are packages on the table. Each side answers in private.",
    "told.round": (
        "No package suited every side, so here are new ones. Each side answers in private."
    ),
    "told.round-1.one": "There is a package on the table. Each side answers in private.",
    "told.round.one": (
        "No package suited every side, so here is a new one. Each side answers in private."
    ),
    "told.again": (
        "No package suited every side, so the terms are open once more. Each side checks them and "
        "adds what is missing; then there are new packages."
    ),
    "told.signing": "Every side could sign the same package. Here is the text to sign.",
    "told.signing_changed": (
        "The text to sign was changed, so each side signs it as it stands now."
    ),
    "told.agreed": "Signed by every side. The commitments and their dates are on the card.",
    "told.fulfilled": "Everything that was promised here has been done. Thank you, {both}.",
    "told.contested": (
        "A promise was marked as done, and {another} sees something missing{promise}. What it is "
        "stands on the card; it can be done again, or become a case of its own."
    ),
    "told.in_promise": " in “{what}”",
    "told.change": (
        "A side asks to change a promise. What it asks for stands on the card; nothing changes "
        "unless {another} agrees."
    ),
    "told.changed": "The change of a promise is agreed; the new words and day stand on the card.",
    "told.unchanged": "A promise stays as it was.",
    "told.offered": (
        "A side offers one more promise of its own. It stands on the card, and holds once "
        "{another} agrees."
    ),
    "told.joined": "One more promise is agreed; it stands on the card.",
    "told.unoffered": "The promise that was offered is off the table.",
    "told.review": "Today is the day to look at this agreement again. Does it still fit?",
    "told.fits": "{Both} sides say that the agreement still fits.",
    "told.no_overlap": (
        "No package was found that every side could sign, and today's terms go on. With other "
        "terms there may be one: the card has *Take it up again*."
    ),
    "told.no_overlap_found": (
        "No package was found that every side could sign, and today's terms go on. *My desk* says "
        "in private if one came near for your side. With other terms there may be one: the card "
        "has *Take it up again*."
    ),
    "told.standstill_proposed": (
        "A side proposes a standstill. What it means stands on the card, and holds once every side "
        "has agreed."
    ),
    "told.standstill_agreed": "The standstill is agreed by every side.",
    "told.standstill_until": "Until the end of {day}: {what}",
    "told.standstill_left": (
        "The proposed standstill is left aside. {Either} side can propose another one."
    ),
    "told.standstill_ended": (
        "The standstill has ended. Another one can follow, if {both} still want it."
    ),
    "told.left": (
        "{gone} took its consent back in this case. What was signed stays signed; nobody of it is "
        "asked or reminded here any more."
    ),
    "told.a_side": "A side",
    "told.back": "A side that had taken its consent back takes part in this case again.",
    "told.withdrawn": (
        "This case was withdrawn. What was said here is no admission by {either} side."
    ),
    "told.asks": ("One thing they should know about how you work? The question stands on My desk."),
    "ended.no_overlap": "No package was found that every side could sign.",
    "ended.too_many": (
        "There are more packages here than can be weighed exactly. Raise it again with "
        "fewer terms or fewer options."
    ),
    "ended.cleared_up": "The common statement settled it.",
    "ended.withdrawn": "{side} withdrew from it.",
    "ended.holds": "All of it holds from now on.",
    "ended.left": "{side} took its consent back. What was said here stays without prejudice.",
    "ended.fulfilled": "Everything that was promised has been done.",
    "people.nobody_yet": (
        "Everybody here may speak and sign for their own side. A side that wants it narrower names "
        "its people on My desk."
    ),
    "people.everybody": "For {side}, everybody of it here may speak and sign.",
    "people.named": "For {side}: {speaks} to speak, {signs} to sign.",
    "people.not_here": "{name} (not in this channel yet)",
    "people.nobody": "nobody yet",
    "ladder": (
        "This has waited for {side} since {day}, as the side arranged it. Could you help it along?"
    ),
    "handed": (
        "{name} is in this channel no more. For {side} this promise now goes on with whom this "
        "message names: {what}"
    ),
    "handed.somebody": "Who promised it",
    "sharing.renamed": "{now} is the new name of {before}; everything else stays.",
    "sharing.gone": (
        "{gone} is no longer part of this channel, so this case is kept as it is and waits. It "
        "goes on as soon as the channel is shared again; nobody misses a deadline by this."
    ),
    "sharing.back": (
        "{Both} sides are in this channel again, so this case goes on where it stood."
    ),
    "departed.still": (
        "{name}, who was named for {side}, is in this channel no more. The cases go on as they "
        "are: others are named for {side} too."
    ),
    "departed.nobody": (
        "{name}, who was named for {side}, is in this channel no more, and nobody else is named "
        "for {side}. Its cases are kept as they are. Anybody of {side} can name who goes on, under "
        "“Your side's people” on My desk."
    ),
    "departed.somebody": "Somebody",
    "standing.given": (
        "{side} has agreed to what Parley keeps, for everybody of it and all cases from now on: "
        "{name} ({role}) says that they may decide this. It stands under “What is kept” on My "
        "desk, where whoever signs for {side} can take it back."
    ),
    "standing.revoked": (
        "{side} has taken back what it had agreed to for everybody of it; {name} did. From now on "
        "each person of {side} agrees for themselves, case by case."
    ),
    "standing.somebody": "somebody of it",
}
