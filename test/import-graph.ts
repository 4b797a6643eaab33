import { glob, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

export interface SourceFile {
  /** From the root of the project: `src/domain/sheet.ts`. */
  path: string;
  /** As it is in the file. */
  text: string;
  /** Without comments. */
  code: string;
  /** Files as paths from the root, packages by their names: `src/domain/sheet.ts`, `node:path`, `@slack/bolt`. */
  imports: string[];
}

/** What cannot be told from the code, such as `import(name)`; no layer may have it. */
export const UNREADABLE = '(not a literal)';

/** Every file of ours in `src`; what Prisma generates is not ours. */
export async function readSource(): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for await (const path of glob('src/**/*.{ts,tsx,mts,js,mjs}', { cwd: ROOT, exclude: ['src/store/generated/**'] })) {
    const text = await readFile(join(ROOT, path), 'utf8');
    const code = withoutComments(text);
    files.push({ path, text, code, imports: importsOf(code).map((specifier) => resolve(path, specifier)) });
  }
  return files.sort((one, other) => one.path.localeCompare(other.path));
}

/** Every specifier: of imports, re-exports and types, static, dynamic, and resolved by name. */
export function importsOf(code: string): string[] {
  const found = [
    ...code.matchAll(/(?<!["'])\b(?:import|export)\s*(?:[\w*{}\s,$]+?\bfrom\s*)?(["'])([^"'\n]+)\1/g),
    ...code.matchAll(/\bimport\s*\(\s*(["'`])([^"'`\n]+)\1/g),
    ...code.matchAll(
      /(?:\bcreateRequire\([^)]*\)|\brequire|\bimport\.meta)(?:\.resolve)?\s*\(\s*(["'`])([^"'`\n]+)\1/g,
    ),
  ].map(([, , specifier = '']) => (specifier.includes('${') ? UNREADABLE : specifier));
  const unreadable = [...code.matchAll(/\b(?:import|require)\s*\(\s*(?!["'`\s])/g)].map(() => UNREADABLE);
  return [...found, ...unreadable];
}

/** Strings are kept: they may hold `//`. */
export const withoutComments = (code: string): string =>
  code.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_, text?: string) => text ?? '',
  );

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier));
  if (specifier.startsWith('node:') || specifier === UNREADABLE) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
