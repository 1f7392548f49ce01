/** A name of the stack file as part of a variable's: `nightly-jobs` becomes `NIGHTLY_JOBS`. */
export const variableName = (name: string): string => name.toUpperCase().replaceAll("-", "_");
