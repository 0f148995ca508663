import type { Files } from '../contract.ts';

const EXPORTED_NAME_COUNT = 3000;
/** Repeated declarations of one name on one line. Each is an error, and each error's diagnostic contains the whole line. */
const REPEATED_DECLARATIONS = 'let a;'.repeat(118_000);

const exportStatements = Array.from({ length: EXPORTED_NAME_COUNT }, (_, at) => `export const there${at}ish = 1;`);
const missingImportNames = joinNamesInLines(Array.from({ length: EXPORTED_NAME_COUNT }, (_, at) => `absent${at}`));
function joinNamesInLines(names: string[]): string {
	return names.map((name, at) => (at % 50 === 0 ? `\n${name}` : name)).join(', ');
}

export const HOSTILE_PROGRAMS = {
	'imports 3,000 names that are not there': {
		'main.ts': `import { ${missingImportNames} } from './many';\nexport const used = [${missingImportNames}];`,
		'many.ts': exportStatements.join('\n')
	},
	'doubles a text 26 times in an enum': { 'main.ts': writeDoublingEnum(26) },
	'opens 300,000 parentheses': { 'main.ts': `export const deep = ${'('.repeat(300_000)}` },
	'writes 118,000 statements on one line': { 'main.ts': REPEATED_DECLARATIONS }
} as const satisfies Record<string, Files>;

function writeDoublingEnum(times: number): string {
	const members = Array.from({ length: times }, (_, at) => `m${at + 1} = m${at} + m${at}`);
	return `export enum Doubled { m0 = 'xxxxxxxx', ${members.join(', ')} }`;
}
