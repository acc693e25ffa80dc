"""A sentence with what is found in it once: its credits and its places."""

from __future__ import annotations

from ledger.extract.context_places import Place, find_places
from ledger.extract.context_speech import Speech, find_speeches
from ledger.extract.context_view import SentenceView


class Reading:
    """A sentence with its credits and places, each found when first asked for."""

    __slots__ = ("_places", "_speeches", "index", "opens_inside", "view")

    def __init__(self, view: SentenceView, index: int) -> None:
        self.view, self.index = view, index
        self.opens_inside: bool | None = None
        self._speeches: tuple[Speech, ...] | None = None
        self._places: tuple[Place, ...] | None = None

    @property
    def speeches(self) -> tuple[Speech, ...]:
        if self._speeches is None:
            self._speeches = find_speeches(self.view)
        return self._speeches

    @property
    def places(self) -> tuple[Place, ...]:
        if self._places is None:
            self._places = tuple(place for place in find_places(self.view) if not self._names_speaker(place))
        return self._places

    def _names_speaker(self, place: Place) -> bool:
        """True for the place in a speaker's name, or straight behind it: "the US Coast Guard", "quoted the centre in Ulm as saying"."""
        return any(
            speech.first <= place.first < speech.last or (place.lead == speech.last and speech.cue < speech.first)
            for speech in self.speeches
        )
