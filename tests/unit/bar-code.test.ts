import { describe, expect, it } from "vitest";
import { drawBarCode } from "../../src/compile/bar-code.ts";

/** The modules of the ten digits in the sets A, B and C, and which of A and B the first digit asks for (ISO/IEC 15420). */
const setA = "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011".split(" ");
const invert = (modules: string) => modules.replace(/[01]/g, (module) => (module === "0" ? "1" : "0"));
const setC = setA.map(invert);
const setB = setC.map((modules) => [...modules].reverse().join(""));
const parities = "AAAAAA AABABB AABBAB AABBBA ABAABB ABBAAB ABBBAA ABABAB ABABBA ABBABA".split(" ");

/** Reads the modules of a drawing, one for each unit of its width, and the digits that they mean. */
function scan(svg: string): { modules: string; digits: string } {
  const width = Number(/viewBox="0 0 (\d+) /.exec(svg)![1]);
  const isDark = Array.from({ length: width }, () => false);
  for (const [, stroke, path] of svg.matchAll(/<path stroke="#000000" stroke-width="(\d+)" d="([^"]*)"/g)) {
    for (const [, x] of path!.matchAll(/M([\d.]+) /g)) {
      const start = Number(x) - Number(stroke) / 2;
      for (let at = start; at < start + Number(stroke); at++) isDark[at] = true;
    }
  }
  const modules = isDark.map((dark) => (dark ? "1" : "0")).join("");
  const bars = modules.slice(modules.indexOf("1"), modules.lastIndexOf("1") + 1);
  const halves = [bars.slice(3, 45), bars.slice(50, 92)].map((half) => half.match(/.{7}/g)!);
  const left = halves[0]!.map((one) => (setA.includes(one) ? ["A", setA.indexOf(one)] : ["B", setB.indexOf(one)]));
  const first = parities.indexOf(left.map(([set]) => set).join(""));
  return {
    modules,
    digits: [first, ...left.map(([, digit]) => digit), ...halves[1]!.map((one) => setC.indexOf(one))].join(""),
  };
}

describe("the bar code", () => {
  it.each([
    [{ isbn: "978-3-16-148410-0" }, "9783161484100", "ISBN 978-3-16-148410-0"],
    [{ isbn: "979-10-90636-07-1", issn: "2049-3630" }, "9791090636071", "ISBN 979-10-90636-07-1"],
    [{ issn: "0317-8471" }, "9770317847001", "ISSN 0317-8471"],
  ])("of %o is read as its digits", async (cover, digits, name) => {
    const svg = await drawBarCode(cover);
    const found = scan(svg);
    expect(found.digits).toBe(digits);
    // Three bars and spaces at each end, five in the middle; quiet zones of eleven modules and of seven.
    const bars = /^(0+)(101[01]{42}01010[01]{42}101)(0+)$/.exec(found.modules)!;
    expect(bars[1]!.length).toBeGreaterThanOrEqual(11);
    expect(bars[3]!.length).toBeGreaterThanOrEqual(7);
    expect(svg).toContain(`role="img" aria-label="${name}"`);
    expect(svg).not.toContain("<text");
  });

  it("has its digits below the bars, with half a module of room at least", async () => {
    const svg = await drawBarCode({ isbn: "978-3-16-148410-0" });
    const bars = [...svg.matchAll(/M[\d.]+ ([\d.]+)L[\d.]+ 0/g)].map(([, foot]) => Number(foot));
    const [short, long] = [Math.min(...bars), Math.max(...bars)];
    // The bars at both ends and in the middle reach down between the digits, by five modules.
    expect(long - short).toBe(5);
    const outlines = [...svg.matchAll(/<path d="([^"]*)" fill="#000000"/g)].map(([, path]) =>
      [...path!.matchAll(/[\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y)),
    );
    expect(outlines.length).toBe("9783161484100>".length);
    for (const heights of outlines) {
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(short + 0.5);
      expect(Math.max(...heights)).toBeLessThan(Number(/viewBox="0 0 \d+ (\d+)"/.exec(svg)![1]));
    }
  });

  it("is absent without a number", async () => expect(await drawBarCode()).toBe(""));
});
