/** Tests the import rules through the repository's own configuration, so that a disabled rule fails too. */
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint();

async function findings(filePath: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath });
	return (result?.messages ?? [])
		.filter(({ ruleId }) => ruleId === 'braise/imports' || ruleId === 'no-restricted-syntax')
		.map(({ message }) => message);
}

test.each([
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
])('in %s, %s is reported', async (filePath, code, message) => {
	expect(await findings(filePath, code)).toEqual([message]);
});

test.each([
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
])('in %s, %s is right', async (filePath, code) => {
	expect(await findings(filePath, code)).toEqual([]);
});

test.each([
	['src/lib/workbench/x.ts', "new Worker('worker.js');"],
	['src/lib/workbench/x.ts', "import Engine from './engine.ts?worker'; new Engine();"],
	['src/lib/workbench/x.ts', "document.createElement('iframe');"],
	['src/lib/workbench/X.svelte', '<iframe title="x" src="/x"></iframe>']
])('in %s, %s is made in the wrong place', async (filePath, code) => {
	expect(await findings(filePath, code)).toEqual([expect.stringContaining('are made only in')]);
});

test('a form says what it does with its answer, so that a lost network shows no error page', async () => {
	expect(await findings('src/routes/X.svelte', '<form method="POST" use:enhance></form>')).toEqual([
		expect.stringContaining('keepPage')
	]);
	expect(await findings('src/routes/X.svelte', '<form method="POST" use:enhance={keepPage()}></form>')).toEqual([]);
});
