// The reply form of a thread: what is sent goes through the outbox, what is being written is kept as a draft.
import { Draft } from "./draft.js";
import { Outbox, newId } from "./outbox.js";

export class Replies {
  constructor({ me, form, list, thread, show, draw }) {
    Object.assign(this, { form, list, thread, draw });
    this.text = form.elements.text;
    this.draft = new Draft({ me, place: thread, fields: [this.text] });
    this.outbox = new Outbox({
      me,
      token: () => form.elements.__RequestVerificationToken.value,
      draw: (items) => this.render(items),
      sent: (item, post) => post.thread === thread && show(post),
    });
    form.addEventListener("submit", (event) => this.take(event));
    list.addEventListener("click", (event) => event.target.dataset.takes && this.takeBack(event.target.dataset.takes));
    this.outbox.begin();
  }

  send() {
    this.outbox.send();
  }

  arrived(id) {
    this.outbox.arrived(id);
  }

  /** Takes a post out of the form. */
  take(event) {
    const { id, replyTo } = this.form.elements;
    const isReply = !event.submitter?.hasAttribute("formaction") && this.text.value.trim();
    if (!isReply || !this.outbox.keep({ id: id.value, thread: this.thread, url: location.pathname, handler: "reply", text: this.text.value, replyTo: replyTo?.value ?? null })) {
      return;
    }

    event.preventDefault();
    this.text.value = "";
    this.draft.keep();
    id.value = newId();
    replyTo?.previousElementSibling?.remove();
    replyTo?.remove();
    this.text.focus();
  }

  takeBack(id) {
    const item = this.outbox.arrived(id);
    if (item && !this.text.value) {
      this.text.value = item.text;
      this.draft.keep();
    }

    this.text.focus();
  }

  render(items) {
    this.list.querySelectorAll(".waiting").forEach((old) => old.remove());
    items.filter((item) => item.thread === this.thread).forEach((item) => this.list.append(this.draw(item)));
  }
}
