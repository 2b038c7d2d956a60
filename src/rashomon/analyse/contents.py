"""Where the content of a cue stands: its complements in the dependency tree, as stretches of code points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.analyse.cues import Cue, particle
from rashomon.analyse.syntax import chars, is_passive, negated

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Range", "after", "complements", "joined", "minus", "stretch"]

Range = tuple[int, int]


def complements(verb: Token, cue: Cue) -> list[Token]:
    """Give the heads of what ``verb`` says, thinks or wants, by the frames of its ``cue``.

    Empty where the verb has no content of its own ("they spoke for an hour").
    """
    frames = cue.frames
    kept: list[Token] = []
    clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
    passive = is_passive(verb)
    for part in verb.children:
        dep = part.dep_
        if (
            (
                dep == "ccomp"
                and not _aside(part, verb)
                and (
                    frames & {"S", "T", "G"}
                    or (frames & {"I"} and _has_to(part))
                    or ("M" in frames and _marked(part, ("that",)))
                )
            )
            or (
                dep == "xcomp"
                and (
                    _takes_infinitive(part, frames)
                    or (passive and "S" in frames and _has_to(part) and cue.word != "suppose")
                )
            )
            or (dep == "advcl" and part.i > verb.i and frames & {"I"} and _has_to(part))
            or (
                dep == "advcl"
                and part.i > verb.i
                and "S" in frames
                and _marked(part, ("whether", "if"))
                and _close(part, verb)
            )
            or (dep in ("dobj", "obj") and _is_content_object(part, verb, frames, clause))
            or (dep == "dative" and "T" in frames)
            or (dep in ("dobj", "prep") and "D" in frames and part.i > verb.i and _tied_to(part, verb))
            or ("N" in frames and part.i > verb.i and _counts(part, verb))
            or (dep in ("oprd", "attr", "acomp") and part.i > verb.i and frames & {"T", "O"})
            or (dep in ("prep", "agent") and part.lower_ in cue.prepositions and part.i > verb.i)
            or (frames & {"O", "T"} and particle(verb, part) and cue.word.endswith(f" {part.lower_}"))
            or (dep in ("advcl", "ccomp") and part.i < verb.i and "S" in frames and _fronted(part))
            or (dep == "prep" and "T" in frames and part.lower_ in ("as", "of", "for", "on", "to") and kept)
            or (dep == "prep" and frames & {"T", "S"} and part.lower_ in ("as", "like") and part.i > verb.i)
            or (dep in ("nsubjpass",) and frames & {"O", "T"})
        ):
            kept.append(part)
    if passive and any(part.dep_ == "xcomp" and _has_to(part) for part in kept):
        told = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.lower_ not in ("it", "there")), None)
        kept = [told, *kept] if told is not None and told not in kept and "A" not in frames else kept
    if not kept and frames & {"S", "M"}:
        kept = _hung_deeper(verb) or _shared(verb)
    if not kept and cue.word in _KNOWING and negated(verb):
        kept = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    if not kept and cue.word == "believe" and negated(verb):
        kept = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "PRON" and c.i > verb.i]
    if not kept and cue.word in ("respond", "reply") and any(c.dep_ == "neg" for c in verb.children):
        kept = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"]
    if kept and all(part.dep_ == "nsubjpass" for part in kept) and not frames & {"O"}:
        return []
    return kept


_KNOWING = frozenset({"know", "recall", "remember", "see", "hear"})


def _hung_deeper(verb: Token) -> list[Token]:
    """Find the clause that the parser hung on a word in between: "acknowledged in an interview that it was so"."""
    for prep in verb.children:
        if prep.dep_ in ("prep", "npadvmod") and prep.i > verb.i:
            for part in prep.subtree:
                mark = part.left_edge
                if part.dep_ in ("relcl", "acl") and mark.lower_ in ("that", "whether") and mark.dep_ == "mark":
                    return [part]
        if prep.dep_ == "advcl" and prep.i > verb.i and prep.tag_ == "VBN":  # "conceded, when asked, that"
            for part in prep.children:
                if part.dep_ == "ccomp" and _marked(part, ("that",)) and verb.doc[part.left_edge.i - 1].text == ",":
                    return [part]
    return []


def _aside(clause: Token, verb: Token) -> bool:
    """Tell whether a clause is an aside about a noun before it, which the parser took for content: "..., who says"."""
    first = clause.left_edge
    asked = clause.lower_ in ("asked", "pressed") and clause.i < verb.i and clause.tag_ in ("VBN", "VBD")
    return bool((first.lower_ == "who" and first.i and first.nbor(-1).text == ",") or asked)


def _shared(verb: Token) -> list[Token]:
    """Find the clause that two share: "the mayor said, and the police confirmed, that the gate was shut"."""
    if verb.i + 1 == len(verb.doc) or verb.doc[verb.i + 1].text != ",":
        return []
    return [
        part
        for other in verb.conjuncts
        for part in other.children
        if other.i > verb.i and part.dep_ == "ccomp" and _marked(part, ("that", "whether"))
    ][:1]


def _takes_infinitive(part: Token, frames: frozenset[str]) -> bool:
    if part.tag_ == "VBG":
        return bool(frames & {"G", "T"})
    return bool(frames & {"I", "T"}) or ("S" in frames and not _has_to(part))


def _is_content_object(part: Token, verb: Token, frames: frozenset[str], clause: Token | None) -> bool:
    if "A" in frames:
        return "O" in frames and clause is None and not any(c.dep_ in ("xcomp", "dative") for c in verb.children)
    if part.lower_ in ("that", "who", "whom", "which", "what") and part.i < verb.i:
        return False  # "what he called a mistake": the pronoun says nothing by itself
    return bool(frames & {"O", "T"})


def _tied_to(part: Token, verb: Token) -> bool:
    """Tell whether ``part`` is an object that is tied "to" something, or what it is tied to."""
    to = next((t for t in verb.subtree if t.lower_ == "to" and t.dep_ == "prep" and t.i > verb.i), None)
    return to is not None and (part.dep_ == "dobj" or part.lower_ == "to")


def _counts(part: Token, verb: Token) -> bool:
    """Tell whether ``part`` is a number or what it is said of: "puts [the injured] [at 31]", "says [64 feet]"."""
    if part.dep_ not in ("dobj", "prep", "npadvmod", "attr", "nummod"):
        return False
    if verb.lemma_ == "put":
        at = next((t for t in verb.subtree if t.i > verb.i and t.dep_ == "prep" and t.lower_ == "at"), None)
        return at is not None and part.dep_ in ("dobj", "prep") and any(t.like_num for t in at.subtree)
    return (
        part.dep_ in ("dobj", "attr", "npadvmod", "nummod")
        and any(t.like_num for t in part.subtree)
        and (part.ent_type_ not in ("DATE", "TIME"))
    )


def _has_to(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _marked(verb: Token, words: tuple[str, ...]) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in words for c in verb.children)


def _fronted(clause: Token) -> bool:
    """Tell whether a question stands before what is said of it: "whether it was open I do not know"."""
    return bool(clause.left_edge.lower_ == "whether" and clause.left_edge.is_sent_start)


def _close(part: Token, verb: Token) -> bool:
    return bool(part.left_edge.i - verb.i <= 2)


def stretch(part: Token) -> Range:
    """Give the code points of the subtree of ``part``."""
    return chars(part.doc, part.left_edge.i, part.right_edge.i + 1)


def after(part: Token, verb: Token) -> Range:
    """Give the stretch of ``part``; where it follows its verb, only what follows: "In a letter, he said he was ill"."""
    start, end = stretch(part)
    if part.i < verb.i:
        return start, end
    begin = verb.idx + len(verb.text)
    if (
        part.dep_ == "ccomp"
        and part.left_edge.i == part.i
        and any(c.dep_ == "prep" and verb.i < c.i < part.i for c in verb.children)
    ):
        return begin, end  # the parser took the clause's subject ("about half of the rise") for a phrase of the verb
    return max(start, begin), end


def minus(ranges: list[Range], hole: Range) -> list[Range]:
    """Cut ``hole`` out of each of ``ranges``.

    >>> minus([(0, 10)], (3, 5))
    [(0, 3), (5, 10)]
    """
    out: list[Range] = []
    for start, end in ranges:
        if hole[1] <= start or hole[0] >= end:
            out.append((start, end))
            continue
        if start < hole[0]:
            out.append((start, hole[0]))
        if hole[1] < end:
            out.append((hole[1], end))
    return out


def joined(ranges: list[Range], gap: int = 2) -> list[Range]:
    """Join ranges that touch or stand at most ``gap`` code points apart.

    >>> joined([(0, 3), (4, 6), (9, 10)])
    [(0, 6), (9, 10)]
    """
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1] + gap:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out
