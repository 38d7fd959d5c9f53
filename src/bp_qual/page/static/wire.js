// What the page asks of bp_qual on this computer.

export class Gone extends Error {}

export class Refused extends Error {
  constructor(status, said) {
    super(said.problem ?? '');
    this.status = status;
    this.said = said;
  }
}

async function ask(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, { credentials: 'same-origin', signal: AbortSignal.timeout(30000), ...options });
  } catch (error) {
    throw new Gone(error.message);
  }
  if (answer.status === 403 || answer.status === 500 || answer.status === 503) throw new Gone(String(answer.status));
  if (answer.status === 413) throw new Refused(413, { problem: await answer.text() });
  let said;
  try {
    said = await answer.json();
  } catch {
    throw new Gone(String(answer.status));
  }
  if (!answer.ok) throw new Refused(answer.status, said);
  return said;
}

export function get(name, values = {}) {
  const query = new URLSearchParams(values).toString();
  return ask(`/api/${name}${query ? `?${query}` : ''}`);
}

export function post(name, said) {
  const headers = { 'Content-Type': 'application/json' };
  return ask(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(said) });
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
