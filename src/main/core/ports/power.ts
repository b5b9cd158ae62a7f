/** What the machine runs on. */
export interface Power {
  readonly isOnBattery: boolean;
}
