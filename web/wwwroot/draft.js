// What is being written in a form outlives the page, on this device.

/** Brings back what was written, after what a field holds already, such as a quotation; keeps what is typed until it is dropped. */
export class Draft {
  constructor({ me, place, fields }) {
    Object.assign(this, { key: `draft/${me}/${place}`, fields });
    const kept = this.read();
    for (const field of fields) {
      const before = kept[field.name] ?? "";
      field.value = before.includes(field.value) ? before : field.value.includes(before) ? field.value : field.value + before;
      field.addEventListener("input", () => this.keep());
    }
  }

  keep() {
    const written = Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
    try {
      this.fields.some((field) => field.value) ? localStorage.setItem(this.key, JSON.stringify(written)) : this.drop();
    } catch {
      // a browser that keeps nothing leaves it in the form
    }
  }

  drop() {
    localStorage.removeItem(this.key);
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? {};
    } catch {
      return {};
    }
  }
}
