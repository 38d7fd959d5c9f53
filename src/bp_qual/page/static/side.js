// Beside the interview: what the code in focus means, what is known of the mark in focus, and lists to go to.

import { keepTyped, personFields } from './cells.js';
import { afterPaint, button, decider, el, fill, visible } from './dom.js';
import { colourOf } from './marks.js';
import { memoItem } from './memos.js';
import { short, shortEnd } from './selection.js';
import { addressOf } from './start.js';
import { moment, number, say, waveName } from './texts.js';
import { deedText, redoOf, undoOf } from './trail.js';
import { Gone, get } from './wire.js';


export class Side {
  constructor(page) {
    this.page = page;
    this.code = el('section', { class: 'code-card', 'aria-label': say('code_in_focus') });
    this.mark = el('section', { class: 'mark-card', 'aria-label': say('mark_in_focus'), 'aria-live': 'polite' });
    this.input = el('input', { type: 'search', id: 'search', placeholder: say('search_hint'), 'aria-label': say('search') });
    this.form = el('form', { class: 'search', role: 'search', onsubmit: (event) => (event.preventDefault(), this.search()) }, this.input, el('button', { type: 'submit' }, say('search')));
    this.panel = el('div', { class: 'panel', role: 'tabpanel', id: 'panel', tabindex: '0' });
    this.names = page.app.blind ? ['memos'] : ['quotes', 'search', 'memos', 'trail'];
    this.tabs = this.names.map((name) => el('button', { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': 'panel', 'aria-selected': 'false', tabindex: '-1', onclick: () => this.open(name).then(() => this.showPanel()) },
      say(name)));
    const list = el('div', { role: 'tablist', class: 'tabs', 'aria-label': say('lists'), onkeydown: (event) => this.arrow(event) }, ...this.tabs);
    this.list = list;
    this.element = el('aside', { class: 'side', 'aria-label': say('beside') }, this.mark, this.code, list, this.panel);
    this.tab = '';
    this.turns = 0;
    [this.current, this.marked, this.pending] = [null, null, false];
    this.render();
  }

  arrow(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.stopPropagation();
    const { names } = this;
    const next = this.tabs[(names.indexOf(this.tab) + step + names.length) % names.length];
    next.click();
    next.focus();
  }

  // What these show is drawn once the mark itself is on the screen; which it is, is known at once.
  showCode(code) {
    this.current = code;
    this.renderSoon();
  }

  showMark(mark) {
    this.marked = mark;
    this.renderSoon();
  }

  renderSoon() {
    if (this.pending) return;
    this.pending = true;
    afterPaint(() => this.render());
  }

  render() {
    this.pending = false;
    this.renderMark(this.marked);
    if (this.current !== this.drawn) this.renderCode(this.current);
    if (this.current && this.tab === 'quotes') this.open(this.tab);
  }

  renderCode(code) {
    this.drawn = code;
    if (!code) return void fill(this.code, el('p', { class: 'quiet' }, say('no_code')));
    const row = (name, ...content) => (content.length ? [el('dt', { class: name }, say(name)), el('dd', { class: name }, ...content)] : []);
    const said = (name) => row(name, ...(code[name] ? [visible(code[name])] : []));
    const list = (name) => row(name, ...(code[name].length ? [el('ul', {}, ...code[name].map((text) => el('li', {}, visible(text))))] : []));
    const title = el('h2', {}, el('span', { class: 'swatch' }), visible(code.label));
    title.style.setProperty('--code', colourOf(code.id));
    fill(this.code, title, el('dl', {}, ...['definition', 'include', 'exclude'].flatMap(said), ...['examples', 'counterexamples'].flatMap(list)));
  }

  renderMark(mark) {
    if (!mark) return void fill(this.mark, el('p', { class: 'quiet' }, say(this.page.app.blind ? 'blind_no_mark' : 'no_mark')));
    const label = visible(this.page.label(mark.code));
    const lines = [];
    if (mark.by === 'coder') lines.push(say('by_coder', { at: mark.saved_at ? moment(mark.saved_at) : '…' }));
    else {
      lines.push(say('by_codebook'), say('term', { term: visible(mark.term) }), say(`rule_${mark.kind}`));
      if (mark.negated) lines.push(say('cue', { cue: visible(mark.cue) }));
      if (mark.prompted) lines.push(say('prompted'));
    }
    const chip = el('strong', { class: 'label' }, el('span', { class: 'swatch' }), label);
    chip.style.setProperty('--code', colourOf(mark.code));
    const status = mark.by === 'codebook' ? el('span', { class: `status ${mark.status}` }, say(`status_${mark.status}`)) : '';
    fill(this.mark, el('p', {}, chip, ' ', status), el('blockquote', {}, visible(short(mark.quote, 160))), el('ul', { class: 'facts' }, ...lines.map((line) => el('li', {}, line))), this.buttons(mark));
  }

  buttons(mark) {
    const { page } = this;
    const memo = button(say('memo'), () => page.memo(), { 'aria-keyshortcuts': 'm' });
    if (mark.by === 'coder') return el('p', { class: 'buttons' }, decider(say('remove'), () => page.remove(mark), { 'aria-keyshortcuts': 'Delete' }), memo);
    const clear = mark.status === 'auto' ? '' : decider(say('clear'), () => page.decide(mark, 'clear'), { 'aria-keyshortcuts': 'Delete' });
    return el('p', { class: 'buttons' }, decider(say('accept'), () => page.decide(mark, 'accept'), { class: 'accept', 'aria-keyshortcuts': 'a' }),
      decider(say('reject'), () => page.decide(mark, 'reject'), { class: 'reject', 'aria-keyshortcuts': 'x' }), clear, memo);
  }

  async open(name) {
    this.tab = name;
    this.tabs.forEach((tab, place) => {
      tab.setAttribute('aria-selected', String(this.names[place] === name));
      tab.setAttribute('tabindex', this.names[place] === name ? '0' : '-1');
    });
    this.panel.setAttribute('aria-labelledby', `tab-${name}`);
    const turn = (this.turns += 1);
    try {
      keepTyped();
      const content = await this[name]();
      if (turn === this.turns) fill(this.panel, ...content);
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
    }
  }

  // Bring the list that was opened to where it can be read: what is above it may fill the screen.
  showPanel() {
    const { element, list } = this;
    if (element.scrollHeight > element.clientHeight + 1 && getComputedStyle(element).overflowY !== 'visible') element.scrollTop += list.getBoundingClientRect().top - element.getBoundingClientRect().top - 8;
    else if (list.getBoundingClientRect().top > innerHeight / 2) list.scrollIntoView({ block: 'start' });
  }

  renew() {
    const typing = this.panel.querySelector('textarea:focus');
    if (this.tab && this.tab !== 'search' && !typing) this.open(this.tab);
  }

  async quotes() {
    if (!this.current) return [el('p', { class: 'quiet' }, say('no_code'))];
    const [code, person] = [this.current.id, this.page.person()];
    const [quotes, fields] = await Promise.all([get('quotes', { code, person }), personFields(code, person)]);
    const waves = Map.groupBy(quotes, (quote) => quote.wave);
    const parts = [...new Set([...fields.keys(), ...waves.keys()])].flatMap((wave) => {
      const found = waves.get(wave) ?? [];
      return [el('h4', {}, `${visible(waveName(wave))} (${number(found.length)})`), fields.get(wave)?.element, el('ul', { class: 'quotes' }, ...found.map(quoteItem))];
    });
    const none = quotes.length ? '' : el('p', { class: 'quiet' }, say('no_quotes'));
    return [el('h3', {}, say('quotes_here')), none, ...parts];
  }

  async search() {
    if (this.tab !== 'search') return this.open('search');
    const words = this.input.value.trim();
    const head = [this.form];
    if (!words) return this.page.showFound([]), head;
    const { found, total, problem } = await get('search', { words });
    this.page.showFound(found);
    const items = found.map((place) => el('li', {}, el('a', { href: addressOf(place.interview, place.start) }, el('span', { class: 'quiet' }, visible(place.interview)), ' ',
      visible(place.before), el('mark', {}, visible(place.quote)), visible(place.after))));
    const note = problem || (total ? say('found', { n: number(total) }) : say('nothing_found'));
    const content = [...head, el('p', { class: 'quiet', role: 'status' }, visible(note)), el('ul', { class: 'quotes' }, ...items)];
    fill(this.panel, ...content);
    this.showPanel();
    return content;
  }

  async memos() {
    const memos = (await get('memos')).filter((memo) => this.page.isAbout(memo));
    const items = memos.map((memo) => memoItem(memo, this.page.codes, (gone) => this.page.removeMemo(gone), this.page.app.blind));
    const file = this.page.app.blind ? '' : el('a', { href: '/memos.csv', download: 'memos.csv' }, say('memos_file'));
    return [el('p', { class: 'buttons' }, button(say('memo'), () => this.page.memo()), file), items.length ? el('ul', { class: 'memos' }, ...items) : el('p', { class: 'quiet' }, say('no_memos'))];
  }

  async trail() {
    const deeds = await get('events', { interview: this.page.view.interview });
    if (!deeds.length) return [el('p', { class: 'quiet' }, say('trail_none'))];
    const items = deeds.map((deed) => {
      const what = visible(deedText(deed, deeds, this.page));
      const [name, turn] = deed.undone ? ['redo', redoOf] : ['undo', undoOf];
      const isTurn = ['undo', 'redo'].includes(deed.do) || (deed.undone && !deed.undone_by.length);
      const again = isTurn ? '' : button(say(name), () => turn(this.page, [deed], what), { class: 'small' });
      return el('li', { class: deed.undone ? 'undone' : '' }, el('span', { class: 'quiet' }, moment(deed.at)), ' ', what, deed.undone ? ` (${say('was_undone')})` : '', ' ', again);
    });
    return [el('ul', { class: 'trail' }, ...items)];
  }
}

export function quoteItem({ before, after, mark }) {
  return el('li', {}, el('a', { href: addressOf(mark.interview, mark.start) }, visible(shortEnd(before, 120)),
    el('mark', {}, visible(mark.quote)), visible(short(after, 120))));
}
