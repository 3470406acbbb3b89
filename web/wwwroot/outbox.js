// What somebody wrote on this device and the server has not confirmed. It outlives the page, and each thing is sent under one id, so once.
const waits = [2, 5, 10, 30, 60]; // seconds before the next try

/** Keeps what waits, whatever it is, and sends it. `draw` shows all of it, `sent` is handed each thing with the server's answer. */
export class Outbox {
  constructor({ me, token, draw, sent }) {
    Object.assign(this, { token, draw, sent, fails: 0, timer: 0, isSending: false });
    this.key = `outbox/${me}`;
    addEventListener("online", () => this.send());
    addEventListener("storage", (event) => event.key === this.key && this.draw(this.items));
    document.addEventListener("visibilitychange", () => document.hidden || this.send());
  }

  /** Shows and sends what was left. */
  begin() {
    this.draw(this.items);
    this.send();
  }

  get items() {
    return JSON.parse(localStorage.getItem(this.key) ?? "[]");
  }

  set items(items) {
    items.length > 0 ? localStorage.setItem(this.key, JSON.stringify(items)) : localStorage.removeItem(this.key);
    this.draw(items);
  }

  /** Keeps a thing before anything can go wrong: its id, the address and handler that take it, and the fields of the form. */
  keep(item) {
    try {
      this.items = [...this.items, item];
    } catch {
      return false; // a browser that keeps nothing sends the form as it is
    }

    this.fails = 0;
    this.send();
    return true;
  }

  /** The thing is on the server, however we know, or back in its form. */
  arrived(id) {
    const item = this.items.find((one) => one.id === id);
    if (item) {
      this.items = this.items.filter((one) => one.id !== id);
    }

    return item;
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
      const { url, handler, thread, home, problem, ...fields } = item;
      const body = new FormData();
      Object.entries({ ...fields, __RequestVerificationToken: this.token() }).forEach(([name, value]) => body.set(name, value ?? ""));
      const response = await fetch(`${url}?handler=${handler}`, { method: "POST", body, headers: { accept: "application/json" } });
      if (response.ok && !response.redirected) {
        const answer = await response.json();
        this.arrived(item.id);
        this.sent(item, answer);
        this.fails = 0;
      } else if (response.status === 409 || response.status === 422) {
        const problem = (await response.json()).problem;
        this.items = this.items.map((one) => (one.id === item.id ? { ...one, problem } : one));
      } else {
        return; // later: signed out, too fast, or the server is away
      }
    }
  }
}

/** A GUID of version 7: the time, then chance. Source: RFC 9562, section 5.7. */
export function newId() {
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
