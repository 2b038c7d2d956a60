"""Attributions that the grammar of one sentence shows: a cue, its source and its content.

The method is that of PolNeAR's reading of attribution (Newell, Margolin and Ruths 2018; Pareti 2012 for the parts): a
lexicon of cues with the frames their content may take, and the dependency tree to find source and content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.asides import asides
from rashomon.analyse.contents import Range, minus
from rashomon.analyse.idioms import IDIOM, idiomatic
from rashomon.analyse.nominal import according, adjectival, adverbial, no_comment, nominal, viewed
from rashomon.analyse.relation import SOME, Relation, cleaned
from rashomon.analyse.surface import surface
from rashomon.analyse.syntax import chars, child, noun_phrase, text_of, trimmed
from rashomon.analyse.verbal import declined, refused, silent, telling, verbal
from rashomon.data import entries

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["relations"]


def relations(doc: Doc) -> list[Relation]:
    """Give the attributions of a parsed paragraph, in order of their cues; quotations are attached later."""
    found: list[Relation] = []
    for sentence in doc.sents:
        found += _in_sentence(sentence)
    return [_series(_continued(relation, found, doc), found, doc) for relation in found]


def _in_sentence(sentence: Tokens) -> list[Relation]:
    nouns, adjectives, adverbs = cues.nouns(), cues.adjectives(), cues.adverbs()
    taken: set[int] = set()  # heads that are part of another cue: "say" in "refused to say"
    distances: list[Token] = []
    found: list[Relation] = []
    for token in sentence:
        lower, pos = token.lower_, token.pos_
        if pos == "VERB" or (pos == "AUX" and token.dep_ in ("ROOT", "ccomp")):
            entry = cues.verb_cue(token)
            if entry is not None and token.i not in taken and token.dep_ != "amod":
                if entry.stance == "declines" and (told := telling(token)) is not None:
                    taken.add(told.i)
                    found += declined(token, told, entry)
                else:
                    found += verbal(token, entry, sentence)
            if (not found or found[-1].head != token.i) and token.lemma_ in entries("telling-verbs.txt"):
                found += refused(token)
            if not found or found[-1].head != token.i:
                found += silent(token)
            if not found or found[-1].head != token.i:
                found += idiomatic(token)
        elif pos == "NOUN":
            entry = nouns.get(token.lemma_.lower())
            if (misread := _misread(token)) is not None:
                found.append(misread)
            elif entry is not None:
                found += nominal(token, entry)
            elif lower == "comment":
                found += no_comment(token)
        elif pos == "ADJ":
            entry = adjectives.get(lower)
            if entry is not None and token.dep_ in ("acomp", "attr", "oprd", "conj"):
                found += adjectival(token, entry)
        elif pos == "ADV" and lower in adverbs:
            distances.append(token)
        if lower in entries("view-nouns.txt"):
            found += viewed(token, sentence)
        if lower in ("according", "per"):
            found += according(token, sentence)
    found = _merged(sentence.doc, _unspoken(_of_its_clause(sentence.doc, found)))
    found = [_cut(sentence.doc, relation, found) for relation in _cited(found, sentence)]
    found = surface(sentence, asides(sentence, _gapped(sentence, found)))
    for adverb in distances:
        at = next((i for i, r in enumerate(found) if r.head == adverb.head.i and r.entry.category == "speech"), None)
        if at is None:
            found += adverbial(adverb)
        else:
            found[at] = replace(found[at], distance=chars(adverb.doc, adverb.i, adverb.i + 1))
    return found


def _of_its_clause(doc: Doc, found: list[Relation]) -> list[Relation]:
    """Leave out what stands before a semicolon that the cue stands behind: it is told of somebody else."""
    out = []
    for relation in found:
        begins = min(relation.cue[0], relation.source[0]) if relation.source is not None else relation.cue[0]
        kept = tuple(
            (s, e) for s, e in relation.contents if e > begins or ";" not in text_of(doc)[max(s, e - 1) : begins]
        )
        out += [replace(relation, contents=kept)] if kept else []
    return out


def _unspoken(found: list[Relation]) -> list[Relation]:
    """Leave out what is only a word of a phrase: "dispute" in "would neither confirm nor dispute"."""
    whole = [r.cue for r in found if r.entry.category == IDIOM]
    return [r for r in found if r.entry.category == IDIOM or not any(s <= r.cue[0] and r.cue[1] <= e for s, e in whole)]


def _misread(noun: Token) -> Relation | None:
    """Read a verb that the tagger takes for a noun: "another doubts that it was shut", "the other two hold that"."""
    entry = cues.verbs().get(noun.lemma_.lower())
    clause = next((c for c in noun.children if c.dep_ in ("acl", "relcl", "ccomp") and c.i > noun.i), None)
    if entry is None or "S" not in entry.frames or clause is None or clause.left_edge.i != noun.i + 1:
        return None
    doc, first = noun.doc, noun.left_edge.i
    before = doc[first : noun.i]
    if not len(before) or clause.left_edge.lower_ != "that" or noun.dep_ not in ("ROOT", "conj", "ccomp"):
        return None
    last = before[-1]
    if not (last.like_num or last.lower_ in SOME or last.tag_ in ("JJ", "CD")) or last.pos_ == "NOUN":
        return None
    if last.tag_ == "JJ" and before[0].lower_ not in ("a", "the"):
        return None
    contents = cleaned(text_of(doc), [chars(doc, clause.left_edge.i, clause.right_edge.i + 1)], [])
    return Relation(noun.i, chars(doc, noun.i, noun.i + 1), entry, contents, chars(doc, first, noun.i), last.i)


def _merged(doc: Doc, found: list[Relation]) -> list[Relation]:
    """Make one of two cues of which the second is the first's infinitive with the same source.

    "Appeared to deny" is a denial at the narrator's distance; in "wants to say" and "refused to criticise" the first
    cue is the attribution, and its content holds the second.
    """
    by_head = {r.head: r for r in found if r.head >= 0}
    infinitives = {doc[i].head.i for i in by_head if doc[i].dep_ == "xcomp"}
    out = []
    for relation in found:
        head = doc[relation.head]
        above = by_head.get(head.head.i) if relation.head >= 0 and head.dep_ == "xcomp" else None
        if above is not None and above.entry.category != "raising" and above.source_head == relation.source_head >= 0:
            continue
        if relation.entry.category == "raising" and head.pos_ == "VERB" and relation.head in infinitives:
            continue
        raised = above is not None and above.entry.category == "raising"
        out.append(replace(relation, distance=above.cue) if raised and above is not None else relation)
    return out


_JOINT = re.compile(
    r"(?:[;,]|\s[–—-])\s*(?:(?:and|but|while|whereas|although|though)\s+)?\Z|\s(?:but|while|whereas)\s+\Z"
)


_GOES_ON = re.compile(r",?;\s+(?=\w|\")")
_AND_ON = re.compile(r",\s+(?:and|but)\s+(?=\w)")


def _continued(relation: Relation, found: list[Relation], doc: Doc) -> Relation:
    """Give the content what goes on behind an aside: "it was shut, he said; nobody had opened it".

    Behind a comma it goes on where the aside is "he said", not "said Tarn", and joins a clause of its own.
    """
    if relation.source is None or relation.entry.category != "speech" or "Q" not in relation.entry.frames:
        return relation
    before, after = min(relation.cue[0], relation.source[0]), max(relation.cue[1], relation.source[1])
    told = relation.addressee
    if told is not None and 0 <= told[0] - after <= 4:
        after = told[1]
    more = _GOES_ON.match(text_of(doc), after) or _joined_on(relation, doc, after)
    if more is None or any(end > before for _, end in relation.contents):
        return relation
    stop = next(s.end_char for s in doc.sents if s.end_char > more.end())
    said = (o for o in found if o.source is not None and o.entry.category in ("speech", "decree", IDIOM))
    if any(more.end() <= min(o.cue[0], o.source[0]) < stop for o in said if o.source is not None):
        return relation
    rest = cleaned(text_of(doc), [trimmed(text_of(doc), more.end(), stop)], [])
    return replace(relation, contents=(*relation.contents, *rest))


def _joined_on(relation: Relation, doc: Doc, after: int) -> re.Match[str] | None:
    """Match the comma behind an aside "he said" set off by commas where "and" or "but" joins a clause of its own."""
    text = text_of(doc)
    assert relation.source is not None
    if relation.source[0] > relation.cue[0] or text[: relation.source[0]].rstrip()[-1:] != ",":
        return None
    more = _AND_ON.match(text, after)
    if more is None:
        return None
    clause = [word for word in doc if word.idx >= more.end()][:_OPENS]
    return more if any(word.dep_ in ("nsubj", "nsubjpass", "expl") for word in clause) else None


_OPENS = 6
"""Words of a clause among which its own subject stands."""


_AND_THAT = re.compile(r"\s*[,;]?\s*(?:and|but|or|nor)?\s*(?:also\s+)?that\s", re.IGNORECASE)


def _series(relation: Relation, found: list[Relation], doc: Doc) -> Relation:
    """Give the content all its clauses: "told us that A; that B; and that C" is one statement for each "that"."""
    text = text_of(doc)
    if relation.source is None or not relation.entry.frames & {"S", "M"} or not relation.contents:
        return relation
    start, end = relation.contents[-1]
    if start < relation.cue[0] or not text[start:end].lower().startswith("that "):
        return relation
    stop = next((s.end_char for s in doc.sents if s.end_char >= end), end)
    others = [o.source[0] for o in found if o.source is not None and o.source_head >= 0 and o is not relation]
    more = _AND_THAT.match(text, end)
    if more is None or "that" in text[end : more.start()] or stop <= more.end():
        return relation
    if any(end <= at < more.end() for at in others):
        return relation
    rest = trimmed(text, end, stop)
    if text[end:stop].count('"') % 2:
        return relation
    return replace(relation, contents=(*relation.contents[:-1], (start, rest[1])))


def _gapped(sentence: Tokens, found: list[Relation]) -> list[Relation]:
    """Add what is told without its verb: "Tarn said that it was open; Lund, that it was shut" has two who say."""
    doc, out = sentence.doc, list(found)
    for that in (token for token in sentence if token.lower_ == "that"):
        who = doc[that.i - 2] if that.i - 2 > sentence.start else None
        if who is None or doc[that.i - 1].text != "," or who.pos_ not in ("PROPN", "NOUN"):
            continue
        first = next((i for i in range(who.i, sentence.start, -1) if doc[i - 1].text == ";"), None)
        said = [r for r in out if r.source is not None and "S" in r.entry.frames and r.cue[1] <= who.idx]
        if first is None or not said or who.i - first > 5 or any(doc[i].pos_ == "VERB" for i in range(first, who.i)):
            continue
        content = cleaned(doc.text, [trimmed(doc.text, that.idx, sentence.end_char)], [])
        end = doc[first - 1].idx  # the semicolon
        out = [replace(r, contents=_until(doc.text, r.contents, end)) if r in said else r for r in out]
        out.append(Relation(that.i, said[-1].cue, said[-1].entry, content, chars(doc, first, who.i + 1), who.i))
    return out


def _until(text: str, contents: Sequence[Range], end: int) -> tuple[Range, ...]:
    return tuple(trimmed(text, start, min(stop, end)) for start, stop in contents if start < end)


_AND = re.compile(r"\sand\s+\Z")


def _cut(doc: Doc, relation: Relation, found: list[Relation]) -> Relation:
    """End the content of ``relation`` where the next cue's clause begins: "Ruhl said A; Strom said B"."""
    for other in found:
        if other.source is None or other.source_head < 0 or other is relation:
            continue
        if doc[other.head].dep_ == "conj" and doc[other.source_head].pos_ != "PRON":
            relation = _ended(text_of(doc), relation, other.source[0], _AND)
        participle = doc[other.head].tag_ == "VBG" and other.source_head == relation.source_head
        fresh = other.cue[0] > other.source[0] and doc[other.source_head].pos_ != "PRON"
        if participle or (fresh and other.entry.category != "evidence"):
            relation = _ended(text_of(doc), relation, other.cue[0] if participle else other.source[0])
    return relation


def _ended(text: str, relation: Relation, start: int, joints: re.Pattern[str] = _JOINT) -> Relation:
    """Give ``relation`` with its content ended before a clause that begins at ``start``, where a joint stands there."""
    joint = joints.search(text, max(0, start - 14), start)
    if joint is None or start <= relation.cue[1]:
        return relation
    contents = tuple(
        (s, joint.start()) if s < joint.start() < start < e and text[s:start].count('"') % 2 == 0 else (s, e)
        for s, e in relation.contents
    )
    return relation if contents == relation.contents else replace(relation, contents=contents)


def _echoed(relation: Relation, head: Token, found: list[Relation]) -> Relation | None:
    """Read "denied that P, echoing earlier claims by the general": the general holds the same, in the same stance."""
    host = next((r for r in found if r is not relation and any(s <= head.idx < e for s, e in r.contents)), None)
    host = host or next((r for r in found if r.head == head.head.i), None)
    said = child(head, "dobj")
    if host is None or said is None or said.pos_ != "NOUN":
        return None
    by = next((c for c in said.children if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from", "of")), None)
    source = child(said, "poss") or (child(by, "pobj") if by is not None else None)
    if source is None:
        return None
    start = chars(head.doc, head.left_edge.i, head.i + 1)[0]
    contents = cleaned(text_of(head.doc), [(s, min(e, start)) for s, e in host.contents if s < start], [])
    return Relation(
        head=said.i,
        cue=chars(head.doc, said.i, said.i + 1),
        entry=host.entry,
        contents=contents,
        source=chars(head.doc, *noun_phrase(source)),
        source_head=source.i,
    )


def _cited(found: list[Relation], sentence: Tokens) -> list[Relation]:
    """Give those cited by a participle ("Reuters, citing officials, reported that P") what they are cited for."""
    out: list[Relation] = []
    for relation in found:
        head = sentence.doc[relation.head]
        echoing = head.lemma_ == "echo" and head.tag_ == "VBG" and head.dep_ in ("advcl", "acl", "conj")
        if echoing and (echoed := _echoed(relation, head, found)) is not None:
            out = [*(_ended(text_of(head.doc), r, head.left_edge.idx) for r in out), echoed]
            continue
        citing = (
            head.lemma_ in ("cite", "quote") and head.tag_ == "VBG" and head.dep_ in ("advcl", "acl", "prep", "conj")
        )
        host = (
            next((r for r in found if r is not relation and r.head in (head.head.i, head.head.head.i)), None)
            if citing
            else None
        )
        cited = child(head, "dobj") if citing else None
        if host is None or cited is None or cited.pos_ not in ("NOUN", "PROPN", "PRON"):
            out.append(relation)
            continue
        named = chars(head.doc, *noun_phrase(cited))
        contents = tuple(part for part in cleaned(text_of(head.doc), minus(list(host.contents), named), [relation.cue]))
        out.append(replace(relation, source=named, source_head=cited.i, contents=contents, parent=host.head))
    return out
