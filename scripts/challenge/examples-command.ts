import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import {
	formatExamplesYaml,
	parsePastedExamples,
	type PastedLineFault,
	type PastedLineProblem
} from '#lib/domain/pasted-examples.ts';
import { ArgumentError, type ChallengeArguments } from './arguments.ts';
import { makePathRelative } from './describe-checked-challenge.ts';

const STANDARD_INPUT_ARGUMENT = '-';

const PASTED_LINE_FAULT_TEXTS: Record<PastedLineFault, string> = {
	'no-example': 'is no example: write "assert price(21) == 50", or columns with a header',
	'no-value': 'is no value: a number, a text in quotes, True, False, None or a list',
	'named-in-part': 'name all values of the function, or none',
	'no-name': 'is not a name that a program can have: the header names what is given, and last the function',
	'cell-missing': 'this column is empty: write None where nothing is meant',
	'unclear-number': 'may be a thousand or one: write it without the comma, or with a point'
};

export async function runExamplesCommand(
	{ file }: Extract<ChallengeArguments, { command: 'examples' }>,
	from: string
): Promise<number> {
	const { checks, problems } = parsePastedExamples(
		file === STANDARD_INPUT_ARGUMENT ? await text(process.stdin) : readExamplesFile(file)
	);
	const shownName = file === STANDARD_INPUT_ARGUMENT ? file : makePathRelative(file, from);
	if (checks.length === 0 && problems.length === 0) throw new ArgumentError(`${shownName}: there are no examples`);
	process.stdout.write(formatExamplesYaml(checks));
	for (const problem of problems)
		process.stderr.write(`${shownName}:${problem.line}: ${describeLineProblem(problem)}\n`);
	return problems.length === 0 ? 0 : 1;
}

function readExamplesFile(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new ArgumentError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
	}
}

function describeLineProblem({ fault, text }: PastedLineProblem): string {
	return `"${text}": ${PASTED_LINE_FAULT_TEXTS[fault]}`;
}
