import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';

/** Paths, their code, and what the rules report. */
const FORBIDDEN_CODE: [path: string, code: string, message: string][] = [
	['sandbox/run/x.ts', "import '../../src/lib/domain/work.ts';", 'sandbox must not import src/lib/domain/work.ts.'],
	[
		'sandbox/run/x.ts',
		"import type { Work } from '#lib/domain/work.ts';",
		'sandbox must not import src/lib/domain/work.ts.'
	],
	[
		'src/lib/domain/x.ts',
		"import '#lib/ui/Button.svelte';",
		'src/lib/domain must not import src/lib/ui/Button.svelte.'
	],
	[
		'src/lib/domain/x.ts',
		"import { createStage } from '#sandbox/index.ts';",
		'src/lib/domain must not import sandbox/index.ts.'
	],
	['src/lib/ui/x.ts', "export * from '../steps/machine.ts';", 'src/lib/ui must not import src/lib/steps/machine.ts.'],
	[
		'src/lib/editor/x.ts',
		"await import('#lib/storage/works.ts');",
		'src/lib/editor must not import src/lib/storage/works.ts.'
	],
	[
		'src/lib/workbench/x.ts',
		"import '#sandbox/run/frame/client.ts';",
		'src/lib/workbench must not import sandbox/run/frame/client.ts.'
	],
	[
		'src/lib/workbench/x.ts',
		"import '#sandbox/compile/node/index.ts';",
		'src/lib/workbench must not import sandbox/compile/node/index.ts.'
	],
	[
		'src/lib/server/x.ts',
		"import '#lib/workbench/problems.ts';",
		'src/lib/server must not import src/lib/workbench/problems.ts.'
	],
	[
		'src/lib/server/db/x.ts',
		"import '../auth/session.ts';",
		'src/lib/server/db must not import src/lib/server/auth/session.ts.'
	],
	[
		'src/routes/x.ts',
		"import '../../challenges/horodateur/scene.ts';",
		'src must not import challenges/horodateur/scene.ts.'
	],
	['src/routes/X.svelte', "<script>import '#sandbox/index.ts';</script>", 'src must not import sandbox/index.ts.']
];
const ALLOWED_CODE: [path: string, code: string][] = [
	['sandbox/run/x.ts', "import '../report.ts';"],
	['src/lib/domain/x.ts', "import type { Files } from '../../../sandbox/contract.ts';"],
	['src/lib/steps/x.ts', "import '#lib/domain/work.ts'; import type { Files } from '#sandbox/contract.ts';"],
	['src/lib/workbench/x.ts', "import '#sandbox/index.ts'; import '#lib/editor/editor.ts';"],
	['src/lib/server/auth/x.ts', "import '../db/index.ts'; import '../environment.ts';"],
	['src/lib/server/db/x.test.ts', "import '../auth/session.ts';"],
	['src/lib/workbench/x.test.ts', "import '#sandbox/compile/node/index.ts';"],
	['src/routes/x.server.ts', "import '#lib/server/shell/index.ts';"],
	['scripts/x.ts', "import '../src/lib/server/environment.ts';"],
	['sandbox/run/frame/client.ts', "new Worker('worker.js');"]
];
/** Code that makes a worker or a frame in the wrong place. */
const WRONGLY_PLACED_CODE: [path: string, code: string][] = [
	['src/lib/workbench/x.ts', "new Worker('worker.js');"],
	['src/lib/workbench/x.ts', "import Engine from './engine.ts?worker'; new Engine();"],
	['src/lib/workbench/x.ts', "document.createElement('iframe');"],
	['src/lib/workbench/X.svelte', '<iframe title="x" src="/x"></iframe>']
];

const OWN_RULE_PATTERN = /^braise[/(](?:imports|restricted-syntax)\)?$/;
const oxlintReportSchema = v.object({
	diagnostics: v.array(v.object({ code: v.string(), message: v.string(), filename: v.string() }))
});

const eslint = new ESLint();
/** What the project's own rules report in each file that oxlint reads, by path and code. */
const ruleMessagesByCode = new Map<string, string[]>();
const createCodeKey = (path: string, code: string) => `${path}\n${code}`;

/** Writes the files at their paths below an empty folder, because oxlint reads only files, and lints them in one run. */
beforeAll(async () => {
	const folder = await mkdtemp(join(tmpdir(), 'braise-lint-'));
	try {
		// The configuration is copied into the test's folder, because its path patterns are relative to its own folder.
		const config: object = JSON.parse(await readFile('.oxlintrc.json', 'utf8'));
		const jsPlugins = [resolve('scripts/lint/plugin.js')];
		await writeFile(join(folder, '.oxlintrc.json'), JSON.stringify({ ...config, jsPlugins }));
		const keyByPath = new Map<string, string>();
		for (const [nth, [path, code]] of [...FORBIDDEN_CODE, ...ALLOWED_CODE, ...WRONGLY_PLACED_CODE].entries()) {
			const numberedPath = path.replace(/\bx\b/, `x${nth}`);
			keyByPath.set(numberedPath, createCodeKey(path, code));
			ruleMessagesByCode.set(createCodeKey(path, code), []);
			await mkdir(dirname(join(folder, numberedPath)), { recursive: true });
			await writeFile(join(folder, numberedPath), code);
		}
		const oxlintOutput = await new Promise<string>((done) => {
			const args = [resolve('node_modules/oxlint/bin/oxlint'), '--format', 'json'];
			execFile(process.execPath, args, { cwd: folder }, (_error, text) => done(text));
		});
		for (const { code: rule, message, filename } of v.parse(oxlintReportSchema, JSON.parse(oxlintOutput)).diagnostics)
			if (OWN_RULE_PATTERN.test(rule)) ruleMessagesByCode.get(keyByPath.get(filename) ?? '')?.push(message);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

/** Returns what the project's own rules report in a file at this path of the repository. */
async function findingsOfOwnRules(filePath: string, code: string): Promise<string[]> {
	if (!filePath.endsWith('.svelte'))
		return ruleMessagesByCode.get(createCodeKey(filePath, code)) ?? ['It was not linted.'];
	const [result] = await eslint.lintText(code, { filePath });
	return (result?.messages ?? [])
		.filter(({ ruleId }) => OWN_RULE_PATTERN.test(ruleId ?? ''))
		.map(({ message }) => message);
}

test.each(FORBIDDEN_CODE)('in %s, the forbidden import is reported: %s', async (filePath, code, message) => {
	expect(await findingsOfOwnRules(filePath, code)).toEqual([message]);
});

test.each(ALLOWED_CODE)('in %s, no rule reports the allowed code: %s', async (filePath, code) => {
	expect(await findingsOfOwnRules(filePath, code)).toEqual([]);
});

test.each(WRONGLY_PLACED_CODE)(
	'in %s, a worker or frame made in the wrong place is reported: %s',
	async (filePath, code) => {
		expect(await findingsOfOwnRules(filePath, code)).toEqual([expect.stringContaining('are made only in')]);
	}
);

test('a form with use:enhance is reported unless it uses sendFormWithNotice', async () => {
	expect(await findingsOfOwnRules('src/routes/X.svelte', '<form method="POST" use:enhance></form>')).toEqual([
		expect.stringContaining('sendFormWithNotice')
	]);
	expect(
		await findingsOfOwnRules('src/routes/X.svelte', '<form method="POST" use:enhance={sendFormWithNotice()}></form>')
	).toEqual([]);
});

test('no source file contains a comment that disables or enables lint rules', async () => {
	const isSourceFile = (path: string) => /\.(?:ts|js|svelte)$/.test(path) && !path.includes('paraglide');
	const folders = ['src', 'sandbox', 'scripts', 'tests'].map(async (sourceFolder) =>
		(await readdir(sourceFolder, { recursive: true })).map((path) => join(sourceFolder, path)).filter(isSourceFile)
	);
	const paths: string[] = [];
	for (const path of (await Promise.all(folders)).flat())
		if (/(?:es|ox)lint-(?:dis|en)able/.test(await readFile(path, 'utf8'))) paths.push(path);
	expect(paths).toEqual([]);
});
