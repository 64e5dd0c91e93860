import type { Command } from "../command.ts";

export const doctorCommand: Command = {
  name: "doctor",
  usage: "",
  takes: "nothing",
  summary: "report which browser prints, and what is missing on this machine",
  options: [],
  async run() {
    const { doctor } = await import("../doctor.ts");
    const findings = await doctor();
    const rows = Object.entries(findings).map(([name, value]) => `${name.padEnd(10)} ${value}`);
    return { data: findings, text: rows.join("\n") };
  },
};
