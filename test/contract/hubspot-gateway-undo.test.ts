import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHubSpotGateways } from '#adapters/hubspot/hubspot-gateways.ts';
import type { NoteWrite, TaskWrite, WrittenActivity } from '#core/ports/crm-gateway.ts';
import { crmErrorOf, startHubSpotWorld, type HubSpotWorld } from '#test/support/hubspot-world.ts';

const AT = Date.UTC(2026, 10, 20, 9, 30);
let world: HubSpotWorld;

beforeEach(async () => {
  world = await startHubSpotWorld();
});
afterEach(() => world.stop());

async function written(write: NoteWrite | TaskWrite): Promise<WrittenActivity> {
  const [outcome] = await world.gateway.write([write]);
  if (outcome?.kind !== 'done') throw new Error('It was not written.');
  return { write, remoteId: outcome.remoteId };
}

function contact(): string {
  return world.person.createRecord('contacts', { firstname: 'Ana' });
}

const note = (key: string): NoteWrite => ({
  kind: 'note',
  key,
  recordId: contact(),
  at: AT,
  bodyHtml: '<p>Thank you &amp; <b>welcome</b></p>',
});
const task = (key: string): TaskWrite => ({
  kind: 'task',
  key,
  recordId: contact(),
  dueAt: AT,
  subject: 'Answer Ana',
  body: 'Today\n1 < 2',
  ownerId: null,
});

describe('taking back what was created', () => {
  it('knows a note and a task as unchanged, whatever the markup', async () => {
    const items = [await written(note('n1')), await written(task('t1'))];
    world.person.setProperties('notes', items[0]!.remoteId, {
      hs_note_body: (
        world.sandbox.portal.objects.notes.get(items[0]!.remoteId)?.values['hs_note_body'] ?? ''
      ).replace(
        '<p>Thank you &amp; <b>welcome</b></p>',
        '<div>Thank you &amp; <strong>welcome</strong></div>',
      ),
    });
    expect(await world.gateway.compareWritten(items)).toEqual([{ kind: 'unchanged' }, { kind: 'unchanged' }]);
  });

  it('tells what a person changed, and what is gone', async () => {
    const done = await written(task('t2'));
    world.person.setProperties('tasks', done.remoteId, { hs_task_status: 'COMPLETED' });
    const gone = await written(note('n2'));
    world.person.delete('notes', gone.remoteId);
    expect(await world.gateway.compareWritten([done, gone])).toEqual([
      { kind: 'changed', ours: 'NOT_STARTED', theirs: 'COMPLETED' },
      { kind: 'gone' },
    ]);
  });

  it('archives notes of one batch, and once more without harm', async () => {
    const items = [await written(note('n3')), await written(note('n4'))];
    for (let time = 0; time < 2; time += 1) {
      const outcomes = await world.gateway.archive(items);
      expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done']);
    }
    expect(await world.gateway.compareWritten(items)).toEqual([{ kind: 'gone' }, { kind: 'gone' }]);
  });
});

describe('a gateway that must not call', () => {
  it('lets nothing leave and says why', async () => {
    let against: string | null = null;
    const gateways = createHubSpotGateways();
    const gateway = gateways.open({
      provider: 'hubspot',
      baseUrl: world.sandbox.url,
      token: world.sandbox.serviceKey,
      whyNot: () => against,
    });
    await gateway.describeAccount();
    const before = world.sandbox.control.countCalls();
    against = 'Everything is stopped.';
    const error = await crmErrorOf(gateway.listUsers());
    expect([error.kind, error.message]).toEqual(['stopped', 'Everything is stopped.']);
    const [outcome] = await gateway.write([note('n5')]);
    expect(outcome?.kind).toBe('retry');
    expect(world.sandbox.control.countCalls()).toBe(before);
    gateways.close();
  });
});
