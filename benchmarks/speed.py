"""Speed and memory as ratios, in one run: the whole analysis against the bare parser, help against loading it.

    python benchmarks/speed.py [N]

N reports (300 where it is left out) are taken from ``$RASHOMON_EVALS/attribution/polnear`` or from
``../shared/evals/attribution/polnear``; where neither is there, the examples are repeated. Each part runs in a process
of its own, so that its peak of memory is its own. The first two are processor seconds, so that what else the machine
does is left out, without loading the model; the last two are the seconds that pass.
"""

from __future__ import annotations

import multiprocessing
import os
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

Part = Callable[[Sequence[Path]], float]


def main() -> None:
    """Measure every part and print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    paths = reports(count)
    words = sum(len(path.read_text(encoding="utf-8", errors="replace").split()) for path in paths)
    print(f"{count} reports, {words} words, from {paths[0].parent}")
    bare, bare_peak = _alone(parse_bare, paths)
    whole, whole_peak = _alone(analyse_whole, paths)
    loaded = _best("-c", "import spacy; from rashomon import Options; spacy.load(Options().model)")
    helped = _best("-m", "rashomon", "--help")
    print(f"{'':30}{'seconds':>9}{'words/s':>10}{'peak MB':>9}{'ratio':>8}")
    print(f"{'bare parser':30}{bare:9.1f}{words / bare:10.0f}{bare_peak:9.0f}{1:8.2f}")
    print(f"{'whole analysis (reconcile)':30}{whole:9.1f}{words / whole:10.0f}{whole_peak:9.0f}{whole / bare:8.2f}")
    print(f"{'loading the parser':30}{loaded:9.2f}{'':19}{1:8.2f}")
    print(f"{'rashomon --help':30}{helped:9.2f}{'':19}{helped / loaded:8.2f}")


def reports(count: int) -> list[Path]:
    """Give ``count`` files of reports; the same file more than once where there are fewer."""
    roots = (os.environ.get("RASHOMON_EVALS", ""), ROOT.parent / "shared" / "evals")
    for root in (one for one in roots if one):
        found = sorted(Path(root).glob("attribution/polnear/*/text/*.txt"))
        if found:
            return list(islice(cycle(found), count))
    return list(islice(cycle(sorted(path for path in (ROOT / "examples").rglob("*.txt"))), count))


def parse_bare(paths: Sequence[Path]) -> float:
    """Give the processor seconds that spaCy alone takes for the texts."""
    from rashomon.analyse.language import load
    from rashomon.model import Options

    nlp = load(Options().model)
    texts = [article.text for article in _articles(paths)]
    started = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return time.process_time() - started


def analyse_whole(paths: Sequence[Path]) -> float:
    """Give the processor seconds that ``reconcile`` takes in one process."""
    from rashomon import Options, reconcile
    from rashomon.analyse.language import load

    load(Options().model)
    articles = _articles(paths)
    started = time.process_time()
    reconcile(articles, Options(workers=1))
    return time.process_time() - started


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
