import { z } from 'zod';
import { HubSpotError } from '../http/route.ts';
import type { Route, SandboxReply, SandboxRequest } from '../http/route.ts';
import type { SandboxControl } from './control.ts';
import { actionSchemas, changeSchemas } from './control-schemas.ts';

/** The header that carries the control token. */
const CONTROL_HEADER = 'x-sandbox-control';

/** The control surface over HTTP, under `/__sandbox/`: JSON in, JSON out, 400 with a sentence on wrong input. */
export function controlRoutes(control: SandboxControl, controlToken: string): readonly Route[] {
  const route = (
    method: Route['method'],
    path: string,
    handle: (request: SandboxRequest) => unknown,
  ): Route => ({
    method,
    paths: [`/__sandbox${path}`],
    scopes: null,
    limit: 'none',
    handle: (request) => guarded(request, controlToken, handle),
  });
  const { clock, faults, person } = control;

  return [
    route('GET', '/clock', () => clock.state()),
    route('POST', '/clock', ({ body }) => {
      const change = read(changeSchemas.clock, body);
      if (change.set !== undefined) clock.set(change.set);
      if (change.advance !== undefined) clock.advance(change.advance);
      if (change.freeze === true) clock.freeze();
      if (change.speed !== undefined) clock.run(change.speed);
      return clock.state();
    }),
    route('GET', '/faults', () => ({ faults: faults.list() })),
    route('POST', '/faults', ({ body }) => ({ id: faults.arm(read(changeSchemas.fault, body)) })),
    route('DELETE', '/faults', () => {
      faults.clear();
      return { faults: [] };
    }),
    route('DELETE', '/faults/:id', ({ params }) => {
      faults.clear(params['id']);
      return { faults: faults.list() };
    }),
    route('GET', '/limits', () => control.limits()),
    route('PATCH', '/limits', ({ body }) => {
      control.setLimits(read(changeSchemas.limits, body));
      return control.limits();
    }),
    route('GET', '/index-lag', () => control.indexLag()),
    route('PUT', '/index-lag', ({ body }) => {
      control.setIndexLag(read(changeSchemas.indexLag, body));
      return control.indexLag();
    }),
    route('PUT', '/nulls-on-every-path', ({ body }) => {
      const { on } = read(changeSchemas.toggle, body);
      control.setNullsOnEveryPath(on);
      return { on };
    }),
    route('GET', '/requests', ({ query }) => {
      const limit = query.get('limit');
      return { requests: control.requests(limit === null ? undefined : Number(limit)) };
    }),
    route('GET', '/requests/counters', () => ({ total: control.countCalls(), counters: control.counters() })),
    route('DELETE', '/requests', () => {
      control.resetRequests();
      return { total: 0 };
    }),
    route('POST', '/apps', ({ body }) => control.uploadApp(read(changeSchemas.app, body))),
    route('GET', '/dump', () => control.dump()),
    route('POST', '/person/:action', ({ params, body }) => {
      const run = actionSchemas(person)[params['action'] ?? ''];
      if (run === undefined) {
        throw refused(
          `A person cannot do '${params['action']}'. Known: ${Object.keys(actionSchemas(person)).join(', ')}.`,
        );
      }
      return run((schema) => read(schema, body));
    }),
  ];
}

function guarded(
  request: SandboxRequest,
  controlToken: string,
  handle: (request: SandboxRequest) => unknown,
): SandboxReply {
  if (request.headers[CONTROL_HEADER] !== controlToken) {
    throw new HubSpotError(
      403,
      'FORBIDDEN',
      `The control surface needs the sandbox's control token in the header ${CONTROL_HEADER}.`,
    );
  }
  try {
    return { status: 200, body: handle(request) };
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) throw refused(error.message);
    throw error;
  }
}

function read<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw refused(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`);
}

function refused(message: string): HubSpotError {
  return new HubSpotError(400, 'VALIDATION_ERROR', message);
}
