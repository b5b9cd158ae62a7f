import { implement } from '@orpc/server';
import type { AssistantView } from '#contract/assistants.ts';
import type { ConnectionView, SwitchChange } from '#contract/connections.ts';
import { contract } from '#contract/contract.ts';
import type { SettingName } from '#contract/names.ts';
import type { ScheduleView } from '#contract/schedules.ts';
import type { PushEvent } from '#contract/system.ts';
import { makeBudget, makeConnections, makeFields, makeScheduleSync } from './connections.ts';
import { MINUTE, NOW } from './world.ts';

const os = implement(contract);

const words = (is: boolean): string => (is ? 'on' : 'off');

/** A switch that an admin has just turned. */
function makeChange(no: number, setting: SettingName, from: string, to: string): SwitchChange {
  return { id: `change-${no}`, setting, assistantName: null, role: 'admin', at: NOW, from, to };
}

/** What the screens may ask of the made-up accounts; `connections` is changed in place. */
export function fakeConnections(world: {
  readonly connections: ConnectionView[];
  readonly assistants: readonly AssistantView[];
  readonly schedules: readonly ScheduleView[];
  readonly push: (topics: PushEvent['topics']) => void;
  readonly baselineAnswered: () => void;
}) {
  const { connections, assistants, schedules, push, baselineAnswered } = world;
  let fields = makeFields();
  let synced = false;
  let serial = 0;
  const changes: SwitchChange[] = [
    {
      ...makeChange(3, 'review-first', 'off', 'on'),
      assistantName: assistants[0]?.name ?? null,
      role: 'member',
      at: NOW - 40 * MINUTE,
    },
    { ...makeChange(2, 'fallback-owner', 'nobody', 'Robin Okafor'), at: NOW - 26 * 60 * MINUTE },
    { ...makeChange(1, 'guard', 'off', 'on'), at: NOW - 50 * 60 * MINUTE },
  ];
  const connectionOf = (id: string) =>
    connections.find((connection) => connection.id === id) ?? connections[0]!;
  return {
    list: os.connections.list.handler(() => connections),
    scopes: os.connections.scopes.handler(() => [
      { scope: 'crm.objects.contacts.read', purpose: 'read the contacts that are assigned', needed: true },
      { scope: 'crm.objects.contacts.write', purpose: 'write status and owner, add notes', needed: true },
      { scope: 'crm.objects.owners.read', purpose: 'find the assistant’s user', needed: true },
      { scope: 'crm.schemas.contacts.write', purpose: 'create the fields', needed: true },
      { scope: 'settings.users.write', purpose: 'invite the assistant’s address', needed: false },
    ]),
    test: os.connections.test.handler(({ input, errors }) => {
      if (!input.token.startsWith('pat-')) {
        throw errors.CRM({
          data: {
            sentence: 'HubSpot does not know this token. Copy the whole key and try again.',
            kind: 'unauthorized',
            missingScopes: [],
          },
        });
      }
      return {
        accountId: input.token.includes('other') ? '4799' : '4711',
        identity: 'Service key of robin@northwind.example',
        timeZone: 'Europe/Berlin',
        kind: 'STANDARD',
      };
    }),
    setHold: os.connections.setHold.handler(({ input, errors }) => {
      const found = connections.find(({ id }) => id === input.id);
      if (!found) throw errors.NOT_FOUND({ data: { sentence: 'This connection is not here any more.' } });
      found.holdWrites = input.hold;
      found.holdOnly = input.only;
      found.held = input.hold ? 40 : 0;
      return found;
    }),
    setReadOnly: os.connections.setReadOnly.handler(({ input }) =>
      Object.assign(connectionOf(input.id), {
        readOnly: input.readOnly,
        held: input.readOnly ? 40 : 0,
        lookThrough: input.readOnly ? { looked: 12_480, isWhole: true, againAt: NOW + 8 * MINUTE } : null,
      }),
    ),
    takeOver: os.connections.takeOver.handler(({ input }) => {
      const found = connectionOf(input.id);
      if (found.lease !== null)
        found.lease = { ...found.lease, state: 'taking-over', startsAt: NOW + 3 * MINUTE };
      push(['connections']);
      return found;
    }),
    connect: os.connections.connect.handler(({ input }) => {
      const made = {
        ...makeConnections(assistants)[0]!,
        id: `con-${++serial + 500}`,
        name: input.name,
        preset: input.preset,
      };
      connections.push(made);
      push(['connections']);
      return made;
    }),
    renewToken: os.connections.renewToken.handler(({ input }) => connectionOf(input.id)),
    disconnect: os.connections.disconnect.handler(({ input }) => {
      connections.splice(0, connections.length, ...connections.filter(({ id }) => id !== input.id));
      push(['connections']);
      return { done: true as const, remark: null };
    }),
    update: os.connections.update.handler(({ input }) => {
      const { guardOn } = connectionOf(input.id);
      if (guardOn !== input.guardOn)
        changes.unshift(makeChange(changes.length + 1, 'guard', words(guardOn), words(input.guardOn)));
      push(['connections']);
      return Object.assign(connectionOf(input.id), input);
    }),
    refresh: os.connections.refresh.handler(({ input }) => connectionOf(input.id)),
    answerBaseline: os.connections.answerBaseline.handler(({ input }) => {
      const found = connectionOf(input.id);
      if (found.baseline) found.baseline = { ...found.baseline, answer: input.answer };
      baselineAnswered();
      push(['connections', 'attention']);
      return found;
    }),
    changes: os.connections.changes.handler(() => changes),
    users: os.connections.users.handler(() => [
      { id: 'own-1', name: 'Robin Okafor', email: 'robin@northwind.example', active: true },
      { id: 'own-2', name: 'Camille Laurent', email: 'camille@northwind.example', active: true },
      { id: 'own-3', name: 'Erik Sandberg', email: 'erik@northwind.example', active: false },
    ]),
    inviteAssistant: os.connections.inviteAssistant.handler(({ input }) => connectionOf(input.id)),
    fields: os.connections.fields.handler(() => fields),
    setUpFields: os.connections.setUpFields.handler(() => {
      fields = {
        ...fields,
        fields: fields.fields.map((field) => ({ ...field, state: 'present' as const, remark: '' })),
      };
      push(['connections']);
      return fields;
    }),
    mapContactStatus: os.connections.mapContactStatus.handler(({ input }) => {
      const { wanted, choice } = input;
      const written =
        choice.kind === 'add-option' ? wanted : choice.kind === 'write-other' ? choice.value : null;
      fields = {
        ...fields,
        missingOptions: choice.kind === 'add-option' ? [] : fields.missingOptions,
        mapping: fields.mapping.map((row) => (row.wanted === wanted ? { ...row, written, remark: '' } : row)),
      };
      return fields;
    }),
    previewSchedules: os.connections.previewSchedules.handler(() => makeScheduleSync(schedules, synced)),
    syncSchedules: os.connections.syncSchedules.handler(() => {
      synced = true;
      push(['connections']);
      return makeScheduleSync(schedules, true);
    }),
    budget: os.connections.budget.handler(() => makeBudget()),
  };
}
