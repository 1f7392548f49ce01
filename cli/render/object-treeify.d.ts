// The package ships no typings.
declare module "object-treeify" {
  export default function treeify(tree: object, options?: { sortFn?: (a: string, b: string) => number }): string;
}
