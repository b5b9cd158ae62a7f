import type { AddLookView, ImportRow, ImportView } from '#contract/imports.ts';
import { IMPORT_VERDICTS, PERSON_STATES } from '#contract/names.ts';
import type { CoreContext } from '../../context.ts';
import { callsNeeded } from '../../domain/import/calls-needed.ts';
import type { AddLook } from '../../flows/import/add-lead.ts';
import type { ImportPerson, LeadImport } from '../../ports/store/imports.ts';
import { LeadViews } from './lead-view.ts';

/** An import with its counts. */
export function importView(core: CoreContext, batch: LeadImport): ImportView {
  const { store } = core;
  const tally = store.imports.tally(batch.id);
  const sum = (fits: (each: (typeof tally)[number]) => boolean): number =>
    tally.reduce((total, each) => total + (fits(each) ? each.count : 0), 0);
  const verdicts = Object.fromEntries(
    IMPORT_VERDICTS.map((verdict) => [verdict, sum((each) => each.verdict === verdict)]),
  ) as ImportView['verdicts'];
  const isGoing = ({ verdict, state }: (typeof tally)[number]): boolean =>
    verdict === 'add' || verdict === 'assign' || state !== 'idle';
  const states = Object.fromEntries(
    PERSON_STATES.map((state) => [state, sum((each) => isGoing(each) && each.state === state)]),
  ) as ImportView['states'];
  const toGo = batch.target === 'leads' ? states.idle + states.queued : 0;
  return {
    id: batch.id,
    source: batch.source,
    target: batch.target,
    name: batch.name,
    format: batch.format,
    columns: [...batch.columns],
    mapping: { ...batch.mapping },
    status: batch.status,
    problem: batch.problem,
    connectionName: store.connections.byId(batch.connectionId ?? '')?.name ?? '',
    assistantName: store.assistants.byId(batch.assistantId ?? '')?.name ?? '',
    scheduleName: store.schedules.byId(batch.scheduleId ?? '')?.name ?? '',
    context: batch.context,
    createdAt: batch.createdAt,
    endedAt: batch.endedAt,
    total: sum(() => true),
    verdicts,
    states,
    toLookUp: batch.status === 'checking' ? store.imports.unlooked(batch.id) : 0,
    calls: { needed: callsNeeded(toGo), ...allowance(core, batch) },
  };
}

function allowance(core: CoreContext, batch: LeadImport): Pick<ImportView['calls'], 'perDay' | 'left'> {
  const day = core.crm.peek(batch.connectionId ?? '')?.budget().day ?? null;
  return { perDay: day?.max ?? null, left: day?.remaining ?? null };
}

export function importRow(person: ImportPerson): ImportRow {
  const { row, email, firstName, lastName, company, verdict, reason, state, leadId } = person;
  return { row, email, name: `${firstName} ${lastName}`.trim(), company, verdict, reason, state, leadId };
}

/** What adding would do, in a sentence. */
export function addLookView(core: CoreContext, connectionId: string, look: AddLook): AddLookView {
  const views = new LeadViews(core);
  const { verdict, recordId, ownerId, reason } = look;
  const connection = core.store.connections.byId(connectionId)?.name ?? 'the CRM';
  const back =
    ownerId === null
      ? 'It has no owner; whoever is set on CRM Details, Hand-back gets it in the end.'
      : `${views.userName(connectionId, ownerId)} has it now and gets it back in the end.`;
  const sentence =
    verdict === 'add'
      ? `${connection} has no contact with this address: one is created and assigned to the assistant.`
      : verdict === 'assign'
        ? `The contact is in ${connection} already and is assigned to the assistant. ${back}`
        : reason;
  return {
    verdict,
    sentence,
    recordUrl: recordId === null ? null : views.recordUrl(connectionId, recordId),
    possible: verdict === 'add' || verdict === 'assign',
  };
}
