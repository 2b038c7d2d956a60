// What is in hand: the statement, link, conflict or proposition that was pointed at last, and how to go to the next.

import { cut, holderName, outletOf, shorten, story, titleOf } from "../report/words.js";

const POINTED = "[data-link], [data-conflict], [data-claim], [data-proposition], [data-claims]";

let hand = null;
let turn = 0;
const listeners = [];

/** What is in hand: {kind, ids, more (other statements over the same words)}; null where nothing is. */
export function inHand() {
  return hand;
}

export function whenTaken(listener) {
  listeners.push(listener);
}

/** Follow what is pointed at by focus or by pressing; a statement that is only passed over is not taken in hand. */
export function follow() {
  const take = ({ target }) => {
    // the reader describes the statement of a mark in its card at the same time
    if (target.closest?.("mark[data-over]")) queueMicrotask(() => pointed(document.querySelector(".card[data-claims]")));
    else pointed(target.closest?.(POINTED));
  };
  document.addEventListener("focusin", take);
  document.addEventListener("click", take);
  take({ target: document.activeElement });
}

function pointed(element) {
  if (!element) return;
  const { link, conflict, claim, claims, proposition } = element.dataset;
  turn = 0;
  if (link) put({ kind: "link", ids: link.split(" "), more: [] });
  else if (conflict) put({ kind: "conflict", ids: [conflict], more: [] });
  else if (claim) put({ kind: "claim", ids: [claim], more: [] });
  else if (claims) put({ kind: "claim", ids: claims.split(" ").slice(0, 1), more: claims.split(" ") });
  else if (proposition) put({ kind: "proposition", ids: [proposition], more: [] });
}

function put(taken) {
  hand = taken;
  for (const listener of listeners) listener(hand);
}

/** Take the next statement over the same words. */
export function another() {
  if (!hand || hand.more.length < 2) return false;
  turn = (turn + 1) % hand.more.length;
  put({ ...hand, ids: [hand.more[turn]] });
  return true;
}

/** The number on the page of a claim, a conflict or a proposition by its id; -1 where it is not there. */
export function numberOf(kind, id) {
  return story[`${kind}s`].findIndex((one) => one.id === id);
}

/** The number of the article that is in hand: that of the statement, else the one that is read. */
export function articleInHand() {
  const number = hand?.kind === "claim" ? numberOf("claim", hand.ids[0]) : -1;
  return number >= 0 ? story.claims[number].span[0] : Number(document.getElementById("read")?.value ?? 0);
}

/** What is in hand in words: what it is, then its own words. */
export function called(one) {
  if (!one) return ["Nothing in hand", ""];
  const claims = one.ids.map((id) => story.claims[numberOf("claim", id)]);
  if (one.kind === "claim" && claims[0]) {
    const which = one.more.length > 1 ? ` (${one.more.indexOf(one.ids[0]) + 1} of ${one.more.length}, c for the next)` : "";
    return [`Statement of ${holderName(claims[0].holder)} in ${outletOf(claims[0].span[0])}${which}`, cut(claims[0].span)];
  }
  if (one.kind === "link" && claims[0] && claims[1]) return ["Link", `${shorten(cut(claims[0].span), 50)} — ${cut(claims[1].span)}`];
  const number = numberOf(one.kind, one.ids[0]);
  if (number < 0) return ["Nothing in hand", ""];
  if (one.kind === "proposition") return ["Proposition", titleOf(number)];
  return ["Conflict", story.conflicts[number].sides.map((side) => side.value).join(" against ")];
}

/** Go to the next (1) or last (-1) thing that can be judged in what is open. */
export function move(by) {
  const places = inSight();
  if (!places.length) return;
  const here = places.findIndex((one) => one === document.activeElement || one.contains(document.activeElement));
  const marked = here >= 0 ? here : places.findIndex((one) => one.matches(".on") || one.tabIndex === 0 && one.matches(".head-of"));
  const next = places[Math.max(0, Math.min(places.length - 1, marked + by))] ?? places[0];
  next.focus();
  next.scrollIntoView({ block: "center" });
}

function inSight() {
  const panel = document.getElementById("panel");
  const window_ = document.getElementById("words");
  const view = [...document.querySelectorAll(".view")].find((one) => !one.hidden);
  const selectors = [
    [panel.hidden ? null : panel, "li[tabindex]"],
    [window_.open ? window_ : null, "[data-claim] a, [data-conflict] .side:first-child"],
    [view?.id === "view-reader" ? view : null, ".pane:first-child .head-of"],
    [view, "[data-conflict] .side:first-child, [data-proposition] th button, button[data-claim], [data-claim] a"],
  ];
  for (const [place, selector] of selectors) {
    const found = place ? [...place.querySelectorAll(selector)] : [];
    if (found.length) return found;
  }
  return [];
}
