import { Buffer } from "node:buffer";

// Asks Redis for the lengths of lists, in its own protocol: https://redis.io/docs/latest/develop/reference/protocol-spec/

/**
 * The lengths of lists, in their order. All commands go out at once; the connection is closed in the end.
 *
 * @param {import("node:stream").Duplex} connection to Redis or Valkey, open or about to be.
 * @param {string} token what signs in.
 * @param {readonly string[]} lists names of lists; one that does not exist has the length 0.
 * @returns {Promise<number[]>}
 */
export async function listLengths(connection, token, lists) {
  try {
    connection.write([["AUTH", token], ...lists.map((list) => ["LLEN", list])].map(command).join(""));
    const [signedIn, ...lengths] = await answers(connection, lists.length + 1);
    if (signedIn !== "OK") throw new Error(`Redis answered AUTH with ${signedIn}`);
    return lengths.map((length, index) => {
      if (typeof length !== "number") throw new Error(`Redis answered LLEN ${lists[index]} with ${length}`);
      return length;
    });
  } finally {
    connection.destroy();
  }
}

/** @param {string[]} words */
const command = (words) =>
  `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;

/**
 * The next answers, each a line: a text, a number, or an error, which ends the whole.
 *
 * @param {import("node:stream").Duplex} connection
 * @param {number} count
 * @returns {Promise<(string | number)[]>}
 */
function answers(connection, count) {
  return new Promise((resolve, reject) => {
    let received = "";
    connection.setEncoding("utf8");
    connection.on("data", (/** @type {string} */ text) => {
      received += text;
      const lines = received.split("\r\n").slice(0, -1);
      const error = lines.find((line) => line.startsWith("-"));
      if (error) reject(new Error(`Redis refused: ${error.slice(1)}`));
      else if (lines.length >= count) resolve(lines.slice(0, count).map(answer));
    });
    connection.on("error", reject);
    connection.on("close", () => reject(new Error(`Redis hung up before it had given ${count} answers`)));
  });
}

/** @param {string} line */
const answer = (line) => (line.startsWith(":") ? Number(line.slice(1)) : line.slice(1));
