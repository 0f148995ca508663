/** For tests: exercises in Jest's style, as they are judged and checked: in each folder a solution, a stub, a check file, and what else both import. */
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

/** What has to be the same wherever checks run: which there are, how each ended, and what was expected and received. */
export function comparableReport({ results, load }: Report): unknown[] {
	const all: unknown[] = results.map(({ path, status, problem }) => {
		const sides = problem?.kind === 'assertion' ? [problem.expected, inAnyWords(problem.received)] : [problem?.kind];
		return [path.join(' > '), status, ...sides];
	});
	return load === undefined ? all : [...all, load.kind];
}

/** The engines' own messages differ. */
const inAnyWords = (received: string | undefined) => received?.replace(/^\[TypeError: .*\]$/, '[TypeError]');
