import { at, type Check } from "../draft";

/** Nobody is told of the same share twice. */
export const budgetAlerts: Check = ({ sections: { budget } }) => {
  const percents = budget?.alertPercents ?? [];
  const again = percents.findIndex((percent, index) => percents.indexOf(percent) !== index);
  return again < 0
    ? []
    : [
        {
          path: at("budget", "alertPercents", again),
          involves: [],
          got: `${percents[again]}, which the list has already`,
          expected: "each percentage once",
          fix: "remove one of the two",
        },
      ];
};
