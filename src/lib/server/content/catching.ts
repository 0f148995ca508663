/** Judges examples of students: which the author's program agrees with, and which wrong programs they catch. */
import type { ExampleOutcome, GivenExample } from '#sandbox/judge/index.ts';
import type { Files } from '#sandbox/contract.ts';
import type { JudgeLimits } from '#sandbox/report.ts';
import { writeCall, writeValue } from '#lib/domain/ask.ts';
import type { CaughtMutants, ExampleRefusal, JudgedExample } from '#lib/domain/caught.ts';
import { isEmptyExample, readExample, type Example, type WrittenExample } from '#lib/domain/written-example.ts';
import { givenExampleOf, isCaught, shortened, type CatchPrograms, type TryExamples } from './catch-programs.ts';

const MOST_DESCRIBED = 2;
/** Milliseconds. A wrong program has twice what the author's has, so that being slow is not being wrong. */
const LIMITS = { solution: { time: 250, total: 500 }, mutant: { time: 500, total: 1000 } } as const;

/** Judges what a student wrote. Rows in which nothing is typed are left out. */
export async function judgeWritten(
	{ step, solution, authorFiles, memory, mutants, within }: CatchPrograms,
	written: readonly WrittenExample[],
	tryExamples: TryExamples
): Promise<CaughtMutants> {
	const rows = written.filter((row) => !isEmptyExample(row));
	const read = rows.map((row) => readExample(row, step.functions));
	const readable = read.flatMap((each) => ('example' in each ? [each.example] : []));
	const given = readable.map((each) => givenExampleOf(each, within.get(each.function)));
	const attempt = (files: Files, examples: GivenExample[], limits: Partial<JudgeLimits>, stopsWhenFatal: boolean) =>
		examples.length === 0
			? []
			: tryExamples({ files, authorFiles, examples, limits: { ...limits, ...memory }, stopsWhenFatal });
	const agreed = await attempt(solution, given, LIMITS.solution, false);
	const accepted = given.filter((_, at) => agreed[at]?.kind === 'same');
	const tried = await Promise.all(mutants.map(({ files }) => attempt(files, accepted, LIMITS.mutant, true)));
	const left = mutants.filter((_, index) => !tried[index]?.some(isCaught));
	const refusals = new Map(readable.map((each, at) => [each, refusalOf(agreed[at])]));
	return {
		step: step.id,
		examples: rows.map((row, at) => {
			const each = read[at];
			return each !== undefined && 'example' in each
				? judgedExample(each.example, refusals.get(each.example))
				: unreadable(row);
		}),
		caught: mutants.length - left.length,
		total: mutants.length,
		survivors: accepted.length === 0 ? [] : left.slice(0, MOST_DESCRIBED).map(({ survivor }) => survivor)
	};
}

function judgedExample(
	{ function: name, given, returns }: Example,
	refusal: ExampleRefusal | undefined
): JudgedExample {
	return { call: writeCall({ name, args: given }), said: writeValue(returns), ...(refusal && { refusal }) };
}

function unreadable({ function: name, given, returns }: WrittenExample): JudgedExample {
	return { call: `${name}(${given.join(', ')})`, said: returns, refusal: { kind: 'unreadable' } };
}

function refusalOf(outcome: ExampleOutcome | undefined): ExampleRefusal | undefined {
	if (outcome === undefined || outcome.kind === 'same') return undefined;
	if (outcome.kind === 'other') return { kind: 'value', text: shortened(outcome.text) };
	return { kind: outcome.kind === 'problem' && outcome.problem.kind === 'thrown' ? 'throws' : 'slow' };
}
