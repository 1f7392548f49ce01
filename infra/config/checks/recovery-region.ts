import { at, type Check, type Draft, type Fault } from "../draft";
import { keyText, type KeyPath } from "../key-path";
import { atHome } from "./second-region";

const REGION = at("recovery", "region");
/** A database of a hundred gigabytes is restored, and a load balancer and a distribution made, within about an hour. */
const LEAST_MINUTES = 60;

/** Everything that the application needs in the second region is there when the first is lost. */
export const recoveryRegion: Check = (draft) => {
  const { recovery } = draft.sections;
  const away = recovery?.region;
  if (!recovery || away === undefined) return idleImages(draft);
  if (away === draft.region) return atHome(draft.region, REGION, away);
  return [
    ...soonest(recovery.timeObjectiveMinutes),
    ...databaseCopy(draft, away),
    ...bucketCopies(draft, away),
    ...fileCopies(draft, away),
    ...images(draft, away),
  ];
};

/** A thing that has no copy in the second region. */
function lacking(path: KeyPath, got: string, what: string, fix: string): Fault {
  return {
    path,
    involves: [REGION],
    got,
    expected: `${what}: ${keyText(REGION)} promises that the application comes up there`,
    fix: `${fix}, or remove ${keyText(REGION)}`,
  };
}

function soonest(minutes: number): Fault[] {
  if (minutes >= LEAST_MINUTES) return [];
  return [
    {
      path: at("recovery", "timeObjectiveMinutes"),
      involves: [REGION],
      got: `${minutes} minutes, with a second region that is brought up when it is needed`,
      expected: `at least ${LEAST_MINUTES}: restoring a database takes most of them`,
      fix: `raise the objective, or remove ${keyText(REGION)} and run the second region all the time`,
    },
  ];
}

function databaseCopy({ sections: { database } }: Draft, region: string): Fault[] {
  const copyTo = at("database", "backup", "copyTo");
  if (!database || database.backup.copyTo === region) return [];
  const got = database.backup.copyTo === undefined ? "no copy of the backups" : `copies in ${database.backup.copyTo}`;
  return [lacking(copyTo, got, `backups of the database in ${region}`, `set ${keyText(copyTo)} to ${region}`)];
}

/** Buckets that services write; what the CDN alone serves is put there anew by the next deployment. */
function bucketCopies({ sections: { buckets = {}, services = {} } }: Draft, region: string): Fault[] {
  const used = new Set(Object.values(services).flatMap(({ uses }) => Object.keys(uses.buckets)));
  return Object.entries(buckets).flatMap(([name, { replication, existing }]): Fault[] => {
    if (!used.has(name) || existing) return [];
    const key = at("buckets", name, "replication");
    if (replication?.region !== region) {
      const got = replication === undefined ? "no copy" : `a copy in ${replication.region}`;
      return [lacking(key, got, `a copy in ${region}`, `write replication: { region: ${region}, timeControl: true }`)];
    }
    if (replication.prefix !== undefined)
      return [lacking([...key, "prefix"], "a copy of a part", "a copy of all objects", "remove prefix")];
    if (!replication.timeControl)
      return [
        lacking(
          [...key, "timeControl"],
          "a copy that may come at any time",
          "a copy within 15 minutes",
          "set timeControl to true",
        ),
      ];
    return [];
  });
}

function fileCopies({ sections: { files = {}, backup } }: Draft, region: string): Fault[] {
  const copyTo = at("backup", "copyTo");
  if (Object.keys(files).length === 0 || backup?.copyTo === region) return [];
  const got = backup?.copyTo === undefined ? "no copy of the file systems" : `copies in ${backup.copyTo}`;
  return [lacking(copyTo, got, `backups of the file systems in ${region}`, `set ${keyText(copyTo)} to ${region}`)];
}

/** Tasks start only from images that the second region reaches when the first is lost. */
function images({ region: home, sections: { services = {}, recovery } }: Draft, region: string): Fault[] {
  return Object.entries(services).flatMap(([name, { image, build }]): Fault[] => {
    const own = build !== undefined || image?.repository === undefined;
    const key = at("services", name, own && build ? "build" : "image");
    if (own)
      return recovery?.replicateImages
        ? []
        : [
            lacking(
              key,
              "an image in the stack's own repository alone",
              `the image in ${region} as well`,
              `set ${keyText(at("recovery", "replicateImages"))} to true`,
            ),
          ];
    if (home === undefined || !image.repository?.includes(`.dkr.ecr.${home}.`)) return [];
    return [
      lacking(
        [...key, "repository"],
        `a repository of ${home} alone`,
        `a registry that ${region} reaches without ${home}`,
        "name a registry of all regions, or let the stack have a repository of its own",
      ),
    ];
  });
}

function idleImages({ sections: { recovery } }: Draft): Fault[] {
  if (!recovery?.replicateImages) return [];
  return [
    {
      path: at("recovery", "replicateImages"),
      involves: [REGION],
      got: `true, without ${keyText(REGION)}`,
      expected: `the key only with ${keyText(REGION)}`,
      fix: "name the second region, or remove replicateImages",
    },
  ];
}
