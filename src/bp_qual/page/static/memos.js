// Writing a memo: on a mark, a turn, an interview, a person, a code or the study.

import { announce, ask, button, decider, el, sendsWithCtrlEnter, visible } from './dom.js';
import { say } from './texts.js';

let unfinished = null; // { note, subject } of a memo that was left before it was saved

// Ask for the text; `subjects` are { name, event } from the nearest to the widest. Returns an event or null.
export function writeMemo(subjects) {
  return new Promise((done) => {
    const about = el('select', { id: 'memo-about' });
    const before = unfinished?.subject;
    if (before && subjects.every(({ name }) => name !== before.name)) subjects.push(before); // it stays about that
    subjects.forEach((subject, place) => about.append(el('option', { value: String(place) }, visible(subject.name))));
    const text = el('textarea', { id: 'memo-text', rows: '5' });
    text.value = unfinished?.note ?? '';
    if (before) about.value = String(subjects.findIndex(({ name }) => name === before.name));
    const hold = () => {
      unfinished = text.value.trim() ? { note: text.value, subject: subjects[Number(about.value)] } : null;
    };
    const finish = (value) => {
      unfinished = null;
      dialog.close();
      dialog.remove();
      done(value);
    };
    const submit = (event) => {
      event.preventDefault();
      const note = text.value.trim();
      finish(note ? { do: 'memo', note, ...subjects[Number(about.value)].event } : null);
    };
    const leave = (event) => {
      event.preventDefault();
      hold();
      const kept = unfinished;
      finish(null);
      unfinished = kept;
      if (kept) announce(say('memo_kept'));
    };
    const form = el('form', { oninput: hold, onsubmit: submit }, el('h2', {}, say('memo')),
      el('p', {}, el('label', { for: 'memo-about' }, say('memo_about')), about),
      el('p', {}, el('label', { for: 'memo-text' }, say('memo_text')), text),
      el('p', { class: 'buttons' }, el('button', { type: 'submit', class: 'main' }, say('save')), button(say('cancel'), () => finish(null))));
    const dialog = el('dialog', { class: 'form', 'aria-label': say('memo') }, sendsWithCtrlEnter(form));
    dialog.addEventListener('cancel', leave);
    ask(dialog, text);
  });
}

// What a memo is about, in words.
export function subjectOf(memo, codes, blind) {
  if (blind && memo.interview) return say('about_turn');
  if (memo.person) return say('about_person', { person: visible(memo.person) });
  if (memo.interview && memo.start >= 0) return `${visible(memo.interview)}${memo.code ? `, ${visible(codes.get(memo.code)?.label ?? memo.code)}` : ''}`;
  if (memo.interview) return say('about_interview', { interview: visible(memo.interview) });
  if (memo.code) return say('about_code', { code: visible(codes.get(memo.code)?.label ?? memo.code) });
  return memo.of ? say('about_mark') : say('about_study');
}

export function memoItem(memo, codes, ondelete, blind = false) {
  const quiet = el('span', { class: 'quiet' }, subjectOf(memo, codes, blind));
  return el('li', { class: 'memo' }, quiet, el('p', {}, visible(memo.note)), decider(say('delete'), () => ondelete(memo), { class: 'small' }));
}
