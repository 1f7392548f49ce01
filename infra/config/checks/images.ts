import { at, type Check, type Fault } from "../draft";

/** Every service has exactly one source of its image, and one that does not move by itself. */
export const images: Check = ({ sections: { services = {} } }) =>
  Object.entries(services).flatMap(([name, { image, build }]): Fault[] => {
    const imagePath = at("services", name, "image");
    if (image && build) {
      return [
        {
          path: imagePath,
          involves: [at("services", name, "build")],
          got: `an image, and platform:services.${name}.build as well`,
          expected: "exactly one of image and build",
          fix: "remove one of the two",
        },
      ];
    }
    if (build) return [];
    if (!image) {
      return [
        {
          path: imagePath,
          involves: [at("services", name, "build")],
          got: "neither image nor build",
          expected: "exactly one of image and build",
          fix: "add, for example, image: { tag: v1.0.0 }",
        },
      ];
    }
    if ((image.tag === undefined) === (image.digest === undefined)) {
      return [
        {
          path: imagePath,
          involves: [],
          got: image.tag === undefined ? "neither tag nor digest" : "a tag and a digest",
          expected: "exactly one of tag and digest",
          fix: image.tag === undefined ? "add the digest that was tested" : "remove the tag",
        },
      ];
    }
    if (image.tag !== "latest") return [];
    return [
      {
        path: at("services", name, "image", "tag"),
        involves: [],
        got: 'the text "latest", a tag that moves with every push',
        expected: "the digest of an image, or a tag that names one version",
        fix: "replace tag by the digest that was tested, in the form sha256:…",
      },
    ];
  });
