import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyEvent } from '#core/apply-event.ts';
import { DAY, openFlowWorld, STATUS, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

/** How a lead comes to a state, by what happens around it. */
const WAYS: Readonly<Record<string, () => Promise<string>>> = {
  New: async () => {
    await world.changeAssistant(0, { context: '' });
    return world.taken();
  },
  Pending: () => world.taken({ email: 'info@customer.example' }),
  Cold: () => world.taken(),
  Engaged: () => opened(1),
  Warm: () => opened(3),
  OutOfOffice: () => replied('out-of-office'),
  Hot: () => replied('agreed-to-meet'),
  Responded: () => replied('neutral'),
  UnSubscribed: () => replied('unsubscribe'),
  DeActivated: () => replied('stop'),
  LeadAtRisk: async () => {
    const id = await replied('agreed-to-meet');
    await world.advance(DAY);
    applyEvent(world.core.context, world.lead(id).id, { type: 'owner-silent' });
    await world.core.drain();
    return id;
  },
  Processed: async () => {
    const message = { kind: 'assistant', tone: 'introduction' } as const;
    const steps = [{ gapDays: 1, message }];
    const { id: defaultScheduleId } = await world.api.schedules.create({ name: 'Once', steps });
    await world.changeAssistant(0, { defaultScheduleId });
    const id = await world.taken();
    await world.passUntil(() => world.lead(id).custody === 'HandedBack');
    return id;
  },
};

async function opened(times: number): Promise<string> {
  const id = await world.mailed();
  const sentAt = world.lead(id).lastSentAt ?? 0;
  for (let nth = 1; nth <= times; nth += 1) {
    applyEvent(world.core.context, world.lead(id).id, { type: 'opened', sentAt, at: sentAt + nth * 600_000 });
    await world.core.drain();
  }
  return id;
}

async function replied(
  kind: 'out-of-office' | 'agreed-to-meet' | 'neutral' | 'unsubscribe' | 'stop',
): Promise<string> {
  const id = await world.mailed();
  await world.reply(id, kind);
  return id;
}

/** The writes of one moment to both statuses. */
const momentsOf = (id: string, property: string): number[] =>
  (world.record(id).history.get(property) ?? [])
    .filter(({ source }) => source.sourceType === 'INTEGRATION')
    .map(({ timestamp }) => timestamp);

describe('the CRM shows the state of a lead', () => {
  it.each([
    ['New', 'NEW'],
    ['Pending', 'IN_PROGRESS'],
    ['Cold', 'IN_PROGRESS'],
    ['Engaged', 'IN_PROGRESS'],
    ['Warm', 'IN_PROGRESS'],
    ['OutOfOffice', 'IN_PROGRESS'],
    ['Hot', 'CONNECTED'],
    ['Responded', 'CONNECTED'],
    ['UnSubscribed', 'UNQUALIFIED'],
    ['DeActivated', 'UNQUALIFIED'],
    ['LeadAtRisk', 'CONNECTED'],
    ['Processed', 'QUALIFIED'],
  ])('%s by its own word, with the Lead Status %s', async (state, contactStatus) => {
    const id = await (WAYS[state] ?? fail)();
    expect(world.lead(id).state).toBe(state);
    expect(world.value(id, STATUS)).toBe(state);
    expect(world.value(id, 'hs_lead_status')).toBe(contactStatus);
    // Where both change they change in one write, and what is there already is not written.
    const both = momentsOf(id, 'hs_lead_status');
    expect(momentsOf(id, STATUS)).toEqual(expect.arrayContaining(both));
    const values = world.written(id, 'hs_lead_status');
    expect(values.filter((value, nth) => value === values[nth - 1])).toEqual([]);
    const words = world.written(id, STATUS);
    expect(words.filter((word, nth) => word === words[nth - 1])).toEqual([]);
  });

  it('and does not write a value that a person set to the same before', async () => {
    const id = await world.taken({ hs_lead_status: 'IN_PROGRESS' });
    expect(world.written(id, STATUS)).toEqual(['Cold']);
    expect(world.written(id, 'hs_lead_status')).toEqual([]);
  });

  it('by properties of its own, the owner and the Lead Status, and by no other, whatever happens', async () => {
    for (const way of Object.values(WAYS)) {
      await way();
      await world.changeAssistant(0, { context: 'bees', defaultScheduleId: 'recommended' });
    }
    const ids = world.contacts(5, { [STATUS]: 'Hot' });
    world.assign(ids);
    await world.poll(2);
    const touched = new Set<string>();
    for (const contact of world.sandbox.portal.objects.contacts.values()) {
      for (const [property, versions] of contact.history) {
        if (versions.some(({ source }) => source.sourceType === 'INTEGRATION')) touched.add(property);
      }
    }
    // What HubSpot itself derives from an owner or an activity is not ours.
    const derived = /^(hs_all_owner_ids|hubspot_owner_assigneddate|lastmodifieddate|num_.*|notes_last_.*)$/;
    expect([...touched].filter((property) => !derived.test(property)).toSorted()).toEqual(
      [STATUS, 'hs_lead_status', 'hubspot_owner_id'].toSorted(),
    );
  });
});

describe('the portal lacks a Lead Status that a state needs', () => {
  const withoutQualified = (): void => {
    const { options } = world.sandbox.portal.properties.contacts.get('hs_lead_status') ?? { options: [] };
    world.person.setOptions(
      'contacts',
      'hs_lead_status',
      options.filter((option) => option.value !== 'QUALIFIED'),
    );
  };
  const choose = (choice: Parameters<typeof world.api.connections.mapContactStatus>[0]['choice']) =>
    world.api.connections.mapContactStatus({ id: world.connectionId, wanted: 'QUALIFIED', choice });
  const statusRow = async (id: string) =>
    (await world.activity({ leadId: world.lead(id).id })).find((row) =>
      row.summary.endsWith('Connection Status → Processed'),
    );

  beforeEach(async () => {
    withoutQualified();
    await world.api.connections.refresh({ id: world.connectionId });
  });

  it('the set-up says which, and what is not written', async () => {
    const fields = await world.api.connections.fields({ id: world.connectionId });
    expect(fields.missingOptions).toEqual(['QUALIFIED']);
    expect(fields.mapping.find((row) => row.state === 'Processed')).toMatchObject({
      wanted: 'QUALIFIED',
      written: null,
    });
  });

  it('the Lead Connection Status is written alone, and Activity shows why', async () => {
    const id = await (WAYS['Processed'] ?? fail)();
    expect(world.value(id, STATUS)).toBe('Processed');
    expect(world.value(id, 'hs_lead_status')).toBe('IN_PROGRESS');
    expect(world.owner(id)).toBe(world.colleague().id);
    const row = await statusRow(id);
    expect(row).toMatchObject({ status: 'delivered' });
    expect(row?.reason).toContain('the portal has no option "QUALIFIED"');
  });

  it('after the option was added it is written', async () => {
    const fields = await choose({ kind: 'add-option' });
    expect(fields.missingOptions).toEqual([]);
    const id = await (WAYS['Processed'] ?? fail)();
    expect(world.value(id, 'hs_lead_status')).toBe('QUALIFIED');
    const options = world.sandbox.portal.properties.contacts.get('hs_lead_status')?.options ?? [];
    expect(options.map((option) => option.value)).toEqual([
      'NEW',
      'OPEN',
      'IN_PROGRESS',
      'OPEN_DEAL',
      'UNQUALIFIED',
      'ATTEMPTED_TO_CONTACT',
      'CONNECTED',
      'BAD_TIMING',
      'QUALIFIED',
    ]);
  });

  it('another value is written where the user chose one', async () => {
    await choose({ kind: 'write-other', value: 'BAD_TIMING' });
    const id = await (WAYS['Processed'] ?? fail)();
    expect(world.value(id, 'hs_lead_status')).toBe('BAD_TIMING');
    expect((await statusRow(id))?.reason).toBeNull();
  });

  it('nothing is written where the user chose so, and Activity shows why', async () => {
    await choose({ kind: 'do-not-write' });
    const id = await (WAYS['Processed'] ?? fail)();
    expect(world.value(id, 'hs_lead_status')).toBe('IN_PROGRESS');
    expect((await statusRow(id))?.reason).toContain('switched off');
  });
});

describe('the portal lost the Lead Connection Status', () => {
  it('leads are worked on, what is not written is shown, and goes out when Set up fields brings it back', async () => {
    world.person.deleteProperty('contacts', STATUS);
    await world.api.connections.fields({ id: world.connectionId });
    const id = await world.taken();
    expect(world.lead(id).state).toBe('Cold');
    expect(world.value(id, 'hs_lead_status')).toBe('IN_PROGRESS');
    const rows = (await world.activity({ leadId: world.lead(id).id })).filter(
      (each) => each.what === 'crm-status',
    );
    expect(rows.map((row) => row.status)).toEqual(['waiting', 'delivered']);
    expect(rows[0]?.reason).toContain('was deleted or archived in the CRM');
    await world.api.connections.setUpFields({ id: world.connectionId });
    await world.core.drain();
    expect(world.value(id, STATUS)).toBe('Cold');
    const next = await world.taken();
    expect(world.value(next, STATUS)).toBe('Cold');
  });
});

function fail(): never {
  throw new Error('There is no way to this state.');
}
