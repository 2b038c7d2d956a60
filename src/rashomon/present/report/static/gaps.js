// What each report leaves out, what things are called, and whose voice a report speaks in.

import { articleName, counted, grown, h, inContext, quoted, story, titleOf } from "./words.js";

const FEW = 6;

/** Draw the three, each where there is something to show. */
export function gaps(section) {
  const parts = [...omissions(), ...wording(), ...voices()];
  section.replaceChildren(
    ...(parts.length
      ? parts
      : [h("p", { class: "aside" }, "Nothing was found that one report leaves out and two others have.")]),
  );
}

function omissions() {
  const by = story.articles.map((_, article) => story.omissions.filter((one) => one.article === article));
  const found = by.map((list, article) => [article, list]).filter(([, list]) => list.length);
  if (!found.length) return [];
  return [
    h("h2", {}, "What each report leaves out"),
    h(
      "p",
      { class: "aside" },
      "Reported by at least two others that are no copies of one another; the whole report was searched for it.",
    ),
    h(
      "div",
      { class: "cards" },
      found.map(([article, list]) => {
        const items = h("ul", { class: "left-out" });
        return h(
          "article",
          {},
          h("h3", {}, h("bdi", {}, articleName(article))),
          items,
          grown(items, list, omission, FEW, "more"),
        );
      }),
    ),
  ];
}

function omission(one) {
  return h(
    "li",
    {},
    h("a", { href: `#overview/${one.proposition}` }, h("bdi", {}, `“${titleOf(one.proposition)}”`)),
    h("p", { class: "aside" }, `Reported by ${one.by.map(articleName).join(", ")}.`),
    h(
      "details",
      {},
      h("summary", {}, "What was searched"),
      h("p", { class: "aside" }, one.searched),
      one.nearest ? [h("p", { class: "aside" }, "What comes nearest in it:"), inContext(one.nearest, 60)] : null,
    ),
  );
}

function wording() {
  if (!story.wording.length) return [];
  const list = h("div", { class: "wordings" });
  return [h("h2", {}, "What it is called"), list, grown(list, story.wording, referent, 12, "more")];
}

function referent(one) {
  return h(
    "article",
    {},
    h("h3", {}, h("bdi", {}, one.name)),
    h(
      "ul",
      {},
      one.variants.map((variant) => {
        const where = new Map();
        for (const span of variant.spans) where.set(span[0], [...(where.get(span[0]) ?? []), span]);
        return h(
          "li",
          {},
          h(
            "details",
            {},
            h(
              "summary",
              {},
              h("bdi", { class: "variant" }, variant.text),
              h(
                "span",
                { class: "aside" },
                ` ${[...where].map(([article, spans]) => `${articleName(article)}${spans.length > 1 ? ` ×${spans.length}` : ""}`).join(", ")}`,
              ),
            ),
            variant.spans.slice(0, 5).map((span) => inContext(span, 70)),
          ),
        );
      }),
    ),
  );
}

function voices() {
  const found = story.articles.map((one, article) => [article, one]).filter(([, one]) => one.voice);
  if (!found.length) return [];
  const list = h("div", { class: "voices" });
  return [
    h("h2", {}, "In whose voice"),
    h(
      "ul",
      { class: "legend" },
      [
        ["own", "in its own voice"],
        ["attributed", "attributed, in its words"],
        ["quoted", "between quotation marks"],
      ].map(([kind, words]) => h("li", {}, h("span", { class: `share ${kind}`, "aria-hidden": "true" }), ` ${words}`)),
    ),
    list,
    grown(list, found, voice, 20, "more reports"),
  ];
}

function voice([article, { voice: numbers, opinion }]) {
  const sum = numbers.reduce((a, b) => a + b, 0) || 1;
  const shares = ["own", "attributed", "quoted"].map((kind, at) => [kind, Math.round((100 * numbers[at]) / sum)]);
  const bar = h(
    "div",
    { class: "shares", "aria-hidden": "true" },
    shares
      .filter(([, share]) => share > 0)
      .map(([kind, share]) => {
        const part = h("span", { class: `share ${kind}` }, share >= 12 ? `${share}%` : "");
        part.style.flexGrow = String(share);
        return part;
      }),
  );
  const items = h("ul", { class: "opinions" });
  return h(
    "article",
    {},
    h("h3", {}, h("bdi", {}, articleName(article))),
    bar,
    h("p", { class: "unseen" }, shares.map(([kind, share]) => `${kind} ${share}%`).join(", ")),
    opinion.length
      ? h(
          "details",
          {},
          h("summary", {}, counted(opinion.length, "passage of opinion", "passages of opinion")),
          items,
          grown(items, opinion, (span) => h("li", {}, quoted(span)), FEW, "more"),
        )
      : null,
  );
}
