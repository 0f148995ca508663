/** Finds the slowest tests, because all tests together must finish within nine minutes. */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

interface TimedTest {
	name: string;
	duration: number;
}

const vitestReportSchema = v.object({
	testResults: v.array(
		v.object({
			assertionResults: v.array(v.object({ fullName: v.string(), duration: v.optional(v.nullable(v.number())) }))
		})
	)
});

const specSchema = v.object({
	title: v.string(),
	file: v.string(),
	tests: v.array(v.object({ results: v.array(v.object({ duration: v.number() })) }))
});
interface Suite {
	specs?: v.InferOutput<typeof specSchema>[] | undefined;
	suites?: Suite[] | undefined;
}
const Suite: v.GenericSchema<Suite> = v.object({
	specs: v.optional(v.array(specSchema)),
	suites: v.optional(v.array(v.lazy(() => Suite)))
});
const playwrightReportSchema = v.object({ suites: v.array(Suite) });

export async function describeSlowestTests(path: string, mostTests: number): Promise<string[]> {
	return parseTimedTests(await readFile(path, 'utf8').catch(() => ''))
		.toSorted((one, other) => other.duration - one.duration)
		.slice(0, mostTests)
		.map(({ name, duration }) => `${(duration / 1000).toFixed(1).padStart(7)} s  ${name}`);
}

function parseTimedTests(text: string): TimedTest[] {
	let report: unknown;
	try {
		report = JSON.parse(text);
	} catch {
		return [];
	}
	if (v.is(vitestReportSchema, report)) {
		const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
		return all.map(({ fullName, duration }) => ({ name: fullName.trim(), duration: duration ?? 0 }));
	}
	return v.is(playwrightReportSchema, report) ? report.suites.flatMap(testsOfSuite) : [];
}

function testsOfSuite({ specs = [], suites = [] }: Suite): TimedTest[] {
	const ownTests = specs.map(({ title, file, tests }) => ({
		name: `${file}: ${title}`,
		duration: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0)
	}));
	return [...ownTests, ...suites.flatMap(testsOfSuite)];
}
