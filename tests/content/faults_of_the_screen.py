"""The seeded faults of what the screen reads messages by."""

from tests.content.fault import Fault

WORDS, SLANG, HELP = (f"understanding/{name}.yaml" for name in ("words", "slang", "help_words"))
ROMANISED, CAUTIONS = "understanding/romanised.yaml", "understanding/cautions.yaml"
VIOLENCE, BULLYING = (f"understanding/patterns/{name}.yaml" for name in ("violence", "bullying"))
MATCH = "{offender} .. {violence_done} & {me}"
LEAVES = 'leaves: ["nobody is violenceed here"]'

SCREEN = [
    Fault("a pattern file of no yaml", VIOLENCE, "sets:", "sets: [", "patterns:", "not readable as YAML"),
    Fault("no counterexample", VIOLENCE, LEAVES, "leaves: []", "leaves:", "leaves: Tuple should have"),
    Fault("an unknown severity of a pattern", VIOLENCE, "urgent", "bad", "bad", "patterns.0.severity"),
    Fault("a pattern of no severity", VIOLENCE, "urgent", "none", "severity: none", "cannot be 'none'"),
    Fault("an unknown field of a pattern", VIOLENCE, "unless:", "unles:", "unles:", "Extra inputs"),
    Fault("a pattern file named otherwise", VIOLENCE, "category: v", "category: x", "category", "category"),
    Fault("patterns of another category", VIOLENCE, "violence\n", "bullying\n", "bullying", "a file named"),
    Fault("an empty slot", VIOLENCE, MATCH, "{offender} {}", "{offender} {}", "not a slot: {}"),
    Fault("a brace alone", VIOLENCE, MATCH, "offender} me", "offender} me", "a brace stands alone"),
    Fault("no slot that has to be there", VIOLENCE, MATCH, "{me}?", "{me}?", "no slot has to be there"),
    Fault("an unknown word list", VIOLENCE, MATCH, "{hit_hard} {me}", "{hit_hard}", "called 'hit_hard'"),
    Fault("a pattern twice", VIOLENCE, "violence_told", "bullying_told", "id:", f"already in {BULLYING}:5"),
    Fault("a word list twice", VIOLENCE, "sets:\n", "sets:\n  me: [x]\n", "me: [x]", f"already in {WORDS}:2"),
    Fault("a list in a circle", WORDS, "uncle]", "uncle, <offender>]", "family:", "'family' includes itself"),
    Fault("a list that includes nothing", WORDS, "<family>", "<famly>", "<famly>", "is called 'famly'"),
    Fault("a list that the bot needs", WORDS, "negation: [", "negations: [", "sets:", "'negation'"),
    Fault("an empty list", WORDS, "  now: [tonight]", "  now: []", "  now:", "'now' is missing or empty"),
    Fault("a word list of one word", WORDS, "[tonight]", "tonight", "tonight", "sets.now"),
    Fault("an empty word", SLANG, "{u: you}", "{u: }", "{u: }", "slang.u"),
    Fault("a sign of two letters", SLANG, "{3: e}", "{33: e}", "33", "lookalikes.33"),
    Fault("a spelling that is no list", ROMANISED, "[phor]", "phor", "phor", "romanised.พ่อ"),
    Fault("a pair of three", ROMANISED, "[ph, p]", "[ph, p, f]", "[ph, p, f]", "romanised_equal.0"),
    Fault("a help word without a letter", HELP, "[help me]", '["!!"]', "!!", "'!!' has no letter"),
    Fault("a list of cautions that is missing", CAUTIONS, "condition: [if]\n", "", "figure", "condition"),
    Fault("a list of cautions twice", CAUTIONS, "condition:", "joke:", "joke: [if]", "'joke' stands twice"),
]  # fmt: skip
