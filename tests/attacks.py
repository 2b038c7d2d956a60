"""Reports that try to break out of the page they are shown on, and the story they tell."""

from __future__ import annotations

from factory import blocks, digest, entity, span
from rashomon.model import (
    Alignment,
    Analysis,
    Article,
    Claim,
    Conflict,
    Direction,
    Evidence,
    Fact,
    Link,
    Moment,
    Omission,
    Origin,
    Position,
    Proposition,
    Shift,
    Side,
    Story,
    Variant,
    Voice,
    Wording,
)

__all__ = ["ATTACKS", "attacked"]

ATTACKS = (
    "<script>alert('a')</script>",
    "</script><script>alert('b')</script>",
    "<!--<script>alert('c')",
    "--><script>alert('d')</script>",
    "]]><script>alert('e')</script>",
    "</title><script>alert('f')</script>",
    "</style><script>alert('g')</script>",
    "</noscript><script>alert('h')</script>",
    "</textarea></select></option><script>alert('i')</script>",
    "<img src=x onerror=alert('j')>",
    "\"><img src='http://evil.example/k.png'>",
    "' onmouseover=alert('l') onfocus=alert('l') autofocus x='",
    '" onmouseover="alert(1)" style="background:url(http://evil.example/m)"',
    "<svg onload=alert('n')><animate onbegin=alert('n')></svg>",
    "<iframe srcdoc=\"<script>parent.alert('o')</script>\"></iframe>",
    "<link rel=stylesheet href=http://evil.example/p.css>",
    "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/q'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert('r')>",
    "<template><script>alert('s')</script></template>",
    "javascript:alert('t')",
    "JaVaScRiPt:alert('u')//http://",
    "data:text/html,<script>alert('v')</script>",
    "{{ 7 * 7 }}{% include 'report.html' %}",
    "${alert('w')}`${alert('w')}`",
    "\\u003cscript\\u003ealert('x')\\u003c/script\\u003e",
    "&lt;script&gt;alert('y')&lt;/script&gt;",
    "line\u2028alert('z')//\u2029*/",
    "\u202egnihton\u202c \u2066and\u2069 more",
    "half \ud800 a pair, \x00 nothing, \ufffe no one",
    "__proto__",
    "constructor",
)


def attacked() -> Story:
    """Give a story with one report for each attack, which stands in every field that a report can fill."""
    reports = [_report(attack) for attack in ATTACKS]
    claims = [_claim(one, attack) for one, attack in zip(reports, ATTACKS, strict=True)]
    first, last = claims[0], claims[-1]
    proof = Evidence("words", 0.9, ATTACKS[1], first.span, last.span)
    return Story(
        articles=tuple(reports),
        blocks=tuple(blocks(one, "headline", "body", "appeal") for one in reports),
        entities=tuple(
            entity(attack, span(one, attack), roles=[attack]) for one, attack in zip(reports, ATTACKS, strict=True)
        ),
        analyses=tuple(Analysis(one.id, claims=(claim,)) for one, claim in zip(reports, claims, strict=True)),
        families=tuple((one.id,) for one in reports),
        propositions=(
            Proposition(
                "__proto__", claims[1].span, tuple(one.id for one in claims), "happened", (),
                tuple(Link(first.id, one.id, "suggested", 0.5, (proof,)) for one in claims[1:]), 0.5,
            ),
        ),
        conflicts=tuple(
            Conflict(
                digest(attack), "date", "hard", "__proto__",
                (Side(attack, (first.id,), (first.span,)), Side(attack, (last.id,), (last.span,))), (proof,),
            )
            for attack in ATTACKS
        ),
        positions=tuple(_position(one, attack) for one, attack in zip(claims, ATTACKS, strict=True)),
        shifts=(Shift(first.holder, "__proto__", (_position(first, ATTACKS[0]), _position(last, ATTACKS[0]))),),
        origins=tuple(
            Origin("__proto__", one.holder, (one.id,), (one.chain[0],), 1, attack, True, 3, attack)
            for one, attack in zip(claims, ATTACKS, strict=True)
        ),
        alignments=(
            Alignment("k", "copy", (first.span, last.span), 0.5, (), Direction(reports[0].id, ATTACKS[1])),
        ),
        omissions=tuple(
            Omission(one.id, "__proto__", (reports[0].id, reports[1].id), attack, span(one, attack))
            for one, attack in zip(reports, ATTACKS, strict=True)
        ),
        wording=tuple(
            Wording(attack, (Variant(attack, (span(one, attack),)),))
            for one, attack in zip(reports, ATTACKS, strict=True)
        ),
        timeline=tuple(
            Moment(axis, "2031-03-01", "2031-03-04", attack, attack, (one.id,), digest(ATTACKS[0]))
            for one, attack in zip(claims, ATTACKS, strict=True)
            for axis in ("happened", "said")
        ),
        voices=tuple(Voice(one.id, 5, 5, 5, (claim.span,)) for one, claim in zip(reports, claims, strict=True)),
    )  # fmt: skip


def _report(attack: str) -> Article:
    text = f"{attack}\n\nThe mayor said {attack} and left.\n\nPlease give {attack} to us.\n"
    told = Fact(attack, "text", attack)
    return Article(
        digest(attack), attack, text, digest(text), outlet=told, title=told, authors=(told,), dateline=told,
        published=told, language=told, genre=told, url=attack, notes=(attack,),
    )  # fmt: skip


def _claim(report: Article, attack: str) -> Claim:
    holder = digest("entity", attack)
    return Claim(
        digest("claim", attack), span(report, attack, 2), None, holder, "asserts", (attack, attack, holder),
        said=attack, event_time=attack, slot="happened", proposition="__proto__",
    )  # fmt: skip


def _position(claim: Claim, attack: str) -> Position:
    return Position(claim.holder, "__proto__", claim.id, "denies", attack, attack, attack)
