// All hits of one term in a list, with their sentences, to accept or reject many at once.

import { Deeds } from './deeds.js';
import { announce, button, decider, el, fill, visible } from './dom.js';
import { settle } from './outbox.js';
import { quoteItem } from './side.js';
import { number, say, waveName } from './texts.js';
import { redoLast, undoLast } from './trail.js';
import { get } from './wire.js';

export class TermsPage {
  constructor(main, app) {
    Object.assign(this, { main, app });
    this.deeds = new Deeds();
    this.list = el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('terms_title') });
    this.hits = el('div', { class: 'hits' });
    main.append(el('div', { class: 'terms' }, el('h1', { tabindex: '-1' }, say('terms_title')), el('div', { class: 'beside' }, this.list, this.hits)));
  }

  async open(code, term) {
    await settle();
    const terms = await get('terms');
    const rows = terms.map((row) => this.row(row, row.code === code && row.term === term));
    const head = ['code', 'term', 'hits', 'open', 'accepted', 'rejected'].map((name) => el('th', { scope: 'col' }, say(`head_${name}`)));
    fill(this.list, el('table', { class: 'termlist' }, el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows)));
    if (code) await this.show(code, term);
    return this;
  }

  row(term, current) {
    const address = `#/terms/${encodeURIComponent(term.code)}/${encodeURIComponent(term.term)}`;
    const link = el('a', { href: address, 'aria-current': current ? 'true' : null }, visible(term.term));
    const numbers = [term.hits, term.hits - term.accepted - term.rejected, term.accepted, term.rejected];
    return el('tr', { class: current ? 'current' : '' }, el('td', {}, visible(this.label(term.code))), el('td', {}, link), ...numbers.map((n) => el('td', { class: 'number' }, number(n))));
  }

  label(code) {
    return this.app.codes.get(code)?.label ?? code;
  }

  async show(code, term) {
    const hits = await get('hits', { code, term });
    this.shown = { code, term };
    this.boxes = hits.map((hit, place) => el('input', { type: 'checkbox', id: `hit-${place}`, onchange: () => this.tick() }));
    this.found = hits;
    const all = el('input', { type: 'checkbox', id: 'hit-all', onchange: (event) => {
      for (const box of this.boxes) box.checked = event.target.checked;
      this.tick();
    } });
    this.accept = decider('', () => this.decide('accept'), { class: 'accept' });
    this.reject = decider('', () => this.decide('reject'), { class: 'reject' });
    const items = hits.map((hit, place) => {
      const item = quoteItem(hit);
      item.prepend(this.boxes[place], el('label', { for: `hit-${place}` }, `${visible(hit.person)} · ${visible(waveName(hit.wave))}`), ' ', el('span', { class: `status ${hit.mark.status}` }, say(`status_${hit.mark.status}`)), ' ');
      return item;
    });
    const bar = el('p', { class: 'buttons sticky' }, all, el('label', { for: 'hit-all' }, say('all')), this.accept, this.reject, button(say('undo'), () => this.undo()), button(say('redo'), () => this.redo()));
    const offered = el('div');
    fill(this.hits, el('h2', {}, say('hits_of', { term: visible(term), code: visible(this.label(code)) })), bar, offered, el('ul', { class: 'quotes ticks' }, ...items));
    this.tick();
    if (hits.some((hit) => hit.mark.status === 'rejected')) fill(offered, this.offer(await get('unless', { code, term })));
  }

  tick() {
    const n = number(this.boxes.filter((box) => box.checked).length);
    this.accept.textContent = say('accept_ticked', { n });
    this.reject.textContent = say('reject_ticked', { n });
  }

  decide(verdict) {
    const marks = this.found.filter((_, place) => this.boxes[place].checked).map((hit) => ({ ...hit.mark, text: hit.text }));
    if (!marks.length) return announce(say('select_first'));
    const events = marks.map(({ interview, text, start, end, code }) => ({ do: verdict, interview, text, start, end, code }));
    const renew = () => this.open(this.shown.code, this.shown.term);
    return this.deeds.do({ events, apply: renew, revert: renew, what: say(`${verdict}ed_hit`, { quote: number(marks.length) }) });
  }

  undo() {
    return undoLast(this, {}, isDecision, 'nothing_to_undo');
  }

  redo() {
    return redoLast(this, {}, isDecision);
  }

  // What would keep the rejected hits from being found, by the matcher: offered to copy, never done.
  offer(lines) {
    return lines.length ? el('div', { class: 'offer' }, el('p', {}, say('offer')), el('pre', { tabindex: '0' }, ['unless:', ...lines.map((line) => `  - ${line}`)].join('\n'))) : '';
  }

  key(event) {
    if (event.key === 'u') return this.undo(), true;
    if (event.shiftKey && event.key === 'U') return this.redo(), true;
    return false;
  }

  close() {}
}

function isDecision(deed) {
  return ['accept', 'reject', 'clear'].includes(deed.do);
}
