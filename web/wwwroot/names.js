// Offers the names of the cohort while somebody types @: arrows to choose, Enter or Tab to take, Escape to go on.
const found = new Map();

document.querySelectorAll("textarea[data-names]").forEach((text) => {
  const list = Object.assign(document.createElement("ul"), { className: "names", id: `${text.id}-names`, hidden: true });
  list.setAttribute("role", "listbox");
  text.after(list);
  text.setAttribute("aria-controls", list.id);
  text.setAttribute("aria-autocomplete", "list");
  let at = -1;

  text.addEventListener("input", async () => {
    const typed = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N} _-]{1,40})$/u.exec(text.value.slice(0, text.selectionStart))?.[1];
    const names = typed ? await look(text.dataset.names, typed).catch(() => []) : [];
    draw(names, typed);
  });
  text.addEventListener("keydown", (event) => {
    if (list.hidden) {
      return;
    }

    const options = [...list.children];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      choose((at + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
    } else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) {
      take(options[at].textContent);
    } else if (event.key === "Escape") {
      draw([]);
    } else {
      return;
    }

    event.preventDefault();
  });
  text.addEventListener("blur", () => setTimeout(() => draw([]), 150));

  function draw(names) {
    list.hidden = names.length === 0;
    list.replaceChildren(...names.map((name, place) => {
      const option = Object.assign(document.createElement("li"), { id: `${list.id}-${place}`, textContent: name, dir: "auto" });
      option.setAttribute("role", "option");
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(name); });
      return option;
    }));
    names.length > 0 ? choose(0) : text.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    at = place;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", index === place));
    text.setAttribute("aria-activedescendant", list.children[place].id);
  }

  function take(name) {
    const before = text.value.slice(0, text.selectionStart).replace(/@[^@]*$/u, `@${name} `);
    text.setRangeText(before, 0, text.selectionStart, "end");
    draw([]);
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
  }
});

async function look(address, typed) {
  const key = typed.toLocaleLowerCase();
  if (!found.has(key)) {
    const response = await fetch(`${address}?q=${encodeURIComponent(typed)}`);
    found.set(key, response.ok ? await response.json() : []);
  }

  return found.get(key);
}
