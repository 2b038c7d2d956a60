"""Propositions of a whole story, from its claims."""

from dataclasses import replace

from ferry import story, words
from rashomon.compare import propositions
from rashomon.compare.prepared import prepared
from rashomon.model import Story
from rashomon.present.story_file import export, verify


def find(told):
    """Give what the stage finds in a story, prepared."""
    return propositions.find(told, prepared(told))


def named(told):
    """Give the claims of ``told`` by their ids."""
    return {claim.id: claim for analysis in told for claim in analysis.claims}


def together(told, *beginnings):
    """Say whether the claims that begin with these words are in one proposition."""
    _, analyses = find(told)
    found = {
        claim.proposition
        for claim in named(analyses).values()
        if words(told, claim.span).startswith(beginnings) and "-" not in claim.id
    }
    return len(found) == 1 and None not in found


def test_tellings_of_one_thing_are_one():
    """Who was hurt is one proposition across three reports, who leaves another."""
    assert together(story(), "At least 27", "Hospital staff", "The hospital counted")
    assert together(story(), "The harbour master", "Carrow is to")
    assert not together(story(), "At least 27", "Carrow is to")


def test_denials_and_anaphora_belong_to_what_they_deny():
    """A reported denial, a negation and "that is wrong" stand with the claim they are about."""
    assert together(story(), "The gate at Orrin", "denied that", "The gate was not open", "Three dockers", "That is")


def test_claims_and_propositions_know_each_other():
    """Each claim of a proposition names it, and is tied to the others by one link fewer than there are claims."""
    propositions, analyses = find(story())
    claims = named(analyses)
    for one in propositions:
        assert len(one.claims) > 1
        assert all(claims[name].proposition == one.id for name in one.claims)
        assert len(one.links) == len(one.claims) - 1
        assert {name for link in one.links for name in (link.left, link.right)} == set(one.claims)
        assert all(link.evidence for link in one.links)
        assert 0 < one.score <= 1


def test_copies_are_confirmed():
    """Word for word the same in two reports is one thing for sure, and the evidence says why."""
    propositions, _ = find(story())
    links = [link for one in propositions for link in one.links if link.evidence[0].feature == "copy"]
    assert links
    assert {link.status for link in links} == {"confirmed"}


def test_outlets_have_stances():
    """An outlet's stance is that of most of those it cites; its own, where it speaks for itself."""
    told = story()
    gate = tuple(
        replace(one, claims=tuple(claim for claim in one.claims if "gate" in words(told, claim.span)))
        for one in told.analyses
    )
    (proposition,), _ = find(replace(told, analyses=gate))
    assert dict(proposition.outlets) == {"Orrin Post": "asserts", "Radio Orrin": "denies", "Echo": "asserts"}
    hedged = replace(gate[1].claims[1], holder="Radio Orrin", stance="hedges")
    own = replace(gate[1], claims=(gate[1].claims[0], hedged))
    (proposition,), _ = find(replace(told, analyses=(gate[0], own, gate[2])))
    assert dict(proposition.outlets)["Radio Orrin"] == "hedges"


def test_order_of_the_reports_makes_no_difference():
    """The same reports in another order give the same propositions."""
    told = story()
    turned = Story(told.articles[::-1], told.blocks[::-1], told.entities, told.analyses[::-1])
    ids = [{(one.id, one.claims, one.title) for one in find(each)[0]} for each in (told, turned)]
    assert ids[0] == ids[1]


def test_one_report_no_claims_no_reports():
    """A story of nothing, of no claims and of one claim has no propositions and no faults."""
    told = story()
    empty = tuple(replace(one, claims=()) for one in told.analyses)
    assert find(Story(()))[0] == ()
    assert find(replace(told, analyses=empty))[0] == ()
    single = (replace(told.analyses[0], claims=told.analyses[0].claims[:1]), *empty[1:])
    propositions, analyses = find(replace(told, analyses=single))
    assert propositions == ()
    assert analyses[0].claims[0].slot == "happened"


def test_the_story_file_holds_them():
    """Propositions, slots and values stand in the story file, and every span of it is proved."""
    told = story()
    propositions, analyses = find(told)
    file = export(replace(told, propositions=propositions, analyses=analyses))
    assert verify(file) > 0
    assert {one["id"] for one in file["propositions"]} == {one.id for one in propositions}
    assert any(claim["value"] and claim["value"]["low"] == 27 for claim in file["claims"])
