"""Actors and places of one article: persons, states, organisations, groups, and where things happen.

Belongs here: names, titles and roles, organisations, states and peoples, groups, and coreference within one article.
Does not: who did what to whom (the rest of `transforms.events`), actors across articles (`transforms.merge`).
"""

from transforms.events.actors.find import find_actors
from transforms.events.actors.mention import ActorMention
from transforms.events.actors.places.read import PlaceMention, Places, find_places

__all__ = ["ActorMention", "PlaceMention", "Places", "find_actors", "find_places"]
