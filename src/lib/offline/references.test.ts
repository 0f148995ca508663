import { expect, test } from 'vitest';
import { fileReferencesIn } from './references.ts';

test('the scripts, styles and challenge parts that a page needs are found', () => {
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

test('the static and dynamic imports, workers and worker files of a script are found', () => {
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

test('file names in the texts of programs are not taken for references', () => {
	expect(
		fileReferencesIn(`"./lib/lib.js" './main.js' "./x.css"`, '/_app/immutable/workers/worker-BqDEwaVW.js')
	).toEqual([]);
});

test('the script that lists the code of every page gives no references', () => {
	expect(fileReferencesIn('"../nodes/6.BFRzmNCS.js"', '/_app/immutable/entry/app.DQKFzGqe.js')).toEqual([]);
});

test('the fonts of a style sheet are found', () => {
	const styleText = 'src:url(./codicon.DF1abBS2.ttf) url(/_app/immutable/assets/next.BcXVPD7q.woff2)';
	expect(fileReferencesIn(styleText, '/_app/immutable/assets/0.BaAoevpD.css')).toEqual([
		'/_app/immutable/assets/codicon.DF1abBS2.ttf',
		'/_app/immutable/assets/next.BcXVPD7q.woff2'
	]);
});
