/** Tests that the files which a page, script or style needs without a network are found in its text. */
import { expect, test } from 'vitest';
import { fileReferencesIn } from './references.ts';

test('a page names its scripts, its styles and the parts of its challenge', () => {
	const pageHtml = `<link href="/_app/immutable/assets/0.BaAoevpD.css"><link rel="modulepreload" href="/_app/immutable/entry/start.DQKFzGqe.js">
		<a href="/fr/challenges/horodateur">…</a> data: {start:"/challenges/horodateur/0b5c/start.fr.js"} href="/favicon.svg"`;
	expect(fileReferencesIn(pageHtml, '/fr/challenges/horodateur')).toEqual([
		'/_app/immutable/assets/0.BaAoevpD.css',
		'/_app/immutable/entry/start.DQKFzGqe.js',
		'/challenges/horodateur/0b5c/start.fr.js'
	]);
	const linkHeader = '</_app/immutable/nodes/6.BFRzmNC.js>; rel="modulepreload"; nopush';
	expect(fileReferencesIn(linkHeader, '/fr')).toEqual(['/_app/immutable/nodes/6.BFRzmNC.js']);
});

test('a script names what it imports, at once or later, its workers and their files', () => {
	const scriptText = `import{a}from"./Crh3_0Zw.js";m.f=["/_app/immutable/chunks/BKRfghMz.js"];import('../nodes/6.BFRzmNCS.js');
		new Worker(new URL(\`/_app/immutable/workers/worker-BqDEwaVW.js\`,\`\`+import.meta.url));x=\`/_app/immutable/workers/assets/engine-x4-_HeZE.bin\``;
	expect(fileReferencesIn(scriptText, '/_app/immutable/chunks/DbrpYCkv.js')).toEqual([
		'/_app/immutable/chunks/Crh3_0Zw.js',
		'/_app/immutable/chunks/BKRfghMz.js',
		'/_app/immutable/nodes/6.BFRzmNCS.js',
		'/_app/immutable/workers/worker-BqDEwaVW.js',
		'/_app/immutable/workers/assets/engine-x4-_HeZE.bin'
	]);
});

test('names in the texts of programs are not files', () => {
	expect(
		fileReferencesIn(`"./lib/lib.js" './main.js' "./x.css"`, '/_app/immutable/workers/worker-BqDEwaVW.js')
	).toEqual([]);
});

test('the list of every page is not followed', () => {
	expect(fileReferencesIn('"../nodes/6.BFRzmNCS.js"', '/_app/immutable/entry/app.DQKFzGqe.js')).toEqual([]);
});

test('a style names its fonts', () => {
	const styleText = 'src:url(./codicon.DF1abBS2.ttf) url(/_app/immutable/assets/next.BcXVPD7q.woff2)';
	expect(fileReferencesIn(styleText, '/_app/immutable/assets/0.BaAoevpD.css')).toEqual([
		'/_app/immutable/assets/codicon.DF1abBS2.ttf',
		'/_app/immutable/assets/next.BcXVPD7q.woff2'
	]);
});
