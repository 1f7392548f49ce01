import { badStack, type CaseResource, goodStack, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { LISTENER, LOAD_BALANCER } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { isWritten } from "../../kernel/is-written";
import { balancer, distribution, FROM_ANYWHERE, FROM_PREFIX_LIST, group } from "./balancer-cases";
import { protocolOf } from "./listeners";
import { isBehindCloudFront, isReachedByInternet } from "./load-balancers";

const HSTS = "routingHttpResponseStrictTransportSecurityHeaderValue";
const SNIFFING = "routingHttpResponseXContentTypeOptionsHeaderValue";
const FRAMES = "routingHttpResponseXFrameOptionsHeaderValue";
const CONTENT = "routingHttpResponseContentSecurityPolicyHeaderValue";
const SERVER = "routingHttpResponseServerEnabled";
const MAX_AGE = /max-age="?(\d+)"?/i;

interface Header {
  property: string;
  name: string;
  expected: string;
  isRight(value: Value, params: { maxAge: number }): boolean;
  /** What is right for every application. */
  mended?(value: Value, params: { maxAge: number }): string | boolean;
}

const HEADERS: Header[] = [
  {
    property: HSTS,
    name: "Strict-Transport-Security",
    expected: "HTTPS for a year or more",
    isRight: (value, { maxAge }) => Number(MAX_AGE.exec(value.string() ?? "")?.[1] ?? 0) >= maxAge,
    mended: (value, { maxAge }) => withMaxAge(value.string() ?? "", maxAge),
  },
  {
    property: SNIFFING,
    name: "X-Content-Type-Options",
    expected: "nosniff",
    isRight: (value) => value.string()?.toLowerCase() === "nosniff",
    mended: () => "nosniff",
  },
  { property: FRAMES, name: "X-Frame-Options", expected: "DENY or SAMEORIGIN", isRight: (value) => hasText(value) },
  { property: CONTENT, name: "Content-Security-Policy", expected: "a policy", isRight: (value) => hasText(value) },
  { property: SERVER, name: "Server", expected: "false", isRight: (value) => value.isFalse(), mended: () => false },
];

const [TYPE = "", TWIN = ""] = LISTENER;
const headers = {
  [HSTS]: "max-age=63072000; includeSubDomains",
  [SNIFFING]: "nosniff",
  [FRAMES]: "DENY",
  [CONTENT]: "default-src 'self'",
  [SERVER]: false,
};
const NOT_MENDED = { remediable: false } as const;
const open = [balancer(), group([FROM_ANYWHERE])];
const listener = (props: object, type = TYPE): CaseResource => ({
  type,
  name: "https",
  props: { protocol: "HTTPS", port: 443, ...props },
  refers: { loadBalancerArn: "balancer", [CONTENT]: "balancer" },
});

export const albSecurityResponseHeaders: Rule = {
  id: "alb-security-response-headers",
  title: "Load balancers that face browsers add the headers that protect them",
  severity: "medium",
  controls: { nist: ["SC-8", "SI-10"] },
  why: "Without these headers browsers fall back to HTTP, guess types, run injected scripts and show pages in foreign frames.",
  fix: "Set the routingHttpResponse…HeaderValue properties of the HTTPS listener, and routingHttpResponseServerEnabled to false.",
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html",
  types: LISTENER,
  parameters: {
    maxAge: {
      type: "integer",
      minimum: 1,
      default: 31536000,
      description: "Seconds for which browsers keep to HTTPS, at least.",
    },
  },
  checkStack({ subject, props, stack, params, each, violated }) {
    if (protocolOf(props) !== "HTTPS") return;
    const balancers = stack.targets(subject, "loadBalancerArn", LOAD_BALANCER);
    if (!balancers.some((target) => !isBehindCloudFront(stack, target) && isReachedByInternet(stack, target))) return;
    each(HEADERS, ({ property, name, expected, isRight }) => {
      const written = isWritten(subject, property);
      if (!written || !isRight(props.at(property), params))
        violated(property, expected, written ? "something else" : "nothing", name);
    });
  },
  lacks({ props, params, each, violated }) {
    if (protocolOf(props) !== "HTTPS") return;
    each(HEADERS, ({ property, expected, isRight, mended }) => {
      if (mended && !isRight(props.at(property), params)) violated(property, expected, "something else or nothing");
    });
  },
  // On every HTTPS listener, as whom it faces is not seen there. Frames and scripts only the application can tell.
  remedy({ props, params, each, set }) {
    each(HEADERS, ({ property, isRight, mended }) => {
      const value = props.at(property);
      if (mended && !isRight(value, params)) set(property, mended(value, params));
    });
  },
  cases: {
    stack: [
      goodStack("all headers", [...open, listener(headers)]),
      goodStack("in other spellings", [
        ...open,
        listener({
          ...headers,
          [HSTS]: "includeSubDomains; Max-Age=31536000",
          [SNIFFING]: "NoSniff",
          [SERVER]: "false",
        }),
      ]),
      goodStack("behind CloudFront", [...open, listener({}), distribution]),
      goodStack("reached by CloudFront alone", [...open, group([FROM_PREFIX_LIST]), listener({})]),
      goodStack("internal", [balancer({ internal: true }), group([FROM_ANYWHERE]), listener({})]),
      goodStack("HTTP", [...open, listener({ protocol: "HTTP" })]),
      goodStack("load balancer of another stack", [listener({})]),
      goodStack("a shorter time that is allowed", [...open, listener({ ...headers, [HSTS]: "max-age=300" })], {
        maxAge: 300,
      }),
      {
        ...badStack("no headers", [...open, listener({}, TWIN)], [HSTS, SNIFFING, FRAMES, CONTENT, SERVER]),
        ...NOT_MENDED,
      },
      {
        ...badStack("AWS's answer not known", [...open, listener({ ...headers, [SERVER]: UNKNOWN })], SERVER),
        ...NOT_MENDED,
      },
      badStack("HTTPS for a day", [...open, listener({ ...headers, [HSTS]: "max-age=86400" })], HSTS),
      badStack("HTTPS for no time", [...open, listener({ ...headers, [HSTS]: "includeSubDomains" })], HSTS),
      badStack("types guessed", [...open, listener({ ...headers, [SNIFFING]: "" })], SNIFFING),
      {
        ...badStack("foreign frames", [...open, listener({ ...headers, [FRAMES]: undefined })], FRAMES),
        ...NOT_MENDED,
      },
      {
        ...badStack("scripts from anywhere", [...open, listener({ ...headers, [CONTENT]: "" })], CONTENT),
        ...NOT_MENDED,
      },
      badStack("server named", [...open, listener({ ...headers, [SERVER]: true })], SERVER),
      unknownStack("policy not known", [...open, listener({ ...headers, [CONTENT]: UNKNOWN })], CONTENT),
    ],
  },
};

/** The header's other directives stay. */
function withMaxAge(header: string, maxAge: number): string {
  const others = header.split(";").filter((directive) => directive.trim() !== "" && !MAX_AGE.test(directive));
  return [`max-age=${maxAge}`, ...others.map((directive) => directive.trim())].join("; ");
}

const hasText = (value: Value): boolean => Boolean(value.string());
