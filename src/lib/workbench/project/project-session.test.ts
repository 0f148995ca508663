/** Tests that a foreign program runs only once its student runs it, and from then on at each edit. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Version } from '#lib/domain/work.ts';
import type { Compiler, Stage } from '#sandbox/contract.ts';
import { Program } from '../code/program.svelte.ts';
import { ProjectSession } from './project-session.svelte.ts';

afterEach(() => vi.unstubAllGlobals());

test('a foreign program runs only once its student runs it, and then at each edit', async () => {
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
	const program = new Program({ warm: () => Promise.resolve() } as Compiler, { ready: Promise.resolve() } as Stage);
	const runAttempt = vi.spyOn(program, 'runAttempt').mockResolvedValue(null);
	const files = { 'main.ts': 'circle(1, 2, 3);' };
	const description = { title: '', card: null };
	const session = new ProjectSession({
		language: 'fr',
		theme: () => 'light',
		hasCrashed: false,
		foreignSource: 'file',
		files,
		description,
		sourceChallenge: null,
		isUnsaved: false
	});
	session.attachProgram(program);
	await session.replaceItems([]);
	const version: Version = { id: 'v', work: 'w', parent: null, savedAt: 1, ...session.currentContent() };
	await session.restoreVersion(version);
	session.editTexts({ 'main.ts': 'circle(1, 2, 4);' });
	expect(runAttempt).not.toHaveBeenCalled();
	await session.run();
	expect(session.foreignSource).toBeNull();
	session.editTexts(files);
	expect(runAttempt).toHaveBeenCalledTimes(2);
});
