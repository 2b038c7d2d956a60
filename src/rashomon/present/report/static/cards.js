// Small pieces that several views show: the line of a claim, the sides of a conflict, differences, the window of words.

import {
  STANCES,
  articleName,
  chainWords,
  counted,
  cut,
  day,
  distinct,
  h,
  holderName,
  inContext,
  oneLine,
  judgedTag,
  outletOf,
  ownVoice,
  quoted,
  stanceMark,
  story,
  titleOf,
} from "./words.js";
import { signOf } from "./statements.js";

/** One claim with its exact words, who says so, through whom, and a way to the place. */
export function claimCard(number) {
  const claim = story.claims[number];
  return h(
    "li",
    { class: "claim", "data-claim": claim.id },
    h(
      "p",
      { class: "who" },
      stanceMark(claim.stance),
      " ",
      h("bdi", { class: "name" }, holderName(claim.holder)),
      h("span", { class: "aside" }, ownVoice(claim) ? " in its own voice" : ` · ${articleName(claim.span[0])}`),
      claim.suggested ? h("span", { class: "tag", title: claim.why }, "perhaps the same") : null,
      judgedTag(claim.id),
    ),
    inContext(claim.span),
    h(
      "p",
      { class: "foot" },
      claim.chain.length > 2 ? h("bdi", {}, chainWords(claim)) : null,
      claim.said ? h("span", {}, `said ${day(claim.said)}`) : null,
      claim.event ? h("span", {}, `about ${day(claim.event)}`) : null,
      h("a", { href: `#reader/${claim.span[0]}/${number}`, class: "go" }, "Read it in place"),
    ),
  );
}

/** A claim as a button that shows it beside what is read. */
export function claimButton(number, press) {
  const claim = story.claims[number];
  return h(
    "button",
    { class: "brief", type: "button", "data-claim": claim.id, onclick: () => press(number) },
    stanceMark(claim.stance, true),
    h(
      "span",
      { class: "lines" },
      h("bdi", { class: "name" }, holderName(claim.holder)),
      h("span", { class: "aside" }, ownVoice(claim) ? "" : ` in ${outletOf(claim.span[0])}`),
      quoted(claim.span),
    ),
  );
}

const KINDS = {
  polarity: "whether it is so",
  number: "how many",
  date: "when",
  place: "where",
  name: "who",
  initiator: "who began it",
  medium: "by what means",
  referent: "which one is meant",
  exclusivity: "whether that was all",
};

/** A conflict with its sides beside one another. */
export function conflictCard(number) {
  const conflict = story.conflicts[number];
  return h(
    "article",
    { class: `conflict ${conflict.severity}`, "data-conflict": conflict.id },
    h(
      "p",
      { class: "kicker" },
      h("span", { class: "sign", "aria-hidden": "true" }, signOf([number])),
      ` They part on ${KINDS[conflict.kind] ?? conflict.kind}`,
      h("span", { class: "tag" }, conflict.severity === "hard" ? "cannot both hold" : "part in degree or wording"),
      judgedTag(conflict.id),
    ),
    conflict.proposition === null ? null : h("h3", {}, h("bdi", {}, `“${titleOf(conflict.proposition)}”`)),
    h(
      "div",
      { class: "sides" },
      conflict.sides.map((side) => sideOf(side, conflict.kind)),
    ),
    conflict.why.length ? h("p", { class: "why" }, conflict.why[0]) : null,
  );
}

function sideOf(side, kind) {
  const claims = side.claims.map((number) => story.claims[number]);
  const first = side.spans[0] ?? claims[0]?.span;
  const value = kind === "date" ? day(side.value) : side.value;
  const names = [...new Set(claims.map((claim) => holderName(claim.holder)))];
  return h(
    "button",
    { class: "side", type: "button", onclick: () => openWords(value, side.claims) },
    h("b", {}, h("bdi", {}, value)),
    first ? quoted(first) : null,
    h(
      "span",
      { class: "aside" },
      names.slice(0, 3).join(", ") + (names.length > 3 ? ` and ${names.length - 3} more` : ""),
    ),
  );
}

/** Two tellings of one passage: the words of `first`, with what `other` has for them. */
export function differences(alignment, other) {
  const [article, start, end] = alignment.spans[0];
  const { text } = story.articles[article];
  const parts = [];
  let reached = start;
  const changes = alignment.differences.filter(([, right]) => right[0] === other).sort((a, b) => a[0][1] - b[0][1]);
  for (const [left, right] of changes) {
    parts.push(oneSpace(text.slice(reached, left[1])));
    if (left[2] > left[1]) parts.push(h("del", {}, cut(left)));
    if (left[2] > left[1] && right[2] > right[1]) parts.push(" ");
    if (right[2] > right[1]) parts.push(h("ins", {}, cut(right)));
    reached = left[2];
  }
  parts.push(oneSpace(text.slice(reached, end)));
  return h("p", { class: "differences" }, parts);
}

function oneSpace(text) {
  return text.replace(/\s+/g, " ");
}

/** A shared passage: what it is, and how each other telling differs from the first. */
export function passageCard(number) {
  const one = story.alignments[number];
  const others = one.spans.slice(1).map(([article]) => article);
  const same = others.filter((article) => !one.differences.some(([, right]) => right[0] === article));
  return h(
    "div",
    { class: "passage" },
    h(
      "p",
      { class: "kicker" },
      h("span", { class: "sign", "aria-hidden": "true" }, "="),
      one.kind === "copy" ? " The same passage in " : " The same quotation in ",
      counted(new Set(one.spans.map(([article]) => article)).size, "report"),
    ),
    others
      .filter((article) => !same.includes(article))
      .map((article) => [
        h("p", { class: "aside" }, `${articleName(one.spans[0][0])}, and what ${articleName(article)} has:`),
        differences(one, article),
      ]),
    same.length
      ? h("p", { class: "aside" }, `Word for word in ${[one.spans[0][0], ...same].map(articleName).join(", ")}.`)
      : null,
    one.origin === null
      ? null
      : h("p", { class: "aside" }, `First in ${articleName(one.origin)}: ${oneLine(one.basis)}.`),
  );
}

/** Open the window that shows exact words: a heading, and the claims under it. */
export function openWords(title, claims, ...above) {
  const window_ = document.getElementById("words");
  const groups = Object.keys(STANCES)
    .map((stance) => distinct(claims).filter((number) => story.claims[number].stance === stance))
    .filter((group) => group.length);
  window_.replaceChildren(
    h(
      "header",
      {},
      h("h2", { id: "words-title" }, h("bdi", {}, oneLine(title))),
      h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => window_.close() }, "✕"),
    ),
    ...above.filter(Boolean),
    ...groups.map((group) => h("ul", { class: "claims" }, group.map(claimCard))),
  );
  if (!window_.open) window_.showModal();
  window_.scrollTop = 0;
}
