"""English: what one person reads on Home and on My desk."""

SAYINGS = {
    "agree": "Agree to it",
    "do.clarifying": "Tell your side",
    "do.confirming": "Check your part",
    "do.agenda": "Check the terms",
    "do.rating": "Say what matters",
    "do.proposed": "Answer in private",
    "do.signing": "Read and sign",
    "desk.waits": "What waits for you",
    "desk.nothing": "Nothing waits for you. A good moment for a coffee.",
    "desk.more": "And {count} more, shown as these are done.",
    "desk.promises": "Promises",
    "desk.going_on": "Going on",
    "desk.alone": "Nobody who speaks or signs for *{side}* is here just now.",
    "desk.alone_waits": "Its cases wait until somebody is named.",
    "desk.story": "The story told in case {number} by {who}, {moment}",
    "desk.ratings": "What matters told in case {number} by {who}, {moment}",
    "desk.answer": "The packages answered in case {number} by {who}, {moment}",
    "desk.named": "{by} has named {who} for {side}.",
    "desk.confirm_named": "Confirm it if that is right; until then they are on no side.",
    "desk.with": "*{side}*, with {others}",
    "desk.speaks": "Speaks: {speaks}  ·  Signs: {signs}",
    "desk.nobody": "nobody who is here",
    "desk.all_read": "Everybody of your side reads what it told in private.",
    "desk.everybody": "Everybody of your side in the channel may speak and sign for it.",
    "desk.mine": "*You*: {what}",
    "desk.theirs": "*{who}*: {what}",
    "desk.offers": "*{who}* offers one more promise: {what}",
    "desk.i_offer": "*You* offer one more promise: {what}",
    "desk.by": "By {day}{rhythm}  ·  {others}case {number}",
    "desk.rests": "Case {number} looks into it; nobody waits for it here meanwhile.",
    "desk.settled": "Settled in case {number}. Confirm it, if it is kept now.",
    "desk.wish": "*{who}* asks to change a promise: {what}",
    "desk.wish_to": "_To:_ {what}, by {day}  ·  case {number}",
    "desk.ask": "One thing that {others} should know about how you work?",
    "desk.ask_them": "One thing that they should know about how you work?",
    "topic.hours": "When are you at work, and when best reached?",
    "topic.realities": "What in your daily operation should they reckon with?",
    "topic.drivers": "What are you measured by, or under pressure from?",
    "topic.holidays": "Which holidays or busy weeks of yours should they know?",
    "topic.culture": "How do you like things said and decided?",
    "desk.ways": (
        "On any message, under More actions: *Just clarify*, *Raise an issue*, *Suggest "
        "trade-offs*. Or mention Parley in a thread, or write to it here."
    ),
    "desk.ways_in_channel": (
        "Mention Parley in a thread, and it shows the ways to begin: *Just clarify*, *Raise an "
        "issue*, *Suggest trade-offs*. This desk stays pinned in the channel."
    ),
    "pulse": "How is this partnership going?",
    "pulse.private": (
        "One tap a month, if you like. Your side alone sees it; nobody else ever does."
    ),
    "pulse.said": "How your side found it, for your side alone: {said}",
    "going.very_well": "Very well",
    "going.well": "Well",
    "going.so_so": "So-so",
    "going.not_well": "Not so well",
    "going.badly": "Badly",
}
