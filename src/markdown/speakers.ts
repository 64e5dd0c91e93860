import type { MarkdownIt, Token } from "./markdown-it.ts";
import {
  addClass,
  classesOf,
  hasClass,
  listParagraphs,
  readTypedLines,
  tokensOfParagraph,
  type ParagraphTokens,
} from "./paragraphs.ts";

// Interviews and plays are paragraphs like all others. Who speaks shows in how a paragraph begins, and that the same
// beginnings come back.

/** How a paragraph looks at first sight. */
interface Shape {
  /** What its words all are. */
  whole?: "strong" | "em" | "brackets";
  /** Who speaks, in the words with which it begins, and how these are written. */
  speaker?: { name: string; kind: "strong" | "em" | "plain"; hasColon: boolean };
  /** It begins with a question in bold or italics and goes on. */
  opensWithQuestion: boolean;
  hasQuestion: boolean;
}

type Shaped = ParagraphTokens & Shape;

/** A name with more characters is not one. Chosen by eye. */
const longestName = 40;

/** A speaker whose name is neither bold nor in italics has at most so many words: “The second worker:”. */
const mostWordsOfName = 3;

/**
 * Adds a rule to markdown-it that finds interviews and plays, and gives their paragraphs the classes `question`,
 * `answer` (one that begins with its speaker), `exchange` (a question with its answer in one paragraph), `speech` and
 * `stage` (a stage direction). A writer may give the first question the class `question`, or the first speech the class
 * `speech`; then the paragraphs that begin alike have it too.
 */
export function addSpeakers(md: MarkdownIt): void {
  md.core.ruler.push("speakers", ({ tokens }) => {
    const paragraphs = listParagraphs(tokens)
      .filter(({ open }) => open.level === 0 && isFree(open))
      .map((paragraph): Shaped => ({ ...paragraph, ...shapeOf(paragraph.inline.children ?? []) }));
    const { asking, answering, speaking } = findForms(paragraphs, tokens);
    const exchanges = paragraphs.filter(({ opensWithQuestion }) => opensWithQuestion);
    for (const paragraph of paragraphs) {
      const { open, whole, speaker } = paragraph;
      if (formsOf(paragraph).some((form) => asking.has(form))) addClass(open, "question");
      else if (exchanges.length > 1 && paragraph.opensWithQuestion) addClass(open, "exchange");
      else if (speaker && answering.has(speaker.kind)) addClass(open, "answer");
      else if (speaker && speaking.has(speaker.kind)) addClass(open, "speech");
      else if (speaking.size > 0 && (whole === "em" || whole === "brackets")) addClass(open, "stage");
    }
  });
}

function isFree(open: Token): boolean {
  return classesOf(open).every((name) => name === "question" || name === "speech");
}

// The forms by which a paragraph can be known as a question: all of it in one style, or its speaker.
function formsOf({ whole, speaker }: Shape): string[] {
  return [...(whole ? [whole] : []), ...(speaker ? [`${speaker.kind} ${speaker.name}`] : [])];
}

/** The forms of questions; and how the names of those are written who answer, and of those who speak in a play. */
interface Forms {
  asking: Set<string>;
  answering: Set<string>;
  speaking: Set<string>;
}

function findForms(paragraphs: Shaped[], tokens: Token[]): Forms {
  const marked = (name: string) => paragraphs.filter(({ open }) => hasClass(open, name));
  const asking = new Set(marked("question").flatMap(formsOf));
  const speaking = new Set(marked("speech").flatMap(({ speaker }) => speaker?.kind ?? []));
  const answering = new Set<string>();
  // Interviews begin or end with words in italics, but they have no stage directions in brackets.
  const isPlay = paragraphs.some(({ whole }) => whole === "brackets");
  for (const whole of ["strong", "em"] as const) {
    const questions = paragraphs.filter(
      (one, place) => one.whole === whole && isFollowed(one, paragraphs[place + 1], tokens),
    );
    if (questions.length > 1 && shareOfQuestions(questions) >= mostlyAnswered) asking.add(whole);
  }
  for (const kind of ["strong", "em", "plain"] as const) {
    const turns = paragraphs.filter(({ speaker }) => speaker?.kind === kind);
    const asker = turns[0]?.speaker?.name;
    const [asked, others] = [true, false].map((isAsker) =>
      turns.filter(({ speaker }) => (speaker!.name === asker) === isAsker),
    ) as [Shaped[], Shaped[]];
    if (speaking.has(kind)) continue;
    if (asking.has(`${kind} ${asker}`)) answering.add(kind);
    else if (countRepeated(turns) > 1) {
      const isInterview =
        !isPlay && shareOfQuestions(asked) >= mostlyAsked && shareOfQuestions(others) < mostlyAnswered;
      if (isInterview) asking.add(`${kind} ${asker}`);
      (isInterview ? answering : speaking).add(kind);
    } else if (asking.size > 0 && kind !== "plain" && turns.every(({ speaker }) => speaker!.hasColon)) {
      // Those who answer questions that are told apart already.
      answering.add(kind);
    }
  }
  return { asking, answering, speaking };
}

// Returns how many speakers speak more than once.
function countRepeated(paragraphs: Shaped[]): number {
  const times = new Map<string, number>();
  for (const { speaker } of paragraphs) times.set(speaker!.name, (times.get(speaker!.name) ?? 0) + 1);
  return [...times.values()].filter((count) => count > 1).length;
}

/** Of what an interviewer says, two parts of three are questions, of what the others say not half. Chosen by eye. */
const mostlyAsked = 2 / 3;
const mostlyAnswered = 1 / 2;

function shareOfQuestions(paragraphs: Shape[]): number {
  return paragraphs.filter(({ hasQuestion }) => hasQuestion).length / paragraphs.length;
}

// Returns whether something comes after a paragraph that is not wholly in the same style.
function isFollowed({ index, whole }: Shaped, nextParagraph: Shaped | undefined, tokens: Token[]): boolean {
  const next = index + tokensOfParagraph;
  if (tokens[next] === undefined || tokens[next]!.type === "footnote_block_open") return false;
  return nextParagraph?.index !== next || nextParagraph.whole !== whole;
}

/** Question marks: Latin, Arabic, Greek, Armenian, Ethiopic, and the wide one. */
const questionMark = /[?؟\u037e՞፧？]/;

const colon = /[:：]$/;

function shapeOf(all: Token[]): Shape {
  const children = all.filter(({ type, content }) => type !== "text" || content.trim() !== "");
  const text = readTypedLines(children).join(" ").trim();
  const shape: Shape = { opensWithQuestion: false, hasQuestion: questionMark.test(text) };
  const [first] = children;
  if (first?.type !== "strong_open" && first?.type !== "em_open") {
    const name = /^([^\s:：]+(?: [^\s:：]+)*)[:：](?=\s)/u.exec(text)?.[1];
    if (/^[([].*[)\]]$/s.test(text)) shape.whole = "brackets";
    else if (name && name.length <= longestName && name.split(" ").length <= mostWordsOfName)
      shape.speaker = { name, kind: "plain", hasColon: true };
    return shape;
  }
  const kind = first.type === "strong_open" ? "strong" : "em";
  const end = indexOfClose(children);
  const start = readTypedLines(children.slice(0, end)).join(" ").trim();
  const rest = children.slice(end + 1).filter(({ type }) => !["softbreak", "footnote_ref"].includes(type));
  if (rest.length === 0) return { ...shape, whole: kind };
  const isColonOutside = rest[0]!.type === "text" && /^\s*[:：]/.test(rest[0]!.content);
  if (questionMark.test(start.slice(-2))) shape.opensWithQuestion = true;
  else if (start.length <= longestName) {
    const name = start.replace(colon, "");
    shape.speaker = { name, kind, hasColon: isColonOutside || name !== start };
  }
  return shape;
}

// Returns the index of the token that closes the first one.
function indexOfClose(tokens: Token[]): number {
  let depth = 0;
  return tokens.findIndex(({ nesting }) => (depth += nesting) === 0);
}
