"""What each claim means where it stands, as a vector: two claims that share no word can still be about one thing.

A report is read in stretches of whole sentences by a small transformer, once, and a claim is the mean of its words in
it, with those of its sentence and its paragraph. The network is MiniLM (Wang et al. 2020, "MiniLM: Deep Self-Attention
Distillation"; Reimers and Gurevych 2019, "Sentence-BERT"), taught by ``python -m rashomon.evals fit-meanings`` on the
dev stories of the benchmark, and on nothing else, that claims of one proposition are near each other and those of two
are not (supervised contrastive loss, Khosla et al. 2020). It runs with onnxruntime, on 8-bit weights.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rashomon.compare.bags import Bags
from rashomon.compare.gists import Gist
from rashomon.compare.sentences import Sentence
from rashomon.model import Article, Span

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    from rashomon.compare.vectors import Floats, Ints

__all__ = ["NETWORK", "Stretch", "batch", "meant", "shares", "stretches", "tokenizer"]

NETWORK = Path(str(files("rashomon.data").joinpath("meanings.onnx")))
"""The network that the package comes with."""
_LONGEST = 160
"""Tokens read together at most: some five sentences. Longer stretches cost more and told no more of the dev stories."""
_OWN, _SENTENCE, _PARAGRAPH = 0.5, 0.25, 0.25
"""What the claim's words, those of its sentence and those of its paragraph weigh; the network was taught with these."""
_START, _END = 101, 102
"""The tokens that a stretch begins and ends with."""
_TOGETHER = 8
"""Stretches read in one go."""
_KEPT = 1024
"""Articles whose vectors are kept, some 80 kB each: a judgement changes the claims of one, not of the others."""


class Stretch(NamedTuple):
    """Sentences read together: the numbers of their tokens, and each one's place in the article, start and end."""

    tokens: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


def meant(gists: Sequence[Gist], articles: Sequence[Article], held: Bags, network: str | None = None) -> list[Gist]:
    """Give ``gists``, in order of ``articles``, with their meanings: vectors of length 1.

    ``network`` is the file of another network than the package's.
    """
    texts = {article.id: article.text for article in articles}
    claims: dict[str, list[Gist]] = {name: [] for name in texts}
    for gist in gists:
        claims[gist.claim.span.article].append(gist)
    found: list[Gist] = []
    for name, own in claims.items():
        told = held.sentences[name]
        read = stretches(texts[name], told) if own else ()
        if not read:  # nothing is claimed, or in signs that the network has no token for
            found += own
            continue
        claimed = tuple(gist.claim.span for gist in own)
        vectors = _vectors(read, told, claimed, network or str(NETWORK))
        found += (replace(gist, meaning=vector) for gist, vector in zip(own, vectors, strict=True))
    return found


def stretches(text: str, told: Sequence[Sentence]) -> tuple[Stretch, ...]:
    """Give the sentences ``told`` of ``text`` in stretches of as many as are read together; each is read once."""
    return tuple(_stretches(text, told))


def _stretches(text: str, told: Sequence[Sentence]) -> Iterator[Stretch]:
    read = tokenizer().encode(text, add_special_tokens=False)
    starts = [start for start, _ in read.offsets]
    held: list[int] = []
    for sentence in told:
        own = range(bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end))
        if held and len(held) + len(own) > _LONGEST:
            yield _stretch(held, read.ids, read.offsets)
            held = []
        held += own
        while len(held) > _LONGEST:
            yield _stretch(held[:_LONGEST], read.ids, read.offsets)
            held = held[_LONGEST:]
    if held:
        yield _stretch(held, read.ids, read.offsets)


def _stretch(numbers: Sequence[int], ids: Sequence[int], offsets: Sequence[tuple[int, int]]) -> Stretch:
    return Stretch(tuple(ids[number] for number in numbers), tuple(offsets[number] for number in numbers))


def shares(places: Sequence[tuple[int, int]], told: Sequence[Sentence], claims: Sequence[Span]) -> Floats:
    """Give what each token counts in each claim: a row a claim, a column a token, the sum of a row 1.

    ``places`` are those of the tokens of an article, ``told`` its sentences; there is one at least.
    """
    import numpy as np

    starts = np.array([start for start, _ in places])
    ends = [sentence.span.end for sentence in told]
    found = np.zeros((len(claims), len(places)), dtype=np.float32)
    for row, claim in zip(found, claims, strict=True):
        first = min(bisect_left(ends, claim.start + 1), len(told) - 1)
        last = max(first, bisect_left([one.span.start for one in told], claim.end) - 1)
        block = [one.span for one in told if told[first].block <= one.block <= told[last].block]
        passages = ((claim.start, claim.end), (told[first].span.start, ends[last]), (block[0].start, block[-1].end))
        for weight, (start, end) in zip((_OWN, _SENTENCE, _PARAGRAPH), passages, strict=True):
            inside = (starts >= start) & (starts < end)
            row[inside] += weight / max(1, int(inside.sum()))
    return found


@lru_cache(maxsize=_KEPT)
def _vectors(read: tuple[Stretch, ...], told: tuple[Sentence, ...], claims: tuple[Span, ...], network: str) -> Floats:
    """Give the vectors of ``claims`` in an article, a row each."""
    import numpy as np

    found = shares([place for one in read for place in one.places], told, claims) @ _read(read, network)
    vectors: Floats = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    return vectors


def _read(several: Sequence[Stretch], network: str) -> Floats:
    """Give the vectors of all tokens of ``several``, a row each."""
    import numpy as np

    found: list[np.ndarray] = []
    for at in range(0, len(several), _TOGETHER):
        ids, mask = batch(several[at : at + _TOGETHER])
        told = _network(network).run(None, {"ids": ids, "mask": mask})[0]
        found += [told[row, 1 : 1 + len(one.tokens)] for row, one in enumerate(several[at : at + _TOGETHER])]
    return np.concatenate(found)


def batch(several: Sequence[Stretch]) -> tuple[Ints, Ints]:
    """Give the tokens of ``several`` as the network reads them, a row a stretch, and 1 where there is one."""
    import numpy as np

    ids = np.zeros((len(several), 2 + max(len(one.tokens) for one in several)), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, one in enumerate(several):
        ids[row, : len(one.tokens) + 2] = (_START, *one.tokens, _END)
        mask[row, : len(one.tokens) + 2] = 1
    return ids, mask


@cache
def tokenizer() -> Tokenizer:
    """Give what cuts a text into the network's tokens, with the place of each."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(files("rashomon.data").joinpath("meanings-tokens.json")))
    found.no_truncation()
    found.no_padding()
    return found


@cache
def _network(file: str) -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # threads that wait do not burn a core
    return InferenceSession(file, options, providers=["CPUExecutionProvider"])
