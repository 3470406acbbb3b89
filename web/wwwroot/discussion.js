// Keeps a thread alive while it is open: posts slide in, reactions count, and what is written with the line down waits here until it is back.
import { Replies } from "./replies.js";

const list = document.getElementById("posts");
const template = document.getElementById("post-template").content.firstElementChild;
const roles = document.getElementById("role-template").content;
const form = document.getElementById("reply-form");
const { thread, me, zone } = list.dataset;
const home = location.pathname;
const came = JSON.parse(list.dataset.came);
const plural = new Intl.PluralRules(document.documentElement.lang);
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone, numberingSystem: "latn" });
const fresh = new Set(); // numbers of posts that came and were not in sight yet
let last = Number(list.dataset.last);
let read = last;
let reading = 0;

document.addEventListener("cohort-event", (event) => {
  const { kind, payload } = event.detail;
  if (!payload.thread || kind === "threadAdded") {
    return;
  }

  if (payload.thread !== thread) {
    event.preventDefault();
  } else if (payload.at) {
    event.preventDefault();
    show(payload);
  }
});
document.addEventListener("cohort-page", (event) => merge(event.detail));
document.addEventListener("visibilitychange", see);
addEventListener("scroll", see, { passive: true });
list.addEventListener("click", react);

const outbox = form && new Replies({ me, form, list, thread, show, draw: drawWaiting });

/** A post as it is now: a new one goes where its number says, one that is here changes in place. */
function show(post) {
  const old = document.querySelector(`[data-post="${post.post}"]`);
  if (!old && list.dataset.end !== "true") {
    last = Math.max(last, post.number);
    tellOfMore();
    return;
  }

  const article = fill(old ? old.cloneNode(true) : template.cloneNode(true), post);
  if (old) {
    const hadFocus = old.contains(document.activeElement) ? document.activeElement.dataset : null;
    old.replaceWith(article);
    hadFocus?.kind && article.querySelector(`[data-kind="${hadFocus.kind}"]`)?.focus({ preventScroll: true });
    return;
  }

  outbox?.arrived(post.post);
  article.classList.add("enters");
  const next = [...list.querySelectorAll(".post:not(.waiting)")].find((other) => Number(other.dataset.number) > post.number);
  list.insertBefore(article, next ?? list.querySelector(".waiting"));
  last = Math.max(last, post.number);
  if (post.by !== me) {
    fresh.add(post.number);
  }

  see();
}

function fill(article, post) {
  const set = (name, value) => article.setAttribute(name, value);
  set("id", `p-${post.number}`);
  set("data-post", post.post);
  set("data-number", post.number);
  set("data-by", post.by);
  set("aria-labelledby", `by-${post.number}`);
  article.classList.toggle("own", post.by === me);
  article.classList.toggle("gone", post.html === null);
  article.querySelector(".face").textContent = post.initial;
  const who = article.querySelector(".who");
  who.id = `by-${post.number}`;
  who.querySelector("bdi").textContent = post.name ?? word("somebody");
  who.querySelectorAll(".role, .edited, .reply-to").forEach((part) => part.remove());
  const role = post.role && roles.querySelector(`[data-role="${post.role}"]`);
  if (role) {
    who.querySelector(".when").before(role.cloneNode(true), " ");
  }

  const when = who.querySelector(".when");
  when.href = `#p-${post.number}`;
  when.firstElementChild.dateTime = post.at;
  when.firstElementChild.textContent ||= moment(post.at);
  if (post.isEdited) {
    when.after(" ", Object.assign(document.createElement("small"), { className: "edited", textContent: word("edited") }));
  }

  if (post.replyTo) {
    const answered = Object.assign(document.createElement("a"), { className: "small reply-to", href: `${home}?at=${post.replyTo}#p-${post.replyTo}`, textContent: word("reply-to").replace("{number}", post.replyTo) });
    who.append(" ", answered);
  }

  const body = article.querySelector(".post-body");
  if (post.html === null) {
    const gone = Object.assign(document.createElement("p"), { className: "small", textContent: word(post.isWithdrawn ? "withdrawn" : "hidden") });
    body.replaceChildren(gone);
    article.querySelector(".reactions")?.remove();
    return article;
  }

  body.innerHTML = post.html; // rendered by the server, which lets nothing through but text, emphasis, lists, quotes, code and links
  body.querySelectorAll(`.mention[data-who="${me}"]`).forEach((mention) => mention.classList.add("me"));
  if (!article.querySelector(".reactions")) {
    article.append(template.querySelector(".reactions").cloneNode(true));
  }

  article.querySelectorAll("[data-kind]").forEach((button) => {
    const isMine = button.getAttribute("aria-pressed") === "true";
    button.value = `${post.post}/${button.dataset.kind}/${isMine ? "off" : "on"}`;
    button.querySelector(".count").textContent = post.reactions[button.dataset.kind] ?? "";
  });
  article.querySelector("[data-to=reply]").href = `${home}?reply=${post.number}#reply`;
  article.querySelector("[data-to=more]").href = `${home}/${post.post}`;
  article.querySelector("[data-to=more]").setAttribute("aria-label", word("more-of").replace("{number}", post.number));
  return article;
}

/** What a page that was fetched anew shows: after a gap, that is the truth. */
function merge(page) {
  const now = page.getElementById("posts");
  if (!now) {
    return;
  }

  for (const article of now.querySelectorAll(".post")) {
    const old = document.querySelector(`[data-post="${article.dataset.post}"]`);
    if (old) {
      old.outerHTML !== article.outerHTML && old.replaceWith(article);
    } else if (Number(article.dataset.number) > last) {
      outbox?.arrived(article.dataset.post);
      fresh.add(Number(article.dataset.number));
      list.insertBefore(article, list.querySelector(".waiting"));
    }
  }

  last = Math.max(last, Number(now.dataset.last));
  list.dataset.end = now.dataset.end;
  see();
  outbox?.send();
}

/** Notes what has come into sight, and says how many have not. */
function see() {
  for (const number of fresh) {
    const box = document.getElementById(`p-${number}`)?.getBoundingClientRect();
    if (!document.hidden && box && box.top < innerHeight - 40) {
      fresh.delete(number);
    }
  }

  tellOfMore();
  if (!document.hidden && fresh.size === 0 && list.dataset.end === "true" && last > read && form) {
    clearTimeout(reading);
    reading = setTimeout(noteRead, 1500);
  }
}

function tellOfMore() {
  const count = list.dataset.end === "true" ? fresh.size : last - Number(list.dataset.last);
  let button = document.getElementById("came");
  if (count <= 0) {
    button?.remove();
    return;
  }

  if (!button) {
    button = Object.assign(document.createElement("a"), { id: "came", className: "button small came" });
    button.setAttribute("role", "status");
    list.after(button);
  }

  const first = list.dataset.end === "true" ? Math.min(...fresh) : Number(list.dataset.last) + 1;
  button.href = list.dataset.end === "true" ? `#p-${first}` : `${home}?at=${first}#p-${first}`;
  const text = (came[plural.select(count)] ?? came.other).replace("{n}", count);
  if (button.textContent !== text) {
    button.textContent = text;
  }
}

function noteRead() {
  const number = last;
  post("read", { number }).then((response) => response.ok && (read = number)).catch(() => {});
}

/** Shows the tap at once, and takes it back if it did not arrive. */
async function react(event) {
  const button = event.target.closest("button[name=react]");
  if (!button || !form) {
    return;
  }

  event.preventDefault();
  const wanted = button.getAttribute("aria-pressed") !== "true";
  press(button, wanted);
  const response = await post("react", { react: button.value.replace(/o[nf]+$/, wanted ? "on" : "off") }).catch(() => null);
  if (!response?.ok) {
    press(button, !wanted);
  }
}

function press(button, isOn) {
  const count = button.querySelector(".count");
  button.setAttribute("aria-pressed", isOn);
  button.value = button.value.replace(/o[nf]+$/, isOn ? "off" : "on");
  count.textContent = Math.max(0, Number(count.textContent || 0) + (isOn ? 1 : -1)) || "";
}

function post(handler, fields) {
  const body = new FormData();
  Object.entries({ ...fields, __RequestVerificationToken: list.querySelector("[name=__RequestVerificationToken]").value }).forEach(([name, value]) => body.set(name, value));
  return fetch(`${home}?handler=${handler}`, { method: "POST", body, headers: { accept: "application/json" } });
}

/** A post that waits: like any other, and plainly not sent yet. */
function drawWaiting(item) {
  const article = template.cloneNode(true);
  article.className = "post own waiting";
  article.dataset.waits = item.id;
  article.removeAttribute("id");
  article.querySelector(".face").textContent = "…";
  const who = article.querySelector(".who");
  who.removeAttribute("id");
  article.removeAttribute("aria-labelledby");
  who.querySelector("bdi").textContent = word("you");
  const note = Object.assign(document.createElement("small"), { className: "note", textContent: item.problem ?? word("waiting") });
  note.setAttribute("role", "status");
  who.querySelector(".when").replaceWith(note);
  const text = Object.assign(document.createElement("p"), { className: "plain-text", dir: "auto", textContent: item.text });
  article.querySelector(".post-body").replaceChildren(text);
  const back = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: word("take-back") });
  back.dataset.takes = item.id;
  article.querySelector(".reactions").replaceChildren(back);
  return article;
}

/** The instant as the server writes it on the page. */
function moment(at) {
  const parts = Object.fromEntries(clock.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const places = { dddd: parts.weekday, MMMM: parts.month, d: parts.day, HH: parts.hour, mm: parts.minute };
  return list.dataset.moment.replace(/dddd|MMMM|HH|mm|d/g, (place) => places[place]);
}

function word(name) {
  return document.getElementById("word-template").content.querySelector(`[data-word="${name}"]`).textContent;
}

see();
