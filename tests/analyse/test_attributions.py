"""Attributions, kind by kind: who is shown to say what, in which words, nested as they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factory import Told
from rashomon.analyse import attributions
from rashomon.analyse.language import Prose
from rashomon.model import Attribution

Attributed = Callable[..., list[Told]]


def the(found: list[Told], *contents: str) -> Told:
    """Give the one attribution with these contents."""
    (one,) = (told for told in found if told.contents == contents)
    return one


PLAIN = [
    # (kind of cue, sentence, source, cue, contents)
    ("direct after", "“The gate was shut,” said Ines Carrow.", "Ines Carrow", "said", ["“The gate was shut,”"]),
    ("direct before", "Carrow said: “The gate was shut.”", "Carrow", "said", ["“The gate was shut.”"]),
    ("indirect", "The mayor said the gate was shut.", "The mayor", "said", ["the gate was shut"]),
    ("indirect, that", "Carrow insisted that it was shut.", "Carrow", "insisted", ["that it was shut"]),
    ("question", "Lund asked whether the gate was open.", "Lund", "asked", ["whether the gate was open"]),
    ("inverted", "The gate was shut, said the dockers.", "the dockers", "said", ["The gate was shut"]),
    ("parenthetical", "The gate, he said, was shut at nine.", "he", "said", ["The gate", "was shut at nine"]),
    ("thinking", "Carrow believes the gate was shut.", "Carrow", "believes", ["the gate was shut"]),
    ("wanting", "The union wants the ferry to stop.", "The union", "wants", ["the ferry to stop"]),
    ("planning", "The council plans to close the harbour.", "The council", "plans", ["to close the harbour"]),
    ("promise", "The mayor vowed to rebuild the wall.", "The mayor", "vowed", ["to rebuild the wall"]),
    ("order", "The judge ordered the company to pay.", "The judge", "ordered", ["the company to pay"]),
    ("document", "The report found that it had been open.", "The report", "found", ["that it had been open"]),
    ("letter", "The letter saying that it was open was lost.", "The letter", "saying", ["that it was open"]),
    ("according before", "According to the Echo, it was open.", "the Echo", "According to", ["it was open"]),
    ("according after", "It was open, according to the Echo.", "the Echo", "according to", ["It was open"]),
    (
        "according inside",
        "The gate, according to the Orrin Echo, stood open all night.",
        "the Orrin Echo",
        "according to",
        ["The gate", "stood open all night"],
    ),
    ("nominal, 's", "The board's denial that it was open came late.", "The board's", "denial", ["that it was open"]),
    ("nominal, bare", "Official denials that it was open came late.", None, "denials", ["that it was open"]),
    ("nominal, is", "The mayor's fear is that the wall will fall.", "The mayor's", "fear", ["that the wall will fall"]),
    ("adjective", "The mayor was confident that it was shut.", "The mayor", "was confident", ["that it was shut"]),
    ("accusation", "Lund accused the captain of lying.", "Lund", "accused", ["the captain of lying"]),
    ("noun content", "The company has confirmed the resignation.", "The company", "has confirmed", ["the resignation"]),
    ("impersonal", "It is said that the gate was open.", None, "is said", ["that the gate was open"]),
    ("passive", "The director is expected to resign.", None, "is expected", ["The director", "to resign"]),
    ("anonymous", "Sources close to him said he had left.", "Sources close to him", "said", ["he had left"]),
    ("adverb", "The captain allegedly left at nine.", None, "allegedly", ["The captain", "left at nine"]),
    ("no comment", "The company declined to comment.", "The company", "declined to", ["comment"]),
    ("refusal", "Carrow refused to say whether it was open.", "Carrow", "refused to say", ["whether it was open"]),
    ("would not say", "Carrow would not say who had the key.", "Carrow", "would not say", ["who had the key"]),
    ("denial", "The mayor flatly denied that it was open.", "The mayor", "flatly denied", ["that it was open"]),
    ("no denial", "The ministry did not deny that it was open.", "The ministry", "did not deny", ["that it was open"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "contents"), [pytest.param(*row[1:], id=row[0]) for row in PLAIN]
)
def test_each_kind_of_cue(
    attributed: Attributed, sentence: str, source: str | None, cue: str | None, contents: list[str]
):
    """The source is the whole noun phrase, the cue its shortest words, the content all that is held."""
    one = the(attributed(sentence), *contents)
    assert one.source == source
    if cue is not None:
        assert one.cue == cue


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("“The gate was shut,” said Carrow.", "direct"),
        ("“The gate,” Carrow said, “was shut.”", "direct"),
        ("Carrow said it was “shut for good” on Monday.", "mixed"),
        ("Carrow said it was shut.", "indirect"),
    ],
)
def test_the_kind_follows_the_marks(attributed: Attributed, sentence: str, kind: str):
    """All between marks, partly, or not at all."""
    (one,) = attributed(sentence)
    assert one.kind == kind


def test_one_speaker_of_two_quotations_has_one_attribution(attributed: Attributed):
    """A quotation that goes on after "she said" is the same saying, marks included."""
    (one,) = attributed("“The gate was shut,” Carrow said. “Nobody touched it.”")
    assert one.contents == ("“The gate was shut,”", "“Nobody touched it.”")


def test_a_mixed_content_is_one_stretch(attributed: Attributed):
    """Quoted words inside a retold clause belong to it."""
    (one,) = attributed("The mayor said the night was “the worst in years” for the town.")
    assert one.contents == ("the night was “the worst in years” for the town",)


def test_a_source_keeps_its_appositions_and_loses_other_news(attributed: Attributed):
    """Titles and appositions name the source; a clause after a comma tells something else."""
    (one,) = attributed("“It was shut,” said Ines Carrow, the harbour master.")
    assert one.source == "Ines Carrow, the harbour master"
    (one,) = attributed("The harbour master, who had been on leave, said the gate was shut.")
    assert one.source == "The harbour master"


# Nesting -------------------------------------------------------------------------------------------------------------


def test_the_paper_said_that_officials_said(attributed: Attributed):
    """The officials' attribution stands within the paper's."""
    found = attributed("The Orrin Echo reported that two officials said the gate stood open.")
    outer = the(found, "that two officials said the gate stood open")
    inner = the(found, "the gate stood open")
    assert (outer.source, outer.within) == ("The Orrin Echo", None)
    assert (inner.source, inner.within) == ("two officials", found.index(outer))


def test_nesting_goes_as_deep_as_the_report(attributed: Attributed):
    """A witness, a docker, a captain: each within the one before."""
    found = attributed("The witness told the court that Barlow had said the captain believed the gate was shut.")
    assert [one.source for one in found] == ["The witness", "Barlow", "the captain"]
    assert [one.within for one in found] == [None, 0, 1]


def test_those_who_are_cited_stand_within_whoever_cites_them(attributed: Attributed):
    """The paper that cites officials, and the officials: both hold it."""
    found = attributed("The Post, citing two officials, reported that the gate stood open.")
    assert [(one.source, one.cue, one.contents) for one in found] == [
        ("The Post", "reported", ("that the gate stood open",)),
        ("two officials", "citing", ("that the gate stood open",)),
    ]
    assert [one.within for one in found] == [None, 0]


def test_a_quotation_inside_a_quotation_is_nested(attributed: Attributed):
    """Inner marks are the words of the inner speaker."""
    found = attributed("“The captain told me, ‘The gate is open,’” the mayor said.")
    inner = the(found, "‘The gate is open,’")
    assert (inner.source, inner.kind) == ("The captain", "direct")
    assert inner.within is not None
    outer = found[inner.within]
    assert (outer.source, outer.contents) == ("the mayor", ("“The captain told me, ‘The gate is open,’”",))


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("The captain confirmed that he left but refused to say why he came back.", "that he left", "why he came back"),
        ("Lund said the gate was open, but Carrow insisted it was shut.", "the gate was open", "it was shut"),
        ("The master confirmed the closure and refused to say when it would end.", "the closure", "when it would end"),
    ],
)
def test_coordinated_cues_are_two_attributions_side_by_side(
    attributed: Attributed, sentence: str, first: str, second: str
):
    """Neither stands within the other, and each has its own content."""
    found = attributed(sentence)
    assert the(found, first).within is None
    assert the(found, second).within is None


# Quotations over sentences and paragraphs ----------------------------------------------------------------------------


def test_a_quotation_over_several_paragraphs_has_one_speaker(attributed: Attributed):
    """Opened anew in each paragraph and closed in the last: all of it is the first one's."""
    found = attributed(
        "“We can hold the wall,” Lund said. “The tide is low.\n\n“Nobody was hurt.\n\n“The boats may come back.”"
    )
    outer = [one for one in found if one.within is None]
    assert [one.source for one in outer] == ["Lund"]
    assert outer[0].contents[-1].endswith("“The boats may come back.”")
    assert outer[0].kind == "direct"


def test_a_floating_quotation_goes_to_the_last_speaker(attributed: Attributed):
    """No cue brings it; the speaker before it holds it."""
    found = attributed("“The gate was shut,” said Lund.\n\n“We will rebuild the whole wall.”")
    assert [one.source for one in found] == ["Lund"]
    assert found[0].contents[-1] == "“We will rebuild the whole wall.”"


def test_a_floating_quotation_after_a_denial_is_the_denier_s(attributed: Attributed):
    """The paragraph before tells who speaks, in other words than the quotation's."""
    found = attributed("Carrow rejected the report.\n\n“The gate was never open that night.”")
    assert the(found, "“The gate was never open that night.”").source == "Carrow"


def test_a_new_cue_ends_a_floating_run(attributed: Attributed):
    """A quotation with a cue of its own belongs to that cue."""
    found = attributed("“The gate was shut,” said Lund.\n\n“It was wide open,” said Barlow.")
    assert [one.source for one in found] == ["Lund", "Barlow"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('He wrote: “The gate is open."', "He", '“The gate is open."'),
        ('"The gate is open,” he wrote.', "he", '"The gate is open,”'),
        ("«The wall is safe,» Lund said.", "Lund", "«The wall is safe,»"),
        ("'The wall is safe,' Lund said.", "Lund", "'The wall is safe,'"),
        ("‘The wall is safe,’ Lund said.", "Lund", "‘The wall is safe,’"),
    ],
)
def test_marks_of_every_kind(attributed: Attributed, text: str, source: str, content: str):
    """Mixed, angled and single marks quote like any others."""
    (one,) = attributed(text)
    assert (one.source, one.contents, one.kind) == (source, (content,), "direct")


def test_a_mark_that_is_never_closed_does_not_swallow_the_next_paragraph(attributed: Attributed):
    """What follows is the narrator's."""
    (one,) = attributed("Lund said: “The gate is open.\n\nThe ferry sank on the way to Orrin.")
    assert one.source == "Lund"
    assert not any("ferry" in content for content in one.contents)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The so-called “night gate” was painted last year.", id="scare quotes"),
        pytest.param("The film “The Open Gate” was shown in Orrin.", id="title"),
        pytest.param("Tom “Hook” Barlow mended the wall.", id="nickname"),
        pytest.param("They spoke for an hour.", id="speech without content"),
        pytest.param("The gate was shut at nine.", id="the outlet's own voice"),
    ],
)
def test_what_is_not_speech(attributed: Attributed, text: str):
    """Scare quotes, titles, nicknames and speech without content attribute nothing."""
    assert attributed(text) == []


def test_a_nickname_belongs_to_its_owner(attributed: Attributed):
    """Marks inside a name are part of the name."""
    (one,) = attributed("Tom “Hook” Barlow said the wall was safe.")
    assert (one.source, one.contents) == ("Tom “Hook” Barlow", ("the wall was safe",))


# Layout --------------------------------------------------------------------------------------------------------------


def test_hard_wrapped_and_flowing_text_read_alike(attributed: Attributed):
    """Line ends change no word of the reading, in either convention."""
    text = "The harbour master told\nthe council that the gate had\nbeen shut at nine."
    (flowing,) = attributed(text.replace("\n", " "))
    for end in ("\n", "\r\n"):
        (wrapped,) = attributed(text.replace("\n", end))
        assert [" ".join(content.split()) for content in wrapped.contents] == list(flowing.contents)
        assert (wrapped.stance, wrapped.kind, wrapped.cue) == (flowing.stance, flowing.kind, flowing.cue)
        assert " ".join((wrapped.source or "").split()) == flowing.source


def test_a_block_without_marks_is_whoever_s_that_brings_it_in(attributed: Attributed):
    """A passage set off after "wrote:" is all hers, though no mark says so."""
    block = "The wall will be rebuilt by spring. Nobody will pay for it."
    found = attributed(f"Ines Carrow wrote:\n\n{block}\n\nThe dockers left.", "body", "quotation", "body")
    (one,) = (told for told in found if told.kind == "block" and told.within is None)
    assert one.source == "Ines Carrow"
    assert one.contents[0].startswith("The wall will be rebuilt")
    assert one.contents[-1].rstrip(".").endswith("Nobody will pay for it")


def test_a_transcript_s_turns_are_their_speakers(attributed: Attributed):
    """A name in capitals and a colon: the whole turn is a block of that speaker's."""
    found = attributed("LUND: The gate was open.\n\nCARROW: It was shut at nine.")
    assert [(one.source, one.kind) for one in found] == [("LUND", "block"), ("CARROW", "block")]
    assert "It was shut at nine" in found[1].contents[0]


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Mayor: gate was shut", "Mayor", "gate was shut"),
        ("Gate was open, say dockers", "dockers", "Gate was open"),
        ("Mayor denies gate was open", "Mayor", "gate was open"),
        ("“Nobody was hurt” – Carrow", "Carrow", "“Nobody was hurt”"),
    ],
)
def test_headlines_attribute_in_their_own_way(attributed: Attributed, headline: str, source: str, content: str):
    """A colon, a dash, a verb at the end."""
    one = the(attributed(headline, "headline"), content)
    assert one.source == source


# What else is known of an attribution --------------------------------------------------------------------------------


def only(parse_text: Callable[..., Prose], sentence: str) -> tuple[Prose, Attribution]:
    """Give the one attribution of a sentence, with its prose."""
    prose = parse_text(sentence)
    (one,) = attributions.find(prose)
    return prose, one


@pytest.mark.parametrize(
    ("sentence", "addressee"),
    [
        ("Carrow told Radio Orrin that the ferry had left.", "Radio Orrin"),
        ("“We will rebuild,” the mayor told the council.", "the council"),
        ("“It is safe,” she told the Orrin Echo on Friday.", "the Orrin Echo"),
        ("The mayor said the ferry had left.", None),
    ],
)
def test_the_addressee_is_whoever_is_told(parse_text: Callable[..., Prose], sentence: str, addressee: str | None):
    """Told and sayings to somebody have one; plain sayings have none."""
    prose, one = only(parse_text, sentence)
    heard = one.addressee
    assert (prose.article.text[heard.start : heard.end] if heard else None) == addressee


@pytest.mark.parametrize(
    ("sentence", "anonymous", "count"),
    [
        ("Nine former and current officials said it was open.", True, 9),
        ("An official said it was open.", True, 1),
        ("Officials said it was open.", True, None),
        ("Ines Carrow said it was open.", False, None),
        ("The spokesman said it was open.", False, None),
    ],
)
def test_anonymous_sources_keep_their_count(
    parse_text: Callable[..., Prose], sentence: str, anonymous: bool, count: int | None
):
    """The description is the source's own words; nobody is made up."""
    _, one = only(parse_text, sentence)
    assert (one.anonymous, one.count) == (anonymous, count)


def test_the_narrator_s_distance_is_kept_apart(parse_text: Callable[..., Prose]):
    """The narrator's "allegedly" leaves what Lund said asserted by Lund."""
    prose, one = only(parse_text, "Lund allegedly told the pilot that the gate was shut.")
    assert one.distance is not None
    assert prose.article.text[one.distance.start : one.distance.end] == "allegedly"
    assert one.stance == "asserts"


def test_a_spokesperson_s_principal_is_marked(parse_text: Callable[..., Prose]):
    """Whom they speak for is a span of the report."""
    prose, one = only(parse_text, "Bram Oyelaran, a spokesman for the harbour board, said the gate was shut.")
    assert one.principal is not None
    assert prose.article.text[one.principal.start : one.principal.end] == "the harbour board"


def test_ids_are_hashes_of_what_was_read(parse_text: Callable[..., Prose]):
    """The same text gives the same ids, and no two attributions share one."""
    text = "Lund said it was shut. Lund said it was shut. Barlow said Lund said it was shut."
    first, again = (attributions.find(parse_text(text)) for _ in range(2))
    assert first == again
    assert len({one.id for one in first}) == len(first) >= 4
