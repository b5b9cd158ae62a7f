import { activityTable } from './export/export-rows.ts';
import { toText } from './export/to-text.ts';
import { notFound } from './failures.ts';
import { api } from './implement.ts';
import { whyLead, whyWrite } from './views/why-view.ts';

/** *Why* and the export, parts of *activity*. */
export const whyProcedures = {
  export: api.activity.export.handler(({ context: { core }, input }) =>
    toText(activityTable(core.context, input.filter), input.format),
  ),
  why: api.activity.why.handler(({ context: { core }, input }) => {
    const row = core.context.store.outbox.byId(input.id);
    if (row === null) throw notFound('This write is no longer in Activity.');
    return whyWrite(core.context, row);
  }),
  whyLead: api.activity.whyLead.handler(({ context: { core }, input }) => {
    const lead = core.context.store.leads.byId(input.leadId);
    if (lead === null) throw notFound('This lead is not here any more.');
    return whyLead(core.context, lead, input.about);
  }),
};
