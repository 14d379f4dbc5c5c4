import type { Dictionary } from './dictionary.ts';

/**
 * The dictionary as a tree of letters in preorder: a node's first child is the next node, its next
 * sibling is its `end`, and the words below it are the range `word[node]` to `word[end]`.
 */
export interface Trie {
  /** The letter that leads to the node; node 0 is the root and has none. */
  readonly letter: Uint16Array;
  /** The first node that is not below this one. */
  readonly end: Uint32Array;
  /** The first word at or below the node; one more entry than nodes, the last being the size. */
  readonly word: Uint32Array;
  /** The longest word's length. */
  readonly depth: number;
}

export function buildTrie({ size, chars, starts }: Dictionary): Trie {
  const capacity = chars.length + 1;
  const letter = new Uint16Array(capacity);
  const end = new Uint32Array(capacity);
  const word = new Uint32Array(capacity + 1);
  let nodes = 1;
  let depth = 0;
  /** The nodes from the root to the word before. */
  let path = new Uint32Array(16);
  let pathLength = 0;

  for (let id = 0; id < size; id += 1) {
    const start = starts[id] ?? 0;
    const length = (starts[id + 1] ?? 0) - start;
    let shared = 0;
    while (
      shared < length &&
      shared < pathLength &&
      letter[path[shared + 1] ?? 0] === chars[start + shared]
    ) {
      shared += 1;
    }
    for (let i = pathLength; i > shared; i -= 1) end[path[i] ?? 0] = nodes;
    if (length + 1 > path.length) {
      const longer = new Uint32Array(length * 2);
      longer.set(path);
      path = longer;
    }
    for (let i = shared; i < length; i += 1) {
      letter[nodes] = chars[start + i] ?? 0;
      word[nodes] = id;
      path[i + 1] = nodes;
      nodes += 1;
    }
    pathLength = length;
    depth = Math.max(depth, length);
  }
  for (let i = pathLength; i >= 0; i -= 1) end[path[i] ?? 0] = nodes;
  word[nodes] = size;
  return {
    letter: letter.slice(0, nodes),
    end: end.slice(0, nodes),
    word: word.slice(0, nodes + 1),
    depth,
  };
}
