import type { ModelAccess, ModelAnswer, ModelTrouble } from '#core/ports/language-model.ts';

const SECOND = 1_000;
/** Longer pauses than this are not believed. */
const LONGEST_PAUSE = 3_600 * SECOND;

const NO_SUCH_HOST = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA'];
const TOO_SLOW = ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'];
const CUT = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];
const TLS = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/;

/** What an error of a call means, in one sentence that says what to do. No part of the question or the key is in it. */
export function failureOf(error: unknown, access: ModelAccess, patience: number): ModelAnswer {
  const all = [...causes(error)];
  const status = firstOf(all, (each) => numberIn(each, 'statusCode'));
  const code = firstOf(all, (each) => textIn(each, 'code'));
  const where = hostOf(access.baseUrl);
  const isLate = all.some((each) => ['TimeoutError', 'AbortError'].includes(textIn(each, 'name') ?? ''));
  if (isLate || TOO_SLOW.includes(code ?? '')) {
    const sentence = `${where} gave no answer within ${patience / SECOND} s. Try again, or choose a faster model.`;
    return failed('timeout', sentence);
  }
  // A broken answer comes with the status 200.
  if (status !== null && status >= 400) return ofStatus(status, all, access, where);
  if (NO_SUCH_HOST.includes(code ?? '')) {
    return failed('address', `The address ${where} was not found. Check its spelling and the network.`);
  }
  if (code === 'ECONNREFUSED') {
    const hint = access.provider === 'ollama' ? 'Is Ollama running?' : 'Check the address and its port.';
    return failed('refused-connection', `Nothing answers at ${where}. ${hint}`);
  }
  if (TLS.test(code ?? '')) {
    return failed('tls', `The certificate of ${where} cannot be trusted, so nothing was sent to it.`);
  }
  if (
    CUT.includes(code ?? '') ||
    all.some((each) => /terminated|other side closed/.test(textIn(each, 'message') ?? ''))
  ) {
    return failed('server', `${where} ended the connection in the middle of its answer. Try again.`);
  }
  const sentence = `${where} answered something that a language model does not answer. Check the address: it mostly ends in /v1.`;
  return failed('malformed', sentence);
}

function ofStatus(
  status: number,
  all: readonly unknown[],
  { model, provider }: ModelAccess,
  where: string,
): ModelAnswer {
  if (status === 401 || status === 403) {
    return failed('key', `${where} refused the key. Enter a valid one.`);
  }
  if (status === 404) {
    const hint =
      provider === 'ollama'
        ? `Run "ollama pull ${model}", or name another model.`
        : 'Check its name and the address.';
    return failed('no-model', `${where} knows no model "${model}". ${hint}`);
  }
  if (status === 429 || status === 503 || status === 529) {
    const after = pauseIn(all);
    const when = after === null ? 'later' : `in ${Math.ceil(after / SECOND)} s`;
    return failed('busy', `${where} takes no more questions now. Try again ${when}.`, after);
  }
  if (status >= 500)
    return failed('server', `${where} has a failure of its own (${status}). Try again later.`);
  return failed('request', `${where} refused the question (${status}). Choose another model.`);
}

/** What `Retry-After` says: seconds, or a date. */
function pauseIn(all: readonly unknown[]): number | null {
  const headers = firstOf(all, (each) => {
    const value = (each as { responseHeaders?: unknown }).responseHeaders;
    return typeof value === 'object' && value !== null ? (value as Record<string, string>) : null;
  });
  const said = headers?.['retry-after'];
  if (said === undefined) return null;
  const pause = /^\d+(\.\d+)?$/.test(said) ? Number(said) * SECOND : Date.parse(said) - Date.now();
  return Number.isNaN(pause) ? null : Math.min(Math.max(0, pause), LONGEST_PAUSE);
}

function* causes(error: unknown): Generator<unknown> {
  const seen = new Set<unknown>();
  for (let each = error; typeof each === 'object' && each !== null && !seen.has(each);) {
    seen.add(each);
    yield each;
    const { cause, lastError } = each as { cause?: unknown; lastError?: unknown };
    each = cause ?? lastError;
  }
}

function firstOf<T>(all: readonly unknown[], read: (each: unknown) => T | null): T | null {
  for (const each of all) {
    const found = read(each);
    if (found !== null) return found;
  }
  return null;
}

function textIn(value: unknown, name: string): string | null {
  const found = (value as Record<string, unknown>)[name];
  return typeof found === 'string' ? found : null;
}

function numberIn(value: unknown, name: string): number | null {
  const found = (value as Record<string, unknown>)[name];
  return typeof found === 'number' ? found : null;
}

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}

function failed(trouble: ModelTrouble, sentence: string, after: number | null = null): ModelAnswer {
  return { kind: 'failed', trouble, sentence, after, tokens: 0 };
}
