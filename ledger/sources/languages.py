"""A light guess at a text's language: the share of its words that are frequent function words of one language."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, frozenset[str]] = {
    "de": frozenset(
        (
            "der die das und ist nicht ein eine einen einem mit für auf von dem den zu im wurde werden sich auch bei nach aus als wie "
            "über hat"
        ).split()
    ),
    "en": frozenset(
        (
            "the of and to in is was for that with on at by from are were has have had it its as be this will said their an which but not"
        ).split()
    ),
    "es": frozenset(("el los las de que y en un una por con para del se su al es lo como más pero fue han sus este está entre").split()),
    "fr": frozenset(("le les des et à est dans une pour que qui sur par du au avec plus ne pas ce cette sont aux été ont mais la").split()),
    "it": frozenset(
        ("il che di e è per un una della del nel con non sono gli dei alla le più anche ha stato dal sul questo nella").split()
    ),
    "pt": frozenset(("o os as que e do da em um uma para com não no na por mais dos das ao é foi se são pelo pela seu").split()),
    "vi": frozenset(
        ("và của là các có được trong cho một với những này để đã người không tại đến về khi nước từ năm cũng phát việc sẽ").split()
    ),
}
_CODES = tuple(_WORDS)
_LANGUAGES = {word: tuple(at for at, code in enumerate(_CODES) if word in _WORDS[code]) for word in frozenset().union(*_WORDS.values())}
"""Word -> the numbers of the languages that it is frequent in."""
_SAMPLE = 2400
_FEWEST = 8
_GLANCE, _FEW_KNOWN = 100, 2
_LEAST_SHARE = 0.12
_LEAST_LEAD = 1.5


def find_language(text: str) -> str:
    """The ISO 639-1 code of a text in de, en, es, fr, it, pt or vi, or "" where its words do not tell."""
    words = text[:_SAMPLE].lower().split()
    if len(words) < _FEWEST:
        return ""
    counts = [0] * len(_CODES)
    for word in words:
        for number in _LANGUAGES.get(word, ()):
            counts[number] += 1
    (most, code), (next_most, _) = sorted(zip(counts, _CODES, strict=True), reverse=True)[:2]
    best, second = most / len(words), next_most / len(words)
    return code if best >= _LEAST_SHARE and best >= _LEAST_LEAD * second else ""


def is_foreign(text: str, language: str) -> bool:
    """True where a line of eight words or more is plainly in another language than the one given."""
    known = _WORDS.get(language)
    if known is None or len(known.intersection(text[:_GLANCE].lower().split())) >= _FEW_KNOWN:
        return False
    return find_language(text) not in ("", language)
