import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';

/** A link brought the answer of a consent page that nothing waits for: said until it is closed. */
export function NotOurs() {
  const navigate = useNavigate();
  const { said } = useSearch({ from: '/crm-details' });
  if (said === undefined) return null;
  return (
    <Alert
      color="warning"
      variant="light"
      role="alert"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      withCloseButton
      closeButtonLabel="Close"
      onClose={() => void navigate({ to: '.', search: {}, replace: true })}
    >
      This answer belongs to no authorisation that waits here, so nothing was done with it. Begin again on
      this page.
    </Alert>
  );
}
