import type { CoreContext } from '../../context.ts';
import type { CrmUser } from '../../domain/leads/facts.ts';
import type { CrmGateway, PortalField } from '../../ports/crm-gateway.ts';
import type { AssistantLink, Connection } from '../../ports/store/rows.ts';
import { countOwnContacts } from '../authorisation/own-contacts.ts';
import { keepFieldWatch } from '../field-setup/watch-fields.ts';
import { linkOf, takeBaseline } from '../intake/baseline.ts';

/**
 * *Refresh* and *Verify Again*: the CRM's users are read again (deactivated ones too), every assistant is looked
 * for among them, and for one found the first time what she already owns is counted.
 * @throws CrmError
 */
export async function refreshConnection(
  core: CoreContext,
  connectionId: string,
  gateway: CrmGateway,
): Promise<void> {
  const users = await gateway.listUsers();
  const portal = await gateway.listFields();
  const connection = core.store.connections.byId(connectionId);
  if (connection === null) return;
  core.store.commit({ users: { connectionId, users: users.map((user) => ({ ...user, connectionId })) } });
  saveOptions(core, connection, contactStatusOptions(gateway, portal));
  await lookAtIdentity(core, connection, gateway);
  keepFieldWatch(core, connectionId, gateway.contactStatusProperty, portal);
  const links: AssistantLink[] = [];
  for (const link of linksOf(core, connection, users))
    links.push(await takeBaseline(core, connection, gateway, link));
  core.store.commit({ links: links.map((link) => withNews(core, link)) });
  core.push(['connections', 'attention']);
  core.wake();
}

/** Whether the integration's user has become somebody who owns contacts. */
async function lookAtIdentity(core: CoreContext, connection: Connection, gateway: CrmGateway): Promise<void> {
  const isAsked =
    !connection.readOnly && core.store.authorisations.of(connection.id)?.actsAs === 'integration';
  const ownContacts = isAsked ? await countOwnContacts(core, gateway, connection.identity) : null;
  const now = core.store.authorisations.of(connection.id);
  if (ownContacts === null || now === null || now.ownContacts === ownContacts) return;
  core.store.commit({ authorisations: [{ ...now, ownContacts }] });
}

/** The same in the background: a passing failure is left to the next round. */
export async function watchConnection(core: CoreContext, connectionId: string): Promise<void> {
  const work = (gateway: CrmGateway) => refreshConnection(core, connectionId, gateway);
  await core.crm.during(connectionId, work, 'health');
}

function linksOf(
  core: CoreContext,
  connection: Connection,
  users: readonly CrmUser[],
): readonly AssistantLink[] {
  const connectionId = connection.id;
  const known = new Map(core.store.assistants.links(connectionId).map((link) => [link.assistantId, link]));
  return core.store.assistants.all().map((assistant) => {
    const sameAddress = users.filter((user) => user.email.toLowerCase() === assistant.email.toLowerCase());
    const user = sameAddress.find((each) => each.active) ?? sameAddress[0] ?? null;
    const before = known.get(assistant.id);
    // By property it does not matter which user she is, or whether she is one.
    const isSameUser =
      before !== undefined && (connection.assignment === 'property' || before.ownerId === (user?.id ?? null));
    return {
      assistantId: assistant.id,
      connectionId,
      ownerId: user?.id ?? null,
      ownerActive: user?.active ?? false,
      hasWorked: before?.hasWorked ?? false,
      baseline: isSameUser ? before.baseline : null,
      checkedAt: core.clock.now(),
    };
  });
}

/** What was noted while the users were read is not overwritten: she has worked, her baseline was counted or answered. */
function withNews(core: CoreContext, link: AssistantLink): AssistantLink {
  const now = linkOf(core, link);
  if (now === null) return link;
  const counted = now.ownerId === link.ownerId ? now.baseline : null;
  return { ...link, hasWorked: link.hasWorked || now.hasWorked, baseline: counted ?? link.baseline };
}

function contactStatusOptions(gateway: CrmGateway, portal: readonly PortalField[]): readonly string[] | null {
  const field = portal.find((each) => each.name === gateway.contactStatusProperty);
  return field === undefined ? null : field.options.map((option) => option.value);
}

function saveOptions(core: CoreContext, connection: Connection, options: readonly string[] | null): void {
  if (options === null || JSON.stringify(options) === JSON.stringify(connection.contactStatusOptions)) return;
  core.store.commit({ connections: [{ ...connection, contactStatusOptions: options }] });
}
