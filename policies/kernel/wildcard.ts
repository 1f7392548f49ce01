/**
 * Whether a pattern matches a whole text: `*` stands for any text, `one` (where given) for any one character. Goes
 * back to the last `*` only, so that no pattern takes longer than its length times the text's; a regular expression
 * of many `.*` does.
 */
export function matchesWildcard(pattern: string, text: string, one?: string): boolean {
  let [inPattern, inText] = [0, 0];
  let afterStar = -1;
  let tried = 0;
  while (inText < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === "*") {
      afterStar = ++inPattern;
      tried = inText;
    } else if (wanted !== undefined && (wanted === one || wanted === text[inText])) {
      inPattern++;
      inText++;
    } else if (afterStar >= 0) {
      inPattern = afterStar;
      inText = ++tried;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === "*") inPattern++;
  return inPattern === pattern.length;
}
