// The overview: where the accounts part, and the matrix of propositions by outlets.

import { QUESTIONS, STANCES, counted, eager, grown, h, holderName, judgedTag, story, titleOf } from "./words.js";
import { conflictCard, openWords } from "./cards.js";

const CELLS = 300; // drawn at once, the next when one comes to their end
const CARDS = 6;
const MANY = 9; // outlets, from which on their names stand upright

const ORDERS = {
  disputed: ["what is disputed first", (a, b) => a - b],
  outlets: [
    "what most outlets have first",
    (a, b) => propositionOf(b).cells.length - propositionOf(a).cells.length || a - b,
  ],
  question: ["by the question it answers", (a, b) => order(a) - order(b) || a - b],
};

let body = null;
let after = null;
const filters = {};

/** Draw the overview once; show the proposition that the address names. */
export function overview(section, [proposition]) {
  if (!body) build(section);
  if (!story.propositions[proposition]) return;
  for (const select of Object.values(filters)) select.value = select.options[0].value;
  fill();
  let row = body.querySelector(`[data-row="${Number(proposition)}"]`);
  while (!row && !after.firstChild.hidden) {
    after.firstChild.click();
    row = body.querySelector(`[data-row="${Number(proposition)}"]`);
  }
  row?.scrollIntoView({ block: "center" });
  row?.querySelector("th button").focus({ preventScroll: true });
}

function build(section) {
  body = h("tbody");
  after = h("div");
  section.append(
    ...parted(),
    ...(story.propositions.length ? matrix() : [h("p", { class: "aside" }, "No two reports speak of one thing.")]),
  );
  if (story.propositions.length) fill();
}

function parted() {
  if (!story.conflicts.length) return [];
  const cards = h("div", { class: "cards" });
  const more = grown(
    cards,
    story.conflicts.map((_, number) => number),
    conflictCard,
    CARDS,
    "more conflicts",
  );
  return [h("h2", {}, "Where the accounts part"), cards, more];
}

// ---- the matrix

function matrix() {
  const people = [
    ...new Set(story.propositions.flatMap((one) => one.claims.map((number) => story.claims[number].holder))),
  ]
    .map((holder) => [holder, holderName(holder)])
    .sort((a, b) => a[1].localeCompare(b[1]));
  const bar = h(
    "div",
    { class: "bar", role: "group", "aria-label": "What the matrix shows" },
    choice("person", "Who", [["", "anybody"], ...people]),
    choice("stance", "Stance", [
      ["", "any"],
      ...Object.entries(STANCES).map(([key, [sign, word]]) => [key, `${sign} ${word}`]),
    ]),
    choice("slot", "Question", [["", "any"], ...Object.entries(QUESTIONS)]),
    choice(
      "order",
      "Order",
      Object.entries(ORDERS).map(([key, [word]]) => [key, word]),
    ),
  );
  const table = h(
    "table",
    { class: `matrix${story.outlets.length >= MANY ? " many" : ""}`, role: "grid", "aria-labelledby": "matrix-title" },
    h(
      "thead",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row" },
        h("th", { role: "columnheader", scope: "col" }, "What it is about"),
        story.outlets.map((name) =>
          h("th", { role: "columnheader", scope: "col", class: "outlet" }, h("bdi", {}, name)),
        ),
      ),
    ),
    body,
  );
  body.setAttribute("role", "rowgroup");
  table.style.setProperty("--outlets", String(story.outlets.length));
  table.addEventListener("keydown", keys);
  table.addEventListener("click", pressed);
  return [
    h("h2", { id: "matrix-title" }, "Who says so"),
    h(
      "p",
      { class: "aside" },
      "Each row is one thing that is told, in somebody's words. A full mark is the outlet's own voice, a mark between quotation marks is somebody it cites. Choose a mark to read the exact words.",
    ),
    bar,
    legend(),
    h("div", { class: "wide tall" }, table, after),
  ];
}

function choice(name, label, options) {
  const select = h(
    "select",
    { id: `by-${name}`, onchange: fill },
    options.map(([value, word]) => h("option", { value }, word)),
  );
  filters[name] = select;
  return h("span", { class: "choice" }, h("label", { for: `by-${name}` }, label), select);
}

function legend() {
  return h(
    "ul",
    { class: "legend" },
    Object.entries(STANCES).map(([stance, [, word]]) => h("li", {}, own(stance), ` ${word}`)),
    h("li", {}, cited("denies"), " reports that others deny"),
    h("li", {}, h("span", { class: "silent", "aria-hidden": "true" }, "·"), " silent"),
  );
}

function fill() {
  const person = filters.person.value;
  const stance = filters.stance.value;
  const slot = filters.slot.value;
  const kept = story.propositions
    .map((_, number) => number)
    .filter((number) => {
      const one = propositionOf(number);
      if (slot && one.slot !== slot) return false;
      return one.claims.some((claim) => {
        const { holder, stance: taken } = story.claims[claim];
        return (!person || holder === Number(person)) && (!stance || taken === stance);
      });
    });
  kept.sort(ORDERS[filters.order.value][1]);
  body.replaceChildren();
  after.replaceChildren(
    eager(grown(body, kept, row, Math.max(3, Math.floor(CELLS / story.outlets.length)), "more rows")),
    h("p", { class: "aside", role: "status" }, counted(kept.length, "row")),
  );
  const first = body.querySelector("th button");
  if (first) first.tabIndex = 0;
}

function row(number) {
  const one = propositionOf(number);
  const cells = new Map(one.cells.map(([outlet, ...stances]) => [outlet, stances]));
  return h(
    "tr",
    { role: "row", "data-row": number, "data-proposition": one.id, class: one.disputed ? "disputed" : null },
    h(
      "th",
      { role: "rowheader", scope: "row" },
      h(
        "button",
        { type: "button", tabindex: "-1", "data-open": number, title: titleOf(number) },
        one.disputed
          ? h(
              "span",
              { class: "sign" },
              h("span", { "aria-hidden": "true" }, "≠ "),
              h("span", { class: "unseen" }, "disputed: "),
            )
          : null,
        h("bdi", {}, titleOf(number)),
      ),
      h("span", { class: "aside" }, QUESTIONS[one.slot], judgedTag(one.id)),
    ),
    story.outlets.map((name, outlet) => cell(number, outlet, name, cells.get(outlet))),
  );
}

function cell(number, outlet, name, stances) {
  if (!stances) {
    return h(
      "td",
      { role: "gridcell", tabindex: "-1", class: "silent", "data-outlet": name, "aria-label": `${name}: silent` },
      "·",
    );
  }
  const [said, reported] = stances.map((list) => list.split(" ").filter(Boolean));
  const words = [
    said.length ? said.map((stance) => STANCES[stance][1]).join(" and ") : null,
    reported.length ? `reports that others: ${reported.map((stance) => STANCES[stance][1]).join(", ")}` : null,
  ]
    .filter(Boolean)
    .join("; ");
  return h(
    "td",
    { role: "gridcell", "data-outlet": name },
    h(
      "button",
      {
        type: "button",
        tabindex: "-1",
        "data-open": number,
        "data-at": outlet,
        "aria-label": `${name}: ${words}`,
        title: words,
      },
      said.map(own),
      reported.map(cited),
    ),
  );
}

function own(stance) {
  return h("span", { class: `chip own ${stance}`, "aria-hidden": "true" }, STANCES[stance][0]);
}

function cited(stance) {
  return h("span", { class: `chip told ${stance}`, "aria-hidden": "true" }, `“${STANCES[stance][0]}”`);
}

function pressed(event) {
  const button = event.target.closest("button[data-open]");
  if (!button) return;
  const { claims, conflicts } = propositionOf(button.dataset.open);
  if (button.dataset.at === undefined) {
    openWords(titleOf(button.dataset.open), claims, ...conflicts.map(conflictCard));
    return;
  }
  const outlet = Number(button.dataset.at);
  openWords(
    `${story.outlets[outlet]} on “${titleOf(button.dataset.open)}”`,
    claims.filter((number) => story.articles[story.claims[number].span[0]].outlet === outlet),
  );
}

/** Arrow keys, Home and End go from cell to cell. */
function keys(event) {
  const cell_ = event.target.closest("th, td");
  if (!cell_ || !body.contains(cell_)) return;
  const line = cell_.parentElement;
  const at = [...line.children].indexOf(cell_);
  const to = {
    ArrowRight: () => line.children[at + 1],
    ArrowLeft: () => line.children[at - 1],
    ArrowDown: () => line.nextElementSibling?.children[at],
    ArrowUp: () => line.previousElementSibling?.children[at],
    Home: () => line.children[0],
    End: () => line.lastElementChild,
  }[event.key]?.();
  if (!to) return;
  event.preventDefault();
  body.querySelectorAll("[tabindex='0']").forEach((one) => {
    one.tabIndex = -1;
  });
  const stop = to.querySelector("button") ?? to;
  stop.tabIndex = 0;
  stop.focus();
  to.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function propositionOf(number) {
  return story.propositions[number];
}

function order(number) {
  return Object.keys(QUESTIONS).indexOf(propositionOf(number).slot);
}
