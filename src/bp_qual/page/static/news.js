// What the same coder does in another window, or with another program, is told at once and shown as it is then; so is a
// file of the study that somebody edited: the interview that is shown, or the codebook.

import { announce } from './dom.js';
import { isOwn, setRestart, settle } from './outbox.js';
import { say } from './texts.js';
import { Gone, Refused, get } from './wire.js';

const EVERY = 3000;
const ALL = 999999999; // more than anybody ever did: which events they are is not asked

export class News {
  constructor(app) {
    this.app = app;
    this.about = null;
    this.asking = false;
    setInterval(() => this.ask(), EVERY);
    for (const name of ['focus', 'visibilitychange']) window.addEventListener(name, () => this.ask());
  }

  // Watch what is shown: an interview, or '' for what is about none; `seen` events of it are on the page, `of` whose.
  watch(interview = '', seen = ALL, text = '', of = '') {
    this.about = { interview, seen, text, of };
  }

  // So many events are on the page now.
  see(seen) {
    if (this.about) this.about.seen = seen;
  }

  // Before a view is opened: with the codebook as it is now.
  async open(interview) {
    await this.takeFiles(await get('news', { interview, seen: ALL }));
  }

  async ask() {
    const { about } = this;
    if (!about || this.asking || document.hidden) return;
    this.asking = true;
    try {
      const news = await get('news', { interview: about.interview, seen: about.seen, of: about.of });
      if (about === this.about && !this.held) await this.take(about, news);
    } catch (error) {
      if (!(error instanceof Gone || error instanceof Refused)) throw error;
    } finally {
      this.asking = false;
    }
  }

  async take(about, news) {
    const isEdited = about.text && news.text !== about.text;
    const isElsewhere = about.seen !== ALL && !news.ids.every(isOwn);
    if (about.seen !== ALL) about.seen = news.total;
    const version = await this.takeFiles(news);
    if (!isEdited && !isElsewhere && !version) return;
    const what = isEdited ? say('file_changed') : version ? say('codebook_anew', { version }) : say('changed_elsewhere');
    announce(what);
    if (isElsewhere) about.seen -= 1; // told again until it is shown
    if (document.querySelector('dialog[open]') || !(await settle()) || about !== this.about) return;
    await this.app.reload();
    announce(what);
  }

  // The version of the codebook where it is another one now; what was done with the one before is saved first.
  async takeFiles({ codebook, restart }) {
    setRestart(restart);
    if (!codebook || codebook === this.app.book.coder || !(await settle())) return '';
    await this.app.renewCodebook();
    const { version } = this.app.book;
    announce(say('codebook_anew', { version }));
    return version;
  }
}
