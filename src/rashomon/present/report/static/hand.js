// What is known of the statement in hand: who says it, what it is about, who else says so, what it clashes with.

import {
  STANCES,
  counted,
  cut,
  day,
  distinct,
  h,
  holderName,
  judgedTag,
  ownVoice,
  stanceMark,
  story,
  titleOf,
} from "./words.js";
import { clashesOf, passagesOf } from "./statements.js";
import { claimButton, conflictCard, openWords, passageCard } from "./cards.js";

const FEW = 4;

/** What stands there while no statement is chosen: how many there are, and what the marks mean. */
export function untouched(statements) {
  return [
    h("h2", {}, "Statements"),
    h(
      "p",
      { class: "aside" },
      `${counted(statements, "statement")} in this report. Point at one, or press Enter in the text and then the arrow keys.`,
    ),
    h(
      "ul",
      { class: "legend" },
      Object.keys(STANCES).map((stance) => h("li", {}, stanceMark(stance))),
      h(
        "li",
        {},
        h(
          "span",
          { class: "stance clash" },
          h("span", { class: "sign", "aria-hidden": "true" }, "≠"),
          h("span", { class: "word" }, "cannot hold together with another report; ≈ parts in degree or wording"),
        ),
      ),
      h(
        "li",
        {},
        h(
          "span",
          { class: "shared" },
          h("span", { class: "sign", "aria-hidden": "true" }, "="),
          "also in another report",
        ),
      ),
    ),
  ];
}

/** What is known of a statement; `press` is called with the claim that is to be shown beside it. */
export function inHand(article, statement, press) {
  const passages = passagesOf(article).filter((one) => one.start < statement.end && one.end > statement.start);
  const told = new Map();
  for (const claim of statement.claims) {
    const { holder, stance } = story.claims[claim];
    if (!told.has(`${holder} ${stance}`)) told.set(`${holder} ${stance}`, claim);
  }
  const about = new Map(
    statement.claims.map((claim) => [story.claims[claim].proposition, claim]).filter(([one]) => one !== undefined),
  );
  const conflicts = new Set(statement.claims.flatMap((claim) => clashesOf(claim).map(([conflict]) => conflict)));
  return [
    ...[...told.values()].map(teller),
    ...[...conflicts].slice(0, 2).map(conflictCard),
    ...[...about].map(([proposition, claim]) => others(proposition, claim, press)),
    ...passages.map((passage) => passageCard(passage.alignment)),
  ];
}

function teller(number) {
  const claim = story.claims[number];
  const { roles } = story.holders[claim.holder];
  return h(
    "div",
    { class: "teller" },
    h("h2", {}, h("bdi", {}, holderName(claim.holder)), " ", stanceMark(claim.stance), judgedTag(claim.id)),
    roles ? h("p", { class: "aside" }, roles.join(" · ")) : null,
    ownVoice(claim)
      ? h("p", { class: "aside" }, "in its own voice, with nobody cited")
      : h(
          "ol",
          { class: "chain", "aria-label": "From the first speaker to the outlet" },
          [...claim.chain].reverse().map((holder) => h("li", {}, h("bdi", {}, holderName(holder)))),
        ),
    h(
      "p",
      { class: "aside" },
      [
        claim.cue ? `“${cut(claim.cue)}”` : null,
        claim.said ? `said ${day(claim.said)}` : null,
        claim.event ? `about ${day(claim.event)}` : null,
        claim.distance ? `the outlet adds “${cut(claim.distance)}”` : null,
      ]
        .filter(Boolean)
        .join(" · "),
    ),
  );
}

/** What is said to the proposition elsewhere, by stance. */
function others(proposition, claim, press) {
  const here = story.claims[claim].span;
  const rows = distinct(story.propositions[proposition].claims).filter(
    (number) => story.claims[number].span.join() !== here.join(),
  );
  const groups = Object.entries(STANCES).map(([stance, [, , heading]]) => {
    const found = rows.filter((number) => story.claims[number].stance === stance);
    if (!found.length) return null;
    found.sort((a, b) => (story.claims[a].suggested ? 1 : 0) - (story.claims[b].suggested ? 1 : 0));
    return [
      h("h3", {}, `${heading} · ${found.length}`),
      h(
        "div",
        { class: "briefs" },
        found.slice(0, FEW).map((number) => claimButton(number, press)),
      ),
      found.length > FEW
        ? h(
            "button",
            { type: "button", class: "more", onclick: () => openWords(titleOf(proposition), found) },
            `All ${found.length}`,
          )
        : null,
    ];
  });
  return h(
    "div",
    { class: "others" },
    h("p", { class: "kicker" }, story.claims[claim].suggested ? "Perhaps about" : "About"),
    h("a", { class: "about", href: `#overview/${proposition}` }, h("bdi", {}, `“${titleOf(proposition)}”`)),
    rows.length ? groups : h("p", { class: "aside" }, "Nobody else speaks of it."),
  );
}
