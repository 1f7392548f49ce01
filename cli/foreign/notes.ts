import type { Recording } from "@platform/simulator";
import type { Finding } from "../preview/findings";

const RULE = "answered-generically";

/** Look-ups that are answered with an assumption instead of nothing. */
const ASSUMED: { [token: string]: string } = {
  "aws:index/getAvailabilityZones:getAvailabilityZones": "the zones a, b and c stand for those of the account",
  "aws:index/getCallerIdentity:getCallerIdentity": "an example account stands for the real one",
};

/** What a preview of a foreign program could not know, as findings that stay undetermined. */
export function notesOf({ resources, invokes, unsimulated }: Recording, assumptions: readonly string[]): Finding[] {
  const remote = new Set(resources.flatMap(({ type, remote: isRemote }) => (isRemote ? [type] : [])));
  const lookUps = new Set(invokes.map(({ token }) => token));
  const explain = (token: string): string => {
    if (remote.has(token)) return `${token}: its own plugin makes what is inside it, which was not checked`;
    if (ASSUMED[token]) return `${token}: ${ASSUMED[token]}`;
    if (lookUps.has(token)) return `${token}: what this look-up answers is unknown`;
    const [type, id] = token.split(" ");
    if (type === "pulumi:pulumi:StackReference") return `stack ${id}: its outputs are unknown`;
    if (id !== undefined) return `${type} ${id}: it exists already, and only its id is known`;
    if (token.startsWith("pulumi-nodejs:dynamic")) return `${token}: its provider was not run`;
    return `${token}: AWS's answers for this type are not simulated`;
  };
  return [...[...unsimulated].sort().map(explain), ...assumptions].map((message) => ({
    rule: RULE,
    level: "advisory",
    description: "What the preview cannot simulate is answered generically and named.",
    message,
  }));
}
