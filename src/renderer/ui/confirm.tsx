import { Button, Group, Modal, Text } from '@mantine/core';
import { createContext, use, useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/** What a confirmation asks. */
export interface Question {
  readonly title: string;
  /** What happens, and what cannot be taken back. */
  readonly text: ReactNode;
  /** The verb of the button that does it. */
  readonly confirm: string;
  /** The step destroys or stops something. */
  readonly dangerous?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask | null>(null);

/** Asks the user before a step: `if (!(await confirm({…}))) return;`. */
export function useConfirm(): Ask {
  const ask = use(ConfirmContext);
  if (ask === null) throw new Error('useConfirm stands outside ConfirmProvider');
  return ask;
}

/** Holds the one confirmation dialog. */
export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const [opened, setOpened] = useState(false);
  const answer = useRef<(yes: boolean) => void>(() => undefined);
  const ask = useCallback<Ask>((next) => {
    answer.current(false);
    setQuestion(next);
    setOpened(true);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }, []);
  const settle = useMemo(
    () => (yes: boolean) => {
      setOpened(false);
      answer.current(yes);
    },
    [],
  );
  return (
    <ConfirmContext value={ask}>
      {children}
      <Modal
        opened={opened}
        onClose={() => settle(false)}
        title={question?.title}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Text component="div" size="sm">
          {question?.text}
        </Text>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button
            variant="default"
            onClick={() => settle(false)}
            data-autofocus={question?.dangerous || undefined}
          >
            Cancel
          </Button>
          <Button color={question?.dangerous ? 'danger' : undefined} onClick={() => settle(true)}>
            {question?.confirm}
          </Button>
        </Group>
      </Modal>
    </ConfirmContext>
  );
}
