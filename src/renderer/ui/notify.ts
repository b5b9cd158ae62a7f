import { notifications } from '@mantine/notifications';
import { failureOf } from '../api/errors.ts';

/** A short word that a step is done. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'petrol', autoClose: 4_000 });
}

/** A failed step; stays longer, for it has to be read. */
export function notifyFailure(error: unknown): void {
  notifications.show({
    message: failureOf(error).sentence,
    color: 'danger',
    autoClose: 10_000,
    role: 'alert',
  });
}
