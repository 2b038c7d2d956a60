// The timeline: above, when things are said to have happened; below, when they were said; between them, what was said of what.

import { counted, day, distinct, draw, grown, h, holderName, outletOf, pressed, quoted, stanceMark, story } from "./words.js";
import { conflictCard, openWords } from "./cards.js";
import { daysOf, scaleOf, stacked } from "./scale.js";

const ROW = 14;
const SHOWN = 30;
const TIES = 300;
const WORDS = 3;

/** Draw the timeline at the width there is. */
export function timeline(section) {
  const moments = story.timeline
    .map((one, number) => ({ ...one, number, from: daysOf(one.earliest), to: daysOf(one.latest) }))
    .filter((one) => one.from !== null && one.to !== null);
  if (!moments.length) {
    section.replaceChildren(h("p", { class: "aside" }, "The reports date nothing."));
    return;
  }
  const told = moments.filter((one) => one.axis !== "said");
  const list = h("ol", { class: "moments" });
  const disputed = [...new Set(told.map((one) => one.disputed).filter((one) => one !== null))];
  section.replaceChildren(
    h("h2", {}, "When it happened, and when it was said"),
    h(
      "p",
      { class: "aside" },
      "A bar is as long as what is told leaves open, a broken outline is only expected, ≠ is disputed. Lines lead down to the day of saying it. Empty stretches are drawn short.",
    ),
    drawing(moments, section.clientWidth || 800),
    ...(disputed.length
      ? [h("h2", {}, "Disputed dates"), h("div", { class: "cards" }, disputed.map(conflictCard))]
      : []),
    h("h2", {}, "In order"),
    list,
    grown(list, told, entry, SHOWN, "more moments"),
  );
}

function drawing(moments, width) {
  const lanes = [["happened", "expected"], ["said"]].map((axes) => moments.filter((one) => axes.includes(one.axis)));
  const { share, ticks } = scaleOf(
    moments.flatMap((one) => [one.from, one.to]),
    170 / width,
  );
  const rows = lanes.map((lane) =>
    stacked(
      lane.map((one) => [share(one.from), share(one.to)]),
      14 / width,
    ),
  );
  const heights = rows.map((row) => (Math.max(0, ...row) + 1) * ROW + 34);
  const middle = heights[0];
  const height = middle + 56 + heights[1];
  const place = new Map();
  const bars = lanes.flatMap((lane, at) =>
    lane.map((one, i) => {
      const y = at === 0 ? middle - 18 - rows[0][i] * ROW : middle + 56 + 18 + rows[1][i] * ROW;
      place.set(one.number, [share((one.from + one.to) / 2), y]);
      return bar(one, share(one.from), share(one.to), y);
    }),
  );
  return h(
    "div",
    { class: "chart" },
    draw(
      "svg",
      {
        class: "times",
        width: "100%",
        height,
        role: "group",
        "aria-label": "Two axes of time; the same in words stands below",
      },
      draw("text", { x: 0, y: 14, class: "lane" }, "When it is said to have happened"),
      draw("text", { x: 0, y: height - 6, class: "lane" }, "When it was said"),
      [middle, middle + 56].map((y) => draw("line", { class: "axis", x1: "0%", x2: "100%", y1: y, y2: y })),
      ties(lanes, place),
      ticks.map(([x, label]) =>
        draw(
          "text",
          {
            class: "tick",
            x: percent(x),
            y: middle + 32,
            "text-anchor": x > 0.9 ? "end" : x < 0.06 ? "start" : "middle",
          },
          label,
        ),
      ),
      ticks.map(([x]) =>
        draw("line", { class: "axis", x1: percent(x), x2: percent(x), y1: middle - 4, y2: middle + 4 }),
      ),
      bars,
    ),
  );
}

function percent(share) {
  return `${(share * 100).toFixed(2)}%`;
}

/** A line for each claim that has its place on both axes. */
function ties(lanes, place) {
  const said = new Map(lanes[1].flatMap((one) => one.claims.map((claim) => [claim, one.number])));
  const found = lanes[0].flatMap((one) =>
    one.claims.filter((claim) => said.has(claim)).map((claim) => [one.number, said.get(claim), one.disputed]),
  );
  return found.slice(0, TIES).map(([from, to, disputed]) =>
    draw("line", {
      class: disputed === null ? "tied" : "tied disputed",
      x1: percent(place.get(from)[0]),
      y1: place.get(from)[1] + 4,
      x2: percent(place.get(to)[0]),
      y2: place.get(to)[1] - 4,
    }),
  );
}

function bar(one, from, to, y) {
  const words = `${stretch(one)}: ${counted(one.claims.length, "statement")}${one.disputed === null ? "" : ", disputed"}`;
  const show = () => openWords(stretch(one), one.claims, one.disputed === null ? null : conflictCard(one.disputed));
  return pressed(
    `moment ${one.axis}${one.disputed === null ? "" : " disputed"}`,
    words,
    show,
    to - from > 0.004
      ? draw("rect", { x: percent(from), y: y - 4, width: percent(to - from), height: 8, rx: 4 })
      : draw("circle", { cx: percent((from + to) / 2), cy: y, r: 5 }),
    one.disputed === null ? null : draw("text", { class: "clash", x: percent(to), dx: 8, y: y + 4 }, "≠"),
  );
}

function stretch(one) {
  if (/^\d{4}(-\d\d){0,2}(T\d\d:\d\d)?$/.test(one.value)) return day(one.value);
  return one.earliest === one.latest ? day(one.earliest) : `${day(one.earliest)} to ${day(one.latest)}`;
}

function entry(one) {
  const more = distinct(one.claims).length - WORDS;
  return h(
    "li",
    { class: one.disputed === null ? null : "disputed" },
    h(
      "p",
      { class: "when" },
      h("b", {}, stretch(one)),
      one.axis === "expected" ? h("span", { class: "tag" }, "expected") : null,
      one.disputed === null ? null : h("span", { class: "tag clash" }, "≠ disputed"),
      h("span", { class: "aside" }, one.basis),
    ),
    h("ul", { class: "told" }, distinct(one.claims).slice(0, WORDS).map(told)),
    more > 0
      ? h(
          "button",
          { type: "button", class: "more", onclick: () => openWords(stretch(one), one.claims) },
          `${more} more`,
        )
      : null,
  );
}

function told(number) {
  const claim = story.claims[number];
  return h(
    "li",
    {},
    stanceMark(claim.stance, true),
    " ",
    quoted(claim.span),
    h(
      "span",
      { class: "aside" },
      ` ${holderName(claim.holder)}${claim.chain.length > 1 ? `, in ${outletOf(claim.span[0])}` : ""}${claim.said ? `, said ${day(claim.said)}` : ""} `,
    ),
    h(
      "a",
      {
        class: "go",
        href: `#reader/${claim.span[0]}/${number}`,
        "aria-label": `Read it in ${outletOf(claim.span[0])}`,
      },
      "read",
    ),
  );
}
