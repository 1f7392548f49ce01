import type { PolicyStatement } from "../iam";
import type { ContainerArgs } from "./container-definitions";

/** Traces of a share of the requests, sent to AWS X-Ray by a collector beside the application. */
export interface TracingArgs {
  /** Percent of the requests that are traced, more than 0 and at most 100; a caller's own choice goes first. */
  samplePercent: number;
}

/** AWS's own build of OpenTelemetry's collector: https://gallery.ecr.aws/aws-observability/aws-otel-collector */
const COLLECTOR_IMAGE = "public.ecr.aws/aws-observability/aws-otel-collector:v0.48.0";
export const COLLECTOR = "collector";
/** OpenTelemetry's port for OTLP over HTTP; the containers of a task share one loopback. */
const OTLP_PORT = 4318;
/** CPU units and MiB of the task that the collector may take; its own limit of memory lies below, so that it sheds load. */
const LIMITS = { cpu: 64, memory: 128 };

/** What an application's SDK of OpenTelemetry reads: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ */
export function tracingVariables(serviceName: string, namespace: string, { samplePercent }: TracingArgs) {
  return {
    OTEL_SERVICE_NAME: serviceName,
    OTEL_RESOURCE_ATTRIBUTES: `service.namespace=${namespace}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${OTLP_PORT}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
    OTEL_TRACES_EXPORTER: "otlp",
    // CloudWatch has metrics and logs from elsewhere.
    OTEL_METRICS_EXPORTER: "none",
    OTEL_LOGS_EXPORTER: "none",
    OTEL_PROPAGATORS: "tracecontext,baggage,xray",
    OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
    OTEL_TRACES_SAMPLER_ARG: String(samplePercent / 100),
  };
}

/** Names of the variables above. */
export const TRACING_VARIABLES: readonly string[] = Object.keys(tracingVariables("", "", { samplePercent: 1 }));

/** What the collector may do, by the task's role: https://docs.aws.amazon.com/xray/latest/devguide/security_iam_id-based-policy-examples.html */
export function tracingStatement(): PolicyStatement {
  return {
    Sid: "SendTraces",
    Effect: "Allow",
    Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
    // These actions know no resources.
    Resource: "*",
  };
}

/**
 * The collector's container. When it fails it is started again by itself and the application goes on: traces are lost,
 * requests are not.
 */
export function collectorContainer(logGroupName: string, region: string): ContainerArgs {
  return {
    name: COLLECTOR,
    image: COLLECTOR_IMAGE,
    essential: false,
    limits: LIMITS,
    environment: { AOT_CONFIG_CONTENT: JSON.stringify(collectorConfig(region)) },
    secrets: {},
    user: "1000:1000",
    readonlyRootFilesystem: true,
    writablePaths: [],
    writableMib: 0,
    mounts: [],
    stopTimeoutSeconds: 30,
    logGroupName,
    region,
  };
}

/** The collector's configuration; JSON is YAML too. */
function collectorConfig(region: string): object {
  return {
    receivers: { otlp: { protocols: { http: { endpoint: `127.0.0.1:${OTLP_PORT}` } } } },
    processors: {
      memory_limiter: { check_interval: "1s", limit_mib: LIMITS.memory - 32, spike_limit_mib: 16 },
      resourcedetection: { detectors: ["env", "ecs"] },
      batch: { timeout: "1s" },
    },
    exporters: { awsxray: { region } },
    service: {
      telemetry: { logs: { level: "warn" } },
      pipelines: {
        traces: {
          receivers: ["otlp"],
          processors: ["memory_limiter", "resourcedetection", "batch"],
          exporters: ["awsxray"],
        },
      },
    },
  };
}
