import { on, under } from "../call";
import type { Right } from "./right";

export const mail: Right = {
  task: ({ stack: { config }, task, names }) => {
    const { account, region, mail: settings } = config;
    if (!task.uses.mail || !settings) return [];
    const place = `arn:aws:ses:${region}:${account}`;
    const arns = [`${place}:identity/${settings.domain}`, `${place}:configuration-set/${names.identifier("mail")}`];
    return settings.from.flatMap((from) =>
      arns.flatMap((arn) => under({ "ses:FromAddress": from }, on(arn, "ses:SendEmail", "ses:SendRawEmail"))),
    );
  },
};
