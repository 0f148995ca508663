/** Reads exercises with checks in Jest's style: each has a solution, a stub, a check file and shared files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../report.ts';

const EXERCISE_FOLDER = join(import.meta.dirname, '../../tests/fixtures/exercises');

export interface Exercise {
	files: Record<string, string>;
	program: string;
	authorFiles: Record<string, string>;
	checks: string[];
}

export const exerciseNames: string[] = readdirSync(EXERCISE_FOLDER);

export function readExercise(name: string, which: 'solution' | 'stub'): Exercise {
	const exercise: Exercise = { files: {}, program: '', authorFiles: {}, checks: [] };
	for (const file of readdirSync(join(EXERCISE_FOLDER, name))) {
		const text = readFileSync(join(EXERCISE_FOLDER, name, file), 'utf8');
		const base = file.slice(0, file.indexOf('.'));
		if (/\.(spec|test)\./.test(file)) {
			exercise.checks = [`checks/${file}`];
			exercise.authorFiles[`checks/${file}`] = text;
		} else if (base === which) {
			exercise.program = name + file.slice(file.lastIndexOf('.'));
			exercise.files[exercise.program] = text;
		} else if (base !== 'solution' && base !== 'stub') exercise.files[file] = text;
	}
	return exercise;
}

/** Returns those parts of a report that must be the same in every environment: paths, statuses, expected and received values. */
export function comparableReport({ results, load }: Report): unknown[] {
	const all: unknown[] = results.map(({ path, status, problem }) => {
		const sides = problem?.kind === 'assertion' ? [problem.expected, inAnyWords(problem.received)] : [problem?.kind];
		return [path.join(' > '), status, ...sides];
	});
	return load === undefined ? all : [...all, load.kind];
}

/** Messages of an engine's own errors are left out, because engines word them differently. */
const inAnyWords = (received: string | undefined) => received?.replace(/^\[TypeError: .*\]$/, '[TypeError]');
