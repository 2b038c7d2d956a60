// Where a day stands on an axis on which long empty stretches are short: between two days that are told of stand as many
// steps as the days between them have digits.

import { day } from "./words.js";

const DAY = 86400000;

/** The days since 1970 of an ISO day or time, as a fraction; null where it is none. */
export function daysOf(value) {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(value ?? "");
  if (!found) return null;
  const [year, month, date, hour = 0, minute = 0] = found.slice(1).map((one) => Number(one ?? 0));
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  time.setUTCHours(hour, minute);
  return time.getTime() / DAY;
}

/** The first and last day that an ISO prefix means, as days since 1970; null where it is none. */
export function stretchOf(value) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value ?? "");
  if (!found) return null;
  const [, year, month, date] = found;
  if (date) return [daysOf(value.slice(0, 10)), daysOf(value.slice(0, 10))];
  const next = month ? [Number(year), Number(month)] : [Number(year) + 1, 0];
  const end = new Date(0);
  end.setUTCFullYear(next[0], next[1], 0);
  return [daysOf(`${year}-${month ?? "01"}-01`), Math.round(end.getTime() / DAY)];
}

/** A function from days to a share (0 to 1) of the axis, and its ticks [share, label], at least `apart` (a share) from one another. */
export function scaleOf(days, apart) {
  const stops = [...new Set(days.map(Math.floor))].sort((a, b) => a - b);
  const at = [0];
  for (let i = 1; i < stops.length; i += 1) at.push(at[i - 1] + 1 + Math.log10(stops[i] - stops[i - 1]));
  const length = at.at(-1) + 1;
  const margin = 0.5;
  const share = (value) => {
    let i = stops.findLastIndex((stop) => stop <= value);
    if (i < 0) i = 0;
    const next = stops[i + 1];
    const part =
      next === undefined
        ? Math.min(1, value - stops[i]) * margin
        : ((value - stops[i]) / (next - stops[i])) * (at[i + 1] - at[i]);
    return (at[i] + Math.max(0, part) + margin) / length;
  };
  const ticks = [];
  let reached = -Infinity;
  for (const stop of stops) {
    if (share(stop) - reached < apart) continue;
    reached = share(stop);
    ticks.push([reached, day(new Date(stop * DAY).toISOString().slice(0, 10))]);
  }
  return { share, ticks };
}

/** Rows for stretches [from, to] (shares), so that in no row two are nearer than `gap`. */
export function stacked(stretches, gap) {
  const ends = [];
  return stretches.map(([from, to]) => {
    let row = ends.findIndex((end) => end + gap <= from);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = to;
    return row;
  });
}
