import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { NamedPerson } from '../responses/named-people.tsx';
import beside from '../responses/beside.module.css';

/** The people whom this lead named instead of themselves; nothing where it named nobody. */
export function NamedByLead({ leadId }: { readonly leadId: string }) {
  const query = useQuery(api.responses.proposals.queryOptions({ input: { leadId } }));
  if (query.data === undefined || query.data.length === 0) return null;
  return (
    <section aria-label="People whom this lead named" className={beside.ofLead}>
      <p className={beside.ofLeadTitle}>Named by this lead</p>
      <ul className={beside.list}>
        {query.data.map((row) => (
          <li key={row.id} className={beside.row}>
            <NamedPerson row={row} withLead={false} />
          </li>
        ))}
      </ul>
    </section>
  );
}
