"""The solver: from what each side values to packages that nobody can better for both.

Pure functions on frozen values: option indexes and numbers in, the same out. No clock, and
chance only from a seed.

    problem.Problem         what is on the table and what it is worth to whom
    frontier.frontier       the efficient packages, exactly
    fairness.fair           one of them, by a named rule
    menu.propose_menu       three of them, or an honest NoOverlap
    proposal.propose        the same from what is believed about every side

    answers.Answers         what one side said, in taps
    belief.believe          the worths that fit it; `estimate` is their mean
    question.next_question  the either/or tap that is worth a person's time, if any
    consistency.rechecks    what a side said that does not go together
    limits.held             a walk-away after the taps that tested it
    learning.learned        what a declined menu teaches

    swaps.even_swaps        what one side could give for what it wants
    settlement.improvements packages at least as good as the signed one for every side
    gains.share_gain        a split of a joint project's gain, and its payments
    ledger.ledger           who has had which share, over many agreements
"""
