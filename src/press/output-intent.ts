import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PDFName, PDFString, type PDFDocument, type PDFRef } from "@cantoo/pdf-lib";
import { conditions, type ConditionName, type Shop } from "../shop.ts";
import { makeBlackProfile, removeProfileTags } from "./icc.ts";
import type { Inks } from "./ink.ts";
import { readPressProfile } from "./pixels.ts";

/** The registry of the International Color Consortium, as output intents name it. */
const registry = "http://www.color.org";

/** The tags of a profile that a press does not need: the measurements from which it was computed. */
const measurements = ["targ", "DevD", "CIED"];

interface PressProfile {
  channels: number;
  description: string;
  profile: Uint8Array;
}

/**
 * Writes the output intent of a press file (ISO 32000-2, 14.11.5): the condition by its name in the registry, with or
 * without its profile; or, of a press of which nothing is known, a profile alone.
 */
export async function registerOutputIntent(
  pdf: PDFDocument,
  inks: Inks,
  { standard, condition, profile }: Pick<Shop, "standard" | "condition" | "profile">,
): Promise<PDFRef> {
  const { context } = pdf;
  if (condition === "none") {
    // PDF/X-1a is made for four inks.
    const press = inks.space === "DeviceGray" && standard === "PDF/X-4" ? blackPress() : await genericPress();
    return context.register(
      context.obj({
        Type: "OutputIntent",
        S: "GTS_PDFX",
        OutputConditionIdentifier: PDFString.of("Custom"),
        OutputCondition: PDFString.of(press.description),
        Info: PDFString.of(press.description),
        DestOutputProfile: registerProfile(pdf, press),
      }),
    );
  }
  const { identifier, description, file } = conditions[condition];
  const intent = context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFX",
    OutputConditionIdentifier: PDFString.of(identifier),
    RegistryName: PDFString.of(registry),
    OutputCondition: PDFString.of(description),
    Info: PDFString.of(description),
  });
  if (profile === "embedded") {
    const bytes = await readFile(profileFile(file!));
    const press = { channels: 4, description, profile: removeProfileTags(bytes, measurements) };
    intent.set(PDFName.of("DestOutputProfile"), registerProfile(pdf, press));
  }
  return context.register(intent);
}

/**
 * Returns the profile by which images become inks: that of the condition; of another condition on coated paper that of
 * FOGRA39, which is near; and of a press of which nothing is known the generic one. It is as ImageInks has it.
 */
export function imageProfileOf(condition: ConditionName): string {
  if (condition === "none") return "cmyk";
  const { file = conditions.FOGRA39.file } = conditions[condition];
  return fileURLToPath(profileFile(file!));
}

function profileFile(name: string): URL {
  return new URL(`profiles/${name}`, import.meta.url);
}

// Without a condition the files claim none: their colours are amounts of ink already, and the print shop knows its
// press. For black ink the profile is our own tone curve; for four inks it is the one in the public domain that comes
// with sharp.
function blackPress(): PressProfile {
  return { channels: 1, description: "Black ink on uncoated paper, dot gain 20 %", profile: makeBlackProfile() };
}

async function genericPress(): Promise<PressProfile> {
  const profile = removeProfileTags(await readPressProfile(), measurements);
  return { channels: 4, description: "A generic CMYK press", profile };
}

function registerProfile(pdf: PDFDocument, { profile, channels }: PressProfile): PDFRef {
  return pdf.context.register(pdf.context.flateStream(profile, { N: channels }));
}
