// Shows what happens in a cohort while its page is open. Without it the page is the same page, one reload later.
const body = document.body;
const line = document.getElementById("live-news");
const cohort = body.dataset.cohort;
const look = document.querySelector("[data-look]"); // the part of a discussion that this page shows
const talk = ["threadAdded", "threadChanged", "postAdded", "postChanged", "reactionsChanged", "moderated"];
const forms = ["formOpened", "formClosed", "resultsShown"];
const savesData = navigator.connection?.saveData === true;
const waits = [1, 2, 5, 10, 20, 40, 60]; // seconds before the next try
const coming = []; // events that came and that the page does not show yet

let connection = null;
let fails = 0;
let refused = false;
let retrying = 0;
let refreshing = null;

reflect();
if (cohort && line) {
  connect();
  addEventListener("online", () => again());
  addEventListener("pagehide", rest);
  addEventListener("pageshow", (event) => event.persisted && again());
  document.addEventListener("visibilitychange", () => (document.hidden ? savesData && rest() : again()));
  document.addEventListener("visibilitychange", () => look && call("Look", look.dataset.look, !document.hidden));
  document.addEventListener("cohort-responsesCounted", ({ detail }) => count(detail));
  document.addEventListener("cohort-call", ({ detail }) => call(detail.method, ...detail.args));
}

async function connect() {
  clearTimeout(retrying);
  if (connection || refused || (savesData && document.hidden)) {
    return;
  }

  let mine;
  try {
    await import(line.dataset.signalr);
    mine = connection = build(globalThis.signalR);
    mine.onclose(() => mine === connection && later());
    await mine.start();
    if (look) {
      await mine.invoke("Look", cohort, look.dataset.look, !document.hidden);
    }

    const { epoch, number } = shown();
    const reply = await mine.invoke("Watch", cohort, epoch, number);
    fails = 0;
    if (reply.reload) {
      await refreshSoon();
    } else {
      reply.missed.forEach(happened);
    }
  } catch (error) {
    refused ||= error.statusCode === 401 || /not-found/.test(error.message); // a 404 only says that a detour led to another node
    mine?.stop();
    if (!mine || mine === connection) {
      later();
    }
  }
}

/** A plain WebSocket first; where something on the way forbids it, every other try looks for a detour. */
function build(signalR) {
  const socket = { transport: signalR.HttpTransportType.WebSockets, skipNegotiation: true };
  const made = new signalR.HubConnectionBuilder().withUrl("/live", fails % 2 ? {} : socket).configureLogging(signalR.LogLevel.None).build();
  made.keepAliveIntervalInMilliseconds = 30_000;
  made.serverTimeoutInMilliseconds = 75_000;
  ["moduleReleased", "scheduleChanged", "announcement", ...forms, ...talk].forEach((kind) => made.on(kind, happened));
  ["presence", "typing", "responsesCounted"].forEach((kind) => made.on(kind, (detail) => detail.cohort === cohort && document.dispatchEvent(new CustomEvent(`cohort-${kind}`, { detail }))));
  made.on("reload", () => refreshSoon());
  return made;
}

/** Says something to the hub that is no use later: if the line is down, it is left unsaid. */
function call(method, ...args) {
  if (connection?.state === "Connected") {
    connection.invoke(method, cohort, ...args).catch(() => {});
  }
}

function later() {
  connection = null;
  const wait = waits[Math.min(fails++, waits.length - 1)] * (0.75 + Math.random() / 2);
  retrying = setTimeout(connect, wait * 1000);
}

/** The line is back, or somebody looks again: no use in waiting. */
function again() {
  if (connection?.state !== "Connected") {
    rest();
    connect();
  }
}

function rest() {
  clearTimeout(retrying);
  const old = connection;
  connection = null;
  old?.stop();
}

/** The position of the feed that the page shows. */
function shown() {
  const [epoch, number] = (body.dataset.feed ?? "").split("/");
  return epoch ? { epoch, number: Number(number) } : { epoch: null, number: null };
}

function isShown(event) {
  const { epoch, number } = shown();
  return epoch === event.epoch && event.number <= number;
}

/** Whether the page is older than the event. One of another epoch has no place before or after. */
function isAhead(event) {
  return shown().epoch === event.epoch && !isShown(event);
}

function happened(event) {
  if (event.cohort !== cohort || isShown(event) || coming.some((known) => known.epoch === event.epoch && known.number === event.number)) {
    return;
  }

  if (talk.includes(event.kind) && (!look || !document.dispatchEvent(new CustomEvent("cohort-event", { detail: event, cancelable: true })))) {
    if (isAhead(event) && coming.length === 0) {
      body.dataset.feed = `${event.epoch}/${event.number}`; // the page shows it, or it is none of its business
    }

    return;
  }

  coming.push(event);
  refreshSoon();
}

/** Fetches the page anew, not all browsers in the same instant, and once for all that came meanwhile. */
function refreshSoon() {
  const wait = coming.every((event) => talk.includes(event.kind)) && coming.length > 0 ? 2000 : 300; // talk is many small news
  refreshing ??= new Promise((go) => setTimeout(go, Math.random() * wait))
    .then(refresh)
    .catch(() => false)
    .then((done) => {
      refreshing = null;
      if (!done || coming.length > 0) {
        setTimeout(refreshSoon, 3000);
      }
    });
  return refreshing;
}

async function refresh() {
  const response = await fetch(location.href, { cache: "no-cache" });
  if (response.redirected || response.status === 404) {
    refused = true; // signed out, or not in this cohort any more: the page stays as it is
    coming.length = 0;
    rest();
    return true;
  }

  if (!response.ok) {
    return false;
  }

  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const isChanged = show(page);
  document.dispatchEvent(new CustomEvent("cohort-page", { detail: page }));
  body.dataset.feed = page.body.dataset.feed;
  const news = coming.filter((event) => !isAhead(event));
  coming.splice(0, coming.length, ...coming.filter(isAhead));
  news.filter((event) => !talk.includes(event.kind)).forEach(tell);
  if (isChanged && news.length === 0 && coming.length === 0) {
    say(line.dataset.updated);
  }

  return true;
}

/** Swaps the live regions; where the pages have not the same ones, such as when a shut week has opened, all of the page. */
function show(page) {
  const main = line.closest("main");
  const fresh = page.querySelector("main");
  const [old, now] = [main, fresh].map((root) => [...root.querySelectorAll("[data-live]")]);
  const isSame = old.length === now.length && old.every((region, index) => region.dataset.live === now[index].dataset.live);
  const place = { scroll: scrollY, focus: main.contains(document.activeElement) ? document.activeElement : null };
  let isChanged = !isSame;
  if (isSame) {
    old.forEach((region, index) => {
      if (plain(region) !== plain(now[index]) && !isTypedIn(region)) {
        region.replaceWith(now[index]);
        isChanged = true;
      }
    });
  } else {
    replaceAround(fresh.querySelector("#live-news"));
    document.title = page.title;
  }

  reflect();
  comeBack(main, place);
  return isChanged;
}

/**
 * Gives each reflection of a module a field. What is written there is kept in this browser and sent nowhere. It stands in this file because one of
 * its own would cost a slow line another request.
 */
function reflect() {
  const template = document.getElementById("reflection-template");
  for (const section of template ? document.querySelectorAll("[data-reflection]") : []) {
    if (!section.querySelector("textarea")) {
      const key = `${template.dataset.key}/${section.dataset.reflection}`;
      const field = template.content.firstElementChild.cloneNode(true);
      const [label, text, hint, state] = field.children;
      text.id = label.htmlFor = `reflection-${section.dataset.reflection}`;
      hint.id = `${text.id}-hint`;
      text.setAttribute("aria-describedby", hint.id);
      text.value = kept(key);
      text.addEventListener("input", () => (state.textContent = keep(key, text.value) ? state.dataset.kept : state.dataset.lost));
      section.append(field);
    }
  }
}

function kept(key) {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return ""; // a browser that keeps nothing: it says so when somebody writes
  }
}

function keep(key, text) {
  try {
    text.trim() ? localStorage.setItem(key, text) : localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** All but the news line, which stays where it is: only so do screen readers read what it says next. */
function replaceAround(twin) {
  [...line.parentElement.children].forEach((child) => child === line || child.remove());
  const fresh = [...twin.parentElement.children];
  const place = fresh.indexOf(twin);
  line.before(...fresh.slice(0, place));
  line.after(...fresh.slice(place + 1));
}

/** A region as text, without the tokens that differ in every answer. */
function plain(region) {
  const copy = region.cloneNode(true);
  copy.querySelectorAll("input[type=hidden]").forEach((field) => field.remove());
  return copy.outerHTML;
}

function isTypedIn(region) {
  return [...region.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) =>
    field === document.activeElement || (field.value !== field.defaultValue && field.defaultValue !== undefined) || (field.checked ?? false) !== (field.defaultChecked ?? false));
}

function comeBack(main, { scroll, focus }) {
  if (focus && !focus.isConnected) {
    const twin = (focus.id && document.getElementById(focus.id))
      || [...main.querySelectorAll(focus.tagName)].find((other) => other.textContent === focus.textContent && other.href === focus.href);
    (twin || main).focus({ preventScroll: true });
  }

  if (scrollY !== scroll) {
    scrollTo({ top: scroll, behavior: "instant" });
  }
}

function tell({ kind, payload }) {
  const home = `/c/${cohort}`;
  const words = line.dataset;
  if (kind === "moduleReleased") {
    say(words.released.replace("{week}", payload.week), `${home}/week/${payload.week}`, words.read);
  } else if (kind === "scheduleChanged") {
    say(words.rescheduled, home, words.dates);
  } else if (kind === "formOpened") {
    import("./forms.js").then((module) => module.open(cohort, payload.form, () => whisper(words.asked)));
  } else if (kind === "resultsShown") {
    payload.shown && say(words.results, `${home}/forms/${payload.form}/results`, words.see);
  } else if (kind !== "formClosed") {
    say(words.announced, `${home}#a-${payload.id}`, words.announcement);
  }
}

/** How many have answered, as it goes up; the results move in steps and are fetched when they may have. */
function count({ form, responses }) {
  document.querySelectorAll(`[data-count="${form}"]`).forEach((place) => {
    const known = Number(place.dataset.known ?? place.textContent.replace(/\D/g, ""));
    place.textContent = responses.toLocaleString(document.documentElement.lang, { numberingSystem: "latn" });
    place.dataset.known = responses;
    if (Math.floor(known / 5) !== Math.floor(responses / 5) && place.closest("[data-results]")) {
      refreshSoon();
    }
  });
}

/** For screen readers alone: whoever sees the page sees it already. */
function whisper(text) {
  line.append(Object.assign(document.createElement("p"), { className: "hidden", textContent: text }));
}

/** One notice, with a link unless one is there already, and a way to put it away. The newest three stay. */
function say(text, href, label) {
  const notice = document.createElement("p");
  notice.className = "notice live enters";
  notice.append(text);
  if (href && (href.includes("#") || href !== location.pathname)) {
    notice.append(" ", Object.assign(document.createElement("a"), { href, textContent: label }));
  }

  const away = Object.assign(document.createElement("button"), { type: "button", className: "away", textContent: "×" });
  away.setAttribute("aria-label", line.dataset.away);
  away.addEventListener("click", () => notice.remove());
  notice.append(away);
  line.append(notice);
  if (line.children.length > 3) {
    line.firstElementChild.remove();
  }
}
