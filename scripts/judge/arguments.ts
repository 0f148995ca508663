/** Parses the command line of the judge. */
import { parseArgs } from 'node:util';
import { limitsFrom, type JudgeLimits } from '#sandbox/judge/index.ts';
import { LANGUAGES, type Language } from '#lib/domain/language.ts';

export class Misuse extends Error {}

export interface Arguments {
	programs: { kind: 'one' | 'many'; path: string };
	against: { kind: 'checks'; paths: string[] } | { kind: 'challenge'; folder: string };
	json: boolean;
	seed: number;
	/** Limits from the command line, which override the challenge's. */
	limits: Partial<JudgeLimits>;
	/** Language of the challenge's files; absent: its first. */
	language?: Language;
}

const OPTIONS = {
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

export function readArguments(list: string[]): Arguments {
	try {
		const { values, positionals } = parseArgs({ args: list, options: OPTIONS, allowPositionals: true, strict: true });
		const { program, programs, challenge } = values;
		// In `--checks a b`, the later paths are positionals.
		const checks = [...(values.checks ?? []), ...positionals];
		if ((program === undefined) === (programs === undefined)) throw new Misuse('give --program or --programs');
		if ((challenge === undefined) === (checks.length === 0)) throw new Misuse('give --checks or --challenge');
		const language = LANGUAGES.find((each) => each === values.language);
		if (values.language !== undefined && language === undefined)
			throw new Misuse(`--language is ${LANGUAGES.join(' or ')}`);
		return {
			programs: programs === undefined ? { kind: 'one', path: program ?? '' } : { kind: 'many', path: programs },
			against: challenge === undefined ? { kind: 'checks', paths: checks } : { kind: 'challenge', folder: challenge },
			json: values.json ?? false,
			seed: number(values.seed, '--seed') ?? 1,
			...(language && { language }),
			limits: requireSupported(
				withoutUndefined({
					time: number(values['time-limit'], '--time-limit'),
					total: number(values['total-limit'], '--total-limit'),
					memory: number(values['memory-limit'], '--memory-limit')
				})
			)
		};
	} catch (error) {
		throw error instanceof Misuse ? error : new Misuse(error instanceof Error ? error.message : String(error));
	}
}

function number(text: string | undefined, name: string): number | undefined {
	if (text === undefined) return undefined;
	if (!/^\d+$/.test(text)) throw new Misuse(`${name} is a number`);
	return Number(text);
}

function withoutUndefined(limits: {
	[Name in keyof JudgeLimits]?: JudgeLimits[Name] | undefined;
}): Partial<JudgeLimits> {
	return Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
}

/** Throws when the judge does not support the limits. */
function requireSupported(limits: Partial<JudgeLimits>): Partial<JudgeLimits> {
	limitsFrom(limits);
	return limits;
}
