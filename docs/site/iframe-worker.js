/* Search runs in a worker, and a browser starts none for a page that was opened from a folder. Such a page gets one that
   runs its script in a hidden frame instead; what was sent before the script has been read waits for it. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.body.append(frame);
      const inside = frame.contentWindow;
      inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", {data}));
      inside.importScripts = (...addresses) =>
        addresses.reduce((before, script) => before.then(() => load(script)), Promise.resolve());
      const base = new URL(address, document.baseURI);
      const load = (script) =>
        new Promise((done, failed) => {
          const element = inside.document.createElement("script");
          element.src = new URL(script, base);
          element.onload = done;
          element.onerror = failed;
          inside.document.head.append(element);
        });
      this.inside = inside;
      this.ready = load(base);
    }
    postMessage(data) {
      this.ready.then(() => this.inside.dispatchEvent(new MessageEvent("message", {data})));
    }
    terminate() {}
    set onmessage(listener) { this.addEventListener("message", listener); }
  };
}
