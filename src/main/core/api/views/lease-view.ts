import type { ConnectionView, LeaseView } from '#contract/connections.ts';
import type { CoreContext } from '../../context.ts';
import type { Connection } from '../../ports/store/rows.ts';

/** Which machine works on the account; null: read-only, not Active, or not asked yet. */
export function leaseView(core: CoreContext, connection: Connection): ConnectionView['lease'] {
  if (connection.readOnly || connection.status !== 'Active') return null;
  const state = core.leases.state(connection.id);
  const view = (kind: LeaseView['state'], more: Partial<LeaseView> = {}): LeaseView => ({
    state: kind,
    machine: '',
    since: null,
    seenAt: null,
    startsAt: null,
    remark: '',
    ...more,
  });
  switch (state.kind) {
    case 'unknown':
      return null;
    case 'working':
      return view('working', { machine: core.leases.me.name, since: state.since });
    case 'claiming':
      return view('taking-over', {
        machine: state.over?.machine ?? '',
        since: state.over?.since ?? null,
        startsAt: state.writtenAt.wall + core.leases.times.settle,
      });
    case 'standing-by':
      return view('standing-by', {
        machine: state.words?.machine ?? '',
        since: state.words?.since ?? null,
        seenAt: state.changedAt.wall,
      });
    case 'unguarded':
      return view('unguarded', {
        remark: `Whether another machine works on this account cannot be told: ${state.because}`,
      });
  }
}
