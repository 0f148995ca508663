/** Reads the tests' Jest-style exercises: a solution, a stub, a check file and shared files each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../report.ts';

const FOLDER = join(import.meta.dirname, '../../tests/fixtures/exercises');

export interface Exercise {
	files: Record<string, string>;
	program: string;
	around: Record<string, string>;
	checks: string[];
}

export const exercises: string[] = readdirSync(FOLDER);

export function exercise(name: string, which: 'solution' | 'stub'): Exercise {
	const read: Exercise = { files: {}, program: '', around: {}, checks: [] };
	for (const file of readdirSync(join(FOLDER, name))) {
		const text = readFileSync(join(FOLDER, name, file), 'utf8');
		const base = file.slice(0, file.indexOf('.'));
		if (/\.(spec|test)\./.test(file)) {
			read.checks = [`checks/${file}`];
			read.around[`checks/${file}`] = text;
		} else if (base === which) {
			read.program = name + file.slice(file.lastIndexOf('.'));
			read.files[read.program] = text;
		} else if (base !== 'solution' && base !== 'stub') read.files[file] = text;
	}
	return read;
}

/** Returns the parts of a report that must be the same in every environment: paths, statuses, expected and received values. */
export function comparableReport({ results, load }: Report): unknown[] {
	const all: unknown[] = results.map(({ path, status, problem }) => {
		const sides = problem?.kind === 'assertion' ? [problem.expected, inAnyWords(problem.received)] : [problem?.kind];
		return [path.join(' > '), status, ...sides];
	});
	return load === undefined ? all : [...all, load.kind];
}

/** Engines word their own errors differently. */
const inAnyWords = (received: string | undefined) => received?.replace(/^\[TypeError: .*\]$/, '[TypeError]');
