"""The same entity across the articles of a story."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import article, span
from rashomon.compare.entities import lookup, same
from rashomon.compare.naming import named, same_person
from rashomon.model import Analysis, Article, Entity, EntityKind, Mention, Reference, Span

Row = tuple[str, EntityKind]


def report(text: str, *rows: Row, roles: dict[str, str | None] | None = None) -> tuple[Article, Analysis]:
    """Give an article with its names, in order of the text, and its roles, each with the name it is tied to."""
    made = article(text, name=f"{text[:20]}.txt")
    mentions, end = [], 0
    for words, kind in rows:
        start = text.index(words, end)
        end = start + len(words)
        mentions.append(Mention(Span(made.id, start, end), kind))
    ties = []
    for words, name in (roles or {}).items():
        mentions.append(Mention(span(made, words), "person", "role"))
        if name is not None:
            ties.append(Reference(span(made, words), span(made, name), 0.95))
    return made, Analysis(made.id, tuple(sorted(mentions)), tuple(ties))


def entities(*reports: tuple[Article, Analysis]) -> dict[str, Entity]:
    """Give the entities of a story by their names."""
    found = same([a for a, _ in reports], [x for _, x in reports])
    assert len({entity.id for entity in found}) == len(found)
    return {entity.name: entity for entity in found}


def people(*texts: str) -> dict[str, Entity]:
    """Give the entities of a story of one-name reports: each text is one person's name."""
    return entities(*(report(f"{i}: {text} left", (text, "person")) for i, text in enumerate(texts)))


def test_spellings_titles_and_short_forms_are_one():
    """A full name found anywhere takes in its spellings, its ranks and its bare surname."""
    found = people("Sergei Dolan", "Sergey Dolan", "Lt. Gen. Dolan", "Dolan")
    assert list(found) == ["Sergei Dolan"]
    assert found["Sergei Dolan"].variants == ("Sergei Dolan", "Sergey Dolan", "Dolan")
    assert found["Sergei Dolan"].roles == ("lieutenant general",)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Barack Lindt", "Barak Lindt", True),
        ("Bill Carrow", "William Carrow", True),
        ("J. Carrow", "John Carrow", True),
        ("Joseph Keith Tarn", "Keith Tarn", True),
        ("Dmitry Kovalenko", "Dmitri Kovalenko", True),
        ("John Carrow", "Mary Carrow", False),
        ("John Carrow", "James Carrow", False),
        ("Ivo Tarn", "Ivo Tarr", False),
        ("Mr John Carrow", "Mrs Jo Carrow", False),
    ],
)
def test_full_names_of_one_person(one: str, other: str, alike: bool):
    """Spellings, nicknames, initials and left-out names may differ; given names may not."""
    assert same_person(named(one, "person"), named(other, "person")) is alike


def test_different_given_names_never_merge():
    """Two people share a surname: each bare surname goes to the one last named in its own article."""
    found = entities(
        report(
            "John Carrow met Mary Carrow. Carrow left",
            *[(n, "person") for n in ("John Carrow", "Mary Carrow", "Carrow")],
        )
    )
    assert [s.start for s in found["Mary Carrow"].mentions] == [16, 29]
    assert len(found["John Carrow"].mentions) == 1


def test_a_surname_that_two_could_have_stays_apart():
    """Where neither is named in the article, a bare surname is nobody's for sure."""
    assert set(people("John Carrow", "Mary Carrow", "Carrow")) == {"John Carrow", "Mary Carrow", "Carrow"}


def test_mrs_is_not_he():
    """A form of address chooses among namesakes."""
    assert len(people("John Carrow", "Mary Carrow", "Mrs Carrow")["Mary Carrow"].mentions) == 2


def test_acronyms_by_initials_and_by_brackets():
    """An acronym is its full name, made of its initials or defined in brackets."""
    found = entities(
        report("the Orrin Harbour Authority shut", ("Orrin Harbour Authority", "organisation")),
        report("the OHA said", ("OHA", "organisation")),
        report("Union of Wharfmen (UNWAR) and", ("Union of Wharfmen", "organisation"), ("UNWAR", "organisation")),
    )
    assert set(found) == {"Orrin Harbour Authority", "Union of Wharfmen"}


def test_bodies_by_legal_form_order_and_country():
    """ "Ltd" says nothing; a ministry's name turns round; the one foreign ministry of the story is Poland's."""
    found = entities(
        report("1 Tarn Lines Ltd and Tarn Lines", ("Tarn Lines Ltd", "organisation"), ("Tarn Lines", "organisation")),
        report("2 the Polish Foreign Ministry", ("Polish Foreign Ministry", "organisation")),
        report("3 the Ministry of Foreign Affairs", ("Ministry of Foreign Affairs", "organisation")),
    )
    assert len(found) == 2


def test_a_second_mention_shortens_the_first():
    """A body named in full and then by its first word is one; where the short name comes first, they stay two."""
    rows = (("Cerwell Grummond", "organisation"), ("Cerwell", "organisation"))
    assert len(entities(report("Cerwell Grummond rose. Cerwell fell", *rows))) == 1
    turned = report(
        "Cerwell fell. Cerwell Grummond rose", ("Cerwell", "organisation"), ("Cerwell Grummond", "organisation")
    )
    assert len(entities(turned)) == 2


def test_one_kind_for_a_name_in_the_whole_story():
    """Where one article takes a person for a company, the others overrule it."""
    found = entities(
        report("1 Ivo Tarn", ("Ivo Tarn", "person")),
        report("2 Tarn left", ("Tarn", "organisation")),
        report("3 Tarn came", ("Tarn", "person")),
    )
    assert {entity.kind for entity in found.values()} == {"person"}
    assert len(found) == 1


def test_names_of_countries_are_one_and_the_capital_is_a_link():
    """ "US" and "the United States" are one place; Washington and the White House stand for it and stay themselves."""
    found = entities(
        report("the US", ("US", "place")),
        report("the United States", ("United States", "place")),
        report("Washington said", ("Washington", "place")),
        report("the White House said", ("White House", "organisation")),
    )
    country = found["United States"]
    assert country.variants == ("United States", "US")
    assert {found[name].stands_for for name in ("Washington", "White House")} == {country.id}


def test_an_invented_capital_is_learnt_from_the_text():
    """ "Veltra, the capital of Orsenia" and "Orsenia's capital, Veltra" say what Veltra stands for."""
    for text in ("In Veltra, the capital of Orsenia", "In Orsenia's capital, Veltra"):
        found = entities(
            report(text, *sorted((("Veltra", "place"), ("Orsenia", "place")), key=lambda row: text.index(row[0])))
        )
        assert found["Veltra"].stands_for == found["Orsenia"].id


def test_a_government_comes_before_its_country():
    """Where the story names the government, the palace stands for that."""
    found = entities(
        report(
            "the Kremlin and the Russian government of Russia",
            ("Kremlin", "organisation"),
            ("Russian government", "organisation"),
            ("Russia", "place"),
        )
    )
    assert found["Kremlin"].stands_for == found["Russian government"].id


def test_a_role_said_of_a_name_anywhere_finds_it_everywhere():
    """One report says who the harbour master is; another one only says "the harbour master"."""
    one = report(
        "Ines Carrow, the harbour master", ("Ines Carrow", "person"), roles={"the harbour master": "Ines Carrow"}
    )
    other = report("Then the harbour master left", roles={"the harbour master": None})
    found = entities(one, other)
    assert found["Ines Carrow"].roles == ("harbour master",)
    assert len(found["Ines Carrow"].mentions) == 3


def test_another_countrys_envoy_is_another():
    """The same noun with another country is not the same person."""
    one = report(
        "Piet Tarn, the Polish ambassador", ("Piet Tarn", "person"), roles={"the Polish ambassador": "Piet Tarn"}
    )
    other = report("Then the Danish ambassador left", roles={"the Danish ambassador": None})
    assert set(entities(one, other)) == {"Piet Tarn", "Danish ambassador"}


def test_groups_keep_their_description():
    """A group is an entity of its own, found again by an equal description; another count makes it another group."""
    told = ["Three angry dockers", "3 angry dockers", "Two angry dockers"]
    reports = [article(f"{words} said") for words in told]
    rows = [Mention(span(one, words), "group", "role") for one, words in zip(reports, told, strict=True)]
    found = same(reports, [Analysis(one.id, (row,)) for one, row in zip(reports, rows, strict=True)])
    assert sorted((e.kind, len(e.mentions)) for e in found) == [("group", 1), ("group", 2)]


def test_the_order_of_articles_changes_nothing():
    """Ids, names and mentions are the same for any order of the reports."""
    reports = [
        report(f"{i}: {text} left", (text, "person"))
        for i, text in enumerate(("John Carrow", "Mary Carrow", "Carrow", "J. Carrow", "Mr Carrow", "Ivo Tarn", "Tarn"))
    ]
    first = same([a for a, _ in reports], [x for _, x in reports])
    for seed in range(5):
        mixed = random.Random(seed).sample(reports, len(reports))
        assert same([a for a, _ in mixed], [x for _, x in mixed]) == first


def test_lookup_finds_the_head_of_a_longer_span():
    """A source's span is looked up by itself, by what begins it, or by what it stands in."""
    one = report(
        "the harbour master, Ines Carrow, spoke", ("Ines Carrow", "person"), roles={"the harbour master": "Ines Carrow"}
    )
    found = entities(one)["Ines Carrow"]
    find = lookup([found])
    made = one[0]
    assert {find(span(made, words)) for words in ("Ines Carrow", "the harbour master, Ines Carrow", "Carrow")} == {
        found.id
    }
    assert find(span(made, "spoke")) is None


@given(
    st.lists(
        st.sampled_from(
            ["Ines Carrow", "Carrow", "I. Carrow", "Mr Carrow", "de Carrow", "Ínes Çarrow", "😀", "O’Carrow"]
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_mention_belongs_to_one_entity(names: list[str]):
    """No mention is lost and none is in two entities, whatever the names."""
    reports = [report(f"{i} {text} left", (text, "person")) for i, text in enumerate(names)]
    found = same([a for a, _ in reports], [x for _, x in reports])
    spans = [s for entity in found for s in entity.mentions]
    assert len(spans) == len(set(spans))
    assert len(spans) == sum(any(map(str.isalnum, text)) for text in names)


def refers(made: tuple[Article, Analysis], words: str, name: str, sure: float, kind: EntityKind = "organisation"):
    """Give a report with one more role, which refers to a name."""
    one, analysis = made
    mention = Mention(span(one, words), kind, "role")
    reference = Reference(span(one, words), span(one, name), sure)
    return one, replace(
        analysis,
        mentions=tuple(sorted([*analysis.mentions, mention])),
        references=(*analysis.references, reference),
    )


def test_the_company_is_settled_by_the_whole_story():
    """Two reports mean Orrin Lines by it: the third, which names both and is unsure, means it too."""
    lines: list[Row] = [("Orrin Lines", "organisation"), ("Hydrel", "organisation")]
    sure = [
        refers(report(f"{i}: Orrin Lines left. the company", lines[0]), "the company", "Orrin Lines", 0.8)
        for i in (1, 2)
    ]
    text = "3: Orrin Lines met Hydrel. the company"
    unsure = refers(report(text, *lines), "the company", "Hydrel", 0.55)
    found = entities(*sure, unsure)
    assert span(unsure[0], "the company") in found["Orrin Lines"].mentions
    alone = entities(unsure)
    assert span(unsure[0], "the company") in alone["Hydrel"].mentions


def test_an_office_that_another_report_fills():
    """ "The head of Orrin Lines" is whom another report calls its chief executive."""
    names: list[Row] = [("Orrin Lines", "organisation"), ("Ines Carrow", "person")]
    role = "chief executive of Orrin Lines"
    one = refers(report(f"The {role} is Ines Carrow", *names), role, "Ines Carrow", 0.95, "person")
    other = report("The head of Orrin Lines left", names[0], roles={"The head of Orrin Lines": None})
    assert span(other[0], "The head of Orrin Lines") in entities(one, other)["Ines Carrow"].mentions


def test_a_spokesman_stands_for_whom_he_serves():
    """The office says so, and the entity keeps it."""
    names: list[Row] = [("Orrin Lines", "organisation"), ("Ivo Lund", "person")]
    role = "spokesman for Orrin Lines"
    found = entities(refers(report(f"The {role} is Ivo Lund", *names), role, "Ivo Lund", 0.95, "person"))
    assert found["Ivo Lund"].stands_for == found["Orrin Lines"].id


def test_a_body_that_no_article_names_is_one_of_its_own():
    """ "The river embassy" of several words is an entity; a bare "the embassy" is not."""
    one, analysis = report("The river embassy left. The embassy left.")
    mentions = (
        Mention(span(one, "The river embassy"), "organisation", "role"),
        Mention(span(one, "The embassy"), "organisation", "role"),
    )
    assert list(entities((one, replace(analysis, mentions=mentions)))) == ["river embassy"]


def test_a_role_that_one_person_has_is_his_in_every_report():
    """The only mayor of the story is "the mayor" where he is not named."""
    one = report("The mayor, Otto Quill, left", ("Otto Quill", "person"), roles={"The mayor": "Otto Quill"})
    other = report("The mayor came", roles={"The mayor": None})
    found = entities(one, other)
    assert span(other[0], "The mayor") in found["Otto Quill"].mentions


def test_its_director_serves_a_body_that_only_a_role_names():
    """ "The grain board ... its director, Ada Lund": the board has no name, and she stands for it."""
    text = "The grain board met. Its director, Ada Lund, left."
    made = article(text, name="grain.txt")
    board, its = span(made, "The grain board"), span(made, "Its")
    role, name = span(made, "Its director"), span(made, "Ada Lund")
    mentions = (
        Mention(board, "organisation", "role"),
        Mention(its, "organisation", "pronoun"),
        Mention(role, "person", "role"),
        Mention(name, "person"),
    )
    known = entities((made, Analysis(made.id, mentions, (Reference(its, board, 0.7), Reference(role, name, 0.95)))))
    assert known["Ada Lund"].stands_for == known["grain board"].id


def test_a_headline_names_a_role_without_an_article():
    """ "Minister" alone is the one whom the story calls the food minister; "a minister" is nobody known."""
    found = entities(
        report("Minister: no. Ada Lund, the food minister, left", ("Ada Lund", "person"), roles={"Minister": None}),
        report("2 Ada Lund, the food minister, came", ("Ada Lund", "person"), roles={"the food minister": "Ada Lund"}),
        report("3 a minister", roles={"a minister": None}),
    )
    assert [one.end for one in found["Ada Lund"].mentions if one.start == 0] == [len("Minister")]
    assert not any(one.end - one.start == len("a minister") for one in found["Ada Lund"].mentions)


def _called(made: tuple[Article, Analysis], words: str) -> tuple[Article, Analysis]:
    """Give a report in which ``words`` are a body's role, too."""
    role = Mention(span(made[0], words), "organisation", "role")
    return made[0], replace(made[1], mentions=tuple(sorted((*made[1].mentions, role))))


def test_a_role_that_ends_a_bodys_name_is_that_body():
    """ "The port authority" is the Kelder Port Authority that another report names; of two of them it is neither."""
    kelder = report("The Kelder Port Authority met", ("Kelder Port Authority", "organisation"))
    orrin = report("The Orrin Port Authority met", ("Orrin Port Authority", "organisation"))
    called = _called(report("2 The port authority met"), "The port authority")
    at = span(called[0], "The port authority")
    assert at in entities(kelder, called)["Kelder Port Authority"].mentions
    assert at in entities(kelder, orrin, called)["port authority"].mentions


def test_an_office_of_a_body_that_only_a_role_names_here():
    """ "The head of the port authority, Ada Lund," is the chief of the Kelder Port Authority in another report."""
    text = "The head of the port authority, Ada Lund, left"
    one = _called(
        report(text, ("Ada Lund", "person"), roles={"The head of the port authority": "Ada Lund"}),
        "the port authority",
    )
    role = "The chief of the Kelder Port Authority"
    other = report(f"{role} came", ("Kelder Port Authority", "organisation"), roles={role: None})
    assert span(other[0], role) in entities(one, other)["Ada Lund"].mentions


def test_the_other_one_is_not_the_one_known():
    """ "The other driver" is not the only driver that the story names."""
    one = report("The driver, Otto Quill, left", ("Otto Quill", "person"), roles={"The driver": "Otto Quill"})
    other = report("2 The other driver came. The driver came.", roles={"The other driver": None})
    assert span(other[0], "The other driver") not in entities(one, other)["Otto Quill"].mentions
