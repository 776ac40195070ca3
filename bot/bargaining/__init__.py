"""The solver: from what each side values to packages that nobody can better for both.

Pure functions on frozen values: option indexes and numbers in, the same out. No clock, and
chance only from a seed.

    problem.Problem         what is on the table and what it is worth to whom
    frontier.frontier       the efficient packages, exactly
    fairness.fair           one of them, by a named rule
    menu.propose_menu       three of them, or an honest NoOverlap
    answers.Answers         what one side said, in taps
    belief.Belief           the worths that fit it; `estimate` is their mean
    question.next_question  the either/or tap that is worth a person's time, if any
    swaps.even_swaps        what one side could give for what it wants
"""
