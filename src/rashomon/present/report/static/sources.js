// The source map: from left to right, who said it first, through whom it went, and which outlets have it.

import {
  QUESTIONS,
  STANCES,
  counted,
  draw,
  h,
  holderName,
  ownVoice,
  pressed,
  shorten,
  story,
  titleOf,
  unnamed,
} from "./words.js";
import { openWords } from "./cards.js";

const WIDTH = 960;
const GAP = 34;
const TOP = 40;
const BOX = 230;
const HEADS = ["First speakers", "Through", "Outlets"];
const SPEAKERS = 24;

let chosen = 0;

/** Draw the map of one proposition, or of the whole story. */
export function sources(section, [proposition]) {
  if (story.propositions[proposition]) chosen = Number(proposition);
  const select = h(
    "select",
    {
      id: "of",
      onchange: () => {
        chosen = Number(select.value);
        show();
      },
    },
    h("option", { value: "-1" }, "the whole story"),
    story.propositions.map((_, number) => h("option", { value: number }, shorten(titleOf(number), 90))),
  );
  const box = h("div");
  const show = () => box.replaceChildren(...mapOf(chosen));
  section.replaceChildren(
    h("h2", {}, "Who had it from whom"),
    h("div", { class: "bar" }, h("label", { for: "of" }, "The sources of"), select),
    box,
  );
  if (!story.propositions[chosen]) chosen = -1;
  select.value = chosen;
  show();
}

function mapOf(proposition) {
  const all = proposition < 0 ? story.claims.map((_, number) => number) : story.propositions[proposition].claims;
  const cited = all.filter((number) => !ownVoice(story.claims[number]));
  const own = new Map();
  for (const number of all.filter((one) => ownVoice(story.claims[one]))) {
    own.set(outletOfClaim(number), [...(own.get(outletOfClaim(number)) ?? []), number]);
  }
  const origins = story.origins.filter((one) => proposition < 0 || one.proposition === proposition);
  const { shown, left } = foremost(cited);
  return [
    summary(proposition, origins, new Set(all.map(outletOfClaim)).size),
    legend(),
    h("div", { class: "wide", tabindex: "0", role: "region", "aria-label": "Map of sources" }, drawing(shown, own)),
    left
      ? h(
          "p",
          { class: "aside" },
          `${counted(left, "speaker")} with fewer statements left out; choose one proposition to see all of its own.`,
        )
      : null,
    origins.length && proposition >= 0 ? h("ol", { class: "origins" }, origins.map(origin)) : null,
  ].filter(Boolean);
}

function legend() {
  return h(
    "ul",
    { class: "legend" },
    Object.entries(STANCES).map(([stance, [, word]]) =>
      h(
        "li",
        {},
        draw(
          "svg",
          { width: 34, height: 8, "aria-hidden": "true" },
          draw("path", { class: `edge ${stance}`, d: "M0 4H34" }),
        ),
        ` ${word}`,
      ),
    ),
  );
}

function outletOfClaim(number) {
  return story.articles[story.claims[number].span[0]].outlet;
}

/** The claims of the speakers that most outlets cite; how many speakers that leaves out. */
function foremost(claims) {
  const by = new Map();
  for (const number of claims) {
    const { holder } = story.claims[number];
    if (!by.has(holder)) by.set(holder, []);
    by.get(holder).push(number);
  }
  const reach = (list) => new Set(list.map(outletOfClaim)).size;
  const ordered = [...by.values()].sort((a, b) => reach(b) - reach(a) || b.length - a.length);
  return { shown: ordered.slice(0, SPEAKERS).flat(), left: Math.max(0, ordered.length - SPEAKERS) };
}

function summary(proposition, origins, outlets) {
  if (proposition < 0 || !origins.length) {
    const kinds = new Set(origins.map((one) => one.holder)).size;
    return h(
      "p",
      { class: "count" },
      kinds
        ? `${counted(outlets, "outlet")}, ${counted(kinds, "independent origin")}.`
        : `${counted(outlets, "outlet")}.`,
    );
  }
  return h(
    "p",
    { class: "count" },
    `Reported by ${counted(outlets, "outlet")}, from ${counted(origins.length, "independent origin")}`,
    h("span", { class: "aside" }, ` · ${QUESTIONS[story.propositions[proposition].slot]}`),
  );
}

function origin(one) {
  const first = one.through === null ? null : holderName(one.through);
  const outlets = one.outlets
    .map((number) => story.outlets[number])
    .filter((name) => name !== first && name !== holderName(one.holder));
  return h(
    "li",
    {},
    h("b", {}, h("bdi", {}, holderName(one.holder))),
    first === null ? null : ` → ${first}`,
    outlets.length ? ` → ${outlets.join(", ")}` : null,
    h(
      "span",
      { class: "aside" },
      [counted(one.families, "independent witness", "independent witnesses"), one.basis].filter(Boolean).join(" · "),
    ),
    h(
      "button",
      { type: "button", class: "more", onclick: () => openWords(holderName(one.holder), one.claims) },
      "Read the words",
    ),
  );
}

// ---- the drawing

function drawing(claims, own) {
  const columns = [new Map(), new Map(), new Map()];
  const edges = new Map();
  const node = (at, key, name, claim, after = "") => {
    if (!columns[at].has(key)) columns[at].set(key, { at, key, name, after, claims: [] });
    if (claim !== null) columns[at].get(key).claims.push(claim);
    return columns[at].get(key);
  };
  const ofHolder = (at, holder, claim) => node(at, holder, story.holders[holder].name, claim, unnamed(holder));
  story.outlets.forEach((name, outlet) => {
    if (own.has(outlet) || claims.some((number) => outletOfClaim(number) === outlet)) node(2, outlet, name, null);
  });
  for (const number of claims) {
    const claim = story.claims[number];
    const path = [ofHolder(0, claim.holder, number)];
    for (const holder of claim.chain.slice(1, -1).reverse()) path.push(ofHolder(1, holder, number));
    path.push(node(2, outletOfClaim(number), "", number));
    path.slice(1).forEach((to, at) => {
      const from = path[at];
      const key = `${from.at} ${from.key} ${to.at} ${to.key} ${claim.stance}`;
      if (!edges.has(key)) edges.set(key, { from, to, stance: claim.stance, claims: [] });
      edges.get(key).claims.push(number);
    });
  }
  const height = arranged(columns);
  return draw(
    "svg",
    {
      class: "sources",
      viewBox: `0 0 ${WIDTH} ${height}`,
      width: WIDTH,
      height,
      role: "group",
      "aria-label": "From the first speaker to the outlets; each box opens its words",
    },
    HEADS.map((head, at) =>
      columns[at].size ? draw("text", { class: "lane", x: left(at), y: 16 }, `${head} (${columns[at].size})`) : null,
    ),
    [...edges.values()].filter((edge) => edge.from !== edge.to).map(line),
    columns.flatMap((column) => [...column.values()].map((one) => box(one, own))),
  );
}

function left(at) {
  return (at * (WIDTH - BOX)) / 2;
}

/** Give each box its place: outlets as they stand, every other at the mean height of what it leads to. */
function arranged(columns) {
  const mean = (one) => {
    const places = one.claims.map((number) => columns[2].get(outletOfClaim(number)).y);
    return places.reduce((sum, y) => sum + y, 0) / places.length;
  };
  const most = Math.max(...columns.map((column) => column.size), 1);
  for (const at of [2, 1, 0]) {
    const boxes = [...columns[at].values()];
    if (at < 2) boxes.sort((a, b) => mean(a) - mean(b) || a.name.localeCompare(b.name));
    const step = (most / (boxes.length || 1)) * GAP;
    boxes.forEach((one, i) => {
      one.y = TOP + step * (i + 0.5);
    });
  }
  return TOP + most * GAP + 10;
}

function line({ from, to, stance, claims }) {
  const same = from.at === to.at;
  const [x1, x2] = [left(from.at) + BOX, same ? left(to.at) + BOX : left(to.at)];
  const bend = same ? 60 : (x2 - x1) / 2;
  const aside = 4 * Object.keys(STANCES).indexOf(stance) - 6; // two stances over one way stand beside each other
  return draw("path", {
    class: `edge ${stance}`,
    d: `M${x1} ${from.y + aside} C${x1 + bend} ${from.y + aside} ${same ? x2 + bend : x2 - bend} ${to.y + aside} ${x2} ${to.y + aside}`,
    "stroke-width": Math.min(5, 1 + Math.log2(claims.length)),
  });
}

function box(one, own) {
  const itself = (one.at === 2 && own.get(one.key)) || [];
  const claims = [...itself, ...one.claims];
  const words = `${one.name}${one.after}: ${counted(claims.length, "statement")}${itself.length ? `, ${itself.length} in its own voice` : ""}`;
  const show = () => openWords(one.name + one.after, claims);
  return pressed(
    `box at${one.at}`,
    words,
    show,
    draw("rect", { x: left(one.at), y: one.y - 13, width: BOX, height: 26, rx: 4 }),
    draw("text", { x: left(one.at) + 10, y: one.y + 5 }, shorten(one.name, 28 - one.after.length) + one.after),
    draw(
      "text",
      { class: "sum", x: left(one.at) + BOX - 10, y: one.y + 5, "text-anchor": "end" },
      [itself.length ? `${itself.length} own` : null, one.claims.length || null].filter(Boolean).join(" · "),
    ),
  );
}
