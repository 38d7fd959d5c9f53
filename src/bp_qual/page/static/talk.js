// The turns of one interview on the screen, and the marks in them.

import { afterPaint, button, el, fill, unturned, visible } from './dom.js';
import { colourOf, draw, erase } from './marks.js';
import { findPairs, toCodePoints, toUnits } from './offsets.js';
import { clock, say } from './texts.js';

const WIDTH = 26;
const NEAR = 400; // pixels beyond what is in sight
const MOST = 4000; // pixels of a strip

export class Talk {
  constructor(view, codes, { onchip, blind = false } = {}) {
    this.view = view;
    this.blind = blind;
    this.codes = codes;
    this.onchip = onchip;
    this.turns = view.turns.map((turn) => this.makeTurn(turn));
    this.byTurn = this.turns.map(() => []);
    this.marks = new Map();
    this.element = el('div', { class: 'talk' });
    this.element.append(...this.turns.map((turn) => turn.element));
    for (const mark of view.marks) this.keep(mark);
    this.shown = new Set(); // the turns in sight or near: only in these are marks and strips drawn
    this.waiting = new Set();
    this.changed = new Set();
    const [near, ofElement] = [`${NEAR}px`, (element) => this.turns[element.closest('.turn').dataset.turn]];
    this.watcher = new IntersectionObserver((seen) => seen.forEach((one) => this.show(ofElement(one.target), one.isIntersecting)), { rootMargin: near, scrollMargin: near });
    this.sizes = new ResizeObserver((seen) => seen.forEach((one) => this.shown.has(ofElement(one.target)) && this.drawStripSoon(ofElement(one.target))));
    for (const turn of this.turns) {
      this.watcher.observe(turn.element);
      this.sizes.observe(turn.said);
    }
  }

  makeTurn(turn) {
    const said = el('p', { class: 'said', dir: 'auto' }, unturned(turn.text));
    const strip = el('canvas', { class: 'strip', width: WIDTH, height: 1, 'aria-hidden': 'true' });
    const chips = el('div', { class: 'chips' });
    const speaker = visible(turn.speaker) || say(this.blind ? `role_${turn.role}` : 'unknown_speaker');
    const who = el('div', { class: 'who' }, el('span', { class: 'speaker', title: speaker }, speaker));
    if (turn.at !== null) who.append(el('span', { class: 'time' }, clock(turn.at)));
    const element = el('section', { class: `turn ${turn.role}`, 'data-turn': turn.index }, who, el('div', { class: 'words' }, strip, said), chips);
    return { ...turn, said, node: said.firstChild, strip, chips, element, pairs: findPairs(turn.text), end: turn.start + [...turn.text].length };
  }

  keep(mark) {
    this.ordered = null;
    this.marks.set(mark.id, mark);
    this.byTurn[mark.turn].push(mark);
  }

  // Draw what is in sight; called once, when the talk is on the page.
  drawAll() {
    for (const turn of this.turns) this.listCodes(turn);
    for (const turn of this.turns) {
      if (turn.element.getBoundingClientRect().top > innerHeight) break;
      this.show(turn, true);
    }
  }

  // The browser looks through all ranges whenever one of them changes: those far away are not among them.
  show(turn, isNear) {
    if (this.shown.has(turn) === isNear) return;
    if (isNear) {
      this.shown.add(turn);
      for (const mark of this.byTurn[turn.index]) draw(mark, this.range(mark));
      this.drawStripSoon(turn);
    } else {
      this.shown.delete(turn);
      for (const mark of this.byTurn[turn.index]) erase(mark);
    }
  }

  add(mark) {
    this.keep(mark);
    this.redraw(mark);
  }

  remove(mark) {
    erase(mark);
    this.ordered = null;
    this.marks.delete(mark.id);
    this.byTurn[mark.turn] = this.byTurn[mark.turn].filter((other) => other !== mark);
    this.refresh(this.turns[mark.turn]);
  }

  redraw(mark) {
    const turn = this.turns[mark.turn];
    if (this.shown.has(turn)) draw(mark, this.range(mark));
    this.refresh(turn);
  }

  // What stands beside a turn is drawn once the mark itself is on the screen: the names of the codes, then the strip.
  refresh(turn) {
    this.changed.add(turn);
    this.drawStripSoon(turn);
  }

  refreshAll() {
    for (const turn of this.turns) this.refresh(turn);
  }

  drawStripSoon(turn) {
    const isFirst = !this.waiting.size;
    this.waiting.add(turn);
    if (isFirst) afterPaint(() => this.drawBeside());
  }

  drawBeside() {
    for (const turn of this.changed) this.listCodes(turn);
    for (const turn of this.waiting) this.drawStrip(turn);
    this.changed.clear();
    this.waiting.clear();
  }

  close() {
    this.watcher.disconnect();
    this.sizes.disconnect();
    for (const mark of this.marks.values()) erase(mark);
  }

  // A range of the browser for a place in the interview, which lies within one turn.
  range({ turn, start, end }) {
    const { node, pairs, start: base } = this.turns[turn];
    if (!node) return null;
    const [from, to] = [toUnits(pairs, start - base), toUnits(pairs, end - base)];
    return new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to });
  }

  // The place in the interview of a point in the browser's text; null where it is not in a turn.
  place(node, unit) {
    const element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest('.turn');
    if (!element || !this.element.contains(element)) return null;
    const turn = this.turns[element.dataset.turn];
    if (node === turn.node) return { turn: turn.index, at: turn.start + toCodePoints(turn.pairs, unit) };
    const isAfter = turn.said.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    return { turn: turn.index, at: isAfter || (node === turn.said && unit > 0) ? turn.end : turn.start };
  }

  quote({ turn, start, end }) {
    const { text, pairs, start: base } = this.turns[turn];
    return text.slice(toUnits(pairs, start - base), toUnits(pairs, end - base));
  }

  inOrder() {
    this.ordered ??= [...this.marks.values()].sort((one, other) => one.start - other.start || one.end - other.end || (one.code < other.code ? -1 : 1));
    return this.ordered;
  }

  at(turn, place) {
    return this.byTurn[turn].filter((mark) => mark.start <= place && place < mark.end);
  }

  // The names of the codes beside a turn, each once, with how often.
  listCodes(turn) {
    const groups = Map.groupBy(this.byTurn[turn.index], (mark) => mark.code);
    const chips = [...groups].map(([code, marks]) => this.makeChip(turn, code, marks));
    fill(turn.chips, ...chips);
  }

  makeChip(turn, code, marks) {
    const own = marks.some((mark) => mark.status === 'human' || mark.status === 'accepted');
    const decided = marks.filter((mark) => mark.status !== 'auto').length;
    const label = visible(this.codes.get(code)?.label ?? code);
    const look = !decided ? 'open' : decided < marks.length ? 'part' : own ? 'own' : 'rejected';
    const name = marks.length > 1 ? `${label} ×${marks.length}` : label;
    const part = look === 'part' ? el('small', {}, say('chip_part', { decided, n: marks.length })) : '';
    const chip = button(name, () => this.onchip?.(marks), { class: `chip ${look}` });
    if (part) chip.append(' ', part);
    chip.setAttribute('aria-label', say('chip', { code: label, n: marks.length, states: statesOf(marks) }));
    chip.style.setProperty('--code', colourOf(code));
    return chip;
  }

  // The strip shows where marks lie over each other: one narrow lane for each code, beside the lines of the mark.
  drawStrip(turn) {
    const marks = this.byTurn[turn.index].filter((mark) => mark.status !== 'rejected');
    const { top, height } = turn.said.getBoundingClientRect();
    const tall = Math.min(Math.round(height), MOST);
    if (turn.strip.height !== tall) turn.strip.height = tall;
    const pen = turn.strip.getContext('2d');
    pen.clearRect(0, 0, WIDTH, tall);
    if (!marks.length || !tall) return;
    const lanes = [...new Set(marks.map((mark) => mark.code))];
    const wide = Math.min(4, Math.max(2, Math.floor(WIDTH / Math.max(lanes.length, 1))));
    const scale = tall / height; // a very long turn is drawn smaller
    const line = document.createRange();
    for (const mark of marks) {
      const { startOffset, endOffset } = this.range(mark);
      line.setStart(turn.node, startOffset);
      line.setEnd(turn.node, endOffset);
      const box = line.getBoundingClientRect();
      pen.fillStyle = colourOf(mark.code);
      pen.globalAlpha = mark.status === 'auto' ? 0.45 : 1;
      pen.fillRect(lanes.indexOf(mark.code) * wide, (box.top - top) * scale + 1, Math.max(wide - 1, 1), Math.max(box.height * scale - 2, 3));
    }
  }
}

// How the marks of a code stand, each way once: what the look of a chip says to whoever sees it.
function statesOf(marks) {
  return [...new Set(marks.map((mark) => say(`status_${mark.status}`)))].join(', ');
}
