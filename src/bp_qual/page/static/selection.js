// The passage that is selected: by mouse, or by keyboard alone in words, sentences and turns.
// One end can be chosen (b: the beginning, e: the end); the arrows then move that end, else they move the whole.

import { announce } from './dom.js';
import { only } from './marks.js';
import { say } from './texts.js';

const NAME = 'chosen';

export class Selection {
  constructor(talk, onchange = () => {}) {
    this.talk = talk;
    this.onchange = onchange;
    this.unit = 'word';
    this.edge = 'whole';
    this.span = null;
    this.where = null; // where one is, also when nothing is selected
    this.refused = ''; // why what the mouse selected cannot be coded
    this.answers = talk.turns.filter((turn) => turn.role === 'respondent').map((turn) => turn.index);
    this.ending = new AbortController();
    let begun = false;
    document.addEventListener('mousedown', (event) => {
      begun = isTalk(event.target);
      if (begun && event.button === 0 && !event.shiftKey) getSelection().removeAllRanges(); // else what was selected is dragged
    }, { signal: this.ending.signal });
    document.addEventListener('mouseup', (event) => (begun || isTalk(event.target)) && this.takeMouse(event.altKey), { signal: this.ending.signal });
  }

  close() {
    this.ending.abort();
  }

  // The units of a turn as pairs of places in the interview.
  units(turn, unit) {
    const { start, end, words, sentences } = this.talk.turns[turn];
    const flat = unit === 'word' ? words : unit === 'sentence' ? sentences : [0, end - start];
    const pairs = [];
    for (let i = 0; i < flat.length; i += 2) pairs.push([start + flat[i], start + flat[i + 1]]);
    return pairs.length ? pairs : [[start, end]];
  }

  set(span, { quiet = false, scroll = true } = {}) {
    this.span = span;
    this.refused = '';
    only(NAME, 50, span && this.talk.range(span));
    if (span) {
      this.where = span;
      if (!quiet) announce(say('selected', { quote: short(this.talk.quote(span)) }));
      if (scroll) reveal(this.talk, span);
    }
    this.onchange(span);
  }

  clear() {
    this.edge = 'whole';
    getSelection().removeAllRanges();
    this.set(null);
  }

  choose(edge) {
    this.edge = edge;
    this.onchange(this.span);
  }

  // Where to begin when nothing is selected: where one was, if that is in sight, else the first answer that is.
  begin() {
    if (this.where && isInSight(this.talk.turns[this.where.turn].element)) return this.where.turn;
    const seen = this.answers.find((turn) => this.talk.turns[turn].element.getBoundingClientRect().bottom > 120);
    return seen ?? this.answers[0];
  }

  take(unit) {
    this.unit = unit;
    this.edge = 'whole';
    const turn = this.span?.turn ?? this.begin();
    if (turn === undefined) return;
    const at = this.span?.start ?? (this.where?.turn === turn ? this.where.start : this.talk.turns[turn].start);
    this.set(this.asSpan(turn, this.find(turn, unit, at)));
  }

  find(turn, unit, at) {
    const units = this.units(turn, unit);
    return units.find(([, end]) => end > at) ?? units.at(-1);
  }

  asSpan(turn, [start, end]) {
    return { turn, start, end };
  }

  arrow(step) {
    getSelection().removeAllRanges();
    if (!this.span) return this.take(this.unit);
    if (this.edge === 'whole') this.move(step);
    else this.stretch(step, 'word');
  }

  move(step) {
    const { turn, start, end } = this.span;
    const units = this.units(turn, this.unit);
    const next = step > 0 ? units.find(([from]) => from >= end) : units.findLast(([, to]) => to <= start);
    if (next) return this.set(this.asSpan(turn, next));
    this.turn(step, step < 0);
  }

  upright(step) {
    if (this.edge === 'whole' || !this.span) this.turn(step);
    else this.stretch(step, 'sentence');
  }

  // Go to the answer before or after; to its last unit where one comes from behind.
  turn(step, last = false) {
    const here = this.span ? this.answers.indexOf(this.span.turn) : step > 0 ? -1 : this.answers.length;
    const turn = this.span ? this.answers[here + step] : this.begin();
    if (turn === undefined) return;
    this.edge = 'whole';
    this.set(this.asSpan(turn, this.units(turn, this.unit).at(last ? -1 : 0)));
  }

  // Move one end by a word or a sentence; never past the other end, nor out of the answer.
  stretch(step, unit, edge = this.edge) {
    if (!this.span) return this.take(this.unit);
    const { turn, start, end } = this.span;
    const places = this.units(turn, unit).map(([from, to]) => (edge === 'begin' ? from : to));
    const now = edge === 'begin' ? start : end;
    const next = step > 0 ? places.find((place) => place > now) : places.findLast((place) => place < now);
    const span = edge === 'begin' ? { turn, start: next, end } : { turn, start, end: next };
    if (next === undefined || span.start >= span.end) return announce(say('edge_stays'));
    return this.set(span);
  }

  // What the mouse selected, without blanks at its ends and in whole words, unless exactly that; within one answer.
  takeMouse(exactly) {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return;
    const range = chosen.getRangeAt(0);
    if (!isTalk(range.startContainer) && !isTalk(range.endContainer)) return;
    const from = this.talk.place(range.startContainer, range.startOffset);
    const to = this.talk.place(range.endContainer, range.endOffset);
    if (!from) return this.refuse(isTalk(range.startContainer) ? 'select_here' : 'one_answer');
    const turn = this.talk.turns[from.turn];
    const isNext = to && to.turn > from.turn && to.at === this.talk.turns[to.turn].start; // a triple click ends there
    const within = to?.turn === from.turn || isNext;
    if (!within) return this.refuse('one_answer');
    if (turn.role !== 'respondent') return this.refuse(turn.role === 'interviewer' ? 'interviewer_words' : 'one_answer');
    const span = this.trim({ turn: from.turn, start: from.at, end: isNext ? turn.end : to.at });
    this.edge = 'whole';
    if (!span) return;
    const whole = exactly ? span : this.wholeWords(span);
    this.set(whole, { quiet: true, scroll: false });
    if (whole.start !== span.start || whole.end !== span.end) this.showChosen(chosen, whole);
  }

  // Each end that lies within a word goes to where that word begins or ends.
  wholeWords({ turn, start, end }) {
    const around = (at) => this.units(turn, 'word').find(([from, to]) => from < at && at < to);
    return { turn, start: around(start)?.[0] ?? start, end: around(end)?.[1] ?? end };
  }

  // What the browser shows as selected is what would be coded, whichever way it was dragged.
  showChosen(chosen, span) {
    const { startContainer: node, startOffset, endOffset } = this.talk.range(span);
    const back = chosen.anchorNode === chosen.focusNode && chosen.anchorOffset > chosen.focusOffset;
    chosen.setBaseAndExtent(node, back ? endOffset : startOffset, node, back ? startOffset : endOffset);
  }

  // What is selected cannot be coded: nothing else is either, and whoever tries is told why.
  refuse(why) {
    this.edge = 'whole';
    this.set(null);
    this.refused = why;
    announce(say(why));
  }

  trim(span) {
    const quote = this.talk.quote(span);
    const length = (text) => [...text].length;
    const start = span.start + length(quote) - length(quote.trimStart());
    const end = span.end - (length(quote) - length(quote.trimEnd()));
    return start < end ? { ...span, start, end } : null;
  }

  // A click without dragging: the word under it.
  point(turn, at) {
    if (this.talk.turns[turn].role !== 'respondent') return;
    this.unit = 'word';
    this.edge = 'whole';
    this.set(this.asSpan(turn, this.find(turn, 'word', at)), { quiet: true, scroll: false });
  }
}

function isTalk(node) {
  return Boolean((node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.('.pane .talk'));
}

function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 60 && top < innerHeight;
}

// The first or the last words of a passage, cut between words where there are any.
export function short(quote, most = 80) {
  const line = quote.replace(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1).replace(/\s\S*$/, '')}…` : line;
}

export function shortEnd(quote, most = 80) {
  const line = quote.replace(/\s+/g, ' ');
  return line.length > most ? `…${line.slice(1 - most).replace(/^\S*\s/, '')}` : line;
}

// How far down one can see: what sticks to the bottom of a narrow screen hides the rest.
function lowest(pane) {
  const stuck = [...document.getElementsByClassName('pane other'), ...document.getElementsByClassName('side')].filter((one) => one !== pane && getComputedStyle(one).position === 'sticky');
  return Math.min(innerHeight, ...stuck.map((one) => one.getBoundingClientRect().top).filter((top) => top > innerHeight / 3));
}

// How much of the screen something takes that stays in sight while one scrolls.
export function stuckHeight(element) {
  return getComputedStyle(element).position === 'sticky' ? element.offsetHeight : 0;
}

// Keep the heights of the buttons, and of them with the recording, where the style needs them.
export function watchStuck(tools, recording) {
  const { style } = document.documentElement;
  const watcher = new ResizeObserver(() => {
    const high = stuckHeight(tools);
    style.setProperty('--buttons', `${high}px`);
    style.setProperty('--tools', `${high + (recording ? stuckHeight(recording) : 0)}px`);
  });
  for (const element of [tools, recording]) if (element) watcher.observe(element);
  return watcher;
}

// How far down what sticks to the top of the screen reaches.
function highest() {
  const { style } = document.documentElement;
  return ['--above', '--tools'].reduce((sum, name) => sum + parseFloat(style.getPropertyValue(name) || '0'), 0);
}

// Bring a place into sight, below what sticks to the top.
export function reveal(talk, span) {
  const turn = talk.turns[span.turn];
  if (!turn.node) return turn.element.scrollIntoView({ block: 'center' });
  const { startOffset, endOffset } = talk.range(span);
  const range = document.createRange();
  range.setStart(turn.node, startOffset);
  range.setEnd(turn.node, endOffset);
  let box = range.getBoundingClientRect();
  const pane = talk.element.closest('.pane');
  const inside = pane && pane.scrollHeight > pane.clientHeight + 1 && getComputedStyle(pane).overflowY !== 'visible';
  const view = inside ? pane.getBoundingClientRect() : { top: highest(), bottom: lowest(pane) };
  const margin = Math.min(70, (view.bottom - view.top) / 4);
  const [top, bottom] = [Math.max(view.top, 0) + margin, Math.min(view.bottom, innerHeight) - margin];
  if (box.top >= top && box.bottom <= bottom) return;
  turn.element.scrollIntoView({ block: 'nearest' });
  box = range.getBoundingClientRect();
  const by = box.top - (top + bottom) / 2 + Math.min(box.height, bottom - top) / 2;
  (inside ? pane : window).scrollBy(0, by);
}
