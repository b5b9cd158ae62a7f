import type { NoticeTopic } from '../domain/leads/effect.ts';

/** Tells the user something now, in the way the host can (native notification, in-app). */
export interface Notifier {
  notify(notice: {
    readonly topic: NoticeTopic;
    readonly text: string;
    readonly leadId: string | null;
  }): void;
}
