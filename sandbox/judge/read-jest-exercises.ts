import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../report.ts';

const JEST_EXERCISE_FOLDER = join(import.meta.dirname, '../../tests/fixtures/exercises');

export interface JestExercise {
	files: Record<string, string>;
	program: string;
	authorFiles: Record<string, string>;
	checks: string[];
}

export const jestExerciseNames: string[] = readdirSync(JEST_EXERCISE_FOLDER);

export function readJestExercise(name: string, variant: 'solution' | 'stub'): JestExercise {
	const exercise: JestExercise = { files: {}, program: '', authorFiles: {}, checks: [] };
	for (const fileName of readdirSync(join(JEST_EXERCISE_FOLDER, name))) {
		const text = readFileSync(join(JEST_EXERCISE_FOLDER, name, fileName), 'utf8');
		const baseName = fileName.slice(0, fileName.indexOf('.'));
		if (/\.(spec|test)\./.test(fileName)) {
			exercise.checks = [`checks/${fileName}`];
			exercise.authorFiles[`checks/${fileName}`] = text;
		} else if (baseName === variant) {
			exercise.program = name + fileName.slice(fileName.lastIndexOf('.'));
			exercise.files[exercise.program] = text;
		} else if (baseName !== 'solution' && baseName !== 'stub') exercise.files[fileName] = text;
	}
	return exercise;
}

/** Returns those parts of a report that must be the same in every environment: paths, statuses, expected and received values. */
export function toComparableReport({ results, load }: Report): unknown[] {
	const comparableResults: unknown[] = results.map(({ path, status, problem }) => {
		const comparedSides =
			problem?.kind === 'assertion' ? [problem.expected, removeEngineMessage(problem.received)] : [problem?.kind];
		return [path.join(' > '), status, ...comparedSides];
	});
	return load === undefined ? comparableResults : [...comparableResults, load.kind];
}

/** Messages of an engine's own errors are left out, because engines word them differently. */
const removeEngineMessage = (received: string | undefined) => received?.replace(/^\[TypeError: .*\]$/, '[TypeError]');
