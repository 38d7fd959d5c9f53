// Places in a text are counted in code points everywhere but in the browser, which counts UTF-16 units.
// `toCodePoints` is the only way from the one to the other, `toUnits` the only way back.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

// Where the characters stand that take two units; empty for nearly every turn.
export function findPairs(text) {
  return [...text.matchAll(PAIR)].map((match) => match.index);
}

export function toCodePoints(pairs, unit) {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle] < unit) low = middle + 1;
    else high = middle;
  }
  return unit - low;
}

export function toUnits(pairs, codePoint) {
  let unit = codePoint;
  for (const pair of pairs) {
    if (pair >= unit) break;
    unit += 1;
  }
  return unit;
}
