// Coding blind: how far it is, and the passages by their number.

import { el } from './dom.js';
import { addressOf } from './start.js';
import { many, number, say } from './texts.js';
import { get } from './wire.js';

let order = [];

// The passages, in the order in which they are shown.
export async function fetchUnits() {
  const view = await get('blind');
  order = view.units.map((unit) => unit.id);
  return view;
}

export function unitName(id) {
  return say('unit_of', placeOf(id));
}

function placeOf(id) {
  return { n: number(order.indexOf(id) + 1), all: number(order.length) };
}

// The passage before this one in the order in which they are shown; none before the first.
export function unitBefore(id) {
  return order[order.indexOf(id) - 1] ?? '';
}

// The next passage that is not done, after this one first.
export async function nextUnit(id) {
  const { units } = await fetchUnits();
  const here = units.findIndex((unit) => unit.id === id);
  return [...units.slice(here + 1), ...units.slice(0, here)].find((unit) => !unit.done)?.id ?? '';
}

export async function showBlind(main) {
  const { units, next } = await fetchUnits();
  const done = units.filter((unit) => unit.done).length;
  const going = next ? el('a', { class: 'button main', href: addressOf(next) }, say('next_unit', placeOf(next))) : el('strong', {}, say('all_units_done'));
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, el('span', {}));
  bar.firstChild.style.inlineSize = `${units.length ? (100 * done) / units.length : 0}%`;
  const items = units.map((unit, place) => el('li', {}, el('a', { class: `card${unit.done ? ' done' : ''}`, href: addressOf(unit.id), 'aria-label': label(unit, place) }, unit.done ? `${number(place + 1)} ✓` : number(place + 1))));
  main.append(el('div', { class: 'start' }, el('div', { class: 'head' }, el('h1', { tabindex: '-1' }, say('blind_title')), el('p', { class: 'next' }, going),
    el('p', { class: 'quiet' }, many('blind_progress', units.length, { done: number(done) })), bar), el('ol', { class: 'units' }, ...items)));
}

function label(unit, place) {
  const name = say('unit_of', { n: number(place + 1), all: number(order.length) });
  return unit.done ? `${name}, ${say('done')}` : name;
}
