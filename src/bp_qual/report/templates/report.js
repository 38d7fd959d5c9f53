// @ts-check
// The page is whole without this script. It only hides what a reader does not want to see now, and keeps that choice
// in the address (#code=hokjes&person=P03&at=c3-p3-w2), so that it can be sent to a colleague and 'back' goes back.
(() => {
  "use strict";
  const form = /** @type {HTMLFormElement} */ (document.querySelector("form.filter"));
  const status = /** @type {HTMLElement} */ (form.querySelector(".filtered"));
  const selects = [...form.querySelectorAll("select")];
  form.hidden = false;
  const bar = () => {
    const sticks = getComputedStyle(form).position === "sticky";
    document.documentElement.style.setProperty("--bar", sticks ? `${form.offsetHeight}px` : "0px");
  };
  addEventListener("resize", bar);
  bar();

  /** What the address says: the filters, and where on the page. */
  function read() {
    const hash = location.hash.slice(1);
    return hash.includes("=") ? new URLSearchParams(hash) : new URLSearchParams(hash ? { at: decodeURIComponent(hash) } : {});
  }

  /** @param {HTMLElement} part @param {URLSearchParams} state */
  function wanted(part, state) {
    const { code, person, types } = part.dataset;
    if (code !== undefined && state.get("code") && state.get("code") !== code) return false;
    if (person !== undefined && state.get("person") && state.get("person") !== person) return false;
    if (types === undefined) return true;
    const own = JSON.parse(types);
    return [...state].every(([name, value]) => !name.startsWith("type:") || own[name.slice(5)] === value);
  }

  function show() {
    const state = read();
    for (const select of selects) select.value = state.get(select.name) ?? "";
    for (const part of document.querySelectorAll("[data-code], [data-person]")) {
      const element = /** @type {HTMLElement} */ (part);
      element.hidden = !wanted(element, state);
    }
    const on = selects.filter((select) => select.value).map((select) => select.selectedOptions[0].textContent);
    status.textContent = on.length ? `${status.dataset.text} ${on.join(", ")}` : "";
    bar();
    for (const old of document.querySelectorAll(".at")) old.classList.remove("at");
    const place = document.getElementById(state.get("at") ?? "");
    if (place) {
      place.classList.add("at");
      place.focus({ preventScroll: true });
      goTo(place, 8);
    }
  }

  /**
   * Scroll to a place. Sections out of sight are laid out only when they come near, which moves what is below them, so
   * look again a few times.
   * @param {HTMLElement} place @param {number} times
   */
  function goTo(place, times) {
    const before = place.getBoundingClientRect().top;
    place.scrollIntoView();
    const moved = Math.abs(place.getBoundingClientRect().top - before) > 1;
    if (times > 0 && (moved || times > 5)) requestAnimationFrame(() => goTo(place, times - 1));
  }

  form.addEventListener("change", () => {
    const state = new URLSearchParams();
    for (const select of selects) if (select.value) state.set(select.name, select.value);
    location.hash = state.toString();
  });
  form.addEventListener("reset", () => { location.hash = ""; });
  form.addEventListener("submit", (event) => event.preventDefault());

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    if (!link) return;
    const state = read();
    state.delete("at");
    if (![...state].length) return;
    const target = (link.getAttribute("href") ?? "#").slice(1);
    const there = document.getElementById(target);
    // A link to something that the filter hides is followed without the filter.
    const hidden = there && there.closest("[hidden]");
    const next = hidden ? new URLSearchParams() : state;
    next.set("at", target);
    event.preventDefault();
    location.hash = next.toString();
  });
  addEventListener("hashchange", show);
  show();
})();
