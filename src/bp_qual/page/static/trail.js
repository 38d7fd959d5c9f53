// What the coder did as the file has it, newest first: taken back and done again also where this window was loaded since.

import { undoTogether } from './deeds.js';
import { announce } from './dom.js';
import { refuseReadOnly, settle } from './outbox.js';
import { short } from './selection.js';
import { number, say } from './texts.js';
import { get, isTogether } from './wire.js';

const TURNS = ['undo', 'redo'];

// Take back what was done last: in this window, else what the file says; `asked` is of which trail, `takes` what of it.
export async function undoLast(page, asked, takes, none) {
  if (page.deeds.undo()) return;
  const trail = await readTrail(asked);
  const standing = trail.filter((deed) => !deed.undone && !TURNS.includes(deed.do) && takes(deed));
  const deeds = standing.filter(({ id }) => isTogether(id, standing[0].id)); // what was done at once
  if (deeds.length) await undoOf(page, deeds, textOf(deeds, trail, page));
  else announce(say(none));
}

// Do again what was taken back last, unless something else was done since.
export async function redoLast(page, asked, takes) {
  if (page.deeds.redo()) return;
  const trail = await readTrail(asked);
  const since = trail.findIndex((deed) => !TURNS.includes(deed.do));
  const turns = trail.slice(0, since < 0 ? trail.length : since);
  const undone = turns.flatMap(({ id: by }) => trail.filter((deed) => !TURNS.includes(deed.do) && deed.undone_by.includes(by)).map((deed) => ({ deed, by })));
  const deeds = undone.filter(({ deed, by }) => isTogether(by, undone[0].by) && takes(deed)).map(({ deed }) => deed);
  if (deeds.length) await redoOf(page, deeds, textOf(deeds, trail, page));
  else announce(say('nothing_to_redo'));
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
  const about = [deed.person, deed.wave, deed.code && page.label(deed.code)].filter(Boolean).join(' · ');
  return [say(`did_${deed.do}`), again, about, deed.quote && `‘${short(deed.quote, 50)}’`, short(deed.note, 50)].filter(Boolean).join(' ');
}
