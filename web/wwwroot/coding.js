// Coding with a pointer or a keyboard selection: the selected words take the place of the ticked sentences.
const form = document.getElementById('coding');
const text = document.getElementById('text');

if (form && text) {
  const line = form.querySelector('[data-chosen]');
  const boxes = [...form.querySelectorAll('input[name=sentence]')];
  text.classList.add('selects');
  text.closest('fieldset').querySelector('legend').textContent = text.dataset.hint;

  const points = string => [...string].length;

  /** Where a point of the page lies in the text, in code points; null if it lies outside of every stretch. */
  const placeOf = (node, offset) => {
    const stretch = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.('[data-start]');
    if (!stretch || !text.contains(stretch)) return null;
    const before = document.createRange();
    before.setStart(stretch, 0);
    before.setEnd(node, offset);
    return Number(stretch.dataset.start) + points(before.toString());
  };

  /** The selection as a place in the text: its outermost stretches count, also where it begins or ends between two. */
  const chosen = () => {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const inside = [...text.querySelectorAll('[data-start]')].filter(stretch => range.intersectsNode(stretch));
    if (!inside.length || !text.contains(range.commonAncestorContainer)) return null;
    const last = inside.at(-1);
    const start = placeOf(range.startContainer, range.startOffset) ?? Number(inside[0].dataset.start);
    const end = placeOf(range.endContainer, range.endOffset) ?? Number(last.dataset.start) + points(last.textContent);
    return end > start ? { start, end, words: selection.toString().trim() } : null;
  };

  const clear = () => {
    form.elements.start.value = form.elements.end.value = '';
    line.hidden = true;
  };

  document.addEventListener('selectionchange', () => {
    const place = chosen();
    if (!place) return;
    form.elements.start.value = place.start;
    form.elements.end.value = place.end;
    for (const box of boxes) box.checked = false;
    line.textContent = line.dataset.chosen.replace('{words}', place.words);
    line.hidden = false;
  });

  for (const box of boxes) box.addEventListener('change', clear);

  // Selecting words within a sentence is not meant to tick it.
  text.addEventListener('click', event => {
    if (event.target.closest('label') && !document.getSelection().isCollapsed) event.preventDefault();
  });

  form.elements.name?.addEventListener('input', () => {
    if (form.elements.name.value) for (const choice of form.querySelectorAll('input[name=code]')) choice.checked = false;
  });
  for (const choice of form.querySelectorAll('input[name=code]')) {
    choice.addEventListener('change', () => { if (form.elements.name) form.elements.name.value = ''; });
  }
}
