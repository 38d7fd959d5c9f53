// What to look at next: undecided hits and proposed sentences from all interviews, one decision each.

import { Deeds } from './deeds.js';
import { announce, button, decider, el, fill, unbroken, visible } from './dom.js';
import { colourOf } from './marks.js';
import { settle } from './outbox.js';
import { short } from './selection.js';
import { quoteItem } from './side.js';
import { number, say, waveName } from './texts.js';
import { redoLast, undoLast } from './trail.js';
import { get, newId } from './wire.js';

const SUGGESTED = 'suggested-'; // how the id of what is decided on a proposal begins

export class NextPage {
  constructor(main, app, view) {
    Object.assign(this, { app, view, at: -1 });
    this.deeds = new Deeds();
    this.items = view.passages.map((passage, place) => this.item(passage, place));
    const choice = el('select', { id: 'next-of', onchange: (event) => { location.hash = `#/next/${encodeURIComponent(event.target.value)}`; } },
      el('option', { value: '' }, say('next_all')), ...app.book.codes.filter((code) => !code.folder).map((code) => el('option', { value: code.id, selected: code.id === view.code }, visible(code.label))));
    const uneven = view.uneven.map((name) => visible(this.label(name))).join(', ');
    const notes = [uneven && say('next_uneven', { codes: uneven }), view.note && say('next_list', { note: view.note }), view.proposals === 'letters' && say('next_by_letters'), view.in_samples && say('next_in_samples', { n: number(view.in_samples) })].filter(Boolean);
    const list = this.items.length ? el('ol', { class: 'quotes nexts' }, ...this.items) : el('p', {}, say('next_none'));
    const more = this.items.length ? el('p', { class: 'buttons' }, button(say('next_more'), () => this.app.reload(), { class: 'main' }), button(say('undo'), () => this.undo()), button(say('redo'), () => this.redo())) : '';
    main.append(el('div', { class: 'start' }, el('div', { class: 'head' }, el('h1', { tabindex: '-1' }, say('next_title')), el('p', { class: 'quiet' }, say('next_how')),
      el('p', {}, el('label', { for: 'next-of' }, say('next_of')), ' ', choice), ...notes.map((note) => el('p', { class: 'note' }, ...unbroken(note))),
      this.items.length ? el('p', { class: 'quiet' }, say('keys_next')) : ''), list, more));
  }

  item(passage, place) {
    const { quote } = passage;
    const { mark } = quote;
    const said = quoteItem(quote);
    const status = el('span', { class: 'status' });
    const buttons = [['accept', 'next_accept'], ['reject', 'next_reject']].map(([verdict, text]) => decider(say(text), () => this.decide(place, verdict), { class: `${verdict} small` }));
    said.prepend(el('span', { class: 'code-name' }, visible(this.label(mark.code))), ' ', el('span', { class: 'quiet' }, `${visible(quote.person)} · ${visible(waveName(quote.wave))}`), ' ', status);
    said.append(el('span', { class: 'quiet why' }, visible(why(passage))), el('span', { class: 'buttons' }, ...buttons));
    said.setAttribute('tabindex', '-1');
    said.addEventListener('focusin', () => { this.at = place; });
    said.style.setProperty('--code', colourOf(mark.code));
    said.status = status;
    show(said, mark.status);
    return said;
  }

  label(code) {
    return this.app.codes.get(code)?.label ?? code;
  }

  decide(place, verdict) {
    const { mark, text } = this.view.passages[place].quote;
    const { interview, start, end, code } = mark;
    const proposed = mark.by === 'codebook' && this.view.passages[place].like !== '';
    const before = mark.status;
    const status = { accept: 'accepted', reject: 'rejected' }[verdict];
    if (before === status) return undefined;
    if (proposed && before !== 'suggested') return announce(say('next_undo_first'));
    const own = proposed ? { id: SUGGESTED + newId(), do: verdict === 'accept' ? 'add' : 'reject' } : { do: verdict };
    const set = (now) => {
      mark.status = now;
      show(this.items[place], now);
    };
    const saved = this.deeds.do({ events: [{ ...own, interview, text, start, end, code }], apply: () => set(status), revert: () => set(before), what: say(`${status}_hit`, { quote: short(mark.quote, 40) }) });
    if (saved.length) this.go(1, isOpen);
    return undefined;
  }

  go(direction, wanted) {
    const { passages } = this.view;
    for (let place = this.at + direction; place >= 0 && place < passages.length; place += direction) {
      if (!wanted || wanted(passages[place])) return this.items[place].focus();
    }
    return announce(say(wanted ? 'next_last' : 'next_end'));
  }

  // Before anything is chosen a key decides nothing: it shows where the decisions begin.
  first() {
    this.go(1, isOpen);
    if (this.at >= 0) announce(say('next_first'));
  }

  undo() {
    return undoLast(this, {}, isDecision, 'nothing_to_undo');
  }

  redo() {
    return redoLast(this, {}, isDecision);
  }

  key(event) {
    const here = this.at >= 0;
    const keys = {
      j: () => this.go(1),
      k: () => this.go(-1),
      a: () => (here ? this.decide(this.at, 'accept') : this.first()),
      x: () => (here ? this.decide(this.at, 'reject') : this.first()),
      u: () => this.undo(),
      U: () => this.redo(),
    };
    if (!(event.key in keys)) return false;
    keys[event.key]();
    return true;
  }

  close() {}
}

function isOpen({ quote: { mark } }) {
  return !['accepted', 'rejected'].includes(mark.status);
}

function show(item, status) {
  item.status.className = `status ${status}`;
  fill(item.status, say(`status_${status}`));
}

// Why a passage comes now: how often its kind was right, what denies it, what it is like.
function why({ quote: { wave, mark }, right, wrong, left, like }) {
  const values = { term: mark.term, wave: waveName(wave), right: number(right), looked: number(right + wrong), left: number(left), cue: mark.cue, like: short(like, 120) };
  const judged = right + wrong > 0;
  const parts = like
    ? [say('next_proposal', values), judged && say('next_proposals', values)]
    : [say(judged ? 'next_seen' : 'next_unseen', values), mark.negated && say('next_denied', values)];
  return parts.filter(Boolean).join(' · ');
}

function isDecision(deed) {
  return ['accept', 'reject', 'clear'].includes(deed.do) || deed.id.startsWith(SUGGESTED);
}

// Fetch what the view needs; what it returns puts it on the page.
export async function openNext(app, code = '') {
  await settle();
  const view = await get('next', { code });
  return (main) => new NextPage(main, app, view);
}
