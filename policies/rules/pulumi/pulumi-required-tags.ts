import { badStack, type CaseResource, goodStack, type Properties, unknownStack, UNKNOWN } from "../../kernel/cases";
import type { Rule } from "../../kernel/rule";
import type { StackIndex } from "../../kernel/stack-index";
import { TAGGABLE } from "./taggable-types";

const PROVIDER = "pulumi:providers:aws";
const params = { keys: ["team"] };
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
  },
  checkStack({ props, stack, params: { keys }, violated }) {
    if (keys.length === 0) return;
    const tags = props.at("tags");
    const all = props.at("tagsAll");
    const written = tags.entries();
    const known = [...written, ...(all.isUnknown() ? [] : all.entries())].map(([key]) => key);
    const missing = keys.filter((key: string) => !known.includes(key) && !isDefault(key, stack));
    for (const key of missing) violated(tags, `the key ${key}`, "none, nor in the provider's default tags", key);
  },
  // No remedy: the values of the tags are nowhere to be read.
  cases: {
    stack: [
      goodStack("its own", [database({ tags: { team: UNKNOWN } })], params),
      goodStack("the provider's", [provider(team), database({ tagsAll: UNKNOWN })], params),
      goodStack("the provider's, as an object", [provider({ tags: { team: "shop" } }), database({})], params),
      goodStack("as AWS answers", [database({ tagsAll: { team: "shop" } })], params),
      goodStack("one of each", [provider(team), database({ tags: { stack: "prod" } })], { keys: ["team", "stack"] }),
      goodStack("nothing asked for", [database({})]),
      badStack("no tags", [database({})], "tags", params),
      badStack("other tags", [provider("{}"), database({ tags: { Team: "shop" } })], "tags", params),
      badStack("one of two", [database({ tags: { team: "shop" } })], "tags", { keys: ["team", "stack"] }),
      badStack("one provider of two", [provider(team), provider("{}", "other"), database({})], "tags", params),
      unknownStack("tags not known", [database({ tags: UNKNOWN })], "tags", params),
      unknownStack("provider's tags not known", [provider(UNKNOWN), database({})], "defaultTags", params),
    ],
  },
};

/** Whether every provider of AWS in the stack adds the tag: which of them a resource has is not seen here. */
function isDefault(key: string, stack: StackIndex): boolean {
  const providers = stack.ofTypes([PROVIDER]);
  const tags = providers.map(({ props }) => props.at("defaultTags").json().at("tags").entries());
  return tags.length > 0 && tags.every((entries) => entries.some(([name]) => name === key));
}
