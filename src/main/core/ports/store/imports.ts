import type {
  ImportSource,
  ImportStatus,
  ImportTarget,
  ImportVerdict,
  PersonState,
} from '#contract/names.ts';
import type { ColumnMapping } from '../../domain/import/columns.ts';
import type { NewPerson } from '../../domain/import/new-person.ts';
import type { Instant } from '../../domain/time.ts';

/** People who are to become leads, or addresses that are never to be written to, as they came in by hand. */
export interface LeadImport {
  readonly id: string;
  readonly source: ImportSource;
  readonly target: ImportTarget;
  /** null: a list of whom never to write to. */
  readonly connectionId: string | null;
  readonly assistantId: string | null;
  /** null: the assistant's own. */
  readonly scheduleId: string | null;
  /** For those who bring none of their own; "": the assistant's. */
  readonly context: string;
  /** The file, or who it comes from. */
  readonly name: string;
  /** What the file is: `UTF-8, separated by ;`. */
  readonly format: string;
  /** Names of the columns, or their letters. */
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
  readonly status: ImportStatus;
  /** Why it stands still, or asks: a sentence; "": it does not. */
  readonly problem: string;
  /** The mail it came from. */
  readonly thread: ImportThread | null;
  readonly createdAt: Instant;
  readonly endedAt: Instant | null;
}

/** A mail that counts as the first message to the people it went to. */
export interface ImportThread {
  readonly messageId: string;
  readonly references: readonly string[];
  readonly subject: string;
  readonly at: Instant;
  /** Who wrote it. */
  readonly from: string;
}

/** One of them, with what was decided and what became of it. */
export interface ImportPerson extends NewPerson {
  readonly importId: string;
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** As they stood in the file; empty where there is none. */
  readonly cells: readonly string[];
  readonly verdict: ImportVerdict;
  /** A sentence; "" where nothing is to be said. */
  readonly reason: string;
  /** The CRM was asked for the address. */
  readonly looked: boolean;
  readonly state: PersonState;
  readonly recordId: string | null;
  readonly leadId: string | null;
}

export interface ImportChange {
  /** New, or as it is now. */
  readonly imports?: readonly LeadImport[];
  readonly removeImports?: readonly string[];
  /** By import and row: new, or as it is now. */
  readonly importPeople?: readonly ImportPerson[];
}

export interface ImportQueries {
  byId(id: string): LeadImport | null;
  /** Newest first. */
  latest(limit: number): readonly LeadImport[];
  /** Being looked up in the CRM, or being added. */
  underWay(): readonly LeadImport[];
  person(importId: string, row: number): ImportPerson | null;
  /** In the order of the file, after a row; of one verdict, or of all. */
  people(
    importId: string,
    of: {
      readonly verdicts?: readonly ImportVerdict[];
      readonly state?: PersonState;
      readonly looked?: boolean;
    },
    after: number,
    limit: number,
  ): readonly ImportPerson[];
  /** How many there are of each verdict and state. */
  tally(
    importId: string,
  ): readonly { readonly verdict: ImportVerdict; readonly state: PersonState; readonly count: number }[];
  /** People of whom the CRM has yet to be asked. */
  unlooked(importId: string): number;
  /** Who is on the way into the CRM under one of these addresses and is no lead yet; the latest. */
  awaited(connectionId: string, addresses: readonly string[]): ImportPerson | null;
}
