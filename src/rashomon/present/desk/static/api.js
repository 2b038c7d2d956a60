// Asking the desk: JSON there and back; what goes wrong is an Error whose message a person can read.

export async function ask(path, body) {
  const given = body === undefined ? {} : {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  let answer;
  try {
    answer = await fetch(path, given);
  } catch {
    throw new Error("The desk does not answer; is it still running?");
  }
  const found = await answer.json();
  if (!answer.ok) {
    const { name, cause, mend } = found.error;
    throw new Error(`${name}: ${cause}${mend ? `; ${mend}` : ""}`);
  }
  return found;
}

/** The name that judgements are signed with: the one given last in this browser, else the login. */
export function author(login) {
  return localStorage.getItem("author") || login;
}

/** Fill `place` with how far a job is. */
export function progress(place, job, h) {
  if (!job || job.state === "done") {
    place.replaceChildren(job?.cause ? h("p", { class: "aside" }, `Left out: ${job.cause}`) : "");
  } else if (job.state === "failed") {
    place.replaceChildren(h("p", { class: "fault" }, `The reading failed. ${job.cause}${job.mend ? `; ${job.mend}` : ""}`));
  } else {
    const words = job.state === "waiting" ? "waiting to be read" : job.stage || "starting";
    const bar = h("progress", { "aria-label": words, max: job.total || 1 });
    if (job.total && job.done) bar.value = job.done;
    place.replaceChildren(bar, ` ${words}${job.total ? ` · ${job.done} of ${job.total}` : ""}`);
  }
}

/** Ask for the latest job of a story until it has ended; `tell` hears each answer. Gives the last. */
export async function followed(story, tell) {
  for (;;) {
    const [job] = await ask(`/api/stories/${story}/jobs`);
    tell(job);
    if (!job || job.state === "done" || job.state === "failed") return job;
    await new Promise((go) => setTimeout(go, 400));
  }
}
