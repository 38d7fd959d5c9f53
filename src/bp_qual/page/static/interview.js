// One interview: reading, coding and reviewing it. Everything that is done here is an event in the coder's file.

import { Recording } from './audio.js';
import { nextUnit, unitBefore, unitName } from './blind.js';
import { Deeds } from './deeds.js';
import { announce, button, el, fill, visible } from './dom.js';
import { interviewNotes } from './fits.js';
import { layer, only } from './marks.js';
import { writeMemo } from './memos.js';
import { refuseReadOnly, send, settle } from './outbox.js';
import { describeNewCode, pickCode, recentCodes, remember } from './picker.js';
import { Selection, reveal, short, watchStuck } from './selection.js';
import { Side } from './side.js';
import { addressOf } from './start.js';
import { Talk } from './talk.js';
import { listed, many, say, waveName } from './texts.js';
import { redoLast, undoLast } from './trail.js';
import { get } from './wire.js';

const TWICE = 400; // milliseconds

export class InterviewPage {
  constructor(main, app, view, at) {
    Object.assign(this, { main, app, view, shows: view.interview, seen: view.events, text: view.text });
    this.codes = app.codes;
    this.deeds = new Deeds();
    this.talk = new Talk(view, this.codes, { onchip: (marks) => this.cycle(marks), blind: app.blind });
    this.selection = new Selection(this.talk, (span) => this.moved(span));
    this.side = new Side(this);
    this.other = null;
    this.layout = matchMedia('(min-width: 62rem) and (min-height: 30rem)'); // as in page.css: what scrolls is another box
    this.relaid = () => requestAnimationFrame(() => this.keepInSight());
    this.build();
    this.talk.drawAll();
    this.talk.element.addEventListener('click', (event) => this.click(event));
    if (at !== undefined) this.goTo(at);
    else if (!view.marks.some((mark) => mark.status === 'auto')) this.focusMark(null);
  }

  build() {
    const { view } = this;
    const who = [view.persons.map(visible).join(', '), visible(waveName(view.wave)), visible(view.date)].filter(Boolean).join(' · ');
    this.doneButton = button('', () => this.toggleDone(), { 'aria-keyshortcuts': 'd' });
    this.tally = el('span', { class: 'quiet tally' });
    this.edgeNote = el('span', { class: 'quiet edge' });
    this.doneNote = el('span', { class: 'note', hidden: true });
    this.fileNote = el('span', { class: 'note file', hidden: true });
    const tools = el('div', { class: 'tools' }, button(say('choose_code'), () => this.code(), { 'aria-keyshortcuts': 'c', class: 'main' }),
      button(say('undo'), () => this.undo(), { 'aria-keyshortcuts': 'u' }), button(say('redo'), () => this.redo(), { 'aria-keyshortcuts': 'Shift+u' }),
      ...this.lookingTools(), this.doneButton);
    const about = el('div', { class: 'about' }, el('h1', { tabindex: '-1' }, this.name()), el('span', { class: 'quiet' }, who), this.tally, this.edgeNote, this.doneNote, this.fileNote);
    const head = el('div', { class: 'head' }, about, tools, ...interviewNotes(this));
    this.layout.addEventListener('change', this.relaid);
    this.pane = el('div', { class: 'pane own', tabindex: '0', role: 'region', 'aria-label': say('talk_of', { interview: this.name() }) }, this.lost(), this.talk.element);
    this.recording = view.audio ? new Recording(view.interview, this.talk.turns) : null;
    const sound = this.recording?.element ?? (view.no_audio && el('p', { class: 'note no-recording' }, visible(view.no_audio)));
    this.high = watchStuck(tools, this.recording?.element);
    this.columns = el('div', { class: 'columns' }, this.pane, this.side.element);
    this.main.append(el('div', { class: 'interview' }, head, sound, this.columns));
    this.count();
  }

  // What it is called: blind, a passage by its number.
  name() {
    return this.app.blind ? unitName(this.view.interview) : visible(this.view.interview);
  }

  lookingTools() {
    if (this.app.blind) return [];
    return [button(say('search'), () => this.openSearch(), { 'aria-keyshortcuts': '/' }), button(say('show_other'), () => this.toggleOther(), { 'aria-keyshortcuts': 'o' })];
  }

  lost() {
    const { lost } = this.view;
    if (!lost.length) return '';
    return el('details', { class: 'lost' }, el('summary', {}, say('lost', { n: lost.length })), el('ul', {}, ...lost.map((row) => el('li', {}, `${visible(this.label(row.code))}: ${visible(row.quote)}`))));
  }

  label(code) {
    return this.codes.get(code)?.label ?? code;
  }

  person() {
    const turn = this.focus?.turn ?? this.selection.span?.turn;
    return (turn !== undefined && this.view.turns[turn].person) || this.view.persons[0] || '';
  }

  // Hits that nobody decided on; none of them is sent while coding blind.
  listOpen() {
    return [...this.talk.marks.values()].filter((mark) => mark.status === 'auto');
  }

  // What is said of those once all is done: one in a passage that the coder coded alike counts once, with that passage.
  sayOpen() {
    const open = this.listOpen();
    const within = open.filter((hit) => this.counted(hit).some((own) => own.start < hit.end && hit.start < own.end)).length;
    const alone = open.length - within;
    return [alone && say('done_open', { n: alone }), within && say('done_within', { n: within })].filter(Boolean).join(' ');
  }

  // What the coder coded with the code of a hit, or with one below it, as it counts: of what overlaps what begins first.
  counted(hit) {
    const counts = (code) => code === hit.code || Boolean(code && counts(this.codes.get(code)?.parent));
    const own = this.talk.byTurn[hit.turn].filter((mark) => mark.status === 'human' && counts(mark.code));
    let end = -1;
    const isFree = (mark) => mark.start >= end && Boolean((end = mark.end));
    return own.sort((one, other) => one.start - other.start || other.end - one.end).filter(isFree);
  }

  count() {
    const hits = [...this.talk.marks.values()].filter((mark) => mark.by === 'codebook');
    const open = this.listOpen().length;
    this.showDone();
    if (this.app.blind) return fill(this.tally, say('coded', { n: this.talk.marks.size }));
    return fill(this.tally, `${many('hit', hits.length)}, ${say('decided', { n: hits.length - open })}, ${say('coded', { n: this.talk.marks.size - hits.length })}`);
  }

  // A mark that the selection has left is no longer in focus: a key would be about what one does not look at.
  moved(span) {
    const { focus, selection: { edge } } = this;
    if (focus && span && (span.turn !== focus.turn || span.end <= focus.start || span.start >= focus.end)) this.unfocus();
    this.edgeNote.textContent = span && edge !== 'whole' ? say(edge === 'begin' ? 'key_begin' : 'key_end') : '';
  }

  // Focus: the mark that is looked at, with its code.

  unfocus() {
    this.focus = null;
    only('focus', 60, null);
    this.side.showMark(null);
  }

  focusMark(mark, { scroll = true } = {}) {
    this.decidedLast = null;
    if (!mark) return this.unfocus();
    this.focus = mark;
    only('focus', 60, this.talk.range(mark));
    this.side.showMark(mark);
    this.side.showCode(this.codes.get(mark.code) ?? null);
    this.selection.edge = 'whole';
    this.selection.set({ turn: mark.turn, start: mark.start, end: mark.end }, { quiet: true, scroll: false });
    if (scroll) reveal(this.talk, mark);
    return undefined;
  }

  cycle(marks) {
    const ordered = marks.toSorted((one, other) => one.start - other.start);
    this.focusMark(ordered[(ordered.indexOf(this.focus) + 1) % ordered.length]);
  }

  click(event) {
    if (event.target.closest('button') || !getSelection().isCollapsed) return;
    const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
    const place = caret && this.talk.place(caret.offsetNode, caret.offset);
    if (!place) return;
    const marks = this.talk.at(place.turn, place.at);
    if (marks.length) return this.cycle(marks);
    this.focusMark(null);
    this.selection.point(place.turn, place.at);
  }

  // Shown anew: go on where one was, with the same things beside it.
  goOnFrom(before) {
    if (before.view?.interview !== this.view.interview) return;
    const same = before.view.text === this.view.text; // else a place in the text is no place any more
    const { where } = before.selection;
    if (before.focus) this.focusMark(this.talk.marks.get(before.focus.id) ?? null, { scroll: false });
    if (same && !this.focus && before.selection.span) this.selection.set(before.selection.span, { quiet: true, scroll: false });
    if (same) this.selection.where = where;
    if (before.side.current && !this.focus) this.side.showCode(this.codes.get(before.side.current.id) ?? null);
    if (before.side.tab && before.side.tab !== 'search') this.side.open(before.side.tab);
    if (before.other) this.showOther(before.other.view.interview);
  }

  goTo(at) {
    const turn = this.talk.turns.find((one) => one.start <= at && at < one.end);
    if (!turn) return;
    const mark = this.talk.at(turn.index, at).find((one) => one.start === at) ?? this.talk.at(turn.index, at)[0];
    if (mark) this.focusMark(mark);
    else if (turn.role === 'respondent') this.selection.point(turn.index, at), reveal(this.talk, this.selection.span);
    else reveal(this.talk, { turn: turn.index, start: at, end: Math.min(at + 1, turn.end) });
  }

  step(direction, wanted) {
    const marks = this.talk.inOrder();
    const from = this.selection.where?.start ?? 0;
    const beyond = marks.findIndex((mark) => mark.start >= from);
    const here = this.focus ? marks.indexOf(this.focus) : (beyond < 0 ? marks.length : beyond) - (direction > 0 ? 1 : 0);
    for (let n = 1; n <= marks.length; n += 1) {
      const mark = marks[(here + direction * n + marks.length * 2) % marks.length];
      if (wanted(mark)) return this.focusMark(mark), this.tellMark(mark);
    }
    return announce(say('no_more_hits'));
  }

  tellMark(mark) {
    announce(`${this.label(mark.code)}: ${short(mark.quote)}`);
  }

  // Coding.

  async code() {
    const { span } = this.selection;
    if (!span) return announce(say(this.selection.refused || 'select_first'));
    const choice = await pickCode(this.codes, short(this.talk.quote(span), 160), !this.app.blind);
    this.pane.focus({ preventScroll: true });
    if (choice?.code) this.codeWith(choice.code);
    else if (choice?.label) await this.makeCode(choice.label);
  }

  async makeCode(label) {
    let made = { label };
    let problem = '';
    do {
      made = await describeNewCode(this.codes, made, problem); // asked again with what was typed
      problem = made && (await this.app.addCode(made));
    } while (problem);
    this.pane.focus({ preventScroll: true });
    if (!made) return;
    announce(say('code_made', { code: this.label(made.id), version: this.app.book.version }));
    this.codeWith(made.id);
  }

  codeAgain(place) {
    const code = recentCodes()[place - 1];
    if (code) this.codeWith(code);
    else announce(say('no_recent', { n: place }));
  }

  codeWith(code) {
    if (!this.codes.has(code)) return announce(say('code_gone', { code: visible(code) }));
    const { span } = this.selection;
    if (!span) return announce(say(this.selection.refused || 'select_first'));
    const same = this.talk.at(span.turn, span.start).find((mark) => mark.status === 'human' && mark.code === code && mark.start === span.start && mark.end === span.end);
    if (same) {
      this.focusMark(same, { scroll: false });
      return announce(say('coded_already', { code: this.label(code) }));
    }
    remember(code);
    const quote = this.talk.quote(span);
    const mark = { ...span, code, quote, by: 'coder', status: 'human', term: '', kind: '', cue: '', negated: false, prompted: false, saved_at: '', interview: this.view.interview };
    const what = say('added', { code: this.label(code), quote: short(quote, 40) });
    this.deeds.do({
      events: [{ do: 'add', interview: this.view.interview, text: this.view.text, start: span.start, end: span.end, code }],
      apply: ([id]) => {
        mark.id = id;
        mark.saved_at = new Date().toISOString();
        this.talk.add(mark);
        this.changed(mark);
      },
      revert: () => this.takeAway(mark),
      what,
    });
    return undefined;
  }

  takeAway(mark) {
    this.talk.remove(mark);
    this.changed(null);
  }

  changed(mark) {
    this.focusMark(mark, { scroll: false });
    this.count();
    settle().then(() => this.side.renew());
  }

  remove(mark = this.focus) {
    if (!mark) return undefined;
    if (mark.by === 'codebook') return mark.status === 'auto' ? announce(say('hit_stays')) : this.decide(mark, 'clear');
    const what = say('removed', { code: this.label(mark.code) });
    this.deeds.do({
      events: [{ do: 'remove', of: mark.id }],
      apply: () => this.takeAway(mark),
      revert: () => {
        this.talk.add(mark);
        this.changed(mark);
      },
      what,
    });
    return undefined;
  }

  // Reviewing.

  decide(mark, verdict, { onward = false } = {}) {
    if (!mark || mark.by !== 'codebook') return void announce(say('no_hit_here'));
    const before = mark.status;
    const status = { accept: 'accepted', reject: 'rejected', clear: 'auto' }[verdict];
    const set = (value) => {
      mark.status = value;
      this.talk.redraw(mark);
      this.changed(mark);
    };
    const quote = short(mark.quote, 40);
    const what = verdict === 'clear' ? say('clear') : say(`${status}_hit`, { quote });
    const { interview, start, end, code } = mark;
    const saved = this.deeds.do({ events: [{ do: verdict, interview, text: this.view.text, start, end, code }], apply: () => set(status), revert: () => set(before), what });
    if (!saved.length || !onward) return;
    if (this.listOpen().length) return void this.step(1, (one) => one.status === 'auto');
    this.decidedLast = mark;
    announce(say('no_more_hits'));
  }

  // One press too many after the last hit decides nothing: what was decided is to be looked at again first.
  decideByKey(verdict) {
    if (this.focus && this.focus === this.decidedLast) return announce(say('no_more_hits'));
    return this.decide(this.focus, verdict, { onward: true });
  }

  // A key that bounces, or is pressed twice, is pressed once: the second would open again what was just finished, or
  // finish the next passage unseen.
  toggleDone() {
    if (performance.now() - (this.app.finishedAt ?? -TWICE) < TWICE) return;
    this.app.finishedAt = performance.now();
    const { done: was, done_but_for: butFor, interview } = this.view;
    const done = !was;
    const set = (value, left) => {
      Object.assign(this.view, { done: value, done_but_for: left, edited: this.view.edited && !value });
      this.showDone();
      settle().then(() => this.side.renew());
    };
    const what = say(done ? 'did_done' : 'did_undone');
    const open = done ? this.sayOpen() : '';
    const said = open ? `${what} · ${open}` : what;
    const saved = this.deeds.do({ events: [{ do: done ? 'done' : 'undone', interview, text: this.view.text }], apply: () => set(done, []), revert: () => set(was, butFor), what, said });
    if (saved.length && done && this.app.blind) this.goOn();
  }

  // What was refused is tried again: an interview is marked as done as it is shown now.
  takeAgain(events) {
    for (const event of events) if (event.do === 'done' && event.interview === this.view.interview) event.text = this.view.text;
  }

  // A code that came into the codebook was not looked for here yet.
  takeNewCodes(ids) {
    const { view } = this;
    if (!view.done && !view.done_but_for.length) return;
    Object.assign(view, { done: false, done_but_for: [...view.done_but_for, ...ids] });
    this.showDone();
  }

  // Blind: the next passage that is not done, once this one is saved as done.
  async goOn() {
    if (!(await settle())) return;
    const next = await nextUnit(this.view.interview);
    location.hash = next ? addressOf(next) : '#/';
  }

  goBack() {
    const before = unitBefore(this.view.interview);
    if (!before) return announce(say('first_unit'));
    location.hash = addressOf(before);
    return undefined;
  }

  showDone() {
    this.doneButton.textContent = this.view.done ? `✓ ${say('done')} · ${say('mark_undone')}` : say('mark_done');
    this.doneButton.classList.toggle('is-done', this.view.done);
    const { done, done_but_for: left } = this.view;
    const open = done ? this.sayOpen() : '';
    this.doneNote.hidden = !open && !left.length;
    this.showFile();
    this.doneNote.textContent = open || (left.length ? say('done_but_for', { codes: listed(left.map((code) => visible(this.label(code)))) }) : '');
  }

  // The codebook was renewed: names, colours and what a code means are shown as they are now.
  takeCodes() {
    this.talk.refreshAll();
    this.other?.refreshAll();
    const { current } = this.side;
    if (current) this.side.showCode(this.codes.get(current.id) ?? null);
  }

  // What became of the file while it was open, or since the interview was done.
  showFile() {
    const { unreadable, edited, read_anew: anew } = this.view;
    const said = [unreadable && say('file_unreadable', { why: visible(unreadable) }), edited && this.view.done ? say('file_edited') : anew && say('file_changed')].filter(Boolean);
    this.fileNote.hidden = !said.length;
    this.fileNote.textContent = said.join(' ');
  }

  undo() {
    return undoLast(this, { interview: this.view.interview }, isDeed, this.app.blind ? 'blind_nothing_to_undo' : 'nothing_to_undo');
  }

  redo() {
    return redoLast(this, { interview: this.view.interview }, isDeed);
  }

  // Memos.

  async memo() {
    const { focus, view } = this;
    if (refuseReadOnly()) return;
    const { interview, text } = view;
    const subjects = [];
    const mark = focus && `${this.label(focus.code)}: ${short(focus.quote, 40)}`;
    if (focus?.by === 'coder') subjects.push({ name: `${say('about_mark')} (${mark})`, event: { of: focus.id, interview, text, start: focus.start, end: focus.end, code: focus.code } });
    else if (focus) subjects.push({ name: `${say('about_mark')} (${mark})`, event: { interview, text, start: focus.start, end: focus.end, code: focus.code } });
    const turn = this.selection.span && this.talk.turns[this.selection.span.turn];
    if (turn) subjects.push({ name: say('about_turn'), event: { interview, text, start: turn.start, end: turn.end } });
    if (!this.app.blind) subjects.push({ name: say('about_interview', { interview }), event: { interview } });
    for (const person of view.persons) subjects.push({ name: say('about_person', { person }), event: { person } });
    if (this.side.current) subjects.push({ name: say('about_code', { code: this.side.current.label }), event: { code: this.side.current.id } });
    subjects.push({ name: say('about_study'), event: {} });
    const event = await writeMemo(subjects);
    this.pane.focus({ preventScroll: true });
    if (!event) return;
    this.deeds.do({ events: [event], apply: () => this.memosChanged(), revert: () => this.memosChanged(), what: memoName(event.note), said: say('did_memo') });
  }

  memosChanged() {
    settle().then(() => this.side.open('memos')).then(() => this.side.showPanel());
  }

  removeMemo(memo) {
    this.deeds.do({ events: [{ do: 'remove', of: memo.id }], apply: () => this.memosChanged(), revert: () => this.memosChanged(), what: say('removed', { code: memoName(memo.note) }) });
  }

  isAbout(memo) {
    const { interview, persons } = this.view;
    return memo.interview === interview || (!memo.interview && (!memo.person || persons.includes(memo.person)));
  }

  // Search, and the other wave.

  openSearch() {
    this.side.open('search').then(() => this.side.showPanel()).then(() => this.side.input.focus({ preventScroll: true }));
  }

  showFound(found) {
    const highlight = layer('found', 40);
    highlight.clear();
    for (const place of found) {
      if (place.interview === this.view.interview) highlight.add(this.talk.range(place));
      if (place.interview === this.other?.view.interview) highlight.add(this.other.range(place));
    }
  }

  async toggleOther() {
    if (this.other) return this.closeOther();
    const [first] = this.view.others;
    if (!first) return announce(say('no_other'));
    return this.showOther((this.view.others.find((other) => other.wave !== this.view.wave) ?? first).interview);
  }

  keepInSight() {
    const here = this.focus ?? this.selection.span;
    if (here) reveal(this.talk, here);
  }

  closeOther() {
    this.other.close();
    this.otherPane.remove();
    this.other = null;
    this.columns.classList.remove('two');
    this.keepInSight();
  }

  async showOther(interview) {
    const view = await get('interview', { id: interview });
    if (this.other) this.closeOther();
    this.other = new Talk(view, this.codes);
    const choice = el('select', { 'aria-label': say('show_other'), onchange: (event) => this.showOther(event.target.value) },
      ...this.view.others.map((other) => el('option', { value: other.interview, selected: other.interview === interview }, `${visible(waveName(other.wave))} · ${visible(other.interview)}`)));
    const top = el('p', { class: 'other-head' }, choice, el('a', { href: addressOf(interview) }, visible(interview)), button('×', () => this.closeOther(), { 'aria-label': say('close') }));
    this.otherPane = el('div', { class: 'pane other', tabindex: '0', role: 'region', 'aria-label': say('other_wave', { wave: visible(view.wave) }) }, top, this.other.element);
    this.pane.after(this.otherPane);
    this.columns.classList.add('two');
    this.other.drawAll();
    this.keepInSight();
  }

  listen() {
    if (!this.recording) return announce(visible(this.view.no_audio) || say('no_recording'));
    return this.recording.toggle(this.focus?.turn ?? this.selection.span?.turn);
  }

  close() {
    this.recording?.player.pause();
    this.high.disconnect();
    this.layout.removeEventListener('change', this.relaid);
    this.selection.close();
    this.talk.close();
    this.other?.close();
    for (const name of ['chosen', 'focus', 'found']) only(name, 0, null);
  }

  // Keys; true where the key meant something.

  key(event) {
    const { selection } = this;
    const auto = (mark) => mark.status === 'auto';
    const shifted = {
      ArrowLeft: () => selection.stretch(-1, 'word', selection.edge === 'begin' ? 'begin' : 'end'),
      ArrowRight: () => selection.stretch(1, 'word', selection.edge === 'begin' ? 'begin' : 'end'),
      ArrowUp: () => selection.stretch(-1, 'sentence', selection.edge === 'begin' ? 'begin' : 'end'),
      ArrowDown: () => selection.stretch(1, 'sentence', selection.edge === 'begin' ? 'begin' : 'end'),
      U: () => this.redo(),
    };
    const plain = {
      ArrowLeft: () => selection.arrow(-1),
      ArrowRight: () => selection.arrow(1),
      ArrowUp: () => selection.upright(-1),
      ArrowDown: () => selection.upright(1),
      w: () => selection.take('word'),
      s: () => selection.take('sentence'),
      t: () => selection.take('turn'),
      b: () => selection.choose('begin'),
      '[': () => selection.choose('begin'),
      e: () => selection.choose('end'),
      ']': () => selection.choose('end'),
      Escape: () => this.letGo(),
      c: () => this.code(),
      r: () => this.codeAgain(1),
      n: () => this.step(1, auto),
      p: () => this.step(-1, auto),
      j: () => this.step(1, () => true),
      k: () => this.step(-1, () => true),
      a: () => this.decideByKey('accept'),
      x: () => this.decideByKey('reject'),
      Delete: () => this.remove(),
      Backspace: () => this.remove(),
      m: () => this.memo(),
      u: () => this.undo(),
      d: () => this.toggleDone(),
      '/': () => this.openSearch(),
      o: () => this.toggleOther(),
      l: () => this.listen(),
    };
    if (this.app.blind) {
      for (const name of ['a', 'x', '/', 'o', 'l']) delete plain[name];
      Object.assign(plain, { n: () => this.goOn(), p: () => this.goBack() });
    }
    for (let n = 1; n <= 9; n += 1) plain[n] = () => this.codeAgain(n);
    const act = event.shiftKey && event.key in shifted ? shifted[event.key] : plain[event.key];
    if (act) act();
    return Boolean(act);
  }

  letGo() {
    if (this.selection.edge !== 'whole') return this.selection.choose('whole');
    this.selection.clear();
    return this.focusMark(null);
  }
}

// Which memo: by its first words.
function memoName(note) {
  return `${say('memo')} ‘${short(note, 40)}’`;
}

// What a key takes back: not what is typed in a field, nor what was done before something in another interview was.
function isDeed(deed) {
  return deed.do !== 'summary' && !deed.passed;
}
