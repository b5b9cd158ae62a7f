import { IconPlus, IconUserHeart } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx';
import { AssistantCard } from './assistant-card.tsx';
import classes from './assistants.module.css';

function NewAssistant() {
  return (
    <LinkButton
      to="/assistants/$assistantId"
      params={{ assistantId: 'new' }}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      New assistant
    </LinkButton>
  );
}

/** Every assistant, with what she does today. */
export function AssistantsList() {
  const query = useQuery(api.assistants.list.queryOptions());
  const mailboxes = useQuery(api.mailboxes.list.queryOptions());
  const assistants = query.data ?? [];
  return (
    <Page>
      <PageHeader
        title="Assistants"
        description="Virtual members of your team. Each has an e-mail address of her own, and a user under it in your CRM."
        actions={assistants.length > 0 ? <NewAssistant /> : undefined}
      />
      <PageBody wide>
        {query.data === undefined ? (
          query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <LoadingState label="Reading the assistants" />
          )
        ) : assistants.length === 0 ? (
          <EmptyState icon={IconUserHeart} title="No assistant yet" action={<NewAssistant />}>
            An assistant takes the contacts that you assign to her in the CRM, writes to them on a schedule,
            and hands them back as soon as a person answers.
          </EmptyState>
        ) : (
          <ul className={classes.cards}>
            {assistants.map((assistant) => (
              <AssistantCard
                key={assistant.id}
                assistant={assistant}
                mailbox={mailboxes.data?.find((each) => each.assistantId === assistant.id)}
              />
            ))}
          </ul>
        )}
      </PageBody>
    </Page>
  );
}
