import { pathLabel } from "@platform/components/cdn";
import { at, type Check, type Fault } from "../draft";
import { servicesOf } from "../service-kind";
import { unknownName } from "./uses";

/**
 * What the CDN serves comes from buckets of the stack, each path is named once, by a name of its own, and a site leaves no
 * service idle.
 */
export const staticContent: Check = (draft) => [...cachedPaths(draft), ...site(draft)];

const cachedPaths: Check = (draft) => {
  const entries = draft.sections.cdn?.staticContent ?? [];
  return entries.flatMap(({ path, bucket }, index): Fault[] => {
    const key = (setting: string) => at("cdn", "staticContent", index, setting);
    const first = entries.findIndex((entry) => entry.path === path);
    const twice: Fault = {
      path: key("path"),
      involves: [],
      got: `${path}, which entry ${first} has already`,
      expected: "each path once",
      fix: "remove one of the two entries",
    };
    const label = pathLabel(path);
    const alike = entries.findIndex((entry) => pathLabel(entry.path) === label);
    const nameless: Fault = {
      path: key("path"),
      involves: [],
      got: `${path}, which has no letter or digit to be called by`,
      expected: "a path that tells what is cached, such as /static/*",
      fix: "write the folder that holds the files",
    };
    const sameName: Fault = {
      path: key("path"),
      involves: [],
      got: `${path}, which would be called ${label} as entry ${alike} is already`,
      expected: "paths that differ in a letter or digit",
      fix: "join the two paths by a wildcard, or rename a folder",
    };
    return [
      ...(label === "" ? [nameless] : []),
      ...(label !== "" && alike < index && first === index ? [sameName] : []),
      ...(bucket === undefined ? [] : unknownName(draft, "buckets", bucket, key("bucket"), "bucket")),
      ...(first < index ? [twice] : []),
    ];
  });
};

const site: Check = (draft) => {
  const { cdn, services = {} } = draft.sections;
  if (!cdn?.site) return [];
  const everything = Object.entries(servicesOf("web", services)).filter(([, { paths }]) => paths.includes("/*"));
  return [
    ...unknownName(draft, "buckets", cdn.site.bucket, at("cdn", "site", "bucket"), "bucket"),
    ...everything.map(([service]): Fault => ({
      path: at("services", service, "paths"),
      involves: [at("cdn", "site")],
      got: "the path /*, which platform:cdn.site serves from a bucket",
      expected: "narrower paths, such as /api/*, beside a site",
      fix: "write the paths of the service, or remove platform:cdn.site",
    })),
  ];
};
