import type { HumanMailKind } from '../../domain/human-mail/may-write.ts';
import type { Instant } from '../../domain/time.ts';
import type { MailAddress } from '../mailbox.ts';

/** What a person is writing to a lead through the assistant: one of a kind for each lead. */
export interface MailDraft {
  readonly leadId: string;
  readonly kind: HumanMailKind;
  /** The id of the mail that it becomes: sent once, whoever presses *Send* how often. */
  readonly id: string;
  /** The mail that is answered; null: none. */
  readonly answersMailId: string | null;
  readonly subject: string;
  /** The person's words alone, without signature and quoted mail. */
  readonly text: string;
  readonly cc: readonly MailAddress[];
  readonly at: Instant;
  readonly version: number;
}

/** What a person changed of one message to come, of one lead. It holds for this run of this schedule. */
export interface PlannedEdit {
  readonly leadId: string;
  readonly run: number;
  readonly step: number;
  readonly scheduleId: string;
  /** null: as it is composed. */
  readonly subject: string | null;
  readonly text: string | null;
  /** It is not sent; the next one follows after its gap. */
  readonly skipped: boolean;
  readonly at: Instant;
  readonly version: number;
}

/** As part of a change. Rows are written as read + 1 and refuse the change when the stored version moved. */
export interface HumanMailChange {
  readonly mailDrafts?: readonly MailDraft[];
  /** By the id of the mail that they become; one that is gone is passed over. */
  readonly removeMailDrafts?: readonly string[];
  readonly plannedEdits?: readonly PlannedEdit[];
  /** Refuses the change when it moved since it was read. */
  readonly removePlannedEdits?: readonly PlannedEdit[];
}

export interface HumanMailQueries {
  draft(leadId: string, kind: HumanMailKind): MailDraft | null;
  draftsOf(leadId: string): readonly MailDraft[];
  /** By step. */
  plannedEdits(leadId: string, run: number): readonly PlannedEdit[];
  plannedEdit(leadId: string, run: number, step: number): PlannedEdit | null;
}
