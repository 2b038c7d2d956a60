"""Speed and memory as ratios, in one run: the whole analysis against the bare parser, help against loading it.

    python benchmarks/speed.py [N]

N reports (300 where it is left out) are taken from ``attribution/polnear`` in ``$RASHOMON_EVALS`` or in
``../shared/evals``; where neither is there, the examples are repeated. The story of a few reports is five of those, cut
at 700 words. The story of 10 and of 100 reports is made of ``claims/recession-46-articles.json`` there, articles on one
subject cut into parts; comparing is all that is done once every report has been read. Each part runs in a process of
its own, so that its peak of memory is its own. All but the last two are processor seconds, so that what else the
machine does is left out, without loading the model; the last two are the seconds that pass.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from pathlib import Path

from rashomon.model import Article

ROOT = Path(__file__).parents[1]
_REPEATS = 3
_FEW, _LONG = 5, 700
_TEN, _HUNDRED = 10, 100

Part = Callable[[Sequence[Path]], float]


def main() -> None:
    """Measure every part and print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    paths = reports(count)
    words = sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in paths)
    print(f"{count} reports, {words} words, from {paths[0].parent}")
    bare, bare_peak = _alone(parse_bare, paths)
    whole, whole_peak = _alone(analyse_whole, paths)
    few, whole_few = _alone(parse_few, paths)[0], _alone(analyse_few, paths)[0]
    ten, ten_peak = _alone(compare_ten, paths)
    hundred, hundred_peak = _alone(compare_hundred, paths)
    loaded = _best("-c", "import spacy; from rashomon import Options; spacy.load(Options().model)")
    helped = _best("-m", "rashomon", "--help")
    print(f"{'':30}{'seconds':>9}{'words/s':>10}{'peak MB':>9}{'ratio':>8}")
    print(f"{'bare parser':30}{bare:9.1f}{words / bare:10.0f}{bare_peak:9.0f}{1:8.2f}")
    print(f"{'whole analysis (reconcile)':30}{whole:9.1f}{words / whole:10.0f}{whole_peak:9.0f}{whole / bare:8.2f}")
    print(f"{f'bare, {_FEW} reports of {_LONG} words':30}{few:9.2f}{_FEW * _LONG / few:10.0f}{'':9}{1:8.2f}")
    print(f"{'whole analysis of those':30}{whole_few:9.2f}{_FEW * _LONG / whole_few:10.0f}{'':9}{whole_few / few:8.2f}")
    print(f"{f'comparing {_TEN} reports':30}{ten:9.2f}{'':10}{ten_peak:9.0f}{1:8.2f}")
    print(f"{f'comparing {_HUNDRED} reports':30}{hundred:9.2f}{'':10}{hundred_peak:9.0f}{hundred / ten:8.2f}")
    print(f"{'loading the parser':30}{loaded:9.2f}{'':19}{1:8.2f}")
    print(f"{'rashomon --help':30}{helped:9.2f}{'':19}{helped / loaded:8.2f}")


def reports(count: int) -> list[Path]:
    """Give ``count`` files of reports; the same file more than once where there are fewer."""
    found = next(filter(None, (sorted(one.glob("attribution/polnear/*/text/*.txt")) for one in _sets())), None)
    return list(islice(cycle(found or sorted((ROOT / "examples").rglob("*.txt"))), count))


def _sets() -> list[Path]:
    given = os.environ.get("RASHOMON_EVALS")
    return [*([Path(given)] if given else []), ROOT.parent / "shared" / "evals"]


def parse_bare(paths: Sequence[Path]) -> float:
    """Give the processor seconds that spaCy alone takes for the texts."""
    return _parse(_articles(paths))


def parse_few(paths: Sequence[Path]) -> float:
    """Give the processor seconds that spaCy alone takes for a story of a few reports."""
    return min(_parse(_few(paths)) for _ in range(_REPEATS))


def analyse_whole(paths: Sequence[Path]) -> float:
    """Give the processor seconds that ``reconcile`` takes in one process."""
    return _whole(_articles(paths))[0]


def analyse_few(paths: Sequence[Path]) -> float:
    """Give the processor seconds that ``reconcile`` takes for a story of a few reports, word lists loaded."""
    return min(_whole(_few(paths))[0] for _ in range(_REPEATS))


def compare_ten(paths: Sequence[Path]) -> float:
    """Give the processor seconds of comparing a story of ten reports."""
    _whole(_few(paths))  # word lists and weights are loaded
    return min(_whole(_story(_TEN, paths))[1] for _ in range(_REPEATS))


def compare_hundred(paths: Sequence[Path]) -> float:
    """Give the processor seconds of comparing a story of a hundred reports."""
    _whole(_few(paths))
    return _whole(_story(_HUNDRED, paths))[1]


def _parse(articles: Sequence[Article]) -> float:
    import spacy

    from rashomon.model import Options

    nlp = spacy.load(Options().model)
    started = time.process_time()
    for _ in nlp.pipe([article.text for article in articles]):
        pass
    return time.process_time() - started


def _whole(articles: Sequence[Article]) -> tuple[float, float]:
    """Give the processor seconds of ``reconcile`` in one process, and those of them after the last report was read."""
    from rashomon import Options, reconcile
    from rashomon.analyse.language import load
    from rashomon.compare import meanings

    load(Options().model)
    meanings._vectors.cache_clear()  # what a run before has kept is no speed
    started = time.process_time()
    read = [started]
    reconcile(articles, Options(workers=1), lambda *_: read.append(time.process_time()))
    ended = time.process_time()
    return ended - started, ended - read[-1]


def _few(paths: Sequence[Path]) -> list[Article]:
    """Give the first few reports that are long enough, cut at ``_LONG`` words; as many of any length where none is."""
    from rashomon import read

    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    cut = [re.match(rf"(?:\s*+\S++){{{_LONG}}}", text) for text in texts]
    long = [found[0] for found in cut if found] or texts
    return [read.article(text, f"{number}.txt") for number, text in enumerate(islice(cycle(long), _FEW))]


def _story(count: int, paths: Sequence[Path]) -> list[Article]:
    """Give ``count`` reports on one subject; any reports where there are none."""
    from rashomon import read

    files = (one / "claims" / "recession-46-articles.json" for one in _sets())
    found = next((json.loads(one.read_bytes()) for one in files if one.is_file()), None)
    if found is None:
        return _articles(list(islice(cycle(paths), count)))
    paragraphs = [line for one in found for line in one["content"].splitlines() if line.strip()]
    size = sum(len(one.split()) for one in paragraphs) / _HUNDRED
    parts: dict[int, list[str]] = {}
    told = 0
    for one in paragraphs:
        parts.setdefault(int(told / size), []).append(one)
        told += len(one.split())
    several = list(parts.values())
    # every so manieth part, so that ten are of as many articles as may be
    chosen = several[:: max(1, len(several) // count)][:count]
    return [read.article("\n\n".join(part), f"part-{number}.txt") for number, part in enumerate(chosen)]


def _articles(paths: Sequence[Path]) -> list[Article]:
    from rashomon import read

    return [read.article(path.read_bytes(), f"{number}-{path.name}") for number, path in enumerate(paths)]


def _alone(part: Part, paths: Sequence[Path]) -> tuple[float, float]:
    """Run ``part`` in a new process; give its seconds, and the peak of that process's memory in MB."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        seconds = pool.submit(part, paths).result()
        peak = pool.submit(_peak).result()
    return seconds, peak


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def _best(*command: str) -> float:
    """Give the seconds of the quickest of a few runs of ``python command``."""
    times = []
    for _ in range(_REPEATS):
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main()
