// The statements of an article: the claims that stand over the same words, and the text cut where they begin and end.

import { ownVoice, story } from "./words.js";

const made = new Map();

/** The statements of an article in order: {start, end, claims (numbers)}. */
export function statementsOf(article) {
  if (!made.has(article)) made.set(article, gathered(article));
  return made.get(article);
}

function gathered(article) {
  const found = new Map();
  story.claims.forEach((claim, number) => {
    const [where, start, end] = claim.span;
    if (where !== article) return;
    const key = `${start} ${end}`;
    if (!found.has(key)) found.set(key, { start, end, claims: [] });
    found.get(key).claims.push(number);
  });
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The number of the statement that holds a claim. */
export function statementOf(claim) {
  const [article] = story.claims[claim].span;
  return statementsOf(article).findIndex((one) => one.claims.includes(claim));
}

/** Cut start to end where marks begin and end: pieces {start, end, marks (numbers of those over it, shortest first)}. */
export function pieces(start, end, marks) {
  const inside = marks
    .map((mark, number) => ({ ...mark, number }))
    .filter((mark) => mark.start < end && mark.end > start);
  const edges = new Set([start, end]);
  for (const mark of inside) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  const places = [...edges].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => ({
    start: from,
    end: places[at + 1],
    marks: inside
      .filter((mark) => mark.start <= from && mark.end >= places[at + 1])
      .sort((a, b) => a.end - a.start - (b.end - b.start))
      .map((mark) => mark.number),
  }));
}

/** The conflicts that a claim stands in: [conflict, side] numbers. */
export function clashesOf(claim) {
  return clashes().get(claim) ?? [];
}

let clashing = null;

function clashes() {
  if (clashing) return clashing;
  clashing = new Map();
  story.conflicts.forEach((conflict, number) => {
    conflict.sides.forEach((side, at) => {
      for (const claim of side.claims) clashing.set(claim, [...(clashing.get(claim) ?? []), [number, at]]);
    });
  });
  return clashing;
}

/** The sign of what cannot all hold, or only parts in scope, degree or wording; null where nothing clashes. */
export function signOf(conflicts) {
  if (!conflicts.length) return null;
  return conflicts.some((number) => story.conflicts[number].severity === "hard") ? "≠" : "≈";
}

/** How a statement is marked: the stance of its claims, whose voice it is, the sign of what it clashes with. */
export function lookOf(statement) {
  const claims = statement.claims.map((number) => story.claims[number]);
  const stance = ["denies", "hedges", "declines", "unaware"].find((one) =>
    claims.some((claim) => claim.stance === one),
  );
  return {
    stance: stance ?? "asserts",
    own: claims.every(ownVoice),
    clash: signOf(statement.claims.flatMap((claim) => clashesOf(claim).map(([conflict]) => conflict))),
  };
}

/** The shared passages of an article: {start, end, alignment (number)}. */
export function passagesOf(article) {
  return story.alignments.flatMap((one, alignment) =>
    one.spans.filter(([where]) => where === article).map(([, start, end]) => ({ start, end, alignment })),
  );
}

/** Where another article tells the same as a claim: a shared passage first, then the proposition; null where nowhere. */
export function partnerOf(claim, other) {
  const one = story.claims[claim];
  const [article, start, end] = one.span;
  const shared = passagesOf(article).find((passage) => passage.start < end && passage.end > start);
  const twin = shared && story.alignments[shared.alignment].spans.find(([where]) => where === other);
  if (twin) return { start: twin[1], end: twin[2] };
  if (one.proposition === undefined) return null;
  const told = story.propositions[one.proposition].claims
    .map((number) => story.claims[number])
    .filter((there) => there.span[0] === other);
  const [best] = told.sort((a, b) => likeness(b, one) - likeness(a, one));
  return best ? { start: best.span[1], end: best.span[2] } : null;
}

/** How alike two claims on one proposition are: the same holder tells most, then that it surely is the same. */
function likeness(there, one) {
  const shared = [there.stance === one.stance, ownVoice(there) === ownVoice(one)].filter(Boolean).length;
  return (there.holder === one.holder ? 6 : 0) + (there.suggested ? 0 : 3) + shared;
}
