import type { AskedScope, AttemptView } from '#contract/authorisation.ts';
import type { FieldProblem } from '#contract/common.ts';
import type { ConnectionView } from '#contract/connections.ts';
import { IDENTITY_KINDS, type IdentityKind } from '#contract/names.ts';
import type { CoreContext } from '../context.ts';
import type { Scope } from '../domain/crm/scopes.ts';
import { scopesToAsk } from '../domain/crm/scopes.ts';
import type { Attempt, Granted } from '../flows/authorisation/attempt.ts';
import { connectionOfAccount } from '../flows/authorisation/authorisations.ts';
import { keepGrant } from '../flows/authorisation/keep-access.ts';
import { appSecretName } from '../flows/authorisation/secret-names.ts';
import { reconnect } from '../flows/health/reconnect.ts';
import { beginConnection, isCrmAddress, newConnection } from './begin-connection.ts';
import { refused, refuseProblems } from './failures.ts';
import { api } from './implement.ts';
import { knownConnection } from './open-connection.ts';
import { identityView } from './views/identity-view.ts';

export const authorisationProcedures = {
  plan: api.authorisation.plan.handler(({ context: { core }, input }) => {
    const { required, optional } = scopesToAsk(input);
    return {
      scopes: asked([...required, ...optional], required),
      redirectUrls: [...core.context.returnListener.addresses],
    };
  }),
  attempt: api.authorisation.attempt.handler(({ context: { core } }) => attemptView(core.context)),
  begin: api.authorisation.begin.handler(async ({ context: { core }, input }) => {
    const { provider, clientId, clientSecret, baseUrl, returnPage, readOnly, invites, name, preset } = input;
    refuseProblems([
      ...appProblems({ clientId, clientSecret, returnPage }),
      ...(baseUrl !== null && !isCrmAddress(baseUrl)
        ? [
            {
              field: 'baseUrl',
              sentence: 'Address: enter a full address such as https://api.hubapi.com, or leave it empty.',
            },
          ]
        : []),
    ]);
    await core.context.authorisations.begin({
      provider,
      purpose: { kind: 'new' },
      app: { clientId: clientId.trim(), clientSecret: clientSecret.trim(), baseUrl },
      returnPage: returnPage?.trim() ?? null,
      readOnly,
      invites,
      name,
      preset,
    });
    return begun(core.context);
  }),
  beginAgain: api.authorisation.beginAgain.handler(async ({ context: { core }, input }) => {
    const { provider, baseUrl, name, preset, ...connection } = knownConnection(core.context, input.id);
    // What was entered before is in the vault: it need not be entered again.
    const clientSecret =
      input.clientSecret.trim() === ''
        ? ((await core.context.vault.get(appSecretName(connection.id))) ?? '')
        : input.clientSecret.trim();
    const { clientId, returnPage, invites, writes } = input;
    refuseProblems(appProblems({ clientId, clientSecret, returnPage }));
    await core.context.authorisations.begin({
      provider,
      purpose: { kind: 'again', connectionId: connection.id },
      app: { clientId: clientId.trim(), clientSecret, baseUrl },
      returnPage: returnPage?.trim() ?? null,
      readOnly: connection.readOnly && !writes,
      invites,
      name,
      preset,
    });
    return begun(core.context);
  }),
  paste: api.authorisation.paste.handler(async ({ context: { core }, input }) => {
    const { isTaken, sentence } = await core.context.authorisations.takeReturn(input.address, 'person');
    if (!isTaken) refuseProblems([{ field: 'address', sentence: `Address: ${sentence}` }]);
    return attemptView(core.context);
  }),
  cancel: api.authorisation.cancel.handler(({ context: { core } }) => {
    core.context.authorisations.cancel();
    return { done: true as const };
  }),
  confirm: api.authorisation.confirm.handler(({ context: { core }, input }) =>
    confirm(core.context, input.as, input.actsAs),
  ),
};

/** Keeps what was granted. Another account than the connection's never takes its place. */
async function confirm(
  core: CoreContext,
  as: 'asked' | 'new-workspace',
  actsAs: IdentityKind,
): Promise<ConnectionView> {
  const { attempt, granted } = core.authorisations.toConfirm();
  const { request } = attempt;
  const { account } = granted;
  const id = as === 'asked' && request.purpose.kind === 'again' ? request.purpose.connectionId : null;
  if (id === null) {
    const same = connectionOfAccount(core, request.provider, account.accountId);
    if (same !== null) {
      throw refused(
        `This CRM account is already connected as "${same.name}". Use Reconnect there to give it a new access.`,
      );
    }
    const connection = newConnection(core, account, {
      ...request,
      baseUrl: request.app.baseUrl,
      name: request.purpose.kind === 'again' ? '' : request.name,
    });
    const authorisation = await keepGrant(core, connection.id, request, granted, actsAs);
    core.store.commit({ connections: [connection], authorisations: [authorisation] });
    core.authorisations.done(attempt);
    return beginConnection(core, connection.id);
  }
  const connection = knownConnection(core, id);
  if (account.accountId !== connection.accountId) {
    throw refused(
      `This access belongs to another CRM account (${account.accountId}, not ${connection.accountId}). Keep it as a new workspace, or cancel.`,
    );
  }
  const authorisation = await keepGrant(core, id, request, granted, actsAs);
  core.store.commit({ authorisations: [authorisation] });
  core.authorisations.done(attempt);
  core.crm.forget(id);
  core.leases.forget(id);
  reconnect(core, id, account);
  return beginConnection(core, id);
}

function begun(core: CoreContext): AttemptView {
  const view = attemptView(core);
  if (view === null) throw refused('Another window began anew meanwhile.');
  return view;
}

function attemptView(core: CoreContext): AttemptView | null {
  const { attempt } = core.authorisations;
  if (attempt === null) return null;
  const { request, consent, listener, expiresAt, stage } = attempt;
  const { required } = scopesToAsk(request);
  return {
    connectionId: request.purpose.kind === 'again' ? request.purpose.connectionId : null,
    url: consent.url,
    redirectUrl: consent.redirectUri,
    isListening: listener !== null,
    viaPage: request.returnPage !== null,
    expiresAt,
    asked: asked(attempt.asked, required),
    stage: stage.kind === 'confirm' ? toConfirm(core, attempt, stage.granted) : stage,
  };
}

function toConfirm(
  core: CoreContext,
  { request, asked: wanted }: Attempt,
  { account, grant, ownContacts }: Granted,
) {
  const connectionId = request.purpose.kind === 'again' ? request.purpose.connectionId : null;
  const same = connectionOfAccount(core, request.provider, account.accountId);
  const { required } = scopesToAsk(request);
  return {
    kind: 'confirm' as const,
    accountId: account.accountId,
    user: account.identity,
    actsAs: (connectionId === null ? null : core.store.authorisations.of(connectionId)?.actsAs) ?? 'person',
    identities: IDENTITY_KINDS.map((actsAs) => ({
      actsAs,
      ...identityView(core, actsAs, account.identity, ownContacts),
    })),
    timeZone: account.timeZone,
    accountKind: account.kind,
    missing: asked(
      wanted.filter(({ name }) => !grant.scopes.includes(name)),
      required,
    ),
    isOther: connectionId !== null && same?.id !== connectionId,
    takenBy: same === null || same.id === connectionId ? null : same.name,
  };
}

function asked(scopes: readonly Scope[], required: readonly Scope[]): AskedScope[] {
  return scopes.map(({ name, purpose }) => ({
    scope: name,
    purpose,
    required: required.some((each) => each.name === name),
  }));
}

function appProblems(app: {
  clientId: string;
  clientSecret: string;
  returnPage: string | null;
}): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!/^[\w.-]{6,120}$/.test(app.clientId.trim())) {
    problems.push({ field: 'clientId', sentence: "Client ID: copy it from the app's Auth page in HubSpot." });
  }
  if (!/^\S{6,300}$/.test(app.clientSecret.trim())) {
    problems.push({
      field: 'clientSecret',
      sentence: "Client secret: copy it from the app's Auth page in HubSpot, without spaces.",
    });
  }
  if (app.returnPage !== null && !isReturnPage(app.returnPage.trim())) {
    problems.push({
      field: 'returnPage',
      sentence: 'Return page: enter its full address, such as https://your-company.com/baton/return.html.',
    });
  }
  return problems;
}

function isReturnPage(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.search === '' && url.hash === '' && url.username === '';
}
