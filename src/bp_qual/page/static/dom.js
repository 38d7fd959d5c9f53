// Elements are made here and nowhere else, always with text as text: nothing from a transcript is ever parsed as HTML.

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (name === 'text') element.textContent = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

export function button(text, onclick, attributes = {}) {
  return el('button', { type: 'button', onclick, ...attributes }, text);
}

// A button that decides something: whoever clicks twice decides once, as the second click would be one more thing to undo.
export function decider(text, decide, attributes = {}) {
  return button(text, (event) => event.detail < 2 && decide(event), attributes);
}

// Ask something, beginning in a field. A click beside the dialog, as the second of two on the button that opened it, leaves
// that field as it is: what is typed goes into it.
export function ask(dialog, field) {
  dialog.addEventListener('mousedown', (event) => event.target === dialog && event.preventDefault());
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
}

// Ctrl+Enter sends a form from any of its fields, also where Enter begins a new line.
export function sendsWithCtrlEnter(form) {
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return form;
}

export function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return element;
}

// Characters that are not seen, or that turn the direction of what follows, are shown by their number.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;

export function visible(text) {
  return text.replace(HIDDEN, (sign) => `‹U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`);
}

// A text with the names of programs and options in it, which no line breaks at their hyphens.
export function unbroken(text) {
  return text.split(/(bp-qual|--[a-z]+)/).map((part, place) => (place % 2 ? el('span', { class: 'command' }, part) : part)).filter(Boolean);
}

// In the talk itself every character keeps its place: one that turns the direction of what follows is shown as one sign.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

export function unturned(text) {
  return text.replace(TURNING, '\ufffd');
}

const region = el('div', { role: 'status', 'aria-live': 'polite', 'aria-atomic': 'true', class: 'announcement' });
let said = '';
let telling = null;

// Where what happens is said: on the page before anything is, or no screen reader listens to it.
export function announcements() {
  return region;
}

// Say something to whoever listens rather than looks, and show it for a moment to whoever looks. What one key or click
// says in two parts (a hit was rejected, here is the next) is said in order; what the next key says takes its place.
export function announce(text) {
  if (!said) queueMicrotask(() => { said = ''; });
  said = said && said !== text ? `${said} · ${text}` : text;
  const shown = visible(said);
  region.textContent = region.textContent === shown ? `${shown}\u00a0` : shown; // the same words again are news too
  const easing = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'step-end' : 'linear';
  telling?.cancel();
  telling = region.animate([{ opacity: 0.95, easing }, { opacity: 0.95, offset: 0.7, easing }, { opacity: 0 }], 2200);
}

// Do something once what was drawn is on the screen: what the coder sees of a key goes first. At once where nobody looks.
export function afterPaint(act) {
  if (document.hidden) return void act();
  let isDone = false;
  const once = () => {
    if (!isDone) act();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 200); // a window that was hidden meanwhile draws nothing
}
