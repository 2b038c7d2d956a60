"""Parsed prose made by hand: no model is loaded, so a test says exactly what the parser saw."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from factory import article
from rashomon.analyse.language import Paragraph, Prose
from rashomon.model import Attribution, Block, Kind, Role, Span

_VOCAB = Vocab()
_GLUED = {",", ".", "'s", "?", ")", ";", ":"}


def prose(*paragraphs: str, role: Role = "body") -> Prose:
    """Give an article of paragraphs, each a row of ``word|POS|label|head`` and, where there are any, ``|lemma|entity``.

    The head is a word's number in its paragraph. A sentence of its own begins after each full stop.
    """
    docs = [_doc(paragraph) for paragraph in paragraphs]
    report = article("\n\n".join(doc.text for doc in docs))
    start, found = 0, []
    for doc in docs:
        block = Block(Span(report.id, start, start + len(doc.text)), role)
        found.append(Paragraph(report.id, block, start, doc))
        start += len(doc.text) + 2
    return Prose(report, tuple(found))


def _doc(rows: str) -> Doc:
    cells = [[*row.split("|"), "", ""] for row in rows.split()]
    words = [cell[0] for cell in cells]
    return Doc(
        _VOCAB,
        words=words,
        spaces=[i + 1 < len(words) and words[i + 1] not in _GLUED for i in range(len(words))],
        pos=[cell[1] for cell in cells],
        deps=[cell[2] for cell in cells],
        heads=[int(cell[3]) for cell in cells],
        lemmas=[cell[4] or cell[0].lower() for cell in cells],
        ents=[cell[5] or "O" for cell in cells],
    )


def quoted(report: Prose, span: Span) -> str:
    """Give the words of a span."""
    return report.article.text[span.start : span.end]


def told(report: Prose, source: str, content: str, kind: Kind = "indirect", nth: int = 1) -> Attribution:
    """Give an attribution from the words of its content and of its source, the ``nth`` place where these stand."""
    text, article, start = report.article.text, report.article.id, -1
    for _ in range(nth):
        start = text.index(source, start + 1)
    speaker = Span(article, start, start + len(source))
    words = Span(article, text.index(content), text.index(content) + len(content))
    name = f"{source} {start} {content}"
    return Attribution(name, article, kind, speaker, None, (words,), "asserts", speaker_ref=speaker)
