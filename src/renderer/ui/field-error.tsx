import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { failureOf } from '../api/errors.ts';

/**
 * A failed form in one sentence above its buttons; nothing while `error` is null. The messages of single fields
 * go to the fields: `error={failureOf(mutation.error).fields.name}`.
 */
export function FieldError({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  const failure = failureOf(error);
  return (
    <Alert color="danger" variant="light" icon={<IconAlertCircle size={18} aria-hidden />} role="alert">
      {failure.sentence}
      {failure.missingScopes.length > 0 && <> Missing scopes: {failure.missingScopes.join(', ')}.</>}
    </Alert>
  );
}
