import { z } from 'zod';
import { OBJECT_TYPES } from '../portal/portal.ts';
import type { Fault } from './faults.ts';
import type { Person } from './person.ts';

const faultBase = {
  method: z.string().optional(),
  path: z.string().optional(),
  times: z.number().int().min(1).nullable().optional(),
  probability: z.number().min(0).max(1).optional(),
  skip: z.number().int().min(0).optional(),
};

const milliseconds = z.number().min(0);
const budget = z.strictObject({
  max: z.number().int().min(0).optional(),
  intervalMs: z.number().int().min(1).optional(),
});

/** What the control surface takes to change its settings. */
export const changeSchemas = {
  clock: z.strictObject({
    set: z.number().optional(),
    advance: milliseconds.optional(),
    freeze: z.boolean().optional(),
    speed: z.number().positive().optional(),
  }),
  app: z.strictObject({
    name: z.string().min(1),
    redirectUrls: z.array(z.string()).min(1),
    requiredScopes: z.array(z.string()),
    optionalScopes: z.array(z.string()).default([]),
  }),
  fault: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('drop-after-write'), ...faultBase }),
    z.strictObject({ kind: z.literal('reset-before'), ...faultBase }),
    z.strictObject({ kind: z.literal('half-body'), ...faultBase }),
    z.strictObject({ kind: z.literal('expire-tokens'), ...faultBase }),
    z.strictObject({ kind: z.literal('hang'), ms: milliseconds, ...faultBase }),
    z.strictObject({ kind: z.literal('delay'), ms: milliseconds, ...faultBase }),
    z.strictObject({
      kind: z.literal('status'),
      status: z.number().int().min(400).max(599),
      retryAfter: z.number().min(0).optional(),
      policy: z.string().optional(),
      afterWrite: z.boolean().optional(),
      ...faultBase,
    }),
  ]) as z.ZodType<Fault>,
  limits: z.strictObject({
    enabled: z.boolean().optional(),
    burst: z
      .strictObject({
        oauth: z.number().int().min(0).optional(),
        serviceKey: z.number().int().min(0).optional(),
        intervalMs: z.number().int().min(1).optional(),
      })
      .optional(),
    search: budget.optional(),
    associations: budget.optional(),
    daily: z.number().int().min(0).nullable().optional(),
  }),
  indexLag: z.strictObject({ minMs: milliseconds, maxMs: milliseconds }),
  toggle: z.strictObject({ on: z.boolean() }),
};

const type = z.enum(OBJECT_TYPES as ['contacts', ...typeof OBJECT_TYPES]);
const by = z.strictObject({ userId: z.number().int().optional() }).optional();
const values = z.record(z.string(), z.string());
const id = z.string();

type Run = (read: <Output>(schema: z.ZodType<Output>) => Output) => unknown;

/** The deeds of a person by their name in the path; each reads its own input. */
export function actionSchemas(person: Person): Readonly<Record<string, Run | undefined>> {
  return {
    assign: (read) => {
      const input = read(z.strictObject({ contactIds: z.array(id), ownerId: id, by }));
      return { changed: person.assign(input.contactIds, input.ownerId, input.by) };
    },
    'take-away': (read) => {
      const input = read(z.strictObject({ contactId: id, toOwnerId: id.optional(), by }));
      person.takeAway(input.contactId, input.toOwnerId, input.by);
      return {};
    },
    'set-properties': (read) => {
      const input = read(z.strictObject({ type, id, values, by }));
      person.setProperties(input.type, input.id, input.values, input.by);
      return {};
    },
    'clear-status': (read) => {
      const input = read(z.strictObject({ contactId: id, property: z.string(), by }));
      person.clearStatus(input.contactId, input.property, input.by);
      return {};
    },
    'create-record': (read) => {
      const input = read(z.strictObject({ type, values, by }));
      return { id: person.createRecord(input.type, input.values, input.by) };
    },
    merge: (read) => {
      const input = read(z.strictObject({ type, primaryId: id, otherId: id, by }));
      return { id: person.merge(input.type, input.primaryId, input.otherId, input.by) };
    },
    delete: (read) => {
      const input = read(z.strictObject({ type, id }));
      person.delete(input.type, input.id);
      return {};
    },
    restore: (read) => {
      const input = read(z.strictObject({ type, id }));
      person.restore(input.type, input.id);
      return {};
    },
    'gdpr-delete': (read) => {
      person.gdprDelete(read(z.strictObject({ contactId: id })).contactId);
      return {};
    },
    'add-user': (read) =>
      person.addUser(
        read(
          z.strictObject({
            email: z.string(),
            firstName: z.string().optional(),
            lastName: z.string().optional(),
          }),
        ),
      ),
    'deactivate-owner': (read) => {
      person.deactivateOwner(read(z.strictObject({ ownerId: id })).ownerId);
      return {};
    },
    'set-options': (read) => {
      const option = z.strictObject({
        label: z.string(),
        value: z.string(),
        displayOrder: z.number().int().optional(),
        hidden: z.boolean().optional(),
        description: z.string().optional(),
      });
      const input = read(z.strictObject({ type, property: z.string(), options: z.array(option) }));
      person.setOptions(input.type, input.property, input.options);
      return {};
    },
    'delete-property': (read) => {
      const input = read(z.strictObject({ type, property: z.string() }));
      person.deleteProperty(input.type, input.property);
      return {};
    },
  };
}
