import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import type { Value } from "../../kernel/value";
import { TAGGABLE } from "./taggable-types";

const PROVIDER = "pulumi:providers:aws";
const params = { keys: ["team"] };
const valued = { ...params, values: { team: "shop" } };
const database = (props: Properties): CaseResource => ({ type: "aws:rds/instance:Instance", name: "orders", props });
const provider = (defaultTags: unknown, name = "aws"): CaseResource => ({
  type: PROVIDER,
  name,
  props: { defaultTags },
});
const team = JSON.stringify({ tags: { team: "shop" } });

export const pulumiRequiredTags: Rule = {
  id: "pulumi-required-tags",
  title: "Resources have the tags that the organisation asks for",
  severity: "low",
  controls: { nist: ["CM-8"] },
  why: "Without an owner's name nobody answers for a resource, its cost or its findings.",
  fix: "Set the keys in defaultTags of the aws.Provider, or in tags of the resource.",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/standards-tagging.html",
  types: TAGGABLE,
  parameters: {
    keys: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Keys of the tags; empty asks for none.",
    },
    values: {
      type: "object",
      additionalProperties: { type: "string" },
      default: {},
      description: "Values that the remedy gives to keys which are missing; a key without one is left to the program.",
    },
  },
  checkStack({ props, stack, params: { keys }, violated }) {
    if (keys.length === 0) return;
    const all = props.at("tagsAll");
    const known = [...keysIn(props.at("tags")), ...(all.isUnknown() ? [] : keysIn(all))];
    const missing = keys.filter((key: string) => !known.includes(key) && !isDefault(key, stack));
    for (const key of missing) violated("tags", `the key ${key}`, "none, nor in the provider's default tags", key);
  },
  // The provider has put its default tags into tagsAll by then:
  // https://github.com/pulumi/pulumi-aws/blob/master/provider/tags.go
  lacks({ props, params, violated }) {
    for (const key of missingOf(props, params)) violated("tags", `the key ${key}`, "none", key);
  },
  remedy({ props, params, put }) {
    for (const key of missingOf(props, params)) {
      const isWritten = put("tags", key, params.values[key]);
      if (isWritten && props.at("tagsAll").isSet()) put("tagsAll", key, params.values[key]);
    }
  },
  cases: {
    stack: [
      goodStack("its own", [database({ tags: { team: UNKNOWN } })], params),
      goodStack("the provider's", [provider(team), database({ tagsAll: UNKNOWN })], params),
      goodStack("the provider's, as an object", [provider({ tags: { team: "shop" } }), database({})], params),
      goodStack("as AWS answers", [database({ tagsAll: { team: "shop" } })], params),
      goodStack("one of each", [provider(team), database({ tags: { stack: "prod" } })], { keys: ["team", "stack"] }),
      goodStack("nothing asked for", [database({})]),
      goodStack(
        "as AWS answers, with a value for those that lack it",
        [database({ tagsAll: { team: UNKNOWN } })],
        valued,
      ),
      badStack("no tags", [database({})], "tags", valued),
      badStack("other tags", [provider("{}"), database({ tags: { Team: "shop" } })], "tags", valued),
      badStack("one of two", [database({ tags: { team: "shop" } })], "tags", {
        keys: ["team", "cost.center/[eu]"],
        values: { "cost.center/[eu]": "12" },
      }),
      badStack("one provider of two", [provider(team), provider("{}", "other"), database({})], "tags", valued),
      { ...badStack("no tags, and no value for them", [database({})], "tags", params), remediable: false },
      unknownStack("tags not known", [database({ tags: UNKNOWN })], "tags", params),
      unknownStack("provider's tags not known", [provider(UNKNOWN), database({})], "defaultTags", params),
    ],
  },
};

const keysIn = (tags: Value): string[] => tags.entries().map(([key]) => key);

/** The keys that a resource lacks and that there is a value for. */
function missingOf(props: Value, { keys, values }: { keys: string[]; values: { [key: string]: string } }): string[] {
  const known = [...keysIn(props.at("tags")), ...keysIn(props.at("tagsAll"))];
  return keys.filter((key) => !known.includes(key) && Object.hasOwn(values, key));
}

/** Whether every provider of AWS in the stack adds the tag: which of them a resource has is not seen here. */
function isDefault(key: string, stack: StackIndex): boolean {
  const providers = stack.ofTypes([PROVIDER]);
  const tags = providers.map(({ props }) => props.at("defaultTags").json().at("tags").entries());
  return tags.length > 0 && tags.every((entries) => entries.some(([name]) => name === key));
}
