// The page: which view the address names, drawn when it is looked at.

import { h, story } from "./words.js";
import { reader } from "./reader.js";
import { overview } from "./overview.js";
import { timeline } from "./timeline.js";
import { sources } from "./sources.js";
import { people } from "./people.js";
import { gaps } from "./gaps.js";

const VIEWS = { reader, overview, timeline, sources, people, gaps };
const FLUID = new Set(["timeline"]); // drawn again at another width
const PRINTED = 20; // steps of a long list that are drawn for paper
const drawn = new Set();
const words = document.getElementById("words");
const main = document.getElementById("main");

function sectionOf(name) {
  return document.getElementById(`view-${name}`);
}

function show() {
  const [wanted, ...places] = location.hash.slice(1).split("/");
  const rest = places.map(Number); // no number, no place
  const name = Object.hasOwn(VIEWS, wanted) ? wanted : "reader";
  if (words.open) words.close();
  for (const other of Object.keys(VIEWS)) sectionOf(other).hidden = other !== name;
  for (const link of document.querySelectorAll(".views a")) {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (document.body.dataset.view !== name) for (const box of [document.documentElement, main]) box.scrollTop = 0;
  document.body.dataset.view = name;
  render(name, rest);
}

function render(name, rest) {
  if (!story.articles.length) sectionOf(name).replaceChildren(h("p", { class: "aside" }, "There are no reports."));
  else if (rest.length || !drawn.has(name)) VIEWS[name](sectionOf(name), rest);
  drawn.add(name);
}

addEventListener("hashchange", show);
addEventListener("beforeprint", () => {
  for (const name of Object.keys(VIEWS)) if (!drawn.has(name)) render(name, []);
  for (const more of document.querySelectorAll(".eager")) {
    for (let times = 0; times < PRINTED && !more.hidden; times += 1) more.click();
  }
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
words.addEventListener("click", (event) => {
  if (event.target === words) words.close();
});

let width = main.clientWidth;
new ResizeObserver(() => {
  if (main.clientWidth === width) return;
  width = main.clientWidth;
  for (const name of FLUID) {
    if (drawn.has(name) && !sectionOf(name).hidden) VIEWS[name](sectionOf(name), []);
    else drawn.delete(name);
  }
}).observe(main);
show();
