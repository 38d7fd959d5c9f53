// The recording of an interview: played from a turn, and the turn that is heard is marked.

import { button, el } from './dom.js';
import { clock, say } from './texts.js';

export class Recording {
  constructor(interview, turns) {
    this.turns = turns.filter((turn) => turn.at !== null);
    this.player = el('audio', { controls: true, preload: 'metadata', src: `/audio?id=${encodeURIComponent(interview)}`, 'aria-label': say('recording'), ontimeupdate: () => this.follow(), onerror: () => this.fail() });
    this.element = el('div', { class: 'recording' }, this.player);
    for (const turn of this.turns) turn.element.querySelector('.time').replaceWith(this.timeOf(turn));
  }

  timeOf(turn) {
    const time = clock(turn.at);
    return button(time, () => this.from(turn.at), { class: 'time', 'aria-label': say('listen_from', { time }) });
  }

  from(seconds) {
    this.player.currentTime = seconds;
    this.player.play().catch(() => {});
  }

  // Play from a turn, or from the last one before it whose time is known; or stop.
  toggle(turn) {
    if (!this.player.paused) return this.player.pause();
    const before = this.turns.filter((one) => turn === undefined || one.index <= turn);
    if (turn === undefined || !before.length) return this.player.play().catch(() => {});
    return this.from(before.at(-1).at);
  }

  follow() {
    const now = this.turns.filter((turn) => turn.at <= this.player.currentTime + 0.05).at(-1);
    if (now === this.heard) return;
    this.heard?.element.classList.remove('heard');
    now?.element.classList.add('heard');
    this.heard = now;
  }

  fail() {
    this.element.textContent = say('recording_failed');
  }
}
