import { MOST_SHOWN, type LeadDraft } from '#contract/imports.ts';
import type { FieldProblem } from '#contract/common.ts';
import type { CoreContext } from '../context.ts';
import { decodeBase64 } from '../decode-base64.ts';
import { addLead, lookAtLead, whyNotAble, type LeadWish } from '../flows/import/add-lead.ts';
import { mapAnew, readFile } from '../flows/import/read-file.ts';
import { startImport, stopImport } from '../flows/import/start-stop.ts';
import type { LeadImport } from '../ports/store/imports.ts';
import { TableUnreadable } from '../ports/table-files.ts';
import { toText } from './export/to-text.ts';
import { invalid, notFound, refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';
import { leftOutTable } from './export/left-out-rows.ts';
import { openToWrite } from './open-connection.ts';
import { addLookView, importRow, importView } from './views/import-view.ts';
import { previewFor } from './views/lead-preview.ts';

const done = { done: true as const };
/** Imports that are listed. */
const LISTED = 50;

export const importProcedures = {
  look: api.imports.look.handler(async ({ context: { core }, input }) => {
    const { look } = await lookAt(core.context, input);
    return addLookView(core.context, input.connectionId, look);
  }),
  preview: api.imports.preview.handler(({ context: { core }, input }) => previewFor(core.context, input)),
  add: api.imports.add.handler(async ({ context: { core }, input }) => {
    const { wish, look } = await lookAt(core.context, input);
    if (look.verdict !== 'add' && look.verdict !== 'assign') {
      throw invalid([{ field: 'email', sentence: look.reason }]);
    }
    return { id: addLead(core.context, wish, look) };
  }),
  begin: api.imports.begin.handler(({ context: { core }, input }) => ({
    file: core.context.tables.begin(input.name),
  })),
  part: api.imports.part.handler(({ context: { core }, input }) =>
    inSentences(() => {
      core.context.tables.add(input.file, decodeBase64(input.base64));
      return done;
    }),
  ),
  drop: api.imports.drop.handler(({ context: { core }, input }) => {
    core.context.tables.drop(input.file);
    return done;
  }),
  read: api.imports.read.handler(async ({ context: { core }, input }) => {
    const { file, name, context, ...wanted } = input;
    if (wanted.target === 'leads') await refuseUnable(core.context, wanted);
    return inSentences(async () => ({
      id: await readFile(core.context, { id: file, name }, { ...wanted, context: context.trim() }),
    }));
  }),
  list: api.imports.list.handler(({ context: { core } }) =>
    core.context.store.imports.latest(LISTED).map((batch) => importView(core.context, batch)),
  ),
  get: api.imports.get.handler(({ context: { core }, input }) =>
    importView(core.context, known(core.context, input.id)),
  ),
  rows: api.imports.rows.handler(({ context: { core }, input }) => {
    const { id, verdicts, after } = input;
    const of = verdicts.length === 0 ? {} : { verdicts };
    const people = core.context.store.imports.people(id, of, after, MOST_SHOWN + 1);
    return { rows: people.slice(0, MOST_SHOWN).map(importRow), more: people.length > MOST_SHOWN };
  }),
  map: api.imports.map.handler(async ({ context: { core }, input }) => {
    const batch = known(core.context, input.id);
    if (batch.status !== 'checking' && batch.status !== 'checked') throw refused(ALREADY_STARTED);
    await mapAnew(core.context, batch, input.mapping);
    return done;
  }),
  start: api.imports.start.handler(async ({ context: { core }, input }) => {
    const batch = known(core.context, input.id);
    if (batch.status === 'checking') throw refused('The CRM is still being asked. Wait until it is done.');
    if (batch.status === 'running' || batch.status === 'done') throw refused(ALREADY_STARTED);
    if (batch.target === 'leads') await refuseUnable(core.context, batch);
    await startImport(core.context, batch);
    return done;
  }),
  stop: api.imports.stop.handler(({ context: { core }, input }) => {
    const batch = known(core.context, input.id);
    if (batch.status === 'running') stopImport(core.context, batch);
    return done;
  }),
  remove: api.imports.remove.handler(({ context: { core }, input }) => {
    const batch = known(core.context, input.id);
    if (batch.status === 'running') stopImport(core.context, batch);
    core.context.store.commit({ removeImports: [batch.id] });
    core.context.push(['imports', 'attention']);
    return done;
  }),
  leftOut: api.imports.leftOut.handler(async function* ({ context: { core }, input }) {
    yield* toText(leftOutTable(core.context, known(core.context, input.id)), 'csv');
  }),
};

const ALREADY_STARTED = 'This import was started already. Choose the file again to begin anew.';

function known(core: CoreContext, id: string): LeadImport {
  const batch = core.store.imports.byId(id);
  if (batch === null) throw notFound('This import was removed.');
  return batch;
}

/** Refuses where nothing can be given to the assistant now. */
async function refuseUnable(
  core: CoreContext,
  wanted: Pick<LeadImport, 'connectionId' | 'assistantId'>,
): Promise<void> {
  const { connectionId, assistantId } = wanted;
  const problems: FieldProblem[] = [];
  if (connectionId === null) problems.push({ field: 'connectionId', sentence: 'CRM: choose one.' });
  if (assistantId === null) problems.push({ field: 'assistantId', sentence: 'Assistant: choose one.' });
  if (connectionId === null || assistantId === null) throw invalid(problems);
  const { connection } = await openToWrite(core, connectionId);
  const because = whyNotAble(core, connection, assistantId);
  if (because !== null) throw refused(because);
}

/** The person of a form, and what adding them would do. */
async function lookAt(core: CoreContext, draft: LeadDraft) {
  refuseProblems(problemsOf(draft));
  await refuseUnable(core, draft);
  const { connection, gateway } = await openToWrite(core, draft.connectionId);
  const wish: LeadWish = {
    connectionId: draft.connectionId,
    assistantId: draft.assistantId,
    scheduleId: draft.scheduleId,
    email: draft.email.trim().toLowerCase(),
    firstName: oneLine(draft.firstName),
    lastName: oneLine(draft.lastName),
    company: oneLine(draft.company),
    country: oneLine(draft.country),
    context: oneLine(draft.context),
  };
  return { wish, look: await lookAtLead(core, connection, gateway, wish) };
}

function problemsOf(draft: LeadDraft): readonly FieldProblem[] {
  return draft.email.trim() === ''
    ? [{ field: 'email', sentence: 'E-mail address: enter the address of the person.' }]
    : [];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

async function inSentences<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TableUnreadable) throw refused(error.message);
    throw error;
  }
}
