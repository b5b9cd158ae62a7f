import type { NoticeEvent } from '../../domain/notices/notice-events.ts';
import type { Instant } from '../../domain/time.ts';

/** Something that people are told of by mail. */
export interface ToldNotice {
  /** What happened once is told once. */
  readonly key: string;
  readonly event: NoticeEvent;
  readonly connectionId: string;
  readonly leadId: string | null;
  readonly text: string;
  readonly at: Instant;
}

export interface ToldChange {
  readonly told?: readonly ToldNotice[];
  /** They are in the outbox, or nobody is to hear of them any more. */
  readonly mailed?: readonly { readonly key: string; readonly at: Instant }[];
}

export interface ToldQueries {
  /** When this was last told of the lead; null: never. */
  lastOf(leadId: string, event: NoticeEvent): Instant | null;
  /** Not mailed yet, of one connection, oldest first. */
  waiting(connectionId: string, limit: number): readonly ToldNotice[];
  /** Connections with something that is not mailed yet, and since when. */
  waitingSince(): readonly {
    readonly connectionId: string;
    readonly since: Instant;
    readonly count: number;
  }[];
}
