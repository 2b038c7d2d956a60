// The story as the page holds it, and how its words are cut and shown. Nothing here reads text as markup.

export const story = JSON.parse(document.getElementById("story").textContent);

// Sign, word after a name, word in a heading. The sign is never alone: a word stands beside it or in its label.
export const STANCES = {
  asserts: ["+", "asserts", "Say so"],
  denies: ["×", "denies", "Deny it"],
  hedges: ["~", "hedges", "Leave it open"],
  declines: ["∅", "declines to say", "Decline to say"],
  unaware: ["?", "does not know", "Do not know"],
};

export const QUESTIONS = {
  happened: "Did it happen",
  number: "How many",
  time: "When",
  place: "Where",
  who: "Who",
  about: "About what",
  proper: "Was it proper",
  follows: "What follows",
};

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const PARTS = { MO: "morning", AF: "afternoon", EV: "evening", NI: "night" };
const SVG = "http://www.w3.org/2000/svg";

/** An element of `tag`; attributes named on… are listeners; children are nodes or plain text, null is left out. */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for a drawing. */
export function draw(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** A drawn thing that is pressed, by mouse or by keys, to show what stands behind it; `words` say what that is. */
export function pressed(kind, words, show, ...children) {
  const onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    show();
  };
  const given = { class: kind, tabindex: "0", role: "button", "aria-label": words, onclick: show, onkeydown };
  return draw("g", given, draw("title", {}, words), ...children);
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** The words at a span, on one line. */
export function cut([article, start, end]) {
  return oneLine(story.articles[article].text.slice(start, end));
}

/** The words at a span between quotation marks. */
export function quoted(span) {
  return h("q", { lang: story.articles[span[0]].language }, unmarked(cut(span)));
}

/** Words without the quotation mark that stands at one end alone, or the pair that holds all of them. */
export function unmarked(words) {
  const marks = (words.match(/["“”„«»]/g) ?? []).length;
  const [opens, closes] = [/^["“„«]/.test(words), /["”»]$/.test(words)];
  if (opens && closes && marks === 2) return words.slice(1, -1);
  if (marks % 2 && opens) return words.slice(1);
  return marks % 2 && closes ? words.slice(0, -1) : words;
}

export function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

export function shorten(text, length) {
  if (text.length <= length) return text;
  const near = text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
  return `${near.replace(/\s+\S*$/, "") || near}…`;
}

/** An offset that JavaScript counts (UTF-16 code units), as the story file counts it (code points). */
export function codePoints(text, offset) {
  return Array.from(text.slice(0, offset)).length;
}

export function outletOf(article) {
  return story.outlets[story.articles[article].outlet];
}

/** How an article is called: its outlet, with its date where the outlet has several. */
export function articleName(article) {
  const { outlet, published } = story.articles[article];
  const several = story.articles.filter((one) => one.outlet === outlet).length > 1;
  return several
    ? `${story.outlets[outlet]}, ${published ? day(published) : story.articles[article].name}`
    : story.outlets[outlet];
}

/** An ISO prefix in words; what is no plain date stays as it is. */
export function day(value) {
  const found = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d|MO|AF|EV|NI))?)?)?$/.exec(value ?? "");
  if (!found) return value ?? "no date";
  const [, year, month, date, clock] = found;
  const name = month ? (MONTHS[Number(month) - 1] ?? month) : "";
  const told = [date && Number(date), name, year !== "XXXX" && year].filter(Boolean).join(" ");
  return told + (clock ? `, ${PARTS[clock] ?? clock}` : "");
}

export function titleOf(proposition) {
  return unmarked(cut(story.propositions[proposition].title));
}

export function holderName(holder) {
  return story.holders[holder].name + unnamed(holder);
}

/** Claims without those that say the same of the same words for the same holder: one words may answer several questions. */
export function distinct(claims) {
  const seen = new Set();
  return claims.filter((number) => {
    const { span, holder, stance } = story.claims[number];
    const key = [...span, holder, stance].join();
    return !seen.has(key) && seen.add(key);
  });
}

/** What a person decided about a thing, by its id. */
export function judgedTag(id) {
  return Object.hasOwn(story.judged, id) ? h("span", { class: "tag judged" }, `✓ ${story.judged[id]}`) : null;
}

/** Whether a claim is the outlet's own, with nobody cited. */
export function ownVoice(claim) {
  return claim.chain.length === 1;
}

/** What stands after the name of somebody without one: how many they are. */
export function unnamed(holder) {
  const { anonymous, count } = story.holders[holder];
  if (!anonymous) return "";
  return count > 1 ? ` (${count}, unnamed)` : " (unnamed)";
}

/** The holders of a claim from the first speaker to the outlet, in words. */
export function chainWords(claim) {
  return claim.chain.map(holderName).reverse().join(" → ");
}

/** A sign with its word; `bare` leaves the word to whoever cannot see it. */
export function stanceMark(stance, bare = false) {
  const [sign, word] = STANCES[stance];
  return h(
    "span",
    { class: `stance ${stance}` },
    h("span", { class: "sign", "aria-hidden": "true" }, sign),
    h("span", { class: bare ? "unseen" : "word" }, word),
  );
}

export function counted(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** The words of a claim in what surrounds them in its report. */
export function inContext([article, start, end], reach = 90) {
  const { text, blocks } = story.articles[article];
  const block = blocks.find(([, from, to]) => from <= start && start < to) ?? ["body", start, end];
  const from = Math.max(block[1], start - reach);
  const to = Math.max(end, Math.min(block[2], end + reach));
  const before = text.slice(from, start).replace(/^[\udc00-\udfff]/, "");
  const after = text.slice(end, to).replace(/[\ud800-\udbff]$/, "");
  return h(
    "blockquote",
    { class: "context", lang: story.articles[article].language },
    from > block[1] ? `…${before.replace(/^\S*\s/, " ")}` : before,
    h("b", { class: "exact" }, text.slice(start, end)),
    to < block[2] ? `${after.replace(/\s\S*$/, " ")}…` : after,
  );
}

/** Give a button that is pressed whenever it comes into sight. */
export function eager(button) {
  const watch = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    button.click();
    watch.unobserve(button);
    if (!button.hidden) watch.observe(button);
  });
  watch.observe(button);
  button.classList.add("eager");
  return button;
}

/** Fill `list` with what `make` gives for each item, `step` at a time, with a button for more after it. */
export function grown(list, items, make, step, noun = "more") {
  const more = h("button", { type: "button", class: "more" });
  let shown = 0;
  const grow = () => {
    list.append(...items.slice(shown, shown + step).map((item, at) => make(item, shown + at)));
    shown = Math.min(items.length, shown + step);
    more.textContent = `Show ${Math.min(step, items.length - shown)} of ${items.length - shown} ${noun}`;
    more.hidden = shown >= items.length;
  };
  more.addEventListener("click", () => {
    const [next, pressed] = [list.children.length, document.activeElement === more];
    grow();
    if (pressed) list.children[next]?.querySelector("a,button,[tabindex]")?.focus();
  });
  grow();
  return more;
}
