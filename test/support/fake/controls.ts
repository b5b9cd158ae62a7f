import { implement } from '@orpc/server';
import type { ActivityRow, HeldTarget, PlannedWrite } from '#contract/activity.ts';
import { contract } from '#contract/contract.ts';
import type { HoldKind, Role } from '#contract/names.ts';
import type { PushEvent } from '#contract/system.ts';
import { NOW } from './world.ts';

const os = implement(contract);

/** A row as something that has not gone out. */
export function plannedOf(row: ActivityRow): PlannedWrite {
  const {
    id,
    at,
    connectionId,
    connectionName,
    recordId,
    recordUrl,
    recordName,
    leadId,
    what,
    summary,
    why,
  } = row;
  const mail =
    what === 'mail' ? { to: 'ana@customer.example', subject: summary, text: 'Dear Ana,\n…' } : null;
  return {
    id,
    at,
    connectionId,
    connectionName,
    recordId,
    recordUrl,
    recordName,
    leadId,
    what,
    summary,
    mail,
    changes: row.changes.map((change, index) => ({ ...change, before: index > 0 ? null : change.before })),
    why,
    heldBecause: null,
  };
}

interface FakeControls {
  readonly rows: () => readonly ActivityRow[];
  readonly demo: boolean;
  readonly role: Role;
  readonly push: (topics: PushEvent['topics']) => void;
}

/** The stop button over made-up rows. */
export function fakeSystem({ rows, demo, role, push }: FakeControls) {
  let haltedSince: number | null = null;
  let lockAfterMinutes = 0;
  return {
    info: os.system.info.handler(() => ({
      role,
      version: '0.1.0',
      host: 'hub' as const,
      now: NOW,
      dataDirectory: '~/.local/share/baton',
      engagement: { measured: false, publicUrl: null },
      haltedSince,
      lockAfterMinutes,
      demo: demo ? { now: NOW, speed: 3_600, crmUrl: 'http://127.0.0.1:4100/' } : null,
    })),
    stop: os.system.stop.handler(() => {
      haltedSince ??= NOW;
      push(['system']);
      return { haltedSince };
    }),
    resumePreview: os.system.resumePreview.handler(() => {
      const first = rows().slice(0, 20).map(plannedOf);
      const kinds = new Map<string, number>();
      for (const row of rows().slice(0, 600)) kinds.set(row.what, (kinds.get(row.what) ?? 0) + 1);
      return { counts: [...kinds].map(([what, count]) => ({ what, count })), first };
    }),
    setLockAfter: os.system.setLockAfter.handler(({ input }) => {
      lockAfterMinutes = input.minutes;
      push(['system']);
      return { done: true as const };
    }),
    resume: os.system.resume.handler(() => {
      haltedSince = null;
      push(['system']);
      return { done: true as const };
    }),
  };
}

/** Undo over made-up rows: every third was changed by somebody since. */
export function fakeUndo({ rows, push }: Pick<FakeControls, 'rows' | 'push'>) {
  return {
    undoPreview: os.activity.undoPreview.handler(({ input }) =>
      rows()
        .filter((row) => input.ids.includes(row.id))
        .map((row) => {
          const isChanged = row.changes.length > 0 && row.id % 3 === 0;
          const fields = row.changes.map(({ field, before, after }) => ({
            field,
            before,
            ours: after,
            theirs: isChanged ? 'Dana Kim' : after,
            rule:
              field === 'lead_connection_status' || field === 'hs_lead_status'
                ? ({ field: 'contactStatus', policy: 'always' } as const)
                : null,
          }));
          const { id, recordName, recordUrl, what, summary } = row;
          return {
            id,
            connectionId: row.connectionId,
            recordName,
            recordUrl,
            what,
            summary,
            state: isChanged ? ('changed' as const) : ('clean' as const),
            because: isChanged ? 'Somebody changed it since.' : '',
            fields,
            seen: Object.fromEntries(fields.map(({ field, theirs }) => [field, theirs])),
          };
        }),
    ),
    undo: os.activity.undo.handler(({ input }) => {
      push(['activity']);
      return { queued: input.items.length, skipped: [] };
    }),
  };
}

/** *Preview* over made-up rows: the first forty as if they were held. */
export function fakeHeld({ rows, push }: Pick<FakeControls, 'rows' | 'push'>) {
  let settled: ReadonlySet<number> = new Set();
  const held = (): readonly ActivityRow[] =>
    rows()
      .slice(0, 40)
      .filter((row) => !settled.has(row.id));
  function settle(target: HeldTarget): number {
    const meant = held().filter((row) =>
      target.kind === 'all' ? isMeant(row, target.only) : target.ids.includes(row.id),
    );
    settled = new Set([...settled, ...meant.map((row) => row.id)]);
    push(['activity', 'connections']);
    return meant.length;
  }
  return {
    held: os.activity.held.handler(({ input }) => ({
      rows: held()
        .filter((row) => isMeant(row, input.only))
        .filter((row) => row.id > input.after)
        .toReversed()
        .slice(0, input.limit)
        .map(plannedOf),
      total: held().filter((row) => isMeant(row, input.only)).length,
      upTo: held()[0]?.id ?? 0,
    })),
    approve: os.activity.approve.handler(({ input }) => ({ approved: settle(input.target), behind: 0 })),
    reject: os.activity.reject.handler(({ input }) => ({ rejected: settle(input.target) })),
  };
}

function isMeant({ what }: ActivityRow, only: readonly HoldKind[]): boolean {
  return only.length === 0 || only.some((kind) => what === kind || what === `crm-${kind}`);
}

/** Why and export over made-up rows. */
export function fakeWhy({ rows }: Pick<FakeControls, 'rows'>) {
  const steps = [
    {
      at: NOW - 3_600_000,
      event: 'replied',
      from: 'Cold' as const,
      to: 'Hot' as const,
      rule: 'Agreed to meet.',
    },
    { at: NOW - 90_000_000, event: 'assigned', from: null, to: 'Cold' as const, rule: 'Newly assigned.' },
  ];
  return {
    export: os.activity.export.handler(async function* ({ input }) {
      await Promise.resolve();
      yield `${input.format}:${rows().length}`;
    }),
    why: os.activity.why.handler(() => ({ answer: 'A reply was read as AgreedToMeet.', steps })),
    whyLead: os.activity.whyLead.handler(({ input }) => ({ answer: `Why the ${input.about}.`, steps })),
  };
}
