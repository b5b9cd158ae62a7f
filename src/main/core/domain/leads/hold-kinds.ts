import type { HoldKind } from '#contract/names.ts';
import type { EffectKind } from './effect.ts';

export { HOLD_KINDS } from '#contract/names.ts';
export type { HoldKind } from '#contract/names.ts';

const KINDS_OF: Readonly<Record<HoldKind, readonly EffectKind[]>> = {
  status: ['crm-status'],
  note: ['crm-note'],
  task: ['crm-task'],
  'email-log': ['crm-email'],
  owner: ['crm-owner', 'crm-add'],
  mail: ['mail', 'compose-mail'],
};

/** The kinds of effects that a choice in *Hold writes* stands for; nothing chosen: null, every kind. */
export function effectKindsOf(only: readonly HoldKind[]): readonly EffectKind[] | null {
  return only.length === 0 ? null : only.flatMap((each) => KINDS_OF[each]);
}

/** Whether an effect waits for approval where writes are held, and only these kinds of them. */
export function isHeldKind(only: readonly HoldKind[], kind: EffectKind): boolean {
  // The news of a failure waits for nobody.
  return kind !== 'notice-mail' && (effectKindsOf(only)?.includes(kind) ?? true);
}
