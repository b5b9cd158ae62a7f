import type { Change, CommitResult } from '#core/ports/store/change.ts';
import { auditWriter } from './audit-table.ts';
import { authorisationWriter } from './authorisation-table.ts';
import type { Facets, LeadFacetParts, OutboxFacetParts } from './facets.ts';
import { humanMailWriter } from './human-mail-tables.ts';
import { importWriter } from './import-tables.ts';
import { draftWriter } from './draft-tables.ts';
import { leadPlan } from './lead-plan.ts';
import { mailboxWriter } from './mailbox-table.ts';
import type { Remembered } from './remembered.ts';
import { proposalWriter } from './proposal-tables.ts';
import { remarkWriter } from './remark-tables.ts';
import { responseWriter } from './response-tables.ts';
import { sendingWriter } from './sending-tables.ts';
import type { Statements } from './statements.ts';
import { strayWriter } from './stray-tables.ts';
import { teachingWriter } from './teaching-tables.ts';
import { toldWriter } from './told-tables.ts';
import { healthWriter } from './write-health.ts';
import { historyWriter } from './write-history.ts';
import { leadWriter } from './write-leads.ts';
import { outboxWriter } from './write-outbox.ts';
import { settingsWriter } from './write-settings.ts';
import { Moved, Writing } from './writing.ts';

/**
 * Writes a change in one transaction, or nothing of it: `ok: false` when a versioned row moved, a second mail
 * for the same step or the same incoming mail twice. Throws `RowRefused` for a row that cannot be (a lead of an
 * unknown connection).
 */
export function createCommit(
  statements: Statements,
  leadFacets: Facets<LeadFacetParts>,
  outboxFacets: Facets<OutboxFacetParts>,
  remembered: Remembered,
): (change: Change) => CommitResult {
  const writing = new Writing();
  const plan = leadPlan(statements);
  const settings = settingsWriter(statements, writing);
  const mailboxes = mailboxWriter(statements, writing);
  const writeLeads = leadWriter(statements, leadFacets, plan, writing);
  const history = historyWriter(statements, writing);
  const writeAuthorisations = authorisationWriter(statements, writing);
  const writeAudit = auditWriter(statements, writing);
  const writeHealth = healthWriter(statements, writing);
  const writeRemarks = remarkWriter(statements, writing);
  const writeResponses = responseWriter(statements, writing);
  const writeTeaching = teachingWriter(statements, writing);
  const writeProposals = proposalWriter(statements, writing);
  const writeStrays = strayWriter(statements, writing);
  const writeTold = toldWriter(statements, writing);
  const writeSending = sendingWriter(statements, writing);
  const writeDrafts = draftWriter(statements, writing);
  const writeImports = importWriter(statements, writing);
  const writeHumanMail = humanMailWriter(statements, writing);
  const outbox = outboxWriter(statements, outboxFacets, writing);

  // Parents before what refers to them; removals last, so that they take along what this change still wrote.
  const write = statements.db.transaction((change: Change): void => {
    settings.connections(change.connections ?? []);
    writeAuthorisations(change);
    settings.assistants(change.assistants ?? []);
    writeAudit(change);
    mailboxes.save(change.mailboxes ?? []);
    settings.schedules(change.schedules ?? []);
    settings.links(change.links ?? []);
    settings.users(change.users?.users ?? []);
    writeLeads(change.leads ?? []);
    writeHealth(change);
    writeSending(change);
    writeResponses(change);
    writeImports(change);
    writeTeaching(change);
    writeProposals(change);
    writeStrays(change);
    writeTold(change);
    writeRemarks(change);
    history.journal(change.journal ?? []);
    history.mails(change.mails ?? []);
    writeHumanMail(change);
    history.seen(change.seen ?? []);
    history.suppress(change.suppress ?? []);
    history.cursors(change.cursors ?? {});
    history.notices(change.notices ?? []);
    writeDrafts(change);
    outbox.queue(change.outbox ?? []);
    outbox.settle(change.settlements ?? []);
    leadFacets.write();
    plan.write();
    outboxFacets.write();
    mailboxes.remove(change.removeMailboxes ?? []);
    settings.removeAssistants(change.removeAssistants ?? []);
    settings.removeConnections(change.removeConnections ?? []);
  });

  return (change) => {
    try {
      write.immediate(change);
      return { ok: true };
    } catch (error) {
      leadFacets.forget();
      outboxFacets.forget();
      plan.forget();
      if (error instanceof Moved) return { ok: false, moved: { table: error.table, id: error.id } };
      throw writing.explain(error);
    } finally {
      remembered.after(change);
    }
  };
}
