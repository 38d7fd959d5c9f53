// What was done in this window, to undo it and do it again. Undoing is an event too: nothing is ever taken out of the file.

import { announce } from './dom.js';
import { announceDeed, refuseReadOnly, send } from './outbox.js';
import { say } from './texts.js';
import { newIds } from './wire.js';

// Events of one deed: their ids say that they belong together, also once this window has forgotten it.
function sendTogether(events, what) {
  const ids = newIds(events.length);
  return events.map((event, place) => send({ id: ids[place], ...event }, what));
}

export function undoTogether(ids) {
  return sendTogether(ids.map((of) => ({ do: 'undo', of })));
}

export class Deeds {
  constructor() {
    this.past = [];
    this.future = [];
  }

  // A deed has events to save, what it changes on the page, how that is changed back, its name, and what is said of it
  // where that is more than its name. Nothing is done, and nothing said to be done, where nothing can be saved.
  do(deed) {
    if (refuseReadOnly()) return [];
    const ids = sendTogether(deed.events, deed.what);
    deed.apply(ids);
    this.past.push({ ...deed, ids });
    this.future = [];
    announceDeed(deed.said ?? deed.what);
    return ids;
  }

  // Undo the last deed; false where this window has done nothing.
  undo() {
    const deed = this.past.pop();
    if (!deed) return false;
    const undone = undoTogether(deed.ids.toReversed());
    deed.revert();
    this.undid({ ...deed, undone });
    return true;
  }

  // Do again what was undone last; false where this window has undone nothing.
  redo() {
    const deed = this.future.pop();
    if (!deed) return false;
    undoTogether(deed.undone.toReversed());
    deed.apply(deed.ids);
    this.redid(deed);
    return true;
  }

  // Say what was undone, so that it can be done again.
  undid(deed) {
    this.future.push(deed);
    announce(say('undone_now', { what: deed.what }));
  }

  redid(deed) {
    this.past.push(deed);
    announce(say('redone_now', { what: deed.what }));
  }

  forget() {
    this.past = [];
    this.future = [];
  }
}
