import { z } from 'zod';
import type { Engagement, IncomingMail, Mailbox, OutgoingMail, SendOutcome } from '#core/ports/mailbox.ts';
import type { Mailboxes } from '#core/ports/mailboxes.ts';
import { displayHtml } from './parse/display-html.ts';
import { readCalendar } from './parse/read-calendar.ts';

const TIMEOUT = 30_000;
const PAGE = 200;

const address = z.object({ address: z.string(), name: z.string() });
const inbox = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      receivedAt: z.string(),
      messageId: z.string(),
      from: address,
      to: z.array(address),
      subject: z.string(),
      text: z.string(),
      html: z.string().nullish(),
      calendar: z.string().nullish(),
      headers: z.record(z.string(), z.string()),
      inReplyTo: z.string().nullish(),
      references: z.array(z.string()),
    }),
  ),
  cursor: z.string(),
});
const engagement = z.object({
  events: z.array(
    z.object({ id: z.string(), at: z.string(), messageId: z.string(), kind: z.enum(['open', 'click']) }),
  ),
  cursor: z.string(),
});
const sent = z.object({ found: z.boolean() });

/** Mailboxes in the sandbox's mail world: for the demo and the rehearsal, no mail leaves the machine. */
export function sandboxMailboxes(world: { readonly url: string; readonly token: string }): Mailboxes {
  return { of: (assistant) => sandboxMailbox(world, assistant.email), measuresEngagement: true };
}

function sandboxMailbox(world: { readonly url: string; readonly token: string }, mailbox: string): Mailbox {
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(new URL(path, world.url), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new MailWorldError(response.status);
    return response.json();
  };
  return {
    async send(mail) {
      try {
        await call('/__sandbox/mail/messages', asJson(mail));
        return { kind: 'sent', at: mail.date };
      } catch (error) {
        return failed(error);
      }
    },
    async wasSent(messageId) {
      try {
        const answer = sent.parse(
          await call(`/__sandbox/mail/sent?messageId=${encodeURIComponent(messageId)}`),
        );
        return answer.found ? 'sent' : 'not-sent';
      } catch {
        return 'unknown';
      }
    },
    async fetchSince(cursor) {
      const query = new URLSearchParams({ mailbox, after: cursor ?? '', limit: String(PAGE) });
      const answer = inbox.parse(await call(`/__sandbox/mail/inbox?${query.toString()}`));
      return { mails: answer.messages.map(toIncoming), cursor: answer.cursor };
    },
    async engagementSince(cursor) {
      const query = new URLSearchParams({ mailbox, after: cursor ?? '' });
      const answer = engagement.parse(await call(`/__sandbox/mail/engagement?${query.toString()}`));
      const events = answer.events.map((event): Engagement => ({ ...event, at: Date.parse(event.at) }));
      return { events, cursor: answer.cursor };
    },
  };
}

class MailWorldError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The sandbox mailbox answered ${status}.`);
    this.status = status;
  }
}

/** A refusal is final; without an answer nobody knows whether the mail was taken. */
function failed(error: unknown): SendOutcome {
  if (error instanceof MailWorldError && error.status < 500)
    return { kind: 'refused', because: error.message };
  if (error instanceof MailWorldError) return { kind: 'retry', because: error.message, after: null };
  return { kind: 'unknown', because: 'The sandbox mailbox did not answer.' };
}

function asJson(mail: OutgoingMail): unknown {
  return { ...mail, date: new Date(mail.date).toISOString() };
}

function toIncoming(message: z.infer<typeof inbox>['messages'][number]): IncomingMail {
  return {
    ...message,
    receivedAt: Date.parse(message.receivedAt),
    html: message.html === undefined || message.html === null ? null : displayHtml(message.html),
    inReplyTo: message.inReplyTo ?? null,
    report: null,
    calendar: readCalendar(message.calendar ?? ''),
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
  };
}
