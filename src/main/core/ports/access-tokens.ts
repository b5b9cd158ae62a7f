/** A credential that changes while it is used. Both throw CrmError where there is none to be had. */
export interface AccessTokens {
  /** The token that is good now; renewed ahead of its end. */
  current(): Promise<string>;
  /** The CRM says that this one has expired: the one after it. */
  after(expired: string): Promise<string>;
}
