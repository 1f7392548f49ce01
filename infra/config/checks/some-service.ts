import { at, type Check, namesWritten } from "../draft";

/** A load balancer without anything behind it answers nothing but errors. */
export const someService: Check = (draft) =>
  draft.sections.services && namesWritten(draft, "services").length === 0
    ? [
        {
          path: at("services"),
          involves: [],
          got: "no service",
          expected: "at least one service",
          fix: "add one, for example web: { image: { tag: v1.0.0 }, port: 8000 }",
        },
      ]
    : [];
