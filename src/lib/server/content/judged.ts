/** What a program of a challenge is judged by. */
import { basename } from 'node:path';
import type { JudgeInput } from '../../../../sandbox/judge/index.ts';
import { checksUnder, heldUnder } from '../../domain/verdict.ts';
import type { Packed } from './pack.ts';

/** Held-back checks are named after their step, as the others are: they stand in a folder of their own. */
export const HELD = 'checks/held/';

export type JudgedBy = Required<Pick<JudgeInput, 'around' | 'checks' | 'held' | 'under' | 'challenge' | 'limits'>>;

export function judgedBy({ challenge, private: hidden }: Pick<Packed, 'challenge' | 'private'>): JudgedBy {
	const { id, version, hash } = challenge;
	const around = Object.fromEntries(
		Object.entries(challenge.surroundings).filter(([path]) => path.startsWith('data/') || path.startsWith('checks/'))
	);
	const checks = Object.keys(around).filter((path) => path.startsWith('checks/'));
	const held = Object.entries(hidden.checks).map(([path, text]) => [HELD + basename(path), text] as const);
	return {
		around: { ...around, ...Object.fromEntries(held) },
		checks,
		held: held.map(([path]) => ({ path, disclosure: hidden.disclose[stepOf(path)] ?? 'example' })),
		// Every step has checks of the same names, and a name is what its text is found by.
		under: Object.fromEntries([
			...checks.map((path) => [path, checksUnder(stepOf(path))]),
			...held.map(([path]) => [path, heldUnder(stepOf(path))])
		]),
		challenge: { id, version, hash },
		limits: challenge.limits ?? {}
	};
}

const stepOf = (path: string): string => basename(path, '.ts');
