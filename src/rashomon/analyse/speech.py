"""Who speaks a quotation: marks tied to the cue beside them, to the speaker before them, or to nobody.

A quotation is tied, in this order, to the cue whose content it stands in, to a cue it follows or precedes directly
('"...," said X', 'X said: "..."'), to the speaker of the quotation before it (the same paragraph, or one that goes on),
and, where it makes up a whole sentence, to the last speaker named. What is left are scare quotes, titles, nicknames.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon.analyse import cues
from rashomon.analyse.contents import Range, joined, minus
from rashomon.analyse.cues import Cue
from rashomon.analyse.quotations import Quotation
from rashomon.analyse.relation import Relation
from rashomon.analyse.syntax import chars, is_passive, subject, text_of, trimmed
from rashomon.analyse.verbal import antecedent, source_range

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Anchor", "anchors", "tie"]

_GAP_AFTER = re.compile(r"[\s,.;:–—-]*(?:(?:and|but|as|so)\s+)?\Z")
_GAP_BEFORE = re.compile(
    r"[\s,:–—-]*(?:that|of|about|as|to|for|on|with|it|was|is)?(?:\s+(?:the|a|an|his|her|their|its))?[\s,:–—-]*\Z",
    re.IGNORECASE,
)
_COLON = re.compile(r"[^.!?;:\"“”]{0,160}:\s*\Z")
_LEAD = re.compile(r"[^.!?\"“”]{0,80}[:,]\s*\Z")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A cue that can bring a quotation, in a paragraph: its range with its source, and the source by itself."""

    head: int
    cue: Range
    entry: Cue
    source: Range | None
    source_head: int

    @property
    def start(self) -> int:
        """Give where the cue with its source begins."""
        return min(self.cue[0], self.source[0]) if self.source else self.cue[0]

    @property
    def end(self) -> int:
        """Give where the cue with its source ends."""
        return max(self.cue[1], self.source[1]) if self.source else self.cue[1]


def anchors(doc: Doc) -> list[Anchor]:
    """Give every cue of the paragraph that can bring a quotation, with its source where the grammar shows one."""
    found = []
    for token in doc:
        if token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN") or token.dep_ == "amod":
            continue
        entry = cues.verb_cue(token)
        if entry is None or not entry.frames & {"Q", "T", "O"}:
            continue
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ not in (
            "said",
            "says",
            "added",
            "adds",
            "tweeted",
            "wrote",
        ):
            continue
        source = None if is_passive(token) else _speaker(token)
        named = source_range(source, token) if source is not None else None
        cue = chars(doc, *cues.group(token))
        if named is not None and named[0] < cue[1] and cue[0] < named[1]:
            named = chars(doc, source.i, source.i + 1) if source is not None and source.i != token.i else None
        head = antecedent(source, token).i if source is not None else -1
        found.append(Anchor(token.i, cue, entry, named, head if named is not None and source is not None else -1))
    return found


def _speaker(verb: Token) -> Token | None:
    """Find who speaks: the subject, else the name right after or right before the verb, which the parser mistook."""
    source, doc = subject(verb), verb.doc
    if source is not None and _marked(text_of(doc), source.idx) <= _marked(text_of(doc), verb.idx):
        return source
    if verb.i + 1 < len(doc) and cues.lemma(verb) not in _TOLD:
        after = doc[verb.i + 1]
        if after.pos_ in ("PROPN", "PRON", "DET", "NOUN") and after.tag_ not in ("WDT", "WP"):
            head = after
            while (
                head.head.i > head.i
                and head.head.i - verb.i < 8
                and head.dep_ in ("compound", "det", "amod", "poss", "nmod", "case")
            ):
                head = head.head
            if head.pos_ in ("PROPN", "PRON", "NOUN"):
                return head
    if verb.i and doc[verb.i - 1].pos_ in ("PROPN", "PRON"):
        return doc[verb.i - 1]
    return None


_TOLD = frozenset({"tell", "inform", "assure", "reassure", "remind", "notify"})
"""Verbs behind which only somebody who is told stands: '"It is shut," Carrow told Lund'."""


def _marked(text: str, at: int) -> bool:
    """Tell whether double marks are open at ``at``: what stands in them does not speak outside them."""
    return text.count('"', 0, at) % 2 == 1


def tie(
    text: str, found: Sequence[Relation], speakers: Sequence[Anchor], quotations: Sequence[Quotation]
) -> tuple[list[Relation], list[Quotation]]:
    """Tie the quotations of one paragraph to its relations and anchors.

    ``text`` is the paragraph's plain text and every range a range in it. Gives the relations, extended and added to,
    and the quotations that no cue of the paragraph explains, in order.
    """
    relations = _apart(text, list(found), quotations)
    left: list[Quotation] = []
    last: int | None = None  # the relation that the quotation before this one belongs to
    last_end = 0
    for quotation in quotations:
        box = (quotation.start, quotation.end)
        usable = [a for a in speakers if _outside(a, quotation, quotations)]
        index = _owner(relations, usable, box, _host(quotation, quotations))
        if index is None:
            anchor = _beside(text, usable, box, quotations)
            if anchor is not None:
                relations, index = _with_anchor(relations, anchor)
        if index is None:
            index = next((i for i, one in enumerate(relations) if _ends_in(text, one, quotation)), None)
        if index is None and last is not None and _goes_on(text, last_end, box, relations[last]):
            index = last
        if index is None:
            left.append(quotation)
            continue
        begins = _start(relations[index])
        whole = begins >= box[1] and _is_sentence(text, box) and _GAP_AFTER.match(text[box[1] : begins])
        relations[index] = replace(_extended(text, relations[index], box, bool(whole)), quoted=quotation.depth == 0)
        if quotation.depth == 0:
            last, last_end = index, max(box[1], relations[index].cue[1])
    kept = [r for r in relations if r.contents]
    return kept, left


def _outside(anchor: Anchor, quotation: Quotation, quotations: Sequence[Quotation]) -> bool:
    """Tell whether the anchor stands on the level from which it can bring the quotation."""
    if quotation.start <= anchor.cue[0] < quotation.end:
        return False
    host = next((q for q in quotations if q.depth == 0 and q.start <= anchor.cue[0] < q.end), None)
    if host is None:
        return quotation.depth == 0
    return quotation.depth == 1 and host.start <= quotation.start < host.end


def _apart(text: str, relations: list[Relation], quotations: Sequence[Quotation]) -> list[Relation]:
    """Keep a relation whose cue stands inside marks from reaching outside them."""
    out = []
    for relation in relations:
        host = next((q for q in quotations if q.depth == 0 and q.start < relation.cue[0] < q.end), None)
        if host is None:
            source = relation.source
            if source is None or not any(q.start < source[0] and source[1] < q.end for q in quotations if not q.depth):
                out.append(relation)
            continue
        inside = (host.start + 1, host.end - 1 if host.closed else host.end)
        contents = tuple(
            trimmed(text, max(s, inside[0]), min(e, inside[1]))
            for s, e in relation.contents
            if s < inside[1] and e > inside[0]
        )
        source = relation.source
        if source is not None and not (inside[0] <= source[0] and source[1] <= inside[1]):
            continue
        contents = tuple(c for c in contents if c[1] - c[0] > 1)
        if contents:
            out.append(replace(relation, contents=contents))
    return out


def _host(quotation: Quotation, quotations: Sequence[Quotation]) -> Quotation | None:
    """Give the outer quotation that a nested one stands in."""
    if quotation.depth == 0:
        return None
    return next((q for q in quotations if q.depth == 0 and q.start <= quotation.start < q.end), None)


def _owner(relations: list[Relation], usable: list[Anchor], box: Range, host: Quotation | None) -> int | None:
    """Find the relation whose content the quotation stands in, wholly or in part, on the level of the quotation."""
    heads = {a.head for a in usable}
    best: tuple[int, int] | None = None
    outer = {i for i, relation in enumerate(relations) if _vouches(relation, relations)}
    for i, relation in enumerate(relations):
        if box[0] <= relation.cue[0] < box[1] or (host is not None and not host.start <= relation.cue[0] < host.end):
            continue
        shared = sum(max(0, min(e, box[1]) - max(s, box[0])) for s, e in relation.contents)
        if shared * 2 <= box[1] - box[0] and not (shared and relation.head in heads):
            continue
        size = 0 if i in outer else sum(e - s for s, e in relation.contents)
        if best is None or size > best[0]:
            best = (size, i)
    return best[1] if best else None


def _vouches(relation: Relation, relations: Sequence[Relation]) -> bool:
    """Tell whether a relation only vouches for another's saying: '"...," he said, according to the Echo'."""
    return relation.entry.word == "according to" and any(
        "Q" in other.entry.frames and s <= other.cue[0] < e for other in relations for s, e in relation.contents
    )


def _beside(text: str, usable: list[Anchor], box: Range, quotations: Sequence[Quotation]) -> Anchor | None:
    follows = [a for a in usable if a.start >= box[1] and _GAP_AFTER.match(text[box[1] : a.start])]
    if follows and "Q" in follows[0].entry.frames:
        stop = text[box[1] : follows[0].start].strip()
        inner = text[box[0] : box[1]].rstrip("\"”'’»")[-1:]
        if ("." not in stop and inner != ".") or inner in ",?!—-":
            return follows[0]
    leads = [a for a in usable if a.end <= box[0] and '"' not in text[a.end : box[0]]]
    for anchor in reversed(leads):
        gap = text[anchor.end : box[0]]
        if _GAP_BEFORE.match(gap) or ("Q" in anchor.entry.frames and _LEAD.match(gap)) or _explains(anchor, gap):
            return anchor
        if re.search(r"[.!?]\s", gap):
            break
    return None


def _explains(anchor: Anchor, gap: str) -> bool:
    """Tell whether a quotation after a colon gives the words of what has been retold: 'dismissed the idea: "..."'."""
    return anchor.entry.category == "speech" and _COLON.match(gap) is not None


def _with_anchor(relations: list[Relation], anchor: Anchor) -> tuple[list[Relation], int]:
    for i, relation in enumerate(relations):
        if relation.head == anchor.head:
            return relations, i
    new = Relation(anchor.head, anchor.cue, anchor.entry, (), anchor.source, anchor.source_head)
    return [*relations, new], len(relations)


def _goes_on(text: str, after: int, box: Range, relation: Relation) -> bool:
    """Tell whether the quotation starts a sentence of its own right after the sentence that named its speaker."""
    gap = text[after : box[0]]
    if relation.cue[0] > after - 1 and not gap:
        return False
    clean = gap.strip()
    starts = not clean or clean[-1] in ".!?:…" or clean.endswith(("but", "and", ","))
    return starts and len(gap) < 160 and len(re.findall(r"[.!?](?:\s|\Z)", gap)) <= 1


def _ends_in(text: str, relation: Relation, quotation: Quotation) -> bool:
    """Tell whether a quotation, no sentence of its own, ends what a relation holds: 'that she left "in tears"'."""
    before = any(e < quotation.start and not text[e : quotation.start].strip() for _, e in relation.contents)
    return before and quotation.depth == 0 and not _is_sentence(text, (quotation.start, quotation.end))


def _start(relation: Relation) -> int:
    return min(relation.cue[0], relation.source[0]) if relation.source else relation.cue[0]


def _is_sentence(text: str, box: Range) -> bool:
    """Tell whether the words between the marks begin like a sentence."""
    inner = text[box[0] : box[1]].lstrip("\"'“‘«„ […")
    return inner[:1].isupper()


def _extended(text: str, relation: Relation, box: Range, alone: bool) -> Relation:
    """Give the relation with the quotation in its content, and nothing of its content cut through by marks.

    ``alone``: the quotation is a sentence that the cue follows, so what stands before it is not part of it.
    """
    kept = [(s, e) for s, e in relation.contents if e <= box[0] or s >= box[1] or (s < box[0] or e > box[1])]
    if alone:
        kept = [(s, e) for s, e in kept if text[s] in "\"'"]
    ranges = joined([*kept, box], 1)
    for hole in (relation.cue, relation.source):
        if hole is not None and not (box[0] <= hole[0] and hole[1] <= box[1]):
            ranges = minus(ranges, hole)
    contents = tuple(c for c in (trimmed(text, s, e) for s, e in ranges) if re.search(r"\w", text[c[0] : c[1]]))
    return replace(relation, contents=contents)
