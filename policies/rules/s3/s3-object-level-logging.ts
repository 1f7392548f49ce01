import { badStack, type CaseResource, goodStack, type Properties, UNKNOWN, unknownStack } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import { BUCKET } from "../../kernel/tokens";
import type { Value } from "../../kernel/value";
import { bucket } from "./bucket-cases";
import { isFirstOf } from "./first-of-stack";

const TRAIL = "aws:cloudtrail/trail:Trail";
const OBJECTS = "AWS::S3::Object";
const ALL_BUCKETS = /^arn:aws[a-z-]*:s3(:::)?$/;

const advanced = (...more: object[]) => ({
  fieldSelectors: [
    { field: "eventCategory", equals: ["Data"] },
    { field: "resources.type", equals: [OBJECTS] },
    ...more,
  ],
});
const trail = (props: Properties): CaseResource => ({ type: TRAIL, name: "trail", props });
const basic = (props: object = {}, values: unknown = ["arn:aws:s3:::"]) => ({
  dataResources: [{ type: OBJECTS, values }],
  ...props,
});

export const s3ObjectLevelLogging: Rule = {
  id: "s3-object-level-logging",
  title: "A trail records who reads and writes objects",
  severity: "medium",
  controls: { securityHub: ["S3.22", "S3.23"], cis: ["3.8", "3.9"], nist: ["AU-12"] },
  why: "Trails record changes of buckets by themselves, but not who took or replaced the objects in them.",
  fix: 'Add an eventSelector with readWriteType "All" and dataResources of type AWS::S3::Object to the account\'s aws.cloudtrail.Trail.',
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-22",
  types: [TRAIL, ...BUCKET],
  optIn: true,
  checkStack({ subject, stack, violated }) {
    // The first trail, else the first bucket, answers for the account.
    if (!isFirstOf(stack, subject, [TRAIL, ...BUCKET])) return;
    const kinds = new Set(stack.ofTypes([TRAIL]).flatMap(({ props }) => recordedKinds(props)));
    for (const kind of ["reads", "writes"])
      if (!kinds.has(kind)) violated("eventSelectors", `a trail that records ${kind} of all objects`, "none", kind);
  },
  cases: {
    stack: [
      goodStack("all", [bucket(), trail({ eventSelectors: [basic({ readWriteType: "All" })] })]),
      goodStack("AWS's default left, in two trails", [
        trail({}),
        { ...trail({ eventSelectors: basic({}, "arn:aws:s3") }), name: "data" },
      ]),
      goodStack("reads and writes apart", [
        trail({ eventSelectors: [basic({ readWriteType: "ReadOnly" }), basic({ readWriteType: "WriteOnly" })] }),
      ]),
      goodStack("all among others", [
        trail({
          eventSelectors: [
            {
              dataResources: [
                { type: OBJECTS, values: ["arn:aws:s3:::assets/", "arn:aws:s3:::"] },
                { type: OBJECTS, values: ["arn:aws:s3:::logs/"] },
              ],
            },
          ],
        }),
      ]),
      goodStack("reads and writes apart, advanced", [
        trail({
          advancedEventSelectors: [
            advanced({ field: "readOnly", equals: ["true"] }),
            advanced({ field: "readOnly", equals: "false" }),
          ],
        }),
      ]),
      goodStack("advanced, without the trail's own bucket", [
        trail({
          advancedEventSelectors: [advanced({ field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::trail"] })],
        }),
      ]),
      badStack("no trail, said once", [bucket(), bucket({}, "logs")], ["eventSelectors", "eventSelectors"]),
      badStack("a trail without objects", [bucket(), trail({})], ["eventSelectors", "eventSelectors"]),
      badStack("reads missing", [trail({ eventSelectors: [basic({ readWriteType: "WriteOnly" })] })], "eventSelectors"),
      badStack(
        "writes missing, advanced",
        [trail({ advancedEventSelectors: [advanced({ field: "readOnly", equals: ["true"] })] })],
        "eventSelectors",
      ),
      badStack(
        "one bucket alone",
        [trail({ eventSelectors: [basic({}, ["arn:aws:s3:::assets/"])] })],
        ["eventSelectors", "eventSelectors"],
      ),
      badStack(
        "one bucket alone, advanced",
        [trail({ advancedEventSelectors: advanced({ field: "resources.ARN", startsWiths: ["arn:aws:s3:::a/"] }) })],
        ["eventSelectors", "eventSelectors"],
      ),
      badStack(
        "one object alone, advanced",
        [trail({ advancedEventSelectors: advanced({ field: "resources.ARN", equals: ["arn:aws:s3:::a/b"] }) })],
        ["eventSelectors", "eventSelectors"],
      ),
      badStack(
        "functions, advanced",
        [
          trail({
            advancedEventSelectors: [
              { fieldSelectors: [{ field: "resources.type", equals: ["AWS::Lambda::Function"] }] },
            ],
          }),
        ],
        ["eventSelectors", "eventSelectors"],
      ),
      unknownStack("selectors not known", [trail({ eventSelectors: UNKNOWN })], "eventSelectors"),
    ],
  },
};

function recordedKinds(trail: Value): string[] {
  const basic = trail.at("eventSelectors").list().filter(coversAllObjects);
  const advanced = trail.at("advancedEventSelectors").list().flatMap(kindsOfAdvanced);
  return [...basic.flatMap((selector) => kindsOf(selector.at("readWriteType").string())), ...advanced];
}

function coversAllObjects(selector: Value): boolean {
  const objects = selector
    .at("dataResources")
    .list()
    .filter((resource) => resource.at("type").string() === OBJECTS);
  return objects.some((resource) =>
    resource
      .at("values")
      .strings()
      .some((value) => ALL_BUCKETS.test(value)),
  );
}

const kindsOf = (type = "All"): string[] =>
  [type !== "WriteOnly" && "reads", type !== "ReadOnly" && "writes"].filter((kind) => kind !== false);

function kindsOfAdvanced(selector: Value): string[] {
  const fields = selector.at("fieldSelectors").list();
  const of = (name: string): Value | undefined => fields.find((field) => field.at("field").string() === name);
  const isAboutObjects = of("resources.type")?.at("equals").strings().includes(OBJECTS) === true;
  const arn = of("resources.ARN");
  if (!isAboutObjects || arn?.at("equals").isSet() || arn?.at("startsWiths").isSet()) return [];
  const [readOnly] = of("readOnly")?.at("equals").strings() ?? [];
  if (readOnly === undefined) return kindsOf();
  return kindsOf(readOnly.toLowerCase() === "true" ? "ReadOnly" : "WriteOnly");
}
