"""Several reports in one text."""

from __future__ import annotations

import pytest

from rashomon.read import articles_in
from rashomon.read.bundles import reports_in

SAID = "The harbour gate stood open for an hour on the night of the storm, the harbour master said on Tuesday."
MORE = "Three dockers told the paper that they had seen nobody at the winch since eight, and that it was no wonder."
ONE = f"THE ORRIN POST\n4 March 2031\nGate stood open for an hour\n\nBy Ines Carrow\n\n{SAID}\n\n{MORE}\n\n"
OTHER = f"THE QUAY HERALD\n5 March 2031\nNobody was at the winch\n\n{MORE}\n\n{SAID}\n\n"


@pytest.mark.parametrize("rule", ["=" * 40, "- " * 12, "Document 2 of 2", "     2 of 2 DOCUMENTS", "********"])
def test_reports_with_a_rule_between_them_are_read_each(rule: str):
    """A rule with a head below it begins another report; nothing is lost."""
    text = f"{ONE}{rule}\n\n{OTHER}"
    assert "".join(reports_in(text)) == text
    found, problems = articles_in([("a.txt", text.encode())])
    assert [(one.name, one.outlet.value) for one in found] == [
        ("a.txt:1", "The Orrin Post"),
        ("a.txt:2", "The Quay Herald"),
    ]
    assert problems == []


def test_a_rule_at_the_top_and_the_end_is_no_report():
    """What has no head of its own stays with the report it stands by."""
    rule = "=" * 20 + "\n"
    parts = reports_in(f"{rule}{ONE}{rule}{OTHER}{rule}3 clippings in all\n")
    assert [part.count("dockers told") for part in parts] == [1, 1]


@pytest.mark.parametrize("text", ["", ONE, f"{ONE}--------\n\n{MORE}\n", f"{ONE}----\n{OTHER}", f"{ONE}\n{OTHER}"])
def test_a_rule_within_a_report_cuts_nothing(text: str):
    """A sidebar has no head, four signs are no rule, and without a rule nothing is guessed."""
    assert reports_in(text) == (text,)
