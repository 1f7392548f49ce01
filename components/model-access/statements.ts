import type { PolicyStatement } from "../iam";
import type { ModelRoute } from "./model-route";

export interface ModelAccessArgs {
  account: string;
  /** Region from which the models are called. */
  region: string;
  routes: readonly ModelRoute[];
  /** A guardrail without which no call is let through. */
  guardrail?: { id: string; version: string };
}

// Converse and ConverseStream are allowed by the same two actions:
// https://docs.aws.amazon.com/bedrock/latest/userguide/inference-prereq.html
const INVOKE = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];

/**
 * The right to call exactly these models: each profile in the home region, and the model behind it in every region that
 * the profile may send to, but through that profile only
 * (https://docs.aws.amazon.com/bedrock/latest/userguide/geographic-cross-region-inference.html).
 */
export function modelStatements(args: ModelAccessArgs): PolicyStatement[] {
  const { region, routes, guardrail } = args;
  const guarded = guardrail && guardrailArn(args, guardrail);
  const allow = (Sid: string, Resource: string[], conditions: { [key: string]: string } = {}): PolicyStatement => {
    const StringEquals = { ...conditions, ...(guarded && { "bedrock:GuardrailIdentifier": guarded.version }) };
    const narrowed = Object.keys(StringEquals).length > 0;
    return { Sid, Effect: "Allow", Action: INVOKE, Resource, ...(narrowed && { Condition: { StringEquals } }) };
  };

  const models = routes.filter(({ profile }) => !profile).map(({ modelId }) => modelArn(region, modelId));
  const profiles = routes.filter(({ profile }) => profile);
  const entries = [...models, ...profiles.map((route) => profileArn(args, route))];
  if (entries.length === 0) return [];
  return [
    allow("CallModels", entries),
    ...profiles.flatMap((route, index) => behindProfile(args, route, index, allow)),
    ...(guarded
      ? [{ Sid: "UseGuardrail", Effect: "Allow" as const, Action: "bedrock:ApplyGuardrail", Resource: guarded.arn }]
      : []),
  ];
}

type Allow = (sid: string, resources: string[], conditions: { [key: string]: string }) => PolicyStatement;

/** The model behind one profile, wherever the profile may send to. */
function behindProfile(args: ModelAccessArgs, route: ModelRoute, index: number, allow: Allow): PolicyStatement[] {
  const { modelId, destinations } = route;
  const through = { "bedrock:InferenceProfileArn": profileArn(args, route) };
  if (destinations !== "global") {
    const resources = destinations.map((region) => modelArn(region, modelId));
    return [allow(`ThroughProfile${index + 1}`, resources, through)];
  }
  // A request that may go anywhere is asked for once here and once without a region:
  // https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
  return [
    allow(`ThroughProfile${index + 1}AtHome`, [modelArn(args.region, modelId)], through),
    allow(`ThroughProfile${index + 1}Anywhere`, [modelArn("", modelId)], {
      ...through,
      "aws:RequestedRegion": "unspecified",
    }),
  ];
}

const modelArn = (region: string, modelId: string): string => `arn:aws:bedrock:${region}::foundation-model/${modelId}`;

const profileArn = ({ account, region }: ModelAccessArgs, { id }: ModelRoute): string =>
  `arn:aws:bedrock:${region}:${account}:inference-profile/${id}`;

// A guardrail's version is part of what calls name:
// https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html
function guardrailArn({ account, region }: ModelAccessArgs, { id, version }: { id: string; version: string }) {
  const arn = `arn:aws:bedrock:${region}:${account}:guardrail/${id}`;
  return { arn, version: `${arn}:${version}` };
}
