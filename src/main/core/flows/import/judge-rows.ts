import type { CoreContext } from '../../context.ts';
import { personOf } from '../../domain/import/columns.ts';
import {
  judgePerson,
  type Judgement,
  type NewPerson,
  type PersonFacts,
} from '../../domain/import/new-person.ts';
import { patternsAgainst, readPatterns } from '../../domain/leads/exclusions.ts';
import type { ImportPerson, LeadImport } from '../../ports/store/imports.ts';
import type { TableRow } from '../../ports/table-files.ts';

/** Decides what is to become of the rows of one file, one after the other: it remembers the addresses before. */
export class RowJudge {
  readonly #core: CoreContext;
  readonly #batch: LeadImport;
  readonly #rowOf = new Map<string, number>();
  /** What is excluded of the rows that are judged now. */
  #excluded: ReadonlySet<string> = new Set();

  constructor(core: CoreContext, batch: LeadImport) {
    this.#core = core;
    this.#batch = batch;
  }

  /** Judges some rows; what they fall under on the list *Never write to* is asked for at once. */
  async judge(rows: readonly TableRow[]): Promise<readonly ImportPerson[]> {
    const { mapping, target } = this.#batch;
    const addresses =
      target === 'leads'
        ? patternsAgainst(rows.map(({ cells }) => personOf(cells, mapping).email))
        : rows.flatMap(({ cells }) => readPatterns(cells[mapping.entry ?? -1] ?? '').patterns);
    this.#excluded = new Set(this.#core.store.sending.excludedAmong(addresses));
    const people: ImportPerson[] = [];
    for (const row of rows) people.push(await this.#judgeRow(row));
    return people;
  }

  async #judgeRow({ row, cells }: TableRow): Promise<ImportPerson> {
    const found =
      this.#batch.target === 'leads'
        ? await this.#judgeLead(row, personOf(cells, this.#batch.mapping))
        : this.#judgeEntry(row, cells);
    const { person, isErased, ...judgement } = found;
    return {
      // Nothing of an erased person is kept again.
      ...(isErased ? NOBODY : person),
      importId: this.#batch.id,
      row,
      cells: isErased ? [] : cells,
      ...judgement,
      looked: judgement.verdict !== 'add' || this.#batch.target !== 'leads',
      state: 'idle',
      recordId: null,
      leadId: null,
    };
  }

  async #judgeLead(row: number, person: NewPerson): Promise<Judged> {
    const isErased = person.email !== '' && wasErased(this.#core, person.email);
    const sameAsRow = this.#sameAs(person.email, row);
    const excluded = patternsAgainst([person.email]).find((pattern) => this.#excluded.has(pattern)) ?? null;
    return { person, isErased, ...(await judgeHere(this.#core, person, { sameAsRow, excluded })) };
  }

  #judgeEntry(row: number, cells: readonly string[]): Judged {
    const text = (cells[this.#batch.mapping.entry ?? -1] ?? '').trim();
    const { patterns } = readPatterns(text);
    const [pattern] = patterns;
    const person = { ...NOBODY, email: pattern ?? text.toLowerCase() };
    if (pattern === undefined || patterns.length > 1) {
      const reason = `"${text}" is neither an address such as ana@acme.com nor a domain such as acme.com.`;
      return { person, isErased: false, verdict: 'bad', reason };
    }
    const sameAsRow = this.#sameAs(pattern, row);
    if (sameAsRow !== null) {
      const reason = `The same stands in row ${sameAsRow}.`;
      return { person, isErased: false, verdict: 'duplicate', reason };
    }
    const isUnsubscribed = this.#batch.target === 'unsubscribed' && pattern.includes('@');
    if (isUnsubscribed ? this.#core.store.suppressions.has(pattern) : this.#excluded.has(pattern))
      return { person, isErased: false, verdict: 'excluded', reason: 'It is on the list already.' };
    return { person, isErased: false, verdict: 'add', reason: '' };
  }

  /** The row in which the address stood before; null: in none. */
  #sameAs(address: string, row: number): number | null {
    if (address === '') return null;
    const before = this.#rowOf.get(address) ?? null;
    if (before === null) this.#rowOf.set(address, row);
    return before;
  }
}

type Judged = Judgement & { readonly person: NewPerson; readonly isErased: boolean };

const NOBODY: NewPerson = { email: '', firstName: '', lastName: '', company: '', country: '', context: '' };

/** What is known here of a person, without asking the CRM. `excluded`: on the list *Never write to*. */
export async function judgeHere(
  core: CoreContext,
  person: Pick<NewPerson, 'email'>,
  seen: { readonly sameAsRow: number | null; readonly excluded: string | null },
): Promise<Judgement> {
  const { verdict } = await core.addressCheck.judge(person.email);
  const isUsable = verdict !== 'missing' && verdict !== 'invalid';
  return judgePerson(person, {
    ...knownOf(core, person),
    sameAsRow: seen.sameAsRow,
    excludedBy: seen.excluded,
    address: isUsable ? 'good' : verdict,
  });
}

/** Whether somebody works on a person, and whether they may be written to. */
export function knownOf(
  core: CoreContext,
  { email }: Pick<NewPerson, 'email'>,
): Pick<PersonFacts, 'leadOf' | 'suppressed'> {
  const { store } = core;
  const lead = store.leads
    .byAddress(email)
    .find(({ custody }) => custody === 'Held' || custody === 'HandingBack');
  return {
    leadOf: lead === undefined ? null : (store.assistants.byId(lead.assistantId)?.name ?? 'An assistant'),
    suppressed: store.suppressions.has(email) || wasErased(core, email),
  };
}

function wasErased({ store }: CoreContext, email: string): boolean {
  return store.people.isErased([email], { connectionId: '', recordId: '' });
}
