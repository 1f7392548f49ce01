import * as ts from "typescript";

/**
 * The titles in a test file: the first text of each `it` and `describe`, and of each row of a table. Skipped tests and
 * texts elsewhere, comments among them, do not count.
 */
export function testTitles(source: string): Set<string> {
  const titles = new Set<string>();
  const visit = (node: ts.Node): void => {
    const [first] = firstOf(node);
    if (first && ts.isStringLiteralLike(first)) titles.add(first.text);
    if (!isSkipped(node)) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("any.test.ts", source, ts.ScriptTarget.ES2022));
  return titles;
}

function firstOf(node: ts.Node): readonly ts.Expression[] {
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  return ts.isCallExpression(node) && /^(it|describe)(\.each)?$/.test(calledBy(node)) ? node.arguments : [];
}

const isSkipped = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && /^x(it|describe)\b|^(it|describe)\.(skip|todo)\b/.test(calledBy(node));

/** What is called in the end: `it.each` of `it.each(table)(title, run)`. */
function calledBy(node: ts.Expression): string {
  if (ts.isCallExpression(node)) return calledBy(node.expression);
  if (ts.isPropertyAccessExpression(node)) return `${calledBy(node.expression)}.${node.name.text}`;
  return ts.isIdentifier(node) ? node.text : "";
}
