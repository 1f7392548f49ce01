import { Client, credentials, type ServiceError } from "@grpc/grpc-js";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { Recording, RecordedResource } from "@platform/simulator";
import { Failure } from "../preview/failure";
import { findingOf, type Finding, type Severity } from "../preview/findings";
import { inFlight } from "./in-flight";
import { LEVELS, type Level, type PolicyInfo, type PolicySettings, type PolicyText } from "./policy-config";
import { analyzeRequest, analyzerResource, type ProviderResource } from "./wire";

/** Enough to keep the pack busy while answers travel; more would only hold requests in memory. */
const ANALYSES_IN_FLIGHT = 16;
const MESSAGE_LIMIT = 400 * 1024 * 1024;
const SEVERITIES: (Severity | undefined)[] = [undefined, "low", "medium", "high", "critical"];

/** Speaks with a running policy pack as the engine does. */
export class Analyzer {
  private readonly client: AnalyzerClient;

  constructor(address: string) {
    this.client = new AnalyzerClient(address, credentials.createInsecure(), {
      "grpc.max_receive_message_length": MESSAGE_LIMIT,
      "grpc.max_send_message_length": MESSAGE_LIMIT,
    });
  }

  /** The pack itself, and its policies. */
  async pack(): Promise<PackInfo> {
    const info = await this.call<proto.AnalyzerInfo>((reply) => this.client.getAnalyzerInfo(new Empty(), reply));
    const policies = info.getPoliciesList().map((policy) => ({
      name: policy.getName(),
      level: levelOf(policy.getEnforcementlevel()),
      ...schemaOf(policy.getConfigschema()),
      ...textOf(policy),
    }));
    return { name: info.getName(), ...(info.getVersion() && { version: info.getVersion() }), policies };
  }

  async policies(): Promise<PolicyInfo[]> {
    return (await this.pack()).policies;
  }

  async configure(settings: ReadonlyMap<string, PolicySettings>, recording: StackOf): Promise<void> {
    const request = new proto.ConfigureAnalyzerRequest();
    for (const [name, { level, properties }] of settings) {
      const config = new proto.PolicyConfig();
      config.setEnforcementlevel(LEVEL_NUMBERS[level]);
      config.setProperties(Struct.fromJavaScript(properties as { [key: string]: JavaScriptValue }));
      request.getPolicyconfigMap().set(name, config);
    }
    await this.call<Empty>((reply) => this.client.configure(request, reply));
    const stack = new proto.AnalyzerStackConfigureRequest();
    stack.setProject(recording.project).setStack(recording.stack).setOrganization("organization");
    stack.setDryRun(recording.view === "preview");
    await this.call<proto.AnalyzerStackConfigureResponse>((reply) => this.client.configureStack(stack, reply));
  }

  /** Every resource by itself, components included, then all of them together: the engine's own order. */
  async analyze(recording: Recording, defaultProviderInputs: ProviderResource["inputs"]): Promise<Finding[]> {
    const providerOf = providersOf(recording, defaultProviderInputs);
    const found = await inFlight(recording.resources, ANALYSES_IN_FLIGHT, async (resource) => {
      const request = analyzeRequest(resource, providerOf(resource));
      const response = await this.call<proto.AnalyzeResponse>((reply) => this.client.analyze(request, reply));
      return response.getDiagnosticsList().map((diagnostic) => fromDiagnostic(diagnostic, resource.urn));
    });
    const stack = new proto.AnalyzeStackRequest();
    stack.setResourcesList(recording.resources.map((resource) => analyzerResource(resource, providerOf(resource))));
    const response = await this.call<proto.AnalyzeResponse>((reply) => this.client.analyzeStack(stack, reply));
    return [...found.flat(), ...response.getDiagnosticsList().map((diagnostic) => fromDiagnostic(diagnostic))];
  }

  close(): void {
    // The generated client's typing leaves out what it inherits.
    (this.client as unknown as Client).close();
  }

  private call<Response>(
    send: (reply: (error: ServiceError | null, response: Response) => void) => void,
  ): Promise<Response> {
    return new Promise((resolve, reject) => {
      send((error, response) => {
        if (error) reject(new Failure(`The policy pack failed: ${error.details.split("\n").slice(0, 3).join("\n")}`));
        else resolve(response);
      });
    });
  }
}

export interface PackInfo {
  name: string;
  version?: string;
  policies: PolicyInfo[];
}

type StackOf = Pick<Recording, "project" | "stack" | "view">;

const LEVEL_NUMBERS: { [level in Level]: proto.EnforcementLevel } = {
  advisory: proto.EnforcementLevel.ADVISORY,
  mandatory: proto.EnforcementLevel.MANDATORY,
  remediate: proto.EnforcementLevel.REMEDIATE,
  disabled: proto.EnforcementLevel.DISABLED,
};

const levelOf = (level: proto.EnforcementLevel): Level =>
  LEVELS.find((name) => LEVEL_NUMBERS[name] === level) ?? "advisory";

function schemaOf(schema: proto.PolicyConfigSchema | undefined): Pick<PolicyInfo, "schema"> {
  if (!schema) return {};
  const properties = (schema.getProperties()?.toJavaScript() ?? {}) as NonNullable<PolicyInfo["schema"]>["properties"];
  return { schema: { properties, required: schema.getRequiredList() } };
}

function textOf(policy: proto.PolicyInfo): PolicyText {
  const severity = SEVERITIES[policy.getSeverity()];
  const controls = policy.getFramework()?.getSpecification().split(/, */) ?? [];
  const tags = [...controls, ...policy.getTagsList()].filter((tag) => tag !== "");
  return {
    ...(policy.getDisplayname() && { title: policy.getDisplayname() }),
    ...(policy.getDescription() && { description: policy.getDescription() }),
    ...(severity && { severity }),
    ...(policy.getRemediationSteps() && { fix: policy.getRemediationSteps() }),
    ...(policy.getUrl() && { url: policy.getUrl() }),
    ...(tags.length > 0 && { tags }),
  };
}

/** `analyzed` is the resource that the analysis was about, where the diagnostic does not name one. */
function fromDiagnostic(diagnostic: proto.AnalyzeDiagnostic, analyzed?: string): Finding {
  const urn = diagnostic.getUrn() || analyzed;
  const severity = SEVERITIES[diagnostic.getSeverity()];
  return findingOf({
    rule: diagnostic.getPolicyname(),
    level: levelOf(diagnostic.getEnforcementlevel()) === "mandatory" ? "mandatory" : "advisory",
    ...(severity && { severity }),
    ...(urn && { urn }),
    description: diagnostic.getDescription(),
    message: diagnostic.getMessage(),
  });
}

/** The explicit provider of a resource, or the default one of its package with the stack's provider configuration. */
function providersOf(
  recording: Recording,
  inputs: ProviderResource["inputs"],
): (resource: RecordedResource) => ProviderResource | undefined {
  const byUrn = new Map(recording.resources.map((resource) => [resource.urn, resource]));
  return ({ custom, type, provider }) => {
    if (!custom || type.startsWith("pulumi:")) return undefined;
    if (provider) return byUrn.get(provider);
    const name = type.slice(0, type.indexOf(":"));
    const providerType = `pulumi:providers:${name}`;
    const urn = `urn:pulumi:${recording.stack}::${recording.project}::${providerType}::default`;
    return { urn, type: providerType, name: "default", inputs: name === "aws" ? inputs : {} };
  };
}
