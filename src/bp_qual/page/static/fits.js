// What was done before a code was redefined: which it is, and the coder's word that it still fits.

import { Deeds } from './deeds.js';
import { decider, el, visible } from './dom.js';
import { settle } from './outbox.js';
import { addressOf } from './start.js';
import { listed, many, say } from './texts.js';

// One code: how much of it there is, and a button that says that it still fits.
function line(code, rows, app, confirm) {
  const label = visible(app.codes.get(code)?.label ?? code);
  const [codings, decisions] = ['codings', 'decisions'].map((kind) => rows.reduce((sum, row) => sum + row[kind], 0));
  const what = listed([codings && many('outdated_coding', codings), decisions && many('outdated_decision', decisions)].filter(Boolean));
  const versions = listed([...new Set(rows.flatMap((row) => row.versions))].map(visible));
  const name = say('outdated_fits', { code: label });
  const note = el('p', { class: 'note outdated' }, el('span', {}, say(rows.some((row) => row.merged) ? 'outdated_merged' : 'outdated', { code: label, what, versions })));
  note.append(decider(say('outdated_button'), () => confirm(rows, name, note), { 'aria-label': name }));
  return note;
}

function byCode(outdated) {
  return [...Map.groupBy(outdated, (row) => row.code)];
}

function eventsOf(rows) {
  return rows.map(({ interview, code }) => ({ do: 'fits', interview, code }));
}

// On the page of the study: of all interviews, each a link to look at it first.
export function studyNotes(outdated, app) {
  const confirm = async (rows, what) => {
    const sent = new Deeds().do({ events: eventsOf(rows), what, apply: () => {}, revert: () => {} });
    if (sent.length && (await settle())) await app.reload();
  };
  return byCode(outdated).map(([code, rows]) => {
    const note = line(code, rows, app, confirm);
    note.firstChild.append(': ', ...rows.flatMap(({ interview }, at) => [at ? ', ' : '', el('a', { href: addressOf(interview) }, visible(interview))]), '.');
    return note;
  });
}

// In an interview: of that one.
export function interviewNotes(page) {
  const confirm = (rows, what, note) => {
    const show = (shown) => () => (note.hidden = !shown);
    page.deeds.do({ events: eventsOf(rows), what, apply: show(false), revert: show(true) });
    page.pane.focus({ preventScroll: true });
  };
  return byCode(page.view.outdated ?? []).map(([code, rows]) => {
    const note = line(code, rows, page.app, confirm);
    note.firstChild.append('.');
    return note;
  });
}
