"use strict";

// Runs on CloudWatch Synthetics' plain Node.js, without any library: asks for each page as a user would, and throws when
// one of them is not as it should be. What it throws is what the canary shows; it never repeats what a page says.

/**
 * @typedef {object} Page
 * @property {string} path
 * @property {Record<string, string | number | boolean>} [json] Values that the answer must have, by dotted field.
 */

/**
 * What is wrong with a page, or nothing.
 * @param {string} baseUrl
 * @param {Page} page
 * @param {number} timeoutSeconds For the answer with its whole body.
 * @returns {Promise<string | undefined>}
 */
async function problemOf(baseUrl, page, timeoutSeconds) {
  try {
    const answer = await fetch(new URL(page.path, baseUrl), {
      // A health page that redirects to a log-in is not healthy.
      redirect: "manual",
      headers: { "user-agent": "platform-canary", "cache-control": "no-cache" },
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    });
    const body = await answer.text();
    if (!answer.ok) return `${page.path} answered ${answer.status}`;
    return page.json && wrongField(page.path, body, page.json);
  } catch (error) {
    if (error.name === "TimeoutError") return `${page.path} took longer than ${timeoutSeconds} s`;
    return `${page.path} could not be reached: ${error.cause?.code ?? error.name}`;
  }
}

/** @returns {string | undefined} */
function wrongField(path, body, expected) {
  let document;
  try {
    document = JSON.parse(body);
  } catch {
    return `${path} answered no JSON`;
  }
  const [wrong] = Object.keys(expected).filter((field) => valueAt(document, field) !== expected[field]);
  return wrong === undefined ? undefined : `${path} answered with another ${wrong} than ${expected[wrong]}`;
}

const valueAt = (document, field) => field.split(".").reduce((value, key) => value?.[key], document);

exports.handler = async () => {
  const { BASE_URL, PAGES, TIMEOUT_SECONDS } = process.env;
  const found = await Promise.all(JSON.parse(PAGES).map((page) => problemOf(BASE_URL, page, Number(TIMEOUT_SECONDS))));
  const problems = found.filter((problem) => problem !== undefined);
  if (problems.length > 0) throw new Error(problems.join("; "));
};
