import { describe, expect, it } from "vitest";
import { publicationSchema } from "../../src/schemas.ts";
import { presetNames } from "../../src/shop-presets.ts";
import { conditions } from "../../src/shop.ts";
import { describeSpine } from "../../src/spine.ts";

// As load.ts reads YAML: every value is the text that was written.
const written = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "number" ? String(part) : part));
const read = (print: object) => publicationSchema.shape.print.safeParse(written(print));
const printOf = (print: object) => {
  const { data, error } = read(print);
  if (!data) throw new Error(error!.message);
  return data;
};
const fourInks = { inks: { cover: [0, 100, 90, 30] } };

describe("what a print shop asks for", () => {
  it("is one of the presets, of which none contradicts itself, with whatever cover", () => {
    for (const shop of presetNames)
      for (const print of [{}, fourInks, { bleed: 5 }, { shop: { preset: shop, binding: "perfect" } }])
        expect(read({ shop, ...print }).error?.issues ?? []).toEqual([]);
  });

  it("follows from a preset, before which goes what the editor writes", () => {
    const preset = printOf({ shop: "x4-crop-marks" });
    expect([preset.bleed, preset.shop.coverBleed, preset.shop.mostInk, preset.shop.deepBlack]).toEqual([
      3,
      5,
      340,
      undefined,
    ]);
    const { bleed, shop } = printOf({
      ...fourInks,
      bleed: 4,
      shop: { preset: "x4-crop-marks", "cover-bleed": 6, marks: "none", condition: "FOGRA47" },
    });
    expect({ bleed, ...shop }).toMatchObject({
      bleed: 4,
      coverBleed: 6,
      marks: [],
      condition: "FOGRA47",
      mostInk: 340,
    });
    expect(shop.deepBlack).toEqual([70, 40, 30, 100]);
    expect(printOf({ shop: "x1a-gracol" }).bleed).toBe(3.175);
  });

  it("has a profile inside or not, as its standard asks", () => {
    const profileOf = (shop: object) => printOf({ shop }).shop.profile;
    expect(profileOf({})).toBe("embedded");
    expect(profileOf({ condition: "FOGRA39" })).toBe("embedded");
    expect(profileOf({ standard: "PDF/X-1a", condition: "FOGRA39" })).toBe("named");
    expect(profileOf({ standard: "PDF/X-1a", condition: "FOGRA39", profile: "embedded" })).toBe("embedded");
    expect(profileOf({ standard: "PDF/X-1a" })).toBe("embedded");
  });

  it.each([
    ["profile", { profile: "named", condition: "FOGRA39" }],
    ["condition", { condition: "GRACoL" }],
    ["condition", { preset: "x1a-gracol", standard: "PDF/X-4", condition: "SWOP" }],
    ["standard", { preset: "x1a-gracol", standard: "PDF/X-4" }],
    ["profile", { standard: "PDF/X-1a", condition: "SWOP", profile: "embedded" }],
    ["profile", { standard: "PDF/X-1a", profile: "named" }],
    ["most-ink", { "most-ink": 200 }],
    ["deep-black", { preset: "x1a-crop-marks", "deep-black": [90, 90, 90, 100] }],
    ["smallest-type-on-colour", { "smallest-type": 6, "smallest-type-on-colour": 5 }],
    ["smallest-type", { preset: "x1a-cover-bleed", "smallest-type": 7 }],
    ["spine", { spine: 5 }],
    ["glue", { glue: 1, binding: "saddle-stitch" }],
    ["marks", { marks: ["fold"] }],
  ])("is refused at %s where it contradicts itself: %j", (key, shop) => {
    expect(read({ ...fourInks, shop }).error?.issues.map(({ path }) => path)).toEqual([["shop", key]]);
  });

  it("is refused where it contradicts the cover", () => {
    const pathsOf = (print: object) => read(print).error?.issues.map(({ path }) => path.join("."));
    expect(pathsOf({ cover: "with", shop: { binding: "perfect" } })).toEqual(["cover"]);
    expect(pathsOf({ shop: { "deep-black": [70, 40, 30, 100] } })).toEqual(["shop.deep-black"]);
    expect(pathsOf({ inks: { cover: [100, 90, 90, 10] }, shop: "x4-uncoated" })).toEqual(["inks.cover"]);
  });

  it("names conditions as the registry does", () =>
    expect(Object.values(conditions).map(({ identifier }) => identifier)).toEqual([
      "FOGRA39",
      "FOGRA47",
      "CGATS TR 006",
      "CGATS TR 001",
    ]));
});

describe("a spine", () => {
  const spineOf = (pages: number, shop: object, paper = 0.1) =>
    describeSpine({ print: printOf({ paper, shop: { binding: "perfect", ...shop } }) }, pages);

  it("is as wide as its leaves, and what glue and cover add", () => {
    // 100 pages are 96 inside the cover, on 48 leaves.
    expect(spineOf(100, {})).toEqual({ width: 5.4, hasTitle: true });
    expect(spineOf(99, {})).toEqual(spineOf(100, {}));
    expect(spineOf(100, { glue: 0 })).toEqual({ width: 4.8, hasTitle: false });
    expect(spineOf(100, {}, 0.05)).toEqual({ width: 3, hasTitle: false });
  });

  it("is as wide as the shop has told", () => expect(spineOf(100, { spine: 4.9 })!.width).toBe(4.9));

  it("is on no pamphlet that is stapled", () => expect(describeSpine({ print: printOf({}) }, 100)).toBeUndefined());
});
