import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ImportView } from '#contract/imports.ts';
import type { ImportField } from '#contract/names.ts';
import { api } from '../../api/client.ts';
import { notifyFailure } from '../../ui/notify.ts';
import { Section } from '../../ui/page-header.tsx';
import classes from './import.module.css';
import { LIST_FIELDS, PERSON_FIELDS } from './import-words.ts';

/** Which column is which: found by name, and to be corrected here. */
export function ColumnChoice({ view }: { readonly view: ImportView }) {
  const map = useMutation(api.imports.map.mutationOptions({ onError: notifyFailure }));
  const columns = view.columns.map((label, at) => ({ value: String(at), label }));
  const choose = (field: ImportField, value: string | null): void => {
    const { [field]: _, ...others } = view.mapping;
    map.mutate({
      id: view.id,
      mapping: value === null ? others : { ...others, [field]: Number(value) },
    });
  };
  return (
    <Section
      title="Columns"
      description="Matched by their names. Correct what is wrong; every row is looked at anew."
    >
      <div className={classes.pair}>
        {(view.target === 'leads' ? PERSON_FIELDS : LIST_FIELDS).map(([field, label]) => (
          <Select
            key={field}
            label={label}
            placeholder="In no column"
            clearable
            clearButtonProps={{ 'aria-label': `${label}: in no column` }}
            disabled={map.isPending}
            data={columns}
            value={view.mapping[field] === undefined ? null : String(view.mapping[field])}
            onChange={(value) => choose(field, value)}
          />
        ))}
      </div>
    </Section>
  );
}
