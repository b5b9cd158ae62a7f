import { addOwner, archiveOwner } from '../hubspot/owners.ts';
import type { SandboxContext } from '../http/route.ts';
import type { Owner } from '../portal/model.ts';
import type { Random } from './random.ts';
import { mailboxName } from './reply-wording.ts';
import { NAME_SETS } from './words/people-names.ts';

/** The team whose portal this is. */
export const TEAM_DOMAIN = 'harborline.example';

const DAY = 86_400_000;

/** The people of the team: `count` who work, and one who left, whose records were never all handed on. */
export function seedOwners(
  context: SandboxContext,
  count: number,
  random: Random,
): { readonly active: readonly Owner[]; readonly archived: Owner } {
  const sets = Object.values(NAME_SETS);
  const taken = new Set<string>();
  const make = (): Owner => {
    for (;;) {
      const names = random.pick(sets);
      const firstName = random.pick(random.chance(0.5) ? names.women : names.men);
      const lastName = random.pick(names.families);
      const email = `${mailboxName(`${firstName} ${lastName}`)}@${TEAM_DOMAIN}`;
      if (taken.has(email)) continue;
      taken.add(email);
      const owner = addOwner(context, { email, firstName, lastName });
      const joined = context.now() - random.between(700, 900) * DAY;
      Object.assign(owner, { createdAt: joined, updatedAt: joined });
      return owner;
    }
  };
  const active = Array.from({ length: count }, make);
  const archived = make();
  archiveOwner(archived, context.now() - random.between(60, 200) * DAY);
  return { active, archived };
}
