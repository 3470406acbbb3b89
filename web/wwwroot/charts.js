// Exact values where one points, by the arrow keys too, and curves that can be put out. Each picture's table says the same without it.
import { autoUpdate, computePosition, flip, offset, shift } from "./lib/floating-ui/dom.js";

const tip = Object.assign(document.createElement("p"), { className: "tip", hidden: true });
tip.setAttribute("role", "status");
document.body.append(tip);

let told = null;
let follow = null;

function tell(mark) {
  if (mark === told) return;
  told?.classList.remove("on");
  follow?.();
  [told, follow] = [mark, null];
  tip.hidden = !mark;
  if (!mark) return;
  mark.classList.add("on");
  tip.textContent = mark.dataset.tip;
  follow = autoUpdate(mark, tip, async () => {
    const { x, y } = await computePosition(mark, tip, { placement: "top", middleware: [offset(6), flip(), shift({ padding: 8 })] });
    Object.assign(tip.style, { left: `${x}px`, top: `${y}px` });
  });
}

/** The values of a picture that are not put out, in the order of the table. */
const marksOf = (chart) => [...chart.querySelectorAll(".mark")].filter((mark) => !mark.closest(".out"));

function step(chart, event) {
  const isMirrored = chart.getAttribute("direction") === "rtl";
  const marks = marksOf(chart);
  const at = marks.indexOf(told);
  const places = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? 0 : at - 1,
    [isMirrored ? "ArrowLeft" : "ArrowRight"]: at + 1,
    [isMirrored ? "ArrowRight" : "ArrowLeft"]: at < 0 ? 0 : at - 1,
    Home: 0,
    End: marks.length - 1,
  };
  if (event.key === "Escape") {
    tell(null);
  } else if (event.key in places) {
    event.preventDefault();
    tell(marks[Math.min(Math.max(places[event.key], 0), marks.length - 1)]);
  }
}

/** A button for each curve of a picture that has several. */
function addSwitches(figure, chart) {
  const curves = [...chart.querySelectorAll("[data-curve]")];
  if (curves.length < 2) return;
  const switches = Object.assign(document.createElement("div"), { className: "switches row" });
  switches.setAttribute("role", "group");
  switches.setAttribute("aria-label", figure.dataset.switches);
  for (const curve of curves) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button plain small", textContent: curve.dataset.name });
    button.setAttribute("aria-pressed", "true");
    button.addEventListener("click", () => {
      const isOut = curve.classList.toggle("out");
      button.setAttribute("aria-pressed", String(!isOut));
      tell(null);
    });
    switches.append(button);
  }
  chart.after(switches);
}

for (const figure of document.querySelectorAll(".picture")) {
  const chart = figure.querySelector("svg.chart");
  if (!chart?.querySelector(".mark")) continue;
  chart.tabIndex = 0;
  chart.setAttribute("aria-description", figure.dataset.keys);
  chart.addEventListener("pointerover", (event) => tell(event.target.closest(".mark")));
  chart.addEventListener("pointerleave", () => tell(null));
  chart.addEventListener("focusout", () => tell(null));
  chart.addEventListener("keydown", (event) => step(chart, event));
  addSwitches(figure, chart);
}
