import { z } from "zod";
import { addressBlock, listOf, mapOf, oneOf, settings, text } from "../../accepted";

const blocks = () => listOf(addressBlock(), "IPv4 blocks", 1, 20);

const port = () =>
  text(/^([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/, "a port from 1 to 65535");

export const egressSchema = settings({
  https: z
    .union([oneOf("anywhere", "none"), blocks()], "anywhere, none, or a list of IPv4 blocks")
    .default("anywhere")
    .meta({
      description:
        "Whom the tasks may reach by HTTPS outside the network, beside AWS's services at its endpoints: anybody, nobody, or these blocks.",
      examples: ["none", ["203.0.113.0/24"]],
    }),
  ports: mapOf(port(), blocks(), "ports to IPv4 blocks")
    .prefault({})
    .meta({ description: "Other TCP ports, each with whom it leads to.", examples: [{ "587": ["203.0.113.25/32"] }] }),
});
