"""Who has a part in a judgement or a reproach that only a noun names: "has a prior conviction", "looked into allegations that Borg lied".

Belongs here: subjects of clauses beside nouns of verdicts, charges and accusations. Does not: who owns such a noun or whom it befalls (of_noun.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from transforms.events.actors import ActorMention
from transforms.events.clauses.beside_dates import behind_dates
from transforms.events.clauses.placed_actors import Placed
from transforms.events.clauses.sentence import Sentence
from transforms.events.roles.enumerations import enumerated, has_preposition
from transforms.events.roles.subjects import GROUP_REACH, is_of_the_law, subject_before
from transforms.events.triggers.hit import Hit
from transforms.events.words.function_words import DETERMINERS, OWNER_ENDINGS, OWNING_PRONOUNS
from transforms.vocabulary import word_set

_PERSONAL: Final = frozenset({"person", "group"})
_OWN: Final = frozenset({"conviction", "sentence", "indictment"})  # one has or faces them oneself
_BEHIND_TOLD: Final = OWNER_ENDINGS | {","}  # behind these no noun says that an actor only describes it
_SETTLING: Final = frozenset({"settle", "settles", "settled", "settling"})
_SUING: Final = frozenset({"agency", "antitrust", "authority", "commission", "department", "government", "sec"})
_TELLING: Final = frozenset({"accusation", "verdict"})
_LOOKING_INTO: Final = word_set("clauses", "looking_into")
_LOOKING_REACH: Final = 3  # tokens before a noun in which such a word stands
_THAT_REACH: Final = 4  # tokens from "that" to who is accused behind it
_GIVING: Final = word_set("clauses", "giving_verdicts")
_SUFFERING: Final = word_set("clauses", "having_verdicts")


def judged_beside(
    sentence: Sentence, hit: Hit, subject: tuple[ActorMention, ...]
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]] | None:
    """Who judges and who is judged, of the subject of the clause that such a noun stands in; None where a noun is none of a court."""
    if hit.verb is not None or hit.kind != "verdict" and hit.pattern.lemma not in _OWN:
        return None
    clause = sentence.clauses[sentence.clause_at(hit.start)]
    before = sentence.words[clause.start : hit.start]
    if not _GIVING.isdisjoint(before):
        return subject, ()  # "the panel will give its verdict"
    judges = tuple(actor for actor in subject if is_of_the_law(actor) or actor.kind == "state")
    suffers = not _SUFFERING.isdisjoint(before)
    if hit.pattern.lemma not in _OWN or not suffers:
        return judges, ()
    return judges, tuple(actor for actor in subject if actor not in judges and actor.kind in _PERSONAL)


def accused_beside(sentence: Sentence, hit: Hit, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who is accused by the "that" behind a noun: `allegations that Borg and Vella paid bribes`."""
    words, that = sentence.words, hit.end
    if hit.kind != "accusation" or hit.verb is not None or words[that : that + 1] != ["that"]:
        return ()
    end = sentence.first_finite(that + 1, len(words))
    told = [item for item in actors if that < item.start and item.end <= end]
    if not told or told[-1].end != end or any(word not in DETERMINERS for word in words[that + 1 : told[0].start]):
        return ()
    return enumerated(words, told[-1], told[:-1]) if told[0].start <= that + _THAT_REACH else ()


def settlers_of(sentence: Sentence, noun: int, actors: Sequence[Placed]) -> tuple[ActorMention, ...]:
    """Who settles a case that others make, and whom it is against: `Norfield paid $3 million to settle | charges of fraud`; those who make cases settle their own."""
    words = sentence.words
    settling = next((at for at in range(noun - 1, max(0, noun - GROUP_REACH), -1) if words[at] in _SETTLING), -1)
    if settling < 0 or "against" in words[noun : noun + GROUP_REACH]:
        return ()
    subject = subject_before(sentence, settling, actors)
    return tuple(
        actor
        for actor in subject
        if actor.kind != "state" and not is_of_the_law(actor) and _SUING.isdisjoint(actor.name.lower().split())
    )


def judged_in_content(
    sentence: Sentence, hit: Hit, subject: tuple[ActorMention, ...], actors: Sequence[Placed]
) -> tuple[ActorMention, ...]:
    """Of whom what a verb of judging or accusing tells: `ruled that | Borg | broke the law`, `complained on Monday that | Norfield's | prices had risen`; not the subject itself."""
    words = sentence.words
    that = behind_dates(words, hit.end, sentence.dated)
    if hit.kind not in _TELLING or words[that : that + 1] != ["that"]:
        return ()
    verb = sentence.first_finite(that + 1, len(words))
    told = [item for item in actors if that < item.start <= that + _THAT_REACH and item.end <= verb]
    # "that its | CDS | trades broke the law"
    told = [item for item in told if item.end == verb or words[item.end] in _BEHIND_TOLD]
    told = [item for item in told if not has_preposition(words, item.start)]
    names = {actor.name for actor in subject}
    return tuple(item.actor for item in told if item.actor.name not in names)[:1]


def only_looks_into(sentence: Sentence, hit: Hit) -> bool:
    """Whether whoever stands before a noun of accusation only answers or examines it: `will investigate allegations of fraud`, `a probe into claims`."""
    before = sentence.words[max(0, hit.start - _LOOKING_REACH) : hit.start]
    return hit.kind == "accusation" and not _LOOKING_INTO.isdisjoint(before)


def names_whom(sentence: Sentence, hit: Hit) -> bool:
    """Whether "of" behind a noun tells whom it befell, and not of what somebody is convicted: `the arrest of Waugh`, but not `his conviction of fraud`."""
    words = sentence.words
    own = hit.pattern.lemma == "conviction" and words[hit.start - 1] in OWNING_PRONOUNS
    behind = behind_dates(words, hit.end, sentence.dated)  # "the arrest on Monday of Waugh"
    return words[behind : behind + 1] == ["of"] and not own
