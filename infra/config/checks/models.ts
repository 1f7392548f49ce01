import { idsOffered, modelBehind, modelRoute } from "@platform/components/model-access";
import { closest } from "fastest-levenshtein";
import { at, type Check, type Fault } from "../draft";
import { keyText } from "../key-path";

/** Every model is offered where the stack is. */
export const models: Check = ({ region, sections: { services = {}, models: settings } }) => {
  const destinations = at("models", "destinations");
  const vouched = settings?.destinations ?? {};
  const used = Object.entries(services).flatMap(([service, { uses }]) =>
    uses.models.flatMap((id, index): Fault[] => {
      const path = at("services", service, "uses", "models", index);
      if (uses.models.indexOf(id) < index) return [];
      if (region === undefined || Object.hasOwn(vouched, id) || modelRoute(id, region)) return [];
      return [notOffered(path, id, region)];
    }),
  );
  const needless = Object.entries(vouched).flatMap(([id, answering]): Fault[] => {
    const path = [...destinations, id] as const;
    if (region !== undefined && modelRoute(id, region)) return [known(path, id, region)];
    if (region !== undefined && modelBehind(id) === id && answering.join() !== region) {
      return [ownRegionOnly(path, id, region)];
    }
    return Object.values(services).some(({ uses }) => uses.models.includes(id)) ? [] : [unused(path, id)];
  });
  return [...used, ...needless];
};

function notOffered(path: Fault["path"], id: string, region: string): Fault {
  const offered = idsOffered(region);
  const same = offered.filter((other) => modelBehind(other) === modelBehind(id));
  const suggestion = same[0] ?? nearest(id, offered);
  const instead = same.length > 0 ? `, the same model` : "";
  return {
    path,
    involves: [at("models", "destinations")],
    got: `${id}, which Amazon Bedrock does not offer in ${region} as far as is known here`,
    expected:
      offered.length > 0 ? `one of ${offered.join(", ")}` : `no model: none is known to be offered in ${region}`,
    fix: `${suggestion === undefined ? "" : `take ${suggestion}${instead}; or, `}if it is newer than this platform, name the regions that answer under ${keyText([...at("models", "destinations"), id])}`,
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** People leave out the date and version at the end of an id more often than they mistype it. */
const nearest = (id: string, offered: string[]): string | undefined =>
  offered.find((other) => other.startsWith(id)) ?? (offered.length > 0 ? closest(id, offered) : undefined);

const known = (path: Fault["path"], id: string, region: string): Fault => ({
  path,
  involves: [],
  got: `${id}, whose destinations from ${region} are known here`,
  expected: "only models that the platform does not know",
  fix: "remove the entry: the list that is known is the exact one",
});

const ownRegionOnly = (path: Fault["path"], id: string, region: string): Fault => ({
  path,
  involves: [],
  got: `${id}, a model's own id, with other regions than ${region}`,
  expected: `${region} alone: only a profile, such as eu.${id}, sends elsewhere`,
  fix: `write [${region}], or use the id of a profile`,
});

const unused = (path: Fault["path"], id: string): Fault => ({
  path,
  involves: [at("services")],
  got: `${id}, which no service uses`,
  expected: "only models that a service lists under uses.models",
  fix: "remove the entry, or list the model under uses.models of a service",
});
