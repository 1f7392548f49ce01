import { at, type Check, type Draft, type Fault, written } from "../draft";
import type { KeyPath } from "../key-path";
import { keyText, sameBranch } from "../key-path";

/** A protection that production has by default and this file gives up. */
interface Given {
  path: KeyPath;
  /** What production has. */
  instead: string;
}

/** Giving up a protection in production costs a sentence, and no sentence stands without one. */
export const protections: Check = (draft) => {
  const { profile, reasons } = draft.sections;
  if (!reasons) return [];
  const givenUp = profile === "production" ? protectionsGivenUp(draft) : [];
  const unexplained = givenUp.filter(({ path }) => !Object.hasOwn(reasons, reasonName(path)));
  const idle = Object.keys(reasons).filter((name) => !givenUp.some(({ path }) => reasonName(path) === name));
  return [
    ...unexplained.map(({ path, instead }): Fault => {
      const name = reasonName(path);
      return {
        path,
        involves: [at("profile"), at("reasons", name)],
        got: `${written(draft, path)}, which gives up a protection in production without a reason`,
        expected: `${instead}, or a sentence of at least 20 characters under platform:reasons`,
        fix: `go back to ${instead}, or add to platform:reasons the line ${JSON.stringify(name)}: "why this is acceptable"`,
      };
    }),
    ...idle.map((name): Fault => ({
      path: at("reasons", name),
      involves: [at("profile"), placeOf(name)],
      got: "a reason for a protection that is not given up",
      expected:
        profile === "production"
          ? `a reason only for what is given up${givenUp.length > 0 ? `: ${givenUp.map(({ path }) => reasonName(path)).join(", ")}` : ""}`
          : "reasons only in production",
      fix: "remove the line",
    })),
  ];
};

/** The key as reasons name it: without the namespace. */
function reasonName(path: KeyPath): string {
  return keyText(path).replace("platform:", "");
}

function placeOf(name: string): KeyPath {
  const [section = "", ...rest] = name.split(".");
  return [`platform:${section}`, ...rest];
}

function protectionsGivenUp(draft: Draft): Given[] {
  const { sections } = draft;
  const given: Given[] = [];
  const giveUp = (path: KeyPath, instead: string, isGivenUp: boolean | undefined) => {
    if (isGivenUp) given.push({ path, instead });
  };
  giveUp(at("protect"), "true", sections.protect === false);
  giveUp(at("network", "nat"), "perZone", sections.network && sections.network.nat !== "perZone");
  giveUp(at("network", "interfaceEndpoints"), "true", sections.network?.interfaceEndpoints === false);
  giveUp(
    at("network", "flowLogRetentionDays"),
    "30 days",
    sections.network && sections.network.flowLogRetentionDays < 30,
  );
  giveUp(at("loadBalancer", "deletionProtection"), "true", sections.loadBalancer?.deletionProtection === false);
  giveUp(at("cdn"), "a CDN", draft.written.cdn === undefined);
  giveUp(at("firewall"), "a firewall", draft.written.firewall === undefined);
  giveUp(at("firewall", "mode"), "block", sections.firewall?.mode === "count");
  giveUp(
    at("firewall", "rateLimit"),
    "10000 requests or fewer",
    sections.firewall && sections.firewall.rateLimit > 10_000,
  );
  giveUp(at("logs", "retentionDays"), "30 days", sections.logs && sections.logs.retentionDays < 30);
  giveUp(at("alarms", "emails"), "at least one address", sections.alarms?.emails.length === 0);
  giveUp(at("egress", "mode"), "block", sections.egress?.mode === "alert");
  giveUp(at("mail", "dmarc", "policy"), "quarantine", sections.mail?.dmarc.policy === "none");
  giveUp(at("cache", "multiZone"), "true", sections.cache?.multiZone === false);
  giveUp(at("cache", "rotateAfterDays"), "90 days", sections.cache && isLongLived(sections.cache.rotateAfterDays));
  giveUp(at("cache", "snapshotRetentionDays"), "1 day", sections.cache?.snapshotRetentionDays === 0);

  const { database } = sections;
  giveUp(at("database", "multiZone"), "true", database?.multiZone === false);
  giveUp(at("database", "deletionProtection"), "true", database?.deletionProtection === false);
  giveUp(at("database", "performanceInsights"), "true", database?.performanceInsights === false);
  giveUp(at("database", "monitoringInterval"), "60 or less, but not 0", database?.monitoringInterval === 0);
  giveUp(at("database", "backup", "retentionDays"), "7 days", database && database.backup.retentionDays < 7);

  giveUp(at("database", "proxy", "authentication"), "iam", database?.proxy?.authentication === "password");
  giveUp(at("backup", "retentionDays"), "35 days", sections.backup && sections.backup.retentionDays < 35);
  giveUp(at("backup", "lock", "mode"), "governance", sections.backup?.lock.mode === "none");

  for (const [name, { mode, rotateAfterDays }] of Object.entries(sections.secrets ?? {})) {
    giveUp(at("secrets", name, "mode"), "live", mode === "sandbox");
    giveUp(at("secrets", name, "rotateAfterDays"), "90 days", isLongLived(rotateAfterDays));
  }
  for (const [name, service] of Object.entries(sections.services ?? {})) {
    const key = (...rest: string[]) => at("services", name, ...rest);
    giveUp(key("readonlyRootFilesystem"), "true", !service.readonlyRootFilesystem);
    giveUp(key("user"), "another user than root", /^(root|0+)(:|$)/.test(service.user));
    giveUp(key("scaling", "min"), "2 tasks", service.scaling.min < 2);
    giveUp(key("exec"), "false", service.exec);
  }
  return given.filter((one, index) => !given.slice(0, index).some((other) => sameBranch(other.path, one.path)));
}

/** Whether a secret may stay the same for longer than the 90 days of the hardening checklists. */
function isLongLived(rotateAfterDays: number): boolean {
  return rotateAfterDays === 0 || rotateAfterDays > 90;
}
