import { z } from 'zod';
import { HUMAN_MAIL_KINDS } from '#core/domain/human-mail/may-write.ts';
import type {
  HumanMailChange,
  HumanMailQueries,
  MailDraft,
  PlannedEdit,
} from '#core/ports/store/human-mail.ts';
import type { Row } from './schema.ts';
import { parametersFor, type Parameter, type Statements } from './statements.ts';
import { fromJson, toFlag, word } from './stored-values.ts';
import { Moved, type Writing } from './writing.ts';

const addresses = z.array(z.object({ address: z.string(), name: z.string() }));

type DraftKey = Pick<Row<'mail_draft'>, 'lead_id' | 'kind'>;
type EditKey = Pick<Row<'planned_edit'>, 'lead_id' | 'run' | 'step'>;

export function humanMailQueries(statements: Statements): HumanMailQueries {
  const draft = statements.one((q, p: Parameter<DraftKey>) =>
    q.selectFrom('mail_draft').selectAll().where('lead_id', '=', p('lead_id')).where('kind', '=', p('kind')),
  );
  const drafts = statements.all((q, p: Parameter<{ leadId: string }>) =>
    q.selectFrom('mail_draft').selectAll().where('lead_id', '=', p('leadId')),
  );
  const edits = statements.all((q, p: Parameter<{ leadId: string; run: number }>) =>
    q
      .selectFrom('planned_edit')
      .selectAll()
      .where('lead_id', '=', p('leadId'))
      .where('run', '=', p('run'))
      .orderBy('step'),
  );
  const edit = statements.one((q, p: Parameter<EditKey>) =>
    q
      .selectFrom('planned_edit')
      .selectAll()
      .where('lead_id', '=', p('lead_id'))
      .where('run', '=', p('run'))
      .where('step', '=', p('step')),
  );
  return {
    draft: (leadId, kind) => {
      const row = draft({ lead_id: leadId, kind });
      return row === undefined ? null : toDraft(row);
    },
    draftsOf: (leadId) => drafts({ leadId }).map(toDraft),
    plannedEdits: (leadId, run) => edits({ leadId, run }).map(toEdit),
    plannedEdit: (leadId, run, step) => {
      const row = edit({ lead_id: leadId, run, step });
      return row === undefined ? null : toEdit(row);
    },
  };
}

/** Writes drafts and edits; throws `Moved` where the stored version is another than the one read. */
export function humanMailWriter(statements: Statements, writing: Writing): (change: HumanMailChange) => void {
  const draftVersion = statements.one((q, p: Parameter<DraftKey>) =>
    q
      .selectFrom('mail_draft')
      .select('version')
      .where('lead_id', '=', p('lead_id'))
      .where('kind', '=', p('kind')),
  );
  const saveDraft = statements.run((q, p: Parameter<Row<'mail_draft'>>) =>
    q
      .replaceInto('mail_draft')
      .values(
        parametersFor(p, [
          'lead_id',
          'kind',
          'id',
          'answers_mail_id',
          'subject',
          'text',
          'cc',
          'at',
          'version',
        ]),
      ),
  );
  const removeDraft = statements.run((q, p: Parameter<{ id: string }>) =>
    q.deleteFrom('mail_draft').where('id', '=', p('id')),
  );
  const editVersion = statements.one((q, p: Parameter<EditKey>) =>
    q
      .selectFrom('planned_edit')
      .select('version')
      .where('lead_id', '=', p('lead_id'))
      .where('run', '=', p('run'))
      .where('step', '=', p('step')),
  );
  const saveEdit = statements.run((q, p: Parameter<Row<'planned_edit'>>) =>
    q
      .replaceInto('planned_edit')
      .values(
        parametersFor(p, [
          'lead_id',
          'run',
          'step',
          'schedule_id',
          'subject',
          'text',
          'skipped',
          'at',
          'version',
        ]),
      ),
  );
  const removeEdit = statements.run((q, p: Parameter<EditKey>) =>
    q
      .deleteFrom('planned_edit')
      .where('lead_id', '=', p('lead_id'))
      .where('run', '=', p('run'))
      .where('step', '=', p('step')),
  );
  const asRead = (edit: PlannedEdit): EditKey => {
    const key = { lead_id: edit.leadId, run: edit.run, step: edit.step };
    writing.at('planned_edit', `${edit.leadId}/${edit.step}`);
    if ((editVersion(key)?.version ?? 0) !== edit.version) {
      throw new Moved('planned_edit', `${edit.leadId}/${edit.step}`);
    }
    return key;
  };
  return (change) => {
    for (const draft of change.mailDrafts ?? []) {
      const key = { lead_id: draft.leadId, kind: draft.kind };
      writing.at('mail_draft', draft.leadId);
      if ((draftVersion(key)?.version ?? 0) !== draft.version) throw new Moved('mail_draft', draft.leadId);
      saveDraft({
        ...key,
        id: draft.id,
        answers_mail_id: draft.answersMailId,
        subject: draft.subject,
        text: draft.text,
        cc: JSON.stringify(draft.cc),
        at: draft.at,
        version: draft.version + 1,
      });
    }
    for (const id of change.removeMailDrafts ?? []) removeDraft({ id });
    for (const edit of change.plannedEdits ?? []) {
      saveEdit({
        ...asRead(edit),
        schedule_id: edit.scheduleId,
        subject: edit.subject,
        text: edit.text,
        skipped: toFlag(edit.skipped),
        at: edit.at,
        version: edit.version + 1,
      });
    }
    for (const edit of change.removePlannedEdits ?? []) removeEdit(asRead(edit));
  };
}

export function toDraft(row: Row<'mail_draft'>): MailDraft {
  const name = { table: 'mail_draft', id: row.lead_id };
  return {
    leadId: row.lead_id,
    kind: word(HUMAN_MAIL_KINDS, row.kind, name, 'kind'),
    id: row.id,
    answersMailId: row.answers_mail_id,
    subject: row.subject,
    text: row.text,
    cc: fromJson(addresses, row.cc, name, 'cc'),
    at: row.at,
    version: row.version,
  };
}

export function toEdit(row: Row<'planned_edit'>): PlannedEdit {
  return {
    leadId: row.lead_id,
    run: row.run,
    step: row.step,
    scheduleId: row.schedule_id,
    subject: row.subject,
    text: row.text,
    skipped: row.skipped === 1,
    at: row.at,
    version: row.version,
  };
}
