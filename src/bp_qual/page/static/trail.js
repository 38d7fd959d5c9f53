// What the coder did as the file has it, newest first: taken back and done again also where this window was loaded since.

import { announce } from './dom.js';
import { refuseReadOnly, send, settle } from './outbox.js';
import { short } from './selection.js';
import { say } from './texts.js';
import { get } from './wire.js';

const TURNS = ['undo', 'redo'];

// Take back what was done last: in this window, else what the file says; `asked` is of which trail, `takes` what of it.
export async function undoLast(page, asked, takes, none) {
  if (page.deeds.undo()) return;
  const trail = await readTrail(asked);
  const last = trail.find((deed) => !deed.undone && !TURNS.includes(deed.do) && takes(deed));
  if (last) await undoOf(page, last, deedText(last, trail, page));
  else announce(say(none));
}

// Do again what was taken back last, unless something else was done since.
export async function redoLast(page, asked, takes) {
  if (page.deeds.redo()) return;
  const trail = await readTrail(asked);
  const since = trail.findIndex((deed) => !TURNS.includes(deed.do));
  const turns = trail.slice(0, since < 0 ? trail.length : since);
  const [last] = turns.flatMap(({ id }) => trail.filter((deed) => !TURNS.includes(deed.do) && deed.undone_by.includes(id)));
  if (last && takes(last)) await redoOf(page, last, deedText(last, trail, page));
  else announce(say('nothing_to_redo'));
}

async function readTrail(asked) {
  return (await settle()) ? get('events', asked) : [];
}

// Take back one thing, or do it again, whichever window did it; this window can then turn that round at once.
export async function undoOf(page, { id }, what) {
  const undone = await turn(page, [id]);
  if (undone) page.app.view.deeds.undid({ ids: [id], undone, what, ...anew(page) });
}

export async function redoOf(page, { id, undone_by: undone }, what) {
  if (await turn(page, undone)) page.app.view.deeds.redid({ ids: [id], undone, what, ...anew(page) });
}

async function turn(page, ids) {
  if (refuseReadOnly()) return null;
  const sent = ids.map((of) => send({ do: 'undo', of }));
  page.deeds.forget();
  if (!(await settle())) return null;
  await page.app.reload();
  return sent;
}

function anew({ app }) {
  const show = () => settle().then((saved) => saved && app.reload());
  return { apply: show, revert: show };
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
