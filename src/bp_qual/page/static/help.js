// The keys, on one page.

import { button, el } from './dom.js';
import { say } from './texts.js';

const KEYS = {
  keys_move: [['← →', 'key_arrows'], ['↑ ↓', 'key_turns'], ['w s t', 'key_units'], ['b [', 'key_begin'], ['e ]', 'key_end'], ['Shift+→ Shift+↓', 'key_stretch'], ['Esc', 'key_escape']],
  keys_code: [['c', 'key_code'], ['1–9', 'key_recent'], ['r', 'key_repeat']],
  keys_review: [['n p', 'key_next'], ['j k', 'key_marks'], ['a x', 'key_accept'], ['Del', 'key_remove'], ['m', 'key_memo']],
  keys_else: [['u  Shift+u', 'key_undo'], ['d', 'key_done'], ['/', 'key_search'], ['o', 'key_other'], ['l', 'key_listen'], ['?', 'key_help']],
};

// What is not there while coding blind, and what a key does then.
const NOT_BLIND = ['a x', '/', 'o', 'l'];
const BLIND = { 'n p': 'key_passages', d: 'key_done_blind' };

export function showHelp(blind) {
  const kept = blind ? Object.entries(KEYS).map(([name, rows]) => [name, rows.filter(([keys]) => !NOT_BLIND.includes(keys)).map(([keys, what]) => [keys, BLIND[keys] ?? what])]) : Object.entries(KEYS);
  const lists = kept.map(([name, rows]) => el('section', {}, el('h3', {}, say(name)), el('dl', {}, ...rows.flatMap(([keys, what]) =>
    [el('dt', {}, ...keys.split(/\s+/).map((key) => el('kbd', {}, key))), el('dd', {}, say(what))]))));
  const dialog = el('dialog', { class: 'help', 'aria-label': say('help') },
    el('p', { class: 'buttons' }, button(say('close'), () => dialog.close(), { class: 'main' })), el('h2', {}, say('help')), el('div', { class: 'lists' }, ...lists));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
