/** The import rules of docs/decisions/001-rooms.md, as a lint rule. */
import { dirname, relative, resolve, sep } from 'node:path';

const MESSAGES = 'src/lib/paraglide';
/** Files of the sandbox that the whole app may import: types, and functions that read a report or what a program keeps. */
const SHARED = ['sandbox/contract.ts', 'sandbox/report.ts', 'sandbox/stored-items.ts'];
const BROWSER_VALUES = 'src/lib/browser-values.ts';
const LINKS = 'src/lib/localize-href.ts';
const FOUNDATIONS = ['src/lib/domain', 'src/lib/wire', BROWSER_VALUES, LINKS, ...SHARED, MESSAGES];

const ON_SERVER = [
	...FOUNDATIONS,
	...['environment', 'judge', 'concurrency-limiter'].map((name) => `src/lib/server/${name}.ts`),
	// Importing a challenge compiles its start, with the compiler for Node.
	...['sandbox/judge/index.ts', 'sandbox/judge/hash.ts', 'sandbox/compile/node/index.ts', 'sandbox/kit-file.ts']
];
/** The rooms of lib/server from low to high. Each may import those before it in this list. */
const SERVER_ROOMS =
	`log db access rate-limit background mail shell http content board work pairs auth classes wall contributions studio assignments submissions
	reviews export personal-data debates realtime`
		.split(/\s+/)
		.map((name) => `src/lib/server/${name}`);
/** Tests of the server, and files that they share, may import every room of the server. */
const SERVER_TEST = /^(src\/lib\/server)\/.*(\.test|\/testing.*)\.ts$/;

/** Tests of the programs that the app offers compile these programs. */
const PROGRAM_TEST = /^src\/lib\/(projects|workbench)\/.*\.test\.ts$/;
const COMPILERS = ['sandbox/compile/node/index.ts', 'sandbox/compile/player-functions.ts', 'sandbox/kit-file.ts'];

/**
 * What each room may import besides itself. A file's room is the longest of these paths that it begins with.
 * @type {Record<string, string[]>}
 */
const ROOMS = {
	sandbox: ['sandbox/kit', 'sandbox/libraries'],
	'sandbox/libraries': [],
	// The kit runs wherever a program runs, and may know only `braise/draw`.
	'sandbox/kit': [],
	challenges: [],
	'src/lib/paraglide': [],
	[BROWSER_VALUES]: [],
	[LINKS]: [MESSAGES],
	'src/lib/domain': SHARED,
	'src/lib/wire': ['src/lib/domain', ...SHARED],
	'src/lib/ui': FOUNDATIONS,
	'src/lib/explanations': [],
	'src/lib/steps': FOUNDATIONS,
	'src/lib/editor': [...FOUNDATIONS, 'src/lib/explanations'],
	'src/lib/storage': FOUNDATIONS,
	// Files that are taken home escape texts in one way, and a folder made elsewhere may bring copies of libraries.
	'src/lib/projects': [
		...FOUNDATIONS,
		'src/lib/editor',
		'src/lib/storage',
		'src/lib/ui',
		'sandbox/libraries',
		'sandbox/take-home/script.ts'
	],
	'src/lib/offline': [...FOUNDATIONS, 'src/lib/storage', 'src/lib/ui'],
	// This room holds real names, which must not be sent, so it may import nothing that could send them.
	'src/lib/classroom/roster': ['src/lib/domain', MESSAGES, 'src/lib/ui'],
	'src/lib/classroom/assignment': [...FOUNDATIONS, 'src/lib/classroom/roster', 'src/lib/storage', 'src/lib/ui'],
	// Account pages only remove running programs while a secret is typed, and know nothing else of programs.
	'src/lib/account': [...FOUNDATIONS, 'src/lib/storage', 'src/lib/projects', 'src/lib/ui', 'sandbox/run/withdrawal.ts'],
	// On this page strangers tell a problem, so it knows nothing of a class, an account or a program.
	'src/lib/contribution': [...FOUNDATIONS, 'src/lib/ui'],
	'src/lib/classroom/pairs': [...FOUNDATIONS, 'src/lib/account', 'src/lib/storage', 'src/lib/ui'],
	'src/lib/classroom/events': FOUNDATIONS,
	'src/lib/classroom/board': [...FOUNDATIONS, 'src/lib/classroom/events', 'src/lib/classroom/roster', 'src/lib/ui'],
	// A teacher sees the summary as the teller will, and the class the answer.
	'src/lib/classroom/debate': [
		...FOUNDATIONS,
		'src/lib/classroom/events',
		'src/lib/contribution',
		'src/lib/storage',
		'src/lib/ui'
	],
	'src/lib/workbench': [
		...FOUNDATIONS,
		'src/lib/explanations',
		'src/lib/steps',
		'src/lib/editor',
		'src/lib/storage',
		'src/lib/classroom/pairs',
		'src/lib/projects',
		'src/lib/ui',
		'sandbox/index.ts',
		'sandbox/libraries'
	],
	// This room shows the teller of a problem a version of its challenge, which they play and answer.
	'src/lib/showing': [...FOUNDATIONS, 'src/lib/ui', 'src/lib/workbench', 'sandbox/index.ts'],
	'src/lib/studio': [
		...FOUNDATIONS,
		'src/lib/editor',
		'src/lib/projects',
		'src/lib/showing',
		'src/lib/steps',
		'src/lib/storage',
		'src/lib/ui',
		'src/lib/workbench',
		'sandbox/index.ts'
	],
	'src/lib/classroom/student': [
		...FOUNDATIONS,
		'src/lib/classroom/assignment',
		'src/lib/classroom/board',
		'src/lib/classroom/events',
		'src/lib/storage',
		'src/lib/ui',
		'src/lib/workbench'
	],
	'src/lib/classroom/export': [...FOUNDATIONS, 'src/lib/classroom/roster', 'src/lib/projects', 'src/lib/ui'],
	'src/lib/classroom/review': [
		...FOUNDATIONS,
		'src/lib/editor',
		'src/lib/classroom/events',
		'src/lib/classroom/roster',
		'src/lib/steps',
		'src/lib/ui',
		'src/lib/workbench',
		'sandbox/index.ts'
	],
	'src/lib/classroom/wall': [
		...FOUNDATIONS,
		'src/lib/classroom/roster',
		'src/lib/editor',
		'src/lib/projects',
		'src/lib/ui',
		'src/lib/workbench',
		'sandbox/index.ts',
		'sandbox/libraries'
	],
	'src/lib/server': [...ON_SERVER, 'src/lib/server'],
	...Object.fromEntries(SERVER_ROOMS.map((room, at) => [room, [...ON_SERVER, ...SERVER_ROOMS.slice(0, at)]])),
	src: ['src/lib', 'sandbox/libraries', ...SHARED],
	scripts: ['src/lib/domain', 'src/lib/server', 'sandbox'],
	tests: ['src', 'sandbox', 'scripts', 'challenges']
};

/** @param {string} path @param {string} place */
const within = (path, place) => path === place || path.startsWith(`${place}/`);

/** @param {string} path */
function roomOf(path) {
	return Object.keys(ROOMS)
		.filter((room) => within(path, room))
		.sort((a, b) => b.length - a.length)[0];
}

/** Returns the repository path that an import means, or undefined for a package. @param {string} specifier @param {string} from */
export function resolveImportPath(specifier, from) {
	const bare = specifier.replace(/\?.*$/, '');
	if (bare.startsWith('#lib/')) return `src/lib/${bare.slice('#lib/'.length)}`;
	if (bare.startsWith('#sandbox/')) return `sandbox/${bare.slice('#sandbox/'.length)}`;
	if (!bare.startsWith('.')) return undefined;
	const path = resolve('/', dirname(from), bare).slice(1).replaceAll(sep, '/');
	// The file is part of a package that does not export it.
	return path.startsWith('node_modules/') ? undefined : path;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importRules = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { forbidden: '{{room}} must not import {{target}}.', alias: 'Write #lib/… instead of $lib/….' }
	},
	create(context) {
		const from = relative(context.cwd, context.filename).replaceAll(sep, '/');
		const room = roomOf(from.replace(SERVER_TEST, '$1'));
		const others = room === undefined ? undefined : ROOMS[room];
		if (room === undefined || others === undefined) return {};
		const may = PROGRAM_TEST.test(from) ? [...others, ...COMPILERS] : others;

		/** @param {import('estree').Node} node @param {unknown} specifier */
		function check(node, specifier) {
			if (typeof specifier !== 'string') return;
			if (specifier.startsWith('$lib')) context.report({ node, messageId: 'alias' });
			const target = resolveImportPath(specifier, from);
			if (target === undefined || roomOf(target) === room) return;
			if (may.some((place) => within(target, place))) return;
			context.report({ node, messageId: 'forbidden', data: { room, target } });
		}
		return {
			ImportDeclaration: (node) => check(node, node.source.value),
			ExportNamedDeclaration: (node) => check(node, node.source?.value),
			ExportAllDeclaration: (node) => check(node, node.source.value),
			ImportExpression: (node) => check(node, node.source.type === 'Literal' ? node.source.value : undefined),
			/** @param {import('estree').Node & { source?: { value?: unknown } }} node */
			TSImportType: (node) => check(node, node.source?.value)
		};
	}
};
