/** The name under which a connection's token lies in the vault: its service key, or the refresh token of its app. */
export function tokenName(connectionId: string): string {
  return `connection/${connectionId}`;
}

/** The name under which the secret of a connection's app lies in the vault. */
export function appSecretName(connectionId: string): string {
  return `connection/${connectionId}/app-secret`;
}
