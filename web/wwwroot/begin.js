// Threads that are begun on this device: what is sent with the line down waits in sight, here and on the list of threads, until the line is back.
import { Draft } from "./draft.js";
import { Outbox } from "./outbox.js";

const place = document.getElementById("waiting");
const line = place.querySelector("template").content.firstElementChild;
const form = document.querySelector("form[data-outbox=thread]");
const { me, home } = place.dataset;
const draft = form && new Draft({ me, place: location.pathname, fields: [form.elements.title, form.elements.text] });
let begun = null; // what this page has sent, or will
const outbox = new Outbox({ me, token: () => place.querySelector("[name=__RequestVerificationToken]").value, draw, sent });

if (form) {
  form.addEventListener("submit", take);
  addEventListener("hashchange", takeBack);
  takeBack();
}

outbox.begin();

function take(event) {
  if (event.submitter?.hasAttribute("formaction")) {
    return;
  }

  const fields = Object.fromEntries(new FormData(form));
  delete fields.__RequestVerificationToken;
  if (outbox.keep({ ...fields, url: location.pathname, handler: new URL(form.action).searchParams.get("handler"), home })) {
    event.preventDefault();
    draft.drop();
    begun = fields.id;
    form.hidden = true;
  }
}

/** Brings a thread that waits back into its form, under the id that it has: if the first try had arrived, it is that one. */
function takeBack() {
  const item = location.hash.startsWith("#take-") && outbox.arrived(location.hash.slice(6));
  if (item) {
    begun = null;
    history.replaceState(null, "", location.pathname + location.search);
    form.hidden = false;
    for (const [name, value] of Object.entries(item)) {
      const field = form.elements[name];
      field?.type === "checkbox" ? (field.checked = true) : field && (field.value = value);
    }

    draft.keep();
    form.elements.text.focus();
  }
}

/** It is there now. Whoever waits on the page that began it goes on to it; on the list it says where it is. */
function sent(item, answer) {
  if (item.id === begun) {
    location.assign(answer.url);
  } else if (item.home === home) {
    const there = Object.assign(document.createElement("a"), { href: answer.url, textContent: item.title });
    const said = document.createElement("li");
    said.append(there, ` · ${place.dataset.sent}`);
    place.querySelector("ul").append(said);
    place.hidden = false;
  }
}

function draw(items) {
  const list = place.querySelector("ul");
  list.querySelectorAll("[data-waits]").forEach((old) => old.remove());
  for (const item of items.filter((one) => one.home === home)) {
    const shown = line.cloneNode(true);
    shown.dataset.waits = item.id;
    shown.querySelector("bdi").textContent = item.title;
    shown.querySelector("[role=status]").textContent = item.problem ?? place.dataset.waits;
    shown.querySelector("a").href = `${item.url}?${new URLSearchParams({ week: item.week ?? "", kind: item.kind ?? "" })}#take-${item.id}`;
    list.append(shown);
  }

  place.hidden = list.children.length === 0;
}
