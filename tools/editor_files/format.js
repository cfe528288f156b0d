// SPDX-License-Identifier: AGPL-3.0-or-later
// Reads and writes one file so that a save changes only what the person changed.
//
// The editor would write the whole header again in its own order, with its own quotes. Here the file as it
// was travels along in a hidden field: what still has its value keeps its lines, to the letter.
import { FAILSAFE_SCHEMA, load } from "./js-yaml.js";

export const ORIGINAL = "_original";
const FILE = /^---[ \t]*\n((?:[\s\S]*?\n)?)---[ \t]*(?:\n|$)([\s\S]*)$/;
const KEY = /^([A-Za-z_][\w-]*):/;
const PLAIN = /^(?:\d{4}-\d\d-\d\d|[a-z0-9]+(?:-[a-z0-9]+)*)$/; // dates, codes, ids, numbers, yes and no
const ASIDE = /^\s*(?:#|$)/;
const ONLY_IN_TRANSLATIONS = ["translated_from", "translated_on"];
const ONLY_IN_ITALIAN = "checked_on";

/** Returns [lines of the header, body]; a file without a header is all body. */
function cut(text) {
  const parts = FILE.exec(text);
  return parts ? [parts[1].split("\n").slice(0, -1), parts[2]] : [[], text];
}

/** Returns the header as a list of {key, lines}; comments and blank lines before a key have the key "". */
function entries(lines) {
  const found = [{ key: "", lines: [] }];
  for (const line of lines) {
    const key = KEY.exec(line)?.[1];
    if (!key) {
      found.at(-1).lines.push(line);
      continue;
    }
    const last = found.at(-1).lines;
    const start = last.findLastIndex((other) => !ASIDE.test(other)) + 1;
    found.push({ key: "", lines: last.splice(start) }, { key, lines: [line] });
  }
  return found;
}

/** Returns the values of the header, every one a text or a list of texts, as the site's reader does. */
function values(lines) {
  return (lines.some((line) => KEY.test(line)) && load(lines.join("\n"), { schema: FAILSAFE_SCHEMA })) || {};
}

/** Returns a value as it stands in the file, quoted where it was, or where it needs to be. */
function scalar(value, quoted) {
  return PLAIN.test(value) && !quoted ? value : JSON.stringify(value);
}

/** Returns the lines of one key; `line` is the one it had. */
function written(key, value, line = "") {
  const quoted = /^[\w-]+: *["']/.test(line);
  const alone = Array.isArray(value) && value.length === 1 && /: *[^ [|>]/.test(line);
  if (alone) return [`${key}: ${scalar(value[0], quoted)}`];
  if (!Array.isArray(value)) return [`${key}: ${scalar(value, quoted)}`];
  if (value.every((item) => PLAIN.test(item))) return [`${key}: [${value.join(", ")}]`];
  return [`${key}:`, ...value.map((item) => `  - ${JSON.stringify(item)}`)];
}

function tidy(value) {
  if (Array.isArray(value)) return value.map(tidy).filter(Boolean);
  return String(value ?? "").replace(/\s+/g, " ").trim();
}

function same(one, other) {
  return JSON.stringify(tidy([].concat(one))) === JSON.stringify(tidy([].concat(other)));
}

function bodyOf(text) {
  return text.replace(/^\n+/, "").trimEnd();
}

/** Tells whether a text is the file's own: a tab filled from the Italian one brings the Italian text along. */
function isOwn(original, wanted) {
  return !(ONLY_IN_ITALIAN in values(cut(original)[0])) || ONLY_IN_ITALIAN in wanted;
}

/** Returns a reader and a writer that know which keys hold lists. */
export function format(lists) {
  function fromFile(text) {
    const [header, body] = cut(text);
    const read = values(header);
    for (const key of lists) if (key in read) read[key] = tidy([].concat(read[key]));
    return { ...read, body: bodyOf(body), [ORIGINAL]: text };
  }

  function toFile({ body = "", [ORIGINAL]: original = "", ...wanted }) {
    const [header, before] = cut(isOwn(original, wanted) ? original : "");
    const had = values(header);
    if (wanted[ONLY_IN_ITALIAN]) ONLY_IN_TRANSLATIONS.forEach((key) => delete wanted[key]);
    const lines = entries(header).flatMap(({ key, lines: kept }) => {
      if (!(key in wanted) || same(wanted[key], had[key])) return kept;
      return tidy(wanted[key]).length ? written(key, tidy(wanted[key]), kept[0]) : [];
    });
    for (const [key, value] of Object.entries(wanted)) {
      if (!(key in had) && tidy(value).length) lines.push(...written(key, tidy(value)));
    }
    const text = bodyOf(body) === bodyOf(before) ? before : `\n${bodyOf(body)}`;
    return `---\n${lines.join("\n")}\n---\n${text}`.trimEnd() + "\n";
  }

  return { fromFile, toFile };
}
