/** A resource in the graph: what it takes, and what must be there before. */
export interface Node {
  name: string;
  seconds: number;
  after: string[];
}

export interface CriticalPath {
  seconds: number;
  /** From the first resource to the last. */
  chain: string[];
}

/**
 * The longest chain, which a deployment takes even if it makes everything else at the same time. Names that no node
 * bears are passed over.
 *
 * @throws when the graph has a circle.
 */
export function criticalPath(nodes: readonly Node[]): CriticalPath {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const done = new Map<string, CriticalPath>();
  const open = new Set<string>();

  function until(node: Node): CriticalPath {
    const known = done.get(node.name);
    if (known) return known;
    if (open.has(node.name)) throw new Error(`${node.name} waits for itself`);
    open.add(node.name);
    const longest = longestOf(node.after.flatMap((name) => byName.get(name) ?? []).map(until));
    const path = { seconds: longest.seconds + node.seconds, chain: [...longest.chain, node.name] };
    done.set(node.name, path);
    return path;
  }
  return longestOf(nodes.map(until));
}

const longestOf = (paths: CriticalPath[]): CriticalPath =>
  paths.reduce((longest, path) => (path.seconds > longest.seconds ? path : longest), { seconds: 0, chain: [] });
