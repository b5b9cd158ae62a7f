import { substituteBy, turnAfter } from './domain/crm/hand-back-rule.ts';
import { absenceAt } from './domain/crm/owner-away.ts';
import type { HandBackFacts } from './domain/crm/previous-owner.ts';
import type { Effect } from './domain/leads/effect.ts';
import type { CrmUser } from './domain/leads/facts.ts';
import { localDay } from './domain/schedules/send-time.ts';
import type { Instant } from './domain/time.ts';
import type { Holidays } from './ports/holidays.ts';
import type { Connection } from './ports/store/rows.ts';
import type { Store } from './ports/store/store.ts';

/** Where the count of hand-backs by turn is kept. */
const turnKey = (connectionId: string): string => `hand-back-turn/${connectionId}`;

/** Who may get this record back now (domain.md section 1, assignment rules, and the connection's own rule). */
export function handBackFacts(
  { store, holidays }: { readonly store: Store; readonly holidays: Holidays },
  connection: Connection,
  about: {
    readonly previousOwner: CrmUser | null;
    readonly country: string;
    readonly timeZone: string | null;
    readonly now: Instant;
    /** Where absences are told as dates. */
    readonly zone: string;
    /** The count of turns, where some were taken that are not committed yet. */
    readonly turn?: number;
  },
): HandBackFacts {
  const { previousOwner, now } = about;
  const absences = store.sending.ownersAway(connection.id);
  const present = (ownerId: string): CrmUser | null => {
    const user = store.users.byId(connection.id, ownerId);
    return user?.active === true && absenceAt(absences, ownerId, now) === null ? user : null;
  };
  const substitute = substituteBy({
    rule: connection.handBackRule,
    fallbackOwner:
      connection.fallbackOwnerId === null
        ? null
        : store.users.byId(connection.id, connection.fallbackOwnerId),
    turn: about.turn ?? turnOf(store, connection.id),
    country:
      connection.handBackRule.kind === 'by-country'
        ? holidays.countryOf(about.country, about.timeZone)
        : null,
    present,
  });
  const away = previousOwner === null ? null : absenceAt(absences, previousOwner.id, now);
  return {
    previousOwner,
    previousOwnerAway:
      away === null
        ? null
        : {
            until: localDay(away.until, about.zone),
            deputy: away.deputyOwnerId === null ? null : present(away.deputyOwnerId),
          },
    fallbackOwner: substitute.owner,
    fallbackBy: substitute.by,
  };
}

/** Whose turn is next. */
export function turnOf(store: Store, connectionId: string): number {
  return Number(store.cursor(turnKey(connectionId)) ?? 0);
}

/** The turn after a decision, where one of its hand-backs was by turn; null: none was. */
export function turnTaken(connection: Connection, effects: readonly Effect[]): number | null {
  const isByTurn = effects.some(
    (effect) =>
      effect.kind === 'crm-note' &&
      'ownerNote' in effect.note &&
      'by' in effect.note.ownerNote &&
      effect.note.ownerNote.by === 'turn',
  );
  const owner = effects.find((effect) => effect.kind === 'crm-owner');
  return isByTurn && owner !== undefined && owner.ownerId !== null
    ? turnAfter(connection.handBackRule, owner.ownerId)
    : null;
}

/** The cursor that keeps the turn; part of the decision's commit. */
export function turnCursor(connectionId: string, turn: number | null): Record<string, string> {
  return turn === null ? {} : { [turnKey(connectionId)]: String(turn) };
}
