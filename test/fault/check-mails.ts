import type { ReceivedMail, SentMail } from '#sandbox/world/mail-types.ts';
import { isHuman } from '#sandbox/world/mail-types.ts';
import { json, number, text, type Evidence, type Row } from './evidence.ts';
import type { Finding } from './finding.ts';

/** What a person may write without ending the follow-up: it goes on at a later date. */
const GOES_ON: readonly string[] = ['connect-later'];

/** No mail is sent twice, to a suppressed address, or after a human answer; none is lost on either way. */
export function checkMails(evidence: Evidence): readonly Finding[] {
  return [
    ...sentTwice(evidence),
    ...sentToSuppressed(evidence),
    ...sentAfterAnswer(evidence),
    ...unknownMails(evidence),
    ...unreadMails(evidence),
  ];
}

function sentTwice({ mail, tables }: Evidence): readonly Finding[] {
  const rows = new Map(tables.mail.map((row) => [bare(text(row, 'message_id')), row]));
  const ids = new Set<string>();
  const steps = new Map<string, string>();
  return mail.sent.flatMap((sent): Finding[] => {
    const id = bare(sent.messageId);
    if (ids.has(id)) return [{ kind: 'duplicate', sentence: `The mail ${id} was sent twice.` }];
    ids.add(id);
    const row = rows.get(id);
    if (row === undefined || row['step'] === null) return [];
    const step = `${row['lead_id']} run ${row['run']} step ${row['step']}`;
    const before = steps.get(step);
    steps.set(step, id);
    return before === undefined
      ? []
      : [{ kind: 'duplicate', sentence: `The lead ${step} was sent as ${before} and again as ${id}.` }];
  });
}

function sentToSuppressed({ mail, tables }: Evidence): readonly Finding[] {
  const since = new Map(tables.suppression.map((row) => [text(row, 'address'), number(row, 'at')]));
  return mail.sent.flatMap((sent) =>
    sent.to.flatMap(({ address }): Finding[] => {
      const wrote = mail.received.find(
        (received) =>
          received.kind === 'unsubscribe' && isFrom(received, address) && isBefore(received, sent),
      );
      const at = since.get(address.toLowerCase());
      // The moment of a suppression is told by the program's own clock, which may be off: only a day counts.
      const late = at !== undefined && Date.parse(sent.acceptedAt) > at + 48 * 3_600_000;
      if (wrote === undefined && !late) return [];
      return [
        { kind: 'stray', sentence: `${sent.messageId} went to ${address}, who must not be written to.` },
      ];
    }),
  );
}

/** A human answer stops the follow-up at once, until a person starts it again. */
function sentAfterAnswer({ mail, tables }: Evidence): readonly Finding[] {
  const rows = new Map(tables.mail.map((row) => [bare(text(row, 'message_id')), row]));
  return mail.sent.flatMap((sent): Finding[] => {
    const row = rows.get(bare(sent.messageId));
    if (row === undefined || row['step'] === null) return [];
    const answer = mail.received.find(
      (received) =>
        received.kind !== null &&
        isHuman(received.kind) &&
        !GOES_ON.includes(received.kind) &&
        sent.to.some(({ address }) => isFrom(received, address)) &&
        isBefore(received, sent),
    );
    if (answer === undefined || startedAgain(tables.journal, row, answer.receivedAt)) return [];
    const known = tables.mail.find((each) => bare(text(each, 'message_id')) === bare(answer.messageId));
    if (known !== undefined && becameOneLater(tables.journal, known, row)) return [];
    return [
      {
        kind: 'stray',
        sentence: `${sent.messageId} of ${sent.acceptedAt} went out after the answer (${answer.kind}) of ${answer.receivedAt}, which was read as ${known?.['intent'] ?? 'nothing'}.`,
      },
    ];
  });
}

/** The run of the message began after the answer: a person pressed a button or gave the record again. */
function startedAgain(journal: readonly Row[], mail: Row, answeredAt: string): boolean {
  const starts = ['assigned', 'restart-pressed', 'continue-pressed', 'marked', 'assistant-chosen'];
  const answered = Date.parse(answeredAt);
  return journal.some(
    (entry) =>
      entry['lead_id'] === mail['lead_id'] &&
      starts.includes(text(entry, 'event')) &&
      number(entry, 'at') >= answered - 48 * 3_600_000 &&
      (number(entry, 'no') > positionOfAnswer(journal, mail, answeredAt) || number(entry, 'at') > answered),
  );
}

/** The answer was another lead's, whose record a person merged with this one only afterwards. */
function becameOneLater(journal: readonly Row[], answer: Row, mail: Row): boolean {
  if (answer['lead_id'] === mail['lead_id']) return false;
  const answered = journal.find(
    (entry) => entry['lead_id'] === answer['lead_id'] && entry['event'] === 'handed-back',
  );
  return (
    answered !== undefined &&
    journal.some(
      (entry) =>
        entry['event'] === 'record-merged' &&
        entry['lead_id'] === mail['lead_id'] &&
        number(entry, 'no') > number(answered, 'no'),
    )
  );
}

function positionOfAnswer(journal: readonly Row[], mail: Row, answeredAt: string): number {
  const entry = journal.find(
    (each) =>
      each['lead_id'] === mail['lead_id'] &&
      each['event'] === 'replied' &&
      number(each, 'at') === Date.parse(answeredAt),
  );
  return entry === undefined ? Number.POSITIVE_INFINITY : number(entry, 'no');
}

/** Every mail that left is known as sent, and every one known as sent left. */
function unknownMails({ mail, tables }: Evidence): readonly Finding[] {
  const rows = new Map(tables.mail.map((row) => [bare(text(row, 'message_id')), row]));
  const notices = new Map(
    tables.outbox
      .filter((row) => row['kind'] === 'notice-mail')
      .map((row) => [bare((json(row, 'effect') as { messageId: string }).messageId), row['status']]),
  );
  const sent = new Set(mail.sent.map((each) => bare(each.messageId)));
  const unknown = mail.sent.flatMap((each): Finding[] => {
    const id = bare(each.messageId);
    const status = rows.get(id)?.['status'] ?? notices.get(id);
    if (status === 'sent' || status === 'delivered') return [];
    return [
      { kind: 'loss', sentence: `${each.messageId} was sent, and is known as ${status ?? 'nothing'}.` },
    ];
  });
  const claimed = tables.mail
    .filter((row) => row['status'] === 'sent' && !sent.has(bare(text(row, 'message_id'))))
    .map((row): Finding => ({
      kind: 'loss',
      sentence: `${text(row, 'message_id')} counts as sent and never left.`,
    }));
  return [...unknown, ...claimed];
}

/** Every answer of a prospect to a lead was read, once. */
function unreadMails({ mail, tables }: Evidence): readonly Finding[] {
  const known = new Map<string, number>();
  for (const row of tables.mail.filter((each) => each['direction'] === 'incoming')) {
    const id = bare(text(row, 'message_id'));
    known.set(id, (known.get(id) ?? 0) + 1);
  }
  const prospects = new Set(tables.lead.flatMap((lead) => json(lead, 'addresses') as string[]));
  return mail.received.flatMap((received): Finding[] => {
    if (received.prospect === null || !prospects.has(received.prospect)) return [];
    const times = known.get(bare(received.messageId)) ?? 0;
    if (times === 1) return [];
    const kind = times === 0 ? 'loss' : 'duplicate';
    return [
      { kind, sentence: `The answer ${received.messageId} (${received.kind}) was read ${times} times.` },
    ];
  });
}

function isFrom(received: ReceivedMail, address: string): boolean {
  return received.prospect === address.toLowerCase();
}

function isBefore(received: ReceivedMail, sent: SentMail): boolean {
  return Date.parse(received.receivedAt) < Date.parse(sent.acceptedAt);
}

function bare(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}
