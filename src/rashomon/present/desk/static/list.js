// The list of stories: what they are called, how many reports they have, and the passage that a search found.

import { ask } from "./api.js";
import { adding } from "./adding.js";
import { h } from "./elements.js";

const list = document.getElementById("stories");
const words = document.getElementById("words");
let asked = 0;

async function show() {
  const mine = ++asked;
  const found = await ask(`/api/stories?search=${encodeURIComponent(words.value)}`);
  if (mine !== asked) return; // a later search has been asked for
  const sought = words.value.trim();
  document.getElementById("count").textContent = sought
    ? `${found.length} ${found.length === 1 ? "story" : "stories"} with these words`
    : `${found.length} ${found.length === 1 ? "story" : "stories"}`;
  list.replaceChildren(...found.map(entry));
}

function entry(story) {
  const facts = [
    `${story.articles} ${story.articles === 1 ? "report" : "reports"}`,
    story.judgements ? `${story.judgements} ${story.judgements === 1 ? "judgement" : "judgements"}` : null,
    story.read === null ? "not read yet" : story.current ? `read ${story.read.slice(0, 10)}` : "reports were added since it was read",
  ].filter(Boolean);
  return h("li", {},
    h("a", { href: `/stories/${encodeURIComponent(story.id)}` }, h("bdi", {}, story.title)),
    h("p", { class: "aside" }, facts.join(" · ")),
    story.found ? h("p", { class: "found" }, marked(story.found)) : null);
}

/** What was searched for stands between two marks that no text has. */
function marked(passage) {
  return passage.split("\u0002").flatMap((part, at) => {
    if (at === 0) return [part];
    const [inside, ...after] = part.split("\u0003");
    return [h("mark", {}, inside), ...after];
  });
}

let due = 0;
words.addEventListener("input", () => { clearTimeout(due); due = setTimeout(show, 120); });
document.getElementById("search").addEventListener("submit", (event) => { event.preventDefault(); show(); });
adding(async (given) => {
  const story = await ask("/api/stories", { title: document.getElementById("title").value, ...given });
  location.href = `/stories/${encodeURIComponent(story.id)}`;
});
show();
