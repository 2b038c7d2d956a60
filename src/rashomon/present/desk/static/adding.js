// The form that adds reports: chosen or dropped files, pasted text, paths below the desk's folder.

import { ask } from "./api.js";
import { h } from "./elements.js";

const byId = (id) => document.getElementById(id);

/** Let the form give what it holds to `send`, which keeps it; what goes wrong is shown beside the button. */
export function adding(send) {
  const form = byId("adding");
  const drop = byId("drop");
  const files = new Map();
  const show = () => byId("chosen").replaceChildren(...[...files.values()].map((one) => h("li", {},
    h("bdi", {}, one.name), " ",
    h("button", { type: "button", "aria-label": `Leave out ${one.name}`, onclick: () => { files.delete(one.name); show(); } }, "✕"))));
  const take = (list) => { for (const one of list) files.set(one.name, one); show(); };
  byId("files").addEventListener("change", (event) => { take(event.target.files); event.target.value = ""; });
  for (const kind of ["dragover", "dragenter"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => { event.preventDefault(); drop.classList.remove("over"); take(event.dataTransfer.files); });
  byId("by-path").addEventListener("toggle", listed, { once: true });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    byId("said").textContent = "";
    try {
      const articles = await Promise.all([...files.values()].map(packed));
      if (byId("pasted").value.trim()) articles.push({ name: byId("pasted-name").value.trim() || "pasted.txt", text: byId("pasted").value });
      const paths = byId("paths").value.split("\n").map((one) => one.trim()).filter(Boolean);
      if (!articles.length && !paths.length) throw new Error("Nothing is chosen: drop a file, paste a text, or name a path.");
      await send({ articles, paths });
      files.clear();
      form.reset();
      show();
    } catch (error) {
      byId("said").textContent = error.message;
    }
    button.disabled = false;
  });
}

async function packed(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, data: btoa(text) };
}

async function listed() {
  const { folder, files } = await ask("/api/inbox");
  document.querySelector("#by-path .folder").textContent = folder;
  byId("there").textContent = files.length ? `There now: ${files.slice(0, 30).join(", ")}${files.length > 30 ? " …" : ""}` : "The folder is empty.";
}
