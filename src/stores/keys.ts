/** What is stored by scope. */
export type RecordName = 'favourites' | 'settings';

/** Everything of the bot's begins so, since a server may be shared with others. */
const ROOT = 'soundtrack:';

/** The keys in the store; their parts are ids, which hold no colon. */
export const keys = {
  record: (name: RecordName, scope: string) => `${ROOT}${name}:${scope}`,

  /** One for each member and scope they saved something in, so that two shards never write the same. */
  membership: (userId: string, scope: string) => `${ROOT}member:${userId}:${scope}`,
  membershipsOf: (userId: string) => `${ROOT}member:${userId}:`,
  memberships: `${ROOT}member:`,

  quarantined: (name: RecordName, scope: string, hash: string) =>
    `${ROOT}quarantine:${name}:${scope}:${hash}`,
  quarantinedOf: (name: RecordName, scope: string) => `${ROOT}quarantine:${name}:${scope}:`,
  quarantine: `${ROOT}quarantine:`,
};

/** The scope of a member's direct messages with the bot: theirs alone. */
export function directScope(userId: string): string {
  return `dm-${userId}`;
}
