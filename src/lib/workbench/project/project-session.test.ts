import { afterEach, expect, test, vi } from 'vitest';
import type { Version } from '#lib/domain/work.ts';
import { openStorage } from '#lib/storage/open.ts';
import { SavedWork } from '#lib/storage/saved-work.svelte.ts';
import type { Compiler, Stage } from '#sandbox/contract.ts';
import { Program } from '../code/program.svelte.ts';
import { ProjectSession, type ProjectSessionOptions } from './project-session.svelte.ts';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

const FILES = { 'main.ts': 'circle(1, 2, 3);' };

const createSession = (options: Partial<ProjectSessionOptions> = {}): ProjectSession =>
	new ProjectSession({
		language: 'fr',
		theme: () => 'light',
		hasCrashed: false,
		files: FILES,
		description: { title: '', card: null },
		sourceChallenge: null,
		isUnsaved: false,
		...options
	});

test('a foreign program runs only once its student runs it, and then at each edit', async () => {
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
	const program = new Program({ warm: () => Promise.resolve() } as Compiler, { ready: Promise.resolve() } as Stage);
	const runAttempt = vi.spyOn(program, 'runAttempt').mockResolvedValue(null);
	const session = createSession({ foreignSource: 'file' });
	session.attachProgram(program);
	await session.replaceItems([]);
	const version: Version = { id: 'v', work: 'w', parent: null, savedAt: 1, ...session.currentContent() };
	await session.restoreVersion(version);
	session.editTexts({ 'main.ts': 'circle(1, 2, 4);' });
	expect(runAttempt).not.toHaveBeenCalled();
	await session.run();
	expect(session.foreignSource).toBeNull();
	session.editTexts(FILES);
	expect(runAttempt).toHaveBeenCalledTimes(2);
});

test('items that wait to be saved are not saved over the version that opens in place of this one', async () => {
	const storage = await openStorage({ account: null });
	const savedWork = new SavedWork(storage, { kind: 'project', challenge: null, language: 'fr' });
	const session = createSession();
	session.setSavedWork(savedWork);
	await session.save();
	const save = vi.spyOn(savedWork, 'save');
	vi.useFakeTimers();
	session.keepItems([['score', '3']]);
	session.dispose();
	vi.runAllTimers();
	expect(save).not.toHaveBeenCalled();
});
