import { join, relative } from 'node:path';
import { formatContentProblem } from '#lib/server/content/content-problem.ts';
import type { CheckedChallenge } from './check.ts';

export function describeCheckedChallenge({ folder, problems, found, advice }: CheckedChallenge, from: string): string {
	const name = makePathRelative(folder, from);
	const lines = problems.map((problem) => formatContentProblem({ ...problem, file: join(name, problem.file) }));
	const count =
		problems.length === 0 ? 'all well' : problems.length === 1 ? '1 problem' : `${problems.length} problems`;
	if (found === undefined) return [...lines, `${name}: ${count}`].join('\n');
	const { version, steps, checks, held, mutants, slowest, limit, bundle, toCatch, unread, isScenePlayed } = found;
	const facts = [
		`${steps} steps`,
		`checks in ${checks} files and ${held} held back`,
		`${Object.keys(mutants).length} mutants`,
		`slowest check of the solution ${slowest} of ${limit} ms`,
		`start ${Math.round(bundle / 1000)} kB`,
		...(toCatch > 0 ? [`${toCatch} wrong programs to catch`] : []),
		...(unread > 0 ? [`${unread} sources not compared with their text yet`] : []),
		...(isScenePlayed ? [] : ['the scene was not played: add --full'])
	];
	const by = Object.entries(mutants).map(
		([mutant, ids]) => `  mutant ${mutant}: ${ids.length > 0 ? `caught by ${ids.join(', ')}` : 'not caught'}`
	);
	return [...lines, `${name} ${version}: ${count}; ${facts.join(', ')}`, ...by, ...describeAdvice(name, advice)].join(
		'\n'
	);
}

function describeAdvice(name: string, advice: CheckedChallenge['advice']): string[] {
	if (advice === undefined || advice.made === 0) return [];
	const { unnoticed, tried: triedCount, made: madeCount } = advice;
	const triedText =
		triedCount === madeCount ? `${madeCount} tried` : `${triedCount} of ${madeCount} tried in the time for it`;
	return [
		`  wrong programs made from the solution: ${triedText}, ${unnoticed.length} noticed by no check${unnoticed.length > 0 ? ' (some may do the same as the solution)' : ''}`,
		...unnoticed.map((one) => `  advice: ${formatContentProblem({ ...one, file: join(name, one.file) })}`)
	];
}

export function makePathRelative(path: string, from: string): string {
	const relativePath = relative(from, path);
	if (relativePath === '') return '.';
	return relativePath.startsWith('..') ? path : relativePath;
}
