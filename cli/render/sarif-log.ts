/** The part of SARIF 2.1.0 that a preview writes; names and values are the standard's. */
export interface SarifLog {
  $schema: string;
  version: "2.1.0";
  runs: Run[];
}

export interface Run {
  tool: { driver: { name: string; version?: string; rules: ReportingDescriptor[] } };
  automationDetails: { id: string };
  columnKind: "utf16CodeUnits";
  invocations: { executionSuccessful: boolean }[];
  results: Result[];
}

export type ResultLevel = "error" | "warning" | "note";

export interface ReportingDescriptor {
  id: string;
  shortDescription?: Text;
  fullDescription?: Text;
  help?: Text & { markdown: string };
  helpUri?: string;
  defaultConfiguration: { level: ResultLevel };
  properties: { tags: string[]; "security-severity"?: string };
}

export interface Result {
  ruleId: string;
  ruleIndex?: number;
  level: ResultLevel;
  message: Text;
  locations: Location[];
  relatedLocations?: Location[];
  partialFingerprints: { [name: string]: string };
  suppressions?: { kind: "external"; status: "accepted"; justification: string }[];
}

export interface Location {
  id?: number;
  message?: Text;
  physicalLocation: {
    artifactLocation: { uri: string; uriBaseId?: "%SRCROOT%" };
    region: { startLine: number; startColumn?: number };
  };
  logicalLocations?: { name: string; fullyQualifiedName: string; kind: "resource" }[];
}

interface Text {
  text: string;
}

/** A log of one run. */
export const logOf = (run: Run): SarifLog => ({
  $schema: "https://json.schemastore.org/sarif-2.1.0.json",
  version: "2.1.0",
  runs: [run],
});
