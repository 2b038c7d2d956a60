// The desk over a report: one key for each thing that can be decided, and the same as buttons. What is decided is sent,
// and the page is drawn again from the story as it is then, with the same statement in hand.

import { ask, author } from "./api.js";
import { h } from "./elements.js";
import { added, corrected, edited, keysShown, noted } from "./forms.js";
import { another, articleInHand, called, follow, inHand, move, numberOf, whenTaken } from "./hand.js";
import { open, placeOf, shut, toggle } from "./panel.js";
import { story as page } from "../report/words.js";

const layer = document.getElementById("layer");
const told = document.getElementById("told");
const { story, login } = layer.dataset;
const path = `/api/stories/${encodeURIComponent(story)}`;
const KEPT = `desk ${story}`;
let first = null; // what is to be merged with what comes next

const VERBS = {
  j: ["Next", "the next statement, row or pair", () => move(1)],
  k: ["Back", "the one before", () => move(-1)],
  a: ["Accept", "it is so: the statement, the link, the proposition, the conflict", () => judge({ kind: "accept", on: [pointed()] })],
  r: ["Reject", "it is not so", () => judge({ kind: "reject", on: [pointed()] })],
  m: ["Merge", "these two are one thing: once on each of them", merge],
  s: ["Split", "this statement is about something else than those it is with", () => judge({ kind: "split", on: [only("claim")] })],
  e: ["Edit", "the statement: its speaker, stance, date and words", async () => judge(...await edited(claimNumber()))],
  n: ["Note", "write a note on it", async () => judge(...await noted(pointed(), called(inHand())[1]))],
  w: ["Add", "a statement that was missed in this report; words that are selected are taken over", async () => judge(...await added(articleInHand()))],
  o: ["Report", "the outlet, the date and the family of this report", async () => judge(...await corrected(articleInHand()))],
  u: ["Undo", "take back what was decided last", () => undo()],
  c: ["Other", "another statement over the same words", () => another() || say("There is only one statement over these words.")],
  q: ["Queue", "the links to review, the least certain first", () => toggle("queue", act)],
  h: ["History", "all that was decided, and what became of it", () => toggle("history", act)],
  d: ["Story", "read it again, add reports, take it away, sign", () => toggle("story", act)],
  "?": ["Keys", "this list", () => keysShown({ ...VERBS, Escape: ["", "leave what is open"] })],
};

function pointed() {
  const hand = inHand();
  if (!hand) throw new Error("Point at a statement first: j goes to the next.");
  return { kind: hand.kind, ids: hand.ids };
}

function only(kind) {
  if (inHand()?.kind !== kind) throw new Error("Point at one statement first: j goes to the next.");
  return pointed();
}

function claimNumber() {
  return numberOf("claim", only("claim").ids[0]);
}

function merge() {
  const now = pointed();
  if (now.kind !== "claim" && now.kind !== "proposition") throw new Error("Merge statements or propositions.");
  if (!first || first.ids.join() === now.ids.join()) {
    first = now;
    return say("Now go to the other one and press m again. Escape leaves it.");
  }
  const both = [first, now];
  first = null;
  return judge({ kind: "merge", on: both });
}

async function judge(...made) {
  let last = null;
  for (const one of made) last = await ask(`${path}/judgements`, { ...one, author: author(login) });
  if (last) again(`${made.map((one) => one.kind).join(", ")}: ${last.detail}. u takes it back.`, last);
}

async function undo(judgement) {
  const named = judgement ? { judgement } : {};
  again("Taken back.", await ask(`${path}/undo`, { ...named, author: author(login) }));
}

/** Draw the page again, and remember where it was. */
function again(words, outcome) {
  const hand = inHand();
  const kept = { words, hand, fell: outcome.ids, panel: open(), at: placeOf(), scroll: document.getElementById("main").scrollTop };
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  location.reload();
}

async function resume() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (!kept) return;
  say(kept.words);
  const claim = kept.hand?.kind === "claim" ? numberOf("claim", kept.hand.ids[0]) : -1;
  const row = [...kept.fell, ...kept.hand?.kind === "proposition" ? kept.hand.ids : []]
    .map((id) => document.querySelector(`[data-proposition="${CSS.escape(id)}"] th button`)).find(Boolean);
  if (kept.panel) await toggle(kept.panel, act, kept.at);
  else if (claim >= 0 && document.body.dataset.view === "reader") location.replace(`#reader/${page.claims[claim].span[0]}/${claim}`);
  else if (row) row.focus();
  else document.getElementById("main").scrollTop = kept.scroll;
}

/** Where conflicts, origins and the rest still follow from a judgement, say so, and offer them once they have. */
async function settle() {
  if (layer.dataset.settled === "yes") return;
  const place = document.getElementById("settling");
  place.textContent = "Conflicts, origins and omissions follow …";
  while (!(await ask(path)).settled) await new Promise((go) => setTimeout(go, 1000));
  place.replaceChildren(h("button", { type: "button", onclick: () => again("", { ids: [] }) }, "Show what followed: conflicts, origins, omissions"));
}

function say(words) {
  told.textContent = words;
}

/** Do what a key stands for; what goes wrong is said, and nothing else changes. */
async function act(key, ...rest) {
  say("");
  try {
    await (key === "u" ? undo(...rest) : VERBS[key][2]());
  } catch (error) {
    say(error.message);
  }
}

function typing(element) {
  return element.closest("input, textarea, select") !== null || document.getElementById("form").open;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
    first = null;
    if (open()) shut();
    return;
  }
  if (!Object.hasOwn(VERBS, event.key) || typing(event.target)) return;
  event.preventDefault();
  act(event.key);
});
whenTaken((hand) => {
  const [what, words] = called(hand);
  document.getElementById("in-hand").replaceChildren(h("b", {}, what), words ? " " : "", h("bdi", {}, words));
});
layer.querySelector(".layer-bar").insertBefore(
  h("span", { class: "acts" }),
  told,
).append(...Object.entries(VERBS).slice(2).map(([key, [label, explained]]) =>
  h("button", { type: "button", title: explained, "aria-keyshortcuts": key, onclick: () => act(key) }, label, h("kbd", { "aria-hidden": "true" }, key))));
follow();
resume();
settle();
