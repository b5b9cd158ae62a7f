import type { FieldProblem } from '#contract/common.ts';
import type { Core } from '../core.ts';
import type { CoreContext } from '../context.ts';
import { NotOursToMend, mendField } from '../flows/field-setup/mend-field.ts';
import { acceptField, keepFieldWatch } from '../flows/field-setup/watch-fields.ts';
import { answerInterrupted } from '../flows/health/interrupted.ts';
import { tryAgain } from '../flows/health/reconnect.ts';
import { refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';
import { knownConnection, openToWrite, openConnection } from './open-connection.ts';
import {
  adminsView,
  differenceViews,
  interruptedViews,
  ruleViews,
  sourceViews,
} from './views/health-view.ts';
import { leadName } from './views/lead-view.ts';

export const healthProcedures = {
  admins: api.health.admins.handler(({ context: { core } }) => adminsView(core.context)),
  setAdmins: api.health.setAdmins.handler(({ context: { core }, input }) => {
    const addresses = input.addresses.map((address) => address.trim()).filter((address) => address !== '');
    refuseProblems(addresses.flatMap(problemOf));
    core.context.store.commit({ admins: [...new Set(addresses.map((address) => address.toLowerCase()))] });
    core.context.push(['data', 'connections']);
    return adminsView(core.context);
  }),
  incident: api.health.incident.handler(({ context: { core }, input }) => {
    const incident = core.context.store.health.openIncident(knownConnection(core.context, input.id).id);
    if (incident === null) return null;
    const { cause, sentence, since } = incident;
    return { cause, sentence, since };
  }),
  tryNow: api.health.tryNow.handler(async ({ context: { core }, input }) => ({
    isActive: await tryAgain(core.context, knownConnection(core.context, input.id).id),
  })),
  interrupted: api.health.interrupted.handler(({ context: { core }, input }) =>
    interruptedViews(core.context, knownConnection(core.context, input.id).id),
  ),
  answerInterrupted: api.health.answerInterrupted.handler(({ context: { core }, input }) => {
    const connection = knownConnection(core.context, input.id);
    if (input.answer.kind === 'continue' && connection.status !== 'Active') {
      throw refused(`${connection.name} is not active. Reconnect it first.`);
    }
    const { continued, skipped } = answerInterrupted(core.context, connection.id, input.answer);
    return {
      continued,
      skipped: skipped.map(({ leadId, because }) => {
        const lead = core.context.store.leads.byId(leadId);
        return { leadId, name: lead === null ? '' : leadName(lead), because };
      }),
    };
  }),
  sources: api.health.sources.handler(({ context: { core }, input }) =>
    sourceViews(core.context, knownConnection(core.context, input.id)),
  ),
  differences: api.health.differences.handler(({ context: { core }, input }) =>
    differenceViews(core.context, knownConnection(core.context, input.id)),
  ),
  mend: api.health.mend.handler(async ({ context: { core }, input }) => {
    const { connection, gateway } = await openToWrite(core.context, input.id);
    try {
      await mendField(core.context, connection, gateway, input.key, input.kind);
    } catch (error) {
      if (error instanceof NotOursToMend) throw refused(error.message);
      throw error;
    }
    return differenceViews(core.context, knownConnection(core.context, input.id));
  }),
  keep: api.health.keep.handler(async ({ context: { core }, input }) => {
    const { connection, gateway } = await openConnection(core.context, input.id);
    const portal = await gateway.listFields();
    acceptField(core.context, connection, input.key, portal);
    keepFieldWatch(core.context, connection.id, gateway.contactStatusProperty, portal);
    return differenceViews(core.context, knownConnection(core.context, input.id));
  }),
  rules: api.health.rules.handler(({ context: { core }, input }) => rulesOf(core, input.id)),
  setRule: api.health.setRule.handler(({ context: { core }, input }) => {
    const connection = knownConnection(core.context, input.id);
    const { field, policy } = input;
    core.context.store.commit({ fieldRules: [{ connectionId: connection.id, field, policy }] });
    core.context.log.info('field-rule', { connectionId: connection.id, field, policy });
    core.context.push(['connections']);
    return rulesOf(core, connection.id);
  }),
};

function rulesOf(core: Core, id: string) {
  const connection = knownConnection(core.context, id);
  const contactStatus = contactStatusProperty(core.context, id);
  return ruleViews(core.context, connection, contactStatus);
}

/** Its name is the provider's; null before it was ever read. */
function contactStatusProperty(core: CoreContext, connectionId: string): string | null {
  const { watched } = core.store.health.fieldWatch(connectionId);
  return watched.find((field) => field.key === 'contactStatus')?.name ?? null;
}

function problemOf(address: string): FieldProblem[] {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)
    ? []
    : [{ field: 'addresses', sentence: `Addresses: "${address}" is no e-mail address.` }];
}
