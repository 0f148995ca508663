/** Programs that made a compiler without limits take all memory, or minutes: for tests and measures. */
import type { Files } from '../index.ts';

const MANY = 3000;
/** Each statement is a mistake, and each mistake brings its whole line along. */
const REPEATED = 'let a;'.repeat(118_000);

const there = Array.from({ length: MANY }, (_, at) => `export const there${at}ish = 1;`);
const absent = inLines(Array.from({ length: MANY }, (_, at) => `absent${at}`));
/** As short as lines are to be. */
function inLines(names: string[]): string {
	return names.map((name, at) => (at % 50 === 0 ? `\n${name}` : name)).join(', ');
}

/** By what they do. Each is a student's files, `main.ts` the program. */
export const HOSTILE = {
	'imports 3,000 names that are not there': {
		'main.ts': `import { ${absent} } from './many';\nexport const used = [${absent}];`,
		'many.ts': there.join('\n')
	},
	'doubles a text 26 times in an enum': { 'main.ts': doubling(26) },
	'opens 300,000 parentheses': { 'main.ts': `export const deep = ${'('.repeat(300_000)}` },
	'writes 118,000 statements on one line': { 'main.ts': REPEATED }
} as const satisfies Record<string, Files>;

/** Each member is the one before twice, and the compiler writes out what each of them is. */
function doubling(times: number): string {
	const members = Array.from({ length: times }, (_, at) => `m${at + 1} = m${at} + m${at}`);
	return `export enum Doubled { m0 = 'xxxxxxxx', ${members.join(', ')} }`;
}
