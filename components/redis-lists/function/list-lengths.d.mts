import type { Duplex } from "node:stream";

export function listLengths(connection: Duplex, token: string, lists: readonly string[]): Promise<number[]>;
