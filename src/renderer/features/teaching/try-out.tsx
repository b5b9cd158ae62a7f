import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TryOutResult } from '#contract/teaching.ts';
import { api } from '../../api/client.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { Section } from '../../ui/page-header.tsx';
import { markWords } from '../leads/lead-words.ts';
import { INTENT_LOOKS } from '../responses/intent-words.ts';
import { Consequence } from './consequence.tsx';
import classes from './teaching.module.css';

/** A box to try a reply in: which rule decides, or what Baton understands by itself. Nothing comes of it. */
export function TryOut() {
  const [text, setText] = useState('');
  const [tried, setTried] = useState('');
  const tryOut = useMutation(api.teaching.tryOut.mutationOptions());
  return (
    <Section
      title="Try a reply"
      description="Paste a reply, as it would come in: nothing is kept, and no lead changes."
    >
      <form
        className={classes.tryOut}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(text);
          tryOut.mutate({ text });
        }}
      >
        <Textarea
          label="Reply"
          placeholder="Thanks, but that is for the works council to say."
          autosize
          minRows={3}
          maxRows={12}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
        <div className={classes.formButtons}>
          <Button type="submit" variant="default" disabled={text.trim() === ''} loading={tryOut.isPending}>
            Try
          </Button>
        </div>
        <FieldError error={tryOut.error} />
      </form>
      <div role="status">{tryOut.data !== undefined && <Result result={tryOut.data} text={tried} />}</div>
    </Section>
  );
}

function Result({ result, text }: { readonly result: TryOutResult; readonly text: string }) {
  const percent = `${(result.confidence * 100).toFixed(0)} %`;
  return (
    <div className={classes.result}>
      <p className={classes.decided}>
        {result.decidedBy === 'rule' && (
          <>
            Your rule <q className="foreign">{result.term}</q> decides ({percent} alike):{' '}
          </>
        )}
        {result.decidedBy === 'classifier' && <>No rule matches. Baton understands ({percent} sure): </>}
        {result.decidedBy === 'machine' && <>No person wrote this ({percent} sure): </>}
        <strong>{INTENT_LOOKS[result.intent].words}</strong>
        {result.isUnsure ? <>, too unsure to act on: a person would be asked.</> : '.'}
      </p>
      <Consequence {...result} />
      <p className={classes.tried}>
        {markWords(text.trim(), result.words).map((piece, at) =>
          piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
        )}
      </p>
    </div>
  );
}
