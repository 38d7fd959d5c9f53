// Marks are drawn by the browser over the text, which stays one piece: CSS Custom Highlights, one for each code and look.

const COLOURS = ['#1b6ca8', '#b3541e', '#2d7d46', '#8a3ffc', '#a4123f', '#00708c', '#7a5c00', '#5b4b8a', '#c2185b', '#33691e', '#455a64', '#9a3412'];
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
const GONE = { place: 'gone', colour: '#777777' }; // a code that the codebook does not have any more
const layers = new Map();
const colours = new Map();

// Code colours come from the codebook, where only #rgb and #rrggbb are read; anything else is not used.
export function takeColours(codes) {
  colours.clear();
  codes.forEach((code, place) => {
    const own = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(code.colour) ? code.colour : COLOURS[place % COLOURS.length];
    colours.set(code.id, { place, colour: own });
  });
  const rules = [];
  for (const { place, colour } of [...colours.values(), GONE]) {
    for (const [look, style] of Object.entries(LOOKS)) rules.push(`::highlight(code-${place}-${look}) { ${style(colour)} }`);
  }
  sheet.replaceSync(rules.join('\n'));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}

export function colourOf(code) {
  return (colours.get(code) ?? GONE).colour;
}

function layerOf(mark) {
  return layer(`code-${(colours.get(mark.code) ?? GONE).place}-${mark.status}`);
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
