// What the same coder does in another window, or with another program, is told at once and shown as it is then.

import { announce } from './dom.js';
import { isOwn, settle } from './outbox.js';
import { say } from './texts.js';
import { Gone, Refused, get } from './wire.js';

const EVERY = 3000;

export class News {
  constructor(onnews) {
    this.onnews = onnews;
    this.about = null;
    this.asking = false;
    setInterval(() => this.ask(), EVERY);
    for (const name of ['focus', 'visibilitychange']) window.addEventListener(name, () => this.ask());
  }

  // Watch what is shown: an interview, or '' for what is about none; `seen` events of it are on the page.
  watch(interview, seen) {
    this.about = interview === undefined ? null : { interview, seen };
  }

  async ask() {
    const { about } = this;
    if (!about || this.asking || document.hidden) return;
    this.asking = true;
    try {
      const { total, ids } = await get('news', about);
      if (about === this.about) await this.take(about, total, ids);
    } catch (error) {
      if (!(error instanceof Gone || error instanceof Refused)) throw error;
    } finally {
      this.asking = false;
    }
  }

  async take(about, total, ids) {
    about.seen = total;
    if (ids.every(isOwn)) return;
    announce(say('changed_elsewhere'));
    about.seen -= 1; // told again until it is shown
    if (document.querySelector('dialog[open]') || !(await settle()) || about !== this.about) return;
    await this.onnews();
    announce(say('changed_elsewhere'));
  }
}
