import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { PersonView } from '#contract/data.ts';
import { api, client } from '../../api/client.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import { ErrorState, LoadingState } from '../../ui/page-states.tsx';
import classes from './data.module.css';
import { storedWords } from './data-words.ts';
import { ForAdmins } from '../../ui/for-admins.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { saveFile } from '../../ui/save-file.ts';

const route = getRouteApi('/data');

/** One person's data: found by any address or CRM id, exported, erased. */
export function PersonSection() {
  const { person: asked = '' } = route.useSearch();
  const navigate = useNavigate();
  const look = (query: string): void =>
    void navigate({ to: '/data', search: query === '' ? {} : { person: query }, replace: true });
  const place = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(asked !== '');
  useEffect(() => {
    // Come from elsewhere with a person to look at: the section stands below the backups.
    if (wasAsked.current) place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={place}>
      <Section
        title="A person’s data"
        description="Find everything stored about one person, give it to them as a file, or erase it everywhere."
      >
        <LookUp key={asked} asked={asked} onLook={look} />
        {asked !== '' && <Found query={asked} onErased={() => look('')} />}
      </Section>
    </div>
  );
}

function LookUp({ asked, onLook }: { readonly asked: string; readonly onLook: (query: string) => void }) {
  const [text, setText] = useState(asked);
  return (
    <form
      className={classes.lookUp}
      onSubmit={(event) => {
        event.preventDefault();
        onLook(text.trim());
      }}
    >
      <TextInput
        label="E-mail address, CRM id, or the address of the record’s page"
        className={classes.query}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        Find
      </Button>
    </form>
  );
}

function Found({ query, onErased }: { readonly query: string; readonly onErased: () => void }) {
  const found = useQuery(api.data.findPerson.queryOptions({ input: { query } }));
  if (found.data === undefined) {
    return found.error ? (
      <ErrorState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <LoadingState label="Looking for the person" lines={3} />
    );
  }
  if (found.data === null) {
    return (
      <p className={classes.words} role="status">
        Nothing is stored about <span className="foreign">{query}</span>.
      </p>
    );
  }
  return <PersonCard query={query} person={found.data} onErased={onErased} />;
}

interface PersonCardProps {
  readonly query: string;
  readonly person: PersonView;
  readonly onErased: () => void;
}

function PersonCard({ query, person, onErased }: PersonCardProps) {
  const [isErasing, setErasing] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const { fileName, text } = await client.data.exportPerson({ query });
      saveFile(fileName, [text], 'application/json');
    },
    onError: notifyFailure,
  });
  const { counts } = person;
  return (
    <div className={classes.person} role="status">
      <ul className={classes.leads}>
        {person.leads.map((lead) => (
          <li key={lead.id}>
            <Link to="/leads/$leadId" params={{ leadId: lead.id }} className="foreign">
              {lead.name}
            </Link>{' '}
            <span className={classes.quiet}>
              {[lead.company, lead.state, `${lead.connectionName} ${lead.recordId}`]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {person.addresses.length > 0 && (
        <p className={classes.words}>
          Addresses: <span className="foreign">{person.addresses.join(', ')}</span>
        </p>
      )}
      <p className={classes.words}>
        {storedWords(counts)}
        {person.isSuppressed ? ' Must never be written to.' : ''}
      </p>
      {person.notNow !== null && <p className={classes.problem}>{person.notNow}</p>}
      <div className={classes.buttons}>
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          Export as JSON
        </Button>
        <ForAdmins>
          <Button color="danger" disabled={person.notNow !== null} onClick={() => setErasing(true)}>
            Erase this person…
          </Button>
        </ForAdmins>
      </div>
      <EraseDialog
        query={query}
        person={person}
        opened={isErasing}
        onClose={() => setErasing(false)}
        onErased={onErased}
      />
    </div>
  );
}
