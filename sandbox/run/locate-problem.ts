import type { Bundle } from '../contract.ts';
import type { CheckResult, Problem } from '../report.ts';
import type { SourceMapReader } from '../source-map.ts';
import { BUNDLE_NAME } from './bundle-place.ts';

const sourceMapReaderByBundle = new WeakMap<Bundle, Promise<SourceMapReader>>();

function sourceMapReaderOf(bundle: Bundle): Promise<SourceMapReader> {
	let readerPromise = sourceMapReaderByBundle.get(bundle);
	if (readerPromise === undefined) {
		readerPromise = import('../source-map.ts').then(({ createSourceMapReader: traceIn }) => traceIn(bundle.map));
		sourceMapReaderByBundle.set(bundle, readerPromise);
	}
	return readerPromise;
}

export const isProblemPlacedInBundle = (problem: Problem | undefined): boolean =>
	problem !== undefined && 'place' in problem && problem.place?.file === BUNDLE_NAME;

export async function locateProblem(bundle: Bundle, problem: Problem): Promise<Problem> {
	if (!('place' in problem) || problem.place?.file !== BUNDLE_NAME) return problem;
	const { place: generated, ...unplaced } = problem;
	try {
		const place = (await sourceMapReaderOf(bundle))(generated);
		return place === undefined ? unplaced : { ...unplaced, place };
	} catch {
		// If the source map cannot be read, the problem loses only its place.
		return unplaced;
	}
}

export async function locateResultProblem(bundle: Bundle, result: CheckResult): Promise<CheckResult> {
	if (result.problem === undefined) return result;
	return { ...result, problem: await locateProblem(bundle, result.problem) };
}
