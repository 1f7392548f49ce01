import { settings, wholeNumber } from "../../accepted";
import type { ProfileDefaults } from "../../profile";

export const sizeSchema = (defaults: ProfileDefaults) =>
  settings({
    cpu: wholeNumber(256, 16384)
      .default(defaults.taskCpu)
      .meta({ description: "CPU units of a task: 1024 are one vCPU.", examples: [1024] }),
    memory: wholeNumber(512, 122880)
      .default(defaults.taskMemory)
      .meta({ description: "Memory of a task, in MiB. Fargate offers fixed pairs only.", examples: [2048] }),
  });
