// The page: which view is shown, and what all views share.

import { fetchUnits, showBlind } from './blind.js';
import { keepTyped, openMatrix } from './cells.js';
import { announce, announcements, button, el, fill, unbroken, visible } from './dom.js';
import { showHelp } from './help.js';
import { InterviewPage } from './interview.js';
import { clearAll, takeColours } from './marks.js';
import { openOutbox, setReadOnly, settle, useCodebook, whyNot } from './outbox.js';
import { News } from './news.js';
import { openNext } from './next.js';
import { openRecent } from './picker.js';
import { openSettle } from './settle.js';
import { stuckHeight } from './selection.js';
import { showStart } from './start.js';
import { TermsPage } from './terms.js';
import { say, takeTexts } from './texts.js';
import { Gone, Refused, get, post } from './wire.js';

class App {
  constructor() {
    this.codes = new Map();
    this.view = null;
    this.main = el('main', { id: 'main', tabindex: '-1' });
  }

  async begin() {
    const texts = await get('texts');
    this.blind = Boolean(texts.blind);
    takeTexts(texts);
    const [start] = await Promise.all([this.blind ? fetchUnits() : get('start'), this.renewCodebook()]);
    const shelf = this.blind ? 'blind' : start.study;
    const { state, banner } = openOutbox(`${shelf}:${start.coder}`, () => this.renewCodebook());
    setReadOnly(start.read_only);
    openRecent(shelf);
    this.settling = el('a', { href: '#/settle', hidden: !start.several_coders }, say('settle'));
    const links = this.blind ? [] : [el('a', { href: '#/next' }, say('next_title')), el('a', { href: '#/terms' }, say('review_terms')), el('a', { href: '#/matrix' }, say('matrix')), this.settling];
    const about = this.blind ? [] : [visible(start.study)];
    const bar = el('header', { class: 'top' }, el('a', { class: 'skip', href: '#main', onclick: (event) => (event.preventDefault(), this.main.focus()) }, say('skip')),
      el('nav', {}, el('a', { href: '#/' }, say(this.blind ? 'blind_title' : 'start')), ...links),
      el('span', { class: 'quiet grow' }, ...about), el('div', { class: 'ends' }, whoCodes(start.coder), state,
        button(say('help'), () => showHelp(this.blind), { 'aria-keyshortcuts': '?' }), button('◐', toggleTheme, { 'aria-label': say('theme'), title: say('theme') })));
    fill(document.body, bar, banner, this.main, announcements());
    keepBelow(bar, banner);
    this.news = new News(this);
    window.addEventListener('hashchange', () => this.show());
    document.addEventListener('keydown', (event) => this.key(event));
    document.addEventListener('refetch', () => this.reload());
    document.addEventListener('again', (event) => this.view?.takeAgain?.(event.detail));
    document.addEventListener('back', () => this.view?.side?.renew());
    await this.show();
  }

  async renewCodebook(given) {
    const book = given ?? (await get('codebook'));
    const added = this.book ? book.codes.filter((code) => !this.codes.has(code.id)) : [];
    this.book = book;
    this.codes.clear();
    for (const code of book.codes) this.codes.set(code.id, code);
    takeColours(book.codes);
    useCodebook(book.coder);
    this.view?.takeCodes?.();
    if (added.length) this.view?.takeNewCodes?.(added.map((code) => code.id));
  }

  // Add a code to the file of the codebook; what was coded before is saved first, with the version it was coded with.
  // Returns why it is not added, if it is not.
  async addCode(made) {
    if (this.blind) return say('blind_no_code');
    if (!(await settle())) return say('failed', { why: whyNot() });
    this.news.held = true; // a codebook that this window changes itself is no news
    try {
      await this.renewCodebook(await post('code', made));
      return '';
    } catch (error) {
      if (error instanceof Gone) return say('failed', { why: say('gone') });
      if (error instanceof Refused) return say('failed', { why: error.message });
      throw error;
    } finally {
      this.news.held = false;
    }
  }

  async show(again = false) {
    const [, name = '', ...rest] = location.hash.split('/').map(decoded);
    if (!again && name === 'interview' && this.view?.view?.interview === rest[0] && rest[1] !== undefined) return this.view.goTo(Number(rest[1]));
    const turn = (this.turn = (this.turn ?? 0) + 1);
    keepTyped();
    try {
      await settle();
      await this.news.open(name === 'interview' ? rest[0] : '');
      const made = await this.make(name, rest);
      if (turn === this.turn) this.put(made);
    } catch (error) {
      if (error instanceof Gone) setTimeout(() => turn === this.turn && this.show(again), 1500);
      else if (again || turn !== this.turn) announce(say('failed', { why: error.message }));
      else this.put(tellNotShown(error.message));
    }
    return undefined;
  }

  // Fetch what a view needs; what it returns puts it on the page.
  async make(name, rest) {
    if (name === 'interview') {
      const view = await get('interview', { id: rest[0] });
      return (main) => new InterviewPage(main, this, view, rest[1] === undefined ? undefined : Number(rest[1]));
    }
    if (this.blind) return this.still(showBlind);
    if (name === 'matrix') return openMatrix(this, rest[0]);
    if (name === 'settle') return openSettle(this);
    if (name === 'next') return openNext(this, rest[0]);
    if (name === 'terms') {
      return (main) => {
        const page = new TermsPage(main, this);
        page.open(rest[0], rest[1]);
        return page;
      };
    }
    return this.still(showStart);
  }

  // A view without keys of its own.
  async still(show) {
    const holder = el('div');
    await show(holder, this);
    return (main) => (main.append(...holder.childNodes), null);
  }

  put(made) {
    for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
    this.view?.close();
    clearAll();
    fill(this.main);
    window.scrollTo(0, 0);
    this.view = made(this.main);
    this.news.watch(this.view?.shows, this.view?.seen, this.view?.text, this.view?.of);
    const heading = this.main.querySelector('h1');
    document.title = `${heading.textContent} · bp_qual`;
    if (!(this.view?.focus || this.view?.selection?.span)) heading.focus({ preventScroll: true });
    else this.view.pane?.focus({ preventScroll: true });
  }

  // Show the same view again, as it is on the disk.
  async reload() {
    const before = this.view;
    const [top, down] = [before?.pane?.scrollTop, window.scrollY];
    await this.show(true);
    if (this.view === before) return;
    this.view?.goOnFrom?.(before);
    if (top !== undefined && this.view?.pane) this.view.pane.scrollTop = top;
    window.scrollTo(0, down);
  }

  key(event) {
    if (event.defaultPrevented || event.altKey || [...document.body.children].some((element) => element.matches('dialog[open]'))) return; // a child of the body: nothing else is looked through
    const typing = event.target.closest('input:not([type=checkbox]), textarea, select');
    if (typing) return void (event.key === 'Escape' && this.main.querySelector('.pane')?.focus());
    if (event.ctrlKey || event.metaKey) return void (this.undoKey(event) && event.preventDefault());
    if (event.target.closest('button, a, [role=tab]') && ['Enter', ' '].includes(event.key)) return;
    if (event.key === '?') return void (event.preventDefault(), showHelp(this.blind));
    if (this.view?.key(event)) event.preventDefault();
  }

  undoKey(event) {
    const key = event.key.toLowerCase();
    if (key === 'z') return event.shiftKey ? this.view?.redo?.() : this.view?.undo?.(), true;
    if (key === 'y') return this.view?.redo?.(), true;
    return false;
  }
}

// Who codes here; where there is little room for it, the name alone.
function whoCodes(coder) {
  const said = say('coder', { coder });
  const at = said.lastIndexOf(coder);
  return el('span', { class: 'quiet coder', title: said }, el('span', { class: 'word' }, said.slice(0, at)), said.slice(at));
}

// A part of the address, as it stands there where it is written in no way that an address is.
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

// What another address leads to is gone from the screen: why this one leads nowhere, and the way back.
function tellNotShown(why) {
  return (main) => {
    const back = el('p', {}, el('a', { href: '#/' }, say('start')));
    main.append(el('div', { class: 'start' }, el('div', { class: 'head' }, el('h1', { tabindex: '-1' }, say('not_shown')), el('p', { class: 'note', role: 'alert' }, ...unbroken(visible(why)))), back));
    return null;
  };
}

// What stays in sight while scrolling stays below the bar and the banner, which are as high as what they say.
function keepBelow(bar, banner) {
  const measure = () => {
    const high = stuckHeight(bar);
    document.documentElement.style.setProperty('--bar', `${high}px`);
    document.documentElement.style.setProperty('--above', `${high + stuckHeight(banner)}px`);
  };
  const watcher = new ResizeObserver(measure);
  for (const element of [bar, banner, document.documentElement]) watcher.observe(element);
}

function toggleTheme() {
  const dark = document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const next = dark === 'dark' ? 'light' : 'dark';
  document.documentElement.dataset.theme = next;
  localStorage.setItem('bp_qual:theme', next);
}

const theme = localStorage.getItem('bp_qual:theme');
if (theme) document.documentElement.dataset.theme = theme;

// The first questions are asked until the page answers: it may be starting.
async function begin() {
  try {
    await new App().begin();
    document.documentElement.dataset.ready = 'true';
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    document.body.textContent = 'bp-qual page?';
    setTimeout(begin, 1500);
  }
}

begin();
