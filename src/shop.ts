// What a print shop asks of the files that it gets.

/** Shares of cyan, magenta, yellow and black ink, in per cent. */
export type Percentages = [cyan: number, magenta: number, yellow: number, black: number];

export const pressStandards = ["PDF/X-4", "PDF/X-1a"] as const;
export type PressStandard = (typeof pressStandards)[number];

/** The names of the standards in full, as the files have them. */
export const standardVersions: Record<PressStandard, string> = {
  "PDF/X-4": "PDF/X-4",
  "PDF/X-1a": "PDF/X-1a:2003",
};

/** Printing conditions by their usual names; none is a press of which nothing is known. */
export const conditionNames = ["FOGRA39", "FOGRA47", "GRACoL", "SWOP", "none"] as const;
export type ConditionName = (typeof conditionNames)[number];

/** A printing condition of the registry of the International Color Consortium. */
export interface RegisteredCondition {
  /** Its name in the registry. */
  identifier: string;
  description: string;
  /** The file in press/profiles/, if there is a profile that may be passed on. */
  file?: string;
}

export const conditions: Record<Exclude<ConditionName, "none">, RegisteredCondition> = {
  FOGRA39: {
    identifier: "FOGRA39",
    description: "Offset on coated paper (ISO 12647-2:2004/Amd 1, paper types 1 and 2)",
    file: "FOGRA39L_coated.icc",
  },
  FOGRA47: {
    identifier: "FOGRA47",
    description: "Offset on uncoated white paper (ISO 12647-2:2004/Amd 1, paper type 4)",
    file: "FOGRA47L_uncoated.icc",
  },
  GRACoL: { identifier: "CGATS TR 006", description: "GRACoL, commercial offset on coated paper, grade 1" },
  SWOP: { identifier: "CGATS TR 001", description: "SWOP, web offset on coated publication paper, grade 5" },
};

/** The most ink on one spot, of all four inks together, in per cent. Print shops allow 280 (uncoated paper) to 340. */
export const usualMostInk = 300;

export const printMarks = ["crop", "fold", "registration"] as const;
export type PrintMark = (typeof printMarks)[number];

/** What the preflight of a shop refuses; what is not given is not judged. Inks are in per cent, type and lines in pt. */
export interface ShopLimits {
  /** The most ink on one spot, of all inks together. */
  mostInk?: number;
  /** The smallest type in one ink on paper, and in more inks or on a colour. */
  smallestType?: number;
  smallestTypeOnColour?: number;
  thinnestLine?: number;
  /** How far text stays away from the trim, in mm. */
  safe?: number;
}

/** What a shop asks for, complete. Lengths are in mm. */
export interface Shop extends ShopLimits {
  standard: PressStandard;
  condition: ConditionName;
  /** Whether the profile of the condition is in the files, or they only name the condition. */
  profile: "embedded" | "named";
  coverBleed: number;
  marks: PrintMark[];
  /** Whether the inside is filled up with blank pages. */
  blanks: "in" | "out";
  /** The inks of large black grounds on the cover. */
  deepBlack?: Percentages;
  binding: "saddle-stitch" | "perfect";
  /** The width of the spine, if the shop has told it. */
  spine?: number;
  /** What glue and the paper of the cover add to the leaves in the spine. */
  glue: number;
}

/** What an editor, or a preset, says of a shop. */
export type AskedOfShop = Partial<Shop>;

/** What is asked for by nobody: the files for a shop of which nothing is known. */
export const usualShop = {
  standard: "PDF/X-4",
  condition: "none",
  marks: ["crop"],
  blanks: "in",
  binding: "saddle-stitch",
  // Two leaves of a cover of 250 g/m², 0.25 mm each, and 0.1 mm of glue. Chosen by eye.
  glue: 0.6,
} as const satisfies AskedOfShop;
