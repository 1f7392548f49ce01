import treeify from "object-treeify";
import type { ManifestResource } from "@platform/simulator";
import { labelOf } from "./labels";

interface Branch {
  [label: string]: Branch | null;
}

type Node = Pick<ManifestResource, "urn" | "parent" | "custom">;

/** The resources by component: components first, each list by its labels. `decorate` may colour or mark a label. */
export function renderTree(resources: readonly Node[], decorate: (label: string, node: Node) => string): string {
  const known = new Set(resources.map(({ urn }) => urn));
  const children = new Map<string, Node[]>();
  for (const resource of resources) {
    const parent = resource.parent !== undefined && known.has(resource.parent) ? resource.parent : "";
    const siblings = children.get(parent);
    if (siblings) siblings.push(resource);
    else children.set(parent, [resource]);
  }
  const branchOf = (parent: string): Branch => {
    const nodes = (children.get(parent) ?? [])
      .map((node) => ({ node, label: labelOf(node.urn) }))
      .sort((a, b) => Number(a.node.custom) - Number(b.node.custom) || (a.label < b.label ? -1 : 1));
    return Object.fromEntries(
      nodes.map(({ node, label }) => [decorate(label, node), children.has(node.urn) ? branchOf(node.urn) : null]),
    );
  };
  return treeify(branchOf(""), {});
}
