// Marks are drawn by the browser over the text, which stays one piece: CSS Custom Highlights, one for each code and look.

const LOOKS = {
  human: (colour) => `background-color: color-mix(in srgb, ${colour} 30%, transparent)`,
  auto: (colour) => `text-decoration: underline dotted ${line(colour)} 3px`,
  accepted: (colour) => `text-decoration: underline solid ${line(colour)} 3px`,
  rejected: () => 'text-decoration: line-through 1px #888',
};

// A thin line is lighter on a dark page.
function line(colour) {
  return `light-dark(${colour}, color-mix(in srgb, ${colour} 60%, white))`;
}

const sheet = new CSSStyleSheet();
const GONE = '#777777'; // a code that the codebook does not have any more
const layers = new Map();
const numbers = new Map(); // of each code this window has seen: its layer stays when others come or go
const colours = new Map();

function numberOf(code) {
  if (!numbers.has(code)) numbers.set(code, numbers.size);
  return numbers.get(code);
}

// Code colours come from the codebook, or were given once and kept; only #rgb and #rrggbb are used.
export function takeColours(codes) {
  colours.clear();
  for (const { id, colour } of codes) {
    numberOf(id);
    if (/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour)) colours.set(id, colour);
  }
  write();
}

function write() {
  const rules = [...numbers].flatMap(([code, n]) => Object.entries(LOOKS).map(([look, style]) => `::highlight(code-${n}-${look}) { ${style(colourOf(code))} }`));
  sheet.replaceSync(rules.join('\n'));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

export function colourOf(code) {
  return colours.get(code) ?? GONE;
}

function layerOf({ code, status }) {
  const isNew = !numbers.has(code); // it was gone before this window was opened
  const name = `code-${numberOf(code)}-${status}`;
  if (isNew) write();
  return layer(name);
}

export function layer(name, priority = 0) {
  if (!layers.has(name)) {
    const highlight = new Highlight();
    highlight.priority = priority;
    layers.set(name, highlight);
    CSS.highlights.set(name, highlight);
  }
  return layers.get(name);
}

export function draw(mark, range) {
  erase(mark);
  if (!range) return;
  mark.range = range;
  mark.layer = layerOf(mark);
  mark.layer.add(range);
}

export function erase(mark) {
  mark.layer?.delete(mark.range);
  mark.layer = mark.range = undefined;
}

export function only(name, priority, range) {
  const highlight = layer(name, priority);
  highlight.clear();
  if (range) highlight.add(range);
}

export function clearAll() {
  for (const highlight of layers.values()) highlight.clear();
}
