"""English: the forms of a case, for whoever fills them in."""

SAYINGS = {
    "close": "Close",
    "numbered": "Case {number}",
    "done_here": "Your side has done its part here.",
    "still_fits": "Does this agreement still fit?",
    "send": "Send",
    "choose": "Choose",
    "stored": (
        "Parley keeps this for the case, and what you write in its thread; private parts "
        "encrypted. By sending it you agree to that, for this case alone."
    ),
    "stored.about": "What is kept, and who could read it",
    "raise": "Raise an issue",
    "raise.send": "Raise it",
    "raise.between": "Between {sides}. ",
    "raise.reads": (
        "Everybody in this channel can read this. It is without prejudice to {either} side."
    ),
    "raise.others_words": (
        "Somebody else wrote that message, and its words stay theirs. Say in yours what happened."
    ),
    "raise.shortened": "Shortened where “…” stands. All of your message stands below.",
    "raise.all": "All of your message",
    "raise.open_here": (
        "Case {number} is open in this thread. What you raise here becomes one of its own."
    ),
    "raise.read": "Read from your message of {moment}, “{words}”",
    "raise.wanted": "What you would like, from your message of {moment}, “{words}”",
    "raise.title": "Title",
    "raise.happened": "What happened",
    "raise.facts": "What, when, how much. Facts first.",
    "raise.kind": "Kind of issue",
    "raise.urgency": "How urgent",
    "raise.low": "Can wait",
    "raise.normal": "This week",
    "raise.urgent": "Today",
    "raise.side": "Your side",
    "raise.customer": "We buy, or our goods are carried",
    "raise.provider": "We supply, or we carry",
    "raise.other": "The other side's name",
    "raise.people": "Who speaks for the other side",
    "raise.people_hint": "They can tell their side and sign for it.",
    "tell": "Tell your side",
    "tell.reads": (
        "The first two answers are shared with {both} sides, once you have checked how they are "
        "put. Everything else stays with your side unless you say otherwise."
    ),
    "tell.happened": "What happened, as you saw it",
    "tell.wants": "What would you like to come of this",
    "tell.why": "Why does that matter to you",
    "tell.share": "May the reason be shared",
    "tell.shared": "Yes, it may be shared",
    "tell.private": "Anything that only Parley should know",
    "tell.never": "Never shown to {others}, in any form.",
    "more": "If you like",
    "more.intro": (
        "Your side is told, and the case goes on as it is. Only you see these questions; an answer "
        "joins what you have just sent, and you check how it is put before others read it."
    ),
    "more.stays": "Your reason stays with your side, as you have chosen.",
    "more.send": "Add it",
    "more.leave": "Leave it",
    "check": "Check your part",
    "check.intro": (
        "This is what the common statement will say about your side. Change what is not right; "
        "then {both} sides can read it."
    ),
    "check.shortened": (
        "Shortened to fit. All that you told stands on My desk, under What your side told."
    ),
    "check.no": "No, it stays with us",
    "check.yes": "Yes, it may stand under our name",
    "check.own_words": (
        "The reason itself stays with you. Where you write one above, that stands instead."
    ),
    "check.in_two": (
        "What lies between you will stand in {languages}; your part stays in your own words. The "
        "terms that you set next, and what you sign in the end, are in {main}."
    ),
    "check.account": "How your side saw it",
    "check.wants": "What your side would like",
    "check.needs": "Why it matters to you",
    "check.send": "That is right",
    "language.en": "English",
    "language.es": "Spanish",
    "terms": "The terms",
    "terms.intro": (
        "These could be part of a package, which picks one option of each. Check what holds today; "
        "without a deal, that stays."
    ),
    "terms.label": "{term}, today",
    "terms.options": "Options: {options}.",
    "terms.open": "Nothing fixed, or not the same for {both}",
    "terms.is_usual": "Nobody has named today's value: this is the usual one, please check.",
    "terms.agreed_in": "As agreed in case {number}; please check that it still holds.",
    "terms.only_one": "People have named this value alone: “Change the terms” adds others.",
    "terms.as_written": "In {unit}, as people write it here; no amount was converted.",
    "terms.in_several": (
        "People name it in more than one unit or currency; these options are in one of them, "
        "{unit}. No amount was converted: “Change the terms” adds others."
    ),
    "terms.change": "Change the terms",
    "terms.send": "These are right",
    "rate": "What matters to you",
    "rate.intro": (
        "Only your side and Parley see this. The clearer you are, the better the packages get for "
        "you; keeping today's terms, or a better way out that you have (see Fine-tune), is always "
        "possible."
    ),
    "rate.first": "Matters most",
    "rate.second": "Second",
    "rate.third": "Third",
    "rate.never": "What you can never do, if anything",
    "rate.nothing": "Nothing comes to mind",
    "rate.fine": "Fine-tune",
    "rate.say": "Use Fine-tune to say which way you would like each term to go.",
    "rate.taken": "Taken as best for you: {best}. Not so? Use Fine-tune.",
    "rate.unknown": (
        "Parley does not know which way you would like {terms} to go. Fine-tune takes that too."
    ),
    "rate.way_out": "Without a deal, what would you have instead of today's terms?",
    "rate.no_way_out": "Nothing else: today's terms go on",
    "rate.way_out_hint": (
        "Only where another way is open to you, such as another partner's offer. No package that "
        "is worth less to you is put to you; it asks nothing more of the others."
    ),
    "rate.towards": "Towards {option}",
    "rate.better": "Better for you: {term}",
    "rate.importance": "Importance, 0 to 10: {term}",
    "rate.thanks": "Thank you",
    "rate.kept": "Your answers are kept, for your side alone.",
    "rate.next": "Packages appear in the thread as soon as every side has answered.",
    "tap": "Which would you rather",
    "tap.number": "Question {number} of at most {at_most}. Only Parley sees this.",
    "tap.one": "One",
    "tap.two": "Two",
    "tap.way_out": "{name}: no deal, and your other way out",
    "tap.first": "This one",
    "tap.second": "That one",
    "tap.either": "Much the same",
    "tap.enough": "That is enough",
    "tap.today": "Today's terms, unchanged",
    "tap.no_right": "There is no right answer; the first thought is fine.",
    "tap.same": "Everything else is the same in both.",
    "reply": "Answer in private",
    "reply.intro": (
        "Tick every package that you could sign. Nobody learns who answered how: the thread shows "
        "a package only if every side could sign it."
    ),
    "reply.so_far": "Your side's answer so far: it could sign {packages}. ",
    "reply.package": "package {letter}",
    "reply.none": "none",
    "reply.changeable": "It can be changed until every side has answered.",
    "reply.could": "You could sign",
    "reply.reason": "If none: what stands in the way",
    "reason.too_much": "It asks too much of us",
    "reason.too_little": "It brings us too little",
    "reason.never": "It asks for something that we can never do",
    "reason.something_missing": "Something is missing: open the terms again",
    "reason.unsaid": "I would rather not say",
    "reply.term": "In which term",
    "reply.note": "A note for your own side",
    "sign": "Read and sign",
    "sign.send": "Sign",
    "sign.owner": "Who sees to it: {what}",
    "sign.due": "By when: {what}",
    "sign.rhythm": "From then on {rhythm}.",
    "sign.leave": "Leave this one out",
    "sign.promise": "Add a promise",
    "sign.review": "Look at it again on",
    "sign.anew": (
        "{Another} has signed this text. A change of an owner or a day, or one more promise, makes "
        "a new one, which it would be asked to sign again."
    ),
    "sign.fair": "Was the way here fair?",
    "sign.elsewhere": "Our signatory is not in Slack",
    "sign.means": "With *Sign* you say that you may sign this for {side}.",
    "sign.attest": "I attest that this was signed for {side}",
    "sign.signature": "Your signature",
    "sign.attesting": (
        "You attest that this person signed exactly this text for your side. Every side sees that "
        "it was attested, and by whom."
    ),
    "sign.who": "Who signed",
    "sign.role": "Their role",
    "sign.on": "Signed on",
    "line": "Just clarify",
    "line.shown": (
        "Nobody sees your line until {others_have} written one too. Then {both} appear together in "
        "the thread."
    ),
    "line.stored": (
        "Parley keeps your line for this, encrypted until all are shown. By sending it you agree "
        "to that."
    ),
    "line.ask": "Ask {both}",
    "line.add": "Add my line",
    "line.all": "All of the message",
    "still": "A standstill",
    "still.intro": (
        "{Neither} side does this until the end of that day, so that {both} can talk in peace. It "
        "holds once {others_have} agreed; everybody in the channel can read it."
    ),
    "still.what": "What {neither} side does",
    "still.until": "Until the end of",
    "still.send": "Propose it",
    "pledge": "Add a promise",
    "pledge.signing": "It becomes part of the text that {both} sides sign.",
    "pledge.again": (
        "It becomes part of the text that {both} sides sign; a side that has signed signs it again."
    ),
    "pledge.later": (
        "{Others_are} asked, and it holds once {it_agrees}. What was signed stays as it is."
    ),
    "pledge.what": "What {side} promises",
    "pledge.like": "Share the forecast for the next eight weeks",
    "pledge.owner": "Who sees to it",
    "pledge.due": "By when, or the first time",
    "pledge.often": "How often",
    "pledge.once": "Once",
    "pledge.until": "Until, where it comes round",
    "pledge.measure": "How {both} can see that it was done",
    "pledge.measure_like": "The file stands in this channel by noon",
    "pledge.send": "Add it",
    "show": "Show it",
    "show.send": "Save",
    "show.done": "Done",
    "show.mark": "Mark as done",
    "show.what": "What shows it",
    "show.hint": (
        "A link to a report or a message, or a line. Everybody in the channel can read it."
    ),
    "show.file": "Or a file",
    "show.file_hint": "It is put into the case's thread, where everybody can open it.",
    "miss": "Something is missing",
    "miss.what": "What is missing",
    "miss.hint": "One line, about what can be seen. Everybody in the channel can read it.",
    "alter": "Ask for a change",
    "alter.intro": "{Others_are} asked; nothing changes unless {it_agrees}.",
    "alter.what": "What is to be done",
    "alter.due": "By when",
    "alter.send": "Ask",
    "again": "Take it up again",
    "again.intro": "A new case goes on where this one ended.{signed}",
    "again.signed": " What was signed stays signed.",
    "again.what": "What has changed",
    "again.send": "Take it up",
}
