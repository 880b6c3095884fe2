"""Actors whose words hold a code of shares: "NRFa.N Norfield Pictures".

Belongs here: what of their words is a name. Does not: finding such codes (texts/share_codes.py).
"""

from __future__ import annotations

from collections.abc import Iterable

from transforms.events.actors.mention import ActorMention


def outside_codes(plain: str, actors: Iterable[ActorMention]) -> list[ActorMention]:
    """The actors of a text without those whose words are only a code, and without the codes at the edges of others: "NRFa.N Norfield Pictures".

    plain: the text without its codes.
    """
    out = list[ActorMention]()
    for actor in actors:
        words = plain[actor.start : actor.end].strip()
        if len(words) == actor.end - actor.start:
            out.append(actor)
        elif words:
            start = actor.start + plain[actor.start : actor.end].index(words)
            name = words if actor.name == actor.surface else actor.name
            out.append(actor._replace(start=start, end=start + len(words), surface=words, name=name))
    return out
