import { spawn } from 'node:child_process';
import * as v from 'valibot';
import { parseJson } from '#lib/domain/parse.ts';
import type { TestCounts } from './counts.ts';

const npmAuditSchema = v.object({
	metadata: v.object({ vulnerabilities: v.object({ high: v.number(), critical: v.number() }) })
});

/** Returns one failure when there are high or critical vulnerabilities, and the reason as text when the registry gave no answer. */
export async function auditProductionPackages(): Promise<TestCounts | string> {
	const npmAnswer = await runNpmAudit();
	const report = v.safeParse(npmAuditSchema, parseJson(npmAnswer));
	if (!report.success) return /"(?:message|summary)": "([^"]+)"/.exec(npmAnswer)?.[1] ?? 'npm gave no answer';
	const { high, critical } = report.output.metadata.vulnerabilities;
	if (high + critical === 0) return { passed: 1, failed: 0 };
	console.log(npmAnswer);
	return { passed: 0, failed: 1 };
}

/** Returns npm's output; its exit code is 1 both for findings and for no answer. */
function runNpmAudit(): Promise<string> {
	const arguments_ = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
	return new Promise((resolve) => {
		const child = spawn('npm', arguments_, { stdio: ['ignore', 'pipe', 'ignore'] });
		let text = '';
		child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
		child.once('error', (error) => resolve(error.message));
		child.once('close', () => resolve(text));
	});
}
