"""Attributions that layout and punctuation show: transcripts, "Report: ...", "...: report", a dash and a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rashomon.analyse.contents import Range
from rashomon.analyse.cues import Cue
from rashomon.analyse.language import Paragraph
from rashomon.analyse.relation import Relation
from rashomon.analyse.syntax import text_of, trimmed
from rashomon.data import entries, lexicon

__all__ = ["forms", "turn_labels"]

_COLON = Cue(":", "speech", "asserts", frozenset({"Q"}), frozenset())
_TURNS = Cue("turn", "speech", "asserts", frozenset({"Q"}), frozenset())
_TURN = re.compile(r"(?:^|(?<=\n))((?:[A-Z][A-Z.'-]+ ){0,3}[A-Z][A-Z.'-]{2,})(?: \([^)]{1,40}\))?(:)\s+(?=\S)")
_PLAIN_TURN = re.compile(r"(?:^|(?<=\n))([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2})(:)\s+(?=[A-Z])")
_NAMED_QUOTE = re.compile(
    r"^(?:\d{1,2}[:.]\d{2}\s+)?((?:[A-Z][\w.'-]*|of|the|for|and|de|van|von|on) ?){1,8}?(:)\s+(?=[\"“«'‘])"
)
_HEADLINE_FIRST = re.compile(r"^([^:\"“”]{2,50})(:)\s+(?=\S)")
_HEADLINE_LAST = re.compile(r"(:|\s[–—-])\s+((?:[A-Za-z'.’-]+ ?){1,5})$")
_DASH_NAME = re.compile(r"[\"”]\s*([–—―-]{1,2})\s*([A-Z][^\"“”.!?]{2,80}?)\.?$")


def turn_labels(paragraphs: Sequence[Paragraph]) -> dict[str, bool]:
    """Give the names that open the turns of a transcript, each with whether it is the one who asks.

    A name in capitals is one wherever it stands; one in plain letters where it opens two paragraphs or more. Whoever
    mostly asks is the outlet's own voice.
    """
    turns: dict[str, list[bool]] = {}
    for paragraph in paragraphs:
        text = text_of(paragraph.doc)
        match = _TURN.match(text) or _PLAIN_TURN.match(text)
        if match and not _is_label(match.group(1)):
            turns.setdefault(match.group(1), []).append(text.rstrip().endswith("?"))
    return {
        name: sum(asks) * 2 > len(asks) > 1 and len(turns) > 1
        for name, asks in turns.items()
        if name.isupper() or len(asks) > 1
    }


def forms(paragraph: Paragraph, labels: Mapping[str, bool]) -> list[Relation]:
    """Give the attributions that only the form of a paragraph shows; ranges are code points of its doc.

    ``labels`` are the article's turn labels (``turn_labels``).
    """
    return list(_forms(paragraph, labels))


def _forms(paragraph: Paragraph, labels: Mapping[str, bool]) -> Iterator[Relation]:
    text = text_of(paragraph.doc)
    turn = _TURN.match(text) or _PLAIN_TURN.match(text)
    if turn and turn.group(1) in labels and len(text) > turn.end() + 1:
        if labels[turn.group(1)]:
            return
        yield _relation(text, turn.span(2), turn.span(1), (turn.end(), len(text)), _TURNS)
        return
    named = _NAMED_QUOTE.match(text)
    if named and not _is_label(named.group(1)) and not _has_verb(paragraph, named.start(2)):
        closing = re.search(r"[\"”'’](?=\s*(?:\W*$|[A-Z–—]))", text[named.end() + 1 :])
        end = named.end() + 1 + closing.end() if closing else len(text)
        yield _relation(
            text, named.span(2), (text.index(named.group().lstrip("0123456789:. ")), named.start(2)), (named.end(), end)
        )
        return
    dash = _DASH_NAME.search(text)
    if dash and text[0] in '"“':
        yield _relation(text, dash.span(1), dash.span(2), (0, dash.start(1)))
        return
    if paragraph.block.role == "headline" or (paragraph.start < 400 and len(text) < 130 and text[-1:] not in ".!?"):
        yield from _headline(paragraph, text)


def _headline(paragraph: Paragraph, text: str) -> Iterator[Relation]:
    first = _HEADLINE_FIRST.match(text)
    if first and _is_label(first.group(1)):
        return
    if first and not _has_verb(paragraph, first.start(2)) and _is_voice(paragraph, first.span(1)):
        yield _relation(text, first.span(2), first.span(1), (first.end(), len(text)))
        return
    last = _HEADLINE_LAST.search(text)
    if last and _is_voice(paragraph, last.span(2)) and not any(c.isdigit() for c in last.group(2)):
        yield _relation(text, (last.start(1), last.end(1)), last.span(2), (0, last.start(1)))


def _is_voice(paragraph: Paragraph, part: Range) -> bool:
    tokens = paragraph.doc.char_span(*part, alignment_mode="expand")
    if tokens is None or len(tokens) > 7:
        return False
    root = tokens.root
    if lexicon.fold(tokens.text) in {lexicon.fold(t.text) for t in paragraph.doc.ents if t.label_ in ("GPE", "LOC")}:
        return lexicon.fold(tokens.text) in lexicon.seats()
    return (
        root.ent_type_ in ("PERSON", "ORG", "NORP")
        or lexicon.fold(tokens.text) in lexicon.seats()
        or (root.lemma_.lower() in entries("anonymous-sources.txt") and len(tokens) <= 3)
        or tokens[-1].lower_ in entries("headline-voices.txt")
        or (
            len(tokens) <= 3
            and all(t.pos_ in ("PROPN", "NOUN", "ADJ", "PUNCT") for t in tokens)
            and tokens[-1].lower_ in entries("headline-voices.txt")
        )
    )


def _is_label(words: str) -> bool:
    """Tell whether the words before a colon name a kind of text or a topic: "EXCLUSIVE", "Rusk trial"."""
    told = words.lower().split()
    return bool(told) and told[-1] in entries("labels.txt")


def _has_verb(paragraph: Paragraph, end: int) -> bool:
    return any(t.pos_ in ("VERB", "AUX") for t in paragraph.doc if t.idx < end)


def _relation(text: str, cue: Range, source: Range, content: Range, entry: Cue = _COLON) -> Relation:
    return Relation(-1, trimmed_cue(text, cue), entry, (trimmed(text, *content),), trimmed(text, *source), -1)


def trimmed_cue(text: str, cue: Range) -> Range:
    """Leave out the white space beside a punctuation cue."""
    start, end = cue
    while start < end and text[start].isspace():
        start += 1
    return start, end
