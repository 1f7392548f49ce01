import type { StackConfig } from "../../../../infra/config";
import { routesOf } from "../../../../infra/model-routes";
import type { Context } from "../../iam/context";
import { type Call, on, under } from "../call";
import type { Right } from "./right";

export const models: Right = {
  task: ({ stack, task }) => task.uses.models.flatMap((id) => callModel(stack.config, id)),
};

/** A model under its own id, or a profile with the model behind it in every region to which the profile sends. */
function callModel(config: StackConfig, id: string): Call[] {
  const { region } = config;
  const { arn: guardrail, context: guarded } = guardrailOf(config);
  const invoke = (arn: string, context: Context): Call[] => under({ ...guarded, ...context }, on(arn, ...INVOKE));
  const calls = routesOf([id], config).flatMap(({ modelId, profile, destinations }) => {
    if (!profile) return invoke(modelArn(region, modelId), {});
    const through = { "bedrock:InferenceProfileArn": profileArn(config, id) };
    const places = destinations === "global" ? [region] : destinations;
    return [
      ...invoke(profileArn(config, id), {}),
      ...places.flatMap((place) => invoke(modelArn(place, modelId), through)),
      ...(destinations === "global"
        ? invoke(modelArn("", modelId), { ...through, "aws:RequestedRegion": "unspecified" })
        : []),
    ];
  });
  return [...calls, ...(guardrail ? on(guardrail, "bedrock:ApplyGuardrail") : [])];
}

const INVOKE = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];

function guardrailOf({ account, region, models: { guardrail } }: StackConfig): { arn?: string; context: Context } {
  if (!guardrail) return { context: {} };
  const arn = `arn:aws:bedrock:${region}:${account}:guardrail/${guardrail.id}`;
  return { arn, context: { "bedrock:GuardrailIdentifier": `${arn}:${guardrail.version}` } };
}

/** Calls of every model that any service of the stack uses, in the home region and in another, by itself. */
export function callsOfModels(config: StackConfig): Call[] {
  const ids = new Set(Object.values(config.services).flatMap(({ uses }) => uses.models));
  return [...ids].flatMap((id) => [
    ...on(profileArn(config, id), ...INVOKE),
    ...routesOf([id], config).flatMap(({ modelId }) =>
      [config.region, "ca-west-1"].flatMap((region) => on(modelArn(region, modelId), ...INVOKE)),
    ),
  ]);
}

const modelArn = (region: string, modelId: string): string => `arn:aws:bedrock:${region}::foundation-model/${modelId}`;

const profileArn = ({ account, region }: StackConfig, id: string): string =>
  `arn:aws:bedrock:${region}:${account}:inference-profile/${id}`;
