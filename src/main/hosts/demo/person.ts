import { z } from 'zod';

const page = z.object({
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.string().nullable()) })),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
});
const owners = z.object({
  results: z.array(z.object({ id: z.string(), email: z.string().nullish() })),
  paging: z.object({ next: z.object({ after: z.string() }).optional() }).optional(),
});
const links = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: z.string() }),
      to: z.array(z.object({ toObjectId: z.coerce.string() })),
    }),
  ),
});

/** A record as a person sees it in the CRM. */
export interface SeenRecord {
  readonly id: string;
  readonly properties: Readonly<Record<string, string | null>>;
}

/** An activity on a contact. */
export interface SeenActivity extends SeenRecord {
  readonly contactId: string;
}

const PAUSES = 12;

/** HubSpot's own id for "this call belongs to that contact". */
const CALL_TO_CONTACT = 194;

/**
 * A person at the CRM, through its public API: assigns contacts, and afterwards looks at what stands there. Shares
 * nothing with the adapter whose work it looks at.
 */
export class Person {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url.replace(/\/+$/, '');
    this.#token = token;
  }

  /** The active users' owner ids by address. */
  async owners(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    let after: string | undefined;
    do {
      const query = new URLSearchParams({ limit: '100', ...(after === undefined ? {} : { after }) });
      const answer = owners.parse(await this.#call('GET', `/crm/owners/2026-09?${query.toString()}`));
      for (const owner of answer.results) if (owner.email) found.set(owner.email.toLowerCase(), owner.id);
      after = answer.paging?.next?.after;
    } while (after !== undefined);
    return found;
  }

  /** Contacts in the order of the CRM until `enough` says so. */
  async *contacts(properties: readonly string[]): AsyncGenerator<SeenRecord> {
    let after: string | undefined;
    do {
      const query = new URLSearchParams({
        limit: '100',
        properties: properties.join(','),
        ...(after === undefined ? {} : { after }),
      });
      const answer = page.parse(await this.#call('GET', `/crm/objects/2026-09/contacts?${query.toString()}`));
      yield* answer.results;
      after = answer.paging?.next?.after;
    } while (after !== undefined);
  }

  async assign(contactIds: readonly string[], ownerId: string): Promise<void> {
    for (const ids of chunks(contactIds, 100)) {
      const inputs = ids.map((id) => ({ id, properties: { hubspot_owner_id: ownerId } }));
      await this.#call('POST', '/crm/objects/2026-09/contacts/batch/update', { inputs });
    }
  }

  async read(
    type: string,
    ids: readonly string[],
    properties: readonly string[],
  ): Promise<readonly SeenRecord[]> {
    const found: SeenRecord[] = [];
    for (const some of chunks(ids, 100)) {
      const body = { inputs: some.map((id) => ({ id })), properties, propertiesWithHistory: [] };
      found.push(
        ...page.parse(await this.#call('POST', `/crm/objects/2026-09/${type}/batch/read`, body)).results,
      );
    }
    return found;
  }

  /** All activities of one type on the contacts. */
  async activities(
    type: 'notes' | 'emails' | 'tasks',
    contactIds: readonly string[],
    properties: readonly string[],
  ): Promise<readonly SeenActivity[]> {
    const contactOf = new Map<string, string>();
    for (const ids of chunks(contactIds, 1000)) {
      const body = { inputs: ids.map((id) => ({ id })) };
      const answer = links.parse(
        await this.#call('POST', `/crm/associations/2026-09/contacts/${type}/batch/read`, body),
      );
      for (const link of answer.results) for (const to of link.to) contactOf.set(to.toObjectId, link.from.id);
    }
    const records = await this.read(type, [...contactOf.keys()], properties);
    return records.map((record) => ({ ...record, contactId: contactOf.get(record.id) ?? '' }));
  }

  /** Logs a call on each contact, made at that moment. False: this CRM takes no calls. */
  async logCalls(contactIds: readonly string[], at: number): Promise<boolean> {
    const type = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: CALL_TO_CONTACT };
    for (const ids of chunks(contactIds, 100)) {
      const inputs = ids.map((id) => ({
        properties: {
          hs_timestamp: new Date(at).toISOString(),
          hs_call_title: 'Called about the e-mail',
          hs_call_direction: 'OUTBOUND',
          hs_call_status: 'COMPLETED',
        },
        associations: [{ to: { id }, types: [type] }],
      }));
      try {
        await this.#call('POST', '/crm/objects/2026-09/calls/batch/create', { inputs });
      } catch {
        return false;
      }
    }
    return true;
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    for (let pause = 0; ; pause += 1) {
      const response = await fetch(`${this.#url}${path}`, {
        method,
        headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (response.ok) return response.json();
      const text = await response.text();
      if (response.status !== 429 || pause === PAUSES) {
        throw new Error(
          `${method} ${path.split('?')[0] ?? path} answered ${response.status}: ${text.slice(0, 300)}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
