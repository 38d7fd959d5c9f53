// Choosing a code: a list that filters as one types, with the recent ones first; and making a new code.

import { ask, button, el, fill, sendsWithCtrlEnter, visible } from './dom.js';
import { colourOf } from './marks.js';
import { say } from './texts.js';

const MOST_RECENT = 9;
let recent = [];
let shelf = '';
let unfinished = null; // a new code that was left before it was added

export function openRecent(name) {
  shelf = `bp_qual:recent:${name}`;
  try {
    recent = JSON.parse(localStorage.getItem(shelf) ?? '[]');
  } catch {
    recent = [];
  }
}

export function recentCodes() {
  return recent;
}

export function remember(code) {
  recent = [code, ...recent.filter((other) => other !== code)].slice(0, MOST_RECENT);
  localStorage.setItem(shelf, JSON.stringify(recent));
}

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

// The codes that answer to what was typed: those that begin with it first, then those that hold it.
export function filterCodes(codes, typed) {
  const all = [...codes.values()].filter((code) => !code.folder);
  const wanted = plain(typed.trim());
  if (!wanted) {
    const first = recent.map((id) => codes.get(id)).filter(Boolean);
    return [...first, ...all.filter((code) => !recent.includes(code.id))];
  }
  const rank = (code) => {
    const names = [code.label, code.id].map(plain);
    if (names.some((name) => name.startsWith(wanted))) return 0;
    if (names.some((name) => name.split(/[\s_.-]+/).some((part) => part.startsWith(wanted)))) return 1;
    return names.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  const ranked = all.map((code) => [rank(code), code]).filter(([place]) => place < 3);
  return ranked.sort((one, other) => one[0] - other[0]).map(([, code]) => code);
}

// Open the list; returns { code } or { label } of a code to make, where one may be made, or null.
export function pickCode(codes, quote, mayMake) {
  return new Promise((done) => {
    let shown = [];
    let at = 0;
    const list = el('ul', { role: 'listbox', id: 'codes', 'aria-label': say('choose_code') });
    const input = el('input', {
      type: 'text', role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'codes', 'aria-owns': 'codes', 'aria-autocomplete': 'list',
      'aria-label': say('filter'), placeholder: say('filter'), autocomplete: 'off', spellcheck: 'false',
    });
    const none = el('p', { class: 'quiet', role: 'status' });
    const dialog = el('dialog', { class: 'picker', 'aria-label': say('choose_code') }, el('p', { class: 'quoted' }, visible(quote)), input, list, none);
    const finish = (choice) => {
      dialog.close();
      dialog.remove();
      done(choice);
    };
    const mark = () => {
      [...list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === at)));
      input.setAttribute('aria-activedescendant', list.children[at]?.id ?? '');
      list.children[at]?.scrollIntoView({ block: 'nearest' });
    };
    const draw = () => {
      const typed = input.value.trim();
      shown = filterCodes(codes, typed).map((code) => ({ code: code.id }));
      const known = [...codes.values()].some((code) => [code.label, code.id].some((name) => plain(name) === plain(typed)));
      if (mayMake && typed && !known) shown.push({ label: typed });
      at = 0;
      fill(list, ...shown.map((choice, place) => option(codes, choice, place, typed, () => finish(choice))));
      none.textContent = shown.length ? '' : say(mayMake ? 'no_such_code' : 'blind_no_code');
      mark();
    };
    input.addEventListener('input', draw);
    input.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) at = (at + step + shown.length) % Math.max(shown.length, 1);
      else if (event.key === 'Enter') return event.preventDefault(), shown[at] && finish(shown[at]);
      else if (/^[1-9]$/.test(event.key) && !input.value && codes.has(recent[event.key - 1])) return event.preventDefault(), finish({ code: recent[event.key - 1] });
      else return undefined;
      event.preventDefault();
      return mark();
    });
    dialog.addEventListener('cancel', (event) => (event.preventDefault(), finish(null)));
    draw();
    ask(dialog, input);
  });
}

function option(codes, choice, place, typed, onclick) {
  const item = el('li', { role: 'option', id: `code-option-${place}`, 'aria-selected': 'false', onclick });
  if (!choice.code) {
    item.append(say('new_code', { label: visible(choice.label) }));
    item.classList.add('new');
    return item;
  }
  const code = codes.get(choice.code);
  item.style.setProperty('--code', colourOf(code.id));
  const above = code.parent && codes.get(code.parent);
  const name = el('span', { class: 'name' }, visible(code.label));
  item.append(el('span', { class: 'swatch' }), name);
  if (above) name.append(' ', el('span', { class: 'above' }, visible(above.label)));
  if (!typed && recent.includes(code.id)) item.append(el('kbd', {}, String(recent.indexOf(code.id) + 1)));
  return item;
}

// Ask what a new code is called, and say what was wrong with what was given; returns { id, label, definition, parent } or
// null.
export function describeNewCode(codes, asked, problem) {
  return new Promise((done) => {
    const given = !asked.id && unfinished?.asked === asked.label ? unfinished : asked; // what was typed when it was left
    const field = (name, value = '', tag = 'input') => el(tag, { name, value, id: `new-${name}`, rows: tag === 'textarea' ? '3' : null, autocomplete: 'off' });
    const slug = plain(given.label).replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');
    const fields = { label: field('label', given.label), id: field('id', given.id ?? slug), definition: field('definition', '', 'textarea') };
    const parent = el('select', { name: 'parent', id: 'new-parent' }, el('option', { value: '' }, say('no_parent')));
    for (const code of codes.values()) parent.append(el('option', { value: code.id }, visible(code.label)));
    fields.parent = parent;
    fields.definition.value = given.definition ?? '';
    parent.value = given.parent ?? '';
    const row = (name) => el('p', {}, el('label', { for: `new-${name}` }, say(`code_${name}`)), fields[name]);
    const finish = (value) => {
      unfinished = null;
      dialog.close();
      dialog.remove();
      done(value);
    };
    const typed = () => Object.fromEntries(Object.entries(fields).map(([name, input]) => [name, input.value.trim()]));
    const hold = () => {
      unfinished = { ...typed(), asked: asked.label };
    };
    const leave = (event) => {
      event.preventDefault();
      const kept = unfinished;
      finish(null);
      unfinished = kept;
    };
    const form = el('form', { oninput: hold, onsubmit: (event) => (event.preventDefault(), finish(typed())) }, el('h2', {}, say('new_code_title')), problem ? el('p', { class: 'reject', role: 'alert' }, visible(problem)) : '', row('label'), row('id'), row('definition'), row('parent'),
    el('p', { class: 'buttons' }, el('button', { type: 'submit', class: 'main' }, say('add_code')), button(say('cancel'), () => finish(null))));
    const dialog = el('dialog', { class: 'form', 'aria-label': say('new_code_title') }, sendsWithCtrlEnter(form));
    dialog.addEventListener('cancel', leave);
    ask(dialog, problem ? fields.id : fields.definition);
  });
}
