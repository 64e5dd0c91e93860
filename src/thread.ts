// What threads.ts runs beside the main thread.

export * from "./imposition/thread.ts";
export * from "./pdf/thread.ts";
export * from "./verify/thread.ts";
