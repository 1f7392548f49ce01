/** The places that a preview works with; the launcher knows them and has built what is in them. */
export interface Workspace {
  /** Folder of the project: `Pulumi.yaml` and the stack files. */
  root: string;
  /** Bundle of the program. */
  program: string;
  /** Folder of the policy pack. */
  pack: string;
  /** Bundle that records another revision's program in a process of its own. */
  recorder: string;
  /** Builds the program of a project in another folder and returns its bundle. */
  buildProgram: (root: string) => Promise<string>;
}
