import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CrmError } from '#core/ports/crm-error.ts';
import type { NoteWrite, PropertiesWrite } from '#core/ports/crm-gateway.ts';
import { noteFormat } from './activity-formats.ts';
import { errorOfAnswer } from './errors.ts';
import { createTraffic } from './traffic.ts';
import type { HubSpotCall, Transport } from './transport.ts';
import { writeActivities } from './write-activities.ts';
import { writeProperties } from './write-properties.ts';

interface Input {
  readonly id?: string;
  readonly objectWriteTraceId: string;
  readonly properties: Record<string, string>;
}

/** HubSpot as far as batches go: answers what `answer` makes of the inputs. */
function hubSpot(answer: (inputs: Input[]) => unknown): Transport & { readonly batches: Input[][] } {
  const batches: Input[][] = [];
  return {
    batches,
    credential: 'key',
    traffic: createTraffic({ now: () => 0, after: () => () => undefined }, 'unlimited'),
    async send<Schema extends z.ZodType>(call: HubSpotCall, schema: Schema) {
      const { inputs } = call.body as { inputs: Input[] };
      batches.push(inputs);
      return schema.parse(await Promise.resolve(answer(inputs)));
    },
  };
}

function notes(count: number): NoteWrite[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'note',
    key: `key-${index}`,
    recordId: `c${index}`,
    at: 0,
    bodyHtml: '<p>Hi</p>',
  }));
}

function update(recordId: string, values: Record<string, string>, key = `${recordId}-key`): PropertiesWrite {
  return { kind: 'properties', key, recordId, values };
}

function rejected(property: string, code: string): CrmError {
  const body = { errors: [{ message: 'no', code, context: { propertyName: [property] } }] };
  return errorOfAnswer(400, body, { doing: 'to save', isWrite: true, purpose: 'properties' }, null);
}

describe('a batch of notes', () => {
  it('finds the result of each write by its trace id, in whatever order they come', async () => {
    const transport = hubSpot((inputs) => ({
      results: inputs.toReversed().map(({ objectWriteTraceId }) => ({
        id: `n-${objectWriteTraceId}`,
        objectWriteTraceId,
        properties: {},
      })),
    }));
    const outcomes = await writeActivities(transport, notes(3), noteFormat);
    expect(outcomes).toEqual([0, 1, 2].map((index) => ({ kind: 'done', remoteId: `n-key-${index}` })));
  });

  it('finds it by its content when the answer has no trace ids', async () => {
    const transport = hubSpot((inputs) => ({
      results: inputs
        .toReversed()
        .map(({ objectWriteTraceId, properties }) => ({ id: `n-${objectWriteTraceId}`, properties })),
    }));
    const outcomes = await writeActivities(transport, notes(3), noteFormat);
    expect(outcomes).toEqual([0, 1, 2].map((index) => ({ kind: 'done', remoteId: `n-key-${index}` })));
  });

  it('refuses only the input that HubSpot refused', async () => {
    const transport = hubSpot((inputs) => ({
      results: inputs.slice(1).map(({ objectWriteTraceId }) => ({ id: 'n', objectWriteTraceId })),
      errors: [
        { category: 'VALIDATION_ERROR', message: 'Too long', context: { objectWriteTraceId: ['key-0'] } },
      ],
    }));
    const [first, second] = await writeActivities(transport, notes(2), noteFormat);
    expect(first).toMatchObject({ kind: 'refused', error: { kind: 'rejected' } });
    expect(second).toEqual({ kind: 'done', remoteId: 'n' });
  });

  it('leaves a write unknown that got neither a result nor an error', async () => {
    const transport = hubSpot(() => ({ results: [] }));
    const [outcome] = await writeActivities(transport, notes(1), noteFormat);
    expect(outcome?.kind).toBe('unknown');
  });

  it('is unknown as a whole when the answer was lost, and comes again when HubSpot asked to wait', async () => {
    const fail = (error: CrmError) => hubSpot(() => Promise.reject(error));
    const lost = fail(new CrmError('network', 'lost', { answerLost: true }));
    expect((await writeActivities(lost, notes(2), noteFormat)).map((outcome) => outcome.kind)).toEqual([
      'unknown',
      'unknown',
    ]);
    for (const kind of ['rate-limited', 'network', 'unauthorized', 'forbidden'] as const) {
      const [outcome] = await writeActivities(fail(new CrmError(kind, 'no')), notes(1), noteFormat);
      expect(outcome?.kind).toBe('retry');
    }
    expect(lost.batches).toHaveLength(1);
  });

  it('that is refused as a whole is told apart in halves, and every good one is written once', async () => {
    const written: string[] = [];
    const transport = hubSpot((inputs) => {
      if (inputs.some((input) => input.objectWriteTraceId === 'key-5'))
        throw rejected('hs_note_body', 'INVALID');
      written.push(...inputs.map((input) => input.objectWriteTraceId));
      return {
        results: inputs.map(({ objectWriteTraceId }) => ({ id: objectWriteTraceId, objectWriteTraceId })),
      };
    });
    const outcomes = await writeActivities(transport, notes(8), noteFormat);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
      'refused',
      'done',
      'done',
    ]);
    expect(new Set(written).size).toBe(written.length);
    expect(written).toHaveLength(7);
  });
});

describe('a batch of property updates', () => {
  const accept = (inputs: Input[]) => ({ results: inputs.map(({ id }) => ({ id })) });

  it('says of a merged or deleted contact that it is no more', async () => {
    const transport = hubSpot((inputs) => ({
      results: inputs.filter((input) => input.id !== 'gone').map(({ id }) => ({ id })),
      errors: [
        { category: 'OBJECT_NOT_FOUND', message: 'Could not get some objects', context: { ids: ['gone'] } },
      ],
    }));
    const outcomes = await writeProperties(transport, [update('a', { x: '1' }), update('gone', { x: '1' })]);
    expect(outcomes[0]).toEqual({ kind: 'done', remoteId: 'a' });
    expect(outcomes[1]).toMatchObject({ kind: 'refused', error: { kind: 'not-found' } });
  });

  it('names a contact only once in a batch and keeps the order of its writes', async () => {
    const transport = hubSpot(accept);
    const outcomes = await writeProperties(transport, [
      update('a', { x: '1' }, 'first'),
      update('b', { x: '1' }),
      update('a', { x: '2' }, 'second'),
    ]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done', 'done']);
    expect(transport.batches.map((batch) => batch.map((input) => input.objectWriteTraceId))).toEqual([
      ['first', 'b-key'],
      ['second'],
    ]);
  });

  it('does not let a later write overtake one that has to come again', async () => {
    const transport = hubSpot(() =>
      Promise.reject(new CrmError('unavailable', 'down', { answerLost: true })),
    );
    const outcomes = await writeProperties(transport, [
      update('a', { x: '1' }, 'k1'),
      update('a', { x: '2' }, 'k2'),
    ]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['unknown', 'retry']);
    expect(transport.batches).toHaveLength(1);
  });

  it('refuses all writes of a property that the portal lacks at once, and sends the others', async () => {
    const transport = hubSpot((inputs) => {
      if (inputs.some((input) => 'nope' in input.properties)) throw rejected('nope', 'PROPERTY_DOESNT_EXIST');
      return accept(inputs);
    });
    const outcomes = await writeProperties(transport, [
      update('a', { nope: '1' }),
      update('b', { x: '1' }),
      update('c', { nope: '2' }),
      update('d', { x: '1' }),
    ]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['refused', 'done', 'refused', 'done']);
    expect(transport.batches).toHaveLength(2);
  });
});
