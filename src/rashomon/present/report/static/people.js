// The people: for each speaker a strip of what they held, by the day they said it.

import {
  STANCES,
  counted,
  day,
  draw,
  eager,
  grown,
  h,
  holderName,
  outletOf,
  quoted,
  stanceMark,
  story,
  titleOf,
} from "./words.js";
import { openWords } from "./cards.js";
import { scaleOf, stretchOf } from "./scale.js";

const SHOWN = 2;
const ABOUT = 2;
const LINES = 6; // of the strip, one for each proposition
const MOST = 24;

/** Draw the speakers, those who changed first, then those of whom most is told. */
export function people(section) {
  const by = new Map();
  for (const one of story.positions) {
    if (!by.has(one.holder)) by.set(one.holder, []);
    by.get(one.holder).push(one);
  }
  const turns = (holder) => story.shifts.filter((one) => one.holder === holder).length;
  const speakers = [...by]
    .filter(([holder]) => story.holders[holder].kind !== "outlet")
    .sort(
      (a, b) =>
        turns(b[0]) - turns(a[0]) || b[1].length - a[1].length || holderName(a[0]).localeCompare(holderName(b[0])),
    );
  if (!speakers.length) {
    section.replaceChildren(h("p", { class: "aside" }, "Nobody is cited on anything that two reports speak of."));
    return;
  }
  const list = h("div", { class: "speakers" });
  const after = h("div");
  const find = h("input", { type: "search", id: "find", oninput: () => fill() });
  const fill = () => {
    const wanted = find.value.toLowerCase();
    const kept = speakers.filter(([holder]) => holderName(holder).toLowerCase().includes(wanted));
    list.replaceChildren();
    after.replaceChildren(
      eager(grown(list, kept, ([holder, held]) => speaker(holder, held), SHOWN, "more people")),
      h("p", { class: "aside", role: "status" }, counted(kept.length, "speaker")),
    );
  };
  section.replaceChildren(
    h("h2", {}, "What each of them held, and when"),
    h("div", { class: "bar" }, h("label", { for: "find" }, "Find"), find),
    list,
    after,
  );
  fill();
}

function speaker(holder, held) {
  const { roles } = story.holders[holder];
  const shifts = story.shifts.filter((one) => one.holder === holder);
  const principal = held.find((one) => one.principal !== null)?.principal;
  const about = new Map();
  for (const one of held) {
    if (!about.has(one.proposition)) about.set(one.proposition, []);
    about.get(one.proposition).push(one);
  }
  const turned = new Set(shifts.map((one) => one.proposition));
  const ordered = [...about].sort((a, b) => turned.has(b[0]) - turned.has(a[0]) || b[1].length - a[1].length);
  const rows = h("div");
  return h(
    "article",
    { class: "speaker" },
    h(
      "h3",
      {},
      h("bdi", {}, holderName(holder)),
      shifts.length ? h("span", { class: "tag clash" }, `≠ ${counted(shifts.length, "shift")}`) : null,
    ),
    roles ? h("p", { class: "aside" }, roles.join(" · ")) : null,
    principal === undefined ? null : h("p", { class: "aside" }, `speaks for ${holderName(principal)}`),
    strip(
      held,
      shifts,
      ordered.map(([proposition]) => proposition),
    ),
    rows,
    grown(
      rows,
      ordered,
      ([proposition, positions]) => stand(proposition, positions, turned.has(proposition)),
      ABOUT,
      "more",
    ),
  );
}

/** The strip: a line for each of the first propositions, a sign for each position at its day; what changed is joined. */
function strip(held, shifts, ordered) {
  const rows = [...new Set(ordered)].slice(0, LINES);
  const dated = held
    .map((one) => ({ ...one, stretch: stretchOf(one.date) }))
    .filter((one) => one.stretch && rows.includes(one.proposition))
    .slice(0, MOST);
  if (!dated.length) return h("p", { class: "aside" }, "The reports do not say when.");
  const { share, ticks } = scaleOf(
    dated.flatMap((one) => one.stretch),
    0.2,
  );
  const middle = (one) => share((one.stretch[0] + one.stretch[1]) / 2);
  const y = (one) => 16 + rows.indexOf(one.proposition) * 18;
  const base = 16 + rows.length * 18;
  const at = new Map(dated.map((one) => [`${one.proposition} ${one.claim}`, one]));
  const lines = shifts
    .flatMap(({ proposition, claims }) =>
      claims.slice(1).map((claim, i) => [claims[i], claim].map((step) => at.get(`${proposition} ${step}`))),
    )
    .filter(([from, to]) => from && to);
  const percent = (value) => `${(value * 100).toFixed(2)}%`;
  return draw(
    "svg",
    {
      class: "strip",
      width: "100%",
      height: base + 24,
      role: "img",
      "aria-label": `${counted(dated.length, "dated position")}, in words below`,
    },
    draw("line", { class: "axis", x1: "0%", x2: "100%", y1: base, y2: base }),
    ticks.map(([x, label]) =>
      draw(
        "text",
        { class: "tick", x: percent(x), y: base + 17, "text-anchor": x > 0.85 ? "end" : x < 0.12 ? "start" : "middle" },
        label,
      ),
    ),
    lines.map(([from, to]) =>
      draw("line", { class: "turned", x1: percent(middle(from)), y1: y(from), x2: percent(middle(to)), y2: y(to) }),
    ),
    dated.map((one) =>
      draw(
        "g",
        { class: `held ${one.stance}` },
        one.stretch[1] > one.stretch[0]
          ? draw("line", {
              class: "open",
              x1: percent(share(one.stretch[0])),
              x2: percent(share(one.stretch[1])),
              y1: y(one),
              y2: y(one),
            })
          : null,
        draw("circle", { cx: percent(middle(one)), cy: y(one), r: 8 }),
        draw("text", { x: percent(middle(one)), y: y(one) + 4.5, "text-anchor": "middle" }, STANCES[one.stance][0]),
      ),
    ),
  );
}

function stand(proposition, positions, turned) {
  const ordered = [...positions].sort((a, b) => (a.date ?? "9999").localeCompare(b.date ?? "9999"));
  const shown = ordered.slice(0, 4);
  return h(
    "section",
    { class: turned ? "stand turned" : "stand" },
    h("h4", {}, h("a", { href: `#overview/${proposition}` }, h("bdi", {}, `“${titleOf(proposition)}”`))),
    h(
      "ol",
      {},
      shown.map(({ stance, claim, date, basis }) =>
        h(
          "li",
          {},
          stanceMark(stance),
          " ",
          h("span", { class: "when", title: basis }, day(date)),
          " ",
          quoted(story.claims[claim].span),
          " ",
          h(
            "a",
            { class: "go", href: `#reader/${story.claims[claim].span[0]}/${claim}` },
            outletOf(story.claims[claim].span[0]),
          ),
        ),
      ),
    ),
    ordered.length > shown.length
      ? h(
          "button",
          {
            type: "button",
            class: "more",
            onclick: () =>
              openWords(
                titleOf(proposition),
                ordered.map((one) => one.claim),
              ),
          },
          `All ${ordered.length}`,
        )
      : null,
  );
}
