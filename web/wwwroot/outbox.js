// What somebody wrote on this device and the server has not confirmed. It outlives the page, and each post is sent under one id, so once.
const waits = [2, 5, 10, 30, 60]; // seconds before the next try

export class Outbox {
  constructor({ me, form, list, thread, show, draw }) {
    Object.assign(this, { form, list, thread, show, draw, fails: 0, timer: 0, isSending: false });
    this.key = `outbox/${me}`;
    this.draftKey = `draft/${me}/${thread}`;
    this.text = form.elements.text;
    if (!this.text.value) {
      this.text.value = localStorage.getItem(this.draftKey) ?? "";
    }

    this.text.addEventListener("input", () => this.keepDraft());
    form.addEventListener("submit", (event) => this.take(event));
    list.addEventListener("click", (event) => event.target.dataset.takes && this.takeBack(event.target.dataset.takes));
    addEventListener("online", () => this.send());
    addEventListener("storage", (event) => event.key === this.key && this.render());
    document.addEventListener("visibilitychange", () => document.hidden || this.send());
    this.render();
    this.send();
  }

  get items() {
    return JSON.parse(localStorage.getItem(this.key) ?? "[]");
  }

  set items(items) {
    items.length > 0 ? localStorage.setItem(this.key, JSON.stringify(items)) : localStorage.removeItem(this.key);
    this.render();
  }

  keepDraft() {
    this.text.value ? localStorage.setItem(this.draftKey, this.text.value) : localStorage.removeItem(this.draftKey);
  }

  /** Takes a post out of the form and keeps it, before anything can go wrong. A browser that keeps nothing sends the form as it is. */
  take(event) {
    if (event.submitter?.hasAttribute("formaction") || !this.text.value.trim()) {
      return;
    }

    try {
      this.items = [...this.items, { id: this.form.elements.id.value, thread: this.thread, url: location.pathname, text: this.text.value, replyTo: this.form.elements.replyTo?.value ?? null }];
    } catch {
      return;
    }

    event.preventDefault();
    this.text.value = "";
    this.keepDraft();
    this.form.elements.id.value = newId();
    this.form.elements.replyTo?.previousElementSibling?.remove();
    this.form.elements.replyTo?.remove();
    this.text.focus();
    this.fails = 0;
    this.send();
  }

  takeBack(id) {
    const item = this.items.find((one) => one.id === id);
    this.arrived(id);
    if (item && !this.text.value) {
      this.text.value = item.text;
      this.keepDraft();
    }

    this.text.focus();
  }

  /** The post is on the server, however we know. */
  arrived(id) {
    if (this.items.some((item) => item.id === id)) {
      this.items = this.items.filter((item) => item.id !== id);
    }
  }

  /** Sends what waits, the oldest first, one tab at a time. */
  async send() {
    clearTimeout(this.timer);
    if (this.isSending) {
      return;
    }

    this.isSending = true;
    const work = () => this.sendAll();
    await (navigator.locks ? navigator.locks.request(this.key, work) : work()).catch(() => {});
    this.isSending = false;
    if (this.items.some((item) => !item.problem)) {
      this.timer = setTimeout(() => this.send(), waits[Math.min(this.fails++, waits.length - 1)] * 1000);
    }
  }

  async sendAll() {
    for (const item of this.items.filter((one) => !one.problem)) {
      const body = new FormData();
      const token = this.form.elements.__RequestVerificationToken.value;
      Object.entries({ id: item.id, text: item.text, replyTo: item.replyTo ?? "", __RequestVerificationToken: token }).forEach(([name, value]) => body.set(name, value));
      const response = await fetch(`${item.url}?handler=reply`, { method: "POST", body, headers: { accept: "application/json" } });
      if (response.ok && !response.redirected) {
        const post = await response.json();
        this.arrived(item.id);
        post.thread === this.thread && this.show(post);
        this.fails = 0;
      } else if (response.status === 409 || response.status === 422) {
        const problem = (await response.json()).problem;
        this.items = this.items.map((one) => (one.id === item.id ? { ...one, problem } : one));
      } else {
        return; // later: signed out, too fast, or the server is away
      }
    }
  }

  render() {
    this.list.querySelectorAll(".waiting").forEach((old) => old.remove());
    this.items.filter((item) => item.thread === this.thread).forEach((item) => this.list.append(this.draw(item)));
  }
}

/** A GUID of version 7: the time, then chance. Source: RFC 9562, section 5.7. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let time = Date.now();
  for (let place = 5; place >= 0; place--) {
    bytes[place] = time % 256;
    time = Math.floor(time / 256);
  }

  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
