"""Attributions that the grammar of one sentence shows: a cue, its source and its content.

The method is that of PolNeAR's reading of attribution (Newell, Margolin and Ruths 2018; Pareti 2012 for the parts): a
lexicon of cues with the frames their content may take, and the dependency tree to find source and content.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.contents import minus
from rashomon.analyse.nominal import according, adjectival, adverbial, no_comment, nominal
from rashomon.analyse.relation import Relation, cleaned
from rashomon.analyse.syntax import chars, child, noun_phrase
from rashomon.analyse.verbal import declined, refused, telling, verbal
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
    return found


def _in_sentence(sentence: Tokens) -> list[Relation]:
    verbs, nouns, adjectives, adverbs = cues.verbs(), cues.nouns(), cues.adjectives(), cues.adverbs()
    taken: set[int] = set()  # heads that are part of another cue: "say" in "refused to say"
    distances: list[Token] = []
    found: list[Relation] = []
    for token in sentence:
        lower, pos = token.lower_, token.pos_
        if pos == "VERB" or (pos == "AUX" and token.dep_ in ("ROOT", "ccomp")):
            entry = verbs.get(cues.lemma(token))
            if entry is not None and token.i not in taken and token.dep_ != "amod":
                if entry.stance == "declines" and (told := telling(token)) is not None:
                    taken.add(told.i)
                    found += declined(token, told, entry)
                else:
                    found += verbal(token, entry, sentence)
            if (not found or found[-1].head != token.i) and token.lemma_ in entries("telling-verbs.txt"):
                found += refused(token)
        elif pos == "NOUN":
            entry = nouns.get(token.lemma_.lower())
            if entry is not None:
                found += nominal(token, entry)
            elif lower == "comment":
                found += no_comment(token)
        elif pos == "ADJ":
            entry = adjectives.get(lower)
            if entry is not None and token.dep_ in ("acomp", "attr", "oprd", "conj"):
                found += adjectival(token, entry)
        elif pos == "ADV" and lower in adverbs:
            distances.append(token)
        if lower in ("according", "per"):
            found += according(token, sentence)
    found = [_cut(sentence.doc, relation, found) for relation in _cited(found, sentence)]
    for adverb in distances:
        at = next((i for i, r in enumerate(found) if r.head == adverb.head.i and r.entry.category == "speech"), None)
        if at is None:
            found += adverbial(adverb)
        else:
            found[at] = replace(found[at], distance=chars(adverb.doc, adverb.i, adverb.i + 1))
    return found


_JOINT = re.compile(
    r"(?:[;,]|\s[–—-])\s*(?:(?:and|but|while|whereas|although|though)\s+)?\Z|\s(?:but|while|whereas)\s+\Z"
)


def _cut(doc: Doc, relation: Relation, found: list[Relation]) -> Relation:
    """End the content of ``relation`` where the next speaker's clause begins: "Ruhl said A; Strom said B"."""
    contents = relation.contents
    for other in found:
        if other.source is None or other.source_head < 0 or other.cue[0] < other.source[0]:
            continue
        start = other.source[0]
        if doc[other.source_head].pos_ == "PRON" or other.entry.category == "evidence":
            continue
        joint = _JOINT.search(doc.text, max(0, start - 14), start)
        if joint is not None and start > relation.cue[1]:
            contents = tuple(
                (s, joint.start())
                if s < joint.start() < start < e and doc.text[s:start].count('"') % 2 == 0
                else (s, e)
                for s, e in contents
            )
    return relation if contents == relation.contents else replace(relation, contents=contents)


def _cited(found: list[Relation], sentence: Tokens) -> list[Relation]:
    """Give those cited by a participle ("Reuters, citing officials, reported that P") what they are cited for."""
    out = []
    for relation in found:
        head = sentence.doc[relation.head]
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
        contents = tuple(part for part in cleaned(head.doc.text, minus(list(host.contents), named), [relation.cue]))
        out.append(replace(relation, source=named, source_head=cited.i, contents=contents, parent=host.head))
    return out
