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

interface Header {
  property: string;
  name: string;
  expected: string;
  isRight(value: Value, params: { maxAge: number }): boolean;
}

const HEADERS: Header[] = [
  {
    property: HSTS,
    name: "Strict-Transport-Security",
    expected: "HTTPS for a year or more",
    isRight: (value, { maxAge }) => Number(/max-age="?(\d+)/i.exec(value.string() ?? "")?.[1] ?? 0) >= maxAge,
  },
  {
    property: SNIFFING,
    name: "X-Content-Type-Options",
    expected: "nosniff",
    isRight: (value) => value.string()?.toLowerCase() === "nosniff",
  },
  { property: FRAMES, name: "X-Frame-Options", expected: "DENY or SAMEORIGIN", isRight: (value) => hasText(value) },
  { property: CONTENT, name: "Content-Security-Policy", expected: "a policy", isRight: (value) => hasText(value) },
  { property: SERVER, name: "Server", expected: "false", isRight: (value) => value.isFalse() },
];

const [TYPE = "", TWIN = ""] = LISTENER;
const headers = {
  [HSTS]: "max-age=63072000; includeSubDomains",
  [SNIFFING]: "nosniff",
  [FRAMES]: "DENY",
  [CONTENT]: "default-src 'self'",
  [SERVER]: false,
};
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
  // No remedy: that a listener faces browsers only its stack tells.
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
      badStack("no headers", [...open, listener({}, TWIN)], [HSTS, SNIFFING, FRAMES, CONTENT, SERVER]),
      badStack("AWS's answer not known", [...open, listener({ ...headers, [SERVER]: UNKNOWN })], SERVER),
      badStack("HTTPS for a day", [...open, listener({ ...headers, [HSTS]: "max-age=86400" })], HSTS),
      badStack("HTTPS for no time", [...open, listener({ ...headers, [HSTS]: "includeSubDomains" })], HSTS),
      badStack("types guessed", [...open, listener({ ...headers, [SNIFFING]: "" })], SNIFFING),
      badStack("foreign frames", [...open, listener({ ...headers, [FRAMES]: undefined })], FRAMES),
      badStack("scripts from anywhere", [...open, listener({ ...headers, [CONTENT]: "" })], CONTENT),
      badStack("server named", [...open, listener({ ...headers, [SERVER]: true })], SERVER),
      unknownStack("policy not known", [...open, listener({ ...headers, [CONTENT]: UNKNOWN })], CONTENT),
    ],
  },
};

const hasText = (value: Value): boolean => Boolean(value.string());
