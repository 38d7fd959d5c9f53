// The texts of the page, in the language of the study.

let texts = {};

export function takeTexts(given) {
  texts = given;
  document.documentElement.lang = texts.language;
}

export function say(name, values = {}) {
  return (texts[name] ?? name).replace(/\{(\w+)\}/g, (gap, key) => values[key] ?? gap);
}

// What a wave is called: a small number alone would read as a count.
export function waveName(wave) {
  return /^\d{1,2}$/.test(wave) ? say('numbered_wave', { number: wave }) : wave;
}

// A text in its singular or plural, with the number in front or wherever it says {n}.
export function many(name, count, values = {}) {
  return say(`${name}_${count === 1 ? 'one' : 'many'}`, { ...values, n: number(count) });
}

export function number(value) {
  return new Intl.NumberFormat(texts.language).format(value);
}

// Several names in one sentence: a, b and c.
export function listed(names) {
  return new Intl.ListFormat(texts.language).format(names);
}

export function moment(at) {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : date.toLocaleString(texts.language, { dateStyle: 'medium', timeStyle: 'short' });
}

export function clock(seconds) {
  const whole = Math.floor(seconds);
  const pad = (part) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}
