// The reader: one report with its statements marked, a second beside it at the matching passage, and what is known of
// the statement in hand.

import { STANCES, articleName, counted, day, h, holderName, oneLine, outletOf, shorten, story } from "./words.js";
import { lookOf, partnerOf, passagesOf, pieces, statementOf, statementsOf } from "./statements.js";
import { passageCard } from "./cards.js";
import { inHand, untouched } from "./hand.js";

const OWN_WORDS = new Set(["headline", "dateline", "byline", "body", "quotation", "caption", "heading"]);
const TAGS = { headline: "h3", heading: "h4", quotation: "blockquote" };
const SETTLING = 600;
const LINE = 0.35; // where the eye rests: this share of the pane's height from its top

const panes = [
  { article: -1, box: null, select: null, label: "Report" },
  { article: -1, box: null, select: null, label: "Beside it", chosen: false },
];
let card = null;
let driver = panes[0];
let pinned = false; // a statement was chosen, and stays while the mouse goes to the card
let together = true;
let anchors = [];

/** Draw the reader once; show what the address names: an article, and a claim of it. */
export function reader(section, [article, claim]) {
  if (!card) build(section);
  const wanted = story.claims[claim] ? story.claims[claim].span[0] : (story.articles[article] && Number(article)) || 0;
  if (wanted !== panes[0].article) open(panes[0], wanted);
  if (story.claims[claim]) choose(panes[0], statementOf(Number(claim)), { focus: true });
}

function build(section) {
  card = h("aside", { class: "card", "aria-label": "The statement in hand" });
  for (const pane of panes) {
    pane.box = h("div", { class: "pane", role: "region", tabindex: "0", "aria-label": pane.label });
    listen(pane);
  }
  section.append(
    bar(),
    h(
      "div",
      { class: "desk" },
      panes.map((pane) => pane.box),
      card,
    ),
  );
}

function bar() {
  const options = () => story.articles.map((_, number) => h("option", { value: number }, nameInList(number)));
  const first = h("select", { id: "read", onchange: () => open(panes[0], Number(first.value)) }, options());
  const second = h(
    "select",
    {
      id: "beside",
      onchange: () => {
        panes[1].chosen = true;
        open(panes[1], Number(second.value));
      },
    },
    h("option", { value: "-1" }, "nothing"),
    options(),
  );
  panes[0].select = first;
  panes[1].select = second;
  const step = (by) => open(panes[0], (panes[0].article + by + story.articles.length) % story.articles.length);
  const button = (label, sign, by) =>
    h("button", { type: "button", class: "step", "aria-label": label, onclick: () => step(by) }, sign);
  const tie = h("input", {
    type: "checkbox",
    id: "together",
    checked: true,
    onchange: () => {
      together = tie.checked;
    },
  });
  return h(
    "div",
    { class: "bar" },
    h("label", { for: "read" }, "Read"),
    h("span", { class: "pick" }, button("The report before", "‹", -1), first, button("The next report", "›", 1)),
    h("label", { for: "beside" }, "beside"),
    second,
    h("label", { class: "tie", for: "together" }, tie, " scroll together"),
  );
}

function nameInList(number) {
  const { title } = story.articles[number];
  return shorten(oneLine(articleName(number) + (title ? ` – ${title}` : "")), 70);
}

function open(pane, article) {
  pane.article = article;
  pane.select.value = article;
  pane.box.replaceChildren(...(article < 0 ? [] : [page(article)]));
  pane.box.hidden = article < 0;
  pane.box.parentElement.classList.toggle("alone", panes[1].article < 0);
  pane.box.setAttribute("aria-label", article < 0 ? pane.label : `${pane.label}: ${articleName(article)}`);
  pane.box.scrollTop = 0;
  const head = pane.box.querySelector(".head-of");
  if (head) head.tabIndex = 0;
  if (pane === panes[0] && (panes[1].article === article || !panes[1].chosen)) {
    open(panes[1], nearest(article));
    return;
  }
  anchors = article < 0 || panes[0].article < 0 ? [] : tied();
  rest();
}

/** The article that has most propositions in common with this one; -1 where it is the only one. */
function nearest(article) {
  const common = story.articles.map(() => 0);
  for (const { claims } of story.propositions) {
    const there = new Set(claims.map((number) => story.claims[number].span[0]));
    if (there.has(article)) for (const other of there) common[other] += 1;
  }
  for (const { spans } of story.alignments) {
    if (spans.some(([where]) => where === article)) for (const [other] of spans) common[other] += 1;
  }
  common[article] = -1;
  const best = common.indexOf(Math.max(...common));
  return common[best] >= 0 ? best : -1;
}

// ---- the page of an article

function page(number) {
  const article = story.articles[number];
  const statements = statementsOf(number);
  const shared = passagesOf(number);
  const heads = new Set();
  return h(
    "article",
    { class: "report", lang: article.language },
    h("header", {}, h("h2", {}, h("bdi", {}, outletOf(number))), facts(article)),
    runs(article.blocks).map(([role, blocks]) => {
      const parts = blocks.map(([, start, end]) => paragraph(number, role, start, end, statements, shared, heads));
      return OWN_WORDS.has(role) ? parts : dimmed(role, blocks, article.text, parts);
    }),
  );
}

function facts(article) {
  const safe = /^https?:\/\//i.test(article.url ?? "");
  const address = safe
    ? h("a", { href: article.url, rel: "noopener noreferrer nofollow", target: "_blank" }, "original")
    : article.url;
  return [
    h(
      "p",
      { class: "facts" },
      h("span", { title: article.basis }, article.published ? day(article.published) : "no date known"),
      article.genre ? h("span", {}, article.genre) : null,
      h("bdi", { class: "file" }, article.name.split("/").pop()),
      address ? h("bdi", {}, address) : null,
    ),
    article.notes.length
      ? h(
          "p",
          { class: "facts" },
          article.notes.map((note) => h("span", {}, note)),
        )
      : null,
  ];
}

/** Blocks of one role that follow one another. */
function runs(blocks) {
  const found = [];
  for (const block of blocks) {
    if (found.length && found.at(-1)[0] === block[0]) found.at(-1)[1].push(block);
    else found.push([block[0], [block]]);
  }
  return found;
}

function dimmed(role, blocks, text, parts) {
  const words = blocks.reduce((sum, [, start, end]) => sum + oneLine(text.slice(start, end)).split(" ").length, 0);
  return h("details", { class: "dimmed" }, h("summary", {}, `${role} · ${counted(words, "word")}`), parts);
}

function paragraph(article, role, start, end, statements, shared, heads) {
  const { text } = story.articles[article];
  const marks = statements.concat(shared);
  const parts = pieces(start, end, marks).map((piece) => {
    const words = text.slice(piece.start, piece.end);
    const over = piece.marks.filter((mark) => mark < statements.length);
    const passage = piece.marks.find((mark) => mark >= statements.length);
    const inner = over.length ? statementPiece(words, over, statements, heads) : words;
    if (passage === undefined) return inner;
    const { alignment, start: begins } = shared[passage - statements.length];
    const sign = piece.start === begins ? h("span", { class: "sign", "aria-hidden": "true" }, "=\u2060") : null;
    return h("span", { class: "shared", "data-passage": alignment, title: "also in another report" }, sign, inner);
  });
  return h(TAGS[role] ?? "p", { class: role }, parts);
}

function statementPiece(words, over, statements, heads) {
  const number = over[0];
  const { stance, own, clash } = lookOf(statements[number]);
  const first = !heads.has(number);
  heads.add(number);
  const signs = (clash ?? "") + (own && stance === "asserts" ? "" : STANCES[stance][0]);
  return h(
    "mark",
    {
      class: ["st", stance, own ? "own" : "told", clash ? "clash" : "", first ? "head-of" : ""]
        .filter(Boolean)
        .join(" "),
      "data-over": over.join(" "),
      role: first ? "button" : null,
      tabindex: first ? "-1" : null,
      "data-head": first ? number : null,
      title: first ? tellers(statements[number]) : null,
    },
    first && signs ? h("span", { class: "sign", "aria-hidden": "true" }, `${signs}\u2060`) : null,
    words,
  );
}

/** Who says it and how. */
function tellers({ claims }) {
  return [
    ...new Set(
      claims.map((number) => {
        const { holder, stance } = story.claims[number];
        return `${holderName(holder)} ${STANCES[stance][1]}`;
      }),
    ),
  ].join("; ");
}

// ---- choosing a statement

function listen(pane) {
  const at = (event) => event.target.closest?.("mark[data-over]");
  const number = (mark) => Number(mark.dataset.over.split(" ")[0]);
  let waiting = 0;
  pane.box.addEventListener("pointerover", (event) => {
    clearTimeout(waiting);
    const mark = at(event);
    if (event.pointerType === "mouse" && mark && !pinned)
      waiting = setTimeout(() => choose(pane, number(mark), {}), 90);
  });
  pane.box.addEventListener("pointerleave", () => clearTimeout(waiting));
  pane.box.addEventListener("click", (event) => {
    clearTimeout(waiting);
    const passage = event.target.closest?.(".shared");
    if (at(event)) choose(pane, number(at(event)), { follow: true });
    else if (passage) fill([passageCard(Number(passage.dataset.passage))]);
    else if (pinned && !event.target.closest("a, summary")) rest();
  });
  pane.box.addEventListener("focusin", (event) => {
    const mark = at(event);
    if (mark && mark.matches(":focus-visible") && !mark.classList.contains("on"))
      choose(pane, number(mark), { follow: true });
  });
  pane.box.addEventListener("keydown", (event) => keys(pane, event));
  for (const kind of ["pointerenter", "wheel", "touchstart", "focusin", "keydown"]) {
    pane.box.addEventListener(
      kind,
      () => {
        driver = pane;
      },
      { passive: true },
    );
  }
  let due = false;
  pane.box.addEventListener(
    "scroll",
    () => {
      if (due || driver !== pane || !together || performance.now() < settled) return;
      due = true;
      requestAnimationFrame(() => {
        due = false;
        alongside(pane);
      });
    },
    { passive: true },
  );
}

function keys(pane, event) {
  const heads = [...pane.box.querySelectorAll(".head-of")];
  const here = heads.indexOf(document.activeElement);
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape") rest();
  else if (here >= 0 && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    card.querySelector("button, a")?.focus();
  } else if (here >= 0 && by) {
    event.preventDefault();
    heads[here + by]?.focus();
  } else if (here < 0 && event.key === "Enter") heads[0]?.focus();
}

function choose(pane, number, { focus = false, follow = false }) {
  unmark("on");
  const head = pane.box.querySelector(`[data-head="${number}"]`);
  for (const mark of pane.box.querySelectorAll("mark[data-over]")) {
    if (mark.dataset.over.split(" ").includes(String(number))) mark.classList.add("on");
  }
  if (head) {
    pane.box.querySelectorAll(".head-of[tabindex='0']").forEach((mark) => {
      mark.tabIndex = -1;
    });
    head.tabIndex = 0;
    if (focus) {
      driver = pane;
      head.scrollIntoView({ block: "center" });
      head.focus({ preventScroll: true });
    }
  }
  describe(pane, number);
  pinned = focus || follow;
  if (!pinned) return;
  settled = performance.now() + SETTLING;
  match(pane, number);
}

function unmark(name) {
  for (const { box } of panes) box.querySelectorAll(`.${name}`).forEach((mark) => mark.classList.remove(name));
}

/** Bring the other pane to where it tells the same, at the same height. */
function match(pane, number) {
  const other = panes[1 - panes.indexOf(pane)];
  unmark("pair");
  if (other.article < 0) return;
  for (const claim of statementsOf(pane.article)[number].claims) {
    const there = partnerOf(claim, other.article);
    if (!there) continue;
    const from = pane.box.querySelector(`[data-head="${number}"]`) ?? pane.box.querySelector(".on");
    const to = markAt(other, there);
    if (from && to) level(pane, other, from, to, true);
    return;
  }
}

function markAt(pane, place) {
  const number = statementsOf(pane.article).findIndex((one) => one.start < place.end && one.end > place.start);
  return pane.box.querySelector(`[data-head="${number}"]`) ?? pane.box.querySelector(`[data-over~="${number}"]`);
}

function level(pane, other, from, to, smooth) {
  to.classList.add("pair");
  if (!scrolls(other.box)) return;
  const height = from.getBoundingClientRect().top - pane.box.getBoundingClientRect().top;
  const wanted = Math.min(height, 0.6 * other.box.clientHeight); // the other pane may be lower
  const now = to.getBoundingClientRect().top - other.box.getBoundingClientRect().top;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  other.box.scrollTo({ top: other.box.scrollTop + now - wanted, behavior: smooth && !still ? "smooth" : "auto" });
}

function scrolls(box) {
  return getComputedStyle(box).overflowY === "auto";
}

/** What both articles tell: the statement of the one, the place in the other. */
function tied() {
  if (panes[1].article < 0) return [];
  return statementsOf(panes[0].article).flatMap((statement, number) => {
    const there = statement.claims.map((claim) => partnerOf(claim, panes[1].article)).find(Boolean);
    const from = there && panes[0].box.querySelector(`[data-head="${number}"]`);
    const to = there && markAt(panes[1], there);
    return from && to ? [[from, to]] : [];
  });
}

let last = null;
let settled = 0; // until then (milliseconds) the panes move by themselves

function alongside(pane) {
  const at = panes.indexOf(pane);
  const other = panes[1 - at];
  if (other.article < 0 || !scrolls(pane.box)) return;
  const box = pane.box.getBoundingClientRect();
  const line = box.top + box.height * LINE;
  let best = null;
  let least = Infinity;
  for (const anchor of anchors) {
    const away = Math.abs(anchor[at].getBoundingClientRect().top - line);
    if (away < least) [best, least] = [anchor, away];
  }
  if (!best) return;
  const fresh = best !== last;
  if (fresh) {
    unmark("pair");
    best[at].classList.add("pair");
  }
  last = best;
  level(pane, other, best[at], best[1 - at], fresh);
}

// ---- the card

function rest() {
  unmark("on");
  unmark("pair");
  pinned = false;
  const { article } = panes[0];
  const statements = article < 0 ? [] : statementsOf(article);
  card.classList.remove("full");
  delete card.dataset.claims;
  card.replaceChildren(...untouched(statements.length));
}

function describe(pane, number) {
  const statement = statementsOf(pane.article)[number];
  card.dataset.claims = statement.claims.map((claim) => story.claims[claim].id).join(" ");
  fill(inHand(pane.article, statement, beside));
  card.dispatchEvent(new CustomEvent("statement", { bubbles: true })); // for who adds to the page
}

function fill(parts) {
  const close = h("button", { type: "button", class: "close", "aria-label": "Close", onclick: rest }, "✕");
  card.classList.add("full");
  card.replaceChildren(close, ...parts);
  card.scrollTop = 0;
}

/** Show a claim in the pane beside the one that is read. */
function beside(number) {
  const [article] = story.claims[number].span;
  const pane = article === panes[0].article ? panes[0] : panes[1];
  if (pane.article !== article) {
    const kept = [...card.children];
    open(pane, article);
    card.replaceChildren(...kept);
    card.classList.add("full");
    pane.chosen = true;
  }
  unmark("pair");
  const head = markAt(pane, { start: story.claims[number].span[1], end: story.claims[number].span[2] });
  if (!head) return;
  driver = pane;
  head.classList.add("pair");
  head.scrollIntoView({ block: "center" });
}
