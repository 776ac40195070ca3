"""English."""

from bot.mediation.issues import IssueKind
from bot.mediation.stages import Stage

CODE = "en"
NAME = "English"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STEPS = {
    Stage.CLARIFYING: "each side tells its side",
    Stage.CONFIRMING: "each side checks what is said about it",
    Stage.FRAMED: "say whether the statement settles it",
    Stage.AGENDA: "check the terms",
    Stage.RATING: "say in private what matters most",
    Stage.PROPOSED: "answer the packages in private",
    Stage.SIGNING: "sign the text",
}
KINDS = {
    IssueKind.LATE_DELIVERY: "Late delivery",
    IssueKind.PRICE: "Price",
    IssueKind.VOLUME: "Volume",
    IssueKind.PAYMENT: "Payment",
    IssueKind.FORECAST: "Forecast",
    IssueKind.QUALITY: "Quality",
    IssueKind.INNOVATION: "Tooling and innovation",
    IssueKind.DETENTION: "Detention and waiting time",
    IssueKind.EXCLUSIVITY: "Exclusivity and know-how",
    IssueKind.SERVICE_LEVEL: "Service level",
    IssueKind.SCOPE: "Change of scope",
    IssueKind.COMMUNICATION: "Communication",
}
SAYINGS = {
    "open": "Open",
    "done": "Mark as done",
    "confirm": "Confirm",
    "and": " and ",
    "and.before_i": " and ",
    "open_it": "open it",
    "pointer": "There is something for you on My desk.",
    "look": "One more look",
    "look.alone": "Only your side and Parley see this. Either answer is fine.",
    "look.order": (
        "You named {first} before {last}, and gave {last} more points. Both can be meant. If one "
        "of them is not quite what you mean, you can change it now."
    ),
    "look.stars": (
        "For {first}, your stars and the way that you would like it to go point to different "
        "ends. Your stars are what counts. Do they say what you mean?"
    ),
    "look.tap": (
        "One of your choices between two packages pulls another way than the rest; they differ in "
        "{first}. Would you rather keep it, or choose between those two once more?"
    ),
    "look.all_or_nothing": (
        "For {first} only your best option has more than one star. If the next one would help you "
        "too, give it another star or two: that leaves more room for a package you like."
    ),
    "look.keep": "Keep it as it is",
    "look.again": "Look again",
    "left": "And {count} more, on My desk.",
    "remind.one": "A promise of yours",
    "remind.many": "{count} promises of yours",
    "remind.before": "Due {day}: {what} ({who}, case {case}).",
    "remind.today": "Due today: {what} ({who}, case {case}).",
    "remind.overdue": (
        "Was due {day}: {what} ({who}, case {case}). If it is done, say so; if not, ask for "
        "another day."
    ),
    "remind.missing": (
        "Something is missing: {what} ({who}, case {case}). What it is stands on the card; when "
        "it is there, mark this as done again."
    ),
    "passed_on.one": "A promise is still open. Could you look at it together? What would help?",
    "passed_on.many": (
        "{count} promises are still open. Could you look at them together? What would help?"
    ),
    "passed_on.late": "•  {who}: {what}, by {day}",
    "passed_on.missing": "•  {who}: {what}; something is missing since {day}",
    "some_issue": "An issue",
    "mine.one": "Your week: 1 thing to do",
    "mine.many": "Your week: {count} things to do",
    "mine.waits": "{who}, case {case}, {title}: {step}.",
    "mine.late": "Was due {day}: {what} ({who}, case {case}).",
    "mine.missing": "Something is missing: {what} ({who}, case {case}).",
    "mine.due": "Due {day}: {what} ({who}, case {case}).",
    "mine.confirm": "{who} has done: {what} (case {case}).",
    "mine.settled": "{who}, settled in case {other}: {what} (case {case}).",
    "mine.offered": "{who} offers one more promise: {what} (case {case}).",
    "mine.wished": "{who} asks to change: {what} (case {case}).",
    "mine.quiet": "Nothing waits for you. A good moment for a coffee.",
    "week": "This week in this channel",
    "week.on": "This channel's week is told here again. `/parley settings` says when.",
    "week.off": (
        "This channel's week is not told here for now. `/parley digest` shows it at any time, and "
        "`/parley settings` brings it back."
    ),
    "week.quiet": "A quiet week: nothing new, nothing waiting, nothing due.",
    "week.lines.one": "{title}: 1 line.",
    "week.lines.many": "{title}: {count} lines.",
    "week.case": "{text} (case {case})",
    "week.more": "And {count} more; `/parley list`.",
    "cleared.one": "One misunderstanding was cleared up without a case.",
    "cleared.many": "{count} misunderstandings were cleared up without a case.",
    "recurs": "{kind}: {count} times in three months. Look at the cause together?",
    "kept.one": "One commitment was kept this week. Thank you.",
    "kept.many": "{count} commitments were kept this week. Thank you.",
    "overdue": "Past its day ({day}): {what}.",
    "missing": "Something is missing: {what}.",
    "due": "Due {day}: {what}.",
    "agreed": "Agreed: “{title}”.",
    "counted": "Counted for “{title}”; see its card.",
    "new": "New: “{title}”; next, {step}.",
    "moved": "“{title}” moved on; next, {step}.",
    "waiting": "“{title}” waits: {step}.",
    "waiting.many": "{count} older cases wait for an answer; `/parley list`.",
    "cleared_up": "Cleared up: “{title}”.",
    "no_overlap": "No package found: “{title}”.",
    "withdrawn": "Withdrawn: “{title}”.",
    "month": "Twelve weeks in this channel",
    "month.open": "Open cases, by age",
    "month.done": "Commitments done",
    "month.in_time": "in time",
    "month.late": "late",
    "month.young": "under 2 weeks",
    "month.middle": "2 to 6 weeks",
    "month.old": "over 6 weeks",
    "month.stages": "Open cases, by what they wait for",
    "month.clarifying": "to be understood",
    "month.bargaining": "for a package",
    "month.signing": "for signatures",
    "month.alt": "Open cases in this channel over {weeks} weeks: from {first} to {last}.",
    "month.alt_now": "By age now: {by_age}. They wait: {by_stage}.",
    "month.alt_done": "Commitments done: {in_time} in time, {late} late.",
    "direct.traded": "Here is what could be traded.",
    "direct.waits": "This waits for you:",
    "direct.nothing": "Nothing waits for you.",
    "direct.ask": (
        "Tell me in a sentence what it is about, with the terms in it (a price, a date, payment "
        "days), and I suggest trades. Or raise an issue, so that everybody can work on it."
    ),
    "direct.help": (
        "I help every side of a shared channel alike. Tell me in a sentence what it is about, "
        "with the terms in it, and I suggest trades for you alone. Ask “What waits for me?” for "
        "your next steps. In a channel, mention me in a thread: Just clarify, Raise an issue, "
        "Suggest trade-offs."
    ),
    "direct.raise": (
        "An issue is raised in the channel that you share. The button asks in which one, "
        "and nobody sees the form before you send it."
    ),
    "direct.raise_button": "Raise an issue",
    "direct.case": "Case {number}: {title}",
    "trades.title": "Trade-offs",
    "trades.none": (
        "No term was found here that Parley knows a trade for. Try it on a message that names what "
        "the quarrel is about: a price, a date, a quantity, payment days."
    ),
    "trades.rated": "By what your side has rated",
    "trades.which_end": "Say which end your side is on, and they become concrete:",
    "trades.we_buy": "We buy",
    "trades.we_supply": "We supply",
    "direct.only_you": "Only you see this. Copy what fits, and put it in your own words.",
    "direct.helpful": "This helps",
    "direct.not_helpful": "This does not help",
    "direct.counted": "Thank you. It is counted without your name.",
    "direct.costs": "Costs you:",
    "direct.helps": "May help them:",
    "count.one_of_two": "Please give one of the two: the file, or the rows here.",
    "count.not_fetched": (
        "Slack did not hand the file over just now. Send this once more, or paste its rows."
    ),
    "count.not_allowed": (
        "Parley may not read files in this workspace yet: whoever installed it adds files:read to "
        "the app. Until then, paste the rows or type the figures."
    ),
    "count.again": "{sentence} Nothing is lost: press “{button}” on the card to try again.",
    "count.done": "Counted: {rows}, {ways} side by side.",
    "count.rows.one": "1 row",
    "count.rows.many": "{count} rows",
    "count.ways.one": "1 definition",
    "count.ways.many": "{count} definitions",
    "count.kept.one": "It stands on the card now, for both sides; the other side can add to it.",
    "count.kept.many": "It stands on the card now, for all sides; the other sides can add to it.",
}
