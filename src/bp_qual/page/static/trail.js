// What the coder did as the file has it, newest first: taken back and done again also where this window was loaded since.

import { undoTogether } from './deeds.js';
import { announce } from './dom.js';
import { isOwn, refuseReadOnly, settle } from './outbox.js';
import { short } from './selection.js';
import { number, say, waveName } from './texts.js';
import { get, isTogether } from './wire.js';

const TURNS = ['undo', 'redo'];
let offered = ''; // what was done elsewhere, and is turned round when asked once more

// Take back what was done last in this window, also before it was loaded anew; what was done elsewhere only once that
// was said. `asked` is of which trail, `takes` what of it.
export async function undoLast(page, asked, takes, none) {
  if (page.deeds.undo()) return;
  const trail = await readTrail(asked);
  const standing = trail.filter((deed) => !deed.undone && !TURNS.includes(deed.do) && takes(deed));
  const last = standing.find(({ id }) => isOwn(id)) ?? standing[0];
  const deeds = standing.filter(({ id }) => isTogether(id, last.id)); // what was done at once
  if (!deeds.length) announce(say(none));
  else if (isOffered(last.id, 'undo_elsewhere', textOf(deeds, trail, page))) await undoOf(page, deeds, textOf(deeds, trail, page));
}

// Do again what was taken back last, unless something else was done since.
export async function redoLast(page, asked, takes) {
  if (page.deeds.redo()) return;
  const trail = await readTrail(asked);
  const own = lastUndone(trail, trail.filter(({ id }) => isOwn(id)), takes);
  const { by, deeds } = own.deeds.length ? own : lastUndone(trail, trail, takes);
  if (!deeds.length) announce(say('nothing_to_redo'));
  else if (isOffered(by, 'redo_elsewhere', textOf(deeds, trail, page))) await redoOf(page, deeds, textOf(deeds, trail, page));
}

// What was undone last of all that was done in some windows, and by which event.
function lastUndone(trail, within, takes) {
  const since = within.findIndex((deed) => !TURNS.includes(deed.do));
  const turns = within.slice(0, since < 0 ? within.length : since);
  const undone = turns.flatMap(({ id: by }) => trail.filter((deed) => !TURNS.includes(deed.do) && deed.undone_by.includes(by)).map((deed) => ({ deed, by })));
  return { by: undone[0]?.by, deeds: undone.filter(({ deed, by }) => isTogether(by, undone[0].by) && takes(deed)).map(({ deed }) => deed) };
}

// What this window did may be turned round at once; of anything else it is said first whose it is.
function isOffered(id, text, what) {
  if (isOwn(id) || offered === id) return true;
  offered = id;
  announce(say(text, { what }));
  return false;
}

async function readTrail(asked) {
  return (await settle()) ? get('events', asked) : [];
}

// Take back what was done at once, or do it again, whichever window did it; this window can turn that round at once.
export async function undoOf(page, deeds, what) {
  const ids = deeds.map(({ id }) => id);
  const undone = await turn(page, ids);
  if (undone) page.app.view.deeds.undid({ ids, undone, what, ...anew(page) });
}

export async function redoOf(page, deeds, what) {
  const undone = deeds.flatMap(({ undone_by: by }) => by);
  if (await turn(page, undone)) page.app.view.deeds.redid({ ids: deeds.map(({ id }) => id), undone, what, ...anew(page) });
}

async function turn(page, ids) {
  if (refuseReadOnly()) return null;
  const sent = undoTogether(ids);
  page.deeds.forget();
  if (!(await settle())) return null;
  await page.app.reload();
  return sent;
}

function anew({ app }) {
  const show = () => settle().then((saved) => saved && app.reload());
  return { apply: show, revert: show };
}

function textOf(deeds, trail, page) {
  return deeds.length > 1 ? `${say(`did_${deeds[0].do}`)} (${number(deeds.length)})` : deedText(deeds[0], trail, page);
}

// What was done, in words, and what it undid or did again.
export function deedText(deed, deeds, page) {
  let done = deeds.find(({ id }) => id === deed.of);
  while (TURNS.includes(done?.do)) {
    const { of } = done;
    done = deeds.find(({ id }) => id === of);
  }
  const again = TURNS.includes(deed.do) && done ? say(`did_${done.do}`) : '';
  const about = [deed.person, deed.wave && waveName(deed.wave), deed.code && page.label(deed.code)].filter(Boolean).join(' · ');
  return [say(`did_${deed.do}`), again, about, deed.quote && `‘${short(deed.quote, 50)}’`, short(deed.note, 50)].filter(Boolean).join(' ');
}
