// The framework matrix: what a coder makes of what a person said about a code in a wave, with the quotes beside it.

import { announce, el, fill, unbroken, visible } from './dom.js';
import { colourOf } from './marks.js';
import { refuseReadOnly, send, settle } from './outbox.js';
import { addressOf } from './start.js';
import { number, say, waveName } from './texts.js';
import { Gone, Refused, get } from './wire.js';

const PAUSE = 1500;
const typing = new Set();

// Save what is being typed: before another view is shown, and before what was typed in goes.
export function keepTyped() {
  for (const field of [...typing]) field.keep();
}

document.addEventListener('leaving', keepTyped);

export class CellField {
  constructor(cell, code) {
    Object.assign(this, { cell, code, of: cell.of, kept: cell.text });
    this.state = el('span', { class: 'quiet cell-state' });
    const name = say('summary_of', { person: visible(cell.person), wave: visible(waveName(cell.wave)) });
    this.area = el('textarea', { rows: '3', 'aria-label': name, placeholder: say('summary'), oninput: () => this.later(), onchange: () => this.keep() });
    this.area.value = cell.text;
    this.element = el('div', { class: 'cell' }, this.area, this.state);
    this.state.textContent = cell.versions > 1 ? say('cell_both') : cell.stale ? say('cell_stale') : '';
  }

  later() {
    typing.add(this);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), PAUSE);
  }

  keep() {
    clearTimeout(this.timer);
    typing.delete(this);
    const note = this.area.value.trim();
    if (note === this.kept.trim() || refuseReadOnly()) return;
    const { cell, code, of } = this;
    this.of = send({ do: 'summary', person: cell.person, wave: cell.wave, code, note, quotes: cell.mark, of });
    this.kept = note;
    this.state.textContent = '';
    this.renew();
  }

  // What the file holds once this is saved: what was written in another window meanwhile stands beside it. What is being
  // typed stays, in the place of what it goes on from.
  async renew() {
    const cell = await this.fetch();
    if (!cell || cell.of === this.of) return;
    const typed = this.area.value;
    const isTyping = typed.trim() !== this.kept.trim();
    const from = this.kept.trim();
    const added = from && cell.text.includes(from) ? cell.text.replace(from, () => typed) : [cell.text, typed].filter((text) => text.trim()).join('\n\n');
    const at = this.area.selectionStart;
    Object.assign(this, { of: cell.of, kept: cell.text });
    this.area.value = isTyping ? added : cell.text;
    if (isTyping) this.area.selectionStart = this.area.selectionEnd = added.indexOf(typed) + at;
    this.state.textContent = cell.versions > 1 ? say('cell_both') : '';
    if (cell.versions > 1) announce(say('cell_both'));
  }

  // The cell as it is in the file; nothing where more was saved since it was asked for, or the server is gone.
  async fetch() {
    if (!(await settle())) return null;
    const { of } = this;
    try {
      const { rows } = await get('cells', { code: this.code, person: this.cell.person });
      return of === this.of ? rows[0]?.find((cell) => cell.wave === this.cell.wave) : null;
    } catch (error) {
      if (error instanceof Gone || error instanceof Refused) return null;
      throw error;
    }
  }
}

function quoteOf({ interview, start, before, quote, after }) {
  return el('li', {}, el('a', { href: addressOf(interview, start) }, visible(before), el('mark', {}, visible(quote)), visible(after)));
}

export class MatrixPage {
  constructor(main, app, code, view) {
    Object.assign(this, { main, app, shows: '', seen: view.events, code, fields: [] });
    const choice = el('select', { id: 'matrix-code', onchange: (event) => { location.hash = `#/matrix/${encodeURIComponent(event.target.value)}`; } },
      ...[...app.codes.values()].map((one) => el('option', { value: one.id, selected: one.id === code }, visible(one.label))));
    const about = app.codes.get(code);
    const bar = el('p', { class: 'matrix-code' }, el('label', { for: 'matrix-code' }, say('head_code')), choice);
    bar.style.setProperty('--code', colourOf(code));
    const head = el('tr', {}, el('th', { scope: 'col' }, say('person')), ...view.waves.map((wave) => el('th', { scope: 'col' }, visible(waveName(wave)))));
    const rows = view.rows.map((cells) => el('tr', {}, el('th', { scope: 'row' }, visible(cells[0].person)), ...cells.map((cell) => this.cell(cell, code))));
    const table = el('table', { class: 'grid matrix' }, el('caption', { class: 'unseen' }, say('matrix')), el('thead', {}, head), el('tbody', {}, ...rows));
    main.append(el('div', { class: 'start' }, el('div', { class: 'head' }, el('h1', { tabindex: '-1' }, say('matrix')), el('p', { class: 'quiet' }, ...unbroken(say('matrix_how'))), bar,
      about?.definition ? el('p', {}, visible(about.definition)) : ''),
    el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('matrix') }, table)));
  }

  cell(cell, code) {
    if (cell.state && !cell.text) return el('td', { class: 'none' }, say(cell.state));
    const field = new CellField(cell, code);
    this.fields.push(field);
    if (!cell.found) return el('td', {}, field.element, el('p', { class: 'quiet' }, say('no_quotes_here')));
    const list = el('ul', { class: 'quotes' }, ...cell.quotes.map(quoteOf));
    const fetched = async (event) => {
      if (!event.target.open || list.firstChild) return;
      const { rows } = await get('cells', { code, person: cell.person });
      fill(list, ...rows[0].find((one) => one.wave === cell.wave).quotes.map(quoteOf));
    };
    const details = el('details', { class: 'cell-quotes', open: cell.quotes.length > 0, ontoggle: fetched }, el('summary', {}, `${say('quotes')}: ${number(cell.found)}`), list);
    return el('td', {}, field.element, details);
  }

  key() {
    return false;
  }

  // Shown anew: the field that one was writing in has the cursor again, and what was typed until now comes to it.
  goOnFrom(before) {
    if (before.code !== this.code) return;
    for (const { cell } of before.typed) this.fieldOf(cell)?.renew();
    if (before.writing) this.fieldOf(before.writing.cell)?.area.focus({ preventScroll: true });
  }

  fieldOf({ person, wave }) {
    return this.fields.find(({ cell }) => cell.person === person && cell.wave === wave);
  }

  close() {
    this.writing = this.fields.find(({ area }) => area === document.activeElement);
    this.typed = this.fields.filter((field) => typing.has(field));
    keepTyped();
  }
}

// Fetch what the view needs; what it returns puts it on the page.
export async function openMatrix(app, asked) {
  const code = asked && app.codes.has(asked) ? asked : [...app.codes.values()].find((one) => !one.folder)?.id;
  if (!code) return (main) => (fill(main, el('h1', { tabindex: '-1' }, say('matrix'))), null);
  const view = await get('cells', { code });
  return (main) => new MatrixPage(main, app, code, view);
}

// The fields of one person and code, by wave.
export async function personFields(code, person) {
  await settle();
  const { rows } = await get('cells', { code, person });
  return new Map((rows[0] ?? []).filter((cell) => !cell.state || cell.text).map((cell) => [cell.wave, new CellField(cell, code)]));
}
