/** One track that a member saved to a server's shared list. */
export interface Favourite {
  /** `<title id>/<track id>`. */
  readonly ref: string;
  /** As shown when it was saved, so that the list stays readable whatever becomes of the catalog. */
  readonly label: string;
  /** Everyone who saved it, first saver first: user id and ISO 8601 instant. */
  readonly savedBy: readonly { readonly userId: string; readonly at: string }[];
}

export type AddOutcome =
  | {
      readonly kind: 'added' | 'seconded' | 'already';
      readonly favourite: Favourite;
      readonly count: number;
    }
  | { readonly kind: 'full'; readonly limit: number };

export type RemoveOutcome =
  | {
      readonly kind: 'removed' | 'withdrawn';
      readonly favourite: Favourite;
      readonly count: number;
    }
  /** It is there, but somebody else's, and the member may not manage the list. */
  | { readonly kind: 'not-yours'; readonly favourite: Favourite }
  | { readonly kind: 'absent' };

/**
 * A scope's shared favourites. A scope is a guild's id, or `dm-<user id>` for a direct message.
 * Every acknowledged change is on disk when the promise resolves; changes to one scope are
 * serialised.
 */
export interface Favourites {
  /** In the order in which they were first saved. */
  list(scope: string): Promise<readonly Favourite[]>;
  add(
    scope: string,
    entry: { ref: string; label: string; userId: string; limit: number },
  ): Promise<AddOutcome>;
  /** Withdraws the member's own save; with `manage`, removes the entry whoever saved it. */
  remove(
    scope: string,
    entry: { ref: string; userId: string; manage: boolean },
  ): Promise<RemoveOutcome>;
  /** Everything one member saved, in every scope. */
  exportMember(
    userId: string,
  ): Promise<readonly { scope: string; favourites: readonly Favourite[] }[]>;
  /** Withdraws everything one member saved, in every scope; returns how many saves went. */
  deleteMember(userId: string): Promise<number>;
  /** Removes a scope whole. */
  purge(scope: string): Promise<void>;
}
