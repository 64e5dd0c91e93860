import type { ShopYaml } from "./schema-shop.ts";
import { shopPresets, type ShopPreset } from "./shop-presets.ts";
import { conditions, usualShop, type AskedOfShop, type Percentages, type Shop } from "./shop.ts";

// What an editor and the preset ask for together, and where that contradicts itself.

/** The keys of `print:` that decide what a shop gets. */
interface PressKeys {
  shop?: ShopYaml | undefined;
  bleed?: number | undefined;
  cover?: "separate" | "with" | undefined;
  inks: { cover: "grey" | Percentages };
}

/** A value that contradicts another one: its path under `print:`, and what to write instead. */
interface Contradiction {
  path: string[];
  sentence: string;
}

/** The bleed that print shops usually want, in mm. */
const usualBleed = 3;

/** Returns the keys of the press with all that follows from them: what the editor writes goes before the preset. */
export function completeShop<Keys extends PressKeys>({ shop: written, ...print }: Keys) {
  const preset = presetOf(written);
  const bleed = print.bleed ?? preset.bleed ?? usualBleed;
  return {
    ...print,
    bleed,
    cover: print.cover ?? "separate",
    shop: chooseShop(written, bleed, print.inks.cover !== "grey"),
  };
}

/** Returns where what is asked for contradicts itself; the path is that of a value that the editor wrote. */
export function findContradictions({ shop: written, cover, inks }: PressKeys): Contradiction[] {
  const own = ownOf(written);
  const shop = chooseShop(written, usualBleed, inks.cover !== "grey");
  const found: Contradiction[] = [];
  const refuse = (isWrong: boolean, keys: string[], sentence: string): void => {
    if (isWrong) found.push({ path: pathOf(keys, written), sentence });
  };
  const isX4 = shop.standard === "PDF/X-4";
  const profileFile = shop.condition !== "none" && conditions[shop.condition].file;
  refuse(
    isX4 && own.profile === "named",
    ["profile"],
    "leave it out: PDF/X-4 has its profile inside, and only PDF/X-1a may name it",
  );
  refuse(
    (isX4 || shop.profile === "embedded") && profileFile === undefined,
    own.profile === "embedded" ? ["profile"] : ["condition", "standard"],
    `write standard: PDF/X-1a and profile: named, because no profile of ${shop.condition} may be passed on`,
  );
  refuse(
    own.profile === "named" && !isX4 && shop.condition === "none",
    ["profile"],
    "write a condition too, such as FOGRA39: without one there is nothing to name",
  );
  const { mostInk = Infinity } = shop;
  const tooMuch = (shares: Percentages) => shares.reduce((sum, share) => sum + share, 0) > mostInk;
  const ink = `the shop allows ${mostInk} per cent of ink on one spot, so let the four inks be less, or the most ink more`;
  if (inks.cover !== "grey" && tooMuch(inks.cover))
    found.push({ path: own.mostInk === undefined ? ["inks", "cover"] : ["shop", "most-ink"], sentence: ink });
  refuse(shop.deepBlack !== undefined && tooMuch(shop.deepBlack), ["most-ink", "deep-black"], ink);
  refuse(
    own.deepBlack !== undefined && inks.cover === "grey",
    ["deep-black"],
    "give print: inks: cover: four inks, because a cover in black alone has no other ink",
  );
  refuse(
    (shop.smallestTypeOnColour ?? Infinity) < (shop.smallestType ?? 0),
    ["smallest-type-on-colour", "smallest-type"],
    "let type on a colour be as large as other type, or larger",
  );
  const isStapled = shop.binding === "saddle-stitch";
  const noSpine = "write binding: perfect, because a stapled pamphlet has no spine";
  refuse(own.spine !== undefined && isStapled, ["spine"], noSpine);
  refuse(own.glue !== undefined && isStapled, ["glue"], noSpine);
  refuse(
    Boolean(own.marks?.includes("fold")) && isStapled,
    ["marks"],
    "leave fold out, because pages of a stapled pamphlet come to the shop one by one and have no fold",
  );
  if (cover === "with" && !isStapled)
    found.push({
      path: ["cover"],
      sentence: "write separate: a cover with a spine is one wide page in a file of its own",
    });
  return found;
}

function chooseShop(written: ShopYaml | undefined, bleed: number, hasFourInks: boolean): Shop {
  const { bleed: _, ...preset } = presetOf(written);
  const asked = { ...usualShop, ...preset, ...ownOf(written) };
  const isNamed = asked.standard === "PDF/X-1a" && asked.condition !== "none";
  return {
    ...asked,
    marks: [...asked.marks],
    profile: asked.profile ?? (isNamed ? "named" : "embedded"),
    coverBleed: asked.coverBleed ?? bleed,
    // A preset is for covers of all kinds.
    deepBlack: hasFourInks ? asked.deepBlack : undefined,
  };
}

function presetOf(written: ShopYaml | undefined): Partial<ShopPreset> {
  return written?.preset ? shopPresets[written.preset] : {};
}

function ownOf(written: ShopYaml | undefined): AskedOfShop {
  const { preset: _, ...own } = written ?? {};
  return Object.fromEntries(
    Object.entries(own).flatMap(([key, value]) =>
      value === undefined ? [] : [[key.replace(/-./g, (end) => end.slice(1).toUpperCase()), value]],
    ),
  );
}

// Returns the path of the first of some keys that the editor wrote; or that of the whole choice.
function pathOf(keys: string[], written: ShopYaml | undefined): string[] {
  const key = keys.find((key) => written && key in written);
  return key === undefined ? ["shop"] : ["shop", key];
}
