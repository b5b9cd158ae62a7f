import type { NoticeTopic } from '../domain/leads/effect.ts';

/** Something that the user should know now. */
export interface NativeNotice {
  readonly topic: NoticeTopic;
  readonly text: string;
  readonly leadId: string | null;
  /** The button that solves it and its screen, such as `/crm-details/7`; absent: the lead, or what waits. */
  readonly solvedAt?: { readonly button: string; readonly screen: string };
}

/** Tells the user something now, in the way the host can (native notification, in-app). */
export interface Notifier {
  notify(notice: NativeNotice): void;
}
