import { parseArgs } from 'node:util';
import { completeJudgeLimits, type JudgeLimits } from '#sandbox/judge/index.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';

export class ArgumentError extends Error {}

export interface JudgeArguments {
	programs: { kind: 'one' | 'many'; path: string };
	checksFrom: { kind: 'checks'; paths: string[] } | { kind: 'challenge'; folder: string };
	asJson: boolean;
	seed: number;
	limits: Partial<JudgeLimits>;
	language?: Language;
}

const JUDGE_OPTION_TYPES = {
	program: { type: 'string' },
	programs: { type: 'string' },
	checks: { type: 'string', multiple: true },
	challenge: { type: 'string' },
	json: { type: 'boolean' },
	seed: { type: 'string' },
	language: { type: 'string' },
	'time-limit': { type: 'string' },
	'total-limit': { type: 'string' },
	'memory-limit': { type: 'string' }
} as const;

export function readJudgeArguments(list: string[]): JudgeArguments {
	try {
		const { values, positionals } = parseArgs({
			args: list,
			options: JUDGE_OPTION_TYPES,
			allowPositionals: true,
			strict: true
		});
		const { program, programs, challenge } = values;
		// In `--checks a b`, the parser takes the paths after the first for positionals.
		const checks = [...(values.checks ?? []), ...positionals];
		if ((program === undefined) === (programs === undefined)) throw new ArgumentError('give --program or --programs');
		if ((challenge === undefined) === (checks.length === 0)) throw new ArgumentError('give --checks or --challenge');
		const language = LANGUAGES.find((each) => each === values.language);
		if (values.language !== undefined && language === undefined)
			throw new ArgumentError(`--language is ${LANGUAGES.join(' or ')}`);
		return {
			programs: programs === undefined ? { kind: 'one', path: program ?? '' } : { kind: 'many', path: programs },
			checksFrom:
				challenge === undefined ? { kind: 'checks', paths: checks } : { kind: 'challenge', folder: challenge },
			asJson: values.json ?? false,
			seed: readNumber(values.seed, '--seed') ?? 1,
			...(language && { language }),
			limits: requireSupportedLimits(
				removeUndefinedLimits({
					time: readNumber(values['time-limit'], '--time-limit'),
					total: readNumber(values['total-limit'], '--total-limit'),
					memory: readNumber(values['memory-limit'], '--memory-limit')
				})
			)
		};
	} catch (error) {
		throw error instanceof ArgumentError
			? error
			: new ArgumentError(error instanceof Error ? error.message : String(error));
	}
}

function readNumber(text: string | undefined, name: string): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d+$/.test(text)) throw new ArgumentError(`${name} is a number`);
	return Number(text);
}

function removeUndefinedLimits(limits: {
	[Name in keyof JudgeLimits]?: JudgeLimits[Name] | undefined;
}): Partial<JudgeLimits> {
	return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

function requireSupportedLimits(limits: Partial<JudgeLimits>): Partial<JudgeLimits> {
	completeJudgeLimits(limits);
	return limits;
}
