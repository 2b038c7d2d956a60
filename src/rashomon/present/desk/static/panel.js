// The panel beside the report: the queue of links to review, the history, and what the desk does with the story.

import { STANCES } from "../report/words.js";
import { adding } from "./adding.js";
import { ask, author, followed, progress } from "./api.js";
import { h } from "./elements.js";

const panel = document.getElementById("panel");
const { story, login, current } = document.getElementById("layer").dataset;
const path = `/api/stories/${encodeURIComponent(story)}`;
let before = null;
let shown = null;

/** Which of its contents the panel shows; null where it is shut. */
export function open() {
  return shown;
}

export function shut() {
  panel.hidden = true;
  shown = null;
  before?.focus();
}

/** Open the panel, or shut it where it shows this already; `at` is the place in its list that gets the focus. */
export async function toggle(name, act, at = 0) {
  if (shown === name) return shut();
  if (panel.hidden) before = document.activeElement;
  const [title, filled] = { queue: ["To review", queue], history: ["History", history], story: ["This story", desk] }[name];
  const body = h("div");
  panel.replaceChildren(
    h("header", {}, h("h2", {}, title), h("button", { type: "button", class: "close", "aria-label": "Close", onclick: shut }, "✕")),
    body,
  );
  panel.hidden = false;
  shown = name;
  await filled(body, act);
  const places = panel.querySelectorAll("li[tabindex]");
  (places[Math.min(at, places.length - 1)] ?? panel).focus();
}

/** The place of what is focused in the list of the panel. */
export function placeOf() {
  return Math.max(0, [...panel.querySelectorAll("li[tabindex]")].findIndex((one) => one.contains(document.activeElement)));
}

async function queue(body, act) {
  const links = await ask(`${path}/queue`);
  body.append(
    h("p", { class: "aside" }, links.length
      ? "Are the two of each pair about one thing? The least certain stand first. a says yes, r says no, j goes on."
      : "No link is left to review."),
    h("ul", { class: "queue" }, links.slice(0, 200).map((link) => h("li", { tabindex: 0, "data-link": `${link.left.claim} ${link.right.claim}` },
      [link.left, link.right].map((side) => [
        h("p", { class: "aside" }, h("bdi", {}, side.holder), ` ${STANCES[side.stance][1]} · `, h("bdi", {}, side.outlet)),
        h("blockquote", {}, side.words),
      ]),
      h("p", { class: "aside" }, `${link.status}, ${Math.round(link.score * 100)} in 100: ${link.evidence.slice(0, 2).join("; ")}`),
      h("p", { class: "acts" },
        h("button", { type: "button", class: "as-button", onclick: () => act("a") }, "One thing"),
        h("button", { type: "button", class: "as-button", onclick: () => act("r") }, "Two things"))))),
  );
}

async function history(body, act) {
  const log = await ask(`${path}/judgements`);
  body.append(
    log.length ? "" : h("p", { class: "aside" }, "Nothing is judged yet."),
    h("ul", { class: "history" }, log.map((one) => h("li", { tabindex: 0 },
      h("p", {}, h("span", { class: `status ${one.status}` }, `${one.kind}${one.change ? `: ${one.change}` : ""}`),
        one.status === "unfit" ? h("b", { class: "unfit" }, " no longer fits") : null),
      h("p", { class: one.status === "unfit" ? "unfit" : "aside" }, one.detail),
      one.targets.slice(0, 2).map((target) => h("p", { class: "found" }, h("bdi", {}, wordsOf(target)))),
      one.note ? h("p", {}, h("bdi", {}, `Note: ${one.note}`)) : null,
      h("p", { class: "aside" }, h("bdi", {}, one.author), ` · ${one.made.slice(0, 19).replace("T", " ")} UTC`),
      one.status === "undone" ? null : h("p", { class: "acts" },
        h("button", { type: "button", class: "as-button", onclick: () => act("u", one.id) }, "Take it back"))))),
  );
}

function wordsOf({ kind, places }) {
  const [first] = places;
  const more = places.length > 1 ? ` and ${places.length - 1} more` : "";
  return kind === "article" ? `${first.outlet}: ${first.name}` : `“${first.words.replace(/\s+/g, " ").trim()}”${more}`;
}

async function desk(body) {
  const job = h("div", { role: "status", "aria-live": "polite" });
  const read = async () => {
    const ended = await followed(story, (now) => progress(job, now, h));
    if (ended?.state === "done") location.reload();
  };
  const again = h("button", { type: "button", class: "as-button", onclick: async () => { await ask(`${path}/read`, {}); read(); } }, "Read again");
  const name = h("input", { id: "signed", value: author(login), maxlength: 200, onchange: () => localStorage.setItem("author", name.value.trim()) });
  const link = (rest, words) => h("li", {}, h("a", { href: `${path}/${rest}`, download: rest.startsWith("file") ? "story.json" : "story.html" }, words));
  body.append(
    h("p", {}, h("label", { for: "signed" }, "You sign as "), name),
    h("h3", {}, "Read"),
    current === "yes" ? "" : h("p", {}, "Reports were added since it was read."),
    h("p", {}, again), job,
    h("h3", {}, "Take away"),
    h("ul", {}, link("report", "The report, with what people decided"), link("report?judgements=no", "The report, as the machine reads it"),
      link("file", "The story file, with what people decided"), link("file?judgements=no", "The story file, as the machine reads it")),
    h("h3", {}, "Add reports"),
    document.getElementById("adding-form").content.cloneNode(true),
  );
  adding(async (given) => { await ask(`${path}/articles`, given); read(); });
  const [latest] = await ask(`${path}/jobs`);
  if (latest?.state === "running" || latest?.state === "waiting") read();
  else progress(job, latest, h);
}
