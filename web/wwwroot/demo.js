// Keeps the demo's clock ticking between two pages.
const bar = document.querySelector(".clock");
const time = bar.querySelector("time");
const { zone, pattern } = bar.dataset;
const parts = new Intl.DateTimeFormat(document.documentElement.lang, {
  timeZone: zone, weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23", numberingSystem: "latn",
});
let reading = { now: Date.parse(bar.dataset.now), speed: Number(bar.dataset.speed), at: performance.now() };

setInterval(tick, 200);
setInterval(read, 10_000);
document.addEventListener("visibilitychange", read);
addEventListener("pageshow", (event) => (event.persisted || performance.getEntriesByType("navigation")[0]?.type === "back_forward") && read()); // else the page says it
new MutationObserver(read).observe(document.body, { attributes: true, attributeFilter: ["data-feed"] }); // live.js was told of something

function tick() {
  const now = new Date(reading.now + (performance.now() - reading.at) * reading.speed);
  const said = say(now);
  if (!document.hidden && said !== time.textContent) {
    time.textContent = said;
    time.dateTime = now.toISOString();
  }
}

/** As the server writes it: the same pattern, filled here. */
function say(now) {
  const part = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]));
  const fills = { dddd: part.weekday, d: part.day, MMMM: part.month, HH: part.hour, mm: part.minute };
  return pattern.replace(/dddd|MMMM|HH|mm|d/g, (field) => fills[field]);
}

/** Somebody else may have moved it. */
async function read() {
  if (!document.hidden) {
    const answer = await fetch("/demo/clock").catch(() => null);
    if (answer?.ok) {
      const { now, speed } = await answer.json();
      reading = { now: Date.parse(now), speed, at: performance.now() };
    }
  }
}
