// Forms on this device: what is typed is kept, what cannot be sent now is sent later, questions come and go as they are answered, and a form
// that is opened while somebody looks comes up as a panel. Without it every form is the same form, sent once.
const waits = [2, 5, 10, 30, 60]; // seconds before the next try
const prefix = "form/";

/** Brings up a form that was just opened. What may not be answered here, or was, comes up nowhere. */
export async function open(cohort, name, announce) {
  if (document.querySelector(`[data-form="${name}"]`)) {
    return;
  }

  await new Promise((go) => setTimeout(go, Math.random() * 500)); // not all browsers in the same instant
  const response = await fetch(`/c/${cohort}/forms/${name}/panel`, { cache: "no-store" }).catch(() => null);
  if (response?.status !== 200) {
    return;
  }

  const panel = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-panel]");
  if (!panel) {
    return;
  }

  document.querySelector("[data-panel]")?.remove();
  document.body.append(panel);
  announce();
  panel.querySelector("[data-later]").addEventListener("click", () => panel.remove());
  panel.addEventListener("keydown", (event) => event.key === "Escape" && panel.remove());
  const form = panel.querySelector("form");
  if (form) {
    new Survey(form, () => {
      panel.replaceChildren(Object.assign(document.createElement("p"), { role: "status", textContent: form.dataset.thanks }));
      setTimeout(() => panel.remove(), 4000);
    });
  }
}

class Survey {
  constructor(form, done) {
    Object.assign(this, { form, done: done ?? (() => location.assign(form.action.split("?")[0])), fails: 0, timer: 0, isSending: false });
    this.key = `${prefix}${form.dataset.me}/${new URL(form.action).pathname}`;
    this.status = form.querySelector("[data-status]");
    this.restore();
    form.addEventListener("input", (event) => this.changed(event));
    form.addEventListener("submit", (event) => this.take(event));
    addEventListener("online", () => this.send());
    document.addEventListener("visibilitychange", () => document.hidden || this.send());
    this.condition();
    this.send();
  }

  /** What this device holds of the form: its ballot, what was typed, and whether that waits to be sent. */
  get kept() {
    return JSON.parse(localStorage.getItem(this.key) ?? "null");
  }

  set kept(value) {
    try {
      value ? localStorage.setItem(this.key, JSON.stringify(value)) : localStorage.removeItem(this.key);
    } catch {
      this.keepsNothing = true; // a browser that keeps nothing sends the form as it is
    }
  }

  get typed() {
    const own = ["ballot", "__RequestVerificationToken"];
    return [...new FormData(this.form)].filter(([name, value]) => !own.includes(name) && value !== "");
  }

  restore() {
    const kept = this.kept;
    if (kept) {
      this.form.elements.ballot.value = kept.ballot; // the same answer stays the same one
    }

    if (kept?.entries?.length > 0) {
      this.fill(kept.entries);
      this.status.textContent = kept.waits ? this.form.dataset.waiting : this.form.dataset.restored;
    }
  }

  fill(entries) {
    const values = Map.groupBy ? Map.groupBy(entries, ([name]) => name) : entries.reduce((map, entry) => map.set(entry[0], [...(map.get(entry[0]) ?? []), entry]), new Map());
    for (const field of this.form.querySelectorAll("input:not([type=hidden]), textarea, select")) {
      const given = (values.get(field.name) ?? []).map(([, value]) => value);
      if (field.type === "radio" || field.type === "checkbox") {
        field.checked = given.includes(field.value);
      } else if (given.length > 0) {
        const same = [...this.form.querySelectorAll(`[name="${field.name}"]`)];
        field.value = given[same.indexOf(field)] ?? "";
      }
    }
  }

  changed({ target }) {
    if (target.checked && target.type === "checkbox") {
      const others = [...this.form.querySelectorAll(`[name="${target.name}"]`)].filter((other) => other !== target && (target.dataset.alone || other.dataset.alone));
      others.forEach((other) => (other.checked = false));
    }

    this.condition();
    this.kept = { ballot: this.form.elements.ballot.value, entries: this.typed };
    this.status.textContent = this.keepsNothing ? "" : this.form.dataset.kept;
  }

  /** Questions that depend on others are there when they should be. In order, for what is hidden has no answer. */
  condition() {
    for (const question of this.form.querySelectorAll('[data-if]:not([data-if=""])')) {
      const given = new FormData(this.form).getAll(`q.${question.dataset.if}`);
      const isShown = question.dataset.is.split(" ").some((answer) => given.includes(answer));
      question.hidden = question.disabled = !isShown;
      question.querySelector(".only-if").hidden = true;
    }
  }

  take(event) {
    event.preventDefault();
    this.form.querySelectorAll(".error").forEach((old) => old.remove());
    this.kept = { ballot: this.form.elements.ballot.value, entries: this.typed, waits: true };
    this.fails = 0;
    this.isAsked = true;
    this.send();
  }

  /** Sends what waits, under the one ballot that it has, until the server has it or says why not. */
  async send() {
    clearTimeout(this.timer);
    const waiting = this.isAsked ? { entries: this.typed } : this.kept?.waits && this.kept;
    if (!waiting || this.isSending || Date.now() > Number(this.form.dataset.closes) + 60_000 * 60) {
      return;
    }

    this.isSending = true;
    const work = () => this.post(waiting.entries);
    const isDone = await (navigator.locks ? navigator.locks.request(this.key, work) : work()).catch(() => false);
    this.isSending = false;
    if (isDone) {
      return;
    }

    this.status.textContent = this.form.dataset.waiting;
    this.timer = setTimeout(() => this.send(), waits[Math.min(this.fails++, waits.length - 1)] * 1000);
  }

  /** Whether there is nothing more to do: it was taken, or has to be mended. */
  async post(entries) {
    const body = new FormData();
    entries.forEach(([name, value]) => body.append(name, value));
    body.set("ballot", this.form.elements.ballot.value);
    body.set("__RequestVerificationToken", this.form.elements.__RequestVerificationToken.value);
    const response = await fetch(this.form.action, { method: "POST", body, headers: { accept: "application/json" } });
    if (response.ok && !response.redirected) {
      // The ballot stays, so that the same answer can never be two; what was answered does not stay where others could read it.
      this.kept = this.form.dataset.secret ? { ballot: this.form.elements.ballot.value } : null;
      this.isAsked = false;
      this.done();
      return true;
    }

    if (response.status === 409 || response.status === 422) {
      this.kept = { ...this.kept, waits: false };
      this.isAsked = false;
      this.refused(await response.json());
      return true;
    }

    return false; // later: signed out, too fast, or the server is away
  }

  refused({ problem, questions }) {
    this.status.textContent = problem;
    const wrong = Object.entries(questions).map(([id, text]) => {
      const question = document.getElementById(`q.${id}`);
      question?.querySelector("legend").after(Object.assign(document.createElement("p"), { className: "error", id: `q.${id}-error`, textContent: text }));
      question?.setAttribute("aria-describedby", `q.${id}-error`);
      return question;
    });
    (wrong.find(Boolean) ?? this.status).scrollIntoView({ block: "center" });
    wrong.find(Boolean)?.focus({ preventScroll: true });
  }
}

document.querySelectorAll("form[data-form]").forEach((form) => new Survey(form));
