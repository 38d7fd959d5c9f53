// The study: who was interviewed when, how far the coding is, and what to do next.

import { el, visible } from './dom.js';
import { studyNotes } from './fits.js';
import { listed, many, number, say, waveName } from './texts.js';
import { get } from './wire.js';

export async function showStart(main, app) {
  const view = await get('start');
  app.settling.hidden = !view.several_coders; // once a second coder coded something
  const states = view.rows.flatMap((row) => row.cells).filter(Boolean).flat();
  const names = new Set(states.map((state) => state.interview));
  const done = new Set(states.filter((state) => state.done).map((state) => state.interview));
  const going = view.next
    ? el('a', { class: 'button main', href: addressOf(view.next) }, say('next', { interview: visible(view.next) }))
    : el('strong', {}, say('all_done'));
  const head = el('div', { class: 'head' }, el('h1', { tabindex: '-1' }, visible(view.study)),
    el('p', { class: 'next' }, going, el('a', { class: 'button', href: '#/terms' }, say('review_terms'))),
    el('p', { class: 'quiet' }, many('progress', names.size, { done: number(done.size) })),
    progress(done.size, names.size), ...again(states, app), ...studyNotes(view.outdated, app), look(view.notices));
  const top = el('tr', {}, el('th', { scope: 'col' }, say('person')), ...view.waves.map((wave) => el('th', { scope: 'col' }, visible(waveName(wave)))));
  const rows = view.rows.map((row) => el('tr', {}, el('th', { scope: 'row' }, visible(row.person)), ...row.cells.map((states) => cell(states, app))));
  const table = el('table', { class: 'grid' }, el('caption', { class: 'unseen' }, say('start')), el('thead', {}, top), el('tbody', {}, ...rows));
  main.append(el('div', { class: 'start' }, head, el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': say('start') }, table)));
}

// Interviews that were done before a code was in the codebook: what to look for in them, and what to do then.
function again(states, app) {
  const left = Map.groupBy(new Map(states.filter((state) => state.done_but_for.length).map((state) => [state.interview, state])).values(), (state) => labels(state, app));
  return [...left].map(([codes, found]) => el('p', { class: 'note' }, say('study_but_for', { n: number(found.length), codes })));
}

function labels(state, app) {
  return listed(state.done_but_for.map((code) => visible(app.codes.get(code)?.label ?? code)));
}

// What has lost its place, its code or its line: nothing uncertain is silent.
function look(notices) {
  if (!notices.length) return '';
  return el('details', { class: 'lost', open: notices.length < 6 }, el('summary', {}, say('look_at', { n: number(notices.length) })), el('ul', {}, ...notices.map((line) => el('li', {}, visible(line)))));
}

export function addressOf(interview, at) {
  return `#/interview/${encodeURIComponent(interview)}${at === undefined ? '' : `/${at}`}`;
}

function cell(states, app) {
  if (states === null) return el('td', { class: 'none' }, say('not_read'));
  if (!states.length) return el('td', { class: 'none' }, el('span', { class: 'unseen' }, say('not_interviewed')), el('span', { 'aria-hidden': 'true' }, '–'));
  return el('td', {}, ...states.map((state) => card(state, app)));
}

function card(state, app) {
  const lines = [many('word', state.words), many('hit', state.hits), say('decided', { n: number(state.decided) })];
  const own = state.coded ? el('span', {}, say('coded', { n: number(state.coded) })) : '';
  const link = el('a', { class: `card${state.done ? ' done' : ''}`, href: addressOf(state.interview) }, el('strong', {}, visible(state.interview)),
    ...lines.map((line) => el('span', {}, line)), own);
  if (state.done) link.append(el('span', { class: 'tick' }, `✓ ${say('done')}`));
  else if (state.done_but_for.length) link.append(el('span', { class: 'but-for' }, say('card_but_for', { codes: labels(state, app) })));
  else if (state.hits) link.append(progress(state.decided, state.hits));
  return link;
}

function progress(value, max) {
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' }, el('span', {}));
  bar.firstChild.style.inlineSize = `${max ? (100 * value) / max : 0}%`;
  return bar;
}
