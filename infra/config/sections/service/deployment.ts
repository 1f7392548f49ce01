import { settings, wholeNumber } from "../../accepted";

export const deploymentSchema = settings({
  minimumHealthyPercent: wholeNumber(0, 100).default(100).describe("Share of the tasks that stays up meanwhile."),
  maximumPercent: wholeNumber(100, 200).default(200).describe("Share of the tasks that may run meanwhile."),
});
