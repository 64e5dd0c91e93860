import type { Attachment, Email } from "postal-mime";
import { decodeAddress } from "../names.ts";
import { cleanText, escapeHtml, type Contents, type Received } from "./document.ts";
import { readDecodedPage } from "./html.ts";
import { textToHtml } from "./plain.ts";

/** Reads a mail, or a web page that a browser saved in one file as if it were a mail (.mht). */
export async function readMail(bytes: Uint8Array): Promise<Received> {
  const { default: PostalMime } = await import("postal-mime");
  const mail = await PostalMime.parse(Uint8Array.from(bytes).buffer);
  const subject = cleanText(mail.subject ?? "")
    .replace(/^(?:\s*(?:re|fwd?|aw|wg|tr|rv|sv|vs)\s*:)+/i, "")
    .replace(/\s+/g, " ")
    .trim();
  const body = mail.html ? readHtmlPart(mail) : readTextPart(cleanText(mail.text ?? ""));
  // A saved page has its own title; the subject repeats it.
  if (mail.headers.some(({ key }) => key === "snapshot-content-location")) return body;
  return {
    words: `${subject}\n${body.words}`,
    placeOf: (line) => (line === 1 ? ", subject" : body.placeOf(line - 1)),
    readContents: async () => {
      const contents = await body.readContents();
      return {
        ...contents,
        html: (subject === "" ? "" : `<h1>${escapeHtml(subject)}</h1>\n`) + contents.html,
        facts: {
          ...contents.facts,
          title: subject || undefined,
          author: mail.from?.name || undefined,
          date: dateOf(mail),
        },
        notices: [...contents.notices, ...listAttachments(mail)],
      };
    },
  };
}

function readHtmlPart(mail: Email): Received {
  const parts = new Map(
    mail.attachments.flatMap((part) => [
      [`cid:${(part.contentId ?? "").replace(/^<|>$/g, "")}`, bytesOf(part)] as const,
      [part.filename ?? "", bytesOf(part)] as const,
    ]),
  );
  return readDecodedPage(mail.html ?? "", async (name) => parts.get(name) ?? parts.get(decodeAddress(name)));
}

function readTextPart(text: string): Received {
  return {
    words: text,
    placeOf: (line) => `, line ${line} of the mail`,
    readContents: async (): Promise<Contents> => ({ html: writeText(text), images: new Map(), facts: {}, notices: [] }),
  };
}

// Two hyphens and a space in a line of their own are before the signature (RFC 3676, 4.3).
function writeText(text: string): string {
  const rows = text.split("\n");
  const end = rows.findLastIndex((row) => /^-- ?$/.test(row));
  const [body, signature] = end < 0 ? [rows, []] : [rows.slice(0, end), rows.slice(end + 1)];
  const lines = signature.map((row) => escapeHtml(row.trim())).filter((row) => row !== "");
  const signed = lines.length > 0 ? `\n<p class="signature">${lines.join("<br>")}</p>` : "";
  return textToHtml(body) + signed;
}

function listAttachments({ attachments }: Email): string[] {
  const names = attachments.filter(({ related }) => !related).map(({ filename, mimeType }) => filename ?? mimeType);
  if (names.length === 0) return [];
  return [
    `The mail has attachments, which were left out: “${names.join("”, “")}”. Save them, and bring them in by themselves.`,
  ];
}

function dateOf({ date }: Email): string | undefined {
  return /^\d{4}-\d{2}-\d{2}/.exec(date ?? "")?.[0];
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : new Uint8Array(content as ArrayBuffer);
}
