// The forms of the desk: what is edited, added, noted. Each gives what was decided, or null where it was left.

import { STANCES, articleName, cut, oneLine, shorten, story, titleOf } from "../report/words.js";
import { h } from "./elements.js";

const AROUND = 40; // characters that are sent from each side of words, so that they are found in the right place

/** Open a form of `fields`; give the values by their names once it is sent, null where it is closed. */
function asked(title, fields, send = "Keep") {
  const window_ = document.getElementById("form");
  return new Promise((done) => {
    let given = null;
    const form = h("form", { class: "layer-form", autocomplete: "off" }, fields,
      h("p", {}, h("button", { type: "submit", class: "as-button" }, send)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      given = form.elements;
      window_.close();
    });
    window_.replaceChildren(
      h("header", {}, h("h2", { id: "form-title" }, title),
        h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => window_.close() }, "✕")),
      form,
    );
    window_.addEventListener("close", () => done(given), { once: true });
    window_.showModal();
    (form.querySelector("[data-first]") ?? form.querySelector("input, select, textarea, button")).focus();
  });
}

function field(name, label, control) {
  control.id = `form-${name}`;
  control.name = name;
  return h("p", {}, h("label", { for: control.id }, label), control);
}

function speakers(value) {
  const names = [...new Set(story.holders.map((one) => one.name))].sort((a, b) => a.localeCompare(b));
  return [
    field("speaker", "Speaker, or the outlet", h("input", { list: "holders", value, maxlength: 500, required: true })),
    h("datalist", { id: "holders" }, names.map((name) => h("option", { value: name }))),
  ];
}

function stances(value) {
  return field("stance", "Stance", h("select", {}, Object.entries(STANCES).map(([stance, [sign, word]]) =>
    h("option", { value: stance, selected: stance === value }, `${sign} ${word}`))));
}

function text(name, label, value, start, end) {
  const area = h("textarea", { rows: Math.min(9, Math.ceil(value.length / 75) + 1), readonly: true });
  const chosen = h("p", { class: "aside", role: "status" });
  const show = () => {
    const words = oneLine(area.value.slice(area.selectionStart, area.selectionEnd));
    chosen.replaceChildren(words ? h("q", { class: /^["“«„]/.test(words) ? "bare" : null }, shorten(words, 300)) : "Nothing is selected.");
  };
  for (const kind of ["select", "selectionchange", "keyup", "pointerup"]) area.addEventListener(kind, show);
  area.value = value;
  const [from, to] = [start, end].map((at) => value.slice(0, at).replace(/\r\n?/g, "\n").length);
  requestAnimationFrame(() => {
    area.setSelectionRange(from, to);
    // the selection is in sight only where the text up to it says how far down it is
    area.scrollTop = Math.max(0, (area.scrollHeight * from) / Math.max(1, area.value.length) - area.clientHeight / 2);
    show();
  });
  return [field(name, label, area), chosen];
}

/** What is selected in a text area, as a passage of an article; null where nothing is. */
function passage(area, article) {
  const { value, selectionStart: start, selectionEnd: end } = area;
  if (!value.slice(start, end).trim()) return null;
  return {
    kind: "passage",
    article: story.articles[article].id,
    words: value.slice(start, end),
    before: value.slice(Math.max(0, start - AROUND), start),
    after: value.slice(end, end + AROUND),
  };
}

/** The paragraph that a span stands in: its words, and where the span begins and ends in them. */
function paragraphOf([article, start, end]) {
  const { text: whole, blocks } = story.articles[article];
  const block = blocks.find(([, from, to]) => from <= start && end <= to) ?? ["", Math.max(0, start - 200), end + 200];
  return [whole.slice(block[1], block[2]), start - block[1], end - block[1]];
}

/** Edit a claim (a number): the judgements to make, one for each thing that was changed. */
export async function edited(number) {
  const claim = story.claims[number];
  const on = { kind: "claim", ids: [claim.id] };
  const speaker = story.holders[claim.holder].name;
  const [words, start, end] = paragraphOf(claim.span);
  const fields = await asked("Edit the statement", [
    h("div", { class: "row" }, speakers(speaker), stances(claim.stance),
      field("said", "Said on (such as 2031-03-03)", h("input", { value: claim.said ?? "", maxlength: 10, pattern: "\\d{4}(-\\d\\d){0,2}" }))),
    text("words", "Its words: select them anew where they are not right (Shift and the arrow keys)", words, start, end),
  ]);
  if (!fields) return [];
  const made = [];
  const given = passage(fields.words, claim.span[0]);
  if (fields.speaker.value.trim() !== speaker) made.push({ kind: "speaker", on: [on], change: fields.speaker.value });
  if (fields.stance.value !== claim.stance) made.push({ kind: "stance", on: [on], change: fields.stance.value });
  if (fields.said.value && fields.said.value !== (claim.said ?? "")) made.push({ kind: "date", on: [on], change: fields.said.value });
  // the words last: the claim is found by those it has
  if (given && oneLine(given.words) !== cut(claim.span)) made.push({ kind: "span", on: [on, given] });
  return made;
}

/** Add a statement that was missed in an article (a number): the judgement to make. */
export async function added(article) {
  const { text: whole } = story.articles[article];
  const [start, end] = selected(whole);
  const topics = story.propositions.map((one, at) => h("option", { value: one.id }, shorten(titleOf(at), 80)));
  const fields = await asked(`Add a statement of ${articleName(article)}`, [
    text("words", "Select the words of the statement (Shift and the arrow keys)", whole, start, end),
    h("div", { class: "row" }, speakers(articleName(article)), stances("asserts"),
      field("topic", "It is about", h("select", {}, h("option", { value: "" }, "nothing else"), topics))),
  ], "Add");
  if (!fields) return [];
  const given = passage(fields.words, article);
  if (!given) throw new Error("No words are selected.");
  const topic = fields.topic.value ? [{ kind: "proposition", ids: [fields.topic.value] }] : [];
  return [{ kind: "add", on: [{ ...given, holder: fields.speaker.value.trim() }, ...topic], change: fields.stance.value }];
}

/** Where the words that are selected on the page stand in a text, without the signs that the page adds. */
function selected(whole) {
  const words = String(getSelection()).replace(/[≠+×~∅?=]+\u2060/g, "").trim().split(/\s+/).filter(Boolean);
  if (!words.length) return [0, 0];
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const found = new RegExp(pattern, "u").exec(whole);
  return found ? [found.index, found.index + found[0].length] : [0, 0];
}

/** Edit what is known of an article (a number): the judgements to make. */
export async function corrected(article) {
  const { id, published, outlet } = story.articles[article];
  const name = story.outlets[outlet];
  const others = story.articles.map((one, at) => [one, at]).filter(([one]) => one.outlet !== outlet);
  const fields = await asked(`About ${articleName(article)}`, [
    h("div", { class: "row" },
      field("outlet", "Outlet", h("input", { value: name, maxlength: 500, required: true })),
      field("published", "Published (such as 2031-03-03)", h("input", { value: published ?? "", maxlength: 10, pattern: "\\d{4}(-\\d\\d){0,2}" })),
      field("family", "One witness with", h("select", {}, h("option", { value: "" }, "nobody new"),
        others.map(([one, at]) => h("option", { value: one.id }, articleName(at)))))),
  ]);
  if (!fields) return [];
  const on = [{ kind: "article", ids: [id] }];
  const made = [];
  if (fields.family.value) made.push({ kind: "family", on: [...on, { kind: "article", ids: [fields.family.value] }] });
  if (fields.published.value && fields.published.value !== (published ?? "")) made.push({ kind: "date", on, change: fields.published.value });
  if (fields.outlet.value.trim() !== name) made.push({ kind: "outlet", on, change: fields.outlet.value });
  return made;
}

/** Write a note on what is in hand: the judgement to make. */
export async function noted(on, words) {
  const fields = await asked("Note", [
    h("p", { class: "aside" }, h("bdi", {}, shorten(words, 160))),
    field("note", "Your note", h("textarea", { rows: 4, maxlength: 2000, required: true, "data-first": true })),
  ]);
  return fields ? [{ kind: "note", on: [on], note: fields.note.value }] : [];
}

/** Show the keys. */
export function keysShown(verbs) {
  const window_ = document.getElementById("form");
  window_.replaceChildren(
    h("header", {}, h("h2", { id: "form-title" }, "Keys"),
      h("button", { type: "button", class: "close", "aria-label": "Close", onclick: () => window_.close() }, "✕")),
    h("dl", { class: "keys" }, Object.entries(verbs).map(([key, [, told]]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, told)])),
  );
  window_.showModal();
}

