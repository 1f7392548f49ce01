/** The applications whose guides ask for things, by the key that the requirements give them. */
export const APPLICATIONS = {
  PR: "PredictRAM",
  IS: "InsightShop",
  AP: "AI-Prism",
  PM: "PM Document Intelligence",
  BK: "the booking platform",
} as const;

export type Application = keyof typeof APPLICATIONS;

/** Everybody asks for it: the table's "all", and what the hardening checklists add. */
export const ALL = Object.keys(APPLICATIONS) as Application[];

/** One row of the requirements. */
export interface Requirement {
  /** `network/plan` */
  id: string;
  /** What is asked for, in a sentence. */
  says: string;
  askedBy: readonly Application[];
  /** The capability that will answer it: no manifest shows it. */
  later?: "delivery" | "recovery" | "cost";
}
