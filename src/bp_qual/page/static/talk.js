// The turns of one interview on the screen, and the marks in them.

import { button, el, fill, visible } from './dom.js';
import { colourOf, draw, erase } from './marks.js';
import { findPairs, toCodePoints, toUnits } from './offsets.js';
import { clock, say } from './texts.js';

const WIDTH = 26;

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
    this.watcher = new IntersectionObserver((seen) => seen.filter((one) => one.isIntersecting).forEach((one) => this.drawStrip(this.turns[one.target.dataset.turn])));
    for (const turn of this.turns) this.watcher.observe(turn.element);
  }

  makeTurn(turn) {
    const said = el('p', { class: 'said', dir: 'auto' }, turn.text);
    const strip = el('canvas', { class: 'strip', width: 1, height: 1, 'aria-hidden': 'true' });
    const chips = el('div', { class: 'chips' });
    const speaker = visible(turn.speaker) || say(this.blind ? `role_${turn.role}` : 'unknown_speaker');
    const who = el('div', { class: 'who' }, el('span', { class: 'speaker', title: speaker }, speaker));
    if (turn.at !== null) who.append(el('span', { class: 'time' }, clock(turn.at)));
    const element = el('section', { class: `turn ${turn.role}`, 'data-turn': turn.index }, who, strip, said, chips);
    return { ...turn, said, node: said.firstChild, strip, chips, element, pairs: findPairs(turn.text), end: turn.start + [...turn.text].length };
  }

  keep(mark) {
    this.ordered = null;
    this.marks.set(mark.id, mark);
    this.byTurn[mark.turn].push(mark);
  }

  // Draw everything; called once, when the talk is on the page.
  drawAll() {
    for (const mark of this.marks.values()) draw(mark, this.range(mark));
    for (const turn of this.turns) this.listCodes(turn);
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
    draw(mark, this.range(mark));
    this.refresh(this.turns[mark.turn]);
  }

  refresh(turn) {
    this.listCodes(turn);
    this.drawStrip(turn);
  }

  close() {
    this.watcher.disconnect();
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

  // The strip shows where marks lie over each other: one narrow lane for each code, from the top of the turn to its end.
  drawStrip(turn) {
    const marks = this.byTurn[turn.index].filter((mark) => mark.status !== 'rejected');
    const lanes = [...new Set(marks.map((mark) => mark.code))];
    const wide = Math.min(4, Math.max(2, Math.floor(WIDTH / Math.max(lanes.length, 1))));
    const length = Math.max(turn.end - turn.start, 1);
    const height = Math.min(Math.max(Math.ceil(length / 3), 12), 2000); // the browser stretches it to the turn
    turn.strip.width = WIDTH;
    turn.strip.height = height;
    const pen = turn.strip.getContext('2d');
    for (const mark of marks) {
      const top = ((mark.start - turn.start) / length) * height;
      const tall = Math.max(((mark.end - mark.start) / length) * height, height / 25, 3);
      pen.fillStyle = colourOf(mark.code);
      pen.globalAlpha = mark.status === 'auto' ? 0.45 : 1;
      pen.fillRect(lanes.indexOf(mark.code) * wide, Math.min(top, height - tall), Math.max(wide - 1, 1), tall);
    }
  }
}

// How the marks of a code stand, each way once: what the look of a chip says to whoever sees it.
function statesOf(marks) {
  return [...new Set(marks.map((mark) => say(`status_${mark.status}`)))].join(', ');
}
