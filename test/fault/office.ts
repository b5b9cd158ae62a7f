import type { Owner } from '#sandbox/portal/model.ts';
import type { Random } from '#sandbox/world/random.ts';
import type { FaultWorld } from './fault-world.ts';
import { answered } from './ledger.ts';
import type { KillPlan } from './protocol.ts';

const SECOND = 1_000;
/** Words of which every mail or draft has its own. */
const wordsOf = (nth: number): string => `Word ${nth} of a person.`;

interface OneDraft {
  readonly id: string;
  readonly version: number;
  readonly isSubjectFixed: boolean;
  readonly subject: string;
  readonly text: string;
}
interface Written {
  readonly draftId: string;
  readonly because: string | null;
  readonly [field: string]: unknown;
}

/** The team at its screens: it approves drafts, writes mails, adds leads and hands them to another assistant. */
export class Office {
  readonly #world: FaultWorld;
  readonly #random: Random;
  readonly #imports = new Set<string>();
  #count = 0;

  constructor(world: FaultWorld, random: Random) {
    this.#world = world;
    this.#random = random;
  }

  /** As a user sets the app up: one assistant's messages are reviewed, and news come by mail. */
  async setUp(): Promise<void> {
    const assistantId = this.#world.assistantIds[1] ?? '';
    const rules = (await this.#world.press('drafts.writing', { assistantId })) as { version: number };
    await this.#world.press('drafts.setWriting', {
      assistantId,
      version: rules.version,
      reviewFirst: true,
      byModel: false,
      whenRefused: 'template',
      waiting: null,
    });
    const view = (await this.#world.press('notices.get', undefined)) as {
      rows: Record<string, { app: boolean; me: boolean; copyTo: string[] }>;
    };
    const rows = Object.fromEntries(
      Object.entries(view.rows).map(([key, row]) => [key, { ...row, me: true }]),
    );
    // Somebody to whom nothing else goes.
    const me = this.#colleagues().at(-1)?.email ?? '';
    this.#world.ledger.told.push(me);
    await this.#world.press('notices.save', { ...view, me, rows });
  }

  /** One of the things that people do in the app; the program may be killed meanwhile. */
  async work(killed: () => KillPlan | null): Promise<void> {
    const kill = this.#random.chance(0.4) ? killed() : null;
    const choice = this.#random.next();
    if (choice < 0.4) await this.review(kill);
    else if (choice < 0.65) await this.#write(kill);
    else if (choice < 0.72) await this.#addByForm(kill);
    else if (choice < 0.8) await this.#addByFile(kill);
    else if (choice < 0.86) this.#writeInCopy();
    else await this.#handOver(kill);
  }

  /** Each of them once, when nothing fails any more: whatever the days brought, no life is without them. */
  async workOnce(): Promise<void> {
    for (const { id } of (await this.#world.leads()).slice(0, 20)) {
      if ((await this.#send(id, 'reply', wordsOf((this.#count += 1)), null)) !== null) break;
    }
    await this.#addByForm(null);
    await this.#addByFile(null);
    await this.#addByFile(null);
    this.#writeInCopy();
    await this.#handOver(null);
  }

  /** Most of the drafts that wait are approved, some changed first, some left out, some taken back again. */
  async review(kill: KillPlan | null = null): Promise<void> {
    const { ledger } = this.#world;
    const rows = await this.#drafts('waiting');
    const chosen: OneDraft[] = [];
    for (const draft of rows) {
      const choice = this.#random.next();
      if (choice < 0.1) await this.#reject(draft);
      else if (choice < 0.3) chosen.push(...(await this.#edit(draft)));
      else if (choice < 0.9) chosen.push(draft);
    }
    if (chosen.length > 0) {
      const drafts = chosen.map(({ id, version }) => ({ id, version }));
      // Asked for: from here on it may leave, whatever the answer.
      const answer = answered(await this.#world.press('drafts.approve', { drafts }, kill));
      for (const { id } of chosen) ledger.drafts.push({ draftId: id, what: 'approve', words: null, answer });
    }
    if (this.#random.chance(0.3)) await this.#takeBack();
  }

  async #drafts(kind: 'waiting' | 'approved'): Promise<readonly OneDraft[]> {
    const page = await this.#world.press('drafts.page', { kind, after: null, limit: 200 });
    return (page as { rows: OneDraft[] } | null)?.rows ?? [];
  }

  async #edit({ id, version, subject }: OneDraft): Promise<readonly OneDraft[]> {
    const words = wordsOf((this.#count += 1));
    const text = `${words}\n\nHello, a short question.`;
    const view = await this.#world.press('drafts.edit', { id, version, subject, text });
    this.#world.ledger.drafts.push({ draftId: id, what: 'edit', words, answer: answered(view) });
    return view === null ? [] : [view as OneDraft];
  }

  async #reject({ id, version }: OneDraft): Promise<void> {
    const what = this.#random.chance(0.7) ? 'skip' : 'stop';
    const answer = answered(await this.#world.press('drafts.reject', { id, version, what }));
    this.#world.ledger.drafts.push({ draftId: id, what: 'reject', words: null, answer });
  }

  async #takeBack(): Promise<void> {
    const approved = await this.#drafts('approved');
    if (approved.length === 0) return;
    const { id, version } = this.#random.pick(approved);
    const answer = answered(await this.#world.press('drafts.takeBack', { id, version }));
    this.#world.ledger.drafts.push({ draftId: id, what: 'take-back', words: null, answer });
  }

  /** A person writes to a lead: pressed twice where no answer came, taken back now and then, and sent again. */
  async #write(kill: KillPlan | null): Promise<void> {
    const leadId = await this.#lead();
    if (leadId === null) return;
    const kind = this.#random.chance(0.75) ? 'reply' : 'introduce';
    const words = wordsOf((this.#count += 1));
    const mailId = await this.#send(leadId, kind, words, kill);
    if (mailId === null || this.#random.chance(0.5)) return;
    this.#world.pass(this.#random.between(0, 45) * SECOND);
    if (this.#random.chance(0.3)) await this.#world.cutPower();
    const undoKill = this.#random.chance(0.3) ? ({ point: 'decide:committed', nth: 1 } as const) : null;
    const undone = answered(await this.#world.press('humanMail.undo', { mailId }, undoKill));
    this.#world.ledger.mails.push({ mailId, leadId, what: 'undo', words, answer: undone });
    if (undone === 'done' && this.#random.chance(0.5)) await this.#send(leadId, kind, words, null);
  }

  /** The mail's id; null: it was refused. */
  async #send(leadId: string, kind: string, words: string, kill: KillPlan | null): Promise<string | null> {
    const composer = await this.#world.press('humanMail.open', { leadId, kind, mailId: null });
    if (composer === null || (composer as Written).because !== null) return null;
    const { draftId, version, answersMailId, subject } = composer as Written;
    const text = `${words}\n\nIt costs 40 euros a seat.`;
    const cc = kind === 'introduce' ? [{ name: 'A colleague', address: 'colleague@team.example' }] : [];
    const mail = { leadId, kind, draftId, version, answersMailId, subject, text, cc };
    for (const end of [kill, null]) {
      const sent = await this.#world.press('humanMail.send', mail, end);
      this.#world.ledger.mails.push({ mailId: draftId, leadId, what: 'send', words, answer: answered(sent) });
      // Pressed once more now and then, whatever the answer was.
      if (this.#random.chance(0.6)) break;
    }
    return draftId;
  }

  async #addByForm(kill: KillPlan | null): Promise<void> {
    const { address, recordId } = this.#somebody();
    const person = { email: address, firstName: 'Ana', lastName: 'Dias', company: 'Bikes', country: '' };
    const wish = { ...this.#for(), ...person, scheduleId: null, context: '' };
    const plans = kill === null || this.#random.chance(0.4) ? [kill] : [kill, null];
    for (const plan of plans) {
      const answer = answered(await this.#world.press('imports.add', wish, plan));
      this.#world.ledger.adds.push({ address, by: 'form', recordId, answer });
    }
  }

  /** A file of some people, one of them twice; it is started once its report is there. */
  async #addByFile(kill: KillPlan | null): Promise<void> {
    for (const id of this.#imports) {
      if (answered(await this.#world.press('imports.start', { id }, kill)) === 'done')
        this.#imports.delete(id);
    }
    if (this.#imports.size > 0) return;
    const people = Array.from({ length: this.#random.between(2, 5) }, () => this.#somebody());
    const lines = [...people, ...people.slice(0, 1)].map(({ address }) => `${address},Ana Dias,Bikes`);
    const base64 = Buffer.from(`email,name,company\n${lines.join('\n')}\n`).toString('base64');
    const begun = (await this.#world.press('imports.begin', { name: 'people.csv' })) as {
      file: string;
    } | null;
    if (begun === null || (await this.#world.press('imports.part', { ...begun, base64 })) === null) return;
    const of = { name: 'people.csv', target: 'leads', scheduleId: null, context: '' };
    const read = await this.#world.press('imports.read', { ...begun, ...of, ...this.#for() }, kill);
    const answer = answered(read);
    for (const { address, recordId } of people)
      this.#world.ledger.adds.push({ address, by: 'file', recordId, answer });
    if (read !== null) this.#imports.add((read as { id: string }).id);
  }

  /** A colleague writes to somebody new, with an assistant in copy. */
  #writeInCopy(): void {
    const { sandbox, ledger } = this.#world;
    const { address, recordId } = this.#somebody();
    const from = this.#colleague();
    if (from === undefined) return;
    const mailbox = this.#world.mailboxOf(0);
    const domain = from.email.split('@')[1] ?? '';
    const subject = `Bells ${(this.#count += 1)}`;
    sandbox.mail.deliver({
      mailbox,
      from: { address: from.email, name: 'A colleague' },
      subject,
      text: 'Hello Ana, shall we talk about bells?',
      messageId: `<copy.${this.#count}@team.example>`,
      headers: {
        to: `Ana Dias <${address}>`,
        cc: `Rosie <${mailbox}>`,
        'authentication-results': `mx.google.com; dmarc=pass header.from=${domain}`,
      },
    });
    ledger.adds.push({ address, by: { subject }, recordId, answer: 'done' });
  }

  /** Another assistant goes on with a lead; now and then she gives it back at once. */
  async #handOver(kill: KillPlan | null): Promise<void> {
    const leadId = await this.#lead();
    if (leadId === null) return;
    const [first = '', second = ''] = this.#world.assistantIds;
    const to = this.#random.chance(0.5) ? [first, second] : [second, first];
    const target = { kind: 'ids', ids: [leadId] };
    for (const assistantId of this.#random.chance(0.3) ? to : to.slice(0, 1)) {
      const action = this.#random.chance(0.8) ? ('change-assistant' as const) : ('restart' as const);
      const wish = { action, target, scheduleId: null, assistantId };
      const answer = answered(await this.#world.press('leads.act', wish, kill));
      this.#world.ledger.handOvers.push({ leadId, action, answer });
    }
  }

  /** Whom nobody knows here yet; now and then the CRM has the contact, with somebody of the team. */
  #somebody(): { readonly address: string; readonly recordId: string | null } {
    const nth = (this.#count += 1);
    const address = `added${nth}@firm${nth}.example`;
    if (this.#random.chance(0.7)) return { address, recordId: null };
    const { control } = this.#world.sandbox;
    const owner = this.#colleague();
    const values = { email: address, firstname: 'Ana', lastname: 'Dias', hubspot_owner_id: owner?.id ?? '' };
    return { address, recordId: control.person.createRecord('contacts', values) };
  }

  #for(): { readonly connectionId: string; readonly assistantId: string } {
    const { connectionId, assistantIds } = this.#world;
    return { connectionId, assistantId: this.#random.pick(assistantIds) };
  }

  #colleague(): Owner | undefined {
    return this.#colleagues()[0];
  }

  #colleagues(): readonly Owner[] {
    const owners = [...this.#world.sandbox.portal.owners.values()];
    return owners.filter((owner) => !owner.archived && !owner.email.endsWith('@demo.example'));
  }

  async #lead(): Promise<string | null> {
    const rows = await this.#world.leads();
    return rows.length === 0 ? null : this.#random.pick(rows).id;
  }
}
