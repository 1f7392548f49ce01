import { at, type Check, type Fault } from "../draft";
import { valueAt } from "../key-path";

/** What another stack has made is used as it is, lies in the stack's region, and is served by its own stack's CDN. */
export const existing: Check = ({ region, sections: { buckets = {}, secrets = {}, cdn }, written }) => {
  const served = new Set([cdn?.site?.bucket, ...(cdn?.staticContent ?? []).map(({ bucket }) => bucket)]);
  const ofBuckets = Object.entries(buckets).flatMap(([name, bucket]): Fault[] => {
    if (!bucket.existing) return [];
    const key = (...rest: string[]) => at("buckets", name, ...rest);
    const own = ["lifecycle", "replication", "cors"].filter(
      (setting) => valueAt(written.buckets, [name, setting]) !== undefined,
    );
    return [
      ...own.map((setting) => foreign(key(setting), "bucket")),
      ...elsewhere(key("existing", "kmsKeyArn"), bucket.existing.kmsKeyArn, region),
      ...(served.has(name)
        ? [
            {
              path: key("existing"),
              involves: [at("cdn")],
              got: "a bucket of another stack, which the CDN serves",
              expected: "a bucket of this stack's own: the CDN needs a line in its policy",
              fix: "remove existing and put the content there anew, or take it out of platform:cdn",
            },
          ]
        : []),
    ];
  });
  const ofSecrets = Object.entries(secrets).flatMap(([name, secret]): Fault[] => {
    if (!secret.existing) return [];
    const key = (...rest: string[]) => at("secrets", name, ...rest);
    return [
      ...(secret.generate ? [foreign(key("generate"), "secret")] : []),
      ...elsewhere(key("existing", "arn"), secret.existing.arn, region),
      ...elsewhere(key("existing", "kmsKeyArn"), secret.existing.kmsKeyArn, region),
    ];
  });
  return [...ofBuckets, ...ofSecrets];
};

function foreign(path: Fault["path"], what: string): Fault {
  return {
    path,
    involves: [],
    got: `a setting of a ${what} that another stack has made`,
    expected: `nothing: this stack changes nothing of that ${what}`,
    fix: "remove it, or remove existing",
  };
}

function elsewhere(path: Fault["path"], arn: string, region: string | undefined): Fault[] {
  const [, , , place] = arn.split(":");
  if (region === undefined || place === region) return [];
  return [
    {
      path,
      involves: [],
      got: `an ARN of ${place}, while aws:region is ${region}`,
      expected: `an ARN of ${region}`,
      fix: "name the copy in the stack's own region",
    },
  ];
}
