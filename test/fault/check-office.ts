import type { DumpedObject } from '#sandbox/control/dump.ts';
import type { SentMail } from '#sandbox/world/mail-types.ts';
import { contactOf, json, text, type Evidence, type Row } from './evidence.ts';
import type { Finding } from './finding.ts';

/** What the team did in the app happened, once, and nothing that it did not want. */
export function checkOffice(evidence: Evidence): readonly Finding[] {
  return [
    ...unapproved(evidence),
    ...personsMails(evidence),
    ...repeatedAnswers(evidence),
    ...repeatedNews(evidence),
    ...addedPeople(evidence),
    ...copies(evidence),
    ...ownersWritten(evidence),
    ...lostAccess(evidence),
  ];
}

const bare = (messageId: string): string => messageId.replace(/^<|>$/g, '');
const firstLine = (mail: SentMail): string => mail.text.split('\n')[0] ?? '';

/** A message of an assistant whose messages are reviewed leaves only after a person asked for it, as they left it. */
function unapproved({ mail, tables, ledger }: Evidence): readonly Finding[] {
  const reviewed = new Set(
    tables.writing_rules
      .filter((rules) => rules['review_first'] === 1)
      .map((rules) => text(rules, 'assistant_id')),
  );
  const rows = new Map(tables.mail.map((row) => [bare(text(row, 'message_id')), row]));
  return mail.sent.flatMap((sent): Finding[] => {
    const row = rows.get(bare(sent.messageId));
    if (row === undefined || row['step'] === null || !reviewed.has(text(row, 'assistant_id'))) return [];
    const ids = new Set(draftsOf(tables.draft, row).map((draft) => text(draft, 'id')));
    const deeds = ledger.drafts.filter(({ draftId }) => ids.has(draftId));
    const lastAsked = deeds.findLastIndex(({ what }) => what === 'approve');
    const named = `${sent.messageId} (lead ${row['lead_id']}, message ${row['step']})`;
    if (lastAsked === -1) return [{ kind: 'stray', sentence: `${named} left without an approval.` }];
    const after = deeds.slice(lastAsked + 1).filter(({ answer }) => answer === 'done');
    if (after.some(({ what }) => what === 'take-back' || what === 'reject'))
      return [{ kind: 'stray', sentence: `${named} left after its approval was taken back.` }];
    const words = deeds.findLast(({ what, answer }) => what === 'edit' && answer === 'done')?.words ?? null;
    if (words !== null && !sent.text.startsWith(words))
      return [{ kind: 'loss', sentence: `${named} left without the words of a person: ${words}` }];
    return [];
  });
}

function draftsOf(drafts: readonly Row[], mail: Row): readonly Row[] {
  return drafts.filter(
    (draft) =>
      draft['lead_id'] === mail['lead_id'] && draft['run'] === mail['run'] && draft['step'] === mail['step'],
  );
}

/** What a person wrote leaves once, and not after it was taken back; what was accepted is not forgotten. */
function personsMails({ mail, tables, ledger }: Evidence): readonly Finding[] {
  const left = mail.sent.map((sent) => ({
    id: bare(sent.messageId).split('@')[0] ?? '',
    line: firstLine(sent),
  }));
  const known = new Map(tables.mail.map((row) => [text(row, 'id'), text(row, 'status')]));
  const words = new Set(ledger.mails.map((deed) => deed.words));
  const twice = [...words].flatMap((each): Finding[] => {
    const times = left.filter(({ line }) => line === each).length;
    if (times < 2) return [];
    return [{ kind: 'duplicate', sentence: `The mail of a person (${each}) was sent ${times} times.` }];
  });
  const others = ledger.mails.flatMap(({ mailId, what, answer }): Finding[] => {
    if (answer === 'none') return [];
    const hasLeft = left.some(({ id }) => id === mailId);
    if (what === 'undo' && hasLeft)
      return [{ kind: 'stray', sentence: `The mail ${mailId} left after a person took it back.` }];
    if (what === 'send' && !known.has(mailId))
      return [{ kind: 'loss', sentence: `The mail ${mailId} of a person was accepted and forgotten.` }];
    return [];
  });
  return [...twice, ...others];
}

/** A mail that is no step of a schedule and no person's (a brochure) answers a mail once. */
function repeatedAnswers({ mail, tables }: Evidence): readonly Finding[] {
  const rows = new Map(tables.mail.map((row) => [bare(text(row, 'message_id')), row]));
  const seen = new Map<string, string>();
  return mail.sent.flatMap((sent): Finding[] => {
    const row = rows.get(bare(sent.messageId));
    if (row === undefined || row['step'] !== null || row['by_person'] === 1) return [];
    const answered = sent.inReplyTo ?? sent.messageId;
    const first = seen.get(answered);
    seen.set(answered, sent.messageId);
    if (first === undefined) return [];
    return [
      { kind: 'duplicate', sentence: `${answered} was answered by ${first} and by ${sent.messageId}.` },
    ];
  });
}

/** The same news of the same lead reach an address once, and every one that is due. */
function repeatedNews({ mail, tables, ledger }: Evidence): readonly Finding[] {
  const seen = new Set<string>();
  const twice = mail.sent.flatMap((sent): Finding[] => {
    if (!sent.to.some(({ address }) => ledger.told.includes(address))) return [];
    const key = `${sent.subject} ${/\/leads\/\S+/.exec(sent.text)?.[0] ?? sent.text}`;
    if (seen.has(key)) return [{ kind: 'duplicate', sentence: `A person was told twice: ${key}` }];
    seen.add(key);
    return [];
  });
  const left = new Set(mail.sent.map((sent) => bare(sent.messageId)));
  const unsent = tables.outbox.flatMap((row): Finding[] => {
    if (row['kind'] !== 'notice-mail' || row['status'] !== 'delivered') return [];
    const { messageId } = json(row, 'effect') as { messageId: string };
    if (left.has(bare(messageId))) return [];
    return [{ kind: 'loss', sentence: `The notice ${messageId} counts as sent and never left.` }];
  });
  return [...twice, ...unsent];
}

/** The program creates a contact only where a person asked for it, and one for an address. */
function addedPeople(evidence: Evidence): readonly Finding[] {
  const { dump, tables, ledger } = evidence;
  const asked = new Map(ledger.adds.map((deed) => [deed.address, deed]));
  const made = new Map<string, string>();
  const created = dump.objects.contacts.filter(isOurs).flatMap((contact): Finding[] => {
    const address = contact.history['email']?.at(-1)?.value ?? '';
    const named = `The contact ${contact.id} (${address})`;
    const deed = asked.get(address);
    if (deed === undefined) return [{ kind: 'foreign', sentence: `${named} was created unasked.` }];
    const first = made.get(address) ?? deed.recordId;
    made.set(address, contact.id);
    if (first === null) return [];
    return [{ kind: 'duplicate', sentence: `${named} was created beside ${first}.` }];
  });
  const states = tables.import_person.flatMap((person): Finding[] => {
    const named = `${text(person, 'email')} of the import ${text(person, 'import_id')}`;
    if (person['state'] === 'added' && contactOf(evidence, text(person, 'record_id')) === undefined)
      return [{ kind: 'loss', sentence: `${named} counts as added, and is not in the CRM.` }];
    if (person['state'] !== 'queued' || carries(tables.outbox, person)) return [];
    return [{ kind: 'stuck', sentence: `${named} waits, and nothing carries it into the CRM.` }];
  });
  const kept = new Set(tables.import_person.map((person) => text(person, 'email')));
  const lost = ledger.adds.flatMap(({ address, answer, by }): Finding[] => {
    if (answer === 'none' || typeof by !== 'string' || kept.has(address)) return [];
    return [{ kind: 'loss', sentence: `${address} was added by a person (${by}) and forgotten.` }];
  });
  return [...created, ...states, ...lost];
}

export function isOurs(contact: DumpedObject): boolean {
  return contact.values['hs_object_source'] === 'INTEGRATION';
}

function carries(outbox: readonly Row[], person: Row): boolean {
  return outbox.some((row) => {
    if (row['kind'] !== 'crm-add' || !['waiting', 'attention'].includes(text(row, 'status'))) return false;
    const { importId, row: nth } = json(row, 'effect') as { importId: string; row: number };
    return importId === person['import_id'] && nth === person['row'];
  });
}

/** A mail with an assistant in copy makes its lead and is acknowledged, once. */
function copies({ mail, tables, ledger }: Evidence): readonly Finding[] {
  return ledger.adds.flatMap(({ address, by }): Finding[] => {
    if (typeof by === 'string') return [];
    const times = mail.sent.filter(
      (sent) => sent.subject === `Re: ${by.subject}` && !toLead(sent, address),
    ).length;
    if (times > 1)
      return [{ kind: 'duplicate', sentence: `The mail “${by.subject}” was acknowledged ${times} times.` }];
    if (tables.import_person.some((person) => person['email'] === address)) return [];
    return [{ kind: 'loss', sentence: `The mail “${by.subject}” with an assistant in copy was not read.` }];
  });
}

function toLead(sent: SentMail, lead: string): boolean {
  return sent.to.some(({ address }) => address === lead);
}

/** The program gives a record to an assistant at most as often as people asked for it: nobody is fought over. */
function ownersWritten(evidence: Evidence): readonly Finding[] {
  const { dump, tables, ledger } = evidence;
  const assistants = new Set(tables.assistant_link.map((link) => text(link, 'owner_id')));
  const records = new Map(tables.lead.map((lead) => [text(lead, 'id'), text(lead, 'record_id')]));
  return dump.objects.contacts.flatMap((contact): Finding[] => {
    // A merged record has the histories of both, and what was asked of either.
    if (contact.values['hs_merged_object_ids'] !== undefined) return [];
    const written = givenByUs(contact, assistants);
    const presses = ledger.handOvers.filter(
      ({ leadId }) => contactOf(evidence, records.get(leadId) ?? '')?.id === contact.id,
    );
    const address = contact.history['email']?.at(-1)?.value ?? '';
    const adds = ledger.adds.filter((add) => add.address === address || add.recordId === contact.id);
    const most = presses.length + adds.length;
    if (written <= most) return [];
    return [
      {
        kind: 'duplicate',
        sentence: `The program gave contact ${contact.id} to an assistant ${written} times, asked for ${most} times.`,
      },
    ];
  });
}

/** How often the program made an assistant the owner. */
export function givenByUs(contact: DumpedObject, assistants: ReadonlySet<string>): number {
  return (contact.history['hubspot_owner_id'] ?? []).filter(
    (version) => assistants.has(version.value) && version.source.sourceType === 'INTEGRATION',
  ).length;
}

/** Whoever was let into the account still is: what the keychain holds is good, and the connection works. */
function lostAccess({ access, tables }: Evidence): readonly Finding[] {
  const how = access.byApp ? 'The access of the app' : 'The key';
  const findings: Finding[] = [];
  if (!access.isTaken)
    findings.push({ kind: 'loss', sentence: `${how} in the keychain is none that the account takes.` });
  for (const connection of tables.connection) {
    if (connection['status'] !== 'Active')
      findings.push({ kind: 'loss', sentence: `The connection ended ${text(connection, 'status')}.` });
  }
  return findings;
}
