import { useCallback, useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Composer, WrittenMail } from '#contract/human-mail.ts';
import { api, client, queryClient } from '../../api/client.ts';
import { failureOf } from '../../api/errors.ts';
import { notifyFailure } from '../../ui/notify.ts';

/** Typing rests for so long before it is kept. */
const KEEP_AFTER_MS = 800;

type Words = Pick<WrittenMail, 'subject' | 'text' | 'cc'>;

/** The words in a composer: kept while they are typed and when the composer goes, sent once. */
export function useComposer(opened: Composer, onSent: (mailId: string) => void) {
  const { leadId, kind, draftId, answersMailId } = opened;
  const [words, setWords] = useState<Words>({ subject: opened.subject, text: opened.text, cc: opened.cc });
  const [kept, setKept] = useState(opened.isKept);
  const [keepProblem, setKeepProblem] = useState<string | null>(null);
  const version = useRef(opened.version);
  const unkept = useRef<Words | null>(null);
  const isOver = useRef(false);
  /** One call after the other, so that each knows the version of the one before. */
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const keep = useCallback((): Promise<unknown> => {
    turn.current = turn.current.then(async () => {
      const next = unkept.current;
      if (next === null || isOver.current) return;
      unkept.current = null;
      try {
        const mail = { leadId, kind, draftId, answersMailId, ...next, version: version.current };
        ({ version: version.current } = await client.humanMail.keep(mail));
        setKept(true);
        setKeepProblem(null);
      } catch (error) {
        setKeepProblem(failureOf(error).sentence);
      }
    });
    return turn.current;
  }, [leadId, kind, draftId, answersMailId]);

  const change = (next: Partial<Words>): void => {
    const now = { ...words, ...next };
    setWords(now);
    unkept.current = now;
  };
  useEffect(() => {
    const timer = setTimeout(() => void keep(), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words, keep]);
  useEffect(
    () => () => {
      const asked = { queryKey: api.leads.get.key({ input: { id: leadId } }) };
      void keep().then(() => queryClient.invalidateQueries(asked));
    },
    [keep, leadId],
  );

  const send = useMutation({
    mutationFn: async () => {
      await turn.current;
      unkept.current = null;
      return client.humanMail.send({
        leadId,
        kind,
        draftId,
        answersMailId,
        ...words,
        version: version.current,
      });
    },
    onSuccess: ({ mailId }) => {
      isOver.current = true;
      void queryClient.invalidateQueries({ queryKey: api.leads.get.key({ input: { id: leadId } }) });
      onSent(mailId);
    },
  });
  const discard = useMutation({
    mutationFn: async () => {
      await turn.current;
      unkept.current = null;
      isOver.current = true;
      await client.humanMail.discard({ leadId, kind, version: version.current });
    },
    onError: notifyFailure,
  });
  return { words, change, kept, keepProblem, send, discard };
}
