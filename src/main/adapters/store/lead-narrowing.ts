import { sql, type RawBuilder } from 'kysely';
import type { LeadFilter } from '#core/ports/store/store.ts';
import { needingNumbers } from './lead-needs.ts';
import { listOf } from './statements.ts';

/** A part of a filter that no facet counts, as a condition on a row of `lead`. */
interface Part {
  readonly condition: RawBuilder<unknown>;
  /** The index that finds its rows and holds their facet; absent: it is found by itself, or only tested. */
  readonly index?: string;
  /** Nearly all leads meet it: what does not is counted instead. */
  readonly lacks?: Part;
}

/** The parts of a filter that no facet counts. */
export interface Narrowing {
  readonly conditions: readonly RawBuilder<unknown>[];
  /** `FROM lead`, by the index that leaves the fewest rows to look at. */
  readonly from: RawBuilder<unknown>;
  /** Where all but the leads of this one narrowing are meant: that one. */
  readonly allBut: Narrowing | null;
}

/** What of a filter no facet counts; null: nothing. */
export function narrowing(filter: LeadFilter): Narrowing | null {
  const parts = partsOf(filter);
  return parts.length === 0 ? null : narrowingBy(parts);
}

function narrowingBy(parts: readonly Part[]): Narrowing {
  const [first, ...more] = parts;
  const lacks = more.length === 0 ? first?.lacks : undefined;
  const index = first?.index;
  return {
    conditions: parts.map((part) => part.condition),
    from: index === undefined ? sql`FROM lead` : sql`FROM lead INDEXED BY ${sql.raw(index)}`,
    allBut: lacks === undefined ? null : narrowingBy([lacks]),
  };
}

/** Those first that leave few leads: the first one finds the rows, the others are tested on them. */
function partsOf(filter: LeadFilter): readonly Part[] {
  const { need, tag, withoutTag, clicked, reasons, sentFrom, sentTo, paused } = filter;
  const isPaused: Part = { condition: sql`paused_until IS NOT NULL`, index: 'lead_paused_until' };
  const hasClicked: Part = { condition: sql`clicks > 0`, index: 'lead_clicked' };
  const parts: (Part | null)[] = [
    need === undefined ? null : { condition: sql`no IN (${needingNumbers(need)})` },
    paused === true ? isPaused : null,
    reasons === undefined || reasons.length === 0
      ? null
      : { condition: sql`reason IS NOT NULL AND reason IN ${listOf(reasons)}`, index: 'lead_by_reason' },
    tag === undefined ? null : { condition: sql`no IN (${tagged(tag)})` },
    clicked === true ? hasClicked : null,
    sentFrom === undefined && sentTo === undefined
      ? null
      : {
          condition: sql`next_step BETWEEN ${sentFrom ?? 0} AND ${sentTo ?? Number.MAX_SAFE_INTEGER}`,
          index: 'lead_by_step',
        },
    withoutTag === undefined
      ? null
      : {
          condition: sql`no NOT IN (${tagged(withoutTag)})`,
          lacks: { condition: sql`no IN (${tagged(withoutTag)})` },
        },
    clicked === false ? { condition: sql`clicks = 0`, lacks: hasClicked } : null,
    paused === false ? { condition: sql`paused_until IS NULL`, lacks: isPaused } : null,
  ];
  return parts.filter((part) => part !== null);
}

/** The row numbers of leads with this tag. */
function tagged(tag: string): RawBuilder<unknown> {
  return sql`SELECT lead.no FROM lead_tag CROSS JOIN lead ON lead.id = lead_tag.lead_id WHERE lead_tag.tag = ${tag}`;
}
