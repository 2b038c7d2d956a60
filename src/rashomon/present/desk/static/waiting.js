// A story before its first reading: how far it is, and more reports.

import { ask, followed, progress } from "./api.js";
import { adding } from "./adding.js";
import { h } from "./elements.js";

const { story } = document.querySelector("[data-story]").dataset;

async function follow() {
  const place = document.getElementById("progress");
  const job = await followed(story, (now) => progress(place, now, h));
  if (job?.state === "done") location.reload();
  if (!job) place.textContent = "It has no reports yet.";
}

adding(async (given) => {
  await ask(`/api/stories/${encodeURIComponent(story)}/articles`, given);
  follow();
});
follow();
