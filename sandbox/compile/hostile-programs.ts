/** Programs that exhaust the memory or time of an unlimited compiler, for tests and measurements. */
import type { Files } from '../contract.ts';

const MANY = 3000;
/** Each statement is an error whose diagnostic contains the whole line. */
const REPEATED = 'let a;'.repeat(118_000);

const there = Array.from({ length: MANY }, (_, at) => `export const there${at}ish = 1;`);
const absent = inLines(Array.from({ length: MANY }, (_, at) => `absent${at}`));
function inLines(names: string[]): string {
	return names.map((name, at) => (at % 50 === 0 ? `\n${name}` : name)).join(', ');
}

export const HOSTILE = {
	'imports 3,000 names that are not there': {
		'main.ts': `import { ${absent} } from './many';\nexport const used = [${absent}];`,
		'many.ts': there.join('\n')
	},
	'doubles a text 26 times in an enum': { 'main.ts': doubling(26) },
	'opens 300,000 parentheses': { 'main.ts': `export const deep = ${'('.repeat(300_000)}` },
	'writes 118,000 statements on one line': { 'main.ts': REPEATED }
} as const satisfies Record<string, Files>;

/** Makes an enum whose members each double the one before; the compiler writes out every value. */
function doubling(times: number): string {
	const members = Array.from({ length: times }, (_, at) => `m${at + 1} = m${at} + m${at}`);
	return `export enum Doubled { m0 = 'xxxxxxxx', ${members.join(', ')} }`;
}
