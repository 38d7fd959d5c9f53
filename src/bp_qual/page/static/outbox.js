// What the coder did, until the disk has it. It is kept in the tab, sent in order, and sent again when the page was gone;
// every event has its own id, so that one that arrives twice counts once.

import { afterPaint, announce, button, el, fill, unbroken, visible } from './dom.js';
import { listed, say } from './texts.js';
import { Gone, Locked, get, newId, post } from './wire.js';

const AGAIN = 1500;
const BATCH = 500;
const ROOM = 1500000; // bytes of what is sent at once; the gate takes 2 MiB
const NAMED = 3; // of what was refused
const OWN = 500; // how much of what this window did it knows again once it is loaded anew
const coder = new TextEncoder();

let queue = [];
let shelf = 'bp_qual';
let codebook = '';
let busy = false;
let trouble = null; // what the coder must decide on: { kind: 'refused' | 'codebook', why, version }
let away = ''; // 'gone' or 'locked' while bp-qual page does not answer
let timer = 0;
let waiting = [];
let readOnly = '';
let sending = false;
let full = false;
let restart = [];
let reloadCodebook = async () => {};
let own = new Set(); // what was done in this window, also before it was loaded anew: what was done at once is one
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
  own = new Set(remembered());
  for (const { event } of queue) own.add(together(event.id));
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

// Save an event; returns its id at once. `what` is its name, for when it is refused.
export function send(event, what = '') {
  const whole = { id: newId(), ...event };
  own.add(together(whole.id));
  queue.push({ event: whole, codebook, what });
  if (!sending) queueMicrotask(begin); // once for all that is done at once
  sending = true;
  return whole.id;
}

function begin() {
  sending = false;
  keep();
  show();
  afterPaint(pump);
}

export function isOwn(id) {
  return own.has(together(id.replace(/-whole$/, ''))); // an interview that a passage finished
}

function together(id) {
  return id.split('.', 1)[0];
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(`${shelf}:own`) ?? '[]');
  } catch {
    return [];
  }
}

function unsent() {
  return queue.filter((item) => !item.why);
}

function refused() {
  return queue.filter((item) => item.why);
}

// Wait until everything is saved that can be; false where nothing can be saved now.
export function settle() {
  if (!unsent().length) return Promise.resolve(true);
  if (trouble || away) return Promise.resolve(false);
  return new Promise((done) => waiting.push(done));
}

// What is said of a deed: where saving waits for the coder, that it is not saved yet.
export function announceDeed(what) {
  announce(trouble ? `${what} · ${say('unsent', { n: queue.length })}` : what);
}

// Why nothing can be saved now, in words.
export function whyNot() {
  return banner.firstChild?.firstChild.textContent ?? '';
}

function keep() {
  try {
    sessionStorage.setItem(shelf, JSON.stringify(queue));
    sessionStorage.setItem(`${shelf}:own`, JSON.stringify([...own].slice(-OWN)));
    full = false;
  } catch {
    if (!full) announce(say('store_full')); // what is unsent is still in this tab
    full = true;
  }
}

function show() {
  const n = queue.length;
  const waits = trouble || away || !unsent().length;
  state.textContent = readOnly && !n ? say('read_only_state') : waits && n ? say('unsent', { n }) : n ? say('saving', { n }) : say('saved');
  state.classList.toggle('unsent', n > 0);
  const parts = [tellAway(), tellTrouble(), tellRefused(), tellReadOnly(), restart.length ? [say('restart', { files: listed(restart.map(visible)) })] : null].filter(Boolean);
  banner.hidden = !parts.length;
  fill(banner, ...parts.map(([text, ...rest]) => el('div', {}, el('span', {}, ...unbroken(text)), ...rest)));
}

// That bp-qual page is gone is said whatever else is to be decided.
function tellAway() {
  const n = unsent().length;
  return away && [`${say(away)}${n ? ` ${say('kept_in_tab', { n })}` : ''}`];
}

function tellTrouble() {
  const n = unsent().length;
  if (trouble?.kind === 'refused') return [`${say('not_saved', { why: trouble.why })} ${say('kept_here', { n })}`, button(say('retry'), retry), button(say('drop_unsent'), drop)];
  if (trouble?.kind !== 'codebook') return null;
  return [say('codebook_changed', { version: trouble.version.replace(/\+.*/, ''), n }), button(say('send_anyway'), resend), button(say('drop_unsent'), drop)];
}

// A reason as a sentence among others; one that begins with the name of a file or code keeps it.
function sentence(why) {
  const begun = why.replace(/^\p{Ll}(?=[\p{Ll}’']* )/u, (letter) => letter.toUpperCase());
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

// What was refused stays here until the coder tries again or drops it: what it is, and why.
function tellRefused() {
  const items = refused();
  if (!items.length) return null;
  const names = [...new Set(items.map(({ what }) => visible(what)).filter(Boolean))].slice(0, NAMED);
  const why = [...new Set(items.map((item) => sentence(visible(item.why))))].join(' ');
  return [`${say('refused', { n: items.length })} ${why}`, names.length ? el('span', { class: 'quiet' }, names.join(' · ')) : '', button(say('retry'), retryRefused), button(say('drop_refused'), dropRefused)];
}

function tellReadOnly() {
  return readOnly && !trouble && !away && [say('read_only', { why: readOnly }), button(say('retry'), () => location.reload())];
}

function tell(saved) {
  for (const done of waiting.splice(0)) done(saved);
}

function retry() {
  trouble = null;
  show();
  pump();
}

function drop() {
  queue = refused();
  keep();
  retry();
  document.dispatchEvent(new CustomEvent('refetch'));
}

// With the codebook as it is now: the banner said what was wrong.
function retryRefused() {
  document.dispatchEvent(new CustomEvent('again', { detail: refused().map((item) => item.event) }));
  queue = queue.map((item) => (item.why ? { event: item.event, codebook, what: item.what } : item));
  keep();
  show();
  pump();
}

function dropRefused() {
  queue = unsent();
  keep();
  show();
  document.dispatchEvent(new CustomEvent('refetch'));
}

// Only after the coder saw which version it is now: what was coded before is coded with that one, and shown as it has it.
async function resend() {
  for (const item of unsent()) item.codebook = codebook;
  keep();
  retry();
  if (await settle()) document.dispatchEvent(new CustomEvent('refetch'));
}

async function pump() {
  if (busy || trouble || away) return;
  refuseLong();
  const ready = unsent();
  if (!ready.length) return tell(true);
  busy = true;
  const version = ready[0].codebook;
  let size = ready.findIndex((item) => item.codebook !== version);
  size = Math.min(size < 0 ? ready.length : size, BATCH);
  const batch = fitting(ready.slice(0, size));
  try {
    take(await post('save', { codebook: version, events: batch.map((item) => item.event) }));
  } catch (error) {
    await meet(error);
  }
  busy = false;
  show();
  if (!unsent().length) tell(true);
  else if (trouble || away) tell(false);
  else pump();
}

// What the file has is done; what was refused is kept with the reason, for the coder to decide on.
function take(outcome) {
  const saved = new Set(outcome.saved);
  const reasons = new Map(outcome.refused.map(({ id, why }) => [id, why]));
  const marked = new Set(queue.filter((item) => saved.has(item.event.id)).map((item) => marks(item.event)));
  queue = queue.filter((item) => !saved.has(item.event.id)).map((item) => (reasons.has(item.event.id) ? { ...item, why: reasons.get(item.event.id) } : item));
  queue = withoutUndone(queue).filter((item) => !item.why || !marks(item.event) || !marked.has(marks(item.event)));
  keep();
  if (reasons.size) document.dispatchEvent(new CustomEvent('refetch'));
}

// What is marked as done or opened again, if anything is: once that is saved, what was refused of it before is past.
function marks({ do: what, interview, code = '' }) {
  return ['done', 'undone'].includes(what) ? `${interview} ${code}` : '';
}

// What was refused and undone before it was: neither is left to decide on, going back from the last.
function withoutUndone(items) {
  let left = items;
  for (const item of items.toReversed()) {
    const about = item.why && ['undo', 'remove'].includes(item.event.do) && left.includes(item) && left.find((one) => one.why && one.event.id === item.event.of);
    if (about) left = left.filter((one) => one !== item && one !== about);
  }
  return left;
}

function bytes(event) {
  return coder.encode(JSON.stringify(event)).length;
}

// What is too long to be saved is refused by itself: the rest is saved.
function refuseLong() {
  const long = unsent().filter((item) => bytes(item.event) > ROOM);
  if (!long.length) return;
  for (const item of long) {
    item.why = say('too_long');
    item.what ||= short(item.event.note);
  }
  keep();
  show();
}

function short(text = '') {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

// What the page takes at once.
function fitting(items) {
  let room = ROOM;
  const many = items.findIndex((item) => (room -= bytes(item.event) + 1) < 0);
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
    announce(say('not_saved', { why: error.message })); // instead of what was said to be done
  }
}

// Whatever was asked in vain, a banner says so, beside what the coder must decide on.
function miss(error) {
  const kind = error instanceof Locked ? 'locked' : 'gone';
  if (away === kind) return;
  away = kind;
  clearTimeout(timer);
  timer = setTimeout(listen, AGAIN);
  show();
  tell(false);
}

// Ask now and then whether bp-qual page is back.
async function listen() {
  try {
    await get('texts');
  } catch {
    clearTimeout(timer);
    timer = setTimeout(listen, AGAIN);
    return;
  }
  away = '';
  show();
  pump();
  document.dispatchEvent(new CustomEvent('back'));
}
