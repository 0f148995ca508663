import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Files } from '#sandbox/contract.ts';
import { readChallengeTexts } from './each-language.ts';
import { readChallengeFolder } from './read-folder.ts';
import { generateScene } from './made-scene.ts';
import { readChallengeManifest } from './manifest.ts';
import { formatContentProblem } from './content-problem.ts';

export const testChallengeFolder = fileURLToPath(new URL('../../../../challenges/frigo-vaccins', import.meta.url));
export const { files: testChallengeFiles } = readChallengeFolder(testChallengeFolder);

export function makeTestScene(change: Files) {
	const files = Object.fromEntries(
		Object.entries({ ...testChallengeFiles, ...change }).filter(([, text]) => text !== '')
	);
	const { manifest, lineOf: lineOfTestManifest, problems } = readChallengeManifest(files['challenge.yaml']);
	if (manifest === undefined) return { files: {}, lineOrigins: {}, problems };
	return generateScene(
		{ manifest, lineOf: lineOfTestManifest },
		files,
		readChallengeTexts(manifest.languages, files).read
	);
}

export function replaceInTestFile(path: string, from: string, to: string): Files {
	const text = testChallengeFiles[path] ?? '';
	expect(text).toContain(from);
	return { [path]: text.replace(from, to) };
}

export const findTestManifestLine = (words: string) =>
	(testChallengeFiles['challenge.yaml'] ?? '').split('\n').findIndex((row) => row.includes(words)) + 1;
export const formatTestSceneProblems = (change: Files) => makeTestScene(change).problems.map(formatContentProblem);

export const TABLE_SCENE_YAML = `scene:
  kind: table
  data: { file: data/night.ts, name: rows }
  function: status
  given: [night]
  returns: minutes-out
`;

export const manifestWithScene = (scene: string): Files => {
	return { 'challenge.yaml': (testChallengeFiles['challenge.yaml'] ?? '').replace(/^scene:\n(?: .*\n)+/m, scene) };
};
export const filesWithRows = {
	'data/night.ts': `${testChallengeFiles['data/night.ts']}\nexport const rows = [{ given: [9], right: 'warm' }];\n`
};
