import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the server does with the next question. `busy`: 429 · `cut`: the connection ends in the middle of the answer ·
 * `no-json`: it answers something else · `refusal`: the model declines · `silence`: no answer comes. Any other text is
 * what the model says.
 */
export type ModelTurn =
  string | { readonly status: number; readonly retryAfter?: number } | { readonly redirectTo: string };

/** A question as it came in. */
export interface ModelCall {
  readonly path: string;
  readonly key: string | null;
  readonly model: string;
  /** Instructions and prompt, everything that was sent. */
  readonly text: string;
}

export interface ModelServer {
  /** Ends in `/v1`. */
  readonly baseUrl: string;
  readonly calls: ModelCall[];
  /** What it does with the next questions, in order; then `otherwise` again. */
  readonly turns: ModelTurn[];
  otherwise: ModelTurn;
  close(): Promise<void>;
}

export const MODEL = 'test-model-1';
export const KEY = 'sk-test-0123456789';

/**
 * A language model on loopback that answers at both interfaces as the real ones do: OpenAI's `chat/completions` and
 * Anthropic's `messages`, their errors included. It knows one model, and one key where `key` is not null.
 */
export async function startModelServer(options: { readonly key?: string | null } = {}): Promise<ModelServer> {
  const key = options.key === undefined ? KEY : options.key;
  const silent = new Set<ServerResponse>();
  const state: Omit<ModelServer, 'baseUrl' | 'close'> = { calls: [], turns: [], otherwise: '{}' };
  const server: Server = createServer((request, response) => {
    void answer(request, response, { key, state, silent });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    close: async () => {
      for (const each of silent) each.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

interface World {
  readonly key: string | null;
  readonly state: Omit<ModelServer, 'baseUrl' | 'close'>;
  readonly silent: Set<ServerResponse>;
}

async function answer(request: IncomingMessage, response: ServerResponse, world: World): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const path = request.url ?? '';
  const isAnthropic = path === '/v1/messages';
  const bearer = request.headers.authorization?.replace(/^Bearer /, '') ?? null;
  const given = isAnthropic ? String(request.headers['x-api-key'] ?? '') || null : bearer;
  const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { model: string };
  world.state.calls.push({ path, key: given, model: body.model, text: JSON.stringify(body) });
  const fail = (status: number, type: string, message: string, headers = {}): void =>
    send(
      response,
      status,
      isAnthropic ? { type: 'error', error: { type, message } } : { error: { type, message, code: type } },
      headers,
    );
  if (!isAnthropic && path !== '/v1/chat/completions') return fail(404, 'not_found_error', 'Not found');
  if (world.key !== null && given !== world.key) return fail(401, 'authentication_error', 'invalid key');
  if (body.model !== MODEL) return fail(404, 'not_found_error', `model: ${body.model}`);
  const turn = world.state.turns.shift() ?? world.state.otherwise;
  if (turn === 'busy') return fail(429, 'rate_limit_error', 'slow down', { 'retry-after': '7' });
  if (turn === 'silence') return void world.silent.add(response);
  if (turn === 'no-json') return send(response, 200, '<html>hello</html>');
  if (typeof turn === 'object' && 'redirectTo' in turn)
    return send(response, 307, '', { location: turn.redirectTo });
  if (typeof turn === 'object') {
    const type = turn.status === 529 ? 'overloaded_error' : 'api_error';
    return fail(
      turn.status,
      type,
      'not now',
      turn.retryAfter === undefined ? {} : { 'retry-after': String(turn.retryAfter) },
    );
  }
  const isRefusal = turn === 'refusal';
  const said = isRefusal ? '' : turn === 'cut' ? 'x'.repeat(5_000) : turn;
  const whole = JSON.stringify(isAnthropic ? asAnthropic(said, isRefusal) : asOpenAi(said, isRefusal));
  if (turn !== 'cut') return send(response, 200, whole);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(whole.length) });
  response.write(whole.slice(0, 1_000), () => response.destroy());
}

function send(
  response: ServerResponse,
  status: number,
  body: object | string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function asOpenAi(content: string, isRefusal: boolean): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: MODEL,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content },
        finish_reason: isRefusal ? 'content_filter' : 'stop',
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  };
}

function asAnthropic(text: string, isRefusal: boolean): object {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: MODEL,
    content: isRefusal ? [] : [{ type: 'text', text }],
    stop_reason: isRefusal ? 'refusal' : 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 100, output_tokens: 20 },
  };
}
