// What the coder did, until the disk has it. It is kept in the tab, sent in order, and sent again when the page was gone;
// every event has its own id, so that one that arrives twice counts once.

import { afterPaint, announce, button, el, fill, visible } from './dom.js';
import { listed, say } from './texts.js';
import { Gone, Locked, get, newId, post } from './wire.js';

const AGAIN = 1500;
const BATCH = 40;
const ROOM = 48000;
const coder = new TextEncoder();

let queue = [];
let shelf = 'bp_qual';
let codebook = '';
let busy = false;
let trouble = null; // { kind: 'gone' | 'locked' | 'refused' | 'codebook', why, version }
let timer = 0;
let waiting = [];
let readOnly = '';
let restart = [];
let reloadCodebook = async () => {};
const own = new Set(); // what was done in this window
const state = el('span', { class: 'saved', role: 'status' });
const banner = el('div', { class: 'banner', role: 'alert', hidden: true });

export function openOutbox(name, renew) {
  shelf = `bp_qual:${name}`;
  reloadCodebook = renew;
  try {
    queue = JSON.parse(sessionStorage.getItem(shelf) ?? '[]');
  } catch {
    queue = [];
  }
  window.addEventListener('beforeunload', (event) => {
    document.dispatchEvent(new CustomEvent('leaving'));
    if (queue.length) event.preventDefault();
  });
  document.addEventListener('missed', (event) => miss(event.detail));
  for (const { event } of queue) own.add(event.id);
  show();
  pump();
  return { state, banner };
}

export function useCodebook(version) {
  codebook = version;
}

// Nothing can be saved: say why, and take nothing that would be lost.
export function setReadOnly(why) {
  readOnly = why;
  show();
}

// Files that describe the study changed: what they say holds once the page is started again.
export function setRestart(files) {
  if (String(files) === String(restart)) return;
  restart = files;
  show();
}

export function refuseReadOnly() {
  if (readOnly) announce(say('read_only', { why: readOnly }));
  return Boolean(readOnly);
}

// Save an event; returns its id at once.
export function send(event) {
  const whole = { id: newId(), ...event };
  own.add(whole.id);
  queue.push({ event: whole, codebook });
  keep();
  show();
  afterPaint(pump);
  return whole.id;
}

export function isOwn(id) {
  return own.has(id) || (id.endsWith('-whole') && own.has(id.slice(0, -6))); // an interview that a passage finished
}

// Wait until everything is saved; false where it cannot be now.
export function settle() {
  if (!queue.length) return Promise.resolve(true);
  if (trouble) return Promise.resolve(false);
  return new Promise((done) => waiting.push(done));
}

function keep() {
  try {
    sessionStorage.setItem(shelf, JSON.stringify(queue));
  } catch {
    // a full store: what is unsent is still in this tab, and it says so
  }
}

function show() {
  const n = queue.length;
  state.textContent = readOnly && !n ? say('read_only_state') : trouble && n ? say('unsent', { n }) : n ? say('saving', { n }) : say('saved');
  state.classList.toggle('unsent', n > 0);
  banner.hidden = !trouble && !readOnly && !restart.length;
  if (restart.length) fill(banner, say('restart', { files: listed(restart.map(visible)) }));
  if (!trouble && readOnly) fill(banner, say('read_only', { why: readOnly }), button(say('retry'), () => location.reload()));
  if (trouble?.kind === 'gone' || trouble?.kind === 'locked') fill(banner, say(trouble.kind), n ? ` ${say('kept_in_tab', { n })}` : '');
  if (trouble?.kind === 'refused') fill(banner, say('not_saved', { why: trouble.why }), ` ${say('kept_here', { n })}`, button(say('retry'), retry), button(say('drop_unsent'), drop));
  if (trouble?.kind === 'codebook') {
    const version = trouble.version.replace(/\+.*/, '');
    fill(banner, say('codebook_changed', { version, n }), button(say('send_anyway'), resend), button(say('drop_unsent'), drop));
  }
}

function tell(saved) {
  for (const done of waiting.splice(0)) done(saved);
}

function retry() {
  clearTimeout(timer);
  trouble = null;
  show();
  pump();
}

function drop() {
  queue = [];
  keep();
  retry();
  document.dispatchEvent(new CustomEvent('refetch'));
}

// Only after the coder saw which version it is now: what was coded before is coded with that one.
function resend() {
  for (const item of queue) item.codebook = codebook;
  keep();
  retry();
}

async function pump() {
  if (busy || trouble || !queue.length) return;
  busy = true;
  const version = queue[0].codebook;
  let size = queue.findIndex((item) => item.codebook !== version);
  size = Math.min(size < 0 ? queue.length : size, BATCH);
  const batch = fitting(queue.slice(0, size));
  try {
    const outcome = await post('save', { codebook: version, events: batch.map((item) => item.event) });
    const settled = new Set([...outcome.saved, ...outcome.refused.map((refusal) => refusal.id)]);
    queue = queue.filter((item) => !settled.has(item.event.id));
    keep();
    trouble = null;
    if (outcome.refused.length) {
      document.dispatchEvent(new CustomEvent('problem', { detail: outcome.refused[0].why }));
      document.dispatchEvent(new CustomEvent('refetch'));
    }
  } catch (error) {
    await meet(error);
  }
  busy = false;
  show();
  if (!queue.length) tell(true);
  else if (trouble) tell(false);
  else pump();
}

// What the page takes at once: a long memo or summary goes by itself.
function fitting(items) {
  let room = ROOM;
  const many = items.findIndex((item) => (room -= coder.encode(JSON.stringify(item.event)).length) < 0);
  return items.slice(0, many < 0 ? items.length : Math.max(many, 1));
}

async function meet(error) {
  if (error instanceof Gone) {
    miss(error);
  } else if (error.status === 409) {
    trouble = { kind: 'codebook', version: error.said.codebook };
    await reloadCodebook();
  } else {
    trouble = { kind: 'refused', why: error.message };
  }
}

// Whatever was asked in vain, a banner says so; what the coder must decide on first stays there.
function miss(error) {
  const kind = error instanceof Locked ? 'locked' : 'gone';
  if (trouble?.kind === kind || ['refused', 'codebook'].includes(trouble?.kind)) return;
  trouble = { kind };
  clearTimeout(timer);
  timer = setTimeout(listen, AGAIN);
  show();
  tell(false);
}

// Ask now and then whether bp-qual page is back.
async function listen() {
  try {
    await get('texts');
    retry();
    document.dispatchEvent(new CustomEvent('back'));
  } catch {
    clearTimeout(timer);
    timer = setTimeout(listen, AGAIN);
  }
}
