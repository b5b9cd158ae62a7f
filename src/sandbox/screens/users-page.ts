import type { SandboxReply } from '../http/route.ts';
import type { Owner, Portal } from '../portal/model.ts';
import { timeText } from './crm-words.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import { pageReply } from './page.ts';
import type { Notice } from './page.ts';
import type { ScreenWorld } from './record-actions.ts';
import { FormProblem } from './record-actions.ts';

type Form = Readonly<Record<string, string>>;

const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** The users, who are the owners, with a form for another one. `given` is what the form had. */
export function usersPage(
  portal: Portal,
  now: number,
  notice: Notice | null,
  given: Form = {},
  status = 200,
): SandboxReply {
  const counts = new Map<string, number>();
  for (const { archivedAt, values } of portal.objects.contacts.values()) {
    const owner = values['hubspot_owner_id'];
    if (archivedAt === null && owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const owners = [...portal.owners.values()].sort(
    (a, b) => Number(a.archived) - Number(b.archived) || nameOf(a).localeCompare(nameOf(b), 'en'),
  );
  return pageReply({
    title: 'Users',
    place: 'users',
    notice,
    status,
    time: timeText(portal, now),
    body: html`<h1>Users</h1>
      <form method="post" action="/crm/users" class="card">
        <label class="grow"
          >First name<input name="firstName" value="${given['firstName']}" autocomplete="off"
        /></label>
        <label class="grow"
          >Last name<input name="lastName" value="${given['lastName']}" autocomplete="off"
        /></label>
        <label class="grow"
          >E-mail<input name="email" type="email" required value="${given['email']}" autocomplete="off"
        /></label>
        <button class="main">Add user</button>
      </form>
      <div class="card scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">User</th>
              <th scope="col">E-mail</th>
              <th scope="col">Contacts</th>
              <th scope="col">Since</th>
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${owners.map((owner) => row(portal, owner, counts.get(owner.id) ?? 0))}
          </tbody>
        </table>
      </div>`,
  });
}

/** Adds the user of a form; one who was deactivated comes back. */
export function addUser({ portal, control }: ScreenWorld, form: Form): void {
  const email = (form['email'] ?? '').trim().toLowerCase();
  if (!ADDRESS.test(email)) throw new FormProblem('E-mail: give an address such as mia@example.com.');
  const known = [...portal.owners.values()].find((owner) => owner.email === email);
  if (known?.archived === false) throw new FormProblem(`E-mail: ${email} is a user already.`);
  const firstName = (form['firstName'] ?? '').trim();
  const lastName = (form['lastName'] ?? '').trim();
  control.person.addUser({ email, firstName, lastName });
}

const nameOf = ({ firstName, lastName }: Owner): string => `${firstName} ${lastName}`.trim();

function row(portal: Portal, owner: Owner, contacts: number): Html {
  const name = nameOf(owner) || owner.email;
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${owner.email}</td>
    <td>
      <a href="${`/crm?owner=${owner.id}`}" aria-label="${`${contacts} contacts of ${name}`}"
        >${contacts.toLocaleString('en')}</a
      >
    </td>
    <td class="when">${timeText(portal, owner.createdAt)}</td>
    <td>
      ${owner.archived ? html`<span class="soft">deactivated</span>` : html`<form method="post" action="${`/crm/users/${owner.id}/deactivate`}"><button aria-label="${`Deactivate ${name}`}">Deactivate</button></form>`}
    </td>
  </tr>`;
}
