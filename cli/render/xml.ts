/** An element of an XML document; text among its children is escaped when it is rendered. */
export interface XmlElement {
  name: string;
  attributes: { [name: string]: string | number | undefined };
  children: (XmlElement | string)[];
}

/** An element; attributes that are undefined are left out. */
export const element = (
  name: string,
  attributes: XmlElement["attributes"],
  ...children: XmlElement["children"]
): XmlElement => ({ name, attributes, children });

/** A whole document, one element on a line. */
export const renderXml = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, "")}\n`;

/** Characters that XML 1.0 cannot carry, not even escaped, halves of surrogate pairs among them. */
// eslint-disable-next-line no-control-regex -- these are the characters that it is about
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const ENTITIES: { [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text between tags; a carriage return would be read as a line feed. */
export const escapeText = (text: string): string =>
  text.replace(FORBIDDEN, "\uFFFD").replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? character);

/** The value of an attribute; white space but blanks would be read as blanks. */
export const escapeAttribute = (text: string): string =>
  text.replace(FORBIDDEN, "\uFFFD").replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? character);

function lines({ name, attributes, children }: XmlElement, indent: string): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
  );
  const open = `${indent}<${name}${pairs.join("")}`;
  if (children.length === 0) return `${open}/>`;
  // Text may not be indented: the blanks would be part of it.
  if (children.some((child) => typeof child === "string")) {
    return `${open}>${children.map((child) => (typeof child === "string" ? escapeText(child) : lines(child, ""))).join("")}</${name}>`;
  }
  const inner = (children as XmlElement[]).map((child) => lines(child, `${indent}  `));
  return [`${open}>`, ...inner, `${indent}</${name}>`].join("\n");
}
