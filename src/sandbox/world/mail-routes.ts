import { z } from 'zod';
import type { Route, SandboxReply, SandboxRequest } from '../http/route.ts';
import { REPLY_KINDS } from './mail-types.ts';
import type { MailWorld } from './mail-world.ts';

/** A route that needs nothing but the request, so that it works in a portal's server and on its own. */
export type MailRoute = Omit<Route, 'handle'> & {
  readonly handle: (request: SandboxRequest) => SandboxReply;
};

const address = z.object({ address: z.string().min(1), name: z.string().default('') });
const headers = z.record(z.string(), z.string());
/** Absent and null say the same. */
const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);
const instant = z.iso.datetime({ offset: true });

const outgoing = z.object({
  messageId: z.string().min(1),
  from: address,
  to: z.array(address).min(1),
  cc: z.array(address).optional(),
  bcc: z.array(address).optional(),
  subject: z.string(),
  text: z.string(),
  html: optionalText,
  inReplyTo: optionalText,
  references: z.array(z.string()).optional(),
  headers: headers.optional(),
  date: instant,
});

const handDelivery = z.object({
  mailbox: z.string().min(1),
  from: address,
  subject: z.string(),
  text: z.string(),
  html: optionalText,
  calendar: optionalText,
  messageId: z.string().min(1).optional(),
  inReplyTo: optionalText,
  references: z.array(z.string()).optional(),
  headers: headers.optional(),
});

const answer = z.object({ prospect: z.string().min(1), kind: z.enum(REPLY_KINDS) });

const fixedOutcome = z.object({
  address: z.string().min(1),
  outcome: z.enum([...REPLY_KINDS, 'silent']),
  onMail: z.number().int().min(1).optional(),
});

const clockTime = z.object({ now: instant });

class BadRequest extends Error {}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'The body' : `"${issue.path.join('.')}"`;
  throw new BadRequest(`${where} is not as it should be: ${issue?.message ?? 'send a JSON object'}.`);
}

function needed(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (value === null || value === '') throw new BadRequest(`The query needs "${name}".`);
  return value;
}

function limitOf(query: URLSearchParams): number {
  const given = query.get('limit');
  if (given === null) return 100;
  const limit = Number(given);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 500) return limit;
  throw new BadRequest('"limit" must be a whole number from 1 to 500.');
}

const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

/** The HTTP interface of a mail world under `/__sandbox/mail`; every call needs `Bearer mailToken`. */
export function mailRoutes(world: MailWorld, mailToken: string): MailRoute[] {
  const route = (
    method: Route['method'],
    name: string,
    answerTo: (request: SandboxRequest) => SandboxReply,
  ): MailRoute => ({
    method,
    paths: [`/__sandbox/mail/${name}`],
    scopes: null,
    limit: 'none',
    handle(request) {
      if (request.headers['authorization'] !== `Bearer ${mailToken}`) {
        return { status: 401, body: { message: 'Send the mail token as "Authorization: Bearer …".' } };
      }
      try {
        return answerTo(request);
      } catch (error) {
        if (error instanceof BadRequest || error instanceof RangeError) {
          return { status: 400, body: { message: error.message } };
        }
        throw error;
      }
    },
  });

  return [
    route('POST', 'messages', ({ body }) => {
      world.send(parse(outgoing, body));
      return { status: 202, body: { accepted: true } };
    }),
    route('GET', 'sent', ({ query }) => ({
      status: 200,
      body: { found: world.wasSent(needed(query, 'messageId')) },
    })),
    route('GET', 'inbox', ({ query }) => {
      const page = world.inbox(needed(query, 'mailbox'), query.get('after') ?? '', limitOf(query));
      return { status: 200, body: { messages: page.items, cursor: page.cursor } };
    }),
    route('GET', 'engagement', ({ query }) => {
      const page = world.engagement(
        query.get('after') ?? '',
        limitOf(query),
        query.get('mailbox') ?? undefined,
      );
      return { status: 200, body: { events: page.items, cursor: page.cursor } };
    }),
    route('POST', 'deliver', ({ body }) => ({ status: 201, body: world.deliver(parse(handDelivery, body)) })),
    route('POST', 'answer', ({ body }) => {
      const { prospect, kind } = parse(answer, body);
      const mail = world.answerNow(prospect, kind);
      if (mail !== null) return { status: 201, body: mail };
      return {
        status: 404,
        body: { message: `${prospect} has not got any mail yet, so there is nothing to answer.` },
      };
    }),
    route('GET', 'prospects', ({ query }) => ({
      status: 200,
      body: world.behaviourOf(needed(query, 'address')),
    })),
    route('POST', 'prospects', ({ body }) => {
      const fixed = parse(fixedOutcome, body);
      return { status: 200, body: world.setOutcome(fixed.address, fixed.outcome, fixed.onMail) };
    }),
    route('GET', 'clock', () => ({
      status: 200,
      body: { now: iso(world.now()), nextDueAt: iso(world.nextDueAt()) },
    })),
    route('POST', 'clock', ({ body }) => {
      world.advanceTo(Date.parse(parse(clockTime, body).now));
      return { status: 200, body: { now: iso(world.now()), nextDueAt: iso(world.nextDueAt()) } };
    }),
    route('GET', 'all', () => ({ status: 200, body: world.all() })),
  ];
}
