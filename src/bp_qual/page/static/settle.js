// Settling what coders judged differently: what each marked side by side, and one decision for all.

import { announce, decider, el, unbroken, visible } from './dom.js';
import { colourOf } from './marks.js';
import { refuseReadOnly } from './outbox.js';
import { listed, number, say } from './texts.js';
import { get, post } from './wire.js';

export class SettlePage {
  constructor(main, app, view) {
    Object.assign(this, { app, rows: view.rows, shows: '', seen: view.events, of: 'agreed', saved: Promise.resolve() });
    this.count = el('p', { class: 'quiet', role: 'status', hidden: view.coders.length < 2 });
    const items = view.rows.map((row) => this.item(row));
    const how = view.coders.length > 1 ? say('settle_how', { coders: listed(view.coders.map(visible)) }) : say('settle_nobody');
    main.append(el('div', { class: 'start' }, el('div', { class: 'head' }, el('h1', { tabindex: '-1' }, say('settle')), el('p', { class: 'quiet' }, ...unbroken(how)), this.count), el('ol', { class: 'settle' }, ...items)));
    this.tell();
  }

  get left() {
    return this.rows.filter((row) => !row.agreed).length;
  }

  tell() {
    this.count.textContent = say('settle_left', { left: number(this.left), all: number(this.rows.length) });
  }

  item(row) {
    const label = visible(this.app.codes.get(row.code)?.label ?? row.code);
    const readings = row.readings.map((reading) => el('div', {}, el('strong', {}, reading.apart ? say('settle_apart', { coder: visible(reading.coder), why: reading.apart }) : say(reading.found ? 'settle_found' : 'settle_not_found', { coder: visible(reading.coder) })),
      el('p', {}, ...reading.stretches.map((part) => (part.marked ? el('mark', {}, visible(part.text)) : visible(part.text))))));
    const choices = [['yes', 'settle_yes'], ['no', 'settle_no']].map(([answer, text]) => decider(say(text, { code: label }), () => this.decide(row, answer, choices), { 'aria-pressed': String(row.agreed === answer), 'data-answer': answer }));
    const below = row.below.map((code) => visible(this.app.codes.get(code)?.label ?? code));
    const more = below.length ? el('p', { class: 'quiet' }, say('settle_below', { code: label, codes: listed(below) })) : '';
    const element = el('li', {}, el('h2', {}, label), el('div', { class: 'readings' }, ...readings), el('p', { class: 'buttons' }, ...choices), more);
    element.style.setProperty('--code', colourOf(row.code));
    return element;
  }

  // What is decided is seen at once, and saved after what was decided before.
  decide(row, answer, choices) {
    if (refuseReadOnly() || (row.wanted ?? row.agreed) === answer) return;
    row.wanted = answer;
    press(choices, answer);
    announce(say('saving', { n: number(1) }));
    this.saved = this.saved.then(() => this.save(row, answer, choices));
  }

  async save(row, answer, choices) {
    const { interview, start, end, code } = row;
    const { news } = this.app;
    news.held = true; // what is saved here is no news
    try {
      const { left, events } = await post('settle', { interview, start, end, code, found: answer === 'yes' });
      row.agreed = answer;
      if (left === this.left) news.see(events); // else something was settled in another window: shown with the next news
    } catch (error) {
      delete row.wanted;
      press(choices, row.agreed);
      announce(say('failed', { why: error.message }));
      return;
    } finally {
      news.held = false;
    }
    this.tell();
    announce(say('saved'));
  }

  // A decision is the work of all who settle: it is changed, and the page says so to whoever wants to undo it.
  undo() {
    announce(say('settle_undo'));
  }

  redo() {
    this.undo();
  }

  key(event) {
    if (event.key.toLowerCase() !== 'u') return false;
    this.undo();
    return true;
  }

  close() {}
}

function press(choices, answer) {
  for (const choice of choices) choice.setAttribute('aria-pressed', String(choice.dataset.answer === answer));
}

// Fetch what the view needs; what it returns puts it on the page.
export async function openSettle(app) {
  const view = await get('disagreements');
  return (main) => new SettlePage(main, app, view);
}
