// What the page asks of bp_qual on this computer.

export class Gone extends Error {}

// The page was started anew, and this tab has not been let in yet.
export class Locked extends Gone {}

function miss(error) {
  document.dispatchEvent(new CustomEvent('missed', { detail: error }));
  return error;
}

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
    throw miss(new Gone(error.message));
  }
  if (answer.status === 403) throw miss(new Locked('403'));
  if (answer.status === 500 || answer.status === 503) throw miss(new Gone(String(answer.status)));
  if (answer.status === 413) throw new Refused(413, { problem: await answer.text() });
  let said;
  try {
    said = await answer.json();
  } catch {
    throw miss(new Gone(String(answer.status)));
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

// The ids of things that are done as one, and which they are: together they are undone.
export function newIds(count) {
  const together = newId();
  return count === 1 ? [together] : Array.from({ length: count }, (_, place) => `${together}.${place}`);
}

export function isTogether(one, other) {
  const [[first], [second]] = [one.split('.'), other.split('.')];
  return one === other || (one.includes('.') && first === second);
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
