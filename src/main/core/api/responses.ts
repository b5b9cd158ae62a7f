import type { ResponseRow } from '#contract/responses.ts';
import { applyCommand } from '../apply-event.ts';
import type { CoreContext } from '../context.ts';
import type { Response } from '../ports/store/responses.ts';
import { besideReplies } from './beside-replies.ts';
import { notFound, refused } from './failures.ts';
import { api } from './implement.ts';
import { responseView } from './views/response-view.ts';

const GONE = 'This response was erased.';

export const responseProcedures = {
  ...besideReplies,
  page: api.responses.page.handler(({ context: { core }, input }) => ({
    rows: core.context.store.responses
      .page(input.kind, input.after, input.limit)
      .flatMap((response) => responseView(core.context, response) ?? []),
  })),
  counts: api.responses.counts.handler(({ context: { core } }) => ({
    ...core.context.store.responses.counts(),
  })),
  settle: api.responses.settle.handler(({ context: { core }, input: { mailId, settled } }) => {
    known(core.context, mailId);
    core.context.store.commit(
      settled ? { settle: [{ mailId, at: core.context.clock.now() }] } : { unsettle: [mailId] },
    );
    core.context.push(['leads', 'attention']);
    return view(core.context, mailId);
  }),
  correct: api.responses.correct.handler(({ context: { core }, input: { mailId, intent } }) => {
    const { mail } = known(core.context, mailId);
    const command = { type: 'intent-corrected', mailId, intent, was: mail.intent } as const;
    const result = applyCommand(core.context, mail.leadId, command, {
      mails: [{ ...mail, intent, confidence: 1, words: [] }],
      settle: [{ mailId, at: core.context.clock.now() }],
    });
    if (result === null) throw notFound(GONE);
    if ('refused' in result) throw refused(result.because);
    return view(core.context, mailId);
  }),
};

function known(core: CoreContext, mailId: string): Response {
  const response = core.store.responses.byId(mailId);
  if (response === null) throw notFound(GONE);
  return response;
}

function view(core: CoreContext, mailId: string): ResponseRow {
  const row = responseView(core, known(core, mailId));
  if (row === null) throw notFound(GONE);
  return row;
}
