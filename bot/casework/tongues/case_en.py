"""English: what stands on a case's card, and what its thread is told."""

SAYINGS = {
    "case": "Case {number}: {title}",
    "case.short": "Case {number}, {title}: {stage}.",
    "at": "at",
    "kind.other": "Something else",
    "urgency.low": "can wait",
    "urgency.normal": "this week",
    "urgency.urgent": "today",
    "card.urgency": "Urgency: {urgency}",
    "card.raised": "raised by {who}, {day}",
    "card.whose": "As {who} puts it, on raising it:",
    "card.until": "Answers can be changed until {moment}.",
    "card.by_model": "Worded by a language model; each side confirmed what is said about it.",
    "card.by_code": "Worded by Parley's own templates; each side confirmed what is said about it.",
    "kept": (
        "Kept in {where} by {host}, whose administrators could read it. {model} Nobody's words "
        "are kept before they agree."
    ),
    "kept.trial": (
        "*A trial:* what is said here, in private too, is also written into logs, unencrypted."
    ),
    "kept.where": "a database",
    "kept.nobody": "whoever installed Parley",
    "kept.model": "Texts for everybody are worded by {model}{at}.",
    "kept.at": " at {at}",
    "kept.no_model": "No language model is asked.",
    "tie.reopens": "takes up case {number}{ended}",
    "tie.reopened_as": "goes on in case {number}{ended}",
    "tie.contests": "looks into a promise of case {number}{ended}",
    "tie.contested_in": "a promise is looked into in case {number}{ended}",
    "tie.resembles": "like case {number}{ended}",
    "stage.clarifying": "Hearing {both} sides",
    "stage.confirming": "Checking the statement",
    "stage.framed": "Common statement",
    "stage.agenda": "Choosing the terms",
    "stage.rating": "Hearing what matters",
    "stage.proposed": "Packages on the table",
    "stage.signing": "Signing",
    "stage.agreed": "Agreed",
    "stage.fulfilled": "Fulfilled",
    "stage.cleared_up": "Cleared up",
    "stage.no_overlap": "No package found",
    "stage.withdrawn": "Withdrawn",
    "stage.escalated": "Handed on",
    "way": "{Both} sides told|Statement checked|Terms agreed|Packages answered|Signed",
    "next.each": "Next: each side {does}.",
    "next.some": "Next: {who} {does}.",
    "next.tells": "tells its side",
    "next.drafted": "The common statement is being drafted.",
    "next.checks": "checks what is said about it",
    "next.finished": "The common statement is being finished.",
    "next.settles": "{who} says that this settles it. ",
    "next.framed": "Does this settle it, or shall we look for a package?",
    "next.terms": "checks the terms",
    "next.gathered": "Terms that could be part of a package are being put together.",
    "next.packages": "Packages are being worked out.",
    "next.rating": "Each side says in private what matters most. Answers are coming in.",
    "next.closed": "No package suited every side; new ones are being worked out.",
    "next.proposed": "Each side answers in private. Answers are coming in.",
    "next.signs": "signs this text",
    "next.agreed": "Who promised marks it as done; {another} confirms.",
    "frame.waits": "*This case waits.* {gone} is not in this channel.",
    "frame.left": "{gone} took its consent back here and is not asked.",
    "frame.card": (
        "Without prejudice: what is said here is no admission by {either} side. No contract is "
        "amended unless a signed text here says so."
    ),
    "frame.language": (
        "This text is in English, as {both} sides have set its terms; it holds in English alone."
    ),
    "standstill.usual": "No deductions and no stopped shipments.",
    "standstill.ended": (
        "*The standstill has ended.* It was agreed until the end of {day}: {what}"
    ),
    "standstill.agreed": "*Standstill, agreed by every side.* Until the end of {day}: {what}",
    "standstill.proposed": "*{who} proposes a standstill.* Until the end of {day}: {what}",
    "terms.title": "Terms that could be part of a package",
    "terms.tied": "{own}: only with {other}.",
    "terms.other_than": "{name} other than {option}",
    "terms.or": " or ",
    "terms.today": "today",
    "terms.usual": "usual, please check",
    "package": "Package {letter}",
    "package.term": "Term",
    "package.today": "Today",
    "package.open": "not fixed",
    "package.gains": "{side} gains",
    "package.about": "about {share} %",
    "package.gains_are": (
        "What a side gains is told of the most that it could gain here, rounded to tens."
    ),
    "package.balance": "What each side gains, of the most that it could gain here",
    "package.of_the_most": "Of the most that each could gain here:",
    "package.changed": "today {today}",
    "package.stays": "As today: {kept}.",
    "package.against": "Against A: {changes}.",
    "package.instead": "{term} {here} instead of {there}",
    "package.more": "; {count} more",
    "package.gets": "*{side}* gets: {gets}",
    "package.serves": "Also serves: {goals}",
    "package.no_better": "About as good as today's terms for at least one side.",
    "package.uneven.two": (
        "One side gains more than the other here; both are better off than today."
    ),
    "package.uneven.more": "One side gains more than another here; all are better off than today.",
    "package.give": "Gives",
    "package.get": "Gets",
    "package.you_give": "You give",
    "package.you_get": "You get",
    "how.better.one": (
        "This package leaves {everybody} better off than today's terms, by what each said, and "
        "none can be bettered for one side without costing {another_one}. "
    ),
    "how.better.many": (
        "Each of these {count} packages leaves {everybody} better off than today's terms, by what "
        "each said, and none can be bettered for one side without costing {another_one}. "
    ),
    "how.best.one": (
        "By what each said in private, this package cannot be bettered for one side without "
        "costing {another_one}. "
    ),
    "how.best.many": (
        "By what each said in private, none of these packages can be bettered for one side "
        "without costing {another_one}. "
    ),
    "how.nash": (
        "Package A is the Nash bargaining solution, with the largest product of the gains of "
        "{everybody}. "
    ),
    "how.expected": (
        "Package A has the largest expected product of the gains of {everybody} (Nash), from what "
        "each said. "
    ),
    "how.nearest": (
        "Of the packages not shown before, A comes nearest to the largest product of the gains of "
        "{everybody} (Nash). "
    ),
    "how.round": "Round {number} of at most 3.",
    "agreed.title": "Agreed terms",
    "agreed.before": "before: {before}",
    "agreed.as_before": "as before",
    "agreed.since": "from now on",
    "agreed.signed": "Signed by {who}. ",
    "agreed.unsigned": "Not signed yet. ",
    "agreed.version": "Version `{version}`.",
    "agreed.for": "{who} for {side}",
    "agreed.outside": "{who} for {side}, outside Slack on {day}, attested by {by}",
    "agreed.review": "{Both} sides look at this again on {day}.",
    "promise.by": "{who}, by {day}",
    "promise.signed": "signed: {day}",
    "promise.open": "open",
    "promise.done": "done, to be confirmed",
    "promise.contested": "something is missing",
    "promise.confirmed": "done and confirmed",
    "promise.measured": "Measured by:",
    "promise.shown": "Shown by:",
    "promise.missing": "Seen missing:",
    "promise.looked_into": "_Looked into in:_ case {number}",
    "promise.wish": "_{who} asks for:_ {what}, by {day}{rhythm}",
    "promise.offers": "{who} offers one more promise:",
    "promise.holds": "It holds once {another} agrees.",
    "promise.kept": "kept {count}×",
    "promise.until": "until {day}",
    "every.week": "every week",
    "every.two_weeks": "every two weeks",
    "every.month": "every month",
    "every.month_end": "last working day of the month",
    "every.quarter": "every quarter",
    "passage.happened": "What happened",
    "passage.question": "The question",
    "count": "Counted: {what}",
    "count.otif": "on time in full",
    "count.index_price": "a price change by an index",
    "count.detention": "waiting time",
    "count.lateness": "days late",
    "count.typed": "{side}: typed by {who}",
    "count.pasted": "{side}: {rows} pasted by {who}",
    "count.given": "{side}: {source}, {rows}, given by {who}; SHA-256 {digest}…",
}
