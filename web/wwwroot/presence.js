// Who is in the discussion, and who is writing in this thread. Nothing of it is kept anywhere.
const here = document.getElementById("here");
const typing = document.getElementById("typing");
const { thread, me } = document.querySelector("[data-look]").dataset;
const lists = new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" });
const plural = new Intl.PluralRules(document.documentElement.lang);
const spoken = Object.assign(document.createElement("p"), { className: "hidden" }); // for screen readers, which hear of it now and then only
const quiet = 30_000;
const writers = new Map(); // learner to the name and when they were last heard of
let told = 0;
let spokenAt = -quiet;

spoken.setAttribute("role", "status");
typing?.setAttribute("aria-hidden", "true");
typing?.after(spoken);

document.addEventListener("cohort-presence", ({ detail: { people, more } }) => {
  if (!here) {
    return;
  }

  const names = people.map((person) => isolated(person.handle));
  if (more > 0) {
    const forms = JSON.parse(here.dataset.more);
    names.push((forms[plural.select(more)] ?? forms.other).replace("{n}", more));
  }

  here.hidden = names.length === 0;
  here.querySelector("p").textContent = lists.format(names);
});

document.addEventListener("cohort-typing", ({ detail }) => {
  if (detail.thread === thread && detail.learner !== me) {
    writers.set(detail.learner, { name: detail.handle, at: Date.now() });
    draw();
  }
});

document.addEventListener("cohort-event", ({ detail: { payload } }) => writers.delete(payload?.by) && draw());

document.getElementById("reply-form")?.elements.text.addEventListener("input", () => {
  if (Date.now() - told > 3000) {
    told = Date.now();
    document.dispatchEvent(new CustomEvent("cohort-call", { detail: { method: "Typing", args: [thread] } }));
  }
});

setInterval(() => writers.size > 0 && draw(), 2000);

function draw() {
  for (const [learner, writer] of writers) {
    Date.now() - writer.at > 6000 && writers.delete(learner);
  }

  const names = [...writers.values()].map((writer) => isolated(writer.name));
  const text = names.length === 0 ? "" : names.length > 3 ? typing.dataset.many : typing.dataset[names.length === 1 ? "one" : "few"].replace("{names}", lists.format(names));
  if (text && !typing.textContent && performance.now() - spokenAt > quiet) {
    spokenAt = performance.now();
    spoken.textContent = text;
  } else if (!text) {
    spoken.textContent = "";
  }

  typing.textContent = text;
}

/** A name in whatever script, that turns nothing around it. */
function isolated(name) {
  return `\u2068${name}\u2069`;
}
