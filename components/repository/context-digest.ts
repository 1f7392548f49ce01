import { createHash, type Hash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * Twelve hexadecimal digits that change with any file below `folder`: names, contents and links, but neither times nor
 * owners, so that two checkouts of one commit agree. What `.dockerignore` leaves out counts too, which at worst builds
 * an image once too often; `.git` does not.
 */
export function contextDigest(folder: string): string {
  const hash = createHash("sha256");
  addFolder(hash, folder, "");
  return hash.digest("hex").slice(0, 12);
}

function addFolder(hash: Hash, root: string, path: string): void {
  for (const name of readdirSync(join(root, path)).sort()) {
    if (name !== ".git") addEntry(hash, root, join(path, name));
  }
}

function addEntry(hash: Hash, root: string, path: string): void {
  const file = join(root, path);
  const stat = lstatSync(file);
  if (stat.isDirectory()) return addFolder(hash, root, path);
  const content = stat.isSymbolicLink() ? readlinkSync(file) : readFileSync(file);
  // The length keeps the end of one file from passing for the beginning of the next.
  hash.update(`${path}\0${content.length}\0`).update(content);
}
